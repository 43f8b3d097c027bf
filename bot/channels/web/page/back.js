// A phone's back button closes what lies over the page and does not leave the page.

const over = []; // what closes each, the uppermost last
let leaving = false; // a step back of our own is on its way

/** Returns what is to be called when it is closed otherwise. */
export function closedByBack(close) {
  over.push(close);
  settle();
  return () => {
    if (over.includes(close)) over.splice(over.indexOf(close), 1);
    setTimeout(settle); // what opens in its place takes its step in the history
  };
}

addEventListener('popstate', () => {
  if (!leaving) while (over.length > steps()) over.pop()();
  leaving = false;
  settle();
});

function steps() {
  return history.state?.over ?? 0;
}

/** As many steps in the history as lie over the page; one step back at a time. */
function settle() {
  if (leaving || over.length === steps()) return;
  if (over.length > steps()) return history.pushState({ over: over.length }, '');
  leaving = true;
  history.back();
}
