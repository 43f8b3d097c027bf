// The keyboard of an iPhone lies over the page and makes nothing smaller but what is seen of it: the page follows.

const seen = window.visualViewport;
const { style } = document.documentElement;
const KEYBOARD = 100; // px that no browser's own bar is high

function follow() {
  const typing = document.activeElement?.matches('textarea, input');
  const covered = typing && seen.scale === 1 && innerHeight - seen.height > KEYBOARD;
  if (!covered) return ['--seen', '--bottom'].forEach((name) => style.removeProperty(name));
  style.setProperty('--seen', `${seen.height}px`);
  style.setProperty('--bottom', '0px'); // the home bar is below the keyboard
  return scrollTo(0, 0);
}

for (const event of ['resize', 'scroll']) seen?.addEventListener(event, follow);
