"""What is said of points by hand: to who gives and gets them, and to the admins who may confirm."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.points.by_hand import size
from handlers.casework import phrases
from handlers.casework.sending import send
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn
from handlers.points.gifts import Gift, seconds
from handlers.texts.sentences import Safe, label, say

Rows = tuple[tuple[Choice, ...], ...]


async def given(turn: Turn, gift: Gift) -> None:
    """Right after it was given: to all three."""
    scene = turn.scene
    asked = seconds(scene, gift)
    key = "done-award" if asked else "done-award-alone"
    turn.reply(turn.say(key, **about(scene, gift, turn.language)))
    await to_holder(
        scene,
        gift,
        "award-got" if asked else "award-got-honour",
    )
    await ask(scene, gift, "award-ask")


async def ask(
    scene: Scene,
    gift: Gift,
    key: str,
) -> None:
    """A card with two buttons to each admin who may confirm it."""
    for person in seconds(scene, gift):
        language = scene.language_of(person)
        text = say(language, key, **about(scene, gift, language))
        await send(
            scene,
            person,
            text,
            choices=_buttons(language, gift),
            replaces=slot(gift),
            slot=slot(gift),
        )


async def settled(scene: Scene, gift: Gift, key: str, **more: object) -> None:
    """The cards of the other admins say what came of it, and who gave it hears."""
    others = [one for one in seconds(scene, gift) if one.id != scene.actor.id]
    for person in others:
        text = _text(scene, person, gift, key, **more)
        await send(
            scene,
            person,
            text,
            replaces=slot(gift),
            slot=slot(gift),
        )
    if gift.giver is not None:
        text = _text(scene, gift.giver, gift, key, **more)
        await send(scene, gift.giver, text)


async def to_holder(scene: Scene, gift: Gift, key: str, **more: object) -> None:
    """Without the names of who gave or confirmed it."""
    if gift.holder is None:
        return
    language = scene.language_of(gift.holder)
    card = Choice(label(language, "button-points"), "pt:card")
    text = _text(scene, gift.holder, gift, key, **more)
    await send(scene, gift.holder, text, choices=((card,),))


def about(
    scene: Scene,
    gift: Gift,
    language: str,
) -> dict[str, object]:
    """What every sentence about it may say."""
    booked, case = gift.booked, gift.case
    whom = receiver(language, case, booked.person_id)
    what = case.number if case else label(language, "points-why-gift")
    return {
        "amount": size(booked),
        "words": booked.words,
        "whom": whom,
        "what": what,
        "giver": gift.giver.name if gift.giver else "",
        "area": phrases.area(scene.unit, gift.area, language),
        "day": phrases.day(language, gift.until, scene.setup),
    }


def receiver(
    language: str,
    case: Case | None,
    person_id: int | None,
) -> str:
    """'whoever reported YH26-0001', or the number of a card."""
    if case is None:
        return label(
            language,
            "award-to-card",
            number=str(person_id),
        )
    return label(language, "award-to-filer", number=case.number)


def audit(
    scene: Scene,
    gift: Gift,
    act: str,
) -> None:
    """A line of the audit log: which case or area and how many, never why or for whom."""
    where = {"number": gift.case.number} if gift.case else {"area": gift.area}
    amount = size(gift.booked)
    scene.unit.history.audit(
        scene.actor.id,
        act,
        amount=amount,
        **where,
    )


def slot(gift: Gift) -> str:
    """Where an admin's card of it stands."""
    return f"award:{gift.id}"


def _text(scene: Scene, person: Person, gift: Gift, key: str, **more: object) -> Safe:
    language = scene.language_of(person)
    return say(
        language,
        key,
        **about(
            scene,
            gift,
            language,
        ),
        **more,
    )


def _buttons(language: str, gift: Gift) -> Rows:
    yes = label(language, "button-award-yes")
    no = label(language, "button-award-no")
    return ((Choice(yes, f"pt:yes:{gift.id}"), Choice(no, f"pt:no:{gift.id}")),)
