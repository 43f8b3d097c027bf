"""What a person decides about themselves: language, quiet hours, mute, leaving."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Choice
from domain.values.hours import several_hours, show_hours
from handlers.dialog import questions
from handlers.dialog.calls_nobody import erases
from handlers.dialog.turn import Turn
from handlers.matching import leaving as listings_leaving
from handlers.members import seats
from handlers.people import forgetting, shares
from handlers.people.going import going
from handlers.texts.sentences import (
    LANGUAGES,
    label,
)
from handlers.texts.words import anywhere, asks, plain, words
from handlers.wishes import leaving

KEEPING = ("words-keeping-fill", "words-polite")

NOT_A_CODE = 3
"""Letters: "en" alone may be a sound."""


async def lang(turn: Turn, said: str) -> None:
    """/lang, alone for two buttons or with a language."""
    wanted = said.strip().lower()
    for language in LANGUAGES:
        if wanted in label(language, "language-words").split():
            return await set_language(turn, language)
    buttons = [Choice(name, f"m:{code}") for code, name in LANGUAGES.items()]
    turn.reply(turn.say("lang-which"), [buttons])


def asked_for(said: str) -> str:
    """The language that is asked for and nothing else, as in "English please"; '' for none."""
    rest = anywhere("words-speak").sub(" ", said.strip().lower())
    name = "".join(letter for letter in rest if letter.isalnum())
    if len(name) < NOT_A_CODE and name.isascii():
        return ""
    for language in LANGUAGES:
        if name in label(language, "language-words").split():
            return language
    return ""


async def set_language(turn: Turn, language: str) -> None:
    turn.person = turn.unit.people.change(replace(turn.person, language=language))
    turn.toast()
    turn.reply(turn.say("lang-set"), edit=True)


async def quiet(turn: Turn, said: str) -> None:
    """/quiet 22:00-8:00 12:00-13:00, /quiet off, /quiet default; alone it explains."""
    word = said.strip().lower()
    if word in words("words-off"):
        _set_quiet(turn, ())
        return turn.reply(turn.say("quiet-off"))
    if word in words("words-default"):
        _set_quiet(turn, None)
        return turn.reply(turn.say("quiet-default"))
    spans = several_hours(said)
    if not spans:
        await questions.ask(turn, "quiet")
        return turn.reply(turn.say("quiet-how"))
    _set_quiet(turn, spans)
    turn.reply(
        turn.say(
            "quiet-set",
            hours=" · ".join(map(show_hours, spans)),
        )
    )


def _set_quiet(
    turn: Turn,
    spans: tuple[tuple[int, int], ...] | None,
) -> None:
    turn.person = turn.unit.people.change(replace(turn.person, quiet=spans))


async def mute(turn: Turn, said: str) -> None:
    """/mute: announcements on or off. Answers to one's own cases always come."""
    turn.person = turn.unit.people.change(
        replace(
            turn.person,
            muted=not turn.person.muted,
        )
    )
    turn.reply(turn.say("mute-on" if turn.person.muted else "mute-off"))


async def forget(turn: Turn, said: str) -> None:
    """/forget asks once, then removes who somebody is; the cases stay, without them."""
    sure = turn.choice("button-forget", "x:forget")
    kept = turn.choice("button-keep", "x:keep")
    await questions.ask_once(turn, "forget", yes="forget", no="keep")
    goes = await going(turn)
    asked = turn.say("forget-sure-all", what=goes) if goes else turn.say("forget-sure")
    turn.reply(asked, [[sure, kept]])


async def asked_to_forget(turn: Turn) -> bool:
    """Whether words alone asked for it; then it is asked once more, as after /forget."""
    said = turn.event.text
    if not (asks("words-forget-me", said, "words-polite") or erases(said)):
        return False
    wipes = anywhere("words-how-wipe").search(plain(said))
    if turn.person.staff and wipes and not anywhere("words-me").search(plain(said)):
        return False  # 清空所有数据 is not of themselves
    await forget(turn, "")
    return True


async def asked_what_is_kept(turn: Turn) -> bool:
    """Whether it was asked what is kept of them: 你们存我的电话吗."""
    said = turn.event.text
    if anywhere("words-keeping").search(plain(said)) is None:
        return False
    if not asks("words-my-data", said, "words-keeping", *KEEPING):
        return False
    turn.reply(turn.say("kept-of-you"))
    return True


async def on_leave(turn: Turn, what: str) -> None:
    if what != "forget":
        turn.toast()
        return turn.reply(turn.say("forget-kept"), edit=True)
    if turn.person.staff and await turn.unit.cases.carried_by(turn.person.id, 1):
        turn.toast()
        return turn.reply(turn.say("forget-carrying"), edit=True)
    await turn.unit.outbox.drop_address(turn.private)
    turn.toast()
    turn.reply(turn.say("forget-done"), edit=True)
    turn.unit.history.audit(None, "forgotten", person=turn.person.id)
    await shares.keep(turn.scene, turn.person.id)
    await leaving.leave(turn.scene, turn.person.id)
    await seats.give_up(turn.scene, turn.person.id, leaving=True)
    await listings_leaving.leave(turn.scene, turn.person.id)
    await forgetting.forget(turn.unit, turn.person.id, turn.private)
