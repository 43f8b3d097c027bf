"""Acts that need a word: one-step forms in the private chat of whoever acts, with a picture if they like."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from domain.case import MOVES, Act, Case
from domain.draft import Draft
from handlers import casework, conversation, phrases
from handlers.expect import Photos, Text, media_ids, words
from handlers.form import Form, Step, View
from handlers.turn import Refused, Turn

BENEATH = timedelta(milliseconds=1)  # a form touched earlier lies under one that somebody is filling in


@dataclass(frozen=True, slots=True)
class WordForm:
    """`act` done with words. `bare` lets a picture or a voice message alone be enough."""

    act: Act
    bare: bool = False


WORD_FORMS: dict[str, WordForm] = {
    "resolve": WordForm(Act.RESOLVE),
    "return": WordForm(Act.RETURN),
    "reject": WordForm(Act.REJECT),
    "ask": WordForm(Act.ASK),
    "note": WordForm(Act.NOTE, bare=True),
    "answer": WordForm(Act.ANSWER, bare=True),
    "reopen": WordForm(Act.REOPEN, bare=True),
    "add": WordForm(Act.ADD, bare=True),
}


def _needs(bare: bool) -> Callable[[Draft], str]:
    def needs(draft: Draft) -> str:
        said = words(draft.answers.get("what")) or (bare and draft.answers.get("photos"))
        return "" if said else "what"

    return needs


def _view(name: str) -> Callable[[Turn, Draft], View]:
    def view(turn: Turn, draft: Draft) -> View:
        key = f"ask-{name}-word" if draft.answers.get("photos") else f"ask-{name}"
        about = {"number": draft.about["number"], "what": draft.about.get("what", "")}
        text = turn.say(key, question=draft.about.get("question", ""), **about)
        return View(text, ((turn.choice("button-cancel", f"f:{draft.id}:cancel"),),))

    return view


def _finish(name: str, act: Act) -> Callable[[Turn, Draft], Awaitable[None]]:
    async def finish(turn: Turn, draft: Draft) -> None:
        case = await casework.case_for(turn, draft.about["case"])
        said, media = words(draft.answers.get("what")), media_ids(draft.answers.get("photos"))
        try:
            case = await casework.perform(turn.unit, turn.setup, casework.actor_of(turn), case, act, said, media)
        except Refused as refused:
            return await keep_words(turn, case, refused, said, media)
        new = [[turn.choice("button-something-new", f"n:{turn.unit.history.last}")]] if act is Act.ANSWER else []
        if act is Act.ASK:
            await expect_answer(turn, case.id, case.number, case.filer_id, said)
        turn.reply(turn.say(f"done-{name}", number=case.number), new, case_id=case.id)

    return finish


async def keep_words(turn: Turn, case: Case, refused: Refused, said: str, media: list[int]) -> None:
    """The case has moved on while somebody was writing: what they wrote stays with it all the same."""
    mine = case.filer_id == turn.person.id
    act = Act.ADD if mine else Act.NOTE
    await casework.perform(turn.unit, turn.setup, casework.actor_of(turn), case, act, said, media)
    why = turn.label(refused.key, **refused.args_of_key)
    turn.reply(turn.say("done-kept", why=why, number=case.number), case_id=case.id)


def _form(name: str, row: WordForm) -> Form:
    return Form(
        name=name,
        steps=(Step("what", Text()), Step("photos", Photos(), optional=True)),
        needs=_needs(row.bare), view=_view(name), finish=_finish(name, row.act),
    )  # fmt: skip


FORMS_OF_WORDS = {name: _form(name, row) for name, row in WORD_FORMS.items()}


async def open_word_form(turn: Turn, name: str, case_id: int) -> None:
    """Asks for the word, after checking that the act is possible at all."""
    case = await casework.case_for(turn, case_id)
    act = WORD_FORMS[name].act
    casework.allow(turn.unit, casework.actor_of(turn), case, act)
    if (case.state, act) not in MOVES:
        raise await casework.refusal(turn.unit, casework.actor_of(turn), case, act)
    for draft in await turn.unit.forms.of(turn.private):
        if draft.name == name and draft.about.get("case") == case.id:
            await conversation.close(turn, draft)
    about = {"case": case.id, "number": case.number, "what": phrases.cut(case.words, 60)}
    turn.toast("" if turn.event.private else "toast-in-private")
    await conversation.begin(turn, FORMS_OF_WORDS[name], about)


async def expect_answer(turn: Turn, case_id: int, number: str, filer_id: int | None, question: str) -> None:
    """The filer's next words are the answer, unless they are in the middle of something: then after that."""
    if filer_id is None:
        return
    now = turn.unit.now
    for address in await turn.unit.people.addresses(filer_id):
        waiting = await turn.unit.forms.of(address)
        if any(draft.name == "answer" and draft.about.get("case") == case_id for draft in waiting):
            continue
        touched = min((draft.touched_at - BENEATH for draft in waiting), default=now)
        about = {"case": case_id, "number": number, "question": phrases.cut(question, 300)}
        made = Draft(turn.unit.database.next_id("forms"), address, filer_id, "answer", {}, touched, touched, about)
        await turn.unit.forms.put(made)
        turn.unit.timers.set("draft", made.id, now + conversation.DROP_AFTER)
