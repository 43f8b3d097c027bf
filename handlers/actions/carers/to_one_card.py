"""What staff said of a case, done to that one as its button would do it; of what is not theirs it
is said whose it is."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.states import AT_WORK
from handlers.actions import choices, followed
from handlers.actions.asking.beginning import begin
from handlers.actions.carers import named_whom, no_answer
from handlers.actions.carers.about_case import INSIDE, whose
from handlers.actions.carers.addressee import bare
from handlers.actions.carers.card_words import Said
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.actions.viewing.whose import say_whose
from handlers.dialog.offered import pressed
from handlers.dialog.turn import Refused, Turn
from handlers.texts.words import anywhere, plain


async def can(turn: Turn, case: Case, said: Said) -> bool:
    """Whether it can be done to this case as it was said."""
    other = said.numbers and said.numbers != (case.number,)
    if other or await refusal_for(turn.scene, case, said.act) is not None:
        return False
    return not said.words or bool(named_whom.readable(turn, (case,), said))


async def do_to(turn: Turn, case: Case, said: Said) -> None:
    """As its button would, with what was said beside it."""
    if await named_whom.alike(turn, case, said):
        return
    if _opens_again(turn, said) and case.state in AT_WORK:
        raise Refused("refuse-open-still", number=case.number)
    words = bare(case, said.act, said.bare if said.among else said.words)
    row = ACTS[said.act]
    value, words = _chosen(turn, case, said, words)
    if row.ends and words and no_answer.undone(words):
        return await no_answer.ask(turn, case, said.act, words)
    if words and said.act in INSIDE:
        followed.of_event(turn, case, said.act)
    turn.event = pressed(turn, Choice("", f"c:{case.id}:{said.act}"))
    await turn.unit.offers.chosen(turn.private, turn.event.data)
    await begin(turn, case, said.act, value, words=words)


def _chosen(turn: Turn, case: Case, said: Said, words: str) -> tuple[str, str]:
    """What is chosen, and the words beside it. Of a day that will not do it is said why, and it is
    asked for.
    """
    row = ACTS[said.act]
    if not (row.wants and row.words):
        return choices.given(turn, case, row.wants, words)
    try:
        return choices.beside(turn, case, row.wants, words)
    except Refused as refused:
        turn.reply(turn.say(refused.key, **refused.args_of_key))
        return "", ""


def _opens_again(
    turn: Turn,
    said: Said,
) -> bool:
    """Whether a step shall be taken back because it was the end."""
    if not ACTS[said.act].guard_alone:
        return False
    words = plain(turn.event.text)
    return anywhere("words-open-again").search(words) is not None


async def whose_is(turn: Turn, case: Case, said: Said) -> bool:
    """Says who has the newest of them, where it is not theirs; else raises why not. That it is
    done, and what was said with it, may stay there.
    """
    refused = await refusal_for(turn.scene, case, said.act)
    if refused is None:
        return False
    if refused.key == "refuse-undo" and _opens_again(turn, said):
        raise Refused("refuse-reopen", number=case.number)
    if refused.key != "refuse-not-yours":
        raise refused
    if said.act == "resolve" or (said.words and ACTS[said.act].words):
        await whose(turn, case, turn.event.text.strip())
    else:
        await say_whose(turn, case)
    return True
