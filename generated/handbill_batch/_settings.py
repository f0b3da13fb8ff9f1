"""How a client calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ._credentials import Credentials, Security


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a client calls.

    *timeout* is in seconds, for each phase of a request, and *total_timeout* for a call with all its tries and pauses;
    *headers* go with every call.
    """

    base_url: str
    security: Security
    credentials: Credentials
    timeout: float
    total_timeout: float
    max_retries: int
    headers: Mapping[str, str] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.base_url.startswith(("http://", "https://")) or "?" in self.base_url or "#" in self.base_url:
            raise ValueError("base_url must begin with http:// or https://, and have no query and no fragment")
