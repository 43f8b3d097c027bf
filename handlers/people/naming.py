"""What roles and posts are called, and which one somebody means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.people import Grant, Role
from handlers.dialog import completing
from handlers.dialog.turn import Turn
from handlers.texts.sentences import (
    LANGUAGES,
    label,
)
from handlers.texts.words import words

LONGEST_NAME = 3
"""Words of a post's name, or of somebody's."""
BETWEEN = re.compile(r"[\s,，、;；]+")
OTHER, ASCII = r"[^\x00-\x7f]", "[0-9A-Za-z]"
APART = re.compile(f"(?<={OTHER})(?={ASCII})|(?<={ASCII})(?={OTHER})")
"""Where a name ends and a code begins without a space between them, or the other way round."""

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


def meant_in(turn: Turn, said: str) -> tuple[Role, str, list[str]] | None:
    """(role, post, the other words) where a role or a post is named anywhere among these words,
    also without a space between it and a code: G07网格员.
    """
    for text in (said, APART.sub(" ", said)):
        parts = pieces(text)
        for start, end in runs(len(parts)):
            found = meant(turn, " ".join(parts[start:end]))
            if found is not None:
                return (*found, parts[:start] + parts[end:])
    return None


def pieces(said: str) -> list[str]:
    """The words, whatever stands between them."""
    return [one for one in BETWEEN.split(said) if one]


def runs(count: int) -> Iterator[tuple[int, int]]:
    """Every few words in a row among so many, the longest first."""
    for length in range(min(count, LONGEST_NAME), 0, -1):
        for start in range(count - length + 1):
            yield start, start + length


def named(turn: Turn, grant: Grant, language: str = "") -> str:
    """A role, or the post that somebody holds, as people call it."""
    language = language or turn.language
    if grant.post:
        return turn.setup.post(grant.post, language)
    return label(language, f"role-{grant.role}")


async def ask_role(turn: Turn, command: str, words: str) -> None:
    """Which role is meant, where only the rest of the command was typed."""
    text = turn.say("ask-role", command=command, words=words.strip()[:60])
    await completing.ask(turn, text, command, roles(turn), words.strip(), a_row=3)


def roles(turn: Turn) -> list[tuple[str, str]]:
    """What each role is called, and how it is typed."""
    return [(turn.label(f"role-{role}"), str(role)) for role in Role]


def _names(turn: Turn, post: str) -> set[str]:
    return {
        post,
        *(turn.setup.post(post, language).lower() for language in LANGUAGES),
    }
