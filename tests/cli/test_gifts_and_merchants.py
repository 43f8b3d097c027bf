"""Gifts and merchants by `gridbee load`: every mistake with its line, nothing half loaded, and the
month's coupons in a table without persons.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.coupons import month_of, table
from bot.loading.gifts import read_gifts
from bot.loading.merchants import read_merchants
from bot.loading.table import LoadError
from storage.figures.couponed import Couponed
from tests.cli.command import configured, gridbee

GIFTS = "code,name,points,stock,area,keeper,place\n"
WRONG_GIFTS = (
    ("A,手套,30,5,G1,WY1,前台", ""),
    ("A,雨衣,30,5", "code A is used twice"),
    ("B,,30,5", "name"),
    ("C,头盔,0,5", "points"),
    ("D,头盔,many,5", "points"),
    ("E,头盔,30,-1", "stock"),
    ("F,头盔,30,5,G9", "there is no area or office 'G9'"),
)
MERCHANTS = "code,name,area,offer,what,a_day,in_all,opening_hours,until\n"
WRONG_MERCHANTS = (
    ("M1,奶茶店,G1,1,柠檬水,2,,Mo-Su 10:00-22:00,2026-12-31", ""),
    ("M1,奶茶店,G1,1,果茶", "code M1-1 is used twice"),
    ("M1,大奶茶店,G1,2,果茶", "merchant M1 stands otherwise in a row above"),
    ("M2,面馆,G9,,加面", "there is no area 'G9'"),
    ("M3,面馆,,,", "what"),
    ("M4,面馆,,,加面,0", "a_day"),
    ("M5,面馆,,,加面,1,some", "in_all"),
    ("M6,面馆,,,加面,1,,Mo-Fr 9-17", "'Mo-Fr 9-17' are no opening hours"),
    ("M7,面馆,,,加面,1,,,12月", "until"),
)


def put(path: Path, head: str, *rows: str) -> Path:
    path.write_text(head + "\n".join(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("read", "head", "rows"),
    [(read_gifts, GIFTS, WRONG_GIFTS), (read_merchants, MERCHANTS, WRONG_MERCHANTS)],
)
def test_every_mistake_of_a_table_is_told_with_its_line(
    tmp_path: Path, read: object, head: str, rows: tuple[tuple[str, str], ...]
) -> None:
    path = put(tmp_path / "table.csv", head, *(row for row, _ in rows))
    assert callable(read)
    with pytest.raises(LoadError) as raised:
        read(path, {"G1", "WY1"})
    told = str(raised.value).splitlines()
    wrong = [(n, why) for n, (_, why) in enumerate(rows, 2) if why]
    assert len(told) == len(wrong)
    for line, (number, why) in zip(told, wrong, strict=True):
        assert f"table.csv line {number}: " in line and why in line


def test_each_is_loaded_by_its_name_and_a_month_is_written(tmp_path: Path) -> None:
    folder, told = configured(tmp_path, "[points]"), []
    gifts = put(tmp_path / "gifts.csv", GIFTS, "A,手套,30,5", "B,头盔,90,2")
    shops = ("M1,奶茶店,,1,柠檬水", "M1,奶茶店,,2,果茶", "M2,面馆,,,加面")
    merchants = put(tmp_path / "merchants.csv", MERCHANTS, *shops)
    for name, path in (("gifts", gifts), ("merchants", merchants)):
        told.append(gridbee(folder, "load", name, str(path)).stdout)
    assert told == ["2 gifts loaded\n", "2 merchants loaded\n"]
    nothing = gridbee(folder, "load", "presents", str(gifts))
    assert nothing.returncode == 1 and "'presents' is none of" in nothing.stderr
    month = tmp_path / "month.csv"
    wrote = gridbee(folder, "coupons", str(month), "--month", "2026-11")
    assert wrote.stdout == "0 used coupons of 2026-11 written\n"
    head = month.read_text(encoding="utf-8-sig")
    assert head == "merchant,name,offer,what,taken,used,by_press,lapsed\n"


def test_a_month_is_whole_and_a_name_is_no_formula() -> None:
    first, last = month_of("2028-02")
    assert (first.isoformat(), last.isoformat()) == ("2028-02-01", "2028-02-29")
    for said in ("2026-13", "2026", "11-2026"):
        with pytest.raises(Exception, match="is no month"):
            month_of(said)
    line = table([Couponed("M1", "=1+1", "M1-1", "@茶", 4, 3, 1, 0)]).splitlines()[1]
    assert line == "M1,'=1+1,M1-1,'@茶,4,3,1,0"
