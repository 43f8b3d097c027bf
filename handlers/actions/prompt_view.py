"""How the question for an act's words looks: with its templates, and with one of them chosen."""

from __future__ import annotations

from collections.abc import Callable

from domain.draft import Draft
from domain.messages import Choice
from handlers.actions.table import ACTS
from handlers.casework import phrases
from handlers.dialog.fields import words
from handlers.dialog.form import View
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

LONGEST_BUTTON = 40

OTHERWISE = ("part", "rejected")
"""What a row's `about` may say of the case, for which the question is another one."""


def needs_of(name: str) -> Callable[[Draft], str]:
    bare = ACTS[name].bare

    def needs(draft: Draft) -> str:
        alone = draft.answers.get("photos") or draft.answers.get("place")
        return "" if words(draft) or (bare and alone) else "what"

    return needs


def view_of(name: str) -> Callable[[Turn, Draft], View]:
    def view(turn: Turn, draft: Draft) -> View:
        if "chosen" in draft.about:
            return _chosen(turn, draft)
        text = turn.say(
            _key(name, draft),
            question=draft.about.get("question", ""),
            number=draft.about["number"],
            what=draft.about.get("what", ""),
        )
        templates = _templates(draft)
        if templates:
            text = Safe(f"{text}\n{turn.say('ask-templates')}")
        choices = (*templates, _ends(turn, draft))
        return View(text, choices, by_number=bool(templates))

    return view


def _ends(turn: Turn, draft: Draft) -> tuple[Choice, ...]:
    """What came so far may go as it is, where that is enough; or none of it."""
    cancel = _cancel(turn, draft)
    if needs_of(draft.name)(draft):
        return (cancel,)
    return (turn.choice("button-submit", f"f:{draft.id}:submit"), cancel)


def _key(name: str, draft: Draft) -> str:
    if draft.answers.get("photos"):
        return f"ask-{name}-word"
    other = next((one for one in OTHERWISE if draft.about.get(one)), "")
    return f"ask-{name}-{other}" if other else f"ask-{name}"


def _templates(draft: Draft) -> list[tuple[Choice, ...]]:
    return [
        (Choice(phrases.cut(one, LONGEST_BUTTON), f"f:{draft.id}:template:{i}"),)
        for i, one in enumerate(draft.about.get("templates", ()))
    ]


def _chosen(turn: Turn, draft: Draft) -> View:
    """A ready answer as it would be sent."""
    send = turn.choice("button-send-template", f"f:{draft.id}:send")
    text = turn.say("template-chosen", words=draft.about["chosen"])
    return View(text, ((send,), (_cancel(turn, draft),)), by_number=True)


def _cancel(turn: Turn, draft: Draft) -> Choice:
    return turn.choice("button-cancel", f"f:{draft.id}:cancel")
