// A verdict on the screen. Every text comes from the core or from `words.js`.
import {age, word} from './words.js';

const STOP = new Set(['not-genuine', 'altered', 'revoked', 'superseded', 'suspended']);
const WAIT = new Set(['expired', 'not-yet-valid', 'status-unknown', 'no-seal']);

/** How a verdict is coloured: `go`, `wait`, `stop` or `note`. */
export function tone(verdict) {
  if (STOP.has(verdict.verdict)) return 'stop';
  if (WAIT.has(verdict.verdict)) return 'wait';
  const codes = verdict.reasons.map(reason => reason.code);
  const isTrial = codes.includes('test-office') || codes.includes('seal-not-seen');
  return verdict.verdict === 'valid' && verdict.inForce && verdict.effect === 'grants' && !isTrial ? 'go' : 'note';
}

// One shape for each kind of verdict, so that none depends on its colour.
const OCTAGON = 'M30 5h32l25 25v32L62 87H30L5 62V30z';
const CIRCLE = 'M46 5a41 41 0 1 0 .1 0z';
const SHEET = 'M18 6h40l18 18v62H18z';
const SHAPES = {
  go: [CIRCLE, 'M26 47l14 14 27-30'],
  note: [SHEET, 'M30 48h32'],
  'status-unknown': [CIRCLE, 'M35 29v34M57 29v34'],
  'not-yet-valid': [CIRCLE, 'M46 22v26l18 12'],
  expired: ['M10 16h72v68H10zM28 6v18M64 6v18', 'M32 42l28 28M60 42L32 70'],
  'no-seal': ['M6 26V6h20M66 6h20v20M86 66v20H66M26 86H6V66', 'M30 46h32'],
  suspended: [OCTAGON, 'M36 30v32M56 30v32'],
  superseded: ['M10 22h44v62H10z', 'M30 22V8h52v60H54'],
  revoked: [OCTAGON, 'M31 31l30 30M61 31L31 61'],
  altered: ['M46 7L88 83H4z', 'M46 33v24M46 66v8'],
  'not-genuine': ['M6 6h80v80H6z', 'M27 27l38 38M65 27L27 65'],
};

/** An element with attributes and children; texts are never read as HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

function shape(key) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  made.setAttribute('viewBox', '0 0 92 92');
  made.setAttribute('aria-hidden', 'true');
  for (const [index, line] of SHAPES[key].entries()) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', line);
    path.setAttribute('class', index ? 'sign' : 'rim');
    made.append(path);
  }
  return made;
}

/** A sentence: a capital first and a full stop. */
const sentence = text => text.charAt(0).toLocaleUpperCase() + text.slice(1) + (/[.!?…]$/.test(text) ? '' : '.');
const capital = text => text.charAt(0).toLocaleUpperCase() + text.slice(1);
/** A day of a form. */
const day = iso => /^\d{4}-\d\d-\d\d$/.test(iso) ? iso.split('-').reverse().join('.') : iso;

export class View {
  /**
   * @param words what the core calls things
   * @param report what the core says of the bundle; null without one
   */
  constructor(words, report, language) {
    this.words = words;
    this.report = report;
    this.language = language;
  }

  word(key) { return word(key, this.language); }
  label(name) { return this.words.claims[name]?.[this.language] ?? name; }

  headline(verdict) {
    if (verdict.missingOffice) return this.words.missingOffice.headline[this.language];
    const effect = verdict.verdict === 'valid' && verdict.reasons.find(reason => this.words.effects[reason.code]);
    return (effect ? this.words.effects[effect.code] : this.words.headlines[verdict.verdict])[this.language];
  }

  /** Fills the one element of the verdict. */
  show(place, verdict) {
    const look = tone(verdict);
    place.replaceChildren();
    const attributes = {
      verdict: verdict.verdict, effect: verdict.effect ?? '', genuine: verdict.genuine, inForce: verdict.inForce, tone: look,
    };
    for (const [key, value] of Object.entries(attributes)) place.dataset[key] = String(value);
    const [first, ...rest] = this.lines(verdict);
    const title = element('h1', {tabindex: '-1'}, this.headline(verdict));
    place.append(
      element('div', {class: 'head'}, shape(SHAPES[verdict.verdict] ? verdict.verdict : look), element('div', {}, title, first ?? null)),
      this.advice(verdict),
      verdict.claims ? this.claims(verdict) : '',
      rest.length ? element('ul', {class: 'reasons'}, ...rest) : '');
    return title;
  }

  /** Every reason in its order; the first stands beside the headline, when it says more than that. */
  lines(verdict) {
    // What the headline says already is there for programs alone.
    const isSaid = reason => reason.message[this.language].toUpperCase() === this.headline(verdict).toUpperCase();
    const line = (reason, name) => element(
      name, {'data-reason': reason.code, class: isSaid(reason) ? 'unseen' : null}, sentence(reason.message[this.language]));
    const until = verdict.claims?.validUntil;
    if (verdict.verdict === 'valid' && verdict.effect === 'grants' && verdict.inForce && until) {
      const term = element('p', {}, `${capital(this.label('validUntil'))} ${day(until)}`);
      return [term, ...verdict.reasons.map(reason => line(reason, 'li'))];
    }
    const [first, ...rest] = verdict.reasons;
    return first ? [line(first, 'p'), ...rest.map(reason => line(reason, 'li'))] : [];
  }

  /** What to do next, but where a reason says it: who typed a number wrongly takes no sharper picture. */
  advice(verdict) {
    if (verdict.reasons.some(reason => ['pair-not-found', 'typed-wrongly'].includes(reason.code))) return '';
    const words = verdict.missingOffice
      ? this.words.missingOffice.advice[this.language].replace('{office}', verdict.missingOffice)
      : this.words.advice[verdict.verdict][this.language];
    return element('p', {class: 'advice'}, sentence(words), this.replacement(verdict));
  }

  replacement(verdict) {
    if (!verdict.replacedBy) return null;
    return element('b', {class: 'replaced'}, ` ${capital(this.words.labels.replacedBy[this.language])}: `,
      element('span', {class: 'whole'}, `№ ${verdict.replacedBy}`));
  }

  claims(verdict) {
    const claims = verdict.claims;
    const compare = verdict.compare ?? [];
    const altered = new Map((verdict.altered ?? []).map(entry => [entry.claim, entry]));
    const list = element('dl');
    const value = (name, text, form = day) => {
      const index = compare.indexOf(name);
      const entry = altered.get(name);
      altered.delete(name);
      const made = element('span', {'data-claim': name, 'data-compare': index >= 0, 'data-altered': entry ? name : null});
      if (!entry) made.append(form(text));
      else {
        made.append(
          element('small', {}, this.word('onPaper')), element('s', {'data-printed': true}, entry.printed ?? '—'),
          element('small', {}, this.word('inCode')), element('b', {'data-sealed': true}, entry.sealed));
      }
      return made;
    };
    // In the order in which the eye goes: the passport is 1.
    let marks = 0;
    const row = (kind, label, mark, ...values) => {
      if (mark) marks += 1;
      const word = mark && element('span', {class: 'unseen'}, `${this.word('compare')} `);
      const badge = mark ? element('span', {class: 'badge', title: this.word('compare')}, word, String(marks)) : null;
      list.append(element('div', {class: kind}, element('dt', {}, `${label} `, badge), element('dd', {}, ...values)));
    };
    const plain = (name, text, kind = 'plain') => {
      if (text !== null && text !== undefined) row(kind, capital(this.label(name)), compare.includes(name), value(name, text));
    };
    plain('passport', claims.passport, 'passport');
    if (claims.passport) list.append(this.passportCheck(claims.passport));
    plain('name', claims.name, 'name');
    plain('citizenship', claims.citizenship);
    plain('number', claims.copy ? `${claims.number}~${claims.copy}` : claims.number);
    if (claims.validFrom && claims.validUntil) {
      const mark = compare.includes('validFrom') || compare.includes('validUntil');
      row('term', this.word('term'), mark, value('validFrom', claims.validFrom), ' – ', value('validUntil', claims.validUntil));
    } else {
      plain('validFrom', claims.validFrom);
      plain('validUntil', claims.validUntil);
    }
    plain('document', this.report?.kinds[claims.document]?.title[this.language] ?? claims.document);
    for (const entry of claims.further ?? []) {
      row('plain', capital(entry.label?.[this.language] ?? entry.claim), false, value(entry.claim, String(entry.value)));
    }
    const tongue = this.language === 'kk' ? 'kk' : 'ru';
    const office = this.report?.office === claims.issuer ? this.report.officeName[tongue] : claims.issuer;
    const issuer = element('span', {'data-claim': 'issuer'}, office);
    const body = claims.issuingBody?.[tongue];
    // An office that issues for itself is named once.
    if (body) row('plain', this.word('issuingBody'), false, element('span', {'data-claim': 'issuingBody'}, body === office ? issuer : body));
    if (body !== office) row('plain', this.word('office'), false, issuer);
    for (const [name, entry] of altered) row('plain', capital(this.label(name)), false, value(name, entry.sealed));
    for (const hint of verdict.hints ?? []) {
      row('plain', capital(this.label(hint.claim)), true, `${this.words.labels.read[this.language]} ${hint.read}`);
    }
    return list;
  }

  /** One field: the passport in the hand, compared on the device and forgotten. */
  passportCheck(sealed) {
    const plain = text => text.toUpperCase().replace(/[\s-]/g, '');
    const result = element('output', {for: 'passportTyped'});
    const input = element('input', {id: 'passportTyped', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '32'});
    input.addEventListener('input', () => {
      const typed = plain(input.value);
      const isSame = typed === plain(sealed);
      // Nothing is said of a number that is still being typed.
      const isWhole = typed.length >= plain(sealed).length;
      result.textContent = isSame ? this.word('passportSame') : isWhole ? this.word('passportOther') : '';
      result.className = isSame ? 'same' : 'other';
    });
    const field = element('label', {hidden: true}, this.word('passportType'), input, result);
    const button = element('button', {type: 'button', class: 'link', 'data-action': 'passport', 'aria-expanded': 'false'}, this.word('passportCheck'));
    button.addEventListener('click', () => {
      field.hidden = !field.hidden;
      button.setAttribute('aria-expanded', String(!field.hidden));
      if (!field.hidden) input.focus();
    });
    return element('div', {class: 'check'}, element('dt', {}, element('span', {class: 'unseen'}, this.word('passportCheck'))), element('dd', {}, button, field));
  }

  /** How old what was judged by is, and where it was judged. */
  basis(place, verdict, {now, isOnline, isServer}) {
    const status = verdict?.status;
    const issued = status ? Date.parse(status.issuedAt) / 1000 : this.report?.issuedAt;
    const sequence = status?.sequence ?? this.report?.sequence;
    const isStale = status?.stale ?? (this.report ? now > this.report.nextUpdate : false);
    for (const key of Object.keys(place.dataset)) delete place.dataset[key];
    place.replaceChildren();
    const where = verdict ? this.word(isServer ? 'onServer' : 'onDevice') : this.word('works');
    if (issued === undefined) {
      place.append(`${this.word('statuses')}: `, element('b', {}, this.word('never')), '.');
      return;
    }
    Object.assign(place.dataset, {
      sequence, issuedAt: status?.issuedAt ?? new Date(issued * 1000).toISOString(), stale: isStale,
      source: status?.source ?? 'bundle',
    });
    if (verdict) place.dataset.checkedOn = verdict.checkedOn;
    const {when, since} = age(issued, now, this.language);
    place.append(
      `${this.word('statuses')}: `, element('b', {}, when), since ? ` (${since})` : '', `, № ${sequence}. `,
      isStale ? element('b', {class: 'stale'}, `${this.word('stale')}. `) : '',
      isOnline ? '' : element('b', {}, `${this.word('noNetwork')}. `), where);
  }
}
