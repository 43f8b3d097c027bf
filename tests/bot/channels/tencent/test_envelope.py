"""The envelope opens what was made elsewhere and nothing that is not for us."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.tencent.envelope import BadEnvelope, Envelope, Opened

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))
NEW = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
OLD = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
APP = "wx5823bf96d3bd56c7"
WHEN = ("1764150000", "1320562132")
ENVELOPE = Envelope("gridbeeoa", APP, [NEW, OLD])
WORDS = "井盖松了"


def opened(encrypt: str, envelope: Envelope = ENVELOPE) -> Opened:
    """With the right signature."""
    return envelope.open(encrypt, ENVELOPE.signed(*WHEN, encrypt), *WHEN)


def refused(encrypt: str) -> str:
    """The reason."""
    with pytest.raises(BadEnvelope) as reason:
        opened(encrypt)
    return str(reason.value)


def encrypted(plain: bytes, key: str = NEW) -> str:
    """Whole blocks as they are, with whatever padding and length they say."""
    raw = base64.b64decode(f"{key}=")
    encryptor = Cipher(algorithms.AES(raw), modes.CBC(raw[:16])).encryptor()
    return base64.b64encode(encryptor.update(plain) + encryptor.finalize()).decode()


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_what_others_sealed_is_opened_and_sealed_byte_for_byte(
    vector: dict[str, str],
) -> None:
    envelope = Envelope(vector["token"], vector["rid"], [vector["key"]])
    when = (vector["timestamp"], vector["nonce"])
    text, encrypt = vector["message"].encode(), vector["encrypt"]
    assert envelope.open(encrypt, vector["msg_signature"], *when) == Opened(text, 0)
    assert envelope.seal(text, random=vector["random"].encode()) == encrypt
    assert envelope.signed(encrypt, *when) == vector["msg_signature"]
    envelope.check(vector["signature"], *when)


@settings(max_examples=50)
@given(st.binary(max_size=300), st.integers(0, 1))
def test_what_was_sealed_with_either_key_is_opened_and_says_which(
    text: bytes, key: int
) -> None:
    assert opened(ENVELOPE.seal(text, key=key)) == Opened(text, key)


def test_two_letters_of_the_same_words_look_different() -> None:
    assert ENVELOPE.seal(WORDS.encode()) != ENVELOPE.seal(WORDS.encode())


@pytest.mark.parametrize(
    "signature", ["", "0" * 40, "签名", "\ud800", ENVELOPE.signed(*WHEN).upper()]
)
def test_a_wrong_signature_is_refused(signature: str) -> None:
    with pytest.raises(BadEnvelope, match="signature"):
        ENVELOPE.check(signature, *WHEN)
    with pytest.raises(BadEnvelope, match="signature"):
        ENVELOPE.open(ENVELOPE.seal(b""), signature, *WHEN)


def test_a_signature_counts_for_all_its_parts_only() -> None:
    encrypt = ENVELOPE.seal(b"")
    right = ENVELOPE.signed(*WHEN, encrypt)
    for timestamp, nonce, sealed in (
        ("1764150001", WHEN[1], encrypt),
        (WHEN[0], "1320562133", encrypt),
        (*WHEN, ENVELOPE.seal(b"other")),
    ):
        with pytest.raises(BadEnvelope, match="signature"):
            ENVELOPE.open(sealed, right, timestamp, nonce)


def test_a_letter_for_another_account_is_refused() -> None:
    for receiver in ("wx0000000000000000", "", APP[:-1], f"{APP}x"):
        elsewhere = Envelope("gridbeeoa", receiver, [OLD])
        assert "padding" in refused(elsewhere.seal(WORDS.encode(), random=bytes(16)))
        with pytest.raises(BadEnvelope, match="receiver"):
            opened(elsewhere.seal(WORDS.encode()), Envelope("gridbeeoa", APP, [OLD]))


def test_a_key_that_we_do_not_have_opens_nothing() -> None:
    with pytest.raises(BadEnvelope):
        opened(ENVELOPE.seal(WORDS.encode()), Envelope("gridbeeoa", APP, [OLD]))


def test_what_is_cut_or_no_base64_is_refused_although_signed() -> None:
    whole = base64.b64decode(ENVELOPE.seal(WORDS.encode() * 10))
    for end in range(len(whole)):
        refused(base64.b64encode(whole[:end]).decode())
    for wrong in ("", "====", "井盖", "\ud800", ENVELOPE.seal(b"") + "!", "QUJD"):
        refused(wrong)


@pytest.mark.parametrize("padding", [0, 33, 48, 255])
def test_padding_of_none_or_more_than_a_block_is_refused(padding: int) -> None:
    start = b"0123456789abcdef" + (1).to_bytes(4, "big") + b"x" + APP.encode()
    plain = (start + bytes([padding]) * 64)[:64]
    assert "padding" in refused(encrypted(plain))


def test_padding_that_is_not_all_alike_is_refused() -> None:
    start = b"0123456789abcdef" + (24).to_bytes(4, "big") + b"x" * 24 + APP.encode()
    assert opened(encrypted(start + b"\2\2")).text == b"x" * 24
    assert "padding" in refused(encrypted(start + b"\1\2"))


@pytest.mark.parametrize("length", [0, 23, 25, 43, 2**31, 2**32 - 1])
def test_a_length_that_is_not_the_texts_is_refused(length: int) -> None:
    start = b"0123456789abcdef" + length.to_bytes(4, "big") + b"x" * 24 + APP.encode()
    refused(encrypted(start + b"\2\2"))


def test_less_than_a_length_is_refused() -> None:
    assert "length" in refused(encrypted(b"x" * 16 + b"\x10" * 16))
    assert "length" in refused(encrypted(b"\x20" * 32))


@settings(max_examples=50)
@given(st.binary(max_size=130))
def test_any_other_bytes_are_refused_without_a_word_of_them(raw: bytes) -> None:
    text = base64.b64encode(raw).decode()
    reason = refused(text)
    assert not text or text not in reason


@pytest.mark.parametrize("key", ["", OLD[:-1], f"{OLD}=", f"{OLD}A", "井" * 43])
def test_what_is_no_key_is_told_when_the_house_begins(key: str) -> None:
    with pytest.raises(ValueError, match="EncodingAESKey"):
        Envelope("gridbeeoa", APP, [NEW, key])


def test_an_envelope_needs_a_key_and_sixteen_random_bytes() -> None:
    with pytest.raises(ValueError, match="a key"):
        Envelope("gridbeeoa", APP, [])
    with pytest.raises(ValueError, match="16 random bytes"):
        ENVELOPE.seal(b"", random=b"short")
