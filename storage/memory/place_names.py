"""All names of places that one process knows by heart: areas, what was loaded, what was taught."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.messages import Place
from domain.places.entries import Entry, Found
from domain.places.gazetteer import Gazetteer
from domain.places.names import normal
from storage.memory.recent import Recent

MOST_TAUGHT = 2000
"""Names from riders that are kept in memory, the newest: some 30 ms to index anew."""
REMEMBERED = 512
"""Answers: a draft's words are looked up again whenever something is added to it."""

NONE: Mapping[str, Entry | None] = {}
Asked = tuple[str, Place | None, str, int]


class PlaceNames:
    """The loaded names stay as they are; taught ones come and go beside them, by normal form."""

    def __init__(
        self,
        loaded: Iterable[Entry] = (),
        taught: Mapping[str, Entry | None] = NONE,
    ) -> None:
        self._loaded = Gazetteer(loaded)
        self._taught: dict[str, Entry] = {}
        self._answers: Recent[Asked, tuple[Found, ...]] = Recent(REMEMBERED)
        self.teach(taught)

    def __len__(self) -> int:
        return len(self._loaded) + len(self._taught)

    def teach(self, taught: Mapping[str, Entry | None]) -> None:
        """What these names mean from now on; None for what riders do not agree on any more."""
        for form, entry in taught.items():
            self._taught.pop(form, None)
            if entry is not None:
                self._taught[form] = entry
        for form in list(self._taught)[:-MOST_TAUGHT]:
            del self._taught[form]
        self._of_riders = Gazetteer(self._taught.values())
        self._answers.clear()

    def find(
        self,
        text: str,
        near: Place | None = None,
        last_area: str = "",
        most: int = 3,
    ) -> tuple[Found, ...]:
        """At most `most` places that the text names, best first, as `Gazetteer.find` says.

        Where a loaded place has just the name that was said, riders' use of it does not count.
        """
        asked = (text, near, last_area, most)
        known = self._answers.get(asked)
        if known is None:
            known = self._find(*asked)
            self._answers.keep(asked, known)
        return known

    def _find(
        self, text: str, near: Place | None, last_area: str, most: int
    ) -> tuple[Found, ...]:
        loaded = self._loaded.find(text, near, last_area, most)
        exact = {found.words for found in loaded if _exact(found)}
        taught = self._of_riders.find(text, near, last_area, most)
        both = [*loaded, *(found for found in taught if found.words not in exact)]
        both.sort(key=_order)
        return tuple(both[:most])


def _exact(found: Found) -> bool:
    form, entry = normal(found.words), found.entry
    return any(normal(name) == form for name in (entry.name, *entry.aliases))


def _order(found: Found) -> tuple[float, int]:
    return -found.score, -len(found.words)
