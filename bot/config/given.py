"""What a configuration is given as text: files, secrets, addresses; and what is wrong with them."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr

# the reader takes what Windows' Notepad puts before the first letter
READ_AS = "utf-8-sig"
ORIGIN = re.compile(r"https?://(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+)(:[0-9]+)?/?")
SERVER = re.compile(r"https?://[!-~]+")
HOST = re.compile(r"[A-Za-z0-9.:-]+")
LONGEST = 60  # letters of a value that are said again


def text_of(path: Path) -> str:
    """What a file holds. Raises ValueError, which names it and repeats nothing of it."""
    try:
        return path.read_text(encoding=READ_AS)
    except UnicodeDecodeError:
        raise ValueError(f"{path} is not UTF-8 text: save it as UTF-8") from None
    except OSError as error:
        raise ValueError(f"cannot read {path}: {error.strerror}") from None


def secret_of(value: SecretStr, path: Path | None) -> str:
    """The secret itself or what its file holds. Raises ValueError where there are both, for a
    file that cannot be read and for one with nothing in it.
    """
    own = value.get_secret_value().strip()
    if path is None:
        return own
    if own:
        raise ValueError(f"the secret stands here and in {path}: keep one of them")
    if not (found := text_of(path).strip()):
        raise ValueError(f"{path} is empty: write the secret into it")
    return found


def _origin(url: str) -> str:
    if url and not ORIGIN.fullmatch(url):
        raise ValueError('must be an address such as "https://grid.example.org"')
    return url.rstrip("/")


def _server(url: str) -> str:
    if not SERVER.fullmatch(url):
        raise ValueError("must begin with https:// or http://")
    if not _names_a_host(url):
        raise ValueError('must name a host, as in "https://api.example.org"')
    return url


def _names_a_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket without its other, a port that is none
        return False


def _host(name: str) -> str:
    if not HOST.fullmatch(name):
        every = '"0.0.0.0" is every address of this machine'
        raise ValueError(f'must be an address such as "127.0.0.1"; {every}')
    return name


def _network(value: Any) -> Any:
    """Of one of two kinds; else the machine would tell what is wrong once for each."""
    try:
        return ip_network(value) if isinstance(value, str) else ip_network("")
    except ValueError:
        said = str(value)[:LONGEST]
        like = "an example is 10.0.0.0/8"
        raise ValueError(f"'{said}' is no address or network; {like}") from None


Origin = Annotated[str, AfterValidator(_origin)]
"""Our own address as people call it, without a path; '' for none."""

Server = Annotated[str, AfterValidator(_server)]
"""Where another machine answers."""

Host = Annotated[str, AfterValidator(_host)]
Network = Annotated[IPv4Network | IPv6Network, BeforeValidator(_network)]
