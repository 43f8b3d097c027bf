"""A row of a room's table of commands: what answers it, who may send it, and where."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.people import Person, Role
from domain.start_codes import INVITATIONS
from domain.values.text import one_width
from handlers.dialog.turn import Turn

COMMAND = re.compile(
    r"^[/／]([a-z_]+)(?:@(\w+))?[.。!！]*(?:\s+|$)(.*)$", re.IGNORECASE | re.DOTALL
)
BEGINS = ("/", "／")
INVITED = re.compile(
    r"(?:\S+[?&]start=|/?start\s+)?"
    rf"(?P<code>(?:{'|'.join(INVITATIONS)})[\w-]{{22}})(?:&\S*)?",
    re.IGNORECASE | re.ASCII,
)
"""An invitation's code alone, or its link: where no address opens the chat people paste either."""

Handler = Callable[[Turn, str], Awaitable[None]]
"""Answers a command or a press; the text is what stood after its name."""


def command_in(text: str) -> re.Match[str] | None:
    """The command that a message is: its name, the bot that it names, and what stands after it,
    with letters and figures of one width. The code of an invitation is one too.
    """
    invited = INVITED.fullmatch(text.strip())
    if invited is not None:
        text = f"/start {invited['code']}"
    return COMMAND.match(one_width(text)) if text.startswith(BEGINS) else None


@dataclass(frozen=True, slots=True)
class Command:
    """`roles` are whose command it is, held anywhere; None makes it everybody's.

    With `groups` it is answered in a group too; with `pictures` it may be the
    caption of a photo.
    """

    handler: Handler
    roles: frozenset[Role] | None = None
    groups: bool = False
    pictures: bool = False

    @property
    def audited(self) -> bool:
        """Whether its use is kept in the audit log: what coordinators may not send."""
        return self.roles is not None and Role.COORDINATOR not in self.roles


def may_send(person: Person, command: Command) -> bool:
    """Whether this command exists for this person."""
    roles = command.roles
    return roles is None or any(grant.role in roles for grant in person.grants)
