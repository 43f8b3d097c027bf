"""How a filing asks: the question for what is missing, and the list of categories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.draft import Draft
from domain.kinds import Kind
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.fields import place_of, texts, words
from handlers.dialog.form import View
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.filing import perhaps
from handlers.filing.draft import meant, needs, own_cases
from handlers.filing.summary import attach_button, rest, summary
from handlers.filing.where import grids, places
from handlers.texts.sentences import Safe


def view(turn: Turn, draft: Draft) -> View:
    return perhaps.asked(turn, draft, _view(turn, draft))


def _view(turn: Turn, draft: Draft) -> View:
    step = draft.asking or needs(draft)
    if step == "more":
        return _categories(turn, draft)
    if step == "rest":
        return rest(turn, draft)
    if step == grids.STEP:
        return grids.view(turn, draft)
    if step == "place":
        return _place(turn, draft)
    return _question(turn, draft, step) if step else summary(turn, draft)


def _button(turn: Turn, draft: Draft, key: str, data: str) -> Choice:
    return turn.choice(key, f"f:{draft.id}:{data}")


def _question(turn: Turn, draft: Draft, step: str) -> View:
    back = _button(turn, draft, "button-back", "back")
    stop = _button(turn, draft, "button-cancel", "cancel")
    begun = draft.answers and "of" not in draft.about
    row = (back, stop) if begun else (stop,)
    rows = (*_stations(turn, draft), row)
    return View(_text(turn, draft, step), choices=rows)


def _stations(turn: Turn, draft: Draft) -> Iterator[tuple[Choice, ...]]:
    """Whoever sends a place and nothing else may want to know where to rest there."""
    only_place = draft.answers.keys() == {"place"}
    if "of" in draft.about:
        return
    if only_place and place_of(draft) and turn.unit.stations.any:
        data = f"st:here:{draft.id}"
        yield (turn.choice("button-station-near", data),)


def _text(turn: Turn, draft: Draft, step: str) -> Safe:
    scanned, of = draft.about.get("area"), draft.about.get("of")
    name, spots = of["name"] if of else "", len(draft.about.get("spots", ()))
    house = draft.about.get("house", "")
    text = turn.say(_asked(draft, step), name=name, count=spots, house=house)
    if scanned and step == "what":
        area = phrases.area(turn.unit, scanned, turn.language)
        text = Safe(f"{turn.say('ask-scanned', area=area)}\n{text}")
    calm = not (_goes_on(draft, step) or meant(draft).hurried)
    if draft.touched_at == draft.started_at and calm:
        text = Safe(f"{text}\n<i>{turn.say('ask-hint')}</i>")
    return text


def _asked(draft: Draft, step: str) -> str:
    """The key of the question; `of` is what the report was begun from: a rest station. Whoever
    said where is asked whether one of those places is meant, or told that nobody knows it.
    """
    if step == "place" and draft.about.get("spots"):
        return "ask-place-which"
    if step == "place" and draft.about.get("house") and not draft.answers.get("place"):
        return "ask-place-house"
    if _goes_on(draft, step):
        return "ask-place-still"
    if step == "place" and draft.about.get("called") and not draft.answers.get("place"):
        return "ask-place-unknown"
    if step != "what":
        return f"ask-{step}"
    if "of" in draft.about and not words(draft):
        return "ask-what-broken"
    kind = draft.about.get("kind")
    return f"ask-what-{kind}" if kind and not draft.answers else "ask-what"


def _goes_on(draft: Draft, step: str) -> bool:
    """Whether the place is asked once more, as more was told of the matter."""
    return step == "place" and len(texts(draft)) > 1


def _place(turn: Turn, draft: Draft) -> View:
    """Words will do, a pin is better; what was sent may belong to an open case instead. A number
    alone is no place.
    """
    back = _button(turn, draft, "button-back", "back")
    stop = _button(turn, draft, "button-cancel", "cancel")
    own = tuple((attach_button(turn, draft, case),) for case in own_cases(draft))
    spots = tuple(tuple(row) for row in places.buttons(turn, draft))
    keys = (*spots, *own, (*_skip(turn, draft), back, stop))
    text, locate = _text(turn, draft, "place"), turn.label("button-locate")
    asked = View(text, keys=keys, locate=locate, by_number=True)
    if not draft.about.get("spots"):
        return asked
    yes = places.the_one(turn, draft)
    return replace(asked, yes=yes, no=places.other_place(turn, draft), either=yes)


def _skip(turn: Turn, draft: Draft) -> list[Choice]:
    if not needs(draft):
        return [_button(turn, draft, "button-skip", "skip:place")]
    if meant(draft).kind is Kind.HAZARD:
        return []
    return [_button(turn, draft, "button-skip", "no_place")]


def _categories(turn: Turn, draft: Draft) -> View:
    """All categories of this kind, two in a row."""
    options = [
        Choice(
            option.shown(turn.language),
            f"f:{draft.id}:cat:{option.code}",
        )
        for option in turn.setup.catalogue.of_kind(meant(draft).kind)
    ]
    rows = [tuple(row) for row in abreast(options)]
    back = (_button(turn, draft, "button-back", "back"),)
    return View(turn.say("ask-category"), (*rows, back), by_number=True)
