"""Fetch pages from the web.

In: `Wanted` pages, and how patient to be.  Out: `Fetched` or `Failure` for each, in the same order.
Never: is called without being asked to fetch; gets a traceback out of anything that a server does.

`exchange` makes one request, `client` what belongs to one page, `addresses` and `robots` say what may be asked,
`decoding` makes text of bytes, and `discovery` finds better forms of a page, and the pages of a site.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from handbill_generator.docs.fetching.addresses import address, site_of
from handbill_generator.docs.fetching.answers import Failure, Fetched, Unfetched, Wanted
from handbill_generator.docs.fetching.client import Client
from handbill_generator.docs.fetching.exchange import web
from handbill_generator.docs.fetching.limits import FetchSettings

__all__ = ["Failure", "FetchSettings", "Fetched", "Wanted", "fetched"]


def fetched(
    requests: Sequence[Wanted], *, settings: FetchSettings, progress: Callable[[str], None]
) -> tuple[Fetched | Failure, ...]:
    """Fetch *requests*, those of one site one after the other; *progress* is told each address that is asked.

    Nothing is raised: what could not be fetched is a `Failure`.  Proxies are those of the environment.
    """
    return asyncio.run(_all(requests, settings, progress))


async def _all(
    requests: Sequence[Wanted], settings: FetchSettings, progress: Callable[[str], None]
) -> tuple[Fetched | Failure, ...]:
    sites: dict[str, list[int]] = {}
    for index, wanted in enumerate(requests):
        sites.setdefault(_site(wanted), []).append(index)
    answers: dict[int, Fetched | Failure] = {}

    async with web(settings) as opened:
        client = Client(opened, settings, progress)

        async def fetch_site(indices: list[int]) -> None:
            for index in indices:
                answers[index] = await client.fetch(requests[index])

        await asyncio.gather(*(fetch_site(indices) for indices in sites.values()))
    return tuple(answers[index] for index in range(len(requests)))


def _site(wanted: Wanted) -> str:
    try:
        return site_of(address(wanted.url))
    except Unfetched:
        return ""
