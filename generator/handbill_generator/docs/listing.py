"""The pages of a site, and which of them a contract knows.

In: an `llms.txt`, as a file or fetched.  Out: `Listed` pages.
Never: fetches a page that the list names, or anything without being asked to fetch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handbill_generator.diagnostics import ConfigError
from handbill_generator.docs.fetching import FetchSettings
from handbill_generator.docs.fetching.discovery import discover
from handbill_generator.docs.given import is_address, text_of_file
from handbill_generator.docs.model import Link
from handbill_generator.docs.pages import index
from handbill_generator.docs.subjects import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page or a document that a site lists; *rel* is `page`, `openapi` or `index`.

    *source* is what docs.yaml calls the address, empty where it does not know it; *is_locked* tells whether it is in
    the lock.
    """

    url: str
    title: str
    rel: str
    source: str
    is_locked: bool


def listed(
    subject: Subject, place: str, *, fetch: FetchSettings | None, progress: Callable[[str], None]
) -> tuple[Listed, ...]:
    """Give what the list at *place* names, a file or an address of the site, in its order.

    Raises ConfigError for a file that cannot be read, and for an address without leave to fetch or that cannot be
    fetched.
    """
    if is_address(place):
        if fetch is None:
            raise ConfigError(f"{place}: the list would have to be fetched; add --fetch, or give a saved llms.txt")
        links = discover(place, settings=fetch, progress=progress)
    else:
        links = index.read(text_of_file(Path(place)), name=place).links
    return tuple(_listed(subject, link) for link in links)


def _listed(subject: Subject, link: Link) -> Listed:
    sources = subject.evidence.sources.values() if subject.evidence else ()
    known = next((source.name for source in sources if _bare(source.url) == _bare(link.url)), "")
    locked = {_bare(page.url): name for name, page in subject.lock.pages.items() if page.url}
    source = known or locked.get(_bare(link.url), "")
    return Listed(
        url=link.url,
        title=link.title,
        rel=link.rel,
        source=source,
        is_locked=source in subject.lock.pages or _bare(link.url) in locked,
    )


def _bare(url: str) -> str:
    """Give an address without what tells two forms of a page apart: `/page.md` is `/page`."""
    return url.rstrip("/").removesuffix(".md")
