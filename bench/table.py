"""The Markdown: one table per latency, and what we expect of Gridbee against what came out."""

from typing import Any

from bench.run import HOOKED

Medians = dict[tuple[str, float], dict[str, Any]]

COLUMNS = (
    "bot",
    "updates/s",
    "cases/s",
    "calls/s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "bot CPU",
    "updates per CPU s",
    "server CPU",
    "peak MB",
    "gridbee / it",
)
EXPECTED = (
    ("ptb_persistent", 0.0, 11.0),
    ("ptb_best", 0.0, 2.7),
    ("ptb_best", 50.0, 1.4),
    ("aiogram_fsm", 0.0, 5.5),
    ("aiogram_fsm", 50.0, 2.0),
    ("ptb_best_hook", 50.0, 2.5),
    ("aiogram_fsm_hook", 50.0, 3.0),
    ("floor", 0.0, 0.14),
)
"""Peer, API latency in ms, and how many times its updates/s Gridbee should reach at least."""
MOST_MB = 130.0
SERVER_FULL = 90.0
"""% of the server's core from which the server, not the bot, may be what limits a row."""


def per_cpu_second(found: dict[str, Any]) -> float:
    """Updates per second of the bot's CPU: does not depend on how fast the server or the disk
    is.
    """
    return 100 * float(found["updates_s"]) / max(float(found["bot_cpu"]), 0.1)


def table(latency: float, found: dict[str, dict[str, Any]]) -> str:
    """One row per bot."""
    lines = [
        "",
        f"### API latency {latency:.0f} ms",
        "",
        "| " + " | ".join(COLUMNS) + " |",
        "|---" * len(COLUMNS) + "|",
    ]
    notes = []
    for name, row in found.items():
        lines.append(
            "| " + " | ".join(cells(name, row, found.get(against(name)))) + " |"
        )
        if row["problem"]:
            notes.append(f"- {name}: INVALID: {row['problem']}")
        elif not row["cases"]:
            notes.append(
                f"- {name}: no case was finished in its time box; "
                "its rate is that of the cheap first steps"
            )
        elif row["timed_out"]:
            notes.append(f"- {name}: its time box ended before all cases were done")
        if row.get("server_cpu", 0) >= SERVER_FULL:
            notes.append(
                f"- {name}: the server was at its limit; "
                "updates per CPU second is the fairer figure"
            )
    return "\n".join([*lines, "", *notes])


def against(name: str) -> str:
    """Our row that is to be compared with a peer's: the same way of getting updates."""
    return "gridbee" + (HOOKED if name.endswith(HOOKED) else "")


def cells(name: str, row: dict[str, Any], base: dict[str, Any] | None) -> list[str]:
    """The cells of one row."""
    if row["problem"]:
        return [name, "INVALID", *[""] * (len(COLUMNS) - 2)]
    figures = [
        f"{row[key]:,.0f}"
        for key in ("updates_s", "cases_s", "calls_s", "p50", "p95", "p99")
    ]
    cpu = [
        f"{row['bot_cpu']:.0f} %",
        f"{per_cpu_second(row):,.0f}",
        f"{row['server_cpu']:.0f} %",
    ]
    return [name, *figures, *cpu, f"{row['peak_mb']:.0f}", ratio(row, base)]


def ratio(row: dict[str, Any], base: dict[str, Any] | None) -> str:
    """How many times faster Gridbee is."""
    if base is None or base["problem"] or not row["updates_s"]:
        return ""
    return f"{base['updates_s'] / row['updates_s']:.2f}"


def expectations(medians: Medians, crowd: dict[str, Any] | None) -> str:
    """Each expected ratio with what came out; the floor is also judged by CPU, as it can fill
    the server.
    """
    lines = ["", "| expected of gridbee | measured | |", "|---|---|---|"]
    for name, latency, least in EXPECTED:
        base, row = medians.get((against(name), latency)), medians.get((name, latency))
        label = f"at least {least:g} x {name} at {latency:.0f} ms"
        if base is None or row is None or base["problem"] or row["problem"]:
            lines.append(f"| {label} | not measured | |")
            continue
        lines.append(verdict(label, base["updates_s"] / row["updates_s"], least))
        if name == "floor":
            lines.append(
                verdict(
                    label + ", per CPU second",
                    per_cpu_second(base) / per_cpu_second(row),
                    least,
                )
            )
    if crowd is not None and not crowd["problem"]:
        good = "yes" if crowd["peak_mb"] < MOST_MB else "NO"
        lines.append(
            f"| under {MOST_MB:.0f} MB with 1,000 riders | {crowd['peak_mb']:.0f} MB | {good} |"
        )
    return "\n".join(lines)


def verdict(label: str, measured: float, least: float) -> str:
    """One row."""
    return f"| {label} | {measured:.2f} x | {'yes' if measured >= least else 'NO'} |"
