// enter.html: the way into one's own chat. What a link offers is shown first, and taken only by a press.
import { translate } from './dom.js';

const LONGEST = 100; // letters of a code that are looked at
const JSON_BODY = { 'Content-Type': 'application/json' };

document.querySelector('.not-yet').remove();

const part = (name) => document.querySelector(`[data-testid=${name}]`);
const take = part('take');
const brought = fromOutside();
const inWecom = history.state?.inWecom ?? new URLSearchParams(location.search).get('in') === 'wecom';
let start = code();

/** Who opens the page, as WeChat or WeCom says: posted, and out of the address at once. It counts once. */
function fromOutside() {
  const query = new URLSearchParams(location.search);
  const [given, state] = [query.get('code'), query.get('state')];
  return given && state ? { code: given, state } : null;
}

/** The code of the link. It may be a secret, so it goes out of the address at once; a reload finds it in the page's own state. */
function code() {
  const kept = history.state?.start;
  const [, old] = /^\/chat\/([^/]+)$/.exec(location.pathname) ?? [];
  const given = kept ?? (old ? `o_${decodeURIComponent(old)}` : new URLSearchParams(location.search).get('start') ?? '');
  const short = given.slice(0, LONGEST);
  if (short) history.replaceState({ ...history.state, start: short, inWecom }, '', '/?start');
  return short;
}

function post(path, body) {
  return fetch(path, { method: 'POST', cache: 'no-store', headers: JSON_BODY, body: JSON.stringify(body) });
}

async function ask(path) {
  const response = await post(path, { start });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

/** Words in place of an offer, and what begins anew. */
function says({ said, again, to, language }) {
  if (language) document.documentElement.lang = language;
  part('offer-title').textContent = said;
  part('offer').querySelector('dl').hidden = true;
  part('offer-note').hidden = true;
  take.textContent = again ?? '';
  take.hidden = !again;
  take.onclick = () => location.replace(to);
  part('offer').hidden = false;
}

/** What WeChat brought becomes a link's code. Returns whether it did; else a press begins anew. */
async function recognized() {
  const response = await post('/api/wechat', brought);
  const told = await response.json();
  if (response.ok) {
    start = told.start;
    history.replaceState({ start }, '', '/?start');
    return true;
  }
  if (response.status !== 403) throw new Error(response.status);
  says(told);
  return false;
}

/** What WeCom brought takes the invitation; the app goes on. A reload says the same. */
async function joined() {
  const before = history.state?.told;
  if (before) return says(before);
  if (!brought) return location.replace('/');
  const response = await post('/api/wecom', brought);
  const told = await response.json();
  if (!told.said) throw new Error(response.status);
  history.replaceState({ ...history.state, told }, '', '/?start');
  return says(told);
}

/** Where WeCom says who takes it. */
async function toWecom() {
  const { to } = await ask('/api/wecom/begin');
  location.assign(to);
}

async function enter() {
  const { chat } = await ask('/api/enter');
  history.replaceState(null, '', '/');
  location.replace(chat);
}

async function look() {
  if (start === 'wecom') return joined();
  if (start === 'wechat') {
    if (!brought) return location.replace('/open/wechat');
    if (!(await recognized())) return undefined;
  }
  const { offer, language, ui } = await ask('/api/offer');
  document.documentElement.lang = language;
  const kind = offer && 'person' in offer ? 'device' : 'role';
  const words = {
    role: { title: 'enter-title', note: 'enter-note', take: 'enter-take' },
    device: { title: 'enter-device', note: offer?.closes ? 'enter-closes' : 'enter-device-note', take: 'enter-open' },
  }[kind];
  part('offer-title').dataset.word = words.title;
  part('offer-note').dataset.word = words.note;
  take.dataset.word = words.take;
  translate(document.body, ui);
  if (inWecom && !offer) return says({ said: ui['page-enter-gone'] });
  if (!offer || (brought && !offer.closes)) return enter();
  for (const name of ['role', 'area', 'person']) {
    const shown = part(`offer-${name}`);
    shown.textContent = offer[name] ?? '';
    shown.parentElement.hidden = !offer[name];
  }
  part('offer').querySelector('dl').hidden = !(offer.role || offer.area || offer.person);
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

take.onclick = () => {
  take.disabled = true;
  until(inWecom ? toWecom : enter);
};
onpageshow = () => { take.disabled = false; };
until(look);
