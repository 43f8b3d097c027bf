"""What Tencent encrypts and signs: a callback is opened, an answer is sealed.

As developers.weixin.qq.com/doc/oplatform (push/encryption) and developer.work.weixin.qq.com
(document/path/90968) describe it; the same for an Official Account and for WeCom.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

KEY = re.compile(r"[A-Za-z0-9+/]{43}")
RANDOM = 16  # bytes before the length
LENGTH = 4  # bytes of the length, big-endian
BLOCK = 32  # bytes that the padding fills up to, twice AES's own


class BadEnvelope(ValueError):
    """A callback that is not, or not for us, what it says; the reason has no word of its own."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was sealed, and which of the keys opened it: answer with the same one."""

    text: bytes
    key: int


class Envelope:
    """Seals and opens for one account.

    `receiver` is the appid of an Official Account or the corpid in WeCom; `keys` are
    EncodingAESKeys, the newest first: after a change the one before still arrives for a while.
    Raises ValueError for what is no such key.
    """

    def __init__(
        self,
        token: str,
        receiver: str,
        keys: Sequence[str],
    ) -> None:
        if not keys:
            raise ValueError("an envelope needs a key")
        self._token = token
        self._receiver = receiver.encode()
        self._chains = [_chain(key) for key in keys]

    def signed(self, *parts: str) -> str:
        """The signature (hex) of what stands beside the token, in any order."""
        ordered = sorted(_bytes(part) for part in (self._token, *parts))
        # SHA-1 is what the protocol has
        return hashlib.sha1(b"".join(ordered), usedforsecurity=False).hexdigest()

    def check(self, signature: str, *parts: str) -> None:
        """Raises BadEnvelope where `signature` is not that of timestamp, nonce and, for a
        msg_signature, what is encrypted.
        """
        if not hmac.compare_digest(_bytes(self.signed(*parts)), _bytes(signature)):
            raise BadEnvelope("the signature is wrong")

    def open(
        self,
        encrypt: str,
        signature: str,
        timestamp: str,
        nonce: str,
    ) -> Opened:
        """Raises BadEnvelope where the signature, every key, the padding, the length or the
        receiver is wrong.
        """
        self.check(signature, timestamp, nonce, encrypt)
        sealed = _decoded(encrypt)
        reasons = []
        for key, chain in enumerate(self._chains):
            try:
                return Opened(self._content(_decrypted(chain, sealed)), key)
            except BadEnvelope as reason:
                reasons.append(reason)
        raise reasons[0]

    def seal(
        self,
        text: bytes,
        *,
        key: int = 0,
        random: bytes | None = None,
    ) -> str:
        """Base64. `key` is the place of the key, `random` 16 bytes, only for tests not made
        here.
        """
        start = secrets.token_bytes(RANDOM) if random is None else random
        if len(start) != RANDOM:
            raise ValueError(f"{RANDOM} random bytes, not {len(start)}")
        plain = start + len(text).to_bytes(LENGTH, "big") + text + self._receiver
        padding = BLOCK - len(plain) % BLOCK
        sealed = self._chains[key].encrypted(plain + bytes([padding]) * padding)
        return base64.b64encode(sealed).decode()

    def _content(self, plain: bytes) -> bytes:
        begins = RANDOM + LENGTH
        ends = begins + int.from_bytes(plain[RANDOM:begins], "big")
        if len(plain) < begins or len(plain) < ends:
            raise BadEnvelope("the length is wrong")
        if not hmac.compare_digest(plain[ends:], self._receiver):
            raise BadEnvelope("it is for another receiver")
        return plain[begins:ends]


def _chain(key: str) -> Any:
    """An `aes.Chain`: imported by a house that has something to open."""
    if not KEY.fullmatch(key):
        raise ValueError("an EncodingAESKey has 43 letters and digits")
    made = import_module("bot.channels.tencent.aes").Chain
    return made(base64.b64decode(f"{key}="))


def _decoded(encrypt: str) -> bytes:
    try:
        sealed = base64.b64decode(_bytes(encrypt), validate=True)
    except binascii.Error:
        raise BadEnvelope("what is encrypted is no base64") from None
    if not sealed or len(sealed) % BLOCK:
        raise BadEnvelope("what is encrypted is cut")
    return sealed


def _decrypted(chain: Any, sealed: bytes) -> bytes:
    plain: bytes = chain.decrypted(sealed)
    padding = plain[-1]
    if not 1 <= padding <= BLOCK or plain[-padding:] != bytes([padding]) * padding:
        raise BadEnvelope("the padding is wrong")
    return plain[:-padding]


def _bytes(text: str) -> bytes:
    """Also of halves of characters, which an address may hold."""
    return text.encode("utf-8", "surrogatepass")
