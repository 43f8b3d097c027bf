"""What can be asked of the simulation on the command line, in plain words."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.simulate.size import Size

WHAT = """\
Plays a year of the sample district in the real Gridbee, with a clock that jumps: riders report,
coordinators take cases, solve, hand on, fall ill; then a year of the hive (rest stations, points,
gifts, coupons, wishes, members, orders) with people who try to cheat. Prints what it came to,
beside the figures that the places themselves tell. Nobody is written to, and nothing of yours is
touched.

How people behave is our judgement: it shows whether anything is forgotten and whether the rules
hold, and predicts nothing for your district."""

SIZES = """\
A first look takes a minute or two:
  python -m bench.simulate --days 30 --cases 200 --building 20 --riders 100 --hive 20
A tenth of everything, some minutes:
  python -m bench.simulate --cases 3000 --building 386 --riders 300 --staff 2 --hive 24
The whole year, as `make simulate` plays it, takes half an hour or more.

It ends with 0 if all is well, and with 1 if a case was forgotten or never came to its end, if
something failed on the way, or if a cheat got through that nothing bounds."""

HELP = {
    "days": "how long it plays",
    "district": "cases that riders report in the district; 0 for the hive alone",
    "building": "cases of one big building, with a staff of its own, beside them",
    "riders": "who report them",
    "property_staff": "who work in the building",
    "step": "minutes between two looks at what people do; more is coarser and quicker",
    "hive": "riders in the hive's year; 0 for casework alone",
    "seed": "the same number plays the same year again",
}
NAMES = {"district": "cases", "property_staff": "staff"}
"""What an option is called where its field is called otherwise."""


def parser() -> argparse.ArgumentParser:
    known = Size()
    made = argparse.ArgumentParser(
        prog="python -m bench.simulate",
        description=WHAT,
        epilog=SIZES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for field, told in HELP.items():
        usual = getattr(known, field)
        made.add_argument(
            f"--{NAMES.get(field, field)}",
            dest=field,
            metavar="N",
            type=int,
            default=usual,
            help=f"{told} ({usual:,})" if field != "seed" else f"{told} ({usual})",
        )
    made.add_argument(
        "--keep",
        metavar="FOLDER",
        type=Path,
        help="where the databases stay, to look into them afterwards",
    )
    return made


def size_of(said: argparse.Namespace) -> Size:
    return Size(**{field: getattr(said, field) for field in HELP})
