"""What is wanted of the web, and what came of it.

In: names and addresses.  Out: `Fetched` or `Failure` for each `Wanted`.
Never: holds bytes: a page is text or it was not fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to fetch: *name* is what messages call it, *etag* and *last_modified* are those of the last time."""

    name: str
    url: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page that is there: *url* is where it was in the end, *text* is empty where it *is_unchanged* (status 304)."""

    name: str
    url: str
    text: str = field(default="", repr=False)
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page that was not fetched: *message* says why and *hint* what to do; *status* is 0 where no answer came."""

    name: str
    url: str
    message: str
    hint: str
    status: int = 0


class Unfetched(Exception):
    """Why a page was not fetched; it never leaves this package."""

    def __init__(self, message: str, hint: str, *, status: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status
