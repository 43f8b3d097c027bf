"""What the clock does to a wish that nobody has: whether it may be published, and still holds."""

from __future__ import annotations

from domain.acts import Act
from domain.wishes.rights import WishAct
from domain.wishes.wish import WishState
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label
from handlers.wishes.clockwork import by_the_clock, last_day, told_by_us
from handlers.wishes.found import Found
from handlers.wishes.publishing import question
from handlers.wishes.telling import Letter, to_carer, to_wisher, wisher


async def ask_again(scene: Scene, found: Found) -> None:
    await to_wisher(
        scene,
        found,
        question(scene, found),
    )


async def unanswered(scene: Scene, found: Found) -> None:
    """It is an ordinary case again, with whoever looks after it."""
    await scene.unit.wishes.move(
        found.case.id,
        [WishState.ASKED],
        WishState.TAKEN_BACK,
    )
    await to_wisher(
        scene,
        found,
        Letter("notice-wish-unanswered"),
    )
    await to_carer(
        scene,
        found,
        Letter("notice-wish-unanswered-carer"),
    )


async def still_wished(scene: Scene, found: Found) -> None:
    person = await wisher(scene, found)
    until = found.wish.until if found.wish else None
    letter = Letter(
        "notice-wish-keep",
        (WishAct.KEEP,),
        {
            "day": last_day(
                scene,
                person,
                until,
            )
        },
        takes_back=True,
        rings=True,
    )
    await to_wisher(
        scene,
        found,
        letter,
    )


async def expired(scene: Scene, found: Found) -> None:
    case = found.case
    await scene.unit.wishes.move(
        case.id,
        [WishState.OPEN],
        WishState.EXPIRED,
    )
    why = label(scene.setup.language, "wish-note-expired")
    await perform(
        by_the_clock(scene),
        case,
        Act.REJECT,
        Given(why),
        hush=told_by_us(case),
    )
    letter = Letter("notice-wish-expired", anew=True)
    await to_wisher(
        scene,
        found,
        letter,
    )
    await to_carer(
        scene,
        found,
        Letter("notice-wish-expired-carer"),
    )
