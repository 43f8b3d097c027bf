"""What the laboratory has shown, as the tables of docs/reliability.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.handling import Handled
from tests.faults.killing import Killed
from tests.faults.laboratory import Result
from tests.faults.posting import Posted
from tests.faults.reading import Found

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
HEAD = (
    "what was done",
    "promised",
    "cases",
    "lost",
    "twice",
    "receipts again",
    "longest wait",
    "well again after",
    "what it told",
)
MOST_TOLD = 3


def put(section: str, text: str, document: Path = DOCUMENT) -> None:
    """Writes one section: what stands between its two marks. Raises ValueError where it has
    none.
    """
    whole = document.read_text(encoding="utf-8")
    begins, ends = f"<!-- {section} -->\n", f"<!-- /{section} -->\n"
    before, mark, rest = whole.partition(begins)
    _, last, after = rest.partition(ends)
    if not mark or not last:
        raise ValueError(f"{document.name} has no section {section}")
    document.write_text(before + begins + text + ends + after, encoding="utf-8")


def measured() -> str:
    """When and on what."""
    today = datetime.now(UTC).date().isoformat()
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"Measured {today} on {system}, Python {platform.python_version()}.\n\n"


# --- faults ---


def of_faults(results: Sequence[Result]) -> str:
    held = sum(result.held for result in results)
    rows = [_line(HEAD), _line("---" for _ in HEAD)]
    place = ""
    for result in results:
        if result.fault.place != place:
            place = result.fault.place
            rows.append(_line([f"**{place}**", *[""] * (len(HEAD) - 1)]))
        rows.append(_line(_row(result)))
    whole = f"{held} of {len(results)} held.\n\n"
    return measured() + whole + "\n".join(rows) + "\n"


def _row(result: Result) -> list[str]:
    fault, counted = result.fault, result.counted
    again = f"{len(counted.stuck)} stuck" if counted.stuck else _seconds(_well(result))
    return [
        f"{fault.name}, {fault.seconds:g} s",
        fault.promise,
        str(counted.cases),
        str(len(counted.lost)),
        str(len(counted.twice)),
        str(counted.repeated),
        _seconds(counted.longest),
        again if result.held else f"**{again}**",
        _told(result),
    ]


def _well(result: Result) -> float | None:
    """Everybody was answered, and what only the clock sends had come."""
    found = (result.counted.recovered, result.counted.ticks)
    known = [seconds for seconds in found if seconds is not None]
    return max(known) if len(known) == len(found) else None


def _told(result: Result) -> str:
    said = [f"`{event}`" for event in result.told[:MOST_TOLD]]
    ends = [f"ended {len(result.ends)}×"] if result.ends else []
    aside = [f"{result.aside} put aside"] if result.aside else []
    return ", ".join(said + ends + aside) or "nothing"


def _seconds(value: float | None) -> str:
    return "not in time" if value is None else f"{value:.1f} s"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


# --- kills and fuzz ---


def of_kills(killed: Killed) -> str:
    counted = killed.counted
    return measured() + (
        f"{killed.places} places (before and after what is waited for), {killed.kills} kills, of"
        f" which {killed.kills - len(killed.missed)} at their place; the rest were not reached"
        f" again within seconds and were killed where they were. {counted.inputs} inputs,"
        f" {counted.cases} cases: {len(counted.lost)} lost, {len(counted.twice)} twice,"
        f" {len(counted.stuck)} stuck, {killed.aside} put aside,"
        f" {counted.repeated} receipts sent again.\n"
    )


def of_fuzz(read: Found, handled: Handled, posted: Posted) -> str:
    kinds = ", ".join(f"{kind} {many:,}" for kind, many in read.kinds.most_common())
    answers = sorted(posted.statuses.items())
    statuses = ", ".join(f"{status}: {many:,}" for status, many in answers)
    return measured() + (
        f"Read: {read.updates:,} updates ({kinds}); raised or misread: {read.wrong.total()}; an"
        f" answer of a hundred took at most {read.slowest:.2f} s of processor.\n\n"
        f"Handled by a whole house: {handled.updates:,} updates; errors that got out:"
        f" {handled.wrong.total()}; put aside though readable: {handled.quarantined.total()};"
        f" honest riders between them: {handled.answered} answered, {handled.unheard} not, at most"
        f" {handled.slowest:.2f} s of processor after the hundred in which they came.\n\n"
        f"Posted to the web's doors: {posted.posts:,} ({statuses}); raised or answered with 500:"
        f" {posted.wrong.total()}; honest posts between them: {posted.answered} taken,"
        f" {posted.unheard} not, at most {posted.slowest:.2f} s of processor.\n"
    )
