// The bot's small HTML becomes DOM through a whitelist: b, i, u, s, code, a with tel:, geo: or http(s):.
// It is read here, word by word, and never given to the browser's parser; other tags vanish, their text stays.
import { h, last } from './dom.js';
import { drawable } from './emoji.js';

const PLAIN = { b: 'b', strong: 'b', i: 'i', em: 'i', u: 'u', s: 's', code: 'code' };
const PART = /<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const WHOLE = /(^|[^\w/.:])\/[a-z][a-z_]+\b(?!\/)|\b[A-Z]{2}\d\d-\d{4,}\b/g; // a command after what stands before it, or the number of a case
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** A fragment; `command(text)` makes a node of a "/word" in the text, if given; `draw` is done to all text. */
export function safe(html, command = null, draw = drawable) {
  const root = document.createDocumentFragment();
  const open = [{ tag: '', to: root }];
  for (const [, closing, name, attributes, text] of html.matchAll(PART)) {
    const { to } = last(open);
    const tag = name?.toLowerCase();
    if (text) to.append(...words(draw(characters(text)), to.tagName === 'A' ? null : command));
    else if (tag === 'br') to.append('\n');
    else if (closing) close(open, tag);
    else start(open, tag, attributes);
  }
  return root;
}

export function plain(html) {
  return safe(html, null, String).textContent;
}

function start(open, tag, attributes) {
  const element = PLAIN[tag] ? h(PLAIN[tag]) : tag === 'a' && link(attributes);
  if (!element) return;
  last(open).to.append(element);
  open.push({ tag, to: element });
}

function close(open, tag) {
  const at = open.map((one) => one.tag).lastIndexOf(tag);
  if (at > 0) open.length = at;
}

function link(attributes) {
  const [, double, single] = HREF.exec(attributes) ?? [];
  const href = characters(double ?? single ?? '').trim();
  if (/^tel:[\d+*#,; ()-]+$/i.test(href)) return h('a', { href });
  if (/^geo:-?[\d.]+,-?[\d.]+(\?[\w=%.,()&-]*)?$/i.test(href)) return h('a', { href });
  if (/^https?:\/\//i.test(href)) return h('a', { href, target: '_blank', rel: 'noopener noreferrer' });
  return null;
}

function characters(text) {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16));
  });
}

function words(text, command) {
  const parts = [];
  let at = 0;
  for (const { 0: found, 1: before = '', index } of text.matchAll(WHOLE)) {
    const word = found.slice(before.length);
    const known = word.startsWith('/') ? command?.(word) : h('span', { class: 'number' }, word);
    parts.push(text.slice(at, index + before.length), known ?? word);
    at = index + found.length;
  }
  return [...parts, text.slice(at)];
}
