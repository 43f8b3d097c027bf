"""/接单 1, ／请假 明天, "\\queue", "policy normal 24 48": a command as a thumb writes it. It is
heard as the command that is meant; where none is, without its sign, as what anybody says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.values.text import letters, one_width
from handlers.actions.card_labels import labels_of_staff
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.table import ACTS
from handlers.actions.table import COMMANDS as OF_ACTS
from handlers.admin import limits
from handlers.contents import COMMANDS
from handlers.dialog.command import may_send
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.hearing import added
from handlers.people.naming import role_of
from handlers.stats.periods import period
from handlers.texts.words import words

SIGNED = re.compile(r"\s*[/／\\＼、]\s*(?=\w)")
NAMED = re.compile(r"([a-z]+|[^\W\da-z_]+)(?:[\s,，:：]+|(?=\d)|$)", re.IGNORECASE)
FIGURES = re.compile(r"[0-9]|[^\x00-\x7f]")
LONGEST = 40
"""Letters: whoever says more without a sign tells something (ours)."""
MEANS = "="


async def put(turn: Turn) -> None:
    """In the place of what was written; what tells of a danger is none."""
    event = turn.event
    sign = SIGNED.match(event.text)
    if not event.private or not (sign or turn.person.staff):
        return
    rest = event.text[sign.end() :] if sign else event.text.strip()
    command = await _meant(turn, rest, signed=sign is not None)
    chinese = sign is not None and not one_width(rest[0]).isascii()
    if not (command or chinese):
        return
    turn.event = replace(event, text=rest)
    if command and not added.dangerous(turn):
        turn.event = replace(event, text=command)
    elif not chinese:
        turn.event = event


async def _meant(turn: Turn, said: str, *, signed: bool) -> str:
    """The command in full; '' where the words begin with no name of one."""
    hit = NAMED.match(one_width(said))
    if hit is None:
        return ""
    name, rest = hit[1].lower(), said[hit.end() :].strip()
    if not name.isascii():
        name = _in_chinese().get(name, "") if signed else ""
    elif not signed and not await _plainly(turn, name, rest):
        return ""
    return f"/{name} {rest}".strip() if name in COMMANDS else ""


async def _plainly(turn: Turn, name: str, rest: str) -> bool:
    """Whether it is one without its sign: of staff alone, and nothing that they may say of a case.
    In English nothing stands behind it but figures, names, roles and days.
    """
    row = COMMANDS.get(name)
    if row is None or name in OF_ACTS or letters(rest) > LONGEST:
        return False
    if act_of_staff(name)[0]:
        return False
    if not may_send(turn.person, row) or (row.roles is None and name != "case"):
        return False
    if not turn.language.startswith("en"):
        return True
    if rest and period(rest, turn.unit.now.astimezone(turn.setup.zone).date()):
        return True
    named = all(FIGURES.search(one) or _known(turn, one) for one in rest.split())
    return named and not await open_drafts(turn)


def _known(turn: Turn, word: str) -> bool:
    return role_of(word) is not None or bool(limits.meant(turn, word)[0])


@cache
def _in_chinese() -> dict[str, str]:
    """The command by what it is called where its name is no Latin one: the acts as their buttons
    call them.
    """
    acts = {said: ACTS[name].command for said, name in labels_of_staff().items()}
    more = (one.partition(MEANS) for one in words("words-command-names"))
    return acts | {called: command for called, _, command in more}
