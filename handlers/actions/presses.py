"""Presses on a case that are no acts of the table: looking, voting, and what its filer says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.case import Case
from handlers.actions.asking import other_question, said_of_this
from handlers.actions.carers import in_hand, reaching
from handlers.actions.corrections import turned_away
from handlers.actions.emergencies import asked_private, which_over, which_place
from handlers.actions.feedback import filers, leaving
from handlers.actions.on_case import confiding, passing_on, relays
from handlers.actions.own import how_far
from handlers.actions.viewing import alike, more, named_case, showing
from handlers.casework.rearranging import polls
from handlers.dialog.turn import Turn
from handlers.filing import opened_again

Press = Callable[[Turn, Case, str], Awaitable[None]]

PRESSES: dict[str, Press] = {
    "open": showing.open_case,
    "more": more.more,
    "like": alike.show_like,
    "vote": polls.vote,
    "pass_on": passing_on.pass_on,
    "leave": leaving.leave,
    "withdraw": leaving.withdraw,
    "confirm": filers.confirm,
    "rate": filers.rate,
    "again": filers.ask_again_later,
    "all_clear": which_over.pressed,
    "together": confiding.together,
    opened_again.PRESS: asked_private.pressed,
    "spot": which_place.pressed,
    "grids": which_place.grids_pressed,
    "grid": which_place.grid_pressed,
    "with_words": named_case.with_words,
    "as_new": named_case.as_new,
    turned_away.PRESS: turned_away.pressed,
    "answers": other_question.pressed,
    "hurry": how_far.hurry,
    "said": said_of_this.pressed,
    in_hand.OF_THIS: in_hand.pressed,
    reaching.REACH: reaching.pressed,
    "hang_up": relays.hang_up,
    "still": filers.still_fine,
}
