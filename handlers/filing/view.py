"""How a filing shows itself: the question for what is missing, the summary, the list of
categories.
"""

from __future__ import annotations

from html import escape
from typing import Any

from domain.categories import Category, of_kind
from domain.draft import Draft
from domain.guessing import alternatives
from domain.kinds import Kind
from domain.messages import Choice
from domain.privacy import Privacy
from handlers.casework import phrases, routing
from handlers.dialog.fields import count, words
from handlers.dialog.form import View
from handlers.dialog.turn import Turn
from handlers.filing import joining
from handlers.filing.draft import category_of, needs, own_cases, place_of, privacy_of
from handlers.texts.sentences import Safe

WORDS_ON_SUMMARY = 600


def view(turn: Turn, draft: Draft) -> View:
    step = draft.asking or needs(draft)
    if step == "more":
        return _categories(turn, draft)
    return _question(turn, draft, step) if step else _summary(turn, draft)


def _button(turn: Turn, draft: Draft, key: str, data: str) -> Choice:
    return turn.choice(key, f"f:{draft.id}:{data}")


def _question(turn: Turn, draft: Draft, step: str) -> View:
    kind = draft.about.get("kind")
    key = (
        f"ask-what-{kind}"
        if step == "what" and kind and not draft.answers
        else f"ask-{step}"
    )
    text = turn.say(key)
    scanned = draft.about.get("area")
    if scanned and step == "what":
        text = Safe(
            turn.say(
                "ask-scanned", area=phrases.area(turn.unit, scanned, turn.language)
            )
            + "\n"
            + text
        )
    if draft.touched_at == draft.started_at:
        text = Safe(f"{text}\n<i>{turn.say('ask-hint')}</i>")
    back = _button(turn, draft, "button-back", "back")
    stop = _button(turn, draft, "button-cancel", "cancel")
    if step == "place":
        skip = (
            [_button(turn, draft, "button-skip", "skip:place")]
            if not needs(draft)
            else []
        )
        if (
            needs(draft)
            and draft.about.get("urgent")
            and category_of(draft).kind is not Kind.HAZARD
        ):
            skip = [_button(turn, draft, "button-skip", "no_place")]
        own = tuple((_attach(turn, draft, case),) for case in own_cases(draft))
        return View(
            text, keys=(*own, (*skip, back, stop)), locate=turn.label("button-locate")
        )
    return View(text, choices=((back, stop),) if draft.answers else ((stop,),))


def _summary(turn: Turn, draft: Draft) -> View:
    category = category_of(draft)
    lines = [turn.say("summary-title"), _what(turn, category), *_said(turn, draft)]
    if draft.touched_at == draft.started_at:
        lines.append(Safe(f"<i>{turn.say('ask-hint')}</i>"))
    other = [
        Choice(
            phrases.category(turn.language, option.code),
            f"f:{draft.id}:cat:{option.code}",
        )
        for option in alternatives(words(draft.answers.get("what")), category.code)
    ]
    kinds = [
        _button(turn, draft, f"button-make-{kind}", f"kind:{kind}")
        for kind in Kind
        if kind is not category.kind
    ]
    change = [
        _button(turn, draft, f"button-change-{name}", f"change:{name}")
        for name in ("what", "photos", "place")
    ]
    lines += joining.lines(turn, draft)
    rows = [[_button(turn, draft, "button-submit", "submit")]]
    rows += [row for row in (joining.buttons(turn, draft),) if row]
    for case in own_cases(draft):
        rows.append([_attach(turn, draft, case)])
    rows += [other, [_button(turn, draft, "button-more", "more"), *kinds], change]
    rows.append([_button(turn, draft, "button-cancel", "cancel")])
    return View(Safe("\n".join(lines)), tuple(map(tuple, rows)), by_number=True)


def _attach(turn: Turn, draft: Draft, case: dict[str, Any]) -> Choice:
    return turn.choice(
        "button-attach", f"f:{draft.id}:attach:{case['id']}", number=case["number"]
    )


def _what(turn: Turn, category: Category) -> Safe:
    name = phrases.category(turn.language, category.code)
    return turn.say(
        "summary-what", kind=turn.label(f"kind-{category.kind}"), category=name
    )


def _said(turn: Turn, draft: Draft) -> list[Safe]:
    """What was sent so far, a line each."""
    answers = draft.answers
    lines: list[Safe] = []
    text = words(answers.get("what"))
    if text:
        short = text if len(text) <= WORDS_ON_SUMMARY else text[:WORDS_ON_SUMMARY] + "…"
        lines.append(Safe(f"“{escape(short, quote=False)}”"))
    for kind in ("photo", "voice", "video", "document"):
        number = count(answers.get("photos"), kind)
        if number:
            lines.append(turn.say(f"summary-{kind}", count=number))
    lines.append(turn.say("summary-place", place=_where(turn, draft)))
    if draft.about.get("urgent"):
        lines.append(turn.say("summary-urgent"))
    if privacy_of(draft) is not Privacy.OPEN:
        lines.append(turn.say(f"summary-{privacy_of(draft)}"))
    return lines


def _where(turn: Turn, draft: Draft) -> str:
    value = draft.answers.get("place") or {}
    place = place_of(draft)
    area = routing.area_for(
        turn.unit.directory, place, draft.about.get("area", ""), turn.person.last_area
    )
    name = phrases.area(turn.unit, area, turn.language)
    told = value.get("t") or (turn.label("spot-pin") if place else "")
    return f"{name} · {phrases.cut(told, 80)}" if told else name


def _categories(turn: Turn, draft: Draft) -> View:
    """All categories of this kind, two in a row."""
    options = [
        Choice(
            phrases.category(turn.language, option.code),
            f"f:{draft.id}:cat:{option.code}",
        )
        for option in of_kind(category_of(draft).kind)
    ]
    rows = [tuple(options[i : i + 2]) for i in range(0, len(options), 2)]
    name = "named" if draft.about.get("anonymous") else "anonymous"
    last = (
        _button(turn, draft, f"button-{name}", f"anonymous:{name}"),
        _button(turn, draft, "button-back", "back"),
    )
    return View(turn.say("ask-category"), (*rows, last), by_number=True)
