// Short answers to presses. An alert stays until it is read and closed.
import { h, translate } from './dom.js';
import { drawable } from './emoji.js';
import { icon } from './icons.js';

const SHOWN = 3500; // ms, and 60 more for each letter

export class Toasts {
  constructor(ui) {
    this.ui = ui;
    this.element = h('div', { class: 'toasts', 'aria-live': 'assertive', 'data-testid': 'toasts' });
  }

  show({ text, alert = false }) {
    if (!text) return;
    const toast = h('div', { class: `toast${alert ? ' alert' : ''}`, role: alert ? 'alert' : 'status', 'data-testid': 'toast' }, h('span', {}, drawable(text)));
    if (alert) {
      toast.append(h('button', { type: 'button', class: 'plain', 'data-label': 'close', onclick: () => toast.remove() }, icon('close')));
      translate(toast, this.ui());
    } else {
      setTimeout(() => toast.remove(), SHOWN + 60 * text.length);
    }
    this.element.append(toast);
    while (this.element.children.length > 3) this.element.firstChild.remove();
  }
}
