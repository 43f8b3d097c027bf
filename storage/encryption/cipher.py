"""AES-256-GCM with one key. Imported where there are keys."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class WrongTag(ValueError):
    """Changed by somebody, or of another column."""


class Cipher:
    def __init__(self, key: bytes) -> None:
        self._made = AESGCM(key)

    def encrypt(self, nonce: bytes, text: bytes, column: bytes) -> bytes:
        """The column's name goes into the tag."""
        return self._made.encrypt(nonce, text, column)

    def decrypt(self, nonce: bytes, hidden: bytes, column: bytes) -> bytes:
        """Raises WrongTag."""
        try:
            return self._made.decrypt(nonce, hidden, column)
        except InvalidTag:
            raise WrongTag from None
