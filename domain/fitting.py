"""What a chat shows of what is said: each Reply made to fit, and all that goes as one message put
together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from domain.lengths import joined, measured
from domain.messages import Can, Choice, Edits, Reply


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as it goes out; `offered` are its choices in the order of their numbers. Where
    they have none they are `listed`.
    """

    reply: Reply
    offered: tuple[Choice, ...] = ()
    listed: bool = False

    @property
    def by_number(self) -> bool:
        return not (self.reply.asks or self.listed)


def lacks(reply: Reply, can: Can) -> bool:
    """Whether the chat cannot show all of it, so that a page has to."""
    pictures = bool(reply.photos) and not can.pictures
    files = bool(reply.files) and not can.files
    long = bool(can.text) and measured(reply.text, can.measure) > can.text * 3 // 4
    return pictures or files or long


def messages(reply: Reply, can: Can) -> int:
    """How many it is there, where each file, the pin and the further photos go by themselves."""
    pin = reply.place is not None and can.place_out
    files = len(reply.files) if can.files else 0
    album = len(reply.photos) > 1 and can.pictures
    return 1 + pin + files + album


def fit(
    reply: Reply,
    can: Can,
    link: str = "",
    again: bool = False,
) -> Reply | None:
    """What the chat shows of it, None for nothing. `link` is a line that leads to the rest; `again`
    says that a living message is to be changed.
    """
    if reply.calls_over and not can.calls_over:
        return None
    if reply.own and not can.own:
        reply = replace(reply, own=())
    if reply.press_ref and not can.toasts:
        text = escape(reply.text, quote=False)
        return Reply(text=text) if text else None
    if can.edits is Edits.NEVER and _no_news(reply, again):
        return None
    made = _plain(reply, can)
    more = link if lacks(made, can) else ""
    made = _without(made, can)
    if more:
        made = replace(made, text=joined([made.text, more], "\n"))
    return made if made is reply or _says(made) else None


def _no_news(reply: Reply, again: bool) -> bool:
    """An edit that takes buttons away, or one that nobody is to hear."""
    return bool(reply.edits and not reply.text) or (again and reply.silent)


def _says(reply: Reply) -> bool:
    beside = reply.photos or reply.files or reply.place or reply.calls
    return bool(reply.text or beside or reply.choices or reply.edits)


def _plain(reply: Reply, can: Can) -> Reply:
    """Without what a chat that edits nothing and has no keyboard knows; keys become choices,
    whose label is typed.
    """
    if can.edits is Edits.NEVER and reply.edits:
        reply = replace(reply, edits="")
    if can.keyboard or not reply.keyboard:
        return reply
    keys = [key for row in reply.keyboard for key in row if not key.location]
    typed = tuple((Choice(key.label, key.data),) for key in keys)
    return replace(reply, keyboard=(), choices=(*reply.choices, *typed))


def _without(reply: Reply, can: Can) -> Reply:
    """Numbers to call become words, where they are none yet; pictures, files and places that
    cannot be shown go.
    """
    if reply.calls and not can.calls:
        unsaid = [number for number in reply.calls if number not in reply.text]
        text = joined([reply.text, " ".join(unsaid)], "\n")
        reply = replace(reply, calls=(), text=text)
    if reply.photos and not can.pictures:
        reply = replace(reply, photos=())
    if reply.files and not can.files:
        reply = replace(reply, files=())
    if reply.place and not can.place_out:
        reply = replace(reply, place=None)
    return reply


def with_text(reply: Reply, text: str) -> Reply:
    return reply if text == reply.text else replace(reply, text=text)
