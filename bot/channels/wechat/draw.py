"""A Reply as WeChat shows it: a text with links, some of which answer when they are tapped."""

from __future__ import annotations

from urllib.parse import quote

from domain.lengths import ending, measured, words_of
from domain.messages import Can, Choice, Edits, Measure, Reply

LONGEST = 2048
"""Bytes of UTF-8 of one text (45002 above)."""

LINKS = 1700
"""Bytes that links may take: above them a question has room (ours)."""

MARKS = str.maketrans({mark: quote(mark) for mark in "%&#+<>\"' "})
"""What would end an address; all other letters stand as they are, as in the links of others."""

SAYS = "say"
"""The id of what brings nothing but its label."""

CAN = Can(
    edits=Edits.NEVER,
    buttons=6,
    numbers=True,
    keyboard=False,
    toasts=False,
    place_out=False,
    pictures=False,
    files=False,
    calls=False,
    text=LONGEST,
    measure=Measure.BYTES,
    merges=True,
    quota=True,
)
"""What a 服务号 shows: `docs/wechat.md` has the reasons."""


def text_of(reply: Reply) -> str:
    """At most LONGEST bytes. The links are `weixin://bizmsgmenu`, which works in any text; what
    is tapped comes back as a message. Where they are too long their numbers are typed.
    """
    offered = [choice for row in reply.choices for choice in row]
    tail = "\n".join(map(_link, offered))
    if measured(tail, Measure.BYTES) > LINKS:
        tail = "\n".join(map(_shown, offered))
    room = CAN if not tail else _less(measured(tail, Measure.BYTES) + 1)
    text = words_of(ending(reply.text, "", room))
    return "\n".join(part for part in (text, tail) if part)


def _less(many: int) -> Can:
    return Can(text=LONGEST - many, measure=Measure.BYTES)


def _link(choice: Choice) -> str:
    """Its label may have a number before it, which is not said when it is tapped."""
    number, _, rest = choice.label.partition(" ")
    label = rest if number.isdecimal() and rest else choice.label
    data = choice.data or SAYS
    said = f"msgmenucontent={label.translate(MARKS)}&msgmenuid={data.translate(MARKS)}"
    return f'<a href="weixin://bizmsgmenu?{said}">{_shown(choice)}</a>'


def _shown(choice: Choice) -> str:
    return choice.label.replace("<", "＜")
