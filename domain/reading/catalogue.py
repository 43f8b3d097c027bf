"""Categories as data: what a case can be about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from domain.kinds import Kind, Urgency
from domain.privacy import Privacy
from domain.reading import parsing
from domain.reading.parsing import Plain


@dataclass(frozen=True, slots=True)
class Category:
    """What a case is about.

    `words` are patterns that speak of it; `strong` ones settle it nearly alone and `hints`
    never decide. `privacy` and `urgency` are the least that a case of it has.
    Whoever speaks of an `alarming` one may be in danger; a report of a `shop` one is about a shop,
    and so confidential.
    A hidden category is not offered any more; cases keep its code.
    """

    code: str
    kind: Kind
    names: tuple[tuple[str, str], ...]
    icon: str = ""
    strong: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    urgency: Urgency = Urgency.GENERAL
    privacy: Privacy = Privacy.OPEN
    wants_place: bool = False
    hidden: bool = False
    alarming: bool = False
    shop: bool = False

    def __post_init__(self) -> None:
        if self.shop:
            object.__setattr__(self, "privacy", Privacy.CONFIDENTIAL)

    def name(self, language: str) -> str:
        """In that language, else in the first one that there is."""
        return dict(self.names).get(language, self.names[0][1])

    def shown(self, language: str) -> str:
        """Its icon and its name, as among others to choose from: an eye in traffic finds a
        picture first.
        """
        return f"{self.icon} {self.name(language)}".strip()


CATEGORY_KEYS = frozenset(Category.__dataclass_fields__)
STRENGTHS = ("strong", "words", "hints")


class Catalogue:
    """All categories in their order."""

    def __init__(self, categories: Iterable[Category]) -> None:
        self._by_code = {category.code: category for category in categories}
        for kind in Kind:
            if f"{kind}_other" not in self._by_code:
                raise ValueError(f"categories: {kind}_other is missing")

    def __iter__(self) -> Iterator[Category]:
        return iter(self._by_code.values())

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __getitem__(self, code: str) -> Category:
        return self._by_code[code]

    def get(self, code: str) -> Category | None:
        """The category with that code, also a hidden one."""
        return self._by_code.get(code)

    def of_kind(self, kind: Kind) -> tuple[Category, ...]:
        """Those that are offered, what is for all the rest at the end."""
        offered = [each for each in self if each.kind is kind and not each.hidden]
        rest = self.other(kind)
        return tuple(sorted(offered, key=lambda each: each is rest))

    def other(self, kind: Kind) -> Category:
        """The kind's category for all the rest: its code is the kind's with `_other`."""
        return self._by_code[f"{kind}_other"]


def category(row: Plain) -> Category:
    """A new category from its table."""
    where = f"categories.{parsing.text(row, 'code', 'categories')}"
    parsing.check_keys(row, CATEGORY_KEYS, where)
    return Category(
        code=row["code"],
        kind=parsing.choice(row, "kind", where, Kind),
        names=_names(row, where),
        icon=parsing.text(row, "icon", where, ""),
        strong=parsing.texts(row, "strong", where),
        words=parsing.texts(row, "words", where),
        hints=parsing.texts(row, "hints", where),
        urgency=parsing.choice(row, "urgency", where, Urgency, Urgency.GENERAL),
        privacy=parsing.choice(row, "privacy", where, Privacy, Privacy.OPEN),
        wants_place=parsing.flag(row, "wants_place", where),
        hidden=parsing.flag(row, "hidden", where),
        alarming=parsing.flag(row, "alarming", where),
        shop=parsing.flag(row, "shop", where),
    )


def _names(row: Plain, where: str) -> tuple[tuple[str, str], ...]:
    names = row.get("names")
    if not isinstance(names, Mapping) or not names:
        raise ValueError(f"{where}.names: a table of languages is wanted")
    return tuple(
        (
            language,
            parsing.text(names, language, f"{where}.names"),
        )
        for language in names
    )


def changed(old: Category, row: Plain) -> Category:
    """Checked as a whole row is; what the row does not say stays, also a name's language."""
    said = {"kind": old.kind, "names": dict(old.names)} | dict(row)
    if isinstance(said["names"], Mapping) and said["names"]:
        said["names"] = dict(old.names) | dict(said["names"])
    new = category(said)
    values = {key: getattr(new, key) for key in row if key not in STRENGTHS}
    values |= {key: (*getattr(old, key), *getattr(new, key)) for key in STRENGTHS}
    return replace(old, **values)
