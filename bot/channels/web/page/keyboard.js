// The rows above the composer: the bot's suggested answers, and the menu of commands.
import { closedByBack } from './back.js';
import { h, translate } from './dom.js';
import { drawable } from './emoji.js';
import { icon } from './icons.js';

const PIN = /^📍\s*/u; // the icon says it already

/** The reply keyboard of the newest bot message; a `location` button opens the map. */
export class Keyboard {
  constructor(doing) {
    this.doing = doing;
    this.element = h('div', { class: 'keyboard', hidden: true, role: 'group', 'data-label': 'answers', 'data-testid': 'keyboard' });
  }

  show(rows) {
    const same = JSON.stringify(rows ?? null);
    if (same === this.shown) return;
    this.shown = same;
    this.element.hidden = !rows?.length;
    this.element.replaceChildren(...(rows ?? []).map((row) => h('div', { class: 'key-row' }, row.map(({ label, location }) => h('button', {
      type: 'button', class: `key${location ? ' location' : ''}`, 'data-testid': 'key', onclick: () => (location ? this.doing.place() : this.doing.say(label)),
    }, location ? icon('place') : null, h('span', {}, drawable(location ? label.replace(PIN, '') : label)))))));
  }
}

/** Commands as a list over the composer. Closes by Escape, by the back button, by a tap elsewhere, or when one is chosen. */
export class Menu {
  /** doing: say(text), ui(), extras() -> [{word, icon, act}] */
  constructor(opener, doing) {
    Object.assign(this, { opener, doing, commands: [] });
    this.element = h('div', { class: 'menu', hidden: true, role: 'menu', 'data-label': 'menu', 'data-testid': 'menu', onkeydown: (event) => this.#key(event) });
    this.outside = (event) => {
      if (!this.element.contains(event.target) && !opener.contains(event.target)) this.close();
    };
  }

  toggle() {
    if (this.element.hidden) this.open(); else this.close();
  }

  open() {
    const entry = (props, ...inside) => h('button', { type: 'button', class: 'menu-item', role: 'menuitem', ...props }, ...inside);
    this.element.replaceChildren(
      ...this.commands.map(({ command, label }) => entry(
        { 'data-testid': 'menu-command', 'data-command': command, onclick: () => { this.close(); this.doing.say(command); } },
        h('span', {}, label), h('code', {}, command))),
      h('div', { class: 'menu-extras', role: 'group' }, this.doing.extras().map(({ word, icon: name, act }) => entry(
        { 'data-testid': `menu-${word}`, onclick: () => { this.close(); act(); } }, h('span', { 'data-word': word }), icon(name)))));
    translate(this.element, this.doing.ui());
    this.element.hidden = false;
    this.opener.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', this.outside);
    this.element.querySelector('button')?.focus({ preventScroll: true });
    this.element.scrollTop = 0;
    this.closed = closedByBack(() => this.close());
  }

  close() {
    if (this.element.hidden) return;
    this.closed();
    this.element.hidden = true;
    this.opener.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', this.outside);
  }

  #key(event) {
    const items = [...this.element.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Escape') {
      this.close();
      this.opener.focus();
    } else if (to === undefined) {
      return;
    } else {
      items[(to + items.length) % items.length]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
