// Makes a photograph lighter before it goes over a phone's network.
import { h } from './dom.js';

const HEAVY = 3_000_000; // bytes above which it is
const EDGE = 2560; // px, the longer side after that

const made = new WeakMap(); // of each file what becomes of it
let turn = Promise.resolve();

/** A heavy photograph as a smaller JPEG; anything that cannot be read here stays as it is. One at a time: nine that are
 *  opened at once are more than a cheap phone's memory. */
export function lighter(file) {
  if (!made.has(file)) made.set(file, turn = turn.then(() => lightened(file)));
  return made.get(file);
}

async function lightened(file) {
  if (!/^image\/(jpeg|png|webp|hei[cf])$/.test(file.type) || file.size < HEAVY) return file;
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const by = Math.min(1, EDGE / Math.max(image.width, image.height));
    const canvas = h('canvas', { width: Math.round(image.width * by), height: Math.round(image.height * by) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.88); });
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
