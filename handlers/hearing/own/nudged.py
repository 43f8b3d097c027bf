"""帮我催下城管; 怎么还没亮; 这两件是一件: what is said of one's own open cases that a press does,
or whoever looks after them.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.values.text import letters
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.contents import BUTTONS, INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.calls_nobody import hurries_on
from handlers.dialog.offered import pressed
from handlers.dialog.turn import Turn
from handlers.filing.made_one import says_same
from handlers.texts.words import anywhere, asks

LOOKED_AT = 5
"""Of one's own open cases, the newest first."""

LONGEST = 40
"""Letters: whoever says more tells more (ours)."""

NUDGE = ("words-nudge-fill", "words-polite")


async def heard(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of these."""
    said = turn.event.text.strip()
    if not alone(turn) or letters(said) > LONGEST:
        return False
    keys = ("words-nudge", "words-same-one", "words-tell-to")
    named = any(anywhere(key).search(said.lower()) for key in keys)
    still = asks("words-why-still", said, "words-still-so", "words-polite")
    if not (named or still or _presses(said)):
        return False  # the cases are looked up for those alone
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    if still and own:
        await INTENTS[Intent.STATUS](turn, reading)
        return True
    return await _hurried(turn, own, reading) or await _same(turn, own)


async def _hurried(
    turn: Turn,
    own: Sequence[Case],
    reading: Reading,
) -> bool:
    """Of several the one whose carer or office is named; else they are shown, as ever."""
    said, meant = turn.event.text, list(own)
    for case in own:
        for name in await _carers(turn, case):
            if name and name in said:
                said = said.replace(name, " ")
                meant = [one for one in own if name in await _carers(turn, one)]
    if not meant or not _hurries(said):
        return False
    if len(meant) > 1:
        await INTENTS[Intent.STATUS](turn, reading)
        return True
    turn.event = pressed(turn, Choice("", f"c:{meant[0].id}:hurry"))
    await BUTTONS["c"](turn, turn.event.data.partition(":")[2])
    return True


def _hurries(said: str) -> bool:
    """催一下, or somebody is told to be quick: 告诉他快点."""
    return hurries_on(said) or _presses(said) or asks("words-nudge", said, *NUDGE)


def _presses(said: str) -> bool:
    """急, and nothing else."""
    return asks("words-is-pressing", said, "words-polite", "words-this")


async def _carers(turn: Turn, case: Case) -> tuple[str, ...]:
    area = turn.unit.directory.areas.get(case.area)
    name = await phrases.carer(turn.unit, turn.language, case)
    return name, area.name if area is not None and area.is_office else ""


async def _same(turn: Turn, own: Sequence[Case]) -> bool:
    """Whoever looks after the newer of the two reads that the older one is the same."""
    if len(own) < 2 or not says_same(turn.event.text):
        return False
    newer, older = own[:2]
    if not newer.privacy is older.privacy is Privacy.OPEN:
        return False  # that one person reported both would be told
    note = turn.label("same-note", number=older.number, words=turn.event.text.strip())
    await perform(turn.scene, newer, Act.ADD, Given(note))
    text = turn.say("done-same", number=newer.number, other=older.number)
    turn.reply(text, case_id=newer.id)
    return True
