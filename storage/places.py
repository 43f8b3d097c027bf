"""Places with names, put in place of one another as a whole, and what riders teach of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, delete, select

from domain.messages import Place
from domain.places.entries import Entry, Found
from domain.places.taught import NEWEST, Use, form_of
from storage.naming import KEPT, entry_of, meaning, use_of
from storage.session import HoldsBack, Session
from storage.statements import same
from storage.tables.places import place_uses, places

CHUNK = 5000  # rows a statement
FORGET = delete(place_uses).where(place_uses.c.at < bindparam("oldest"))
OF_NAME = select(place_uses).where(same(place_uses.c.form))
LATEST = OF_NAME.order_by(place_uses.c.at.desc()).limit(NEWEST)
IN_ORDER = OF_NAME.order_by(place_uses.c.at, place_uses.c.person_id)
Uses = dict[tuple[str, int], Use]


class Places(HoldsBack):
    """Uses are held back until a flush; a name that is learnt counts once it is committed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._said: Uses = {}
        self._forms: set[str] = set()
        self._learnt: dict[str, Entry | None] = {}

    def find(
        self,
        text: str,
        near: Place | None = None,
        last_area: str = "",
    ) -> tuple[Found, ...]:
        """The places that a text names, best first; each has an area."""
        return self._session.memory.place_names.find(
            text,
            near,
            last_area,
        )

    async def all(self) -> list[Entry]:
        """What was loaded, as the file said it."""
        rows = await self._session.query(
            select(places).order_by(places.c.id),
        )
        return [entry_of(row) for row in rows]

    async def replace(self, entries: Iterable[Entry]) -> None:
        """Puts these places in place of all that were loaded; what riders taught stays."""
        await self._session.query(delete(places))
        rows = [_placed(number, one) for number, one in enumerate(entries, 1)]
        for start in range(0, len(rows), CHUNK):
            self._session.write(
                self._session.insert(places), rows[start : start + CHUNK]
            )
        self._session.places_change()

    def add_use(self, use: Use) -> None:
        """Keeps what somebody called a point, in place of their last use of this name.

        Words that name no place are passed over.
        """
        form = form_of(use.words)
        if form:
            self._said[form, use.person_id] = use

    async def uses_of(self, words: str) -> list[Use]:
        """Everybody's last use of this name, the newest last."""
        found = await self._session.query(IN_ORDER, {"form": form_of(words)})
        return [use_of(row) for row in found]

    async def forget(self, person_id: int) -> None:
        """Removes what somebody called places; a name that others taught too stays for them."""
        await self._session.query(
            delete(place_uses).where(place_uses.c.person_id == person_id)
        )

    async def flush(self) -> None:
        said, self._said = self._said, {}
        if not said:
            return
        session = self._session
        session.write(
            session.upsert(place_uses),
            list(map(_row, said.items())),
        )
        if not self._forms:
            session.at_the_end.append(self._learn)
        self._forms |= {form for form, _ in said}

    async def _learn(self) -> None:
        """Reads anew what these names mean: once, however many used them."""
        oldest = self._session.now - KEPT
        self._session.write(FORGET, [{"oldest": oldest}])
        for form in sorted(self._forms):
            found = await self._session.run(LATEST, {"form": form})
            self._learnt[form] = meaning(
                self._session.directory,
                [use_of(row) for row in found],
            )

    def committed(self) -> None:
        """The transaction is in the database: names that were learnt count from now on."""
        if self._learnt:
            self._session.memory.place_names.teach(self._learnt)
            self._learnt = {}


def _placed(number: int, entry: Entry) -> dict[str, Any]:
    place = entry.place
    return {
        "id": number,
        "name": entry.name,
        "aliases": list(entry.aliases) or None,
        "kind": entry.kind,
        "area": entry.area,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def _row(said: tuple[tuple[str, int], Use]) -> dict[str, Any]:
    (form, person_id), use = said
    return {
        "form": form,
        "person_id": person_id,
        "words": use.words,
        "lat": use.place.lat,
        "lon": use.place.lon,
        "at": use.at,
    }
