"""Root may write everything: here it obeys the modes of files, as everybody does."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

VERSION = 0x20080522  # linux/capability.h, as are the numbers below
DAC_OVERRIDE, DAC_READ_SEARCH = 1, 2
LIBC = ctypes.CDLL(None, use_errno=True)


class Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class Sets(ctypes.Structure):
    """The first 32 capabilities, and the others."""

    _fields_ = (("words", ctypes.c_uint32 * 6),)


@contextmanager
def obeying_modes() -> Iterator[None]:
    """In this thread and in those that it starts."""
    header, kept, less = Header(VERSION, 0), Sets(), Sets()
    _done(LIBC.capget(ctypes.byref(header), ctypes.byref(kept)))
    less.words[:] = kept.words[:]
    less.words[0] &= ~(1 << DAC_OVERRIDE | 1 << DAC_READ_SEARCH)
    _done(LIBC.capset(ctypes.byref(header), ctypes.byref(less)))
    try:
        yield
    finally:
        _done(LIBC.capset(ctypes.byref(header), ctypes.byref(kept)))


def _done(code: int) -> None:
    if code:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
