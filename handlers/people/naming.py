"""What roles and posts are called, and which one somebody means."""

from __future__ import annotations

from collections.abc import Sequence

from domain.people import Grant, Role
from handlers.dialog.turn import Turn
from handlers.texts.sentences import (
    LANGUAGES,
    label,
)
from handlers.texts.words import words

LONGEST_NAME = 3
"""Words of a post's name."""

ROLE_WORDS = {
    Role.COORDINATOR: "words-coordinator",
    Role.LEAD: "words-lead",
    Role.ADMIN: "words-admin",
}


def role_of(word: str) -> Role | None:
    """A role by its name in any language."""
    wanted = word.strip().lower()
    for role, key in ROLE_WORDS.items():
        if wanted == role or wanted in words(key):
            return role
    return None


def meant(turn: Turn, word: str) -> tuple[Role, str] | None:
    """The (role, post) that a word names.

    Whoever holds a post is a coordinator for what is sent to it.
    """
    role = role_of(word)
    if role is not None:
        return role, ""
    wanted = word.strip().lower()
    for post in turn.setup.posts:
        if wanted in _names(turn, post):
            return Role.COORDINATOR, post
    return None


def meant_first(turn: Turn, parts: Sequence[str]) -> tuple[Role, str, list[str]] | None:
    """(role, post, the rest) where the first words name a role or a post."""
    for count in range(min(len(parts), LONGEST_NAME), 0, -1):
        found = meant(turn, " ".join(parts[:count]))
        if found is not None:
            return (*found, list(parts[count:]))
    return None


def named(turn: Turn, grant: Grant, language: str = "") -> str:
    """A role, or the post that somebody holds, as people call it."""
    language = language or turn.language
    if grant.post:
        return turn.setup.post(grant.post, language)
    return label(language, f"role-{grant.role}")


def _names(turn: Turn, post: str) -> set[str]:
    return {
        post,
        *(turn.setup.post(post, language).lower() for language in LANGUAGES),
    }
