"""Received: by the wisher's own press, or after a fortnight by whoever has looked."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.messages import Choice
from domain.moves import MOVES
from domain.points.ledger import Why
from domain.points.service import Service
from domain.wishes.rights import WishAct
from domain.wishes.wish import WITH_SOMEBODY, WishState
from handlers.casework.happened import TOLD_NOBODY, Given
from handlers.casework.perform import perform
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import label
from handlers.texts.words import only
from handlers.wishes import thanking
from handlers.wishes.clockwork import by_the_clock, plan
from handlers.wishes.found import Found, find
from handlers.wishes.telling import Letter, short, to_carer, to_claimer

MOST = 10
BESIDE = ("words-nod", "words-polite")
FILER_HEARS = TOLD_NOBODY - {"filer"}


async def receive(turn: Turn, found: Found, value: str) -> None:
    """The wisher's own press closes it; then they are asked for a word of thanks."""
    scene = turn.scene
    await _over(scene, found)
    hush = FILER_HEARS if found.case.joined else TOLD_NOBODY
    case = await _answered(scene, found.case, "wish-note-received", hush)
    if (case.state, Act.CONFIRM) in MOVES:
        await perform(
            scene,
            case,
            Act.CONFIRM,
            hush=TOLD_NOBODY,
        )
    await to_carer(scene, found, Letter("notice-wish-received-carer"))
    turn.toast("toast-thanks")
    thanking.offer(turn, found)


async def asked(turn: Turn) -> bool:
    """Whether it says that something was fetched, and a wish of theirs waits for that."""
    said = turn.event.text
    if turn.setup.wishes is None or only("words-nod", said, "words-polite"):
        return False
    if not only("words-received", said, *BESIDE):
        return False
    waiting = []
    for case in await turn.unit.cases.open_of(turn.person.id, MOST):
        if case.kind is Kind.WISH:
            found = await find(turn, case.id)
            waiting += [found] if found.state is WishState.HANDED else []
    if len(waiting) == 1:
        await receive(turn, waiting[0], "")
    elif waiting:
        rows = [[_this(found)] for found in waiting]
        turn.reply(turn.say("ask-wish-received"), rows)
    return bool(waiting)


def _this(found: Found) -> Choice:
    data = f"wish:{found.case.id}:{WishAct.RECEIVE.value}"
    return Choice(short(found.words), data)


async def witness(turn: Turn, found: Found, value: str) -> None:
    """A coordinator has looked. The wisher hears so as of any answer, and may say no."""
    await _over(turn.scene, found)
    key = "wish-note-witnessed"
    await _answered(turn.scene, found.case, key, FILER_HEARS)
    turn.toast()
    done = turn.say("done-wish-witnessed", number=found.case.number)
    turn.reply(done, case_id=found.case.id)


async def _over(scene: Scene, found: Found) -> None:
    """The claim has ended well. Raises Refused where the wish is with nobody any more."""
    unit, case_id = scene.unit, found.case.id
    moved = await unit.wishes.move(
        case_id,
        WITH_SOMEBODY,
        WishState.RECEIVED,
        received_at=unit.now,
    )
    if not moved:
        raise Refused("refuse-wish-gone")
    await unit.claims.end(case_id)
    await plan(scene, case_id)
    await to_claimer(scene, found, Letter("notice-wish-received"))
    await _served(scene, found)


async def _served(scene: Scene, found: Found) -> None:
    """Another than the claimer says so: that brings them something, where there is anything."""
    case, claim, serves = found.case, found.claim, scene.setup.served
    if serves is None or claim is None or claim.claimer_id is None:
        return
    # one claim of this wish, whatever became of those before it
    key = f"wish:{case.number}:{int(claim.at.timestamp())}"
    made = Service(
        key,
        Why.WISH,
        claim.claimer_id,
        case.area,
        short(found.words),
        scene.unit.now.astimezone(scene.setup.zone).date(),
        other_id=case.filer_id,
        case_id=case.id,
    )
    await serves(scene, made)


async def _answered(
    scene: Scene,
    case: Case,
    key: str,
    hush: frozenset[str],
) -> Case:
    """The case as it is once that is its answer."""
    if (case.state, Act.RESOLVE) not in MOVES:
        return case
    answer = label(scene.setup.language, key)
    done = await perform(
        by_the_clock(scene),
        case,
        Act.RESOLVE,
        Given(answer),
        {"answer": answer},
        hush,
    )
    return done.case
