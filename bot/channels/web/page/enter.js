// enter.html: the way into one's own chat. What a link offers is shown first, and taken only by a press.
import { translate } from './dom.js';

const LONGEST = 100; // letters of a code that are looked at
const JSON_BODY = { 'Content-Type': 'application/json' };

const part = (name) => document.querySelector(`[data-testid=${name}]`);
const take = part('take');
const start = (new URLSearchParams(location.search).get('start') ?? '').slice(0, LONGEST);

async function ask(path, options) {
  const response = await fetch(path, { cache: 'no-store', ...options });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

async function enter() {
  const { chat } = await ask('/api/enter', { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ start }) });
  location.replace(chat);
}

async function look() {
  const { offer, language, ui } = await ask(`/api/offer?start=${encodeURIComponent(start)}`);
  document.documentElement.lang = language;
  translate(document.body, ui);
  if (!offer) return enter();
  part('offer-role').textContent = offer.role;
  part('offer-area').textContent = offer.area;
  part('offer').hidden = false;
  take.focus();
  return undefined;
}

/** Tries until it works; what fails on the road is mostly the network. */
async function until(work, tries = 0) {
  try {
    await work();
    part('trouble').hidden = true;
  } catch {
    part('trouble').hidden = tries === 0;
    setTimeout(() => until(work, tries + 1), Math.min(15_000, 1000 * 2 ** tries));
  }
}

take.addEventListener('click', () => {
  take.disabled = true;
  until(enter);
});
until(look);
