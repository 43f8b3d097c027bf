"""一事一议: a question to the group with a button for each answer; its minutes and outcome become
the next step.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from domain.case import Act, Case, State
from domain.messages import Address, Choice, Reply
from domain.privacy import Aspect, Viewer, shows
from handlers.casework import card as cards
from handlers.casework import perform as casework
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe, say
from storage.outbox.letters import NOTICE
from storage.polls import Poll

MOST_OPTIONS = 6


def _read(turn: Turn, words: str) -> tuple[str, list[str]]:
    """The first line is the question, each further line an answer; without any there are 'yes',
    'no', 'unsure'.
    """
    lines = [line.strip(" -·•*\t") for line in words.splitlines() if line.strip()]
    options = [phrases.cut(line, 60) for line in lines[1 : MOST_OPTIONS + 1]]
    if len(lines) > MOST_OPTIONS + 1:
        raise Refused("refuse-options", most=MOST_OPTIONS)
    return lines[0], options or [
        turn.label(f"poll-{name}") for name in ("yes", "no", "unsure")
    ]


async def open_(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    if not shows(case.privacy, Viewer.GROUP, Aspect.WORDS):
        raise Refused("refuse-confidential-poll")
    question, options = _read(turn, words)
    actor = casework.actor_of(turn)
    case = await casework.perform(
        turn.unit, turn.setup, actor, case, Act.DELIBERATE, words, media
    )
    await turn.unit.polls.put(case.id, question, options, turn.person.id)
    await _show(turn, case)
    return case


async def _chats(turn: Turn, case: Case, poll: Poll) -> list[Address]:
    """The area's groups, up to the first level that has one, else the people who see the card;
    and who asked.
    """
    asker = (
        await turn.unit.people.addresses(poll.opened_by)
        if poll.opened_by is not None
        else ()
    )
    for code in turn.unit.directory.ladder(case):
        groups = turn.unit.directory.group_of(code)
        if groups:
            return list(dict.fromkeys([*groups, *asker]))
    return [*dict.fromkeys([*cards.readers(turn.unit, case), *asker])]


async def _show(turn: Turn, case: Case) -> None:
    """One living message per chat; every vote changes it where it stands."""
    poll = await turn.unit.polls.get(case.id)
    if poll is None:
        return
    for chat in await _chats(turn, case, poll):
        language = await cards.language_at(turn.unit, turn.setup, chat)
        reply = Reply(
            text=text(language, case, poll),
            choices=_buttons(case, poll),
            slot=f"poll:{case.id}",
        )
        turn.unit.outbox.add(
            chat,
            reply,
            NOTICE,
            case_id=case.id,
            about=case.number,
            replaces=f"poll:{case.id}",
        )


def text(language: str, case: Case, poll: Poll) -> Safe:
    lines = [
        say(
            language,
            "poll-title",
            title=phrases.title(language, case),
            question=poll.question,
        )
    ]
    total = sum(poll.votes)
    for option, count in zip(poll.options, poll.votes, strict=True):
        bar = "▓" * round(8 * count / total) if total else ""
        lines.append(Safe(f"{escape(option, quote=False)}  {bar} {count}"))
    lines.append(
        say(
            language,
            "poll-count" if poll.closed_at is None else "poll-closed",
            count=total,
        )
    )
    return Safe("\n".join(lines))


def _buttons(case: Case, poll: Poll) -> tuple[tuple[Choice, ...], ...]:
    if poll.closed_at is not None:
        return ()
    return tuple(
        (Choice(option, f"c:{case.id}:vote:{i}"),)
        for i, option in enumerate(poll.options)
    )


async def vote(turn: Turn, case: Case, value: str) -> None:
    poll = await turn.unit.polls.get(case.id)
    if poll is None or case.state is not State.DELIBERATING or not value.isdecimal():
        raise Refused("refuse-poll-closed")
    if not (await casework.visible(turn.unit, turn.person, case, Act.NOTE)) or int(
        value
    ) >= len(poll.options):
        raise Refused("refuse-poll-staff")
    await turn.unit.polls.vote(case.id, turn.person.id, int(value))
    turn.toast("toast-voted", option=poll.options[int(value)])
    await _show(turn, case)


async def decide(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    """Closes the vote; the minutes and what came out stay with the case, which goes on."""
    poll = await turn.unit.polls.get(case.id)
    outcome = result(poll) if poll else ""
    minutes = "\n".join(filter(None, (words, outcome)))
    actor = casework.actor_of(turn)
    case = await casework.perform(
        turn.unit, turn.setup, actor, case, Act.DECIDE, minutes, media
    )
    await turn.unit.polls.close(case.id)
    await _show(turn, case)
    return case


def result(poll: Poll) -> str:
    """'修 5 · 不修 2', the most wanted first."""
    pairs = sorted(
        zip(poll.options, poll.votes, strict=True), key=lambda pair: -pair[1]
    )
    return " · ".join(f"{option} {count}" for option, count in pairs)


async def reopened(turn: Turn, case: Case) -> None:
    """The outcome was taken back: the vote goes on."""
    await turn.unit.polls.reopen(case.id)
    await _show(turn, case)
