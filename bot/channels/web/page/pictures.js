// The files picked for the next message: from the button, the camera, the clipboard or dropped; at most nine.
import { drop, keep, kept } from './blobs.js';
import { h, translate } from './dom.js';
import { icon } from './icons.js';
import { lighter } from './lighter.js';

const MOST = 9;

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

  /** They are here and kept at once, and made smaller where they lie. */
  add(files) {
    const taken = [...files].slice(0, MOST - this.files.length);
    if (files.length > taken.length) this.toast(this.ui()['page-photos-most']);
    this.files.push(...taken);
    this.#show();
    for (const file of taken) this.#lighten(file);
  }

  async #lighten(file) {
    const light = await lighter(file);
    const at = this.files.indexOf(file);
    if (at < 0 || light === file) return;
    this.files[at] = light;
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
