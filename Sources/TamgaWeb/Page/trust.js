// The trust bundle: the newest that was accepted is kept, and nothing but it.
import {CoreError} from './core.js';

const ADDRESS = '/api/v1/trust';
const PLACE = 'tamga-trust';

export class Trust {
  /** @param {import('./core.js').Core} core */
  constructor(core, root) {
    this.core = core;
    this.root = root;
    /** What the core says of the held bundle. */
    this.report = null;
    /** Why the last one offered was refused: a code without `trust-`. */
    this.refused = null;
    this.tag = null;
  }

  /** Takes the kept bundle; one that is damaged is thrown away. */
  async open() {
    const cache = await caches.open(PLACE).catch(() => null);
    const kept = await cache?.match(ADDRESS);
    if (!kept) return;
    try {
      this.report = await this.core.take(new Uint8Array(await kept.arrayBuffer()), this.root);
      this.tag = kept.headers.get('ETag');
    } catch {
      await cache.delete(ADDRESS);
    }
  }

  /** Asks for a newer one. True when the server answered. */
  async update() {
    let answer;
    try {
      // Fonts are for those who read PDF files.
      answer = await fetch(ADDRESS + '?fonts=0', {cache: 'no-store', credentials: 'omit', headers: this.tag ? {'If-None-Match': this.tag} : {}});
    } catch {
      return false;
    }
    if (answer.headers.get('X-Tamga-Kept')) return false;
    if (answer.status === 304) {
      this.refused = null;
      return true;
    }
    if (!answer.ok) return false;
    try {
      const report = await this.core.take(new Uint8Array(await answer.arrayBuffer()), this.root);
      this.refused = null;
      this.report = report;
      this.tag = answer.headers.get('ETag');
      const headers = {'Content-Type': 'application/vnd.tamga.trust+cbor', 'X-Tamga-Kept': '1'};
      if (this.tag) headers.ETag = this.tag;
      // A browser that keeps nothing still judges.
      await caches.open(PLACE).then(cache => cache.put(ADDRESS, new Response(this.core.bundle, {headers}))).catch(() => {});
    } catch (error) {
      if (!(error instanceof CoreError)) throw error;
      this.refused = error.code.replace(/^trust-/, '');
    }
    return true;
  }
}
