"""What will be filed, with 提交 first: at most six buttons; the rest stands behind 改一改."""

from __future__ import annotations

from typing import Any

from domain.draft import Draft
from domain.kinds import Kind
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.form import View
from handlers.dialog.turn import Turn
from handlers.filing import discreet, joining, so_far, voice
from handlers.filing.draft import Meant, meant, own_cases, unnamed
from handlers.filing.where import location, places
from handlers.texts.sentences import Safe

CHANGEABLE = ("what", "photos", "place")
MOST_BUTTONS = 6
LIKELIEST = 3


def summary(turn: Turn, draft: Draft) -> View:
    matter = meant(draft)
    lines = [
        turn.say("summary-title"),
        so_far.of_what(turn, matter),
        *so_far.said(turn, draft),
    ]
    if draft.touched_at == draft.started_at and not matter.hurried:
        lines.append(Safe(f"<i>{turn.say('ask-hint')}</i>"))
    lines += joining.lines(turn, draft)
    if not matter.sure:
        lines.append(turn.say("ask-voice" if voice.alone(draft) else "ask-which"))
    own = [[attach_button(turn, draft, case)] for case in own_cases(draft)]
    others = [joining.buttons(turn, draft), *_spots(turn, draft), *own]
    taken = matter.perhaps + len(list(filter(None, others)))
    offered = _categories(turn, draft, matter, taken)
    rows = [
        [_button(turn, draft, "submit", "submit")],
        *others,
        offered,
        [_button(turn, draft, "rest", "rest")],
    ]
    shown = tuple(tuple(row) for row in rows if row)
    open_still = not (matter.sure or voice.open_question(draft))
    return View(
        Safe("\n".join(lines)),
        shown,
        by_number=True,
        either=offered[0] if open_still and offered else None,
        none=_button(turn, draft, "more", "more") if open_still else None,
    )


def rest(turn: Turn, draft: Draft) -> View:
    """改一改: everything that can be changed before it is sent."""
    matter = meant(draft)
    name = "named" if unnamed(draft) else "anonymous"
    kinds = [kind for kind in Kind if kind is not matter.kind]
    rows = (
        [_button(turn, draft, f"change-{one}", f"change:{one}") for one in CHANGEABLE],
        [_button(turn, draft, "more", "more")],
        [_button(turn, draft, f"make-{kind}", f"kind:{kind}") for kind in kinds],
        [_button(turn, draft, name, f"anonymous:{name}"), *_open_again(turn, draft)],
        [
            _button(turn, draft, "back", "back"),
            _button(turn, draft, "cancel", "cancel"),
        ],
    )
    shown = tuple(tuple(row) for row in rows)
    return View(turn.say("ask-rest"), shown, by_number=True)


def _open_again(turn: Turn, draft: Draft) -> list[Choice]:
    """What was asked apart from the matter may be taken back."""
    if not draft.about.get(discreet.SECRET):
        return []
    return [_button(turn, draft, "not-secret", f"{discreet.SECRET}:no")]


def _button(turn: Turn, draft: Draft, key: str, data: str) -> Choice:
    return turn.choice(f"button-{key}", f"f:{draft.id}:{data}")


def attach_button(turn: Turn, draft: Draft, case: dict[str, Any]) -> Choice:
    data = f"f:{draft.id}:attach:{case['id']}"
    return turn.choice("button-attach", data, number=case["number"])


def _categories(
    turn: Turn,
    draft: Draft,
    matter: Meant,
    taken: int,
) -> list[Choice]:
    """One row for the category: to change it where it is clear, else the likeliest to pick from."""
    if matter.sure:
        name = phrases.category(turn.setup, turn.language, matter.code)
        data = f"f:{draft.id}:more"
        return [turn.choice("button-category-is", data, category=name)]
    if voice.open_question(draft):
        return voice.kinds(turn, draft)
    likely = [code for code in matter.likely if code in turn.setup.catalogue]
    room = max(1, min(LIKELIEST, MOST_BUTTONS - 2 - taken))
    return [
        Choice(
            turn.setup.catalogue[code].shown(turn.language),
            f"f:{draft.id}:cat:{code}",
        )
        for code in likely[:room]
    ]


def _spots(turn: Turn, draft: Draft) -> list[list[Choice]]:
    """Which of the places is meant, where the words leave it open; a grid, where they say none."""
    if "spot" in draft.about:
        return []
    if "spots" in draft.about:
        return places.buttons(turn, draft)[:2]
    unknown = location.nowhere(turn, draft)
    return [[places.other_place(turn, draft)]] if unknown else []
