"""The digest of a vendored file.

In: bytes.  Out: the hex digits of a sha256.
Never: tells two files apart that differ in line ends alone; git's autocrlf makes one out of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256


def plain(raw: bytes) -> bytes:
    """Give *raw* with plain newlines."""
    return raw.replace(b"\r\n", b"\n")


def digest(raw: bytes) -> str:
    """Give the sha256 of *raw* with plain newlines."""
    return sha256(plain(raw)).hexdigest()


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give the digest of every file, in the order of their paths."""
    return {path: digest(files[path]) for path in sorted(files)}
