"""The envelope of WeCom as its page 90968 describes it, written apart from the bot's: it judges
what the bot seals, and seals what the bot has to open.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


class BadEnvelope(Exception):
    """What WeCom would not open."""


class Envelope:
    """For one app of one corp, with its token and its EncodingAESKey."""

    def __init__(self, token: str, corp_id: str, key: str) -> None:
        raw = base64.b64decode(key + "=")
        self.token, self.corp_id = token, corp_id
        self._cipher = Cipher(algorithms.AES256(raw), modes.CBC(raw[:16]))

    def signature(self, timestamp: str, nonce: str, encrypt: str) -> str:
        joined = "".join(sorted((self.token, timestamp, nonce, encrypt)))
        return hashlib.sha1(joined.encode(), usedforsecurity=False).hexdigest()

    def seal(self, message: str, random: bytes | None = None) -> str:
        said = message.encode()
        before = (random or secrets.token_bytes(16)) + struct.pack(">I", len(said))
        whole = before + said + self.corp_id.encode()
        short = 32 - len(whole) % 32
        encryptor = self._cipher.encryptor()
        sealed = encryptor.update(whole + bytes((short,)) * short)
        return base64.b64encode(sealed + encryptor.finalize()).decode()

    def open(self, encrypt: str, signature: str, timestamp: str, nonce: str) -> str:
        """Raises BadEnvelope."""
        if signature != self.signature(timestamp, nonce, encrypt):
            raise BadEnvelope("signature")
        try:
            decryptor = self._cipher.decryptor()
            sealed = base64.b64decode(encrypt, validate=True)
            whole = decryptor.update(sealed) + decryptor.finalize()
            plain = whole[: -whole[-1]]
            (length,) = struct.unpack(">I", plain[16:20])
            said, receiver = plain[20 : 20 + length], plain[20 + length :]
            filled = whole[len(plain) :] == bytes((whole[-1],)) * whole[-1]
            message = said.decode()
        except (ValueError, IndexError, struct.error) as error:
            raise BadEnvelope("content") from error
        if not filled or whole[-1] > 32 or len(said) != length:
            raise BadEnvelope("padding or length")
        if receiver.decode(errors="replace") != self.corp_id:
            raise BadEnvelope("receiver")
        return message
