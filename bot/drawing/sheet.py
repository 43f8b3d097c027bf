"""A register as a workbook, .xlsx, made in a child of its own.

What people wrote is written as text and as nothing else: no formula, no link, no number. Imports
nothing of the house: it starts for every sheet.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from bot.drawing.orders import order

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# letters of a cell; Excel takes 32,767, but nobody reads a row that is a page high
LONGEST = 1000
FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
HEAD = {
    "bold": True,
    "bg_color": "#DDEBF7",
    "bottom": 1,
    "text_wrap": True,
    "valign": "vcenter",
    "align": "center",
}
FORMS: dict[str, dict[str, Any]] = {
    "text": {"num_format": "@"},
    "words": {"num_format": "@", "text_wrap": True},
    "at": {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "count": {"num_format": "0", "align": "center"},
    "flag": {"align": "center"},
    "alarm": {"align": "center", "bold": True, "font_color": "#C00000"},
}
A3 = 8


def render(spec: dict[str, Any]) -> bytes:
    """The workbook. Raises KeyError, TypeError or ValueError for what is no register."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        forms = {name: book.add_format(FONT | form) for name, form in FORMS.items()}
        head, columns = book.add_format(FONT | HEAD), spec["columns"]
        sheet = book.add_worksheet(spec["name"][:31])
        sheet.freeze_panes(1, 1)
        sheet.set_row(0, 30)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column["wide"])
            sheet.write_string(0, at, column["title"], head)
        zone = ZoneInfo(spec["zone"])
        for number, row in enumerate(spec["rows"], 1):
            for at, (column, value) in enumerate(zip(columns, row, strict=True)):
                _write(sheet, (number, at), column, value, forms, zone)
        sheet.autofilter(0, 0, max(1, len(spec["rows"])), len(columns) - 1)
        _for_paper(sheet, spec)
        _about(book, spec, forms)
    return out.getvalue()


def _write(
    sheet: Any,
    cell: tuple[int, int],
    column: dict[str, Any],
    value: Any,
    forms: dict[str, Any],
    zone: ZoneInfo,
) -> None:
    """A code by its name, a time in local time, or its {"day"} alone; what is missing stays
    empty.
    """
    if value is None or value == "":
        return
    form, names = column["form"], column.get("names")
    if form == "at":
        by_day = isinstance(value, dict)
        at = value["day"] if by_day else value
        local = datetime.fromtimestamp(at / 1000, zone).replace(
            tzinfo=None, second=0, microsecond=0
        )
        if by_day:
            local = local.replace(hour=0, minute=0)
        sheet.write_datetime(*cell, local, forms["day" if by_day else "at"])
    elif form == "count":
        sheet.write_number(*cell, value, forms["count"])
    else:
        text = str(names.get(value, value) if names else value)
        cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        shown = "alarm" if form == "flag" and value == "yes" else form
        sheet.write_string(*cell, cut, forms[shown])


def _for_paper(sheet: Any, spec: dict[str, Any]) -> None:
    """A3 across, all columns on one page, the head on every page."""
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_header("&L" + spec["title"].replace("&", "&&"))
    sheet.set_footer("&R&P / &N")


def _about(book: Any, spec: dict[str, Any], forms: dict[str, Any]) -> None:
    """A second page that says what the first one is and what it leaves out."""
    sheet = book.add_worksheet(spec["about_name"][:31])
    sheet.set_column(0, 0, 90)
    for number, line in enumerate((spec["title"], *spec["about"])):
        sheet.write_string(number, 0, line, forms["words"])


JOBS = {"draw": order(render)}
