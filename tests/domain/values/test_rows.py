"""CSV texts as spreadsheets and people write them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.values.rows import MOST, RowsError, rows

steady = settings(deadline=None, derandomize=True)

EXPECTED = [{"code": "G01", "name": "幸福"}, {"code": "G02", "name": "桂花"}]
TEXTS = [
    "code,name\nG01,幸福\nG02,桂花\n",
    "code,name\nG01,幸福\nG02,桂花",
    "code,name\r\nG01,幸福\r\nG02,桂花\r\n",
    "code,name\rG01,幸福\rG02,桂花\r",
    "\ufeffcode,name\nG01,幸福\nG02,桂花\n",
    "\ufeff\ufeffcode,name\nG01,幸福\nG02,桂花\n",
    "\n\n,,\ncode,name\nG01,幸福\n\nG02,桂花\n",
    "code,name\n,\nG01,幸福\n , \n,,,\nG02,桂花\n\n\n",
    " code , name \n G01 , 幸福 \n\tG02,桂花\n",
    "Code,NAME\nG01,幸福\nG02,桂花\n",
    "ｃｏｄｅ,ｎａｍｅ\nG01,幸福\nG02,桂花\n",
    "code，name\nG01,幸福\nG02,桂花\n",
    "code，name\nG01，幸福\nG02，桂花\n",
    "code，name\nG01，幸福\nG02,桂花\n",
    "code,name,\nG01,幸福,\nG02,桂花,,\n",
    "code,name,,\nG01,幸福\nG02,桂花\n",
    '"code","name"\n"G01","幸福"\n"G02","桂花"\n',
    "code\tname\nG01\t幸福\nG02\t桂花\n",
    "code;name\nG01;幸福\nG02;桂花\n",
    "code\u3000,name\nG01\u3000,幸福\nG02,\u00a0桂花\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_table_is_read_however_it_was_saved(text: str) -> None:
    assert rows(text) == EXPECTED


@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", ",,,\n , \n", "code,name", "code,name\n,\n\n"]
)
def test_nothing_below_the_head_is_no_row(text: str) -> None:
    assert rows(text) == []


def test_cells_that_are_missing_are_empty_and_commas_in_cells_stay() -> None:
    found = rows('code,name,parent\nG01\nG02,"文昌路, 12号"\nG03,文昌路，12号,C\n')
    assert [row["name"] for row in found] == ["", "文昌路, 12号", "文昌路，12号"]
    assert [row["parent"] for row in found] == ["", "", "C"]


def test_every_row_knows_the_line_on_which_it_begins() -> None:
    found = rows('\n\ncode,name\n\nG01,"two\nlines"\n,,\nG02,b\n')
    assert [row.line for row in found] == [5, 8]


@pytest.mark.parametrize(
    ("text", "line", "why", "what"),
    [
        ("a,b\n1,2,3\n", 2, "cells", "3"),
        ("a,b\n\n1,2\n1,2,,4\n", 4, "cells", "4"),
        ("a，b\n1，2，3\n", 2, "cells", "3"),
        ("a\n1,2\n", 2, "cells", "2"),
        ("a,,b\n1,2,3\n", 1, "head", "2"),
        ("\n,a\n1,2\n", 2, "head", "1"),
        ("a,b,A\n", 1, "twice", "a"),
        ("a,ａ\n", 1, "twice", "a"),
        ("a,b\n1,2\n", 1, "column", "code"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, line: int, why: str, what: str
) -> None:
    with pytest.raises(RowsError, match=f"^line {line}: ") as raised:
        rows(text, ("code",) if why == "column" else ())
    assert (raised.value.line, raised.value.why, raised.value.what) == (line, why, what)


@pytest.mark.parametrize(
    "text", ['a,b\n1,2\n3,"4\n5,6\n', 'a,b\n\n1,"2"3\n', '"a,b\n1,2\n']
)
def test_a_quote_that_is_not_closed_is_told_and_swallows_no_rows(text: str) -> None:
    with pytest.raises(RowsError) as raised:
        rows(text)
    assert raised.value.why == "quotes"


def test_an_empty_text_lacks_the_columns_that_it_should_have() -> None:
    with pytest.raises(RowsError, match="line 1: there is no column 'code'"):
        rows("", ("code",))


cells = st.text('abc123,，";\t\n 幸福路', max_size=8).map(str.strip)


@steady
@given(st.lists(st.tuples(cells, cells), max_size=6))
def test_what_a_spreadsheet_writes_is_read_back(table: list[tuple[str, str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("code", "name"), *table])
    kept = [{"code": code, "name": name} for code, name in table if code or name]
    assert rows(written.getvalue()) == kept


@steady
@given(st.text(st.characters()) | st.text('ab,，";\t\r\n\ufeff ', max_size=40))
def test_any_text_is_a_table_or_refused_with_a_line(text: str) -> None:
    try:
        found = rows(text)
    except RowsError as error:
        assert error.line >= 1
    else:
        assert all(any(row.values()) or not row for row in found)
        assert [row.line for row in found] == sorted({row.line for row in found})


def test_more_rows_than_any_list_has_are_refused_with_a_figure() -> None:
    most = "code\n" + "G01\n" * MOST
    assert len(rows(most)) == MOST
    with pytest.raises(RowsError, match=r"more than 200,000 rows") as told:
        rows(most + "G02\n")
    assert told.value.line == MOST + 2
