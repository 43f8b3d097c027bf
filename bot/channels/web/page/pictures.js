// The files picked for the next message: from the button, the camera, the clipboard or dropped; at most nine.
import { drop, keep, kept } from './blobs.js';
import { h, translate } from './dom.js';
import { icon } from './icons.js';

const MOST = 9;
const HEAVY = 3_000_000; // bytes above which a picture is made smaller before it goes over a phone's network
const EDGE = 2560; // px, the longer side after that

export class Pictures {
  constructor(key, { changed, toast, ui, ready }) {
    Object.assign(this, { key, changed, toast, ui, files: [] });
    this.strip = h('ul', { class: 'strip', hidden: true, 'data-testid': 'photo-strip' });
    this.input = h('input', { type: 'file', accept: 'image/*,video/*', multiple: true, hidden: true, 'data-testid': 'photo-input', onchange: () => this.#picked(this.input) });
    this.camera = h('input', { type: 'file', accept: 'image/*', capture: 'environment', hidden: true, 'data-testid': 'camera-input', onchange: () => this.#picked(this.camera) });
    this.any = h('input', { type: 'file', multiple: true, hidden: true, 'data-testid': 'file-input', onchange: () => this.#picked(this.any) });
    // A phone short of memory may throw the page away while its camera is open: what was picked before comes back.
    ready.then(() => kept(key)).then((files) => files?.length && this.add(files));
  }

  async add(files) {
    const room = MOST - this.files.length;
    if (files.length > room) this.toast(this.ui()['page-photos-most']);
    this.files.push(...await Promise.all([...files].slice(0, room).map(smaller)));
    this.#show();
  }

  /** Hands over the files; whoever takes them also moves them away from `key`. */
  take() {
    const { files } = this;
    this.files = [];
    this.#draw();
    return files;
  }

  forget() {
    this.files = [];
    this.#show();
  }

  #picked(input) {
    this.add([...input.files]);
    input.value = '';
  }

  #show() {
    if (this.files.length) keep(this.key, this.files); else drop(this.key);
    this.#draw();
  }

  #draw() {
    for (const image of this.strip.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    this.strip.hidden = !this.files.length;
    this.strip.replaceChildren(...this.files.map((file, at) => h('li', { class: 'thumb' },
      file.type.startsWith('image/') ? seen(URL.createObjectURL(file), file.name) : named(file.name),
      h('button', {
        type: 'button', class: 'thumb-remove', 'data-label': 'remove', 'data-testid': 'photo-remove',
        onclick: () => { this.files.splice(at, 1); this.#show(); },
      }, icon('close')))));
    translate(this.strip, this.ui());
    this.changed();
  }
}

/** A picture; its name alone where this browser can show none. */
export function seen(src, name) {
  return h('img', { src, alt: name, onerror: (event) => event.target.replaceWith(named(name)) });
}

function named(name) {
  return h('span', { class: 'thumb-file', 'data-testid': 'thumb-file' }, icon('file'), h('span', {}, name));
}

/** A heavy photograph as a smaller JPEG; anything that cannot be read here stays as it is. */
async function smaller(file) {
  if (!/^image\/(jpeg|png|webp|hei[cf])$/.test(file.type) || file.size < HEAVY) return file;
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const by = Math.min(1, EDGE / Math.max(image.width, image.height));
    const canvas = h('canvas', { width: Math.round(image.width * by), height: Math.round(image.height * by) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.88); });
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
