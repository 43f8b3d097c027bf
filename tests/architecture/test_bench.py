"""What `make bench` says of a release: better or worse only where the rounds say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench import kept


def runs(*updates_s: float) -> list[dict[str, Any]]:
    return [{"updates_s": each, "problem": ""} for each in updates_s]


RESULTS = {
    ("gridbee", 0.0): runs(2000, 2200, 2100),
    ("floor", 0.0): runs(20_000, 20_000, 20_000),
}


def test_a_ratio_is_taken_round_by_round() -> None:
    assert kept.ratios(RESULTS) == {
        "floor at 0 ms": {"middle": 0.1, "least": 0.1, "most": 0.11}
    }


def test_an_invalid_run_gives_no_ratio() -> None:
    broken = [run | {"problem": "lost"} for run in runs(1, 2)]
    assert kept.ratios({**RESULTS, ("floor", 0.0): broken}) == {}


@pytest.mark.parametrize(
    ("now", "verdict"),
    [((2.0, 2.1), "better"), ((1.1, 1.6), "the same"), ((0.5, 0.9), "WORSE")],
)
def test_only_what_lies_outside_the_rounds_is_a_difference(
    now: tuple[float, float], verdict: str
) -> None:
    before = kept.spread([1.0, 1.2, 1.5])
    assert kept.compared(before, kept.spread(list(now))) == verdict


def test_nothing_is_judged_on_a_busy_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    found = kept.ratios(RESULTS)
    assert "No release" in next(kept.judged(found, 0.0))
    kept.keep("0.9.0", found)
    kept.keep("0.10.0", found)
    assert "0.10.0" in next(kept.judged(found, 0.1))
    assert "busy" in next(kept.judged(found, 3.0))
