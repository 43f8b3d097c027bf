// Over one chat: the devices on which it is open, a link for one more, and the way out.
import { Refused } from './api.js';
import { closedByBack } from './back.js';
import { h, translate } from './dom.js';
import { icon } from './icons.js';

export class Devices {
  /** doing: ui, language, left() */
  constructor(chat, api, doing) {
    Object.assign(this, { api, doing, ui: doing.ui });
    this.list = h('ul', { class: 'devices-list', 'data-testid': 'devices-list' });
    this.more = h('div', { class: 'devices-more' }, this.#button('device-more', () => this.#link(), 'small'));
    this.way = h('div', { class: 'devices-out' }, this.#button('leave', () => this.#sure(), 'small'));
    this.trouble = h('p', { class: 'devices-note', role: 'alert', hidden: true, 'data-word': 'device-trouble' });
    this.element = h('section', {
      class: 'devices', role: 'dialog', 'data-label': 'devices-title', 'data-testid': 'devices', tabindex: -1,
      onkeydown: (event) => { if (event.key === 'Escape') { event.stopPropagation(); this.close(); } },
    },
    h('header', { class: 'devices-head' }, h('h2', { 'data-word': 'devices-title' }),
      h('button', { type: 'button', class: 'plain', 'data-label': 'close', 'data-testid': 'devices-close', onclick: () => this.close() }, icon('close'))),
    h('div', { class: 'devices-body' }, this.list, this.trouble, this.more, this.way));
    chat.append(this.element);
    translate(this.element, this.ui);
    this.element.focus();
    this.closed = closedByBack(() => this.close());
    this.#try(() => this.#load());
  }

  close() {
    this.closed();
    this.element.remove();
  }

  #button(word, act, kind) {
    return h('button', { type: 'button', class: kind, 'data-testid': word, 'data-word': word, onclick: () => this.#try(act) });
  }

  async #try(act) {
    try {
      this.trouble.hidden = true;
      await act();
    } catch (error) {
      this.trouble.hidden = false;
      if (!(error instanceof Refused)) return;
      this.#load().catch(() => {});
    }
  }

  async #load() {
    this.devices = await this.api.devices();
    this.list.replaceChildren(...this.devices.map((one) => this.#row(one)));
    translate(this.list, this.ui);
  }

  #row({ device, what, seen, this: here }) {
    // as the messages have it: the time of the place, not of the browser
    const when = new Intl.DateTimeFormat(this.doing.language, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
    const at = (this.ui['page-device-seen'] ?? '').replace('{time}', when.format(new Date(`${seen.slice(0, 16)}Z`)));
    return h('li', { class: 'device', 'data-testid': 'device' }, icon('devices'),
      h('div', { class: 'device-words' }, h('b', {}, what || this.ui['page-device-unknown']), h('small', {}, at)),
      here ? h('span', { class: 'device-here', 'data-word': 'device-this' })
        : this.#button('device-end', async () => { await this.api.endDevice(device); await this.#load(); }, 'small'));
  }

  async #link() {
    const { link } = await this.api.deviceLink();
    const field = h('input', { class: 'device-link', readonly: true, value: link, 'data-testid': 'device-link', onclick: () => field.select() });
    const copy = this.#button('copy', async () => {
      field.select();
      await navigator.clipboard?.writeText(link);
      if (navigator.clipboard) copy.textContent = this.ui['page-copied'];
    }, 'small');
    this.more.replaceChildren(h('p', { class: 'devices-note', 'data-word': 'device-link-note' }), h('div', { class: 'device-row' }, field, copy));
    translate(this.more, this.ui);
    field.focus();
    field.select();
  }

  /** Whoever has no other device does not come back in: that is said before. */
  #sure() {
    const last = (this.devices ?? []).length < 2;
    this.way.replaceChildren(
      h('p', { class: 'devices-note', 'data-word': last ? 'leave-last' : 'leave-note' }),
      h('div', { class: 'device-row' },
        h('button', { type: 'button', class: 'small', 'data-word': 'cancel', onclick: () => this.close() }),
        this.#button('leave-sure', async () => { await this.api.leave(); this.doing.left(); }, 'small danger')));
    translate(this.way, this.ui);
  }
}
