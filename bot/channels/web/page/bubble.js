// Draws one message. It only draws: what a tap does is asked of `doing`, the chat.
import { h } from './dom.js';
import { drawable } from './emoji.js';
import { icon } from './icons.js';
import { lightbox } from './lightbox.js';
import { miniMap } from './map.js';
import { seen } from './pictures.js';
import { safe } from './safe.js';

/** message: as the server sends it, or a ghost from the outbox (`item` set, `text` instead of `html`). */
export function bubble(message, doing) {
  const side = message.mine ? 'mine' : 'theirs';
  const row = h('li', {
    class: `row ${side}`, 'data-testid': 'message', 'data-id': message.id ?? '', 'data-side': side,
    'data-state': message.item?.state ?? null, tabindex: -1,
  });
  const wide = message.photos?.length || message.place || message.files?.length;
  row.append(
    h('div', { class: `bubble${wide ? ' wide' : ''}` },
      h('span', { class: 'unseen', 'data-word': message.mine ? 'by-me' : 'by-us', 'data-testid': 'speaker' }), quote(message, doing), photos(message, doing), words(message, doing), files(message, doing),
      place(message, doing), meta(message)),
    calls(message) ?? '', choices(message, doing) ?? '', failed(message, doing) ?? '', tools(message, doing) ?? '',
  );
  return row;
}

function quote(message, doing) {
  const quoted = message.reply_to && doing.quoted(message.reply_to);
  if (!quoted) return null;
  return h('button', { type: 'button', class: 'quote', onclick: () => doing.jump(message.reply_to) }, quoted);
}

function words(message, doing) {
  if (message.text) return h('div', { class: 'words' }, message.text);
  if (!message.html) return null;
  const command = message.mine ? null : (text) => h('button', {
    type: 'button', class: 'command', onclick: () => doing.say(text),
  }, text);
  return h('div', { class: 'words' }, safe(message.html, command));
}

function photos({ photos: all = [] }, doing) {
  if (!all.length) return null;
  const urls = all.map((photo) => doing.url(photo.url));
  const stored = (src) => h('img', { src, alt: '', 'data-alt': 'photo', decoding: 'async', loading: 'lazy' });
  return h('div', { class: 'photos', 'data-count': Math.min(all.length, 5) }, urls.map((src, at) => h('button', {
    type: 'button', class: 'photo', 'data-label': 'photo-open', 'data-testid': 'photo',
    onclick: () => lightbox(urls, at, doing.ui()),
  }, all[at].name ? seen(src, all[at].name) : stored(src))));
}

function files({ files: all = [] }, doing) {
  return all.map(({ url, kind, name }) => {
    const src = doing.url(url);
    if (kind === 'voice') return h('audio', { class: 'voice', src, controls: true, preload: 'metadata' });
    if (kind === 'video') return h('video', { class: 'video', src, controls: true, preload: 'metadata', playsinline: true });
    return h('a', { class: 'document', href: src, download: name ?? '', target: '_blank', rel: 'noopener' },
      icon('file'), h('span', {}, name ?? ''));
  });
}

function place({ place: spot }, doing) {
  if (!spot) return null;
  const map = h('button', {
    type: 'button', class: 'mini', 'data-label': 'place-open', 'data-testid': 'place', onclick: () => doing.show(spot),
  });
  doing.map().then((data) => map.append(miniMap(data, spot)), () => map.append(icon('place')));
  return h('div', { class: 'place' }, map, spot.label ? h('div', { class: 'place-label' }, icon('place'), spot.label) : null);
}

function meta({ at, edited, item }) {
  const state = item?.state === 'failed' ? 'failed' : item && 'sending';
  return h('div', { class: 'meta' },
    edited ? h('span', { 'data-word': 'edited' }) : null,
    state ? h('span', { class: state, 'data-word': state === 'failed' ? 'not-sent' : 'sending' }) : null,
    h('time', { datetime: at }, at.slice(11, 16)));
}

/** 119, 110 and 120 are red; a person's number is green. */
export function calls({ calls: numbers = [] }) {
  if (!numbers.length) return null;
  return h('div', { class: 'calls' }, numbers.map((number) => {
    const urgent = /^1\d\d$/.test(number);
    return h('a', { class: `call ${urgent ? 'urgent' : 'person'}`, href: `tel:${number.replace(/[^\d+*#]/g, '')}`, 'data-testid': 'call' },
      icon('phone'), h('span', {}, h('b', {}, number),
        h('small', { 'data-word': /^(110|119|120|122)$/.test(number) ? `call-${number}` : 'call' })));
  }));
}

function choices({ id, choices: rows = [] }, doing) {
  if (!rows?.length) return null;
  const pressed = doing.pressing(id);
  return h('div', { class: 'choices', 'data-testid': 'choices' }, rows.map((row) => h('div', { class: 'choice-row' },
    row.map(({ label, data }) => {
      const sending = pressed?.press.data === data;
      return h('button', {
        type: 'button', class: `choice${sending ? ' sending' : ''}`, 'data-testid': 'choice', 'data-data': data,
        'aria-busy': sending ? 'true' : null, 'aria-disabled': pressed ? 'true' : null,
        onclick: () => doing.pressing(id) || doing.press(id, data),
      }, h('span', {}, drawable(label)));
    }))));
}

function failed({ item }, doing) {
  if (item?.state !== 'failed') return null;
  return h('div', { class: 'failure' },
    h('p', {}, item.error),
    h('button', { type: 'button', class: 'small', 'data-testid': 'retry', onclick: () => doing.retry(item) },
      icon('retry'), h('span', { 'data-word': 'retry' })),
    h('button', { type: 'button', class: 'small', 'data-testid': 'take-back', onclick: () => doing.takeBack(item) },
      h('span', { 'data-word': 'take-back' })),
    item.files ? h('button', { type: 'button', class: 'small', 'data-testid': 'give-up', onclick: () => doing.giveUp(item) },
      h('span', { 'data-word': 'remove' })) : null);
}

function tools(message, doing) {
  if (message.item) return null;
  return h('div', { class: 'tools' },
    h('button', { type: 'button', class: 'tool', 'data-label': 'reply', 'data-testid': 'reply', onclick: () => doing.reply(message) }, icon('reply')),
    doing.editable(message) ? h('button', {
      type: 'button', class: 'tool edit-own', 'data-label': 'edit', 'data-testid': 'edit', onclick: () => doing.edit(message),
    }, icon('edit')) : null);
}
