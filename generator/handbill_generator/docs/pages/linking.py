"""What a page points at: the index of its site, and published OpenAPI documents.

In: text of a page and its address.  Out: `Link`s, and whether a sentence says that a document is published.
Never: follows a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from handbill_generator.docs.model import Link

_ADDRESS = re.compile(r"\]\(<?([^)\s<>]{1,2000})|(https?://[^\s<>()\[\]\"'`]{1,2000})")
_INDEX = re.compile(r"(?:.*/)?llms(?:-full)?\.txt")
_DOCUMENT = re.compile(r"(?:.*/)?[\w.-]{0,80}(?:openapi|swagger)[\w.-]{0,80}\.(?:json|ya?ml)", re.IGNORECASE)
_SAID = re.compile(r"\b(?:open ?api|swagger)\b(?:[^.\n]{0,40}?\b([23]\.\d)\b)?", re.IGNORECASE)
_AVAILABLE = re.compile(r"\b(?:available|published|download|view it|provided|find (?:it|the))\b", re.IGNORECASE)


def links_in(text: str, line: int, url: str) -> Iterator[Link]:
    """Give the links of *text* to indexes and OpenAPI documents; relative ones are resolved where *url* is known."""
    at = 0
    for found in _ADDRESS.finditer(text):
        line, at = line + text.count("\n", at, found.start()), found.start()
        address = (found[1] or found[2]).rstrip(".,;:")
        rel = rel_of(address)
        if rel:
            yield Link(rel=rel, url=resolved(address, url), line=line)


def first_address(text: str) -> str:
    """Give the first address of a link in *text*, else nothing."""
    found = _ADDRESS.search(text)
    return (found[1] or found[2]) if found else ""


def rel_of(address: str) -> str:
    """Say what an address is of, by the name of its file."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return "index" if _INDEX.fullmatch(path) else "openapi" if _DOCUMENT.fullmatch(path) else ""


def resolved(address: str, url: str) -> str:
    """Give an address as seen from the page at *url*; as it is where that is not possible."""
    try:
        return urljoin(url, address) if url else address
    except ValueError:
        return address


def published_version(text: str) -> str:
    """Give the version of the OpenAPI document that a sentence calls published, as `3.1`; else nothing."""
    said = _SAID.search(text) if len(text) < 5_000 and _AVAILABLE.search(text) else None
    return (said[1] or "") if said else ""
