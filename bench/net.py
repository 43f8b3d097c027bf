"""The net behind `domain/reading/meanings.py` as it learns: a convolution, by numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from domain.reading.meanings import EDGE, SIDE_BY_SIDE

Floats = NDArray[np.float64]
QUESTIONS = 32
RATE = 2e-3
DECAY = 1e-2  # of what was learnt, a step
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8  # of Adam


class Net:
    """Three words side by side, `QUESTIONS` answers, the surest of each, and what it says."""

    def __init__(self, width: int, random: np.random.Generator) -> None:
        wide = SIDE_BY_SIDE * width
        bound = 1 / np.sqrt(wide)
        self.learnt: dict[str, Floats] = {
            "filters": random.uniform(-bound, bound, (wide, QUESTIONS)),
            "bias": random.uniform(-bound, bound, QUESTIONS),
            "weigh": random.uniform(-0.2, 0.2, QUESTIONS),
            "own": np.zeros(1),
        }
        self.means = {key: np.zeros_like(value) for key, value in self.learnt.items()}
        self.spreads = {key: np.zeros_like(value) for key, value in self.learnt.items()}
        self.steps = 0

    def step(self, rows: Floats, right: Floats, weight: Floats, asked: Floats) -> None:
        """One batch: `rows` is texts x words x width, `asked` what counts of each question."""
        many = len(rows)
        windows = np.concatenate(
            [rows[:, at : rows.shape[1] - EDGE + at] for at in range(SIDE_BY_SIDE)],
            axis=2,
        )
        answers = windows @ self.learnt["filters"]
        best = answers.argmax(axis=1)
        texts = np.arange(many)[:, None]
        surest = np.take_along_axis(answers, best[:, None], axis=1)[:, 0]
        surest = surest + self.learnt["bias"]
        sure = np.maximum(surest, 0) * asked
        said = sure @ self.learnt["weigh"] + self.learnt["own"]
        wrong = (1 / (1 + np.exp(-said)) - right) * weight / many
        back = wrong[:, None] * self.learnt["weigh"] * asked * (surest > 0)
        heard = windows[texts, best]  # texts x questions x 3 widths
        self._learn(
            {
                "filters": np.einsum("tq,tqw->wq", back, heard),
                "bias": back.sum(axis=0),
                "weigh": wrong @ sure,
                "own": np.array([wrong.sum()]),
            }
        )

    def _learn(self, slopes: dict[str, Floats]) -> None:
        """Adam with decay."""
        self.steps += 1
        for key, slope in slopes.items():
            self.means[key] = FIRST * self.means[key] + (1 - FIRST) * slope
            self.spreads[key] = SECOND * self.spreads[key] + (1 - SECOND) * slope**2
            mean = self.means[key] / (1 - FIRST**self.steps)
            spread = self.spreads[key] / (1 - SECOND**self.steps)
            move = mean / (np.sqrt(spread) + TINY) + DECAY * self.learnt[key]
            self.learnt[key] = self.learnt[key] - RATE * move
