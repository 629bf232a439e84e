// The verdict core: WebAssembly made of the same Swift as `tamga verify`. This file is its door and
// the browser's part: time zones, random bytes, and signatures of P-256.
//
// WebCrypto answers later, the core asks at once. So an open question gets "no" for the moment, is
// answered, and the core is asked again until none is open: a few rounds of milliseconds.

/** What the core cannot do, or will not: `code` is a code of `tamga trust import`, or `failed`. */
export class CoreError extends Error {
  constructor(code, message) {
    super(code);
    this.code = code;
    this.words = message;
  }
}

const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Seconds: the range of `Date`. */
const LAST = 8_640_000_000_000;
/** Questions of a bundle: its keys and signatures. More rounds are a fault. */
const MOST_ROUNDS = 64;

/** Seconds east of UTC; null for a zone that the browser does not know. */
const formats = new Map();
function offset(zone, moment) {
  try {
    if (!formats.has(zone)) {
      formats.set(zone, new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'}));
    }
    const seconds = Math.min(LAST, Math.max(-LAST, Number(moment)));
    const name = formats.get(zone).formatToParts(new Date(seconds * 1000))
      .find(part => part.type === 'timeZoneName').value;
    const found = /^GMT(?:([+-])(\d+)(?::(\d+))?(?::(\d+))?)?$/.exec(name);
    if (!found) return null;
    const [, sign, hours = 0, minutes = 0, rest = 0] = found;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest));
  } catch {
    return null;
  }
}

const P256 = {name: 'ECDSA', namedCurve: 'P-256'};
const point = key => crypto.subtle.importKey('raw', Uint8Array.of(4, ...key), P256, false, ['verify']);

/** The answer to a question of the core, 1 or 0. */
async function answered({message, signature, key}) {
  try {
    const imported = await point(key);
    if (!signature) return 1;
    return await crypto.subtle.verify({name: 'ECDSA', hash: 'SHA-256'}, imported, signature, message) ? 1 : 0;
  } catch {
    return 0;
  }
}

export class Core {
  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.module = module;
    this.answers = new Map();
    this.start();
  }

  start() {
    this.asked = new Map();
    const host = {
      is_p256: key => this.ask({key: this.copy(key, 64)}, 1),
      p256: (message, count, signature, key) =>
        this.ask({message: this.copy(message, count), signature: this.copy(signature, 64), key: this.copy(key, 64)}, 0),
      offset: (zone, count, moment) => offset(decoder.decode(this.bytes(zone, count)), moment) ?? -0x80000000,
      random: (to, count) => crypto.getRandomValues(this.bytes(to, count)),
      answer: (from, count) => { this.answer = this.copy(from, count); },
    };
    const none = new Proxy({}, {get: () => () => { throw new CoreError('failed'); }});
    this.exports = new WebAssembly.Instance(this.module, {host, wasi_snapshot_preview1: none, env: none}).exports;
  }

  bytes(at, count) { return new Uint8Array(this.exports.memory.buffer, at, count); }
  copy(at, count) { return this.bytes(at, count).slice(); }

  /** The known answer, or `guess` until there is one. */
  ask(question, guess) {
    const id = [question.key, question.signature ?? [], question.message ?? []].map(hex).join('.');
    const known = this.answers.get(id);
    if (known !== undefined) return known;
    this.asked.set(id, question);
    return guess;
  }

  /**
   * Calls a function of the core; byte arrays become pointer and count.
   *
   * A core that breaks is started anew, without what it held: `failed`.
   */
  call(name, ...values) {
    const places = [];
    try {
      const given = values.flatMap(value => {
        if (!(value instanceof Uint8Array)) return [value];
        const at = this.exports.malloc(value.length || 1);
        if (!at) throw new CoreError('failed');
        places.push(at);
        this.bytes(at, value.length).set(value);
        return [at, value.length];
      });
      this.answer = undefined;
      this.exports[name](...given);
      for (const at of places) this.exports.free(at);
      if (!this.answer) throw new CoreError('failed');
      return this.answer;
    } catch (error) {
      this.start();
      const held = this.held;
      this.held = undefined;
      if (held && name !== 'tamga_take') this.call('tamga_take', held, new Uint8Array(), 1) && (this.held = held);
      throw error instanceof CoreError ? error : new CoreError('failed');
    }
  }

  /** Calls until no question is open. */
  async settled(name, ...values) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      this.asked.clear();
      const answer = this.call(name, ...values);
      if (!this.asked.size) return answer;
      for (const [id, question] of [...this.asked]) this.answers.set(id, await answered(question));
    }
    throw new CoreError('failed');
  }

  static result(bytes) {
    const value = JSON.parse(decoder.decode(bytes));
    if (value.refused) throw new CoreError(value.refused, value.message);
    return value;
  }

  /** Every word around a verdict. */
  words() { return Core.result(this.call('tamga_words')); }

  /**
   * Takes a bundle in the place of the held one, as `tamga trust import` would, or throws.
   *
   * @param {Uint8Array} bundle
   * @param {string} root the fingerprint that its root key must have, or ''
   */
  async take(bundle, root = '') {
    const pin = encoder.encode(root);
    Core.result(await this.settled('tamga_take', bundle, pin, 0));
    const report = Core.result(await this.settled('tamga_take', bundle, pin, 1));
    if (report.taken) this.held = this.call('tamga_bundle');
    return report;
  }

  /** The bytes of the held bundle, without fonts. */
  get bundle() { return this.held; }

  /** The JSON of the verdicts as bytes; see `judge`. */
  async text(input, {bundle, now, on} = {}) {
    const isText = typeof input === 'string';
    // The decoder's texts may hold anything; a zero byte ends each.
    const bytes = encoder.encode(isText ? input : input.codes.map(code => code.replaceAll('\0', '\uFFFD') + '\0').join(''));
    const noCode = isText ? -1 : Math.max(0, ['nothing', 'unread', 'small', 'unfinished'].indexOf(input.noCode));
    const moment = now ?? Date.now() / 1000;
    return this.settled('tamga_judge', bundle ? new Uint8Array(bundle) : new Uint8Array(), bytes, noCode,
      BigInt(Math.floor(Number(moment))), encoder.encode(on ?? ''));
  }

  /**
   * The verdicts on a text, or on the codes of a picture.
   *
   * @param {string | {codes: string[], noCode: string}} input
   * @param {{bundle?: Uint8Array, now?: number, on?: string}} by the held bundle, this moment, today
   */
  async judge(input, by) { return Core.result(await this.text(input, by)); }
}
