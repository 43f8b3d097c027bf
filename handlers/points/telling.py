"""What a rider hears of their points: they wait, are there, went back, or do not come."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from domain.points.ledger import Transfer, Why, rider
from domain.points.rates import Rates, tier
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, label, say


async def waits(
    scene: Scene,
    case: Case,
    person_id: int,
    amount: int,
) -> None:
    await _say(scene, person_id, case, "points-wait", amount=amount)


async def booked(scene: Scene, case: Case, paid: Transfer) -> None:
    """With the new tier, where it is one."""
    if paid.person_id is None or scene.setup.points is None:
        return
    how, about = await _how(scene, scene.setup.points, paid)
    key = f"points-booked{how}"
    await _say(scene, paid.person_id, case, key, of=paid, **about)


async def in_short(scene: Scene, person: Person, line: Transfer) -> Safe | str:
    """The same as a line in a letter about the case; '' where there is nothing to say."""
    language, rates = scene.language_of(person), scene.setup.points
    if rates is None or line.refused == "own":
        return ""
    if line.refused:
        why = label(language, f"points-refusal-{line.refused}")
        return say(language, "points-tail-refused", why=why)
    how, about = await _how(scene, rates, line)
    about["tier"] = label(language, f"tier-{about['tier']}")
    said = say(language, f"points-tail-booked{how}", **about)
    return await with_repaid(scene, language, said, line)


async def _how(
    scene: Scene,
    rates: Rates,
    paid: Transfer,
) -> tuple[str, dict[str, object]]:
    """The end of the key, and what the sentence says."""
    points, person_id = scene.unit.points, paid.person_id or 0
    earned = await points.earned(person_id)
    before, now = tier(earned - paid.amount, rates), tier(earned, rates)
    left = await points.balance(rider(person_id))
    about = {"amount": paid.amount, "left": left, "tier": now}
    return "" if before == now else "-tier", about


async def with_repaid(
    scene: Scene,
    language: str,
    said: Safe,
    came: Transfer,
) -> Safe:
    """What is said of points that came, with how many of them repaid what was owed."""
    repaid = await scene.unit.points.repaid(came)
    if not repaid:
        return said
    more = say(language, "points-repaid", amount=repaid)
    return Safe(f"{said}\n{more}")


async def refused(scene: Scene, case: Case, nothing: Transfer) -> None:
    """Of what was one's own to do nobody hears: they know."""
    if nothing.person_id is not None and nothing.refused != "own":
        key = f"points-refused-{nothing.refused}"
        await _say(scene, nothing.person_id, case, key)


async def taken_back(
    scene: Scene,
    case: Case,
    made: Transfer,
    paid: Transfer,
) -> None:
    """With what they have spent of it already, and owe now. Of a wish they read its words, and no
    number of a case that is somebody else's.
    """
    if made.person_id is None:
        return
    owed = await scene.unit.points.owed(made.person_id)
    key = "points-taken-back-owed" if owed else "points-taken-back"
    of_wish = "points-taken-back-owed-wish" if owed else "points-taken-back-wish"
    about: dict[str, object] = {"amount": -made.amount, "owed": owed}
    person = await scene.unit.people.get(made.person_id)
    if paid.why is not Why.WISH:
        await _say(scene, made.person_id, case, key, None, **about)
    elif person is not None:
        about["title"] = _title(scene.language_of(person), paid)
        await _send(scene, person, of_wish, "", None, about)


async def served(scene: Scene, person: Person, line: Transfer) -> None:
    """Of a service for others, whether it is paid or not."""
    rates = scene.setup.points
    if rates is None:
        return
    language = scene.language_of(person)
    about: dict[str, object] = {"title": _title(language, line)}
    if line.refused:
        about["why"] = label(language, f"points-refusal-{line.refused}")
        return await _send(scene, person, "points-refused-service", "", line, about)
    how, figures = await _how(scene, rates, line)
    await _send(scene, person, f"points-booked{how}", "", line, {**about, **figures})


def _title(language: str, line: Transfer) -> str:
    return label(language, f"points-title-{line.why.value}", words=line.words)


async def _say(
    scene: Scene,
    person_id: int,
    case: Case,
    key: str,
    of: Transfer | None = None,
    **args: object,
) -> None:
    """What one act says of points stands in place of what an earlier one said and nobody read."""
    person = await scene.unit.people.get(person_id)
    if person is None:
        return
    args["title"] = phrases.title(scene.setup, scene.language_of(person), case)
    await _send(scene, person, key, f"points:{case.id}", of, args)


async def _send(
    scene: Scene,
    person: Person,
    key: str,
    replaces: str,
    of: Transfer | None,
    args: dict[str, object],
) -> None:
    language = scene.language_of(person)
    if "tier" in args:
        args["tier"] = label(language, f"tier-{args['tier']}")
    text = say(language, key, **args)
    if of is not None:
        text = await with_repaid(scene, language, text, of)
    await send(
        scene,
        person,
        text,
        choices=_card(scene, person),
        replaces=replaces,
    )


def _card(scene: Scene, person: Person) -> tuple[tuple[Choice, ...], ...]:
    language = scene.language_of(person)
    return ((Choice(label(language, "button-points"), "pt:card"),),)
