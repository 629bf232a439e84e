// Reads QR codes in pictures on the device, in a worker that is made when it is first needed.
import {pixels} from './camera.js';

/** Longer sides at which a picture is tried. */
const SIZES = [1920, 3200, 960];

export class Decoder {
  constructor(address) {
    this.address = address;
    this.waiting = new Map();
    this.next = 1;
  }

  /** Throws where the browser cannot. */
  async start() {
    this.worker ??= (async () => {
      // Compiled here: the page's policy allows it, a worker has one of its own.
      const module = await WebAssembly.compileStreaming(fetch(this.address));
      const worker = new Worker('./reader.js', {type: 'module'});
      await new Promise((ready, fail) => {
        worker.onmessage = ({data}) => {
          if (data.ready) ready();
          else if (data.id) {
            this.waiting.get(data.id)?.(data);
            this.waiting.delete(data.id);
          } else fail(new Error('decoder'));
        };
        worker.onerror = fail;
        worker.postMessage({module});
      });
      return worker;
    })();
    return this.worker;
  }

  /** The codes in pixels; `seen` when one was there, read or not. */
  async read(image) {
    const worker = await this.start();
    const id = this.next;
    this.next += 1;
    return new Promise(done => {
      this.waiting.set(id, done);
      worker.postMessage({id, pixels: image.data, width: image.width, height: image.height}, [image.data.buffer]);
    });
  }

  /** The codes of a picture's file, and why there are none; throws for what is no picture. */
  async picture(file) {
    const image = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    let isSeen = false;
    try {
      for (const size of SIZES) {
        const {codes, seen} = await this.read(pixels(canvas, image, image.width, image.height, size));
        if (codes.length) return {codes, noCode: 'nothing'};
        isSeen ||= seen;
      }
      return {codes: [], noCode: isSeen ? 'unread' : 'nothing'};
    } finally {
      image.close();
      canvas.width = 0;
    }
  }
}
