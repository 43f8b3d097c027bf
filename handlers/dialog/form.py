"""Forms: slots, not corridors. A step is a slot with a name and a field that can read it.

Where a conversation stands is read off the answers, so restart, back, edit and cancel work for
every form.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.draft import Draft
from domain.messages import Choice
from handlers.dialog.fields import Field, Photos
from handlers.dialog.fits import Heard
from handlers.dialog.turn import Turn


@dataclass(frozen=True, slots=True)
class Step:
    """One slot: its name and what it reads."""

    name: str
    field: Field


@dataclass(frozen=True, slots=True)
class View:
    """How a draft shows itself. `keys` are typed choices (a reply keyboard); `locate` labels the
    key for one's place.

    `by_number` lets a typed number choose: only where no words are asked for, since "2" may be an
    answer, or where it can be none, as beside templates. Where one thing is asked, a `yes` and a
    `no` in words press these; where one of several is, `either` is pressed by whoever does not
    mind or know, and `none` where it is none of them.
    """

    text: str
    choices: tuple[tuple[Choice, ...], ...] = ()
    keys: tuple[tuple[Choice, ...], ...] = ()
    locate: str = ""
    by_number: bool = False
    yes: Choice | None = None
    no: Choice | None = None
    either: Choice | None = None
    none: Choice | None = None

    @property
    def offered(self) -> tuple[Choice, ...]:
        return tuple(choice for row in (*self.choices, *self.keys) for choice in row)


Hear = Callable[[Turn, Draft], Heard]
Apart = Callable[[Turn, "Form", Draft], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Form:
    """A flow. `needs` names the step that is missing, '' when there is enough; `view` shows
    question or summary.

    With `summary` a full form is shown for 提交 first; without, it finishes by itself (an album
    first waits for its other parts). `press` takes the form's own buttons; `heed` sees every draft
    before it is shown, and returns None where the form has come to its end by it; `hear` says what
    a message means to it; `apart` takes what is another matter elsewhere, and returns whether it
    was. What is `bare` asks for a name or the like: big buttons, numbers and talk are none. Where
    it `mentions`, it is what staff write about a case or to all: a danger in it is known, and a
    matter in it is no other one. What somebody else asked is `patient`: the answer may come late.
    `pages` ask for a press, and any answer leaves them.
    """

    name: str
    steps: tuple[Step, ...]
    needs: Callable[[Draft], str]
    view: Callable[[Turn, Draft], View]
    finish: Callable[[Turn, Draft], Awaitable[None]]
    summary: bool = False
    press: Callable[[Turn, Draft, str, str], Awaitable[Draft | None]] | None = None
    heed: Callable[[Turn, Draft], Awaitable[Draft | None]] | None = None
    hear: Hear | None = None
    apart: Apart | None = None
    mentions: bool = False
    bare: bool = False
    patient: bool = False
    pages: tuple[str, ...] = ()

    def heard(self, turn: Turn, draft: Draft) -> Heard:
        """The message as its fields see it."""
        return self.hear(turn, draft) if self.hear else Heard(turn.event)

    def step(self, name: str) -> Step | None:
        return next((step for step in self.steps if step.name == name), None)

    @property
    def most_photos(self) -> int:
        """How many pictures and files it takes."""
        fields = [step.field for step in self.steps]
        return sum(field.most for field in fields if isinstance(field, Photos))
