"""A sample as data, without any credential.

In: what a reader found, with values of headers.  Out: `Sample`, which has their names and how the request signs in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from handbill_generator.docs.words.secrets import is_key, public
from handbill_generator.load import JSON

MAX_ADDRESS = 2_000
"""The most characters of an address."""
METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})

_NO_KEYS = frozenset({"idempotency-key", "x-idempotency-key", "x-csrf-token"})
_SCHEMES: Mapping[str, str] = MappingProxyType(
    {"bearer": "http bearer", "basic": "http basic", "digest": "http digest"}
)


class Absent(Enum):
    """There is no value, not even null."""

    absent = "absent"


ABSENT = Absent.absent


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A request that a sample sends; what it does not say is empty.

    *language* is `curl`, `python`, `javascript`, `php`, `go`, `java`, `ruby` or `http`.  *headers* are names.
    *security* is `http bearer`, `http basic` or `apiKey header X-Api-Key`.  *url* is as written, without credentials.
    *body* is what is sent as JSON.
    """

    language: str
    method: str = ""
    url: str = ""
    headers: tuple[str, ...] = ()
    security: str = ""
    body: JSON | Absent = ABSENT
    is_broken: bool = False


def sample(
    language: str,
    *,
    method: str,
    url: str,
    headers: Iterable[tuple[str, str]],
    body: JSON | Absent = ABSENT,
    is_broken: bool = False,
    has_user: bool = False,
) -> Sample:
    """Make a sample of what was read; *has_user* says that a user and a password are given beside the headers."""
    pairs = [(name.strip(), value.strip()) for name, value in headers]
    method = method.upper()
    return Sample(
        language=language,
        method=method if method in METHODS else "",
        url=_public(url),
        headers=tuple(dict.fromkeys(name for name, _ in pairs if name)),
        security="http basic" if has_user else next(filter(None, map(_security, pairs)), ""),
        body=body,
        is_broken=is_broken,
    )


def _security(header: tuple[str, str]) -> str:
    """Say how the request signs in by *header*, empty where it does not."""
    name, value = header
    if name.lower() in ("authorization", "proxy-authorization"):
        scheme = value.split(" ")[0].lower()
        return _SCHEMES.get(scheme, f"apiKey header {name}")
    return f"apiKey header {name}" if is_key(name) and name.lower() not in _NO_KEYS else ""


def _public(url: str) -> str:
    """Give *url* without user, password and the values of keys."""
    url = url.strip()
    return "" if len(url) > MAX_ADDRESS or not url.isprintable() else public(url)
