"""One letter as the messages that Telegram makes of it, each a call of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import NamedTuple

from bot.channels.channel import Sent
from bot.channels.telegram import draw
from bot.channels.telegram.media import Attached
from domain.messages import MediaKind, Place, Reply
from storage.memory.media import Kept

MOST = 10  # photos of one album


class What(Enum):
    MEDIA = auto()
    PIN = auto()
    WORDS = auto()
    CALL = auto()


class Portion(NamedTuple):
    """One call, or the words with what goes with them; `number` is one to call."""

    what: What
    media: Sequence[Kept] = ()
    number: str = ""


@dataclass(slots=True)
class Progress:
    """What has gone of a letter, by the number of its portion, and of files one by one; how many
    of these the chat takes in no form, which its words say; how many messages of the words.
    """

    portions: list[Portion]
    place: Place | None = None
    sent: dict[int, list[Sent]] = field(default_factory=dict)
    withheld: int = 0
    said: int = 0
    _attached: dict[int, Attached] = field(default_factory=dict)

    def attached(self, number: int) -> Attached:
        """What has become of the files of a portion."""
        return self._attached.setdefault(number, Attached())

    def waits_for(self, number: int) -> list[Kept]:
        """The files of a portion that have not gone."""
        settled = self.attached(number).settled
        return [kept for kept in self.portions[number].media if kept.id not in settled]

    def here(self, media: Sequence[Kept]) -> None:
        """The files as they are by now; one that is no longer known stays as it was."""
        fresh = {kept.id: kept for kept in media}
        self.portions = [
            one._replace(media=[fresh.get(kept.id, kept) for kept in one.media])
            for one in self.portions
        ]

    def parts(self, number: int) -> None:
        """Words whose photo does not go now go by themselves, and without waiting for it."""
        late = self.waits_for(number)
        if self.portions[number].what is What.WORDS and late:
            self.portions += [Portion(What.WORDS), Portion(What.MEDIA, late)]
            self.sent[number] = []

    @property
    def spoken(self) -> bool:
        """Whether the words have gone."""
        return any(
            self.portions[n].what is What.WORDS for n in self.sent if self.sent[n]
        )

    def words_last(self) -> list[Sent]:
        """All that stands there now: the living message at the end, with what is left."""

        def order(number: int) -> tuple[bool, int]:
            return self.portions[number].what is What.WORDS, number

        stands = [one for n in sorted(self.sent, key=order) for one in self.sent[n]]
        left = self._left() if stands else None
        return [*stands[:-1], replace(stands[-1], left=left)] if left else stands

    def _left(self) -> Reply | None:
        """What has not gone, without a sound; numbers to call stand in the words too."""
        late = [one for n, one in enumerate(self.portions) if n not in self.sent]
        media = [kept for portion in late for kept in portion.media]
        photos = [one.id for one in media if one.media.kind is MediaKind.PHOTO]
        files = [one.id for one in media if one.id not in photos]
        pin = self.place if any(one.what is What.PIN for one in late) else None
        if not (media or pin):
            return None
        return Reply(
            photos=tuple(photos),
            files=tuple(files),
            place=pin,
            silent=True,
        )


PIN = Portion(What.PIN)


def portions(reply: Reply, media: Sequence[Kept]) -> list[Portion]:
    """Further photos, files and the pin, then the words with the first photo and the buttons, then
    each number to call as a contact, which is one tap away from a call.
    """
    if not (reply.place or reply.calls or len(media) > 1):
        return [Portion(What.WORDS, media)]
    photos = [kept for kept in media if kept.media.kind is MediaKind.PHOTO]
    beside = 1 if photos and _takes_a_photo(reply) else 0
    made = list(_albums(photos[beside:]))
    if len(photos) < len(media):
        files = (kept for kept in media if kept.media.kind is not MediaKind.PHOTO)
        made += [Portion(What.MEDIA, (kept,)) for kept in files]
    if reply.place is not None:
        made.append(PIN)
    if reply.text:
        made.append(Portion(What.WORDS, photos[:beside]))
    return made + [Portion(What.CALL, number=number) for number in reply.calls]


def _takes_a_photo(reply: Reply) -> bool:
    """Whether one goes with the words: an album takes no buttons."""
    short = draw.length(reply.text) <= draw.MOST_CAPTION
    return bool(reply.text) and short and not reply.keyboard


def _albums(photos: Sequence[Kept]) -> Iterable[Portion]:
    for n in range(0, len(photos), MOST):
        yield Portion(What.MEDIA, photos[n : n + MOST])
