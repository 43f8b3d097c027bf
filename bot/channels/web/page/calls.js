// An emergency's numbers stay in sight: a bar over the log for as long as their buttons are out of it.
import { h, last } from './dom.js';
import { icon } from './icons.js';

const WHILE = 30 * 60_000; // ms of talk after which they may go out of sight
const SHOWN = 0.9; // the part of a button that has to be seen

export class Calls {
  /** `moved` hears that the bar came or went, which makes the log shorter or longer. */
  constructor(box, moved) {
    this.numbers = h('div', { class: 'calls' });
    this.element = h('div', { class: 'calls-bar', hidden: true, role: 'group', 'data-label': 'call', 'data-testid': 'calls-bar' },
      this.numbers,
      h('button', { type: 'button', class: 'plain', 'data-label': 'close', 'data-testid': 'calls-close', onclick: () => this.#close() }, icon('close')));
    this.watcher = new IntersectionObserver((seen) => {
      this.element.hidden = last(seen).intersectionRatio >= SHOWN;
      moved();
    }, { root: box, threshold: SHOWN });
  }

  /** `message`: the newest with numbers, drawn as `row`; `newest`: the last of all, as the clock of this phone may be wrong. */
  watch(message, row, newest) {
    const fresh = message && message.id !== this.closed && Date.parse(newest.at) - Date.parse(message.at) < WHILE;
    const buttons = fresh ? row.querySelector('.calls') : null;
    if (buttons === this.buttons) return;
    this.watcher.disconnect();
    Object.assign(this, { buttons, id: message?.id });
    if (buttons) {
      this.numbers.replaceChildren(...buttons.cloneNode(true).children);
      for (const one of this.numbers.children) one.dataset.testid = 'call-again';
      this.watcher.observe(buttons);
    } else this.element.hidden = true;
  }

  #close() {
    this.closed = this.id;
    this.buttons = null;
    this.watcher.disconnect();
    this.element.hidden = true;
  }
}
