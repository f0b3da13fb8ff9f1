"""Fetch pages politely: robots.txt first, redirects with care, retries where a server asks for them.

In: `Wanted` pages.  Out: `Fetched` or `Failure` for each.
Never: asks a site two things at once; raises for what a server does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from handbill_generator.docs.fetching.addresses import address, check_network, redirected
from handbill_generator.docs.fetching.answers import Failure, Fetched, Unfetched, Wanted
from handbill_generator.docs.fetching.decoding import check_type, decoded
from handbill_generator.docs.fetching.exchange import Answer, Unreached, exchanged
from handbill_generator.docs.fetching.limits import FetchSettings
from handbill_generator.docs.fetching.robots import MAX_BYTES as MAX_ROBOTS
from handbill_generator.docs.fetching.robots import Robots

_LATER = (429, 503)
_REDIRECTS = (301, 302, 303, 307, 308)
_UNCHANGED = 304
_LONGEST_HEADER = 500


class Client:
    """Fetches the pages of one run; it knows each host's robots.txt and when it was asked last."""

    def __init__(self, web: httpx2.AsyncClient, settings: FetchSettings, progress: Callable[[str], None]) -> None:
        self._web = web
        self._settings = settings
        self._progress = progress
        self._robots = Robots(self._robots_txt)
        self._asked: dict[str, float] = {}

    async def fetch(self, wanted: Wanted) -> Fetched | Failure:
        """Fetch one page; a page that the server calls unchanged has no text."""
        self._progress(f"fetching {wanted.url}")
        try:
            conditions = _conditions(wanted)
            url = address(wanted.url)
            answer = await self._patiently(url, lambda: self._page(url, conditions))
            return _read(wanted, answer, is_conditional=bool(conditions))
        except Unfetched as failure:
            return Failure(
                name=wanted.name, url=wanted.url, message=failure.message, hint=failure.hint, status=failure.status
            )

    async def _patiently(self, url: httpx2.URL, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        """Ask, and ask again where that makes sense."""
        for retry in range(self._settings.retries + 1):
            is_last = retry == self._settings.retries
            pause = self._settings.pause * 2**retry
            try:
                answer = await self._in_time(ask())
            except Unreached:
                if is_last:
                    raise
            else:
                if answer.status not in _LATER or is_last:
                    return answer
                pause = _wait(answer, pause, self._settings.longest_wait)
            self._progress(f"waiting {pause:.0f} s for {url}")
            await asyncio.sleep(pause)
        raise AssertionError("the last try returns or raises")

    async def _in_time(self, answer: Awaitable[Answer]) -> Answer:
        try:
            async with asyncio.timeout(self._settings.total):
                return await answer
        except TimeoutError:
            message = f"the page was not there within {self._settings.total:g} seconds"
            raise Unfetched(message, "try again later, or give a file") from None

    async def _page(self, first: httpx2.URL, headers: Mapping[str, str]) -> Answer:
        """Ask *first* and follow redirects; each address is checked against the robots.txt of its host."""

        async def ask(url: httpx2.URL) -> Answer:
            await self._keep_pace(url, await self._robots.check(url))
            return await exchanged(self._web, url, headers, max_bytes=self._settings.max_bytes)

        return await self._followed(first, ask)

    async def _robots_txt(self, first: httpx2.URL) -> tuple[int, bytes]:
        async def ask(url: httpx2.URL) -> Answer:
            return await exchanged(self._web, url, {}, max_bytes=MAX_ROBOTS, is_cut=True)

        answer = await self._patiently(first, lambda: self._followed(first, ask))
        return answer.status, answer.content

    async def _followed(self, first: httpx2.URL, ask: Callable[[httpx2.URL], Awaitable[Answer]]) -> Answer:
        url = first
        for _ in range(self._settings.redirects + 1):
            answer = await ask(url)
            if answer.status not in _REDIRECTS:
                return answer
            url = redirected(first, url, answer.headers.get("Location", ""))
            await check_network(first, url)
        message = f"the server redirects more than {self._settings.redirects} times"
        raise Unfetched(message, "give the address of the page itself")

    async def _keep_pace(self, url: httpx2.URL, delay: float) -> None:
        """Wait as long as the site's robots.txt asks for between two requests, within reason."""
        now = asyncio.get_running_loop().time()
        since = now - self._asked.get(url.netloc.decode("ascii"), -self._settings.longest_delay)
        await asyncio.sleep(max(0, min(delay, self._settings.longest_delay) - since))
        self._asked[url.netloc.decode("ascii")] = asyncio.get_running_loop().time()


def _conditions(wanted: Wanted) -> dict[str, str]:
    """Give the headers that ask for a page only if it changed; what cannot stand in a header is left out."""
    known = {"If-None-Match": wanted.etag, "If-Modified-Since": wanted.last_modified}
    return {name: value for name, value in known.items() if value and value.isascii() and value.isprintable()}


def _wait(answer: Answer, pause: float, longest: float) -> float:
    """Give the seconds that the server asks us to wait, *pause* where it does not say."""
    said = answer.headers.get("Retry-After", "").strip()
    if not said:
        return pause
    seconds = _seconds(said)
    if seconds is None:
        return pause
    if seconds > longest:
        message = f"the server answered {answer.status} and asks to wait for {seconds:.0f} seconds"
        raise Unfetched(message, "try again after that", status=answer.status)
    return max(0, seconds)


def _seconds(said: str) -> float | None:
    """Read the header Retry-After, which has seconds or a date (RFC 9110, section 10.2.3)."""
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, OverflowError):
        return None
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


def _read(wanted: Wanted, answer: Answer, *, is_conditional: bool) -> Fetched:
    """Make a page of an answer.  Raises Unfetched where it has none."""
    if answer.status == _UNCHANGED and is_conditional:
        return Fetched(
            name=wanted.name,
            url=str(answer.url),
            etag=_header(answer, "ETag") or wanted.etag,
            last_modified=_header(answer, "Last-Modified") or wanted.last_modified,
            is_unchanged=True,
        )
    if not 200 <= answer.status < 300:
        raise Unfetched(f"the server answered {answer.status}", _hint(answer.status), status=answer.status)
    content_type = _header(answer, "Content-Type")
    check_type(content_type)
    return Fetched(
        name=wanted.name,
        url=str(answer.url),
        text=decoded(answer.content, content_type),
        content_type=content_type,
        etag=_header(answer, "ETag"),
        last_modified=_header(answer, "Last-Modified"),
    )


def _header(answer: Answer, name: str) -> str:
    value = answer.headers.get(name, "")
    return value if len(value) <= _LONGEST_HEADER and value.isprintable() else ""


def _hint(status: int) -> str:
    if status in (404, 410):
        return "look for the address that the page has now"
    if status in (401, 403):
        return "save the page in a browser and give the file"
    return "try again later, or give a file"
