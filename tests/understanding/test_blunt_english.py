"""Dangers as English riders blurt them out, and everyday words that sound so."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "my hands in the gate motor cant pull it out",
        "theres bone showing",
        "saw slipped, thumb is gone",
        "cyclist bounced off the bonnet and isnt talking",
        "gran rolled down the steps",
        "the cook poured fat over himself",
        "nail gun went through his hand",
        "peanut sauce, lips like balloons",
        "dog pack has a girl cornered",
        "someone firing shots near the market",
        "got bottled outside the pub",
        "my kid vanished at the market",
        "bloke stuck to the live fence",
        "im up a tree, water all round",
        "current took my mate",
        "ice gave way",
        "freezer door shut on us",
        "stuck in a chimney",
        "hiker lost and freezing",
        "woman in labour on the back seat lol not kidding",
        "painter slid off the roof",
        "customer let me in then dropped on the carpet",
        "snake bit the gardener",
        "canoe gone over, only one came up",
        "lad under the ice",
        "worker under the forklift",
        "builder tumbled from the second floor",
        "four lads stamping on a schoolkid",
        "pram by the road, baby in it, nobody",
        "wall is leaning over with stalls under it",
        "我送餐的这家 人倒在玄关",
    ],
)
def test_what_is_blurted_out_is_heard(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "my fingers gone cold need gloves",
        "wind goes straight through my jacket",
        "they stuck a notice on the fence",
        "roof leaks, water everywhere",
        "my bike is stuck in a hole",
        "guard is rude and wont talk to us",
        "customer isnt responding on the app",
        "battery swallowed my coins",
        "pushed in the queue by a rider",
        "took all my orders",
        "gun shaped lighter found",
        "baby food left in a bin bag",
        "lift smells, no air con",
        "freezer door wont shut",
        "fence caught my jacket",
        "dogs have a kennel next to us",
        "lost order i dropped on the road",
        "customer came to the lobby",
        "neighbor hanging laundry out of the window",
        "wall leaning over the bike racks, nobody near",
        "pole leaning over the lane",
        "dog got my sandwich",
    ],
)
def test_everyday_words_are_none(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "no time for jokes, the dentist's kid drank mouthwash, lots, floppy",
        "trotro door open, small girl fall, the back tyre",
        "need a medic for the warden, someone's floored her and she's not come round",
        "he's turning off all the lights and telling me to sit, door's bolted, I only brought soup",
    ],
)
def test_a_danger_in_one_sentence_of_several_is_heard(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "hit the kerb, wheel is a bit bent, im fine",
        "nice day, no traffic. the lift is out again at 9",
        "i waited at the gate. guard told me to go round the back. my phone is dying",
        "The shop was shut. the owner is at the dentist",
    ],
)
def test_several_calm_sentences_are_none(text: str) -> None:
    assert read(text).danger is None
