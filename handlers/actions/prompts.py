"""Acts that need a word: one-step forms in the private chat of whoever acts, with a picture if
they like.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from domain.case import Act, Case
from domain.draft import Draft
from domain.messages import Choice, Place
from handlers.actions import table as doing
from handlers.actions.table import DOINGS
from handlers.casework import perform as casework
from handlers.casework import phrases
from handlers.dialog import conversation
from handlers.dialog.fields import Photos, Spot, Text, media_ids, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe
from storage.sent_messages import SentMessage

# a form touched earlier lies under one that somebody is filling in
BENEATH = timedelta(milliseconds=1)


def _needs(name: str) -> Callable[[Draft], str]:
    bare = DOINGS[name].bare

    def needs(draft: Draft) -> str:
        said = words(draft.answers.get("what")) or (
            bare and (draft.answers.get("photos") or draft.answers.get("place"))
        )
        return "" if said else "what"

    return needs


def _view(name: str) -> Callable[[Turn, Draft], View]:
    def view(turn: Turn, draft: Draft) -> View:
        key = f"ask-{name}-word" if draft.answers.get("photos") else f"ask-{name}"
        key = (
            "ask-resolve-part"
            if key == "ask-resolve" and draft.about.get("part")
            else key
        )
        if "chosen" in draft.about:
            send = (turn.choice("button-send-template", f"f:{draft.id}:send"),)
            stop = (turn.choice("button-cancel", f"f:{draft.id}:cancel"),)
            return View(
                turn.say("template-chosen", words=draft.about["chosen"]), (send, stop)
            )
        about = {"number": draft.about["number"], "what": draft.about.get("what", "")}
        text = turn.say(key, question=draft.about.get("question", ""), **about)
        templates = [
            (Choice(phrases.cut(one, 40), f"f:{draft.id}:template:{i}"),)
            for i, one in enumerate(draft.about.get("templates", ()))
        ]
        if templates:
            text = Safe(f"{text}\n{turn.say('ask-templates')}")
        return View(
            text, (*templates, (turn.choice("button-cancel", f"f:{draft.id}:cancel"),))
        )

    return view


def _finish(name: str) -> Callable[[Turn, Draft], Awaitable[None]]:
    async def finish(turn: Turn, draft: Draft) -> None:
        case = await casework.case_for(turn, draft.about["case"])
        said, media = (
            words(draft.answers.get("what")),
            media_ids(draft.answers.get("photos")),
        )
        for part in (
            *(draft.answers.get("what") or ()),
            *(draft.answers.get("photos") or ()),
        ):
            if part["m"]:
                turn.unit.sent_messages.add(
                    SentMessage(
                        draft.chat,
                        part["m"],
                        case.id,
                        None,
                        shape=DOINGS[name].act.value,
                    )
                )
        try:
            case = await doing.do(
                turn,
                case,
                name,
                draft.about.get("value", ""),
                said,
                media,
                _spot(draft),
            )
        except Refused as refused:
            return await keep_words(turn, case, refused, said, media)
        await done(turn, case, name, said)

    return finish


def _spot(draft: Draft) -> Place | None:
    value = draft.answers.get("place") or {}
    return Place(value["lat"], value["lon"]) if "lat" in value else None


async def done(turn: Turn, case: Case, name: str, said: str = "") -> None:
    """Says that it is done, with a way to take it back; a question waits for its answer."""
    act, number = (
        DOINGS[name].act,
        phrases.number(case, case.filer_id == turn.person.id),
    )
    below = (
        [[turn.choice("button-something-new", f"n:{turn.unit.history.last}")]]
        if act is Act.ANSWER
        else []
    )
    if act is Act.ASK:
        asked = [
            case.filer_id,
            *(await turn.unit.followers.of(case.id) if case.joined else ()),
        ]
        for one in asked:
            await expect_answer(turn, case.id, phrases.number(case, True), one, said)
    key = f"done-{name.replace('_', '-')}"
    if name == "resolve" and case.state == "verifying":
        key = "done-submit"
    elif name in ("resolve", "reject") and case.parent_id is not None:
        key = f"done-{name}-part"
    person = await phrases.carer(turn.unit, turn.language, case)
    due = phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup)
    text = turn.say(
        key,
        number=number,
        name=person,
        due=due,
        count=case.parts,
        category=phrases.category(turn.language, case.category),
    )
    gone = (
        await turn.unit.cases.merged_into(case.id)
        if name in ("merge", "take_in")
        else []
    )
    if gone:
        below.append([turn.choice("button-unmerge", f"c:{gone[-1].id}:unmerge")])
    if name != "undo" and await doing.possible(turn, case, "undo"):
        below.append(
            [turn.choice("button-undo", f"c:{case.id}:undo:{turn.unit.history.last}")]
        )
    turn.reply(text, below, case_id=case.id)


async def keep_words(
    turn: Turn, case: Case, refused: Refused, said: str, media: list[int]
) -> None:
    """The case has moved on while somebody was writing: what they wrote stays with it all the
    same.
    """
    mine = case.filer_id == turn.person.id
    act = Act.ADD if mine else Act.NOTE
    await casework.perform(
        turn.unit, turn.setup, casework.actor_of(turn), case, act, said, media
    )
    why = turn.label(refused.key, **refused.args_of_key)
    turn.reply(turn.say("done-kept", why=why, number=case.number), case_id=case.id)


async def _template(turn: Turn, draft: Draft, verb: str, value: str) -> Draft | None:
    """A template was pressed: it is shown as the answer would be, to be sent or to be written
    anew.
    """
    templates = draft.about.get("templates", ())
    if verb == "template" and value.isdecimal() and int(value) < len(templates):
        return replace(draft, about=draft.about | {"chosen": templates[int(value)]})
    if verb == "send" and "chosen" in draft.about:
        said = [{"m": "", "t": draft.about["chosen"]}]
        await conversation.finish(
            turn,
            FORMS_OF_WORDS[draft.name],
            replace(draft, answers=draft.answers | {"what": said}),
        )
        return None
    return draft


def _form(name: str) -> Form:
    place = (Step("place", Spot(), optional=True),) if DOINGS[name].bare else ()
    return Form(
        name=name,
        steps=(Step("what", Text()), Step("photos", Photos(), optional=True), *place),
        needs=_needs(name),
        view=_view(name),
        finish=_finish(name),
        press=_template,
    )


WORD_FORMS = {name: row for name, row in DOINGS.items() if row.words}
FORMS_OF_WORDS = {name: _form(name) for name in WORD_FORMS}


async def open_word_form(turn: Turn, name: str, case: Case, value: str = "") -> None:
    """Asks for the word, after checking that the act is possible at all."""
    await doing.check(turn, case, name)
    for draft in await turn.unit.forms.of(turn.private):
        if draft.name == name and draft.about.get("case") == case.id:
            await conversation.close(turn, draft)
    seen = phrases.seen(turn.unit, turn.person, case, turn.language, 60)
    about = {"case": case.id, "number": case.number, "what": seen, "value": value}
    if name == "resolve":
        about["part"] = case.parent_id is not None
        about["templates"] = await turn.unit.templates.for_case(
            case, turn.unit.directory.path(case.area)
        )
    turn.toast("" if turn.event.private else "toast-in-private")
    await conversation.begin(turn, FORMS_OF_WORDS[name], about)


async def expect_answer(
    turn: Turn, case_id: int, number: str, filer_id: int | None, question: str
) -> None:
    """The filer's next words are the answer, unless they are in the middle of something: then
    after that.
    """
    if filer_id is None:
        return
    now = turn.unit.now
    for address in await turn.unit.people.addresses(filer_id):
        waiting = await turn.unit.forms.of(address)
        if any(
            draft.name == "answer" and draft.about.get("case") == case_id
            for draft in waiting
        ):
            continue
        touched = min((draft.touched_at - BENEATH for draft in waiting), default=now)
        about = {
            "case": case_id,
            "number": number,
            "question": phrases.cut(question, 300),
        }
        made = Draft(
            turn.unit.next_id("forms"),
            address,
            filer_id,
            "answer",
            {},
            touched,
            touched,
            about,
        )
        await turn.unit.forms.put(made)
        turn.unit.timers.set("draft", made.id, now + conversation.DROP_AFTER)
