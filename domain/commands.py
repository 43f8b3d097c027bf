"""Whose a command is."""

from __future__ import annotations

from domain.people import Person, Role

COMMAND_ROLES: dict[str, frozenset[Role]] = {
    "queue": frozenset(Role),
    "mine": frozenset(Role),
    "overdue": frozenset(Role),
    "onsite": frozenset(Role),
    "away": frozenset(Role),
    "digest": frozenset(Role),
    "duty": frozenset(Role),
    "similar": frozenset(Role),
    "templates": frozenset(Role),
    "policy": frozenset({Role.ADMIN}),
    "route": frozenset({Role.ADMIN}),
    "audit": frozenset({Role.LEAD, Role.ADMIN}),
    "areas": frozenset({Role.ADMIN}),
    "announce": frozenset({Role.ADMIN}),
    "bind": frozenset({Role.ADMIN}),
    "grant": frozenset({Role.ADMIN}),
    "health": frozenset({Role.ADMIN}),
    "invite": frozenset({Role.ADMIN}),
    "people": frozenset({Role.ADMIN}),
    "poster": frozenset({Role.ADMIN}),
    "revoke": frozenset({Role.ADMIN}),
    "signout": frozenset({Role.ADMIN}),
    "stats": frozenset({Role.LEAD, Role.ADMIN}),
    "register": frozenset({Role.LEAD, Role.ADMIN}),
    "slip": frozenset(Role),
    "screen": frozenset(Role),
    "needs": frozenset(Role),
    "resources": frozenset(Role),
    "projects": frozenset(Role),
    "award": frozenset(Role),
    "members": frozenset({Role.LEAD, Role.ADMIN}),
    "recruit": frozenset({Role.LEAD, Role.ADMIN}),
    "news": frozenset({Role.LEAD, Role.ADMIN}),
    "errand": frozenset({Role.LEAD, Role.ADMIN}),
    "handover": frozenset(Role),
    "stock": frozenset(Role),
    **dict.fromkeys(
        (
            "accept",
            "pass",
            "return",
            "ask",
            "tell",
            "note",
            "hold",
            "resume",
            "extend",
            "approve",
            "decline",
            "category",
            "urgency",
            "privacy",
            "raise",
            "supervise",
            "split",
            "relate",
            "merge",
            "takein",
            "unmerge",
            "resolve",
            "verify",
            "redo",
            "reject",
            "deliberate",
            "decide",
            "undo",
        ),
        frozenset(Role),
    ),
}


def may_command(person: Person, command: str) -> bool:
    """Whether a command exists for this person; a command without a row in the table is
    everybody's.
    """
    roles = COMMAND_ROLES.get(command)
    return roles is None or any(grant.role in roles for grant in person.grants)
