"""Dangers in English without articles and tenses."""

from __future__ import annotations

import pytest

from domain.reading.read import read

DANGERS = (
    "i dont want live anymore",
    "life no meaning, i go to jump",
    "better i die",
    "gonna kill my self",
    "nobody miss me if i gone",
    "i cannot live like this",
    "i want end everything",
    "rope is ready",
    "i write last letter",
    "he not breath",
    "my leg not move after fall",
    "man hang from window",
    "my child i lose her",
    "my heart no good now",
    "snake in house bite",
    "bees on me many my face big",
)
NONE = (
    "i dont want live here anymore, landlord is bad",
    "guy will jump the queue every day",
    "need jump start, my scooter dead",
    "i hope the lamp dont wake up my baby",
    "left a note at the gate",
    "want end my shift early",
    "man not move his van from fire lane",
    "banner hang from the window ugly",
    "my back tire not move",
)


@pytest.mark.parametrize("said", DANGERS)
def test_the_numbers_are_shown(said: str) -> None:
    assert read(said).danger


@pytest.mark.parametrize("said", NONE)
def test_what_only_sounds_like_it_alarms_nobody(said: str) -> None:
    assert not read(said).danger
