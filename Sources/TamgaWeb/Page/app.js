// The check page: what a person does, and which of the five states is on the screen.
import {Camera} from './camera.js';
import {Core, CoreError} from './core.js';
import {Decoder} from './decoder.js';
import {Trust} from './trust.js';
import {View, element} from './view.js';
import {LANGUAGES, WORDS, word} from './words.js';

const $ = selector => document.querySelector(selector);
const all = selector => [...document.querySelectorAll(selector)];
const main = $('main');
/** Milliseconds after which the scan says how to help it, and opens the other ways. */
const HINT_CLOSER = 8_000;
const HINT_TYPE = 15_000;
/** Milliseconds between two questions for a newer bundle. */
const TRUST_EVERY = 600_000;
/** Bytes of a file that the server takes. */
const MOST_FILE = 12 * 1024 * 1024;
/** Whether a code is one of ours, genuine or not: the core says so. Without a bundle any may be. */
const isOurs = async text => {
  const [verdict] = await core.judge(text).catch(() => [null]);
  return verdict?.verdict !== 'no-seal';
};
const now = () => Date.now() / 1000;

const arrival = window.tamgaArrival();
let language = chosenLanguage(arrival.language);
let words;
let core;
let trust;
/** What is on the screen: verdicts, which of them, and whether the server made them. */
let shown = null;
/** The text of a notice by its kind, in the language of the moment. */
const notices = new Map();
let scanning = null;
const decoder = new Decoder('./decoder.wasm');
const camera = new Camera($('#video'), image => decoder.read(image));

function chosenLanguage(asked) {
  if (LANGUAGES.includes(asked)) return asked;
  const known = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => LANGUAGES.includes(tag));
  return known ?? 'ru';
}

// States

const PARTS = {
  idle: ['#start', '#ways'], scanning: ['#scan', '#ways'], judging: ['#busy'], verdict: ['#verdict', '#next'],
  failed: ['#failed', '#ways', '#next'],
};

function show(state) {
  main.dataset.state = state;
  for (const selector of new Set(Object.values(PARTS).flat())) $(selector).hidden = !PARTS[state].includes(selector);
  if (state !== 'verdict') {
    const place = $('#verdict');
    place.replaceChildren();
    for (const key of Object.keys(place.dataset)) delete place.dataset[key];
    place.removeAttribute('role');
  }
  if (state === 'idle' || state === 'scanning') $('#position').textContent = '';
  if (state !== 'idle' && state !== 'scanning' && state !== 'failed') openTyping(false);
  basis();
}

function basis() {
  const view = new View(words, trust?.report ?? null, language);
  view.basis($('#basis'), shown?.verdicts[shown.index] ?? null, {now: now(), isOnline: navigator.onLine, isServer: shown?.isServer});
  $('#root').textContent = trust?.report?.root.match(/.{1,4}/g).join(' ') ?? '—';
  const name = trust?.report?.officeName;
  $('#office').textContent = trust?.report ? trust.report.host : 'Tamga';
  $('#office').title = name ? name[language === 'kk' ? 'kk' : 'ru'] : '';
}

function translate() {
  document.documentElement.lang = language;
  document.title = `${word('title', language)} · Tamga`;
  for (const place of all('[data-word]')) place.textContent = word(place.dataset.word, language);
  for (const button of all('[data-action=language]')) button.setAttribute('aria-pressed', String(button.dataset.lang === language));
  $('#languages').setAttribute('aria-label', word('languages', language));
  drawNotices();
  if (shown) draw(false);
  basis();
}

/** A line on top of the page; no text takes it away. */
function notice(kind, text, attributes = {}) {
  notices.delete(kind);
  if (text) notices.set(kind, {text, attributes});
  drawNotices();
}

function drawNotices() {
  $('#notices').replaceChildren(...[...notices.values()].map(({text, attributes}) =>
    element('p', {class: 'notice', ...attributes}, text(language))));
}

const say = (key, attributes) => notice('fault', language => word(key, language), attributes);

// Verdicts

function draw(isNew) {
  const place = $('#verdict');
  const {verdicts, index} = shown;
  if (isNew) show('verdict');
  place.setAttribute('role', 'status');
  const title = new View(words, trust?.report ?? null, language).show(place, verdicts[index]);
  const count = $('#position');
  count.replaceChildren();
  if (verdicts.length > 1) {
    const names = verdicts.map((_, at) => element('button', {type: 'button', class: 'link', 'aria-pressed': String(at === index)}, String(at + 1)));
    for (const [at, button] of names.entries()) button.addEventListener('click', () => { shown.index = at; draw(true); });
    count.append(`${word('position', language)}: `, ...names);
  }
  basis();
  if (!isNew) return;
  title.focus({preventScroll: true});
  scrollTo(0, 0);
  navigator.vibrate?.(place.dataset.tone === 'go' ? 60 : place.dataset.tone === 'stop' ? [400, 120, 400] : [120, 80, 120]);
}

function fail(key) {
  shown = null;
  $('#failedWhy').dataset.word = key;
  $('#failedWhy').textContent = word(key, language);
  show('failed');
  $('#failed').focus();
}

/** Judges a text or the codes of a picture and shows what comes of it. */
async function judge(input) {
  notice('fault');
  const patience = setTimeout(() => { if (main.dataset.state !== 'verdict') show('judging'); }, 300);
  main.dataset.state = 'judging';
  try {
    await ready;
    if (!core) return fail('failedCore');
    if (!trust.report) await trust.update();
    if (!trust.report) return fail('failedBundle');
    shown = {verdicts: await core.judge(input), index: 0, isServer: false};
    draw(true);
  } catch {
    fail('failedCore');
  } finally {
    clearTimeout(patience);
  }
}

/** Asks the server, which sends verdicts or a problem. */
async function ask(address, options) {
  notice('fault');
  show('judging');
  try {
    const answer = await fetch(address, {method: 'POST', credentials: 'omit', cache: 'no-store', ...options});
    if (answer.ok) {
      shown = {verdicts: (await answer.json()).verdicts, index: 0, isServer: true};
      draw(true);
      return;
    }
    show('idle');
    say({413: 'tooLarge', 415: 'notAFile', 422: 'notAFile', 400: 'notAFile', 429: 'tooMany', 503: 'tooMany'}[answer.status] ?? 'serverFault');
  } catch {
    show('idle');
    say(options.headers['Content-Type'] === 'application/json' ? 'lookOffline' : 'pdfOffline');
  }
}

// Camera

async function scan() {
  notice('fault');
  stopScan(true);
  scanning = new AbortController();
  const {signal} = scanning;
  show('scanning');
  hint('hintFrame');
  try {
    await camera.open();
  } catch (error) {
    if (signal.aborted) return;
    stopScan(false);
    show('idle');
    say(error?.name === 'NotAllowedError' || error?.name === 'SecurityError' ? 'cameraRefused' : 'cameraNone');
    return;
  }
  await ready;
  // Who ended it closed the camera, or another scan has it.
  if (signal.aborted) return;
  if (!core) {
    stopScan(false);
    return fail('failedCore');
  }
  const torch = $('[data-action=torch]');
  torch.hidden = !camera.hasTorch;
  torch.setAttribute('aria-pressed', String(camera.torch));
  const timers = [
    setTimeout(() => hint('hintCloser'), HINT_CLOSER),
    setTimeout(() => { hint('hintType'); openTyping(true, false); }, HINT_TYPE),
  ];
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));
  try {
    const codes = await camera.codes(signal, {isOurs, onForeign: () => hint('hintForeign')});
    if (!codes) return;
    stopScan(camera.torch);
    await judge(codes.length === 1 ? codes[0] : {codes, noCode: 'nothing'});
  } catch {
    if (signal.aborted) return;
    stopScan(false);
    fail('failedCore');
  }
}

/** @param {boolean} keepsCamera with the torch on, so that a passport can be read by it */
function stopScan(keepsCamera) {
  scanning?.abort();
  scanning = null;
  if (!keepsCamera) camera.close();
}

function hint(key) {
  const place = $('#hint');
  if (place.dataset.word === key) return;
  place.dataset.word = key;
  place.textContent = word(key, language);
}

// Files, numbers

async function take(file) {
  notice('fault');
  stopScan(false);
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  if (String.fromCharCode(...head) === '%PDF-') return offerUpload(file);
  let found;
  try {
    show('judging');
    found = await decoder.picture(file);
  } catch {
    show('idle');
    say('notAFile');
    return;
  }
  await judge(found);
}

let pdf = null;
function offerUpload(file) {
  show('idle');
  if (file.size > MOST_FILE) return say('tooLarge');
  if (!navigator.onLine) return say('pdfOffline');
  pdf = file;
  $('#upload').hidden = false;
  $('#upload').focus();
}

function endUpload() {
  const file = pdf;
  pdf = null;
  $('#upload').hidden = true;
  return file;
}

function openTyping(isOpen, takesFocus = true) {
  $('#typing').hidden = !isOpen;
  $('[data-action=type]').setAttribute('aria-expanded', String(isOpen));
  if (isOpen && takesFocus) $('[data-input=number]').focus();
}

function look(event) {
  event.preventDefault();
  const number = $('[data-input=number]');
  const code = $('[data-input=code]');
  const missing = [number, code].find(input => !input.value.trim());
  $('#typingFault').textContent = missing ? word('fillBoth', language) : '';
  if (missing) return missing.focus();
  stopScan(false);
  const body = JSON.stringify({number: number.value.trim(), code: code.value.trim()});
  ask('/api/v1/lookup', {body, headers: {'Content-Type': 'application/json', Accept: 'application/json'}});
}

function restart() {
  shown = null;
  $('#link').hidden = true;
  for (const input of all('#typing input, #file')) input.value = '';
  scan();
}

const ACTIONS = {
  scan, next: restart,
  torch: async button => {
    await camera.light(!camera.torch);
    button.setAttribute('aria-pressed', String(camera.torch));
  },
  file: () => $('#file').click(),
  type: () => openTyping($('#typing').hidden),
  update: async () => {
    const isAnswered = trust && await refresh();
    notice('update', language => word(isAnswered ? 'updated' : 'noNetwork', language));
    setTimeout(() => notice('update'), 4_000);
  },
  language: button => {
    language = button.dataset.lang;
    translate();
  },
  'confirm-upload': () => {
    const file = endUpload();
    if (!navigator.onLine) return say('pdfOffline');
    ask('/api/v1/verify', {body: file, headers: {'Content-Type': 'application/pdf', Accept: 'application/json'}});
  },
};

document.addEventListener('click', event => {
  const button = event.target.closest('[data-action]');
  if (button) ACTIONS[button.dataset.action]?.(button);
});
$('#stop').addEventListener('click', () => { stopScan(false); show('idle'); $('[data-action=scan]').focus(); });
$('#cancelUpload').addEventListener('click', endUpload);
$('#typing').addEventListener('submit', look);
$('#file').addEventListener('change', ({target}) => {
  const [file] = target.files;
  if (file) take(file);
});

// A changed fragment is another paper.
addEventListener('hashchange', () => {
  if (location.hash.length > 1) {
    const payload = location.hash.slice(1);
    history.replaceState(null, '', '/v');
    arrive(payload);
  }
});
async function arrive(payload) {
  stopScan(false);
  // Browsers write the blanks of base45 as %20 into an address.
  const plain = payload.replaceAll('%20', ' ');
  await ready;
  // Whatever else stands behind the sign came by a link, and a link of ours that breaks its rules is no paper.
  let chosen = trust?.report ? `https://${trust.report.host}/v#${payload}` : payload;
  if (trust?.report) {
    for (const text of new Set([payload, plain])) {
      if ((await core.judge(text).catch(() => []))[0]?.genuine) {
        chosen = text;
        break;
      }
    }
  }
  await judge(chosen);
  $('#link').hidden = false;
}

for (const kind of ['online', 'offline']) {
  addEventListener(kind, () => {
    main.dataset.online = String(navigator.onLine);
    basis();
    if (navigator.onLine && trust) refresh().catch(() => {});
  });
}
// A camera that was in the background is dead on some phones.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    if (!scanning) camera.close();
  } else if (scanning) {
    camera.close();
    scan();
  }
});

/** Asks for a newer bundle; true when the server answered. */
async function refresh() {
  const isAnswered = await trust.update();
  const {refused} = trust;
  notice('refused', refused && (language =>
    `${word('refused', language)} (${refused})${trust.report ? `; ${word('refusedKept', language)}` : ''}.`),
  {'data-bundle-refused': refused});
  basis();
  return isAnswered;
}

async function open() {
  try {
    core = new Core(await WebAssembly.compileStreaming(fetch('./core.wasm')));
    words = core.words();
  } catch {
    core = null;
    return;
  }
  trust = new Trust(core, $('meta[name=tamga-root]').content.trim());
  await trust.open().catch(() => {});
}

/**
 * The verdict of the core on a text, an object of the contract; rejects with `code` for a bundle that is none.
 *
 * `bundle`: bytes, default the held one; `now`: seconds since 1970; `on`: a day, ISO 8601.
 */
window.tamga = Object.freeze({
  judge: async (payload, by = {}) => {
    await ready;
    if (!core) throw new CoreError('failed');
    return (await core.judge(String(payload), by))[0];
  },
  /** The same as the core wrote it, in an array. */
  text: async (payload, by = {}) => {
    await ready;
    if (!core) throw new CoreError('failed');
    return new TextDecoder().decode(await core.text(String(payload), by));
  },
});

main.dataset.online = String(navigator.onLine);
const ready = open();
if (arrival.payload) main.dataset.state = 'judging';
await ready;
if (!core) {
  words = {headlines: {}, effects: {}, advice: {}, claims: {}, labels: {}};
  translate();
  fail('failedCore');
} else {
  translate();
  if (arrival.payload) arrive(arrival.payload);
  else show('idle');
  await refresh().catch(() => {});
  setInterval(() => refresh().catch(() => {}), TRUST_EVERY);
  if (!arrival.payload && main.dataset.state === 'idle') {
    const permission = await navigator.permissions?.query({name: 'camera'}).catch(() => null);
    if (permission?.state === 'granted' && main.dataset.state === 'idle' && !arrival.payload) scan();
  }
}
main.dataset.ready = '';
navigator.serviceWorker?.register('/v/worker.js', {scope: '/v'})
  .then(() => navigator.serviceWorker.ready).then(() => { main.dataset.offline = 'ready'; }).catch(() => {});
