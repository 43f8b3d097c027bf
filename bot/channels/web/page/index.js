// index.html: three live phones side by side; on a narrow screen one at a time, with tabs.
import './chat.js';
import './seen.js';
import { h, translate } from './dom.js';
import { icon } from './icons.js';

const SEEN = 'gridbee.tips-closed';
const phones = document.querySelector('.phones');
const tabs = document.querySelector('.tabs');
const tips = document.querySelector('.tips');
const shown = []; // {role, chat, frame, tab, badge, unread}
let ui = {};

async function start(tries = 0) {
  try {
    const response = await fetch('/api/demo', { method: 'POST', cache: 'no-store' });
    if (!response.ok) throw new Error(response.status);
    const demo = await response.json();
    document.documentElement.lang = demo.language;
    demo.phones.forEach(mount);
    open(shown[0]);
  } catch {
    setTimeout(() => start(tries + 1), Math.min(15_000, 1000 * 2 ** tries));
  }
}

function mount({ role, title }) {
  const phone = { role, unread: 0 };
  phone.chat = h('grid-chat', { seat: role });
  phone.frame = h('section', { class: 'phone', id: `phone-${role}`, 'data-testid': `phone-${role}`, 'data-role': role, 'aria-label': title }, phone.chat);
  phone.name = h('small');
  phone.badge = h('span', { class: 'badge', hidden: true, 'data-testid': `unread-${role}` });
  phone.tab = h('button', {
    type: 'button', class: 'tab', role: 'tab', 'aria-controls': `phone-${role}`, 'data-testid': `tab-${role}`, onclick: () => open(phone),
  }, h('span', { class: 'tab-words' }, h('span', { 'data-word': `role-${role}` }), phone.name), phone.badge);
  phone.chat.addEventListener('arrived', () => unread(phone, phone.frame.classList.contains('open') ? 0 : phone.unread + 1));
  phone.chat.addEventListener('introduced', ({ detail }) => {
    phone.name.textContent = detail.me.name;
    if (phone === shown[0]) speak(detail);
  });
  shown.push(phone);
  tabs.append(phone.tab);
  phones.append(phone.frame);
}

function open(phone) {
  for (const one of shown) {
    one.frame.classList.toggle('open', one === phone);
    one.tab.setAttribute('aria-selected', String(one === phone));
    one.tab.tabIndex = one === phone ? 0 : -1;
  }
  unread(phone, 0);
}

function unread(phone, count) {
  phone.unread = count;
  phone.badge.hidden = !count;
  phone.badge.textContent = count > 99 ? '99+' : count;
}

function speak({ me, ui: words }) {
  ui = words;
  document.documentElement.lang = me.language;
  for (const button of document.querySelectorAll('[data-lang]')) button.setAttribute('aria-pressed', String(button.dataset.lang === me.language));
  drawTips();
  for (const part of [document.querySelector('.top'), tips, tabs]) translate(part, ui);
}

function drawTips() {
  let closed = null;
  try { closed = localStorage.getItem(SEEN); } catch { /* storage is off */ }
  tips.hidden = Boolean(closed);
  tips.replaceChildren(
    h('b', { 'data-word': 'try' }),
    h('ol', {}, shown.map((phone, at) => h('li', {}, h('button', {
      type: 'button', class: 'tip', 'data-testid': `tip-${phone.role}`, onclick: () => point(phone),
    }, h('span', { class: 'tip-number', 'aria-hidden': 'true' }, at + 1), h('span', { 'data-word': `try-${phone.role}` }))))),
    h('button', {
      type: 'button', class: 'plain', 'data-label': 'close', 'data-testid': 'tips-close',
      onclick: () => { tips.hidden = true; try { localStorage.setItem(SEEN, '1'); } catch { /* storage is off */ } },
    }, icon('close')));
}

/** Shows which phone a tip means and, where there is one, writes its example into the composer. */
function point(phone) {
  open(phone);
  phone.frame.classList.remove('pointed');
  requestAnimationFrame(() => phone.frame.classList.add('pointed'));
  const example = ui[`page-try-${phone.role}-example`];
  if (example) phone.chat.suggest(example);
}

for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => shown.forEach(({ chat }) => chat.say(`/lang ${button.dataset.lang}`)));
}
tabs.addEventListener('keydown', ({ key }) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (!by) return;
  const at = shown.findIndex((phone) => phone.frame.classList.contains('open'));
  const next = shown[(at + by + shown.length) % shown.length];
  open(next);
  next.tab.focus();
});
start();
