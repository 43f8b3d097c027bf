"""Words that people may write, by key. They count in every language, since people mix them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, lru_cache

from domain.present import present
from domain.values.simple import TRADITIONAL
from handlers.texts.sentences import LANGUAGES, label

AFTER = r"[\s,，。.!！?？、~～…;；:：]"
"""Signs after a word."""

SIGN = re.compile(AFTER)
SIGNS = re.compile(r"[\s。.!！、~～…]+\Z")
QUESTION_MARKS = ("?", "？")
NO_WORD_YET = re.compile(r"\W*")
NO_WORD_MORE = re.compile(r"\W*\Z")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz'")
HASTY = re.compile(
    r"(?<![a-z])(?:(?:who|what|where|how|that|there)'s|i'm|i've"
    r"|(?:ca|do|does|did|is|was|wo|have|has)n't)(?![a-z])"
)
"""What is written without its sign in a hurry: whos on duty. "ill" and "its" are other words."""
FILL = "words-fill"
"""What may stand beside the name of a room of the hive where somebody asks for it."""

STATES = frozenset(
    (
        "words-all-clear",
        "words-over",
        "words-solved",
        "words-received",
        "words-got",
        "words-missing",
        "words-done",
        "words-praise",
    )
)
"""How something stands: with a particle that hopes so (没事吧) it is asked."""
DONE_BY_A_WORD = STATES | {
    "words-cancel",
    "words-close-case",
    "words-consent",
    "words-file",
    "words-forget",
    "words-hang-up",
    "words-leave-it",
    "words-no",
    "words-send",
    "words-slip",
    "words-off-duty",
    "words-still",
    "words-stop-waiting",
    "words-take-it",
    "words-tick-all",
    "words-undo",
    "words-withdraw",
    "words-yes",
}
"""What does something as soon as it is said: said as a question it asks, and does nothing."""

MANY_ASKED = 64  # texts: dozens of words are looked for in the same one

LONGEST = 200
"""Letters: whoever writes more says more than these words."""

Reached = tuple[int, bool, bool]
"""A place in the text; whether a particle, and whether a sign or the end may stand there."""


@cache
def words(key: str) -> frozenset[str]:
    """The words of a text, in small and simplified letters; in the files they stand with spaces
    between, and `_` is a space within one.

    '-' stands where a language has none. Raises KeyError for an unknown key.
    """
    said = " ".join(label(language, key) for language in LANGUAGES)
    found = plain(said).split()
    hasty = [HASTY.sub(_hastily, one) for one in found if "'" in one]
    return frozenset(one.replace("_", " ") for one in (*found, *hasty)) - {"-"}


def _hastily(hit: re.Match[str]) -> str:
    return hit[0].replace("'", "")


def only(key: str, text: str, *others: str) -> bool:
    """Whether the text says nothing else than the words of this key or of others, with particles
    and signs behind them. Every place is looked at once: 哦 is a word and a particle too, and a
    pattern would try 哦哦哦… in ways without end.
    """
    said = plain(text)
    begin = present(NO_WORD_YET.match(said), "it may be empty")
    if _known(key, *others).keys().isdisjoint(said[: begin.end() + 1]):
        return False  # none of them begins there
    if len(said) > LONGEST or (key in DONE_BY_A_WORD and _asked(key, said)):
        return False
    end = present(NO_WORD_MORE.search(said, 0), "it may be empty")
    todo = [(at, False, False) for at in range(begin.end() + 1)]
    seen = set(todo)
    while todo:
        at, after_word, after = todo.pop()
        if after and at >= end.start():
            return True
        for found in _from(said, at, after_word, after, (key, *others)):
            if found not in seen:
                seen.add(found)
                todo.append(found)
    return False


def _asked(key: str, text: str) -> bool:
    last = ended(text)
    hopes = key in STATES and last.endswith(tuple(words("words-hoping")))
    return hopes or last.endswith(QUESTION_MARKS)


def ended(text: str) -> str:
    """Without the signs at its end that only end it."""
    return SIGNS.sub("", text.strip())


def asks(key: str, text: str, *beside: str) -> bool:
    """Whether the text says one of the words of this key, and nothing else but those beside it."""
    return bool(anywhere(key).search(plain(text))) and only(key, text, *beside)


def _from(
    said: str, at: int, after_word: bool, after: bool, keys: tuple[str, ...]
) -> Iterator[Reached]:
    """The places that may come next: behind a word, a particle of it, a sign."""
    letter = said[at : at + 1]
    for word in _known(*keys).get(letter, ()):
        end = at + len(word)
        whole = said[end : end + 1] not in LETTERS or not word[-1].isascii()
        if whole and said.startswith(word, at):
            yield end, True, True
    if after_word and letter and letter in _particles():
        yield at + 1, True, True
    if after and SIGN.match(letter):
        yield at + 1, False, True


def begins(key: str, text: str) -> bool:
    """Whether the text begins with one of these words, and a sign after it."""
    said = f"{one_of(key)}(?:{AFTER}|$)"
    return re.match(said, plain(text)) is not None


@cache
def anywhere(key: str) -> re.Pattern[str]:
    """Any of these words in a text of small letters, the longest first."""
    return any_of(words(key))


@cache
def any_of(words: Collection[str]) -> re.Pattern[str]:
    """The same of words that stand elsewhere."""
    return re.compile(_whole(words))


def _either(words: Collection[str], said: Callable[[str], str]) -> str:
    """A pattern of any of these words, the longest first. Where none begins with the letter that
    stands there it looks no further: a third of the time, and less.
    """
    firsts = "".join(sorted({re.escape(word[0]) for word in words}))
    return f"(?=[{firsts}])(?:{'|'.join(map(said, _longest_first(words)))})"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _whole(words: Collection[str]) -> str:
    """The same, Latin words as whole ones. What stands before these is looked at once for all: an
    alternative that begins with its letter is passed over at once where that is another.
    """
    firsts = "".join(sorted({re.escape(word[0]) for word in words}))
    latin = [re.escape(word) for word in _longest_first(words) if word.isascii()]
    others = [re.escape(word) for word in _longest_first(words) if not word.isascii()]
    if latin:
        others.append(f"(?<![a-z])(?:{'|'.join(latin)})(?![a-z])")
    return f"(?=[{firsts}])(?:{'|'.join(others)})"


@cache
def _known(*keys: str) -> dict[str, list[str]]:
    """The words of these keys by their first letter."""
    found: dict[str, list[str]] = {}
    for word in {word for key in keys for word in words(key)}:
        found.setdefault(word[0], []).append(word)
    return found


@cache
def _particles() -> frozenset[str]:
    return frozenset("".join(words("words-particles")))


@lru_cache(maxsize=MANY_ASKED)
def plain(text: str) -> str:
    return text.strip().lower().replace("’", "'").translate(TRADITIONAL)


@cache
def one_of(*keys: str) -> str:
    """A pattern of these words, with the particles that may follow them."""
    found = {word for key in keys for word in words(key)}
    particles = "".join(words("words-particles"))
    return f"{_either(found, _closed)}[{particles}]*"


def _closed(word: str) -> str:
    """As a whole word; behind a Chinese one a Latin letter may follow: 是G06."""
    said = re.escape(word)
    return rf"{said}(?![a-z'])" if word[-1].isascii() else said
