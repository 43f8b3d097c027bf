"""What a chat shows of what is said: each Reply made to fit, and all that goes as one message put
together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from domain.lengths import ending, joined, measured
from domain.messages import Can, Choice, Edits, Matter, Reply

BETWEEN = "\n\n"
MOST = 99  # choices that are numbered
WEIGHT = (Matter.QUESTION, Matter.EMERGENCY, Matter.RESULT, Matter.NEWS)
"""What several are together; a question first, since its answer may be a number."""


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


def merge(replies: Sequence[Reply], can: Can) -> Shown | None:
    """All of it as one message, in its order; None where nothing is said."""
    if not replies:
        return None
    whole = replies[0] if len(replies) == 1 else _together(replies)
    offered = tuple(dict.fromkeys(choice for row in whole.choices for choice in row))
    if can.numbers and offered:
        whole, offered = _numbered(whole, offered[:MOST], can), offered[:MOST]
    elif not whole.choices:
        whole = _with_text(whole, ending(whole.text, "", can))
    return Shown(whole, offered)


def _together(replies: Sequence[Reply]) -> Reply:
    texts: dict[str, None] = dict.fromkeys(reply.text for reply in replies)
    return Reply(
        text=joined(texts, BETWEEN),
        choices=tuple(row for reply in replies for row in reply.choices),
        photos=tuple(one for reply in replies for one in reply.photos),
        files=tuple(one for reply in replies for one in reply.files),
        calls=tuple(one for reply in replies for one in reply.calls),
        place=next((reply.place for reply in replies if reply.place), None),
        silent=all(reply.silent for reply in replies),
        matter=min((Matter(reply.matter) for reply in replies), key=WEIGHT.index),
    )


def _numbered(whole: Reply, offered: tuple[Choice, ...], can: Can) -> Reply:
    """Few choices stay, one a row, each with its number; of many the numbers alone are left."""
    named = [
        Choice(choice.label if whole.asks else f"{number} {choice.label}", choice.data)
        for number, choice in enumerate(offered, 1)
    ]
    if len(named) <= can.buttons:
        return replace(whole, choices=tuple((choice,) for choice in named))
    lines = "\n".join(escape(choice.label, quote=False) for choice in named)
    return replace(whole, choices=(), text=ending(whole.text, lines, can))


def _with_text(reply: Reply, text: str) -> Reply:
    return reply if text == reply.text else replace(reply, text=text)
