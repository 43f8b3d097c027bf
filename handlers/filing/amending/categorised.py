"""分类错了 是噪音, 改分类, "put it under noise": what sort of matter it is, and nothing of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.draft import Draft
from domain.kinds import Kind
from domain.things import contradict
from domain.values.text import letters
from handlers.dialog import conversation
from handlers.dialog.by_name import one_named
from handlers.dialog.fields import words as words_of
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, without
from handlers.filing.hearing import SURE, read_text
from handlers.filing.said_instead import corrects
from handlers.texts.sentences import LANGUAGES
from handlers.texts.words import AFTER, one_of, only, plain, words

KINDS = {
    Kind.HAZARD: "words-kind-hazard",
    Kind.HELP: "words-kind-help",
    Kind.WISH: "words-kind-wish",
}
PAGE = "more"
"""The page of the summary with all categories."""
LONGEST = 60
"""Letters: whoever writes more tells something of the matter."""


def told(turn: Turn) -> str | None:
    """The code of the category that the words name; '' where they only say that another one is
    wanted; None for other words.
    """
    said = plain(turn.event.text)
    alone = not (turn.event.media or turn.event.place)
    found = _pattern().fullmatch(said) if alone and letters(said) <= LONGEST else None
    if found is None:
        return None
    put = found["put"] or found["turned"]
    name = found["name"] or put or ""
    wanted = _without_particles(name)
    if not wanted:
        return ""
    return category(turn, wanted) or _read(turn, wanted, put is not None)


async def put_right(turn: Turn, form: Form, draft: Draft) -> bool:
    """Whether the words do so in this draft: it has the category that they name, or shows all. On
    that page a name alone will do. 不是隐患，是心愿 says what kind it is.
    """
    instead = _kind_instead(turn)
    if instead is not None:
        about = without(draft, "category") | {"kind": instead.value}
        await conversation.proceed(turn, form, replace(draft, about=about, asking=""))
        return True
    code = told(turn)
    if code is None and draft.asking == PAGE:
        code = _named(turn, turn.event.text)
    if code is None:
        code = _named_instead(turn, draft)
    if code is None:
        return False
    if code:
        kind = turn.setup.catalogue[code].kind.value
        about = draft.about | {"category": code, "kind": kind}
        draft = replace(draft, about=about, asking="")
    else:
        draft = replace(draft, asking=PAGE)
    await conversation.proceed(turn, form, draft)
    return True


def _kind_instead(turn: Turn) -> Kind | None:
    this = rf"\s*{one_of('words-this-is')}(?![a-z])\s*"
    text = turn.event.text
    found = corrects(text) or corrects(re.sub(this, "", text, count=1, flags=re.I))
    said = _without_particles(plain(found.said)) if found else ""
    return next((kind for kind, key in KINDS.items() if only(key, said)), None)


def _named(turn: Turn, said: str) -> str | None:
    return category(turn, _without_particles(plain(said))) or None


def _named_instead(turn: Turn, draft: Draft) -> str | None:
    """What 不对，是噪音 says of words that may be of that sort; where they name another thing,
    these were wrong.
    """
    found = corrects(turn.event.text)
    code = _named(turn, found.said) if found and not found.kept else None
    if found is None or code is None:
        return None
    may_be = code in meant(draft).likely[:2]
    return code if may_be or not contradict(words_of(draft), found.said) else None


def category(turn: Turn, word: str) -> str:
    """The code of an offered category by its code or its name in any language, or a part of it
    that no other has; '' for none.
    """
    offered = (one for one in turn.setup.catalogue if not one.hidden)
    names = {
        one.code: [one.name(language) for language in LANGUAGES] for one in offered
    }
    return one_named(names, word)


def _read(turn: Turn, wanted: str, put: bool) -> str | None:
    """What the words say where they are no name: 乱停车. Behind "put it to" only a name counts."""
    reading = read_text(turn, wanted)
    clear = reading.sure >= SURE and reading.category in turn.setup.catalogue
    return reading.category if clear and not put else None


def _without_particles(said: str) -> str:
    return said.strip().rstrip("".join(words("words-particles")) + "。.！!，, ").strip()


@cache
def _pattern() -> re.Pattern[str]:
    sort, change = one_of("words-sort"), one_of("words-sort-change")
    wrong, first = one_of("words-sort-wrong"), one_of("words-sort-missed")
    to, put = one_of("words-sort-to"), one_of("words-sort-put")
    sorry = f"(?>{one_of('words-sorry')}{AFTER}*)*+"
    asks = rf"(?:{sort}\s*{wrong}|{first}\s*{sort}|{change}\s*{sort})"
    begun = rf"(?:{asks}(?:{AFTER}|{to})*+|{sort}\s*(?:{AFTER}*{to})++{AFTER}*+)"
    sorts = one_of("words-sort-behind")
    turned = rf"{one_of('words-sort-turned')}\s*(?P<turned>.+?)\s*{sorts}"
    behind = rf"{put}\s*(?P<put>.+?)\s*{sorts}?|{turned}"
    return re.compile(rf"{sorry}(?:{begun}(?P<name>.*)|{behind}){AFTER}*", re.DOTALL)
