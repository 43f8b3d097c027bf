"""What was typed, where it is one of the choices that were offered in the chat: its number, in
whatever digits, or its label.
"""

from __future__ import annotations

from dataclasses import replace

from domain.lines import line_at
from domain.messages import Choice, Event, EventKind
from domain.offers import Offered, is_number
from domain.open_offers import act_of, case_of, each_of, meant
from handlers.dialog import questions
from handlers.dialog.marks import open_drafts
from handlers.dialog.spoken import spoken
from handlers.dialog.turn import Turn
from handlers.texts.words import only

THROWN = ("withdraw:yes", "x:forget")
"""What a choice brings that throws something away."""
LONGEST = 30  # characters; the longest label has fewer


async def chosen(turn: Turn) -> bool:
    """Whether it was; the turn then goes on as if it had been pressed. A form that was talked
    about since settles what is typed itself.
    """
    event = turn.event
    beside = event.media or event.place or event.reply_to
    short = 0 < len(event.text) <= LONGEST and not event.text.startswith("/")
    if not (event.private and short) or beside:
        return False
    found = await turn.unit.offers.last(event.chat)
    if found is None:
        return False
    bare = meant(event.text, found)
    choice = bare or spoken(event.text, found)
    if choice is None and found.listed:
        choice = line_at(event.text, found)
    if choice is None or await _talked_since(turn, found, labelled=bare is not None):
        return False
    if await _asked_since(turn, found, choice):
        return False
    if await _may_end_a_form(turn, found, choice) or await _too_late(turn, choice):
        return False
    if _undoes(choice) and (is_number(event.text) or not await open_drafts(turn)):
        return False  # "1" is "got it", too; what was done last is known elsewhere
    turn.event = pressed(turn, choice)
    return turn.event.kind is EventKind.PRESS


async def _talked_since(turn: Turn, found: Offered, labelled: bool) -> bool:
    """Whether something else was asked meanwhile: of a question that opens no form a number or a
    yes is the answer, and a label is none.
    """
    if await form_since(turn, found, itself=labelled):
        return True
    plain = labelled and not is_number(turn.event.text)
    asked = None if plain else await questions.begun(turn)
    return asked is not None and asked.touched_at > found.made_at


async def _asked_since(turn: Turn, found: Offered, choice: Choice) -> bool:
    """Whether it stands on the card of another case, and words for one are asked for since: a
    label of both is for that one.
    """
    drafts = await open_drafts(turn)
    about = drafts[-1].about.get("case") if drafts else None
    if about is None or case_of(choice.data) in (None, about):
        return False
    there = [one for one in each_of(found) if choice in one.choices]
    return all(one.made_at <= drafts[-1].touched_at for one in there)


async def _too_late(turn: Turn, choice: Choice) -> bool:
    """Whether a number would throw away what was asked about before something else was said."""
    throws = choice.data.endswith(THROWN) and is_number(turn.event.text)
    return throws and await questions.asked_once(turn) is None


def _undoes(choice: Choice) -> bool:
    return act_of(choice.data).partition(":")[0] == "undo"


async def form_since(
    turn: Turn,
    found: Offered,
    itself: bool = False,
) -> bool:
    """Whether a form was talked about since. At the same moment its question goes first, but for a
    choice that was typed `itself`.
    """
    drafts = await open_drafts(turn)
    if not drafts:
        return False
    touched = drafts[-1].touched_at
    return touched > found.made_at or (touched == found.made_at and not itself)


async def _may_end_a_form(turn: Turn, found: Offered, choice: Choice) -> bool:
    """Whether the label of something that was told before the form was shown may be for that form
    as well: it is looked at there.
    """
    said = turn.event.text
    if not (only("words-all-clear", said) or only("words-leave-it", said)):
        return False
    before = choice not in found.choices and bool(await open_drafts(turn))
    return before or await form_since(turn, found)


def pressed(turn: Turn, choice: Choice) -> Event:
    """A key of a keyboard has no data: it types its label."""
    if not choice.data:
        return replace(turn.event, text=choice.label)
    pressed = replace(turn.event, kind=EventKind.PRESS, text="", data=choice.data)
    # what was typed is no message of ours that could be changed
    return replace(pressed, message_id="")
