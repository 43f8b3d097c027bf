"""Forms: slots, not corridors. Pure: a draft and an event go in, a draft comes out.

Where a conversation stands is read off the answers, so restart, back, edit and cancel work for
every form.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from domain.draft import Draft
from domain.messages import Choice, Event, EventKind
from handlers.dialog.fields import Expect, Spot, Text
from handlers.dialog.turn import Turn


@dataclass(frozen=True, slots=True)
class Step:
    """One slot: its name, what it reads, whether it may be skipped."""

    name: str
    expect: Expect
    optional: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """How a draft shows itself. `keys` are typed choices (a reply keyboard); `locate` labels the
    key for one's place.

    `by_number` lets a typed number choose: only where no words are asked for, since "2" may be an
    answer.
    """

    text: str
    choices: tuple[tuple[Choice, ...], ...] = ()
    keys: tuple[tuple[Choice, ...], ...] = ()
    locate: str = ""
    by_number: bool = False

    @property
    def offered(self) -> tuple[Choice, ...]:
        return tuple(choice for row in (*self.choices, *self.keys) for choice in row)


@dataclass(frozen=True, slots=True)
class Form:
    """A flow. `needs` names the step that is missing, '' when there is enough; `view` shows
    question or summary.

    With `summary` a full form is shown for 提交 first; without, it finishes by itself (an album first
    waits for its other parts). `press` takes the form's own buttons; `heed` sees every draft before
    it is shown.
    """

    name: str
    steps: tuple[Step, ...]
    needs: Callable[[Draft], str]
    view: Callable[[Turn, Draft], View]
    finish: Callable[[Turn, Draft], Awaitable[None]]
    summary: bool = False
    press: Callable[[Turn, Draft, str, str], Awaitable[Draft | None]] | None = None
    heed: Callable[[Turn, Draft], Awaitable[Draft]] | None = None

    def step(self, name: str) -> Step | None:
        return next((step for step in self.steps if step.name == name), None)


def _reader(form: Form, draft: Draft, piece: Event) -> Step | None:
    """The step that reads this piece: the one asked for (a place may be words then), else the
    first that fits.
    """
    asked = form.step(draft.asking or form.needs(draft))
    if asked and (
        asked.expect.takes(piece) or (isinstance(asked.expect, Spot) and piece.text)
    ):
        return asked
    return next((step for step in form.steps if step.expect.takes(piece)), None)


def _only(event: Event, part: str) -> Event:
    return replace(
        event,
        text=event.text if part == "text" else "",
        media=event.media if part == "media" else (),
        place=event.place if part == "place" else None,
    )


def take(form: Form, draft: Draft, event: Event, media: list[dict[str, Any]]) -> Draft:
    """The draft with everything that this message says put into the slots that can read it."""
    answers, asking = dict(draft.answers), draft.asking
    for part, there in (
        ("media", event.media),
        ("place", event.place),
        ("text", event.text.strip()),
    ):
        if not there:
            continue
        piece = _only(event, part)
        step = _reader(form, draft, piece)
        if step is None:
            continue
        # A step that is asked for again is answered anew; what comes by itself is added.
        renewed = draft.asking == step.name and step.name in draft.about.get(
            "renew", ()
        )
        answers[step.name] = step.expect.read(
            None if renewed else answers.get(step.name), piece, media
        )
        if step.name == asking:
            asking = ""
    return replace(
        draft,
        answers=answers,
        asking=asking,
        about={k: v for k, v in draft.about.items() if k != "renew"},
    )


def edit(form: Form, draft: Draft, event: Event) -> Draft | None:
    """The draft after a message of it was edited, or None where the message is no part of it."""
    if event.kind is not EventKind.EDIT:
        return None
    for step in form.steps:
        value: Any = draft.answers.get(step.name)
        if isinstance(step.expect, Text) and any(
            part["m"] == event.message_id for part in value or ()
        ):
            parts = [
                part | {"t": event.text.strip()}
                if part["m"] == event.message_id
                else part
                for part in value
            ]
            return replace(
                draft,
                answers=draft.answers
                | {step.name: [part for part in parts if part["t"]]},
            )
        if (
            isinstance(step.expect, Spot)
            and value
            and value.get("m") == event.message_id
        ):
            return replace(
                draft,
                answers=draft.answers | {step.name: step.expect.read(value, event, [])},
            )
    return None


def turn_back(form: Form, draft: Draft) -> Draft:
    """One step back: out of a change to the summary, else the last answered step is asked again."""
    if draft.asking and not form.needs(draft):
        return replace(draft, asking="")
    answered = [step.name for step in form.steps if step.name in draft.answers]
    return ask_again(form, draft, answered[-1]) if answered else draft


def ask_again(form: Form, draft: Draft, name: str) -> Draft:
    """The draft asking for this step; the old answer stays until a new one comes."""
    if form.step(name) is None:
        return draft
    return replace(draft, asking=name, about=draft.about | {"renew": [name]})


def skip(form: Form, draft: Draft) -> Draft:
    """Goes on without the step that is asked for, if it may be skipped."""
    if form.needs(draft):
        return draft
    return replace(
        draft, asking="", about={k: v for k, v in draft.about.items() if k != "renew"}
    )
