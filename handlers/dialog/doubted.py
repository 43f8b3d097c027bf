"""Words that came long after they were asked for, or below something else: before they go out one
press says that they are meant.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import Matter
from handlers.dialog import filling
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn

WORDS = "doubted"
"""Where a draft keeps them."""
MEANT = "was_meant"
"""The press that says so."""


async def ask(turn: Turn, draft: Draft) -> None:
    """Keeps what was said beside the draft, and asks; whoever writes it anew is taken at
    their word.
    """
    said = turn.event.text.strip()
    about = draft.about | {WORDS: said}
    kept = replace(draft, about=about, touched_at=turn.unit.now)
    await turn.unit.forms.put(kept)
    turn.shown.add(draft.id)
    numbers = draft.about.get("number") or draft.about.get("numbers", "")
    key = "ask-meant" if numbers else "ask-meant-now"
    yes = turn.choice("button-meant", f"f:{draft.id}:{MEANT}")
    no = turn.choice("button-cancel", f"f:{draft.id}:cancel")
    text = turn.say(key, words=said, numbers=numbers)
    turn.reply(text, [[yes, no]], form_id=draft.id, matter=Matter.QUESTION)


def meant(turn: Turn, form: Form, draft: Draft) -> Draft:
    """The draft with what was said as its answer."""
    said = draft.about.get(WORDS, "")
    about = {name: value for name, value in draft.about.items() if name != WORDS}
    event = replace(turn.event, text=said, media=(), place=None, message_id="")
    kept = replace(draft, about=about)
    return filling.take(form, kept, Heard(event), []) if said else kept
