"""What the application asks, one press each: home grid, usual grids, post."""

from __future__ import annotations

from domain.draft import Draft
from domain.messages import Choice
from handlers.dialog.form import View
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.filing.where import grids
from handlers.members import wording
from handlers.members.found import terms
from handlers.texts.sentences import Safe

NEEDED = ("home", "sure", "post")


def needs(draft: Draft) -> str:
    """The steps after the first are told by presses alone."""
    missing = next((one for one in NEEDED if not draft.about.get(one)), "")
    return "place" if missing == "home" else missing


def view(turn: Turn, draft: Draft) -> View:
    needed = needs(draft)
    if needed == "place":
        return _home(turn, draft)
    return _usual(turn, draft) if needed == "sure" else _posts(turn, draft)


def _home(turn: Turn, draft: Draft) -> View:
    rows = grids.choices(turn, draft.about["grids"], f"f:{draft.id}")
    locate = turn.label("button-locate")
    text = turn.say("ask-member")
    return View(
        text,
        (*rows, _stop(turn, draft)),
        locate=locate,
        by_number=True,
    )


def _usual(turn: Turn, draft: Draft) -> View:
    chosen = draft.about["usual"]
    areas = turn.unit.directory.areas
    shown = [
        Choice(
            ("✓ " if code in chosen else "") + areas[code].name,
            f"f:{draft.id}:usual:{code}",
        )
        for code in draft.about["near"]
        if code in areas
    ]
    rows = [tuple(row) for row in abreast(shown)]
    key = "button-member-these" if chosen else "button-member-only-home"
    done = (turn.choice(key, f"f:{draft.id}:sure"),)
    text = turn.say(
        "ask-member-usual",
        area=wording.names(turn.scene, [draft.about["home"]]),
        most=terms(turn.setup).grids,
    )
    return View(text, (*rows, done, _stop(turn, draft)), by_number=True)


def _posts(turn: Turn, draft: Draft) -> View:
    language = turn.language
    offered = [
        post for post in terms(turn.setup).posts if post.code not in draft.about["has"]
    ]
    lines = [
        turn.say(
            "member-post-line",
            post=post.name(language),
            does=post.line(language),
        )
        for post in offered
    ]
    shown = [
        Choice(post.name(language), f"f:{draft.id}:post:{post.code}")
        for post in offered
    ]
    rows = [tuple(row) for row in abreast(shown)]
    text = Safe("\n".join([turn.say("ask-member-post"), *lines]))
    return View(text, (*rows, _stop(turn, draft)), by_number=True)


def _stop(turn: Turn, draft: Draft) -> tuple[Choice, ...]:
    return (turn.choice("button-cancel", f"f:{draft.id}:cancel"),)
