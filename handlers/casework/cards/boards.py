"""Groups that only read: which case is new there, and where it can be opened. Whoever has the link
sees no more of the case than they may anyhow, and nothing else of it is said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Reply
from domain.privacy import Aspect, Viewer, shows
from domain.quiet import NIGHT, quiet_until
from domain.start_codes import Begins
from handlers.casework import phrases
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene
from handlers.texts.sentences import say
from storage.outbox.letters import ANSWER, NOTICE


def appear(scene: Scene, case: Case) -> None:
    """A case has come in."""
    _post(scene, case, "board-new")


def late(scene: Scene, case: Case) -> None:
    """A case has gone up a level, as it is late."""
    _post(scene, case, "board-late")


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    case, before = happened.case, happened.before
    came = _home(case) != _home(before)
    came = came or (_known(case) and not _known(before))
    if came:
        _post(scene, case, "board-moved")
    elif happened.act is Act.REOPEN:
        _post(scene, case, "board-reopened")
    return ()


def _home(case: Case) -> str:
    return case.office or case.area


def _known(case: Case) -> bool:
    """Whether a group may know that there is this case."""
    return shows(case.privacy, Viewer.GROUP, Aspect.EXISTS)


def may_be_told(case: Case) -> bool:
    """Asked once more when it is said: it may have waited for the morning."""
    return case.open and _known(case)


def _post(scene: Scene, case: Case, key: str) -> None:
    """At night only what is urgent; the newest of a case, where several would come at once."""
    board = scene.setup.boards.get(_home(case))
    if board is None or not may_be_told(case):
        return
    unit, urgent = scene.unit, case.urgency is Urgency.URGENT
    waits = quiet_until(unit.now, NIGHT, scene.setup.zone)
    unit.outbox.add(
        board,
        Reply(text=_text(scene, case, key)),
        ANSWER if urgent else NOTICE,
        at=None if urgent else waits,
        case_id=case.id,
        about=case.number,
        replaces=f"board:{case.id}",
    )


def _text(scene: Scene, case: Case, key: str) -> str:
    setup = scene.setup
    language = setup.language
    lines = [
        say(
            language,
            key,
            title=phrases.title(setup, language, case),
        ),
        escape(
            phrases.area(
                scene.unit,
                _home(case),
                language,
            )
        ),
        phrases.deadline(
            language,
            case,
            scene.unit.now,
            setup,
        ),
        setup.link("web", Begins.CASE + case.number),
    ]
    return "\n".join(line for line in lines if line)
