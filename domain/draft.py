"""An open form: where one conversation stands. Plain values only; it goes through JSON at every
message.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from domain.answers import Answer
from domain.messages import Address


@dataclass(frozen=True, slots=True)
class Draft:
    """`answers` by step name, `about` what the form is for (a case id, say), `asking` the step
    asked for now.

    `message_id` is the message that shows this form's question, where the channel told it.
    """

    id: int
    chat: Address
    person_id: int
    name: str
    answers: dict[str, Answer]
    started_at: datetime
    touched_at: datetime
    about: dict[str, Any] = field(default_factory=dict)
    asking: str = ""
    message_id: str = ""
    nudged: bool = False
