"""The address on which the web server listens: taken, or one line that says why it cannot be."""

from __future__ import annotations

import errno
import socket

MENDS = {
    errno.EADDRINUSE: "choose another [web] port",
    errno.EACCES: "choose a [web] port from 1024 on, and let the proxy have the low one",
}
ELSE = "correct [web] host"


def bound(host: str, port: int) -> socket.socket:
    """Raises OSError, with the address and what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(
        socket.SOL_SOCKET,
        socket.SO_REUSEADDR,
        1,
    )
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        why = f"cannot listen on {host}:{port} ({error.strerror})"
        mend = MENDS.get(error.errno or 0, ELSE)
        raise OSError(error.errno, f"{why}; {mend}") from None
    return made
