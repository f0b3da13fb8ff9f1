"""How long, how much and how often: the limits of fetching.

In: nothing.  Out: `FetchSettings`, whose defaults are for the documentation of others.
Never: has a limit that is endless.
"""

from __future__ import annotations

from dataclasses import dataclass

from handbill_generator import __version__

AGENT = "handbill"
"""Who we are in a robots.txt."""
USER_AGENT = f"{AGENT}/{__version__} (+docs check)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """The limits of one run; times are in seconds.

    *total* is for one page, from the first request to the last byte, however slowly it drips; it begins anew with a
    retry.  *max_bytes* counts what is unpacked.
    """

    connect: float = 10
    read: float = 20
    total: float = 60
    max_bytes: int = 8_000_000
    redirects: int = 5
    retries: int = 2
    pause: float = 1
    """Before the first retry where the server names no time; before the second it is twice that."""
    longest_wait: float = 30
    """What a server may ask us to wait before a retry (Retry-After)."""
    longest_delay: float = 10
    """What a robots.txt may ask us to wait between two requests (Crawl-delay)."""
