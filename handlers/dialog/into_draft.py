"""What is said, pressed or edited while a form is open goes into its draft."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import Choice, Event
from handlers.dialog import doubted, filling, moving_about, typed
from handlers.dialog.coming import keep_media
from handlers.dialog.conversation import proceed, show
from handlers.dialog.ending import finish
from handlers.dialog.form import Form
from handlers.dialog.given_up import cancel
from handlers.dialog.turn import Turn


async def on_message(turn: Turn, form: Form, draft: Draft) -> None:
    """A message while a form is open: a typed choice, or something for the slots."""
    choice = typed.chosen(turn, form, draft)
    if choice is not None:
        return await on_press(turn, form, draft, choice)
    heard = form.heard(turn, draft)
    alone = not (turn.event.media or turn.event.place)
    fit = filling.best(form, draft, filling.words_of(heard))[1]
    if alone and not fit.taken:
        turn.reply(turn.say(fit.why or "not-an-answer", **fit.about))
        return show(turn, form, draft)
    if form.apart is not None and await form.apart(turn, form, draft):
        return
    came = keep_media(turn, form, draft, turn.event)
    await proceed(turn, form, filling.take(form, draft, heard, came))


def no_words(event: Event) -> bool:
    """Nothing but signs and emoji, with nothing beside: an answer to no question."""
    alone = not (event.media or event.place)
    return alone and not any(letter.isalnum() for letter in event.text)


async def on_press(
    turn: Turn,
    form: Form,
    draft: Draft,
    choice: Choice,
) -> None:
    """`f:<form id>:<verb>[:<value>]`: the verbs that every form knows, then the form's own."""
    verb, _ = _parts(choice)
    if verb == "cancel":
        return await cancel(turn, draft)
    if verb == "submit" and not form.needs(draft):
        return await finish(turn, form, draft)
    changed = await pressed(turn, form, draft, choice)
    if changed is not None:
        await proceed(turn, form, changed, edit=True)


def _parts(choice: Choice) -> tuple[str, str]:
    """The verb and its value, '' for none."""
    verb, _, value = choice.data.split(":", 2)[2].partition(":")
    return verb, value


async def pressed(
    turn: Turn,
    form: Form,
    draft: Draft,
    choice: Choice,
) -> Draft | None:
    """The draft after this press; None where the form has come to its end by it."""
    verb, value = _parts(choice)
    if verb == "submit":
        return replace(draft, asking="")
    if verb == doubted.MEANT:
        return doubted.meant(turn, form, draft)
    if verb == "back":
        return moving_about.turn_back(form, draft)
    if verb == "change":
        return moving_about.ask_again(form, draft, value)
    if verb == "skip":
        asked = value in ("", draft.asking or form.needs(draft))
        return moving_about.skip(form, draft) if asked else draft
    return await form.press(turn, draft, verb, value) if form.press else draft


async def on_edit(turn: Turn, form: Form, draft: Draft) -> bool:
    """An edited message changes the draft that it is part of. Returns whether it was part of this
    one.
    """
    changed = filling.edit(form, draft, turn.event)
    if changed is None:
        return False
    await proceed(turn, form, changed)
    return True
