// chat.html: one chat over the whole screen.
import './chat.js';
import './seen.js';
import { h } from './dom.js';

const chat = h('grid-chat', { seat: 'me', 'data-testid': 'phone' });
let unread = 0;
const title = () => { document.title = `${unread ? `(${unread}) ` : ''}网格蜂 Gridbee`; };

addEventListener('introduced', ({ detail }) => { document.documentElement.lang = detail.me.language; });
addEventListener('arrived', () => { if (document.hidden) { unread++; title(); } });
document.addEventListener('visibilitychange', () => { if (!document.hidden) { unread = 0; title(); } });
document.querySelector('main').replaceChildren(chat);
