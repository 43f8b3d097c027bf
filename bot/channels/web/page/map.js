// The district as a drawing: area polygons and names, no tiles, nothing from elsewhere.
// Longitude is shrunk by cos(latitude) so that shapes look right; over one district that is exact enough.
import { svg } from './dom.js';

const planes = new WeakMap();
const PIN = 'M0 0C-2.5-5.5-10-11-10-19a10 10 0 0 1 20 0C10-11 2.5-5.5 0 0Z';

export class Plane {
  constructor({ bounds, areas }) {
    const [west, south, east, north] = bounds;
    this.squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
    Object.assign(this, { west, north, wide: (east - west) * this.squeeze, high: north - south });
    const parents = new Map(areas.map((area) => [area.code, area.parent]));
    const depth = (code) => (parents.has(code) && parents.has(parents.get(code)) ? 1 + depth(parents.get(code)) : 0);
    const above = new Set(areas.map((area) => area.parent));
    this.areas = areas.filter((area) => area.polygon?.length).map((area) => this.#shape(area, depth(area.code), above.has(area.code)))
      .sort((a, b) => a.depth - b.depth);
  }

  /** One plane per map, however many bubbles show it. */
  static of(data) {
    if (!planes.has(data)) planes.set(data, new Plane(data));
    return planes.get(data);
  }

  point(lon, lat) {
    return [(lon - this.west) * this.squeeze, this.north - lat];
  }

  place(x, y) {
    return { lat: round(this.north - y), lon: round(this.west + x / this.squeeze) };
  }

  /** The names of the areas around a place, the smallest last; empty outside the district. */
  at({ lat, lon }) {
    const [x, y] = this.point(lon, lat);
    return this.areas.filter((area) => inside(area.rings, x, y)).map((area) => area.name);
  }

  #shape(area, depth, parent) {
    const rings = area.polygon.map((ring) => ring.map(([lon, lat]) => this.point(lon, lat)));
    const xs = rings[0].map(([x]) => x);
    const ys = rings[0].map(([, y]) => y);
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    return { ...area, depth, parent, rings, wide: box[2] - box[0], high: box[3] - box[1], middle: middle(rings[0], box) };
  }
}

/** Draws a plane into an <svg>; `look` = {x, y: centre on the plane, scale: px per degree}. */
export class Drawing {
  constructor(plane) {
    Object.assign(this, { plane, width: 1, height: 1 });
    this.shapes = svg('g', {}, plane.areas.map((area, at) => svg('path', {
      class: `area depth-${Math.min(area.depth, 3)} tint-${at % 4}${area.parent ? ' parent' : ' leaf'}`, 'vector-effect': 'non-scaling-stroke',
      'fill-rule': 'evenodd', d: outline(area),
    })));
    this.borders = svg('g', {}, plane.areas.filter((area) => area.parent).reverse().map((area) => svg('path', {
      class: `border depth-${Math.min(area.depth, 3)}`, 'vector-effect': 'non-scaling-stroke', d: outline(area),
    })));
    this.labels = svg('g', { class: 'area-names' });
    this.pin = svg('g', { class: 'pin', hidden: true },
      svg('ellipse', { class: 'pin-shadow', rx: 5, ry: 2 }), svg('path', { d: PIN }), svg('circle', { cy: -19, r: 3.8 }));
    this.element = svg('svg', { class: 'map', preserveAspectRatio: 'xMidYMid slice' }, this.shapes, this.borders, this.labels, this.pin);
  }

  size(width, height) {
    Object.assign(this, { width, height });
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
  }

  /** The look that shows the whole district. */
  whole() {
    const { wide, high } = this.plane;
    return { x: wide / 2, y: high / 2, scale: Math.min(this.width / wide, this.height / high) * 0.92 };
  }

  show(look, place) {
    this.look = look;
    const [left, top] = this.screen(0, 0);
    for (const layer of [this.shapes, this.borders]) layer.setAttribute('transform', `translate(${left} ${top}) scale(${look.scale})`);
    this.#name(place && this.screen(...this.plane.point(place.lon, place.lat)));
    this.pin.toggleAttribute('hidden', !place);
    if (!place) return;
    const [x, y] = this.screen(...this.plane.point(place.lon, place.lat));
    this.pin.setAttribute('transform', `translate(${x} ${y})`);
  }

  screen(x, y) {
    return [(x - this.look.x) * this.look.scale + this.width / 2, (y - this.look.y) * this.look.scale + this.height / 2];
  }

  under(px, py) {
    return [(px - this.width / 2) / this.look.scale + this.look.x, (py - this.height / 2) / this.look.scale + this.look.y];
  }

  /** A name is drawn where it fits, beside no other and not under the pin; a parent's only while its children's do not. */
  #name(pin) {
    const fits = (area) => area.wide * this.look.scale > em(area.name) * 12 + 6 && area.high * this.look.scale > 22;
    const shown = this.plane.areas.filter((area) => !area.parent && fits(area));
    const leaves = this.plane.areas.filter((area) => !area.parent).length;
    if (shown.length < leaves / 3) shown.splice(0, shown.length, ...this.plane.areas.filter((area) => area.parent && area.depth > 0 && fits(area)));
    const taken = pin ? [[pin[0] - 14, pin[1] - 40, pin[0] + 14, pin[1] + 4]] : [];
    this.labels.replaceChildren(...shown.map((area) => {
      const [x, y] = this.screen(...area.middle);
      const half = em(area.name) * (area.parent ? 7 : 6) + 3;
      const box = [x - half, y - 10, x + half, y + 10];
      const free = box[0] > 0 && box[1] > 0 && box[2] < this.width && box[3] < this.height
        && taken.every((other) => box[2] < other[0] || other[2] < box[0] || box[3] < other[1] || other[3] < box[1]);
      if (!free) return '';
      taken.push(box);
      return svg('text', { x, y, class: area.parent ? 'big' : null }, area.name);
    }));
  }
}

export function miniMap(data, place) {
  const drawing = new Drawing(Plane.of(data));
  drawing.size(280, 140);
  const whole = drawing.whole();
  const [x, y] = drawing.plane.point(place.lon, place.lat);
  drawing.show({ x, y: y - 10 / (whole.scale * 2.6), scale: whole.scale * 2.6 }, place);
  drawing.element.setAttribute('aria-hidden', 'true');
  return drawing.element;
}

/** Width in ems: a Chinese character is one, a Latin letter about half. */
function em(text) {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0);
}

function outline(area) {
  return area.rings.map((ring) => `M${ring.map((point) => point.map(round).join(' ')).join('L')}Z`).join('');
}

function inside(rings, x, y) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if ((yi > y) !== (yj > y) && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  }
  return odd;
}

/** The centroid, or the box's middle when the centroid falls outside a crooked shape. */
function middle(ring, [west, top, east, bottom]) {
  let [area, cx, cy] = [0, 0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
    area += cross;
    cx += (ring[j][0] + ring[i][0]) * cross;
    cy += (ring[j][1] + ring[i][1]) * cross;
  }
  const centre = [cx / (3 * area), cy / (3 * area)];
  return area && inside([ring], ...centre) ? centre : [(west + east) / 2, (top + bottom) / 2];
}

function round(number) {
  return Math.round(number * 1e6) / 1e6;
}
