"""What became of a letter once it was sent, and what delivery has to do next."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.channels.channel import SendError, Sent
from domain.fitting import Shown
from domain.messages import Address
from storage.outbox.letters import Letter


@dataclass(slots=True)
class Outcome:
    """One letter after its send: the messages that now stand there, or why not. With `begins` it
    is still to be sent: an announcement, of which nobody may have two.

    `private` says whether one person alone reads in that chat, `shown` what can be chosen there
    by typing.
    """

    letter: Letter
    sent: list[Sent] = field(default_factory=list)
    error: SendError | None = None
    private: bool = True
    begins: bool = False
    shown: Shown | None = None

    @property
    def shown_to_one(self) -> Shown | None:
        """What arrived, if it did; in a group nobody answers for all by typing."""
        arrived = self.error is None or self.error.elsewhere
        here = self.private and not self.begins
        return self.shown if here and arrived else None

    def of(self, letter: Letter) -> Outcome:
        """The same of a letter that went along; what it looked like is told of the first."""
        return Outcome(letter, error=self.error, private=self.private)


@dataclass(slots=True)
class Marked:
    """What delivery has to do next: letters to send, and to try again (in so many seconds, tried
    so often by now), chats with a new id, chats that are gone, what the marking itself had to say,
    and outcomes that could not be written.
    """

    begins: list[Letter] = field(default_factory=list)
    again: list[tuple[Letter, float, int]] = field(default_factory=list)
    moved: list[tuple[Address, Address]] = field(default_factory=list)
    lost: set[Address] = field(default_factory=set)
    letters: list[Letter] = field(default_factory=list)
    unwritten: list[Outcome] = field(default_factory=list)

    def add(self, other: Marked) -> None:
        self.begins += other.begins
        self.again += other.again
        self.moved += other.moved
        self.lost |= other.lost
        self.letters += other.letters
