// One SSE connection that is always opened again from the last seq seen.

import { Refused } from './api.js';

const SLOWEST = 15_000; // ms between attempts
const REST = 60_000; // ms after which a hidden page gives its connection back: a browser has six per server

export class Live {
  constructor(api, { message, toast, me, state, dead }) {
    Object.assign(this, { api, after: 0, tries: 0, on: { message, toast, me, state, dead } });
    this.again = () => { this.tries = 0; this.open(); };
    this.seen = () => this.#visibility();
  }

  start(after) {
    this.after = after;
    addEventListener('online', this.again);
    document.addEventListener('visibilitychange', this.seen);
    this.open();
  }

  stop() {
    removeEventListener('online', this.again);
    document.removeEventListener('visibilitychange', this.seen);
    this.#close();
  }

  open() {
    this.#close();
    const source = new EventSource(this.api.url(`live?after=${this.after}`));
    this.source = source;
    source.onopen = () => { this.tries = 0; this.on.state(true); };
    source.onerror = () => this.#later();
    source.addEventListener('message', (event) => {
      this.after = Math.max(this.after, Number(event.lastEventId) || 0);
      this.#heard(JSON.parse(event.data));
    });
    source.addEventListener('toast', (event) => this.on.toast(JSON.parse(event.data)));
    source.addEventListener('me', (event) => this.on.me(JSON.parse(event.data)));
  }

  #heard(message) {
    this.after = Math.max(this.after, message.seq ?? 0);
    this.on.message(message);
  }

  #later() {
    this.#close();
    this.on.state(false);
    const wait = Math.min(SLOWEST, 1000 * 2 ** this.tries++) * (0.75 + Math.random() / 2);
    this.timer = setTimeout(() => this.#reopen(), wait);
  }

  /** A stream that fails does not say why: a page that was signed out asks no more. One that may not listen now
   *  hears by asking. */
  async #reopen() {
    try {
      const { messages } = await this.api.log(this.after);
      messages.forEach((message) => this.#heard(message));
    } catch (error) {
      if (error instanceof Refused) return this.on.dead(error.message);
    }
    return this.open();
  }

  #close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  #visibility() {
    clearTimeout(this.resting);
    if (document.hidden) this.resting = setTimeout(() => this.#close(), REST);
    else if (!this.source) this.again();
  }
}
