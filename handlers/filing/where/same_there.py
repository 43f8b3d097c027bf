"""滨河公园那边也是, "same at the park", while a report of another place is not sent yet: another
such thing, there. The first stays where it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.draft import Draft
from domain.privacy import Privacy
from domain.things import things
from domain.values.text import letters
from handlers.casework import phrases, whereabouts
from handlers.dialog.alone import alone
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, needs
from handlers.filing.hearing import heard
from handlers.filing.where.location import area_for, nowhere
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, begins, plain

LONGEST = 12
"""Letters beside the place: whoever says more tells what it is (ours)."""


def told(turn: Turn, draft: Draft) -> dict[str, Any] | None:
    """What is known of the other one, whose words the message has then: nothing of what is in the
    same area and tells more of the first; None where it is neither.
    """
    said, reading = plain(turn.event.text), heard(turn)
    if not alone(turn) or reading.danger or questioned(said) or not words(draft):
        return None
    if anywhere("words-as-well").search(said) is None or begins("words-wrong", said):
        return None
    there = whereabouts.find(turn.scene, said, turn.person).sure
    spot = whereabouts.spotted(turn.scene, None, said, turn.person)
    if there is None or letters(said) - letters(there.words) > LONGEST:
        return None
    if needs(draft) or draft.asking or nowhere(turn, draft):
        return None
    what = meant(draft)
    if what.privacy is not Privacy.OPEN or not things(said) <= things(words(draft)):
        return None
    if spot is None:
        return None
    if spot.area == area_for(turn, draft):
        return {}
    name = phrases.category(turn.setup, turn.person.language, what.code)
    label = turn.label("same-sort-of", words=turn.event.text.strip(), what=name)
    turn.event = replace(turn.event, text=label, message_id="")
    return {"category": what.code, "kind": what.kind.value}
