// A worker of its own, so that the camera's picture never stops: QR codes by zxing-cpp.
import start from './decoder.mjs';

let zxing;

/** Brightness as the eye has it (ITU-R BT.601), for each pixel a byte. */
function grey(pixels) {
  const out = new Uint8Array(pixels.length / 4);
  for (let at = 0, from = 0; at < out.length; at += 1, from += 4) {
    out[at] = (306 * pixels[from] + 601 * pixels[from + 1] + 117 * pixels[from + 2]) >> 10;
  }
  return out;
}

function decode({pixels, width, height}) {
  const bytes = grey(pixels);
  const at = zxing._malloc(bytes.length);
  if (!at) return {codes: [], seen: false};
  // The memory may have grown just now: its view is asked for afterwards.
  new Uint8Array(zxing.memory.buffer).set(bytes, at);
  const found = zxing.UTF8ToString(zxing._tamga_decode(at, width, height));
  zxing._free(at);
  const parts = found ? found.split('\x1F') : [];
  return {codes: parts.filter(part => part[0] === '+').map(part => part.slice(1)), seen: parts.length > 0};
}

self.onmessage = async ({data}) => {
  try {
    if (data.module) {
      let memory;
      zxing = await start({
        instantiateWasm: (imports, done) => {
          WebAssembly.instantiate(data.module, imports).then(instance => {
            memory = Object.values(instance.exports).find(value => value instanceof WebAssembly.Memory)
              ?? Object.values(imports).flatMap(Object.values).find(value => value instanceof WebAssembly.Memory);
            done(instance, data.module);
          });
          return {};
        },
      });
      zxing.memory = memory;
      self.postMessage({ready: true});
    } else {
      self.postMessage({id: data.id, ...decode(data)});
    }
  } catch (error) {
    self.postMessage({id: data.id, codes: [], seen: false, broken: true});
  }
};
