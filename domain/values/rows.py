"""The rows of a CSV text as spreadsheets and people write it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from domain.values.text import plain

BOM = "\ufeff"
WIDE = "，"
MARKS = (",", "\t", ";")
MOST = 200_000  # rows
HEAD_MARK = re.compile("[,，\t;]")


class RowsError(ValueError):
    """A text that is no table; the message names the line and what is wrong.

    `line` is the line in the text, the first is 1. `why` is one of the keys
    cells, head, twice, column, many and quotes; `what` the number, name or cause.
    """

    def __init__(self, line: int, why: str, what: str, told: str) -> None:
        super().__init__(f"line {line}: {told}")
        self.line = line
        self.why = why
        self.what = what


class Row(dict[str, str]):
    """Cells by the heads of their columns.

    `line` is where the row begins in the text; the first line is 1.
    """

    def __init__(self, line: int, cells: Iterable[tuple[str, str]]) -> None:
        super().__init__(cells)
        self.line = line


def rows(text: str, columns: Sequence[str] = ()) -> list[Row]:
    """The rows below the first that is not blank, which names the columns.

    Heads are in small letters and one width. Nothing are a BOM, blank and
    comma-only rows, spaces around cells, empty cells after the last column.
    What is missing at the end of a row is ''. Full-width commas in the head
    are commas, and then also in rows that have no other. Tabs and semicolons
    separate where the head has no comma. `columns` must be among the heads.
    Raises RowsError, also for more than MOST rows.
    """
    records = _records(text.lstrip(BOM))
    line, first = next(records, (1, []))
    heads = _heads(line, first, columns)
    found = [Row(at, _cells(at, cells, heads)) for at, cells in islice(records, MOST)]
    for at, _ in records:
        raise RowsError(at, "many", str(MOST), f"more than {MOST:,} rows are too many")
    return found


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line on which it begins, cells) of each row that has something in it."""
    mark, wide = _mark(text)
    lines = io.StringIO(text, newline=None)
    reader = csv.reader(lines, delimiter=mark, strict=True)
    line = 1
    try:
        for row in reader:
            cells = row[0].split(WIDE) if wide and len(row) == 1 else row
            if any(map(str.strip, cells)):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        why = str(error)
        raise RowsError(line, "quotes", why, f"cannot be read: {why}") from None


def _mark(text: str) -> tuple[str, bool]:
    """What separates the cells, by the head; and whether the head has ， for it."""
    lines = text.splitlines()
    head = next((one for one in lines if HEAD_MARK.sub("", one).strip()), "")
    if WIDE in head and "," not in head:
        return ",", True
    mark = next((one for one in MARKS if one in head), ",")
    return mark, False


def _heads(line: int, cells: list[str], columns: Sequence[str]) -> list[str]:
    heads = _cut([plain(cell).lower() for cell in cells], 0)
    for place, head in enumerate(heads, start=1):
        if not head:
            raise RowsError(
                line,
                "head",
                str(place),
                f"column {place} has no name",
            )
        if heads.count(head) > 1:
            raise RowsError(
                line,
                "twice",
                head,
                f"two columns have the name '{head}'",
            )
    for column in columns:
        if column not in heads:
            raise RowsError(
                line,
                "column",
                column,
                f"there is no column '{column}'",
            )
    return heads


def _cells(line: int, cells: list[str], heads: list[str]) -> Iterable[tuple[str, str]]:
    width = len(heads)
    cells = _cut(cells, width)
    if len(cells) > width:
        count = str(len(cells))
        raise RowsError(
            line,
            "cells",
            count,
            f"has {count} cells, but there are {width} columns",
        )
    missing = [""] * (width - len(cells))
    return zip(heads, cells + missing, strict=True)


def _cut(cells: list[str], least: int) -> list[str]:
    """Without the empty cells at the end, but not fewer than `least`."""
    count = len(cells)
    while count > least and not cells[count - 1]:
        count -= 1
    return cells[:count]
