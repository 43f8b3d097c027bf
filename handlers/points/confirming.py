"""A second admin's press on points by hand: yes, or no with a word. One press counts."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.points import by_hand
from domain.points.ledger import Outcome, Transfer, Why, rider
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.turn import Refused, Turn, whole
from handlers.points import award_telling, ends
from handlers.points.admin_cards import change
from handlers.points.award_clock import ENDS
from handlers.points.awarding import LONGEST, TIMER
from handlers.points.awards import Award, award_of, second
from handlers.points.card import rates_of
from handlers.texts.sentences import Safe

TOO_LATE = {Outcome.AGAIN: "award-again-settled", Outcome.DRY: "award-dry-settled"}
HOW = {
    Why.CONFIRMED: "award-was-confirmed",
    Why.BACK: "award-was-refused",
    Why.HONOUR: "award-was-honour",
}


async def yes(turn: Turn, rest: str) -> None:
    """`pt:yes:<number>`. Two at once confirm it once."""
    award = await _open(turn, rest)
    if award.holder is None:
        raise Refused("award-holder-left")
    made = by_hand.confirmed(
        award.booked,
        award.holder.id,
        turn.person.id,
    )
    await _settle(turn, award, made)
    ends.plan(turn.scene, award.holder.id)
    award_telling.audit(turn.scene, award, "award-confirmed")
    turn.toast()
    left = await turn.unit.points.balance(rider(award.holder.id))
    await award_telling.to_holder(
        turn.scene,
        award,
        "award-booked",
        made,
        left=left,
    )
    said = await _ended(turn, award, "award-confirmed")
    turn.reply(said, edit=True)


async def no(turn: Turn, rest: str) -> None:
    """`pt:no:<number>` asks for a word."""
    award = await _open(turn, rest)
    turn.toast()
    seen = award_telling.about(turn.scene, award, turn.language)
    asked = turn.label("award-short", **seen)
    await conversation.begin(
        turn,
        REASON,
        {"award": award.id, "what": asked},
    )


async def _refuse(turn: Turn, draft: Draft) -> None:
    said = " ".join(words(draft).split())
    try:
        award = await _open(turn, str(draft.about["award"]))
        if award.holder is None:
            raise Refused("award-holder-left")
        made = by_hand.refused(
            award.booked,
            award.holder.id,
            turn.person.id,
            said,
        )
        await _settle(turn, award, made)
    except Refused as refused:  # it is over: what comes next is something new
        return turn.reply(turn.say(refused.key, **refused.args_of_key))
    award_telling.audit(turn.scene, award, "award-refused")
    await award_telling.to_holder(
        turn.scene,
        award,
        "award-taken",
        why=said,
    )
    text = await _ended(turn, award, "done-award-no", why=said)
    turn.reply(text)
    await change(turn.scene, award, turn.person, text)


async def _open(turn: Turn, rest: str) -> Award:
    """What still waits, and is this person's to confirm. Raises Refused."""
    # no transfer has the number 0
    rates, number = rates_of(turn), whole(rest) or 0
    award = await award_of(turn.scene, number, rates)
    if award is None:
        raise Refused("refuse-old-button")
    if not second(turn.scene, award, turn.person):
        knows = turn.person.id in _sides(award)
        raise Refused("award-second" if knows else "refuse-old-button")
    settled = await turn.unit.points_by_hand.settled([award.booked])
    if settled:
        raise Refused(HOW[settled[award.booked.key]])
    return award


def _sides(award: Award) -> set[int]:
    """Who gives and who gets: to all others who may not confirm it, there is no such award."""
    return {one.id for one in (award.giver, award.holder) if one is not None}


async def _settle(
    turn: Turn,
    award: Award,
    made: Transfer,
) -> None:
    """Raises Refused where somebody was quicker, or the points are gone."""
    done = await turn.unit.points.book(made)
    if done is not Outcome.BOOKED:
        raise Refused(TOO_LATE[done])
    for kind in (TIMER, ENDS):
        turn.unit.timers.set(kind, award.id, None)


async def _ended(turn: Turn, award: Award, key: str, **more: object) -> Safe:
    """The others' cards say so, and who gave it hears; returns the same for who pressed."""
    scene, name = turn.scene, turn.person.name
    await award_telling.settled(
        scene,
        award,
        key,
        **more,
        name=name,
    )
    seen = award_telling.about(scene, award, turn.language)
    return turn.say(key, **seen, **more, name=name)


def _view(turn: Turn, draft: Draft) -> View:
    ends = turn.choice("button-cancel", f"f:{draft.id}:cancel")
    asked = turn.say("ask-award-no", what=draft.about["what"])
    return View(asked, ((ends,),))


async def _short_enough(turn: Turn, draft: Draft) -> Draft:
    if len(words(draft)) <= LONGEST:
        return draft
    turn.reply(turn.say("award-long", letters=LONGEST))
    return replace(draft, answers={})


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


REASON = Form(
    name="award-no",
    steps=(Step("what", Text(free=True, nods=True)),),
    needs=_needs,
    view=_view,
    finish=_refuse,
    heed=_short_enough,
    mentions=True,
)
