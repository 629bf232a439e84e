// The camera: frames to a reader of QR codes, until one reads.

/** Pixels of the longer side that a frame is read at. */
const FRAME = 1280;
/** Milliseconds without a code after which our reader helps the browser's own. */
const PATIENCE = 1500;

export class Camera {
  /** @param {(image: ImageBitmapSource) => Promise<{codes: string[], seen: boolean}>} read our reader */
  constructor(video, read) {
    this.video = video;
    this.read = read;
    this.canvas = document.createElement('canvas');
    this.torch = false;
    this.opening = null;
    this.stream = null;
  }

  get isOpen() { return Boolean(this.stream); }
  get hasTorch() { return Boolean(this.stream?.getVideoTracks()[0]?.getCapabilities?.().torch); }

  /** Opens it once, however often it is asked; with the torch as it was; throws what the browser throws. */
  async open() {
    if (this.stream?.getVideoTracks().some(track => track.readyState === 'ended')) this.close();
    if (!this.opening) {
      const opening = this.start(() => this.opening === opening);
      this.opening = opening;
    }
    await this.opening;
    // One that stayed open may have been paused meanwhile, its torch put out.
    if (this.stream && this.video.paused) await this.video.play();
    if (this.stream && this.torch) await this.light(true);
  }

  /** @param {() => boolean} isWanted whether nobody closed the camera meanwhile */
  async start(isWanted) {
    if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('', 'NotFoundError');
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false, video: {facingMode: {ideal: 'environment'}, width: {ideal: 1920}, height: {ideal: 1080}},
    });
    if (!isWanted()) return stop(stream);
    this.stream = stream;
    this.video.srcObject = stream;
    await this.video.play();
  }

  close() {
    this.opening = null;
    if (this.stream) stop(this.stream);
    this.stream = null;
    this.video.srcObject = null;
  }

  async light(isOn) {
    await this.stream?.getVideoTracks()[0]?.applyConstraints({advanced: [{torch: isOn}]}).catch(() => {});
    this.torch = isOn;
  }

  /** Our codes in the first frame that has some, those of others left out; null when `signal` ends it. */
  async codes(signal, {onForeign, isOurs}) {
    const own = await this.browsersReader();
    const started = performance.now();
    while (!signal.aborted) {
      await new Promise(done => { requestAnimationFrame(done); });
      if (document.hidden || this.video.readyState < 2) {
        await new Promise(done => { setTimeout(done, 100); });
        continue;
      }
      let codes = [];
      if (own) codes = (await own.detect(this.video).catch(() => [])).map(code => code.rawValue);
      if (!codes.length && (!own || performance.now() - started > PATIENCE)) {
        codes = (await this.read(this.frame())).codes;
      }
      if (signal.aborted) return null;
      const ours = [];
      for (const code of new Set(codes)) if (await isOurs(code)) ours.push(code);
      if (signal.aborted) return null;
      if (ours.length) return ours;
      if (codes.length) onForeign();
    }
    return null;
  }

  async browsersReader() {
    try {
      const formats = await globalThis.BarcodeDetector?.getSupportedFormats();
      return formats?.includes('qr_code') ? new globalThis.BarcodeDetector({formats: ['qr_code']}) : null;
    } catch {
      return null;
    }
  }

  frame() {
    const {videoWidth: width, videoHeight: height} = this.video;
    return pixels(this.canvas, this.video, width, height, FRAME);
  }
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/** The pixels of an image, its longer side at most `most`. */
export function pixels(canvas, image, width, height, most) {
  const scale = Math.min(1, most / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', {willReadFrequently: true});
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
