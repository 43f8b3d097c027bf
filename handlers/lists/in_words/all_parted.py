"""How a line may be parted that names all of something: 路灯都给王强 is 路灯, and 给王强."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.turned import to_whom, turned
from handlers.actions.table import ACTS
from handlers.dialog.fixed import carried_out, did
from handlers.texts.words import AFTER, anywhere, one_of, words

ENDS = "。.！!～~ "
Order = tuple[str, str, str]
"""What is named, the act, and what is said with it."""


def orders(text: str) -> Iterator[Order]:
    """What may be named, ordered and said, likeliest first."""
    for hit in anywhere("words-all-of").finditer(text.lower()):
        what, behind = text[: hit.start()], text[hit.end() :].strip(f"{ENDS},，")
        yield from _order(_lead().sub("", what), behind)
    for pattern in _patterns():
        one = pattern.fullmatch(text)
        if one is not None:
            parts = one.groupdict()
            to = f"{min(words('words-hand-on'))} {parts.get('whom')}"
            yield from _order(one["what"], parts.get("act") or to)


def _order(what: str, behind: str) -> Iterator[Order]:
    act, beside = act_of_staff(turned(to_whom(behind)))
    if not act and was_done(behind):
        act, beside = "resolve", behind
    if act and ACTS[act].together and what.strip():
        yield what.strip(), act, beside


def was_done(said: str) -> bool:
    """Whether the words after what is named tell of something that was done."""
    return carried_out(said) or did(said)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?:{one_of('words-take', 'words-all')}{AFTER}*)+", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    every, give, to = (one_of(f"words-{one}") for one in ("all", "give", "give-to"))
    what = rf"{every}\s+(?:of\s+)?(?:the\s+)?(?P<what>\S.*?)"
    act, those = one_of("words-take-it"), one_of("words-those-of")
    lines = (
        rf"(?:{give}\s*)?(?:the\s+)?(?P<what>\S.*?)\s*{those}\s*{to}\s*(?P<whom>\S.*)",
        rf"{give}\s+{what}\s+{to}\s+(?P<whom>\S.*)",
        rf"(?P<act>{act})\s+{what}",
        rf"{what}\s+{to}\s+(?P<whom>\S.*)",
        rf"{what}\s+(?:are\s+|is\s+)?(?P<act>\S.*)",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in lines)
