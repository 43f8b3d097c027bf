"""AES-256 in CBC, as Tencent uses it: the key begins the chain. Imported where there is something
to open: a house without WeChat and WeCom needs no cipher.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

IV = 16  # bytes of the key


class Chain:
    """Raises ValueError for a key that has not 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._made = Cipher(algorithms.AES256(key), modes.CBC(key[:IV]))

    def encrypted(self, plain: bytes) -> bytes:
        encryptor = self._made.encryptor()
        return encryptor.update(plain) + encryptor.finalize()

    def decrypted(self, sealed: bytes) -> bytes:
        """Raises ValueError for what is no number of whole blocks."""
        decryptor = self._made.decryptor()
        return decryptor.update(sealed) + decryptor.finalize()
