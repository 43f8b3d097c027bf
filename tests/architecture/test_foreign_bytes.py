"""What decodes or draws is never loaded by the house itself: a child does that (docs/adr/0025)."""

from __future__ import annotations

from bench.layout import SOURCE
from bench.modules import modules, reached
from tests.architecture.code import ROOT, arrows, imported, none

BEGINS = "bot.__main__"
DECODES = {
    "PIL",
    "pillow_heif",
    "matplotlib",
    "fpdf",
    "segno",
    "xlsxwriter",
}
IN_A_CHILD = ("bot.drawing.jobs", "bot.drawing.chart", "bot.drawing.slip")


def loaded() -> set[str]:
    """All modules of the house that are there once it has begun."""
    return {BEGINS, *reached(arrows(), BEGINS)}


def test_the_house_loads_nothing_that_decodes_or_draws() -> None:
    paths = modules(ROOT, SOURCE)
    none(
        f"{where} imports {module}"
        for name in sorted(loaded())
        for where, module in imported(paths[name])
        if module.partition(".")[0] in DECODES
    )


def test_the_children_do() -> None:
    assert not loaded() & set(IN_A_CHILD)
    paths = modules(ROOT, SOURCE)
    for name in IN_A_CHILD:
        used = {name, *reached(arrows(), name)}
        found = (module for one in used for _, module in imported(paths[one]))
        assert DECODES & {module.partition(".")[0] for module in found}
