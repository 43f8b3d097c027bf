// The list of messages: upsert by id, ghosts of what is still being sent, day lines, and staying at the bottom.
import { bubble } from './bubble.js';
import { Calls } from './calls.js';
import { h, last, translate } from './dom.js';
import { icon } from './icons.js';
import { plain } from './safe.js';

const NEAR = 80; // px from the bottom that still count as "at the bottom"
const UNWRITTEN = 0; // the hello that a newcomer sees; it is written down, with a number, once they say something
const HOLD = 480; // ms of a long press

export class Log {
  constructor(doing) {
    this.doing = { ...doing, quoted: (id) => this.quote(id), jump: (id) => this.jump(id), editable: (message) => this.lastOwn() === message };
    this.messages = new Map();
    this.rows = new Map();
    this.drawn = [];
    this.refused = [];
    this.list = h('ol', { class: 'list' });
    this.ghosts = h('ol', { class: 'list ghosts' });
    this.empty = h('p', { class: 'empty' });
    this.inner = h('div', { class: 'inner' }, this.list, this.ghosts, this.empty);
    this.box = h('div', {
      class: 'log', role: 'log', 'aria-live': 'off', tabindex: 0, 'data-label': 'log', 'data-testid': 'log', onscroll: () => this.#scrolled(),
    }, this.inner);
    this.fresh = h('span', { class: 'badge', hidden: true });
    this.jumper = h('button', { type: 'button', class: 'to-bottom', hidden: true, 'data-label': 'to-bottom', onclick: () => this.bottom(true) }, icon('down'), this.fresh);
    this.element = h('div', { class: 'log-wrap' }, this.box, this.jumper);
    this.calls = new Calls(this.box, () => { this.sized = this.#size(); });
    this.stuck = true;
    this.top = 0;
    this.unseen = 0;
    this.offset = -new Date().getTimezoneOffset();
    const watcher = new ResizeObserver(() => this.#resized());
    watcher.observe(this.inner);
    watcher.observe(this.box);
    this.#longPress();
  }

  /** Before this, a screen reader is not told: the history is not news. */
  announce() {
    this.box.setAttribute('aria-live', 'polite');
  }

  /** True if the message is new here. */
  upsert(message) {
    const known = this.messages.get(message.id);
    if (message.deleted) {
      this.messages.delete(message.id);
      this.rows.get(message.id)?.remove();
      this.rows.delete(message.id);
      this.#days();
      this.#numbers();
      return false;
    }
    if (known && known.seq > message.seq) return false;
    if (message.id && this.messages.has(UNWRITTEN)) this.upsert({ id: UNWRITTEN, deleted: true });
    this.messages.set(message.id, message);
    this.offset = offset(message.at) ?? this.offset;
    const before = this.lastOwnRow;
    this.#put(message);
    if (message.mine && before !== this.lastOwn()) this.#moveEdit(before);
    this.#days();
    this.#numbers();
    if (!known && !message.mine && !this.stuck) this.#count(this.unseen + 1);
    return !known;
  }

  /** Draws a message again because something beside it changed (its press was confirmed, a language). */
  redraw(id) {
    const message = this.messages.get(id);
    if (!message) return;
    this.#put(message);
    this.#numbers();
  }

  redrawAll() {
    for (const message of this.messages.values()) this.#put(message);
    this.#days();
    this.#numbers();
  }

  /** What is being sent stands last; what was refused or overtaken where it was said, above what came since. */
  showGhosts(items) {
    for (const row of this.refused) row.remove();
    this.refused = items.filter(stays).map((item) => this.#ghost(item));
    for (const row of this.refused) this.#place(row);
    this.ghosts.replaceChildren(...items.filter((item) => !stays(item)).map((item) => this.#ghost(item)));
    translate(this.inner, this.doing.ui());
    this.#days();
  }

  newestId() {
    return Math.max(0, ...this.messages.keys());
  }

  newest(mine = false) {
    return [...this.messages.values()].filter((message) => message.mine === mine)
      .reduce((last, message) => (!last || message.id > last.id ? message : last), null);
  }

  /** The one message that may be edited: my newest, if it is words only and no command. */
  lastOwn() {
    const message = this.newest(true);
    return message?.html && !message.html.startsWith('/') && !message.photos?.length && !message.files?.length && !message.place ? message : null;
  }

  quote(id) {
    const message = this.messages.get(id);
    if (!message) return '';
    const text = plain(message.html ?? '').replace(/\s+/g, ' ').trim();
    if (text) return text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const ui = this.doing.ui();
    return message.place ? message.place.label || ui['page-place'] : ui[message.photos?.length ? 'page-photo' : 'page-file'];
  }

  /** A time (ms) as the messages write it: at their offset, not at the browser's. */
  clock(time = Date.now()) {
    return new Date(time + this.offset * 60_000).toISOString().slice(0, 19);
  }

  jump(id) {
    const row = this.rows.get(id);
    if (!row) return;
    row.scrollIntoView({ block: 'center' });
    row.classList.remove('flash');
    requestAnimationFrame(() => row.classList.add('flash'));
  }

  bottom(smooth = false) {
    this.stuck = true;
    this.box.scrollTo({ top: this.box.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
    this.#count(0);
  }

  #put(message) {
    const old = this.rows.get(message.id);
    const row = bubble(message, this.doing);
    translate(row, this.doing.ui());
    if (this.doing.saving(message.id)) row.classList.add('saving');
    this.rows.set(message.id, row);
    if (message.mine) this.lastOwnRow = this.lastOwn();
    if (!old) {
      row.classList.add('new');
      this.#place(row);
      return;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset.data : null;
    row.dataset.day = old.dataset.day ?? '';
    if (!row.dataset.day) delete row.dataset.day;
    old.replaceWith(row);
    if (focused) (row.querySelector(`[data-data="${CSS.escape(focused)}"]`) ?? row).focus({ preventScroll: true });
  }

  #place(row) {
    const next = last(this.list.children, (other) => order(other) <= order(row));
    if (next) next.after(row); else this.list.prepend(row);
  }

  #numbers() {
    const all = [...this.messages.values()].sort((a, b) => a.id - b.id);
    const message = last(all, (one) => one.calls?.length && !one.calls_over);
    this.calls.watch(message, this.rows.get(message?.id), last(all));
  }

  #moveEdit(before) {
    if (before) this.redraw(before.id);
  }

  #ghost(item) {
    const at = this.clock(item.at);
    const shown = (item.files ?? []).filter((file) => file.type.startsWith('image/'));
    item.urls ??= shown.map((file) => URL.createObjectURL(file));
    const row = bubble({
      mine: true, at, item, text: item.text ?? item.caption, reply_to: item.reply_to, place: item.place,
      photos: item.urls.map((url, at) => ({ url, name: shown[at]?.name || ' ' })),
      files: (item.files ?? []).filter((file) => !file.type.startsWith('image/')).map((file) => ({ url: '#', kind: 'document', name: file.name })),
    }, this.doing);
    if (stays(item)) row.dataset.after = item.after ?? this.newestId();
    return row;
  }

  #days() {
    let last = '';
    for (const row of this.list.children) {
      if (row.dataset.after) continue;
      const day = this.messages.get(Number(row.dataset.id)).at.slice(0, 10);
      if (day !== last) row.dataset.day = this.doing.day(day); else delete row.dataset.day;
      last = day;
    }
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.box;
    if (!clientHeight) return;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // Only scrolling up is a reason to let go: not what grew below the fold, not a tab that was hidden and comes back.
    this.stuck = near || (this.stuck && (scrollTop >= this.top || this.#size() !== this.sized));
    this.top = scrollTop;
    this.sized = this.#size();
    this.#count(this.stuck ? 0 : this.unseen);
  }

  #resized() {
    if (!this.box.clientHeight) return;
    this.sized = this.#size();
    if (this.stuck) this.bottom();
  }

  #size() {
    return `${this.box.scrollHeight} ${this.box.clientHeight}`;
  }

  #count(unseen) {
    this.unseen = unseen;
    this.jumper.hidden = this.stuck;
    this.fresh.hidden = !unseen;
    this.fresh.textContent = unseen;
  }

  #longPress() {
    let timer;
    const cancel = () => clearTimeout(timer);
    this.box.addEventListener('pointerdown', (event) => {
      for (const row of this.box.querySelectorAll('.held')) if (!row.contains(event.target)) row.classList.remove('held');
      const row = event.target.closest('.row');
      if (event.pointerType === 'touch' && row) timer = setTimeout(() => row.classList.add('held'), HOLD);
    });
    for (const end of ['pointerup', 'pointercancel', 'pointermove']) this.box.addEventListener(end, cancel, { passive: true });
  }
}

function stays(item) {
  return item.state === 'failed' || item.slow;
}

/** Where a row stands: a message by its number, what was refused after the newest of then. */
function order(row) {
  return Number(row.dataset.after ?? row.dataset.id);
}

/** Minutes east of UTC in "…+08:00". */
function offset(at) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(at) ?? [];
  return sign && Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}
