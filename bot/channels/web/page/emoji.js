// A computer without an emoji font would show boxes: there stars and dots become plain ones, and ornaments go.
const EMOJI = /\p{Extended_Pictographic}\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*/gu;
const PLAIN = { '⭐': '★', '🔴': '●', '🟠': '●', '🟡': '●', '🟢': '●', '⚪': '○', '⏭': '»', '✅': '✓' };
const NOBODY = '\u{10FFFD}'; // no font draws it, so it looks like every letter that is missing
const SIZE = 24; // px
const known = new Map();
let canvas;

/** The text as this computer can draw it. */
export function drawable(text) {
  return text.replace(EMOJI, (emoji) => (missing(emoji) ? PLAIN[emoji] ?? '\0' : emoji)).replace(/\0 ?/g, '');
}

function missing(emoji) {
  if (!known.has(emoji)) known.set(emoji, picture(emoji) === picture(NOBODY));
  return known.get(emoji);
}

function picture(letter) {
  canvas ??= Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE }).getContext('2d', { willReadFrequently: true });
  canvas.clearRect(0, 0, SIZE, SIZE);
  canvas.font = `${SIZE * 0.7}px ${getComputedStyle(document.body).fontFamily}`;
  canvas.textBaseline = 'top';
  canvas.fillText([...letter][0], 2, 2);
  return canvas.getImageData(0, 0, SIZE, SIZE).data.join();
}
