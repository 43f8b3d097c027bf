"""What is said where it was asked where it is: 沿着河边一直走, "opposite the collapsed house"."""

from __future__ import annotations

from domain.draft import Draft
from domain.places.phrases import may_name, points, unhedged
from domain.reading.engine import engine
from domain.reading.model import Context, Reading
from domain.reading.read import read
from domain.reading.who_where import of_others
from domain.reading.words import plain
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs


def as_place(turn: Turn, draft: Draft | None, reading: Reading) -> Reading:
    """What it means as an answer to that, where otherwise letters would hear a danger in it: many
    places lie at rivers and bridges. A danger that words name is one here too, and so is
    what is told of others: 小孩在塘边.
    """
    if reading.danger is None or draft is None:
        return reading
    if (draft.asking or needs(draft)) != "place":
        return reading
    event = turn.event
    said = unhedged(event.text)
    vocabulary = turn.setup.vocabulary
    told = engine(vocabulary).lexicon.scan(plain(said))
    if of_others(told) or not (may_name(said) or points(said)):
        return reading
    context = Context(photos=bool(event.media), where=True)
    found = read(event.text, context, vocabulary)
    if found.danger is not None:
        return reading
    turn.heard = (event, found)
    return found
