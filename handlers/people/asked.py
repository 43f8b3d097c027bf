"""Questions of this room that may be answered by typing: an hour for the digest, quiet hours, a day
to be back.
"""

from __future__ import annotations

from collections.abc import Callable

from domain.values.clock import clock
from domain.values.hours import several_hours
from domain.values.period import Period
from domain.values.text import spoken
from handlers.dialog.command import Handler
from handlers.dialog.consent import it_is, it_is_not
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question, answered_by, either
from handlers.dialog.turn import Turn
from handlers.people import digest, off, settings
from handlers.people.duty import turns
from handlers.people.leave import away, days
from handlers.texts.words import anywhere, plain, words

INSTEAD = ("words-it-is-not", "words-no", "words-yes", "words-sorry")
"""What stands before the days that are meant."""
SWITCHES = ("words-on", "words-off", "words-default")


def _is_hour(turn: Turn, said: str) -> bool:
    return clock(said, bare=True) is not None


def _are_hours(turn: Turn, said: str) -> bool:
    return bool(several_hours(said))


def _is_day(turn: Turn, said: str) -> bool:
    return days.says_when(turn, said)


def _question(
    fits: Callable[[Turn, str], bool], why: str, handler: Handler
) -> Question:
    async def judge(turn: Turn, about: About, said: str) -> Fit:
        switch = any(said.lower() in words(key) for key in SWITCHES)
        return FULL if switch or fits(turn, said) else Fit(0.0, why)

    async def answer(turn: Turn, about: About, said: str) -> None:
        await handler(turn, said)

    return Question(judge, answer)


def _told_again(question: Question, asking: Handler) -> Question:
    """Who asks in place of an answer what comes of it is asked once more: the question says so."""

    def wonders(said: str) -> bool:
        return anywhere("words-what-then").search(said.lower()) is not None

    async def judge(turn: Turn, about: About, said: str) -> Fit:
        return FULL if wonders(said) else await question.fits(turn, about, said)

    async def answer(turn: Turn, about: About, said: str) -> None:
        if wonders(said):
            return await asking(turn, "")
        await question.answer(turn, about, said)

    return Question(judge, answer, either=True)


async def _off_fits(turn: Turn, about: About, said: str) -> Fit:
    taken = it_is(said) or it_is_not(said) or answered_by(said)
    return FULL if taken or _another_day(turn, about, said) else Fit(0.0)


def _another_day(turn: Turn, about: About, said: str) -> Period | None:
    """The days that are meant in place of those which were offered: 不是，后天. A colleague has to
    be named again.
    """
    said = spoken(said)
    for key in INSTEAD:
        said = anywhere(key).sub(" ", said)
    return None if about["other"] else off.days_of(turn, off.bare(said))


async def _off(turn: Turn, about: About, said: str) -> None:
    """A no puts nobody down; the same day once more is a yes."""
    days = _another_day(turn, about, said)
    same = days is not None and off.stamp_of(days) in about["press"]
    denied = same and anywhere("words-it-is-not").match(plain(said)) is not None
    if it_is(said) or (same and not denied):
        return await away.on_hand_over(turn, about["press"])
    if days is not None and not denied:
        return await off.offer(turn, days, None)
    turn.reply(turn.say("form-cancelled"))


QUESTIONS = {
    away.OFF: Question(_off_fits, _off),
    "digest": _question(_is_hour, "digest-how", digest.digest),
    "quiet": _question(_are_hours, "quiet-how", settings.quiet),
    "away": _question(_is_day, "away-how", away.away),
    "hand-over": either(away.on_hand_over, "words-hand-over"),
    "turn": either(turns.on_turn, "words-turn"),
    "forget": _told_again(either(settings.on_leave, "words-forget"), settings.forget),
}
