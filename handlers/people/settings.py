"""What a person decides about themselves: language, quiet hours, mute, leaving."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.messages import Choice
from handlers.dialog.turn import Turn
from handlers.people import forgetting
from handlers.texts.sentences import LANGUAGES

WINDOW = re.compile(
    r"^(\d{1,2})[:：]([0-5]\d)\s*[-–~－～至到]\s*(\d{1,2})[:：]([0-5]\d)$"
)
ASKED = re.compile(
    r"^\s*(en|english|英文|英语|zh|zh-cn|chinese|中文|汉语)\s*$", re.IGNORECASE
)


async def lang(turn: Turn, words: str) -> None:
    """/lang, alone for two buttons or with a language."""
    hit = ASKED.match(words)
    if hit:
        return await set_language(
            turn, "en" if hit[1].lower()[:2] in ("en", "英文", "英语") else "zh-CN"
        )
    turn.reply(
        turn.say("lang-which"),
        [[Choice(name, f"m:{code}") for code, name in LANGUAGES.items()]],
    )


async def set_language(turn: Turn, language: str) -> None:
    turn.person = turn.unit.people.change(replace(turn.person, language=language))
    turn.toast()
    turn.reply(turn.say("lang-set"), edit=True)


async def quiet(turn: Turn, words: str) -> None:
    """/quiet 22:00-8:00 12:00-13:00, /quiet off, /quiet default; alone it explains."""
    if words.strip().lower() in ("off", "关", "关闭"):
        turn.person = turn.unit.people.change(replace(turn.person, quiet=()))
        return turn.reply(turn.say("quiet-off"))
    if words.strip().lower() in ("default", "默认"):
        turn.person = turn.unit.people.change(replace(turn.person, quiet=None))
        return turn.reply(turn.say("quiet-default"))
    windows = [
        _window(piece) for piece in re.split(r"[,,、\s]+", words.strip()) if piece
    ]
    if not windows or None in windows:
        return turn.reply(turn.say("quiet-how"))
    turn.person = turn.unit.people.change(
        replace(turn.person, quiet=tuple(w for w in windows if w))
    )
    turn.reply(turn.say("quiet-set", hours=" · ".join(words.split())))


def _window(text: str) -> tuple[int, int] | None:
    hit = WINDOW.match(text)
    if hit is None:
        return None
    start, end = int(hit[1]) * 60 + int(hit[2]), int(hit[3]) * 60 + int(hit[4])
    return (start, end) if start != end and max(start, end) <= 24 * 60 else None


async def mute(turn: Turn, words: str) -> None:
    """/mute: announcements on or off. Answers to one's own cases always come."""
    turn.person = turn.unit.people.change(
        replace(turn.person, muted=not turn.person.muted)
    )
    turn.reply(turn.say("mute-on" if turn.person.muted else "mute-off"))


async def forget(turn: Turn, words: str) -> None:
    """/forget asks once, then removes who somebody is; the cases stay, without them."""
    turn.reply(
        turn.say("forget-sure"),
        [
            [
                turn.choice("button-forget", "x:forget"),
                turn.choice("button-keep", "x:keep"),
            ]
        ],
    )


async def on_leave(turn: Turn, what: str) -> None:
    if what != "forget":
        turn.toast()
        return turn.reply(turn.say("forget-kept"), edit=True)
    if turn.person.staff and await turn.unit.cases.carried_by(turn.person.id, 1):
        turn.toast()
        return turn.reply(turn.say("forget-carrying"), edit=True)
    for draft in await turn.unit.forms.of(turn.private):
        await turn.unit.forms.drop(draft)
        turn.unit.timers.set("draft", draft.id, None)
    await turn.unit.outbox.drop_address(turn.private)
    turn.toast()
    turn.reply(turn.say("forget-done"), edit=True)
    turn.unit.history.audit(None, "forgotten", person=turn.person.id)
    await forgetting.forget(turn.unit, turn.person.id)
