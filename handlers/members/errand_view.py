"""What whoever calls members sees: the next question, ready answers, and the errand itself."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.draft import Draft
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.form import View
from handlers.dialog.turn import Turn

HOURS = (9, 14, 18)
"""Of tomorrow, each a press."""

QUESTIONS = {
    "words": "ask-errand",
    "at": "ask-errand-at",
    "wanted": "ask-errand-wanted",
}
"""In this order."""

COUNTS = (1, 2, 3, 5, 8, 10)


def missing_in(draft: Draft) -> str:
    return next((one for one in QUESTIONS if not draft.about[one]), "")


def view(turn: Turn, draft: Draft) -> View:
    missing = missing_in(draft)
    stop = (turn.choice("button-cancel", f"f:{draft.id}:cancel"),)
    if not missing:
        return _preview(turn, draft, stop)
    area = phrases.area(turn.unit, draft.about["area"], turn.language)
    text = turn.say(QUESTIONS[missing], area=area)
    return View(text, (*_ready(turn, draft, missing), stop))


def _ready(
    turn: Turn,
    draft: Draft,
    missing: str,
) -> list[tuple[Choice, ...]]:
    if missing == "at":
        row = [
            turn.choice(
                "button-errand-tomorrow",
                f"f:{draft.id}:at:{hour}",
                hour=f"{hour}:00",
            )
            for hour in HOURS
        ]
        return [tuple(row)]
    if missing == "wanted":
        return [tuple(Choice(str(n), f"f:{draft.id}:wanted:{n}") for n in COUNTS)]
    return []


def _preview(
    turn: Turn,
    draft: Draft,
    stop: tuple[Choice, ...],
) -> View:
    about = draft.about
    text = turn.say(
        "ask-errand-preview",
        words=about["words"],
        area=phrases.area(turn.unit, about["area"], turn.language),
        when=phrases.when(
            turn.language,
            at_of(draft),
            turn.unit.now,
            turn.setup,
        ),
        wanted=about["wanted"],
        count=about["count"],
    )
    go = turn.choice(
        "button-announce",
        f"f:{draft.id}:submit",
        count=about["count"],
    )
    anew = turn.choice("button-errand-anew", f"f:{draft.id}:anew")
    return View(text, ((go,), (anew, *stop)))


def at_of(draft: Draft) -> datetime:
    return datetime.fromtimestamp(draft.about["at"], UTC)
