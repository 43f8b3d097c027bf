"""The buttons of a card that fit what staff say of its case: what it waits for from them, and what
their words ask for. They stand first where it is asked what shall become of the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.messages import Choice
from handlers.actions import of_area
from handlers.actions.asking.said import (
    SAID,
    stamp,
)
from handlers.actions.card_labels import key_of, labels_of_staff
from handlers.actions.doing import refusal_for
from handlers.actions.nicknames import spelled_out
from handlers.actions.offers import person_label
from handlers.actions.table import ACTS
from handlers.casework.called import within
from handlers.casework.carers.carers import candidates
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import (
    anywhere,
    plain,
)

WAITS = (
    "accept",
    "approve",
    "decline",
    "verify",
    "redo",
)
"""What a case may wait for: that somebody takes it, allows more time, or looks at it."""

HAND_ON = "hand_on"
GOES = ("words-does", "words-goes-to", "words-give")
"""What says beside a name that they shall have it."""


def not_ours(text: str) -> bool:
    """Whether it is said to be somebody else's."""
    return anywhere("words-not-ours").search(plain(text)) is not None


def belongs_elsewhere(text: str) -> bool:
    """The same, or that it is not where it was filed: 位置不对，应该在G08."""
    wrong = anywhere("words-wrong-grid").search(plain(text))
    return not_ours(text) or wrong is not None


def wants_time(text: str) -> bool:
    """Whether it is said that it takes longer: 得晚两天, "I need more time"."""
    return anywhere("words-wants-time").search(plain(text)) is not None


async def fitting(
    turn: Turn,
    case: Case,
    said: str,
    beside: Sequence[str],
) -> list[list[Choice]]:
    """One row of them; nothing where something is asked. Those beside are offered already."""
    if questioned(said, "words-open-question"):
        return []
    names = [] if not_ours(said) else [*WAITS]
    names += ["extend"] if wants_time(said) else []
    names += ["raise"] if anywhere("words-goes-up").search(plain(said)) else []
    named = labels_of_staff().get(said.strip().casefold(), "")
    names += [named] if named in ACTS and named not in names else []
    able = [
        one
        for one in names
        if one not in beside and await refusal_for(turn.scene, case, one) is None
    ]
    row = [_choice(turn, case, one, said) for one in able]
    there = await _elsewhere(turn, case, said) or await _colleague(turn, case, said)
    return [one for one in (there, row) if one]


async def _elsewhere(
    turn: Turn,
    case: Case,
    said: str,
) -> list[Choice]:
    """Whoever has it next, where they say whose it is not, and name another area."""
    away = belongs_elsewhere(said)
    area = within(turn.unit.directory, said, case.area) if away else ""
    person = of_area.of(turn, case, area) if area else None
    if person is None or await refusal_for(turn.scene, case, HAND_ON) is not None:
        return []
    shown = person_label(turn, person, area)
    label = turn.label("button-hand-on-to", who=shown)
    return [Choice(label, f"c:{case.id}:{HAND_ON}:{person.id}")]


async def _colleague(
    turn: Turn,
    case: Case,
    said: str,
) -> list[Choice]:
    """The only colleague whom they name for it: 张强 这单帮我跟一下."""
    others = candidates(turn.unit.directory, case, turn.person.id)
    said = spelled_out([one.name for one, _ in others if one.name], said)
    named = [(one, area) for one, area in others if one.name and one.name in said]
    if len(named) != 1 or named[0][0].id == case.assignee_id:
        return []
    person, area = named[0]
    rest = plain(said.replace(person.name, " "))
    does = any(anywhere(key).search(rest) for key in GOES)
    if not does or await refusal_for(turn.scene, case, HAND_ON) is not None:
        return []
    label = turn.label("button-hand-on-to", who=person_label(turn, person, area))
    return [Choice(label, f"c:{case.id}:{HAND_ON}:{person.id}")]


def _choice(
    turn: Turn,
    case: Case,
    name: str,
    said: str,
) -> Choice:
    """Where it takes a word that was said already, that goes along."""
    bare = said.strip().casefold() in labels_of_staff()
    goes = ACTS[name].words and not bare
    verb = f"{SAID}:{name}:{stamp(said)}" if goes else name
    return Choice(turn.label(key_of(name)), f"c:{case.id}:{verb}")
