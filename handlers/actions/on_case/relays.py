"""人工: somebody comes, and for half an hour what is said goes to them."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.kinds import Kind, Urgency
from domain.privacy import STRICTNESS, Privacy
from domain.reading.model import Intent, Reading
from handlers.actions.emergencies.belonging import confides
from handlers.actions.of_carer import by_carer
from handlers.actions.on_case.two_told import private_matter
from handlers.actions.on_case.words import word_on_case
from handlers.casework import phrases, whereabouts
from handlers.casework.cards.card_sending import send_new
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.casework.spoken_of import hidden_from_carer
from handlers.dialog import going_on
from handlers.dialog.consent import only_cancels
from handlers.dialog.ending import drop
from handlers.dialog.fields import A_MATTER
from handlers.dialog.going_on import GOES_ON, RELAY
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Refused, Turn
from handlers.filing import discreet
from handlers.texts.words import anywhere, only

PREFIX = "human"
LOOKED_AT = 5
"""Of one's own open cases, the newest first (ours)."""
SAID = "nobody cares"
"""The mark of the words with which somebody may be called."""


async def somebody(turn: Turn, reading: Reading) -> None:
    """Whoever looks after the newest open case hears it and answers there. To staff nobody is
    sent: they are told who is there.
    """
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    if turn.person.staff and not own:
        return turn.reply(turn.say("human-of-staff"))
    if not own and only_wonders(turn, reading):
        return await offer(turn, unsure=not _cares(turn))
    if own and hidden_from_carer(turn.scene, own[0], turn.event.text):
        await word_on_case(turn, own[0].id)  # who is blamed does not come
        return
    await _call(turn)


def only_wonders(turn: Turn, reading: Reading) -> bool:
    """Whether they ask in anger if anybody cares, and not for somebody to talk to: 有没有人管管."""
    return reading.intent is Intent.HUMAN and (_cares(turn) or not reading.said)


def _cares(turn: Turn) -> bool:
    return anywhere("words-cares").search(turn.event.text.lower()) is not None


async def offer(
    turn: Turn,
    *,
    unsure: bool = False,
    first: str = "",
) -> None:
    """没人管吗, of no open case: one press calls somebody, who reads these words. Where it is only
    guessed that they want somebody nothing is to be sorry for. `first` is the key of what is said
    in place of that.
    """
    if turn.person.staff:
        return turn.reply(turn.say("human-of-staff"))
    await mark(turn, SAID, {"text": turn.event.text.strip()})
    call = turn.choice("button-call-somebody", f"{PREFIX}:call")
    key = "human-guessed" if unsure else "status-none-sorry"
    turn.reply(turn.say(first or key), [[call]])


async def pressed(turn: Turn, data: str) -> None:
    """`human:call`. Raises Refused where it was offered too long ago."""
    kept = await marked(turn, SAID, GOES_ON[RELAY])
    if kept is None:
        raise Refused("refuse-old-button")
    await drop(turn, kept)
    turn.toast()
    turn.event = replace(turn.event, text=str(kept.about["text"]))
    await _call(turn)


async def _call(turn: Turn) -> None:
    case = await _newest(turn) or await _ask_the_desk(turn)
    await mark(turn, RELAY, {"case": case.id})
    name = await phrases.carer(turn.unit, turn.language, case)
    text = turn.say("human-called", number=case.number, name=name)
    stop = turn.choice("button-hang-up", f"c:{case.id}:hang_up")
    turn.reply(text, [[stop]], case_id=case.id)


async def _newest(turn: Turn) -> Case | None:
    """The newest open case, which hears that its filer wants to talk."""
    cases = by_carer(turn, await turn.unit.cases.open_of(turn.person.id, LOOKED_AT))
    found = private_matter(turn, turn.event.text)
    if not cases or (found is not None and confides(cases[0], found)):
        return None
    secret = await discreet.least(turn) is Privacy.CONFIDENTIAL
    if secret and cases[0].privacy is not Privacy.CONFIDENTIAL:
        return None
    said = Given(turn.event.text.strip())
    await perform(
        turn.scene,
        cases[0],
        Act.ADD,
        said,
    )
    return cases[0]


async def _ask_the_desk(turn: Turn) -> Case:
    """Without any case it is a call for help, filed as it stands: whoever is on duty answers, in
    the area that is named. What is confidential stays so.
    """
    said = turn.event.text.strip()
    other, found = turn.setup.catalogue.other(Kind.HELP), private_matter(turn, said)
    category = turn.setup.catalogue[found.category] if found else other
    private = found.privacy if found else Privacy.OPEN
    spot = whereabouts.spotted(turn.scene, None, said, turn.person)
    call = Filing(
        category.kind,
        category.code,
        Urgency.GENERAL,
        said,
        area=spot.area if spot else "",
        privacy=max(await discreet.least(turn), private, key=STRICTNESS.index),
    )
    case = await file_case(turn.scene, call)
    await discreet.told(turn)
    await send_new(turn.scene, case, ())
    return case


# --- what is said then ---


async def begun(turn: Turn) -> Draft | None:
    """The mark of when this chat last talked to somebody."""
    return await going_on.begun(turn, RELAY)


async def running(turn: Turn) -> Case | None:
    """The case to whose people this chat talks."""
    kept = await begun(turn)
    if kept is None:
        return None
    case = await turn.unit.cases.get(kept.about["case"])
    return case if case is not None and case.open else None


def over(said: str) -> bool:
    """Whether nothing is said but that nobody need come any more."""
    return only("words-hang-up", said) or only_cancels(said)


async def hang_up(turn: Turn, case: Case, value: str) -> None:
    """不找了: what is said from now on goes to nobody; the case stays, and can be withdrawn."""
    while (kept := await begun(turn)) is not None:
        await drop(turn, kept)
    turn.toast()
    turn.closed = True
    own = case.open and case.filer_id == turn.person.id
    back = turn.choice("button-withdraw", f"c:{case.id}:withdraw")
    text = turn.say("human-over", number=case.number)
    turn.reply(text, [[back]] if own else [], case_id=case.id)


async def pass_on(turn: Turn, case: Case, reading: Reading) -> None:
    """Whatever is said, questions too; what may be another matter becomes one by a press."""
    kept = await begun(turn)
    if kept is not None:
        now = turn.unit.now
        await turn.unit.forms.put(replace(kept, touched_at=now))
    reported = reading.intent is Intent.REPORT
    matter = reported and reading.report >= A_MATTER
    await word_on_case(turn, case.id, matter=matter)
