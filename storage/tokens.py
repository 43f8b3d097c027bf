"""Secrets that people carry, and what is stored of them."""

from __future__ import annotations

import hashlib


def token_hash(token: str) -> str:
    """The token's SHA-256, in hex. Tokens have 128 random bits, so no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
