"""What the last release came to, as ratios to the other bots, and what is better or worse now.

Only ratios within one run are kept: they say the same on another machine. A difference counts
where it is greater than what the rounds differ among themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.table import against

FOLDER = Path(__file__).resolve().parent / "kept"
BUSY = 0.7
"""Load average before the first run from which on nothing is judged: someone else is at work."""

Results = dict[tuple[str, float], list[dict[str, Any]]]
Ratio = dict[str, float]
"""`middle`, `least` and `most` over the rounds."""


def ratios(results: Results) -> dict[str, Ratio]:
    """Gridbee's updates a second by each other bot's, round by round."""
    found = {}
    for (name, latency), runs in results.items():
        ours = results.get((against(name), latency), [])
        pairs = [
            mine["updates_s"] / its["updates_s"]
            for mine, its in zip(ours, runs, strict=False)
            if not (mine["problem"] or its["problem"])
        ]
        if name != against(name) and pairs:
            found[f"{name} at {latency:g} ms"] = spread(pairs)
    return found


def spread(values: list[float]) -> Ratio:
    ordered = sorted(values)
    return {
        "middle": round(ordered[len(ordered) // 2], 2),
        "least": round(ordered[0], 2),
        "most": round(ordered[-1], 2),
    }


def keep(release: str, found: dict[str, Ratio]) -> Path:
    """Writes the figures of a release, for the next one to be compared with."""
    path = FOLDER / f"{release}.json"
    path.write_text(json.dumps(found, indent=2, sort_keys=True) + "\n", "utf-8")
    return path


def last() -> tuple[str, dict[str, Ratio]] | None:
    """The newest release of which figures are kept."""
    paths = sorted(FOLDER.glob("*.json"), key=lambda path: _order(path.stem))
    if not paths:
        return None
    return paths[-1].stem, json.loads(paths[-1].read_text("utf-8"))


def _order(release: str) -> list[int]:
    return [int(part) for part in release.split(".") if part.isdecimal()]


def judged(found: dict[str, Ratio], load: float) -> Iterator[str]:
    """The lines to print: better, worse or the same as the release before, by row."""
    kept = last()
    if kept is None:
        yield "No release before has figures in bench/kept."
        return
    if load > BUSY:
        yield f"Load average {load:.1f}: the machine is busy, and nothing is judged."
        return
    release, before = kept
    yield f"| Gridbee against | {release} | now | over the rounds | |"
    yield "|---|---|---|---|---|"
    for row in sorted(found.keys() & before.keys()):
        was, now = before[row], found[row]
        rounds = f"{now['least']:.2f} – {now['most']:.2f}"
        verdict = compared(was, now)
        yield f"| {row} | {was['middle']:.2f} | {now['middle']:.2f} | {rounds} | {verdict} |"


def compared(was: Ratio, now: Ratio) -> str:
    """Better or worse only where the rounds of the two do not overlap."""
    if now["least"] > was["most"]:
        return "better"
    if now["most"] < was["least"]:
        return "WORSE"
    return "the same"
