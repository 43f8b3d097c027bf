// The only file that talks to the server: /api/chat/<seat>/…. Who that is, the cookie of this seat says.

/** The server said no (4xx): `message` is its sentence for people, `heard` that it took the words; `bare` is a number alone, from whatever stands before the server. Everything else that fails is worth repeating. */
export class Refused extends Error {
  constructor(message, status, heard, bare) {
    super(message);
    Object.assign(this, { status, heard, bare });
  }
}

const AGAIN = new Set([408, 425, 429]);
const LIMIT = 200;
const PATIENCE = 45_000; // ms without an answer, after which a connection is dead and nobody says so
const SLOWEST = 5; // bytes a ms that are sent over the weakest network

export class Api {
  constructor(seat) {
    this.base = new URL(`/api/chat/${seat}/`, location.href);
  }

  url(path) {
    return new URL(path, this.base).href;
  }

  async log(after = 0) {
    const first = await this.#ask(`log?after=${after}&limit=${LIMIT}`);
    let page = first;
    while (page.messages.length >= LIMIT && page.last > after) {
      after = page.last;
      page = await this.#ask(`log?after=${after}&limit=${LIMIT}`);
      first.messages.push(...page.messages);
      first.last = Math.max(first.last, page.last);
    }
    return first;
  }

  map() {
    this.mapOnce ??= this.#ask('map').catch((error) => {
      this.mapOnce = null;
      throw error;
    });
    return this.mapOnce;
  }

  say(body) {
    return this.#post('say', body);
  }

  async devices() {
    return (await this.#ask('devices')).devices;
  }

  endDevice(device) {
    return this.#post('devices/end', { device });
  }

  deviceLink() {
    return this.#post('devices/link', {});
  }

  leave() {
    return this.#post('leave', {});
  }

  files({ id, caption, reply_to: replyTo, files }) {
    const form = new FormData();
    form.append('id', id);
    form.append('caption', caption ?? '');
    if (replyTo) form.append('reply_to', replyTo);
    for (const file of files) form.append('file', file, file.name || 'photo.jpg');
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    return this.#ask('files', { method: 'POST', body: form }, bytes);
  }

  #post(path, body) {
    return this.#ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  }

  async #ask(path, options, bytes = 0) {
    const { response, data } = await this.#answer(path, options, PATIENCE + bytes / SLOWEST);
    if (response.ok && data) return data;
    if (response.status >= 400 && response.status < 500 && !AGAIN.has(response.status)) {
      throw new Refused(data?.error ?? `${response.status}`, response.status, Boolean(data?.heard), !data?.error);
    }
    throw new Error(`${response.status}`);
  }

  async #answer(path, options, patience) {
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), patience);
    try {
      const response = await fetch(this.url(path), { cache: 'no-store', signal: end.signal, ...options });
      return { response, data: await response.json().catch(() => null) };
    } finally {
      clearTimeout(timer);
    }
  }
}
