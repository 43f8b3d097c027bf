"""这个有人报了吗, "has anyone reported the lamp at G01": where a like one is open it is offered,
as to whoever reports it; the question itself is no word of it.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.told_of import names
from domain.values.text import letters
from handlers.casework.awaited import open_of
from handlers.contents import INTENTS
from handlers.dialog import conversation, filling
from handlers.dialog.alone import alone
from handlers.dialog.fields import A_MATTER
from handlers.dialog.fits import Heard
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.filing.hearing import heard, read_text
from handlers.filing.joining import WHETHER
from handlers.filing.several import ENDS
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain, words

LONGEST = 60
"""Letters: whoever says more tells more than that (ours)."""
LOOKED_AT = 10
SAYS_MORE = 2  # letters
LACKS = {"what": "reported-what", "place": "reported-where"}
"""By what has to be known before anybody can look."""


def left(turn: Turn) -> str | None:
    """What stands beside the question; None where it was none."""
    text, said = turn.event.text.strip(), plain(turn.event.text)
    if letters(said) > LONGEST or turn.person.staff or len(said) != len(text):
        return None
    asked = anywhere("words-reported-already").search(said)
    if asked is None and questioned(text):
        asked = anywhere("words-been-reported").search(said)
    if asked is None or heard(turn).danger:
        return None
    kept = [*text]
    for found in (asked, *anywhere("words-reported-fill").finditer(said)):
        kept[slice(*found.span())] = " " * len(found[0])
    rest = " ".join("".join(kept).split()).strip(ENDS)
    rest = rest.rstrip("".join(words("words-particles")))
    return rest if sum(map(str.isalnum, rest)) >= SAYS_MORE else ""


async def beside(turn: Turn, draft: Draft) -> bool:
    """Asked while a report is open: of that one, with what else was said of it."""
    rest = left(turn) if alone(turn) else None
    if rest is None:
        return False
    if rest:
        turn.event = replace(turn.event, text=rest, message_id="")
        draft = filling.take(FILING, draft, FILING.heard(turn, draft), [])
    await _show(turn, draft)
    return True


async def of_nothing(turn: Turn, reading: Reading) -> bool:
    """Asked where none is open: of what is named or shown; else it is asked which. Of one's own
    that is open it is told how that stands.
    """
    rest = left(turn)
    if rest is None:
        return False
    if not alone(turn):
        turn.event = replace(turn.event, text=rest)
        await filing.begin(turn, {WHETHER: True})
        return True
    own = await open_of(turn.unit, turn.person.id, LOOKED_AT)
    if own and (not rest or any(names(case, rest) for case in own)):
        asked = replace(reading, intent=Intent.STATUS)
        await INTENTS[Intent.STATUS](turn, asked)
        return True
    found = read_text(turn, rest)
    if found.places or things(rest) or found.report >= A_MATTER:
        turn.event = replace(turn.event, text=rest)
        draft = await conversation.begin(turn, FILING, show=False)
        await _show(turn, filling.take(FILING, draft, Heard(turn.event), []))
    else:
        turn.reply(turn.say("reported-what"))
    return True


async def _show(turn: Turn, draft: Draft) -> None:
    """It is looked for as soon as it is known what and where; the summary says what was found."""
    about = draft.about | {WHETHER: True}
    kept = await conversation.keep(turn, FILING, replace(draft, asking="", about=about))
    if kept is not None:
        key = LACKS.get(needs(kept), "")
        first = turn.say(key) if key else ""
        conversation.show(turn, FILING, kept, first=first)
