"""一事一议: a question to the group with a button for each answer; its minutes and outcome become
the next step.
"""

from __future__ import annotations

from html import escape

from domain.acts import Act
from domain.case import Case
from domain.messages import Address, Choice, Reply
from domain.privacy import Aspect, Viewer, shows
from domain.states import State
from handlers.casework import phrases
from handlers.casework.cards.card_sending import language_at, readers
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.casework.permission import visible
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe, label, say
from storage.outbox.letters import NOTICE
from storage.polls import Poll

MOST_OPTIONS = 6
LONGEST_OPTION = 60
BAR = 8  # signs, for all votes


def _read(language: str, words: str) -> tuple[str, list[str]]:
    """The first line is the question, each further line an answer; without any there are 'yes',
    'no', 'unsure'.
    """
    lines = [line.strip(" -·•*\t") for line in words.splitlines() if line.strip()]
    if len(lines) > MOST_OPTIONS + 1:
        raise Refused("refuse-options", most=MOST_OPTIONS)
    options = [phrases.cut(line, LONGEST_OPTION) for line in lines[1:]]
    usual = [label(language, f"poll-{name}") for name in ("yes", "no", "unsure")]
    return lines[0], options or usual


async def open_poll(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Case:
    if not shows(
        case.privacy,
        Viewer.GROUP,
        Aspect.WORDS,
    ):
        raise Refused("refuse-confidential-poll")
    language = scene.language_of(scene.actor.person)
    question, options = _read(language, given.words)
    case = (
        await perform(
            scene,
            case,
            Act.DELIBERATE,
            given,
        )
    ).case
    await scene.unit.polls.put(
        case.id,
        question,
        options,
        scene.actor.id,
    )
    await _show(scene, case)
    return case


async def decide(scene: Scene, case: Case, value: str, given: Given) -> Case:
    """Closes the vote; the minutes and what came out stay with the case, which goes on."""
    poll = await scene.unit.polls.get(case.id)
    outcome = result(poll) if poll else ""
    minutes = "\n".join(filter(None, (given.words, outcome)))
    case = (
        await perform(
            scene,
            case,
            Act.DECIDE,
            Given(minutes, given.media),
        )
    ).case
    await scene.unit.polls.close(case.id)
    await _show(scene, case)
    return case


def result(poll: Poll) -> str:
    """'修 5 · 不修 2', the most wanted first."""
    pairs = zip(
        poll.options,
        poll.votes,
        strict=True,
    )
    wanted = sorted(pairs, key=lambda pair: -pair[1])
    return " · ".join(f"{option} {count}" for option, count in wanted)


async def reopened(scene: Scene, case: Case) -> None:
    """The outcome was taken back: the vote goes on."""
    await scene.unit.polls.reopen(case.id)
    await _show(scene, case)


async def vote(turn: Turn, case: Case, value: str) -> None:
    """A press on an answer: one vote a person, the last one counts."""
    unit = turn.unit
    poll = await unit.polls.get(case.id)
    if poll is None or case.state is not State.DELIBERATING or not value.isdecimal():
        raise Refused("refuse-poll-closed")
    works_here = await visible(
        unit,
        turn.person,
        case,
        Act.NOTE,
    )
    if not works_here or int(value) >= len(poll.options):
        raise Refused("refuse-poll-staff")
    await unit.polls.vote(
        case.id,
        turn.person.id,
        int(value),
    )
    turn.toast("toast-voted", option=poll.options[int(value)])
    await _show(turn.scene, case)


# --- how it looks ---


async def _show(scene: Scene, case: Case) -> None:
    """One living message per chat; every vote changes it where it stands."""
    poll = await scene.unit.polls.get(case.id)
    if poll is None:
        return
    slot = f"poll:{case.id}"
    for chat in await _chats(
        scene,
        case,
        poll,
    ):
        reply = Reply(
            text=text(
                scene,
                language_at(scene, chat),
                case,
                poll,
            ),
            choices=_buttons(case, poll),
            slot=slot,
        )
        scene.unit.outbox.add(
            chat, reply, NOTICE, case_id=case.id, about=case.number, replaces=slot
        )


async def _chats(scene: Scene, case: Case, poll: Poll) -> list[Address]:
    """The area's groups, up to the first level that has one, else the people who see the card; and
    who asked.
    """
    unit = scene.unit
    asker = []
    if poll.opened_by is not None:
        asker = list(await unit.people.addresses(poll.opened_by))
    for code in unit.directory.ladder(case):
        groups = unit.directory.group_of(code)
        if groups:
            return list(dict.fromkeys([*groups, *asker]))
    return list(dict.fromkeys([*readers(unit, case), *asker]))


def text(scene: Scene, language: str, case: Case, poll: Poll) -> Safe:
    title = phrases.title(
        scene.setup,
        language,
        case,
    )
    lines = [
        say(
            language,
            "poll-title",
            title=title,
            question=poll.question,
        )
    ]
    total = sum(poll.votes)
    for option, count in zip(
        poll.options,
        poll.votes,
        strict=True,
    ):
        bar = "▓" * round(BAR * count / total) if total else ""
        lines.append(Safe(f"{escape(option, quote=False)}  {bar} {count}"))
    key = "poll-count" if poll.closed_at is None else "poll-closed"
    lines.append(
        say(
            language,
            key,
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
