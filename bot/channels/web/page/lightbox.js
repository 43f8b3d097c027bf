// One picture over the whole page; arrows or swipes for the next one, Escape or a tap beside it to close.
import { closedByBack } from './back.js';
import { h, translate } from './dom.js';
import { icon } from './icons.js';

const SWIPE = 40; // px

export function lightbox(urls, at, ui) {
  const image = h('img', { alt: '', 'data-alt': 'photo' });
  const count = h('span', { class: 'light-count' });
  const turn = (by) => {
    at = (at + by + urls.length) % urls.length;
    image.src = urls[at];
    count.textContent = urls.length > 1 ? `${at + 1} / ${urls.length}` : '';
  };
  const button = (name, word, onclick) => h('button', { type: 'button', class: `light-${name}`, 'data-label': word, onclick }, icon(name));
  const box = h('dialog', { class: 'lightbox', 'data-testid': 'lightbox', 'data-label': 'photo' },
    image, count, button('close', 'close', () => box.close()),
    urls.length > 1 ? [button('left', 'previous', () => turn(-1)), button('right', 'next', () => turn(1))] : []);
  let from = 0;
  box.addEventListener('click', (event) => event.target === box && box.close());
  box.addEventListener('close', () => box.remove());
  box.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') turn(-1);
    if (key === 'ArrowRight') turn(1);
  });
  box.addEventListener('pointerdown', (event) => { from = event.clientX; });
  box.addEventListener('pointerup', (event) => {
    const moved = event.clientX - from;
    if (event.pointerType === 'touch' && Math.abs(moved) > SWIPE) turn(moved < 0 ? 1 : -1);
  });
  turn(0);
  translate(box, ui);
  document.body.append(box);
  box.showModal();
  const closed = closedByBack(() => box.close());
  box.addEventListener('close', closed);
}
