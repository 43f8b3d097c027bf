"""Words that came long after they were asked for, or below something else: before they go out one
press says that they are meant.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import Choice, Matter
from domain.offers import settle
from handlers.dialog import filling
from handlers.dialog.consent import it_is, sends_it
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn

WORDS = "doubted"
"""Where a draft keeps them."""
OURS = "ours"
"""Whether it may have been said to us."""
MEANT = "was_meant"
"""The press that says so."""
TO_US = "to_us"
"""The press that it was said to us."""


async def ask(
    turn: Turn,
    draft: Draft,
    said: str = "",
    ours: bool = False,
) -> None:
    """Keeps what was said beside the draft, and asks; whoever writes it anew is taken at
    their word. It may be `ours`: said to us, and to nobody else.
    """
    said = said or turn.event.text.strip()
    about = draft.about | {WORDS: said, OURS: ours}
    kept = replace(draft, about=about, touched_at=turn.unit.now)
    await turn.unit.forms.put(kept)
    turn.shown.add(draft.id)
    numbers = draft.about.get("number") or draft.about.get("numbers", "")
    key = "ask-meant" if numbers else "ask-meant-now"
    text = turn.say("ask-to-us" if ours else key, words=said, numbers=numbers)
    choices = _choices(turn, kept)
    rows = [[one] for one in choices] if ours else [choices]
    turn.reply(text, rows, form_id=draft.id, matter=Matter.QUESTION)


def _choices(turn: Turn, draft: Draft) -> tuple[Choice, ...]:
    data = f"f:{draft.id}:"
    own = (turn.choice("button-to-us", f"{data}{TO_US}"),)
    yes = turn.choice("button-meant", f"{data}{MEANT}")
    no = turn.choice("button-cancel", f"{data}cancel")
    return (*(own if draft.about.get(OURS) else ()), yes, no)


def typed(turn: Turn, draft: Draft) -> Choice | None:
    """The press that was typed below that question: its number or label, or a yes."""
    if WORDS not in draft.about:
        return None
    choices, said = _choices(turn, draft), turn.event.text
    found = settle(said, choices, by_number=True)
    yes = sends_it(said) or (it_is(said) and not draft.about.get(OURS))
    return choices[-2] if found is None and yes else found


def meant(turn: Turn, form: Form, draft: Draft) -> Draft:
    """The draft with what was said as its answer."""
    said = draft.about.get(WORDS, "")
    about = {
        name: value for name, value in draft.about.items() if name not in (WORDS, OURS)
    }
    event = replace(turn.event, text=said, media=(), place=None, message_id="")
    kept = replace(draft, about=about)
    return filling.take(form, kept, Heard(event), []) if said else kept
