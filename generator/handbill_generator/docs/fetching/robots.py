"""What a site asks robots not to fetch (RFC 9309), and how long it asks them to wait.

In: an address, and a way to fetch a robots.txt.  Out: whether it may be asked, and the delay.
Never: fetches the robots.txt of a host twice.

A robots.txt that is not there allows all (status 4xx); one that cannot be had now (5xx, no connection) forbids all for
this run (section 2.3.1).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx2
from protego import Protego

from handbill_generator.docs.fetching.answers import Unfetched
from handbill_generator.docs.fetching.limits import AGENT

MAX_BYTES = 500 * 1024
"""As much of a robots.txt as must be read (RFC 9309, section 2.5)."""

_MOST_WORK = 2_000_000
"""Lines by agents: each rule is kept once for each agent that it is for."""

Get = Callable[[httpx2.URL], Awaitable[tuple[int, bytes]]]
"""Gives the status and at least the first MAX_BYTES of what is at an address.  Raises Unfetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    rules: Protego | None = None
    refusal: Unfetched | None = None


class Robots:
    """The robots.txt of each host of one run."""

    def __init__(self, get: Get) -> None:
        self._get = get
        self._known: dict[str, _Rules] = {}

    async def check(self, url: httpx2.URL) -> float:
        """Give the seconds to wait between two requests.  Raises Unfetched where *url* must not be asked."""
        place = url.copy_with(raw_path=b"/robots.txt")
        if str(place) not in self._known:
            self._known[str(place)] = await self._read(place)
        known = self._known[str(place)]
        if known.refusal:
            raise known.refusal
        if known.rules is None:
            return 0
        if not known.rules.can_fetch(str(url), AGENT):
            hint = "save the page in a browser and give the file"
            raise Unfetched(f"the site's robots.txt asks robots not to fetch this page ({place})", hint)
        return known.rules.crawl_delay(AGENT) or 0

    async def _read(self, place: httpx2.URL) -> _Rules:
        try:
            status, content = await self._get(place)
        except Unfetched as failure:
            return _Rules(refusal=Unfetched(f"{place}: {failure.message}", failure.hint, status=failure.status))
        if 400 <= status < 500:
            return _Rules()
        if not 200 <= status < 300:
            message = f"{place}: the server answered {status}, so the site must not be fetched now"
            return _Rules(refusal=Unfetched(message, "try again later, or give a file", status=status))
        text = content[:MAX_BYTES].decode("utf-8-sig", "replace")
        if text.lower().count("user-agent") * len(text.splitlines()) > _MOST_WORK:
            return _Rules(refusal=Unfetched(f"{place}: it has too many rules to be read", "give a file"))
        return _Rules(rules=Protego.parse(text))
