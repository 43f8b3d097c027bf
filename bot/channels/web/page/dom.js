// Builds elements without innerHTML, and puts the words of the current language on them.

const SVG = 'http://www.w3.org/2000/svg';

/** An element. Props: on<event> functions, data-… and other attributes; false and null are left out. */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** data-word = text, data-label = accessible name and tooltip, data-hint = placeholder, data-alt = alt text. */
export function translate(root, ui) {
  const say = (key) => ui[`page-${key}`] ?? '';
  const each = (name, put) => {
    if (root.dataset?.[name]) put(root, say(root.dataset[name]));
    for (const element of root.querySelectorAll(`[data-${name}]`)) put(element, say(element.dataset[name]));
  };
  each('word', (element, text) => { element.textContent = text; });
  each('label', (element, text) => {
    if (!text) return;
    element.setAttribute('aria-label', text);
    if (element.tagName === 'BUTTON') element.title = text;
  });
  each('hint', (element, text) => { element.placeholder = text; });
  each('alt', (element, text) => { element.alt = text; });
}

/** The last of a list that fits. Array.at and findLast are younger than many a phone. */
export function last(list, fits = () => true) {
  for (let at = list.length - 1; at >= 0; at--) if (fits(list[at])) return list[at];
  return undefined;
}

/** crypto.randomUUID exists only on https and localhost; a demo on the office network is neither. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
