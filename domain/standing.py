"""What somebody is to a case that is none of their work, and what that lets them do."""

from __future__ import annotations

from domain.acts import Act

FILER_ACTS = frozenset(
    {Act.ADD, Act.ANSWER, Act.WITHDRAW, Act.CONFIRM, Act.REOPEN, Act.RATE}
)
FOLLOWER_ACTS = FILER_ACTS - {Act.WITHDRAW}
