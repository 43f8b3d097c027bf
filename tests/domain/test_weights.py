"""The letters' weights are read run by run, and are what the whole file says."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from domain.reading.linear import Weights, unpacked
from domain.reading.vocabulary import PACKAGE

WRITTEN = (
    '{"labels":["danger"],"bias":[0.5],"grams":{"火":"0Z","\\"":"0k","_\\\\":"0k"}}\n'
)


def test_every_run_of_letters_of_the_package_has_its_weights() -> None:
    text = resources.files(PACKAGE).joinpath("weights.json").read_bytes()
    data = json.loads(text)
    read = Weights.read(text)
    assert list(read.labels) == data["labels"]
    assert list(read.bias) == data["bias"]
    wanted = {gram: unpacked(signs) for gram, signs in data["grams"].items()}
    assert read.grams == wanted


def test_signs_of_json_are_letters_too() -> None:
    assert list(Weights.read(WRITTEN.encode()).grams) == ["火", '"', "_\\"]


@pytest.mark.parametrize(
    "broken",
    [
        WRITTEN.replace('"0Z",', '"0Z"'),
        WRITTEN.replace('"0Z"', "0"),
        WRITTEN.replace("}}", ',"bias":[0.5]}'),
        WRITTEN.replace("}}", ""),
    ],
)
def test_what_is_not_as_training_writes_it_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="weights: no run of letters"):
        Weights.read(broken.encode())
