"""English without articles and tenses, where it is grave."""

from __future__ import annotations

import pytest

from domain.privacy import Privacy
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
    "old man fall down at gate",
    "woman fall in street",
    "rider fall from bike",
    "he fall from ladder",
    "customer fall on stairs cannot stand",
    "boy fall off the wall",
    "tree fall on car grid 1",
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
    "rider will fall if you dont fix",
    "people fall here every day",
    "my box fall from bike",
    "when i fall asleep",
    "he fell in love",
    "somebody fell already",
)


@pytest.mark.parametrize("said", DANGERS)
def test_the_numbers_are_shown(said: str) -> None:
    assert read(said).danger


@pytest.mark.parametrize(
    "said",
    [
        "customer touch me when i give the food",
        "he send me dirty photo",
        "guard grab my hand and say come inside",
    ],
)
def test_what_was_done_to_somebody_stays_with_whom_it_is_for(said: str) -> None:
    assert read(said).privacy is Privacy.CONFIDENTIAL


@pytest.mark.parametrize("said", NONE)
def test_what_only_sounds_like_it_alarms_nobody(said: str) -> None:
    assert not read(said).danger


@pytest.mark.parametrize(
    "text",
    [
        "many box in stair cannot pass",
        "somebody put sofa in stairway",
        "stuff piled in the hallway, can't get through",
        "the stairs are full of boxes",
    ],
)
def test_what_stands_in_the_stairs_is_a_matter_of_fire_safety(text: str) -> None:
    assert read(text).category == "fire"
