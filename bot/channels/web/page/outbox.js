// Nothing a person typed is lost: each thing said is written down first, then posted, in order, with the same id,
// until the server says 200. Each item is a localStorage entry of its own, so two tabs never overwrite each other.
import { Refused } from './api.js';
import { drop, keep, kept, move } from './blobs.js';
import { last, uuid } from './dom.js';
import { lighter } from './lighter.js';

const SLOWEST = 20_000; // ms between attempts
const OLD = /^gridbee\.out\.[\w-]{32}\./; // keys of before 0.4
const SLOW = 8_000; // ms of an upload after which words overtake it
const LONG = Symbol('long');
const GONE = 404; // nobody is signed in here
const ECHO = 6_000; // ms a confirmed item stays visible while its message is still on the way

export class Outbox {
  constructor(api, seat, { changed, refused, gone, barred, newest, known }) {
    Object.assign(this, { api, seat, prefix: `gridbee.out.${seat}.`, changed, refused, gone, barred, newest, known, items: [], tries: 0, busy: false });
    this.#read();
    this.ready = this.#adopt();
    addEventListener('online', this.wake = () => { this.tries = 0; this.#pump(); });
  }

  #read() {
    const items = [];
    for (const key of stored()) {
      const old = this.seat === 'me' && OLD.test(key);
      if (!old && !key.startsWith(this.prefix)) continue;
      try { items.push(JSON.parse(localStorage.getItem(key))); } catch { continue; /* not ours, or cut short */ }
      if (old) this.#rename(key, last(items));
    }
    this.items = items.sort((a, b) => a.at - b.at);
  }

  #rename(key, item) {
    this.#write(item);
    localStorage.removeItem(key);
  }

  /** Takes everything that waits off this device: whoever signs out leaves nothing. */
  forget() {
    this.stop();
    for (const item of [...this.items]) this.remove(item);
  }

  /** A page that died between writing down an item and moving its pictures left them with the draft. */
  async #adopt() {
    for (const { id, from } of this.items.filter((one) => one.kind === 'files' && one.from)) {
      const files = (await kept(id)) ? null : await kept(from);
      if (files?.length) await move(from, id, files);
    }
  }

  /** Shows and posts what an earlier visit left. */
  async load() {
    await this.ready;
    for (const item of this.items) {
      if (item.kind === 'files') item.files ??= await kept(item.id);
    }
    this.changed();
    this.#pump();
  }

  stop() {
    removeEventListener('online', this.wake);
    clearTimeout(this.timer);
    this.stopped = true;
  }

  /** item: {kind: 'text'|'press'|'place'|'files', …the body that goes to the server}; `from`: where its files are kept now. */
  async add(item) {
    // Where it was said: if it is refused it stays there, and pushes nothing that came since out of sight.
    Object.assign(item, { id: uuid(), at: Date.now(), state: 'waiting', after: this.newest() });
    this.items.push(item);
    this.#write(item);
    this.changed();
    if (item.files) await move(item.from, item.id, item.files);
    this.#pump();
    return item;
  }

  retry(item) {
    item.state = 'waiting';
    delete item.error;
    this.#write(item);
    this.tries = 0;
    this.changed();
    this.#pump();
  }

  remove(item) {
    this.items = this.items.filter((other) => other !== item);
    try { localStorage.removeItem(this.prefix + item.id); } catch { /* storage is off */ }
    if (item.kind === 'files') drop(item.id);
    for (const url of item.urls ?? []) URL.revokeObjectURL(url);
    this.changed();
  }

  /** A message of mine arrived: the item it came from needs no ghost any more. Without `uuid` it is the oldest posted. */
  landed(message) {
    const waits = (one) => one.posted && !one.seen && one.state !== 'failed' && one.kind !== 'press' && !one.edit;
    const item = this.items.find(message.uuid ? (one) => one.id === message.uuid : waits);
    if (!item) return;
    item.seen = true;
    if (item.state === 'sent') this.remove(item); else this.changed();
  }

  pressing(message) {
    return this.items.find((item) => item.kind === 'press' && item.press.message === message);
  }

  editing(message) {
    return this.items.find((item) => item.edit === message && item.state === 'waiting');
  }

  #write(item) {
    const { files, urls, posted, seen, slow, ...plain } = item;
    try { localStorage.setItem(this.prefix + item.id, JSON.stringify(plain)); } catch { /* full or off: memory only */ }
  }

  async #pump() {
    if (this.busy || this.stopped) return;
    clearTimeout(this.timer);
    this.busy = true;
    for (let item = this.#next(); item && !this.stopped; item = this.#next()) {
      if (!(await this.#turn(item))) break;
    }
    this.busy = false;
  }

  /** An upload that takes long holds up no words: they may be a cry for help. */
  async #turn(item) {
    const posted = this.#post(item);
    if (item.kind !== 'files') return posted;
    const soon = await Promise.race([posted, new Promise((resolve) => { setTimeout(resolve, SLOW, LONG); })]);
    if (soon !== LONG) return soon;
    this.upload = item;
    item.slow = true;
    this.changed();
    posted.then((sent) => {
      this.upload = null;
      if (sent) this.#pump();
    });
    return true;
  }

  #next() {
    return this.items.find((item) => item.state === 'waiting' && !(this.upload && item.kind === 'files'));
  }

  async #post(item) {
    if (item.kind === 'files' && !(item.files ??= await kept(item.id))?.length) {
      this.#fail(item, this.gone());
      return true;
    }
    for (const [at, file] of item.files?.entries() ?? []) item.files[at] = await lighter(file);
    item.posted = true;
    try {
      const answer = await (item.kind === 'files' ? this.api.files(item) : this.api.say(body(item)));
      this.tries = 0;
      this.known();
      await this.#left(item, answer);
      this.#done(item);
      return true;
    } catch (error) {
      if (error instanceof Refused) {
        if (error.heard) this.known();
        else if (item.caption && error.status !== GONE) this.#words(item);
        if (error.status !== GONE) item.caption = '';
        this.#fail(item, error.bare ? this.barred() : error.message);
        return true;
      }
      const wait = Math.min(SLOWEST, 1000 * 2 ** this.tries++) * (0.75 + Math.random() / 2);
      this.timer = setTimeout(() => this.#pump(), wait);
      return false;
    }
  }

  /** What was said beside files that are refused goes without them. The id is the server's for the same words: they are heard once. */
  #words(item) {
    const { id, at, after, caption: text, reply_to } = item;
    const words = { kind: 'text', id: `${id}-words`, at, after, text, reply_to, state: 'waiting' };
    this.items.splice(this.items.indexOf(item), 0, words);
    this.#write(words);
  }

  /** The files that could not be taken stay below the message with the others, those of one reason together. */
  async #left({ files }, { left = [], message: after }) {
    for (const error of new Set(left.map((one) => one.error))) {
      const these = left.filter((one) => one.error === error).map((one) => files[one.file]);
      const item = { kind: 'files', id: uuid(), at: Date.now(), caption: '', after, state: 'failed', error, files: these };
      await keep(item.id, item.files);
      this.items.push(item);
      this.#write(item);
    }
  }

  #done(item) {
    if (item.kind === 'press' || item.edit || item.seen) return this.remove(item);
    item.state = 'sent';
    try { localStorage.removeItem(this.prefix + item.id); } catch { /* storage is off */ }
    drop(item.id);
    setTimeout(() => this.items.includes(item) && this.remove(item), ECHO);
    return this.changed();
  }

  #fail(item, error) {
    if (item.kind === 'press') {
      this.remove(item);
      this.refused(error);
      return;
    }
    Object.assign(item, { state: 'failed', error, seen: false, posted: false });
    this.#write(item);
    this.changed();
  }
}

function stored() {
  try { return Object.keys(localStorage); } catch { return []; }
}

function body({ id, kind, text, reply_to: replyTo, edit, press, place }) {
  if (kind === 'press') return { id, press };
  if (kind === 'place') return { id, place };
  return { id, text, ...(replyTo && { reply_to: replyTo }), ...(edit && { edit }) };
}
