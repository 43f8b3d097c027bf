"""One letter as the messages that Telegram makes of it, each a call of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.channels.channel import Sent
from bot.channels.telegram import draw
from domain.messages import MediaKind, Reply
from storage.memory.media import Kept

MOST = 10  # photos of one album


@dataclass(frozen=True, slots=True)
class Portion:
    """One call, or the words with what goes with them."""

    reply: Reply
    media: tuple[Kept, ...] = ()


@dataclass(slots=True)
class Progress:
    """What has gone of a letter, by the number of its portion; how many files the chat takes in no
    form, which its words say, or a line where it is `whole` without.
    """

    sent: dict[int, list[Sent]] = field(default_factory=dict)
    withheld: int = 0
    whole: bool = False


def portions(reply: Reply, media: Sequence[Kept]) -> list[Portion]:
    """Further photos, files and the pin without a sound, then the words with the first photo and
    the buttons, then each number to call as a contact, which is one tap away from a call.
    """
    if len(media) < 2 and not (reply.place or reply.calls):
        return [Portion(reply, tuple(media))]
    rows = {kept.id: kept for kept in media}
    order = [rows[one] for one in (*reply.photos, *reply.files) if one in rows]
    photos = [kept for kept in order if kept.media.kind is MediaKind.PHOTO]
    with_words = photos[: _beside_words(reply)]
    made = _album(photos[len(with_words) :])
    files = [kept for kept in order if kept.media.kind is not MediaKind.PHOTO]
    made += [Portion(Reply(files=(kept.id,)), (kept,)) for kept in files]
    if reply.place is not None:
        made.append(Portion(Reply(place=reply.place)))
    words = _words(reply, with_words)
    made += [words] if words.reply.text else []
    made += [Portion(Reply(calls=(number,))) for number in reply.calls]
    return [*map(_silent, made[:-1]), *made[-1:]]


def _beside_words(reply: Reply) -> int:
    """How many photos go with the words: an album takes no buttons."""
    fits = draw.length(reply.text) <= draw.MOST_CAPTION
    return 1 if reply.text and fits and not reply.keyboard else 0


def _album(photos: Sequence[Kept]) -> list[Portion]:
    parts = [tuple(photos[n : n + MOST]) for n in range(0, len(photos), MOST)]
    return [Portion(Reply(photos=tuple(k.id for k in part)), part) for part in parts]


def _words(reply: Reply, photos: Sequence[Kept]) -> Portion:
    ids = tuple(kept.id for kept in photos)
    shown = replace(reply, photos=ids, files=(), place=None, calls=())
    return Portion(shown, tuple(photos))


def _silent(portion: Portion) -> Portion:
    reply = portion.reply
    if reply.text or reply.calls:
        return portion
    return Portion(replace(reply, silent=True), portion.media)


def words_last(
    going: Sequence[Portion], sent: Mapping[int, Sequence[Sent]]
) -> list[Sent]:
    """All that stands there now, by the number of its portion: the living message at the end."""
    order = sorted(sent, key=lambda n: (bool(going[n].reply.text), n))
    return [one for n in order for one in sent[n]]
