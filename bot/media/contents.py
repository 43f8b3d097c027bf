"""What a file is by its own first bytes, whatever it is called. Nothing is decoded."""

from __future__ import annotations

from collections.abc import Callable

HEAD = 32  # bytes that are looked at
PICTURES = frozenset(
    {
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "image/heif",
        "image/avif",
        "image/tiff",
    }
)
"""What is decoded, and kept as JPEG or PNG."""

SUFFIXES = (".heic", ".heif", ".avif", ".tif", ".tiff")
"""Of pictures that phones call application/octet-stream."""

BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"#!AMR", "audio/amr"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"%PDF-", "application/pdf"),
)
HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
AVIF = (b"avif", b"avis")


def mime_of(data: bytes) -> str:
    """The MIME type, '' for what is none of these. Film in MP4 and WebM may be sound alone."""
    head = data[:HEAD]
    return next((mime for sign in SIGNS if (mime := sign(head))), "")


def _beginning(head: bytes) -> str:
    return next((mime for magic, mime in BEGINNINGS if head.startswith(magic)), "")


def _riff(head: bytes) -> str:
    if not head.startswith(b"RIFF"):
        return ""
    return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], "")


def _boxes(head: bytes) -> str:
    """ISO media: the first box names the brand, and others that can read it."""
    if head[4:8] != b"ftyp":
        return ""
    brands = [
        head[at : at + 4]
        for at in (
            8,
            *range(
                16,
                HEAD,
                4,
            ),
        )
    ]
    if any(brand in AVIF for brand in brands):
        return "image/avif"
    if any(brand in HEIF for brand in brands):
        return "image/heif"
    return "audio/mp4" if brands[0] == b"M4A " else "video/mp4"


SIGNS: tuple[Callable[[bytes], str], ...] = (_beginning, _riff, _boxes)
