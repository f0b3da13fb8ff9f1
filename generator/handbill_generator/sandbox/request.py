"""A request as it came over the wire, still in its own spelling.

In: the parts of an HTTP message.  Out: a `Request`, and looks into its headers, cookies and query.
Never: knows a contract, or decodes what a contract may want to split first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote_plus

LONGEST_BODY = 16 * 2**20
"""Bytes of a request body; more is refused."""


class Pair(NamedTuple):
    """A member of a query: its decoded *name*, and its *raw* value, in which separators can still be told from data."""

    name: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request to one provider: *path* is what follows the provider's prefix, percent-encoded.

    Header names are in lower case.  *body* is None where it had more than `LONGEST_BODY` bytes.  *address* is the
    provider's base URL as the caller sees it.
    """

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes | None = field(repr=False)
    address: str

    def header(self, name: str) -> str | None:
        """Give the value of a header, several of them joined (RFC 9110, section 5.3)."""
        found = [value for key, value in self.headers if key == name.lower()]
        return ", ".join(found) if found else None

    def cookie(self, name: str) -> str | None:
        """Give the raw value of a cookie."""
        for part in (self.header("cookie") or "").split(";"):
            key, found, value = part.strip().partition("=")
            if found and key == name:
                return value
        return None

    @property
    def segments(self) -> tuple[str, ...]:
        """What stands between the slashes of the path, still encoded."""
        return tuple(self.path.removeprefix("/").split("/"))

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The members of the query, in order."""
        parts = (part.partition("=") for part in self.query.split("&") if part)
        return tuple(Pair(unquote_plus(name), raw) for name, _, raw in parts)
