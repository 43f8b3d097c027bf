"""What a row of the table of acts may say."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.people import Role
from domain.standing import FILER_ACTS
from handlers.casework.happened import Given
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn

Guard = Callable[[Scene, Case], Awaitable[Refused | None]]
Changes = Callable[[Scene, Case, str, Given], Mapping[str, Any]]
Work = Callable[[Scene, Case, str, Given], Awaitable[Case]]
Becomes = Callable[[Scene, Case], Act]
Wording = Callable[[Case], str]
Below = Callable[[Turn, Case], Awaitable[list[list[Choice]]]]
Then = Callable[[Turn, Case, str], Awaitable[None]]
Doubt = Callable[[Turn, Case, str], Awaitable[bool]]
About = Callable[[Turn, Case], Awaitable[dict[str, Any]]]

STAFF = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Row:
    """One act. What it needs: `wants` names what is chosen first (`choices.WANTS`), `words` that a
    word is needed; with `bare` a picture, a voice message or a place alone is enough, and what is
    `hollow` (the key of such words) says no more than the act itself. What
    `answers` somebody's question may be a nod, is no talk, and may come late; what `asks` may be a
    question itself, and what `ends` a case tells what was done.

    When it is possible: `domain.moves.MOVES` and `domain.permissions.PERMISSIONS` for `act`, then
    `guard`; `of_wholes` excludes parts; with `guard_alone` nothing but the guard is
    asked. `becomes` picks another act by circumstances.

    What it does: `changes` gives the fields of the case, or `work` does all of it. On a case that
    was merged, words with `goes_on` go into the one that was kept. `hush` names who is not told.

    With `together` it can be done to several cases of a list at once.

    What its actor sees: a button, on the second page where it is `rare`; a `command`; `toast` in
    place of a message after a press; `wording` the text's key where it depends on the case; `below`
    further buttons and `then` what follows; `about` what its prompt knows; with `edits` the message
    that was pressed changes; `doubt` asks once more, and says whether it did; `nothing` is the
    refusal where there is nothing to choose. With `tells` it says that the filer has heard of it,
    as all with `words` may: who is out of reach has not.
    """

    act: Act
    command: str = ""
    wants: str = ""
    words: bool = False
    bare: bool = False
    hollow: str = ""
    answers: bool = False
    asks: bool = False
    ends: bool = False
    rare: bool = False
    of_wholes: bool = False
    guard: Guard | None = None
    guard_alone: bool = False
    becomes: Becomes | None = None
    changes: Changes | None = None
    work: Work | None = None
    goes_on: bool = False
    doubt: Doubt | None = None
    hush: frozenset[str] = frozenset()
    toast: str = ""
    wording: Wording | None = None
    below: Below | None = None
    then: Then | None = None
    about: About | None = None
    edits: bool = False
    nothing: str = ""
    together: bool = False
    tells: bool = False

    @property
    def roles(self) -> frozenset[Role] | None:
        """Who may send its command; None is everybody."""
        return None if self.act in FILER_ACTS else STAFF

    def act_for(self, scene: Scene, case: Case) -> Act:
        return self.becomes(scene, case) if self.becomes else self.act
