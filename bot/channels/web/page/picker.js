// The map over one chat: choose a place (tap, drag, arrows, "my position") or look at one.
import { closedByBack } from './back.js';
import { h, translate } from './dom.js';
import { icon } from './icons.js';
import { Drawing, Plane } from './map.js';

const TAP = 8; // px of movement that still count as a tap
const CLOSER = 1.5; // one step of the zoom buttons
const STEP = 24; // px the pin moves with an arrow key

export class Picker {
  /** `over` is the chat's element; everything else in it sleeps while the map is open. */
  constructor(over, data, ui, { place = null, chosen = null } = {}) {
    Object.assign(this, { over, ui, place, chosen, fingers: new Map(), from: document.activeElement });
    this.drawing = new Drawing(Plane.of(data));
    this.hint = h('p', { class: 'map-hint', 'aria-live': 'polite', 'data-testid': 'place-hint' });
    this.done = h('button', { type: 'button', class: 'primary', 'data-word': 'place-confirm', 'data-testid': 'place-confirm', onclick: () => this.#confirm() });
    const tool = (name, word, onclick) => h('button', { type: 'button', class: 'map-tool', 'data-label': word, onclick, 'data-testid': `map-${name}` }, icon(name));
    const map = this.drawing.element;
    map.setAttribute('tabindex', '0');
    map.setAttribute('role', 'application');
    map.setAttribute('data-label', chosen ? 'place-how' : 'place');
    map.setAttribute('data-testid', 'map');
    this.element = h('div', { class: 'picker', role: 'dialog', 'aria-modal': 'true', 'data-label': 'place', 'data-testid': 'picker' },
      h('div', { class: 'picker-head' },
        h('h2', { 'data-word': chosen ? 'place-pick' : 'place' }),
        h('button', { type: 'button', class: 'plain', 'data-label': 'close', 'data-testid': 'picker-close', onclick: () => this.close() }, icon('close'))),
      h('div', { class: 'picker-map' }, map, h('div', { class: 'map-tools' },
        tool('plus', 'zoom-in', () => this.zoom(CLOSER)), tool('minus', 'zoom-out', () => this.zoom(1 / CLOSER)), tool('fit', 'zoom-all', () => this.#look(this.drawing.whole())))),
      h('div', { class: 'picker-foot' }, this.hint, chosen ? h('div', { class: 'picker-buttons' },
        h('button', { type: 'button', class: 'secondary', 'data-testid': 'my-position', onclick: () => this.locate() }, icon('target'), h('span', { 'data-word': 'my-position' })),
        this.done) : null));
    translate(this.element, ui);
    this.#listen(map);
    this.sleeping = [...over.children].filter((child) => !child.inert);
    for (const child of this.sleeping) child.inert = true;
    over.append(this.element);
    new ResizeObserver(() => this.#fit()).observe(map.parentElement);
    this.#fit();
    map.focus({ preventScroll: true });
    this.closed = closedByBack(() => this.close());
  }

  close() {
    this.closed();
    this.element.remove();
    for (const child of this.sleeping) child.inert = false;
    this.from?.focus?.({ preventScroll: true });
  }

  /** Zooms around a point of the screen, by default the pin or the middle. */
  zoom(by, px, py) {
    const { drawing } = this;
    const pin = this.place && drawing.screen(...drawing.plane.point(this.place.lon, this.place.lat));
    const [ax, ay] = px === undefined ? (pin ?? [drawing.width / 2, drawing.height / 2]) : [px, py];
    const [x, y] = drawing.under(ax, ay);
    const least = drawing.whole().scale * 0.8;
    const scale = Math.max(least, Math.min(least * 60, drawing.look.scale * by));
    this.#look({ x: x - (ax - drawing.width / 2) / scale, y: y - (ay - drawing.height / 2) / scale, scale });
  }

  locate() {
    if (!navigator.geolocation || !isSecureContext) return this.#tell('position-off');
    this.#tell('position-wait');
    return navigator.geolocation.getCurrentPosition(({ coords }) => {
      this.place = { lat: coords.latitude, lon: coords.longitude };
      const [x, y] = this.drawing.plane.point(this.place.lon, this.place.lat);
      this.#look({ x, y, scale: Math.max(this.drawing.look.scale, this.drawing.whole().scale * 3) });
    }, () => this.#tell('position-off'), { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 });
  }

  #confirm() {
    if (!this.place) return;
    const { lat, lon } = this.place;
    this.close();
    this.chosen({ lat, lon });
  }

  #fit() {
    const { clientWidth, clientHeight } = this.drawing.element.parentElement;
    if (!clientWidth || !clientHeight) return;
    const first = !this.drawing.look;
    this.drawing.size(clientWidth, clientHeight);
    if (!first) return this.#look(this.drawing.look);
    const look = this.drawing.whole();
    if (this.place) [look.x, look.y] = this.drawing.plane.point(this.place.lon, this.place.lat);
    return this.#look(this.place ? { ...look, scale: look.scale * 2.6 } : look);
  }

  #look(look) {
    this.drawing.show(look, this.place);
    this.done.disabled = !this.place;
    if (!this.place) return this.#tell('place-how');
    const names = this.drawing.plane.at(this.place);
    if (this.place.label && !this.chosen) this.hint.textContent = this.place.label;
    else if (names.length) this.hint.textContent = names.slice(-2).join(' · ');
    else this.#tell('place-outside');
    return undefined;
  }

  #tell(word) {
    this.hint.textContent = this.ui[`page-${word}`] ?? '';
  }

  #drop(px, py) {
    this.place = this.drawing.plane.place(...this.drawing.under(px, py));
    this.#look(this.drawing.look);
  }

  #listen(map) {
    const at = (event) => { const box = map.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
    map.addEventListener('wheel', (event) => { event.preventDefault(); this.zoom(Math.exp(-event.deltaY / 400), ...at(event)); }, { passive: false });
    map.addEventListener('pointerdown', (event) => {
      map.setPointerCapture(event.pointerId);
      this.fingers.set(event.pointerId, at(event));
      const onPin = this.chosen && event.target.closest('.pin');
      this.drag = { start: at(event), moved: this.fingers.size > 1, pin: Boolean(onPin) };
    });
    map.addEventListener('pointermove', (event) => this.fingers.has(event.pointerId) && this.#move(event.pointerId, at(event)));
    map.addEventListener('pointerup', (event) => {
      if (this.fingers.delete(event.pointerId) && !this.drag.moved && !this.drag.pin && this.chosen) this.#drop(...at(event));
    });
    map.addEventListener('pointercancel', (event) => this.fingers.delete(event.pointerId));
    this.element.addEventListener('keydown', (event) => this.#key(event, map));
  }

  #move(finger, [x, y]) {
    const [wasX, wasY] = this.fingers.get(finger);
    const { look } = this.drawing;
    if (this.fingers.size > 1) {
      const other = [...this.fingers].find(([id]) => id !== finger)[1];
      const was = Math.hypot(wasX - other[0], wasY - other[1]);
      this.zoom(was ? Math.hypot(x - other[0], y - other[1]) / was : 1, ...other);
    } else if (Math.hypot(x - this.drag.start[0], y - this.drag.start[1]) < TAP && !this.drag.moved) {
      return;
    } else {
      this.drag.moved = true;
      if (this.drag.pin) this.#drop(x, y);
      else this.#look({ ...look, x: look.x - (x - wasX) / look.scale, y: look.y - (y - wasY) / look.scale });
    }
    this.fingers.set(finger, [x, y]);
  }

  #key(event, map) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === 'Escape') this.close();
    else if (event.key === '+' || event.key === '=') this.zoom(CLOSER);
    else if (event.key === '-') this.zoom(1 / CLOSER);
    else if (event.key === 'Enter' && event.target === map && this.chosen) this.#confirm();
    else if (way && event.target === map && this.chosen) this.#nudge(way);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #nudge([dx, dy]) {
    const { drawing } = this;
    const [px, py] = this.place ? drawing.screen(...drawing.plane.point(this.place.lon, this.place.lat)) : [drawing.width / 2, drawing.height / 2];
    this.#drop(px + dx * STEP, py + dy * STEP);
  }
}
