"""A thing and the colleague who goes: 路灯张强去, 井盖让小张跟一下, "manhole Zhang handles". Names
count as they are said, whole or as one is called.
"""

from __future__ import annotations

import re
from functools import cache

from handlers.actions.nicknames import spelled_out
from handlers.dialog.fixed import carried_out, did
from handlers.dialog.turn import Turn
from handlers.texts.words import AFTER, anywhere, one_of, plain


def colleagues(turn: Turn, said: str) -> list[str]:
    """Whom of the staff the words name."""
    return turn.unit.directory.staff_names.within(plain(spelled(turn, said)))


def thing_and_who(turn: Turn, said: str) -> tuple[str, str]:
    """What stands before the only colleague who is named, and the name; two times '' where it is
    not said that they go.
    """
    named = colleagues(turn, said)
    before, name, behind = (
        spelled(turn, said).partition(named[0]) if len(named) == 1 else ("", "", "")
    )
    done = anywhere("words-does-done").search(behind)  # 井盖张强处理了 tells of it
    went = done or carried_out(said) or did(said)
    goes = bool(name) and not went and _goes().fullmatch(behind) is not None
    return (_let().sub("", before).strip(), name) if goes else ("", "")


def spelled(turn: Turn, said: str) -> str:
    """The words with the whole names of whoever is called by a part of theirs."""
    staff = turn.unit.directory.staff.values()
    return spelled_out([one.name for one in staff if one.name], said)


@cache
def _goes() -> re.Pattern[str]:
    goes = one_of("words-does", "words-let-go")
    polite = one_of("words-polite", "words-take")
    return re.compile(rf"\s*{goes}(?:{AFTER}*{polite})*{AFTER}*", re.IGNORECASE)


@cache
def _let() -> re.Pattern[str]:
    """What lets them, and signs before it."""
    return re.compile(rf"{AFTER}*(?:{one_of('words-let')}\s*)?$", re.IGNORECASE)
