"""One event being answered: who speaks, in which language, and the shortest ways to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from html import escape

from domain.messages import Address, Choice, Event, EventKind, Key, Matter, Reply
from domain.people import Person
from domain.reading.model import Reading
from handlers.dialog.scene import Actor, Scene
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, known, label, say
from storage.outbox.letters import ANSWER
from storage.unit import Unit

# albums have no end marker; their parts come within a second
ALBUM_PAUSE = timedelta(milliseconds=1200)

Choices = Sequence[Sequence[Choice]]


def whole(text: str) -> int | None:
    """The number in a piece of press data, None for what is none: anybody can send any data."""
    return int(text) if text.isdecimal() and len(text) <= 15 else None


class Refused(Exception):
    """Something that this person may not do, or not now; `key` is the sentence that says why and
    what instead.
    """

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key)
        self.key = key
        self.args_of_key = args


@dataclass(slots=True)
class Turn:
    """The context that every handler gets. `person` changes when somebody changes their own
    settings.

    `closed` says that a form ended, so that one waiting beneath it can show itself again. `unsaid`
    is the word at the top of the screen for a choice that was typed and not pressed; `shown` are
    the forms that show themselves already. `said_of` is the case that a command names before words.
    `heard` is what the event that stands beside it was found to mean. `undoes` are the lines of
    history that it was offered to take back. `named` are the numbers that stand before, in a line
    that goes on with the rest of them.
    """

    event: Event
    unit: Unit
    setup: Setup
    person: Person
    toasted: bool = False
    closed: bool = False
    unsaid: str = ""
    answered: bool = False
    shown: set[int] = field(default_factory=set)
    said_of: int | None = None
    heard: tuple[Event, Reading] | None = None
    undoes: tuple[int, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        return known(self.person.language or self.setup.language)

    @property
    def scene(self) -> Scene:
        """This turn as the use cases see it."""
        return Scene(self.unit, self.setup, Actor(self.person, self.event.channel))

    def say(self, key: str, **args: object) -> Safe:
        return say(self.language, key, **args)

    def label(self, key: str, **args: object) -> str:
        return label(self.language, key, **args)

    def choice(self, key: str, data: str, **args: object) -> Choice:
        return Choice(self.label(key, **args), data)

    @property
    def private(self) -> Address:
        """Where this person can be spoken to alone."""
        return self.event.sender

    @property
    def typed(self) -> bool:
        """Whether a choice was typed and not pressed."""
        return self.event.kind is EventKind.PRESS and not self.event.press_ref

    def reply(
        self,
        text: str,
        choices: Choices = (),
        *,
        keyboard: Sequence[Sequence[Key]] = (),
        edit: bool = False,
        calls: Sequence[str] = (),
        photos: Sequence[int] = (),
        case_id: int | None = None,
        form_id: int | None = None,
        replaces: str = "",
        slot: str = "",
        pause: bool = False,
        silent: bool = False,
        matter: Matter = Matter.NEWS,
    ) -> None:
        """Answers in the person's private chat. With `edit` a press changes the message that was
        pressed.

        `pause` waits for the rest of an album; `replaces` then keeps the last answer only. An
        answer with a `slot` of the case is changed where it stands by the next one with it.
        """
        made = Reply(
            text=text,
            choices=tuple(map(tuple, choices)),
            keyboard=tuple(map(tuple, keyboard)),
            calls=tuple(calls),
            photos=tuple(photos),
            edits=self._pressed_message() if edit else "",
            slot=slot,
            silent=silent,
            matter=matter,
        )
        self.answer(
            made,
            case_id=case_id,
            form_id=form_id,
            replaces=replaces or slot,
            pause=pause,
        )

    def answer(
        self,
        made: Reply,
        *,
        case_id: int | None = None,
        form_id: int | None = None,
        replaces: str = "",
        pause: bool = False,
    ) -> None:
        """The same of a Reply as it is."""
        self.answered = True
        self.unit.outbox.add(
            self.private,
            made,
            ANSWER,
            case_id=case_id,
            form_id=form_id,
            at=self.unit.now + ALBUM_PAUSE if pause and self.event.album else None,
            replaces=replaces,
        )

    def _pressed_message(self) -> str:
        """The message of their own chat that was pressed, '' for none."""
        pressed = self.event.kind is EventKind.PRESS and self.event.chat == self.private
        return self.event.message_id if pressed else ""

    def toast(self, key: str = "", **args: object) -> None:
        """Answers a press with a word at the top of the screen; every press is answered once."""
        if self.event.press_ref and not self.toasted:
            self.toasted = True
            chat, ref = self.event.chat, self.event.press_ref
            if not key:
                return self.unit.outbox.acknowledge(chat, ref)
            text = self.label(key, **args)[:200]
            self.unit.outbox.add(chat, Reply(text=text, press_ref=ref), ANSWER)
        elif key and self.typed:
            self.unsaid = self.label(key, **args)

    def end(self) -> None:
        """Nobody who pressed or typed a choice is left without an answer."""
        self.toast()
        if self.unsaid and not (self.answered or self.toasted):
            self.reply(escape(self.unsaid, quote=False))
