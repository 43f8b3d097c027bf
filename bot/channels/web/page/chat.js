// <grid-chat seat="…">: one whole chat. It knows all the parts; the parts know only what they are given.
import { Api, Refused } from './api.js';
import { calls } from './bubble.js';
import { Composer } from './composer.js';
import { Devices } from './devices.js';
import { h, translate } from './dom.js';
import { Keyboard, Menu } from './keyboard.js';
import { Live } from './live.js';
import { Log } from './log.js';
import { Outbox } from './outbox.js';
import { Picker } from './picker.js';
import { plain } from './safe.js';
import { Toasts } from './toasts.js';

const PATIENCE = 1200; // ms without a connection before the bar says so

export class GridChat extends HTMLElement {
  connectedCallback() {
    this.seat = this.getAttribute('seat');
    this.ui = {};
    this.me = {};
    this.api = new Api(this.seat);
    this.toasts = new Toasts(() => this.ui);
    this.#parts();
    this.#assemble();
    this.#drops();
    this.#start();
    // said on another page of this browser, perhaps
    this.returned = () => { if (this.newcomer && !document.hidden) this.#start(); };
    document.addEventListener('visibilitychange', this.returned);
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.returned);
    this.live.stop();
    this.outbox.stop();
  }

  say(text) {
    return this.outbox.add({ kind: 'text', text });
  }

  /** Puts an example into the composer for the person to send. */
  suggest(text) {
    if (!this.composer.text.value) this.composer.write(text);
  }

  #parts() {
    const ui = () => this.ui;
    const toast = (text) => this.toasts.show({ text });
    this.outbox = new Outbox(this.api, this.seat, {
      changed: () => this.#queue(), refused: (text) => this.toasts.show({ text, alert: true }),
      gone: () => this.ui['page-photos-gone'] ?? '', barred: () => this.ui['page-barred'] ?? '', newest: () => this.log.newestId(),
      known: () => this.#known(),
    });
    this.log = new Log({
      ui, url: (path) => this.api.url(path), map: () => this.api.map(), day: (day) => this.#day(day),
      say: (text) => this.say(text), press: (message, data) => this.outbox.add({ kind: 'press', press: { message, data } }),
      pressing: (id) => this.outbox.pressing(id), saving: (id) => this.outbox.editing(id),
      reply: (message) => this.composer.reply(message), edit: (message) => this.composer.edit(message),
      show: (place) => this.#map({ place }), retry: (item) => this.outbox.retry(item), takeBack: (item) => this.#takeBack(item),
      giveUp: (item) => this.outbox.remove(item),
    });
    this.composer = new Composer(this.seat, {
      ui, toast, ready: this.outbox.ready, say: (item) => this.#send(item), place: () => this.#pick(), menu: () => this.menu.toggle(),
      lastOwn: () => this.log.lastOwn(), message: (id) => this.log.messages.get(id),
      quote: (id) => this.log.quote(id), text: (message) => plain(message.html),
    });
    this.keyboard = new Keyboard({ say: (text) => this.#send({ kind: 'text', text }), place: () => this.#pick() });
    this.menu = new Menu(this.composer.menu, { ui, say: (text) => this.#send({ kind: 'text', text }), extras: () => this.#extras() });
    this.live = new Live(this.api, {
      message: (message) => this.#message(message), toast: (data) => this.toasts.show(data),
      me: (data) => this.#introduce(data), state: (on) => this.#connection(on), dead: (sentence) => this.#dead(sentence),
    });
  }

  #assemble() {
    this.avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' });
    this.nameLine = h('h2', { class: 'chat-name' });
    this.roleLine = h('p', { class: 'chat-role' });
    this.bar = h('div', { class: 'connecting', role: 'status', hidden: true, 'data-testid': 'reconnecting' }, h('span', { 'data-word': 'reconnecting' }));
    this.log.element.append(this.toasts.element);
    // who goes from button to button need not pass through all that was ever said
    const skip = h('button', { type: 'button', class: 'skip', onclick: () => this.composer.text.focus(), 'data-testid': 'skip' }, h('span', { 'data-word': 'skip' }));
    this.append(
      skip,
      h('header', { class: 'chat-head' }, this.avatar, h('div', { class: 'chat-who' }, this.nameLine, this.roleLine)),
      this.bar, this.log.calls.element, this.log.element,
      h('footer', { class: 'chat-foot' }, this.keyboard.element, h('div', { class: 'composer-wrap' }, this.menu.element, this.composer.element)),
      h('div', { class: 'drop-here', 'aria-hidden': 'true' }, h('span', { 'data-word': 'drop' })));
  }

  async #start(tries = 0) {
    try {
      const { messages, last, new: newcomer, ...who } = await this.api.log();
      this.newcomer = Boolean(newcomer);
      this.#introduce(who);
      for (const message of messages) {
        this.log.upsert(message);
        if (message.uuid) this.outbox.landed(message);
      }
      this.#keys();
      this.log.announce();
      this.#connection(true);
      if (!this.newcomer) this.live.start(last);
      await this.outbox.load();
      this.composer.resume();
      this.log.bottom();
      this.toggleAttribute('ready', true);
    } catch (error) {
      if (error instanceof Refused) return this.#dead(error.message);
      this.#connection(false);
      setTimeout(() => this.#start(tries + 1), Math.min(15_000, 1000 * 2 ** tries));
    }
    return undefined;
  }

  /** Of a newcomer nothing is kept, so nothing comes: the page listens from their first word on. */
  #known() {
    if (!this.newcomer) return;
    this.newcomer = false;
    this.live.start(0);
    // their first word may have said in which language they speak
    this.api.log().then(({ messages, last, ...who }) => this.#introduce(who)).catch(() => {});
  }

  #introduce({ me, ui, menu }) {
    const changed = this.shownUi !== JSON.stringify(ui);
    Object.assign(this, { me, ui, shownUi: JSON.stringify(ui) });
    this.menu.commands = menu ?? [];
    this.lang = me.language;
    this.dataset.role = me.role;
    // a number is nobody's name: there stands with whom they speak
    const nameless = me.name.startsWith('#');
    const name = nameless ? ui['page-name'] : me.name;
    this.setAttribute('aria-label', name);
    this.avatar.textContent = [...name][0] ?? '';
    this.nameLine.textContent = name;
    this.log.empty.textContent = ui[`page-empty-${me.role}`] ?? '';
    this.roleLine.textContent = (nameless ? ui['page-about'] : ui[`page-role-${me.role}`]) ?? '';
    if (changed) {
      translate(this, ui);
      this.log.redrawAll();
    }
    this.dispatchEvent(new CustomEvent('introduced', { bubbles: true, detail: { me, ui } }));
  }

  #message(message) {
    const fresh = this.log.upsert(message);
    if (fresh && message.mine) this.outbox.landed(message);
    this.#keys();
    if (fresh && !message.mine) this.dispatchEvent(new CustomEvent('arrived', { bubbles: true, detail: message }));
  }

  #keys() {
    this.keyboard.show(this.log.newest()?.keyboard);
  }

  #send(item) {
    this.log.bottom();
    return this.outbox.add(item);
  }

  /** What waits is drawn below the log; presses and edits are drawn where they belong. */
  #queue() {
    const { items } = this.outbox;
    this.log.showGhosts(items.filter((item) => item.kind !== 'press' && !item.seen && !(item.edit && item.state === 'waiting')));
    const touched = new Set(items.map((item) => item.press?.message ?? item.edit).filter((id) => id !== undefined));
    for (const id of new Set([...touched, ...(this.touched ?? [])])) this.log.redraw(id);
    this.touched = touched;
  }

  #takeBack(item) {
    this.outbox.remove(item);
    const text = item.text ?? item.caption;
    if (text) this.composer.write([this.composer.text.value, text].filter(Boolean).join('\n'));
    if (item.files?.length) this.composer.pictures.add(item.files);
  }

  #extras() {
    const last = this.log.lastOwn();
    return [
      { word: 'send-file', icon: 'clip', act: () => this.composer.pictures.any.click() },
      ...(this.newcomer ? [] : [{ word: 'devices', icon: 'devices', act: () => this.#devices() }]),
      ...(last ? [{ word: 'edit-last', icon: 'edit', act: () => this.composer.edit(last) }] : []),
    ];
  }

  #devices() {
    if (this.querySelector('.devices')) return;
    new Devices(this, this.api, { ui: this.ui, language: this.me.language, left: () => this.#left() });
  }

  #left() {
    this.live.stop();
    this.outbox.forget();
    this.composer.forget();
    location.replace('/');
  }

  #pick() {
    return this.#map({ chosen: (place) => this.#send({ kind: 'place', place }) });
  }

  async #map(options) {
    try {
      const data = await this.api.map();
      if (!this.querySelector('.picker')) new Picker(this, data, this.ui, options);
    } catch {
      this.toasts.show({ text: this.ui['page-map-off'] });
    }
  }

  #connection(on) {
    if (on) {
      clearTimeout(this.waiting);
      this.waiting = null;
      this.bar.hidden = true;
    } else this.waiting ??= setTimeout(() => { this.bar.hidden = false; }, PATIENCE);
  }

  #dead(sentence) {
    this.live.stop();
    this.#connection(true);
    this.toggleAttribute('dead', true);
    const known = /^\d+$/.test(sentence) ? '这台设备没有登录 · Not signed in on this device' : sentence;
    this.log.list.replaceChildren(h('li', { class: 'dead', role: 'alert' }, h('p', {}, known), h('a', { class: 'small', href: '/' }, '重新进来 · Start again'),
      h('p', {}, '急事直接打 · In an emergency call'), calls({ calls: ['119', '110', '120'] })));
    translate(this.log.list, this.ui);
    this.composer.element.inert = true;
  }

  /** "today" is today where the messages are. */
  #day(day) {
    const ago = (days) => this.log.clock(Date.now() - days * 86_400_000).slice(0, 10);
    if (day === ago(0)) return this.ui['page-today'] ?? day;
    if (day === ago(1)) return this.ui['page-yesterday'] ?? day;
    const year = day.slice(0, 4) === ago(0).slice(0, 4) ? undefined : 'numeric';
    return new Intl.DateTimeFormat(this.me.language, { year, month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  }

  #drops() {
    const files = (event) => event.dataTransfer?.types.includes('Files');
    this.addEventListener('dragover', (event) => { if (files(event)) { event.preventDefault(); this.classList.add('dragging'); } });
    this.addEventListener('dragleave', (event) => { if (!this.contains(event.relatedTarget)) this.classList.remove('dragging'); });
    this.addEventListener('drop', (event) => {
      this.classList.remove('dragging');
      if (!files(event)) return;
      event.preventDefault();
      this.composer.pictures.add([...event.dataTransfer.files]);
    });
  }
}

customElements.define('grid-chat', GridChat);
