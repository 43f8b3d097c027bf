"""What is played: how many riders, how many cases, how long."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Plan:
    """How much is played. Times in seconds; `category` is part of the label of the button
    pressed in step 4.
    """

    riders: int = 200
    cases: int = 1000
    warmup: int = 100
    box: float = 14.0
    least: float = 3.0
    warmup_box: float = 6.0
    category: str = "消防"
    hello: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Rider:
    """One rider: the step whose reaction is awaited, since when (perf_counter), and the summary
    being worked on.
    """

    chat: int
    step: int = -1
    since: float = 0.0
    summary: int = 0
