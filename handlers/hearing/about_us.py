"""要钱吗, 你们是谁, "is this a bot": what people ask of us before they trust us. It is answered in
a line, and is no word of any report.
"""

from __future__ import annotations

from collections.abc import Mapping

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from handlers.actions.on_case import as_said
from handlers.contents import INTENTS
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.hearing.who_reads import asks_what_is_kept
from handlers.texts.asking import questioned, unasked
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, asks, plain, words

ASKED = {
    "words-asks-who": "about-who",
    "words-asks-bot": "about-bot",
    "words-asks-cost": "about-cost",
    "words-asks-hours": "about-hours",
    "words-asks-phone": "about-phone",
    "words-asks-share": "about-share",
    "words-asks-reward": "about-reward",
    "words-asks-use": "about-use",
    "words-asks-how-soon": "about-how-soon",
    "words-asks-name": "about-name",
    "words-asks-why": "about-why",
    "words-asks-why-asked": "about-why-asked",
    "words-asks-number": "kept-of-you",
    "words-asks-readers": "secret-who-reads",
}
"""What is asked, and what is said to it."""
ASKED_OF_IT = ASKED | {
    "words-asks-whom": "about-how-soon",
    "words-asks-blame": "about-blame",
}
"""The same in the middle of a report: there it is of that report."""

TOLD = {
    "words-no-calls": "about-no-calls",
    "words-cannot-type": "about-typing",
    "words-moved": "about-moved",
    "words-new-phone": "about-new-phone",
    "words-asks-calls": "about-calls",
    "words-theirs-to-do": "about-steps",
    "words-keeps-asking": "about-why-asked",
}
"""What is told us of themselves, or asks us for a step that is not theirs, and no question."""

BESIDE = ("words-of-us", "words-polite", "words-hail", "words-sorry")
MORE = {
    "words-moved": ("words-no-news", "words-no-news-beside"),
    "words-new-phone": ("words-new-phone-fill",),
}
"""What may stand beside one of them: 我不干了 别给我发了."""
OPEN = ("words-open-question", "words-yes-or-no", "words-asks-either")
FAILS, ORDERS = "words-app-fails", "words-app-orders"
APP = ("words-app-fill", "words-polite")
OF_CASES = ("words-asks-use", "words-asks-how-soon", "about-steps")
"""Whoever has an open case asks this of it."""

NEWS = "about-moved"
"""Whoever has an open case says it to the people on it."""

LONGEST = 60
"""Letters: whoever writes more tells something (ours)."""


async def of_us(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was asked where no report is written, and is answered."""
    key = _answer(turn, ASKED)
    if not key and of_the_app(turn.event.text) and alone(turn):
        turn.reply(turn.say("about-app"))
        await as_said.offer(turn)
        return True
    theirs = key in (*OF_CASES, NEWS) and await turn.unit.cases.open_of(
        turn.person.id, 1
    )
    if theirs and key == NEWS:
        return False
    if theirs:
        await INTENTS[Intent.STATUS](turn, reading)
    elif key:
        turn.reply(turn.say(_said(turn, key)))
    return bool(key)


def beside(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether it was asked while a report is written: it is answered, and that is shown again."""
    key = _answer(turn, ASKED_OF_IT)
    if key == NEWS:
        return False
    if key in OF_CASES:
        unsent = "unsent-missing" if needs(draft) else "unsent"
        told = Safe(f"{turn.say(_said(turn, key))}\n{turn.say(unsent)}")
        conversation.show(turn, FILING, draft, first=told)
    elif key:
        conversation.show(turn, FILING, draft, first=turn.say(_said(turn, key)))
    return bool(key)


def is_asked(turn: Turn) -> bool:
    """Whether it was one of these, wherever it was asked."""
    return bool(_answer(turn, ASKED))


def of_the_app(text: str) -> bool:
    """Whether nothing is said but that the platform's app, or its orders, do not work."""
    said, beside = plain(text), ("words-the-app", *APP)
    app = anywhere("words-the-app").search(said) and asks(FAILS, said, *beside)
    return bool(app) or asks(ORDERS, said, FAILS, *beside)


def _answer(turn: Turn, asked: Mapping[str, str]) -> str:
    """By the key of what is asked; '' where it is none of these."""
    said = turn.event.text.strip()
    if not alone(turn) or turn.person.staff or len(said) > LONGEST:
        return ""
    for one, key in TOLD.items():
        if asks(one, said, *BESIDE, *MORE.get(one, ())):
            return key
    if "words-asks-number" in asked and asks_what_is_kept(said):
        return "words-asks-number"
    bare = unasked(said)
    if not (questioned(said, *OPEN) or bare.endswith(tuple(words("words-asks-tail")))):
        return ""
    return next((key for key in asked if asks(key, bare, *BESIDE)), "")


def _said(
    turn: Turn,
    key: str,
) -> str:
    paid = key == "words-asks-reward" and turn.setup.points is not None
    return "about-points" if paid else ASKED_OF_IT.get(key, key)
