// Where a message is written: words, pictures, a place, a quote, or a change to the last message.
import { h, translate } from './dom.js';
import { icon } from './icons.js';
import { Pictures } from './pictures.js';

const TALLEST = 168; // px of the text field

export class Composer {
  /** doing: say(item), place(), menu(), lastOwn(), message(id), quote(id), text(message), toast(text), ui(), ready: a promise */
  constructor(seat, doing) {
    Object.assign(this, { doing, key: `gridbee.draft.${seat}`, aboutKey: `gridbee.about.${seat}`, replyTo: null, edited: null });
    this.pictures = new Pictures(`draft.${seat}`, { changed: () => this.#ready(), toast: doing.toast, ui: doing.ui, ready: doing.ready });
    this.text = h('textarea', {
      rows: 1, class: 'composer-text', 'data-hint': 'write', 'data-label': 'write', 'data-testid': 'composer-text',
      enterkeyhint: 'send', autocomplete: 'off',
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onpaste: (event) => this.#paste(event),
    });
    this.send = h('button', { type: 'button', class: 'send', 'data-label': 'send', 'data-testid': 'send', onclick: () => this.submit() }, icon('send'));
    this.about = h('span', { class: 'about-text' });
    this.aboutWord = h('b', {});
    this.strip = h('div', { class: 'about', hidden: true, 'data-testid': 'about' }, h('span', { class: 'about-bar' }), h('span', { class: 'about-words' }, this.aboutWord, this.about),
      h('button', { type: 'button', class: 'plain', 'data-label': 'cancel', 'data-testid': 'about-cancel', onclick: () => this.cancel() }, icon('close')));
    const tool = (name, word, onclick, extra = '') => h('button', { type: 'button', class: `composer-tool ${extra}`, 'data-label': word, 'data-testid': `${name}-button`, onclick }, icon(name));
    this.menu = tool('menu', 'menu', () => doing.menu());
    this.menu.setAttribute('aria-expanded', 'false');
    this.element = h('div', { class: 'composer', 'data-testid': 'composer' },
      this.strip, this.pictures.strip, this.text,
      h('div', { class: 'composer-tools' },
        tool('photo', 'photo-add', () => this.pictures.input.click()),
        tool('camera', 'camera', () => this.pictures.camera.click(), 'touch-only'),
        tool('place', 'place-send', () => doing.place()),
        this.menu, h('span', { class: 'gap' }), this.send),
      this.pictures.input, this.pictures.camera, this.pictures.any);
    this.element.addEventListener('pointerdown', (event) => {
      if (event.target === this.element) requestAnimationFrame(() => this.text.focus());
    });
    try { this.text.value = localStorage.getItem(this.key) ?? ''; } catch { /* storage is off */ }
    this.#ready();
    requestAnimationFrame(() => this.#grow());
  }

  /** What was being answered or changed before the page was loaded again. A message that may not be changed any more
   *  leaves its new words to be sent. */
  resume() {
    const kept = stored(this.aboutKey);
    const message = kept && this.doing.message(kept.reply ?? kept.edit);
    if (kept?.reply && message) return this.reply(message);
    if (kept?.edit && message && message === this.doing.lastOwn()) {
      this.edit(message);
      return this.write(kept.text);
    }
    this.#keep(null);
    if (kept?.text) this.write([this.text.value, kept.text].filter(Boolean).join('\n'));
    return undefined;
  }

  reply(message) {
    this.cancel();
    this.replyTo = message.id;
    this.#keep({ reply: message.id });
    this.#about('reply', this.doing.quote(message.id));
  }

  edit(message) {
    this.cancel();
    this.before = this.text.value;
    this.edited = message.id;
    this.write(this.doing.text(message));
    this.#about('editing', this.doing.quote(message.id));
  }

  /** Whoever signs out leaves no draft. */
  forget() {
    this.write('');
    try { localStorage.removeItem(this.key); } catch { /* storage is off */ }
    this.#keep(null);
    this.pictures.forget();
  }

  cancel() {
    const before = this.edited ? this.before ?? '' : null;
    this.replyTo = this.edited = null;
    this.#keep(null);
    if (before !== null) this.write(before);
    this.strip.hidden = true;
  }

  write(text) {
    this.text.value = text;
    this.#typed();
    this.text.focus();
    this.text.setSelectionRange(text.length, text.length);
  }

  submit() {
    const text = this.text.value.trim();
    const replyTo = this.replyTo;
    if (this.edited) {
      if (!text) return;
      const edit = this.edited;
      this.cancel();
      this.doing.say({ kind: 'text', text, edit });
      return;
    }
    const files = this.pictures.take();
    if (!text && !files.length) return;
    this.write('');
    this.cancel();
    this.doing.say(files.length ? { kind: 'files', caption: text, files, from: this.pictures.key, reply_to: replyTo } : { kind: 'text', text, reply_to: replyTo });
  }

  #about(word, quote) {
    this.aboutWord.dataset.word = word;
    this.about.textContent = quote;
    this.strip.hidden = false;
    translate(this.strip, this.doing.ui());
    this.text.focus();
  }

  #typed() {
    if (this.edited) {
      this.#keep({ edit: this.edited, text: this.text.value });
    } else {
      try { localStorage.setItem(this.key, this.text.value); } catch { /* storage is off */ }
    }
    this.#grow();
    this.#ready();
  }

  #keep(about) {
    try {
      if (about) localStorage.setItem(this.aboutKey, JSON.stringify(about));
      else localStorage.removeItem(this.aboutKey);
    } catch { /* storage is off */ }
  }

  #grow() {
    this.text.style.height = 'auto';
    if (this.text.scrollHeight) this.text.style.height = `${Math.min(TALLEST, this.text.scrollHeight)}px`;
  }

  #ready() {
    this.send?.classList.toggle('ready', Boolean(this.text.value.trim() || this.pictures.files.length));
  }

  #key(event) {
    // While an input method is composing, Enter chooses a word; Safari says so only by keyCode 229.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape' && !this.strip.hidden) {
      event.preventDefault();
      this.cancel();
    } else if (event.key === 'ArrowUp' && !this.text.value && !this.edited && this.doing.lastOwn()) {
      event.preventDefault();
      this.edit(this.doing.lastOwn());
    }
  }

  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.pictures.add(files);
  }
}

function stored(key) {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; /* storage is off, or cut short */ }
}
