"""Whether what came back to a coordinator's question answers it at all."""

from __future__ import annotations

import re

from domain.acts import Act
from domain.draft import Draft
from domain.places.phrases import FAULT
from domain.places.which import says_which
from domain.things import things
from handlers.actions.on_case.words import word_on_case
from handlers.dialog import conversation
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing import aside
from handlers.filing.hearing import SURE, heard
from handlers.texts.asking import questioned
from handlers.texts.words import only, words


async def says_no_answer(turn: Turn, form: Form, draft: Draft) -> bool:
    """Thanks and "what do you mean" answer nothing, a nod only what can be answered by yes or
    no: then it is asked again, and whoever asked still waits. A question back goes to them.
    """
    event = turn.event
    question = draft.about.get("question", "")
    if event.media or event.place:
        return False
    if asks_back(event.text):
        await word_on_case(turn, draft.about["case"], act=Act.ANSWER)
        return True
    if not _answers(question, event.text):
        conversation.show(turn, form, draft)
        return True
    if await _another_matter(turn, draft, question):
        await aside.report(turn, draft)
        return True
    return False


async def _another_matter(turn: Turn, draft: Draft, question: str) -> bool:
    """井盖没了, where it was asked which lamp: another thing is wrong, and nothing is said of the
    one that was asked about. 垃圾桶旁边那盏 only says where that is.
    """
    said, reading = turn.event.text, heard(turn)
    case = await turn.unit.cases.get(draft.about["case"])
    named = things(said)
    if case is None or not named or reading.category == case.category:
        return False
    if named & things(f"{case.words} {question}") or says_which(said):
        return False
    clear = aside.plainly_ours(reading) and reading.sure >= SURE
    return clear and FAULT.search(said) is not None


def asks_back(said: str) -> bool:
    """Whether it is a question itself: 哪一个？, not 左边吧？, and not 在不在 that calls out."""
    if only("words-puzzled", said) or _calls(said) or not questioned(said):
        return False
    asked = (*words("words-open-question"), *words("words-yes-or-no"))
    return any(_names(word, said.lower()) for word in asked)


def _answers(question: str, said: str) -> bool:
    if only("words-here-i-am", said):
        return said.strip().lower() in question.lower() and by_yes_or_no(question)
    if only("words-polite", said, "words-puzzled") or _calls(said):
        return False
    nod = only("words-nod", said, "words-polite")
    return not nod or by_yes_or_no(question)


def _calls(said: str) -> bool:
    """Whether somebody only says hello, or asks if anybody is there."""
    return only("words-hail", said, "words-polite")


def by_yes_or_no(question: str) -> bool:
    """Whether a bare yes would tell whoever asked what they want to know."""
    asked = question.lower()
    if any(_names(word, asked) for word in words("words-open-question")):
        return False
    return any(_names(word, asked) for word in words("words-yes-or-no"))


def _names(word: str, asked: str) -> bool:
    """English words are whole ones."""
    if word.isascii():
        return re.search(rf"\b{re.escape(word)}\b", asked) is not None
    return word in asked
