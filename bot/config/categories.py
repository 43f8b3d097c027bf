"""[[categories]] of config.toml: what an office adds to the categories, changes or hides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import field_validator

from bot.config.rows import Row, Text, Texts
from domain.kinds import Kind, Urgency
from domain.messages import Choice
from domain.offers import settle
from domain.privacy import Privacy
from domain.reading.catalogue import STRENGTHS, Catalogue
from domain.reading.patterns import parse, words_of
from domain.reading.vocabulary import Vocabulary, default_vocabulary
from handlers.texts.sentences import LANGUAGES

CODE = re.compile(r"[a-z][a-z0-9_]{0,23}")  # a button's data has 64 bytes
LONGEST_NAME = 30  # letters, as the longest of ours; two buttons stand in a row
LONGEST_ICON = 8  # code points, as of a family of five


class CategoryConfig(Row):
    """A new category, or what is different about one that is there: what is left out stays."""

    what = "category"
    key = "code"

    code: str
    kind: Kind | None = None
    names: dict[str, Text] = {}
    icon: Text | None = None
    strong: Texts = ()
    words: Texts = ()
    hints: Texts = ()
    urgency: Urgency = Urgency.GENERAL
    privacy: Privacy = Privacy.OPEN
    wants_place: bool = False
    alarming: bool = False
    shop: bool = False
    hidden: bool = False

    @field_validator("code")
    @classmethod
    def plain(cls, code: str) -> str:
        if not CODE.fullmatch(code):
            most = "at most 24 small letters, digits and _"
            raise ValueError(f"must be of {most}, like food_truck")
        if code in list(Kind):
            raise ValueError("is the name of a kind; take another one")
        return code

    @field_validator("icon")
    @classmethod
    def pictured(cls, icon: str | None) -> str | None:
        """Whoever types a name leaves the picture out."""
        typed = settle("x", (Choice(f"{icon} x", ""),)) if icon else None
        if icon and (typed is None or len(icon) > LONGEST_ICON):
            raise ValueError(f"'{icon}' is no picture; take one like 🚚")
        return icon

    @field_validator("names")
    @classmethod
    def in_our_languages(cls, names: dict[str, str]) -> dict[str, str]:
        return readable(names)

    def said(self) -> dict[str, Any]:
        """What the table says, as a row of the vocabulary."""
        return self.model_dump(exclude_unset=True)


def readable(names: dict[str, str]) -> dict[str, str]:
    """Names by language. Raises ValueError for a language that is not there, and a long name."""
    for language, name in names.items():
        if language not in LANGUAGES:
            listed = ", ".join(LANGUAGES)
            raise ValueError(f"there is no language '{language}'; there are {listed}")
        if len(name) > LONGEST_NAME:
            raise ValueError(f"'{name}' is longer than {LONGEST_NAME} letters")
    return names


def extended(configs: Iterable[CategoryConfig]) -> Vocabulary:
    """The package's vocabulary with these. Raises ValueError with a sentence for each mistake."""
    configs, known = list(configs), default_vocabulary()
    if not configs:
        return known
    found = [*_twice(configs), *_mistakes(configs, known)]
    if found:
        raise ValueError("; ".join(found))
    made = known.extended(config.said() for config in configs)
    named = [*_named_alike(made.catalogue, {config.code for config in configs})]
    if named:
        raise ValueError("; ".join(named))
    return made


def _twice(configs: list[CategoryConfig]) -> Iterator[str]:
    codes = [config.code for config in configs]
    for code in dict.fromkeys(codes):
        if codes.count(code) > 1:
            yield f"category '{code}': there are two of that code"


def _mistakes(
    configs: list[CategoryConfig],
    known: Vocabulary,
) -> Iterator[str]:
    for config in configs:
        old = known.catalogue.get(config.code)
        wrong = _missing(config) if old is None else _kept(config, old.kind)
        for text in (*wrong, *_unreadable(config, known)):
            yield f"category '{config.code}': {text}"


def _missing(config: CategoryConfig) -> Iterator[str]:
    """What a new one cannot do without."""
    if config.kind is None:
        yield f"kind: is missing; allowed are {', '.join(Kind)}"
    absent = [language for language in LANGUAGES if language not in config.names]
    if absent:
        yield f"names: {', '.join(absent)} is missing"


def _kept(config: CategoryConfig, kind: Kind) -> Iterator[str]:
    """What stays as it is in one that is there already."""
    if config.kind not in (None, kind):
        yield f"kind: it is a {kind}, and there are cases of it; take another code"
    if config.hidden and config.code == f"{kind}_other":
        yield "hidden: it takes what fits nowhere else"


def _unreadable(config: CategoryConfig, known: Vocabulary) -> Iterator[str]:
    for strength in STRENGTHS:
        for text in getattr(config, strength):
            try:
                for element in parse(text).elements:
                    list(words_of(element, known.classes))
            except ValueError as error:
                yield f"{strength}: {error}"


def _named_alike(catalogue: Catalogue, codes: set[str]) -> Iterator[str]:
    """Names by which an office's own category cannot be told from another one."""
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for one in catalogue:
            name = one.name(language)
            other = seen.setdefault(name.casefold(), one.code)
            if other == one.code or codes.isdisjoint((one.code, other)):
                continue
            mine, its = (one.code, other) if one.code in codes else (other, one.code)
            yield f"category '{mine}': names: '{name}' is the name of '{its}' already"
