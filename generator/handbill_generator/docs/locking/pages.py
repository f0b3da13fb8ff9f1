"""What a lock knows: of each page where it is, when it was looked at, and what it said.

In: a page as it was read.  Out: the same to be kept.
Never: keeps lines, titles or the addresses of other pages; they move without a change of the API.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from handbill_generator.docs.model import TRANSIENT, Fact, Format, Link, Page, order, sorted_facts

EXTRACTOR = 1
"""Counts the versions of our readers that make other facts of the same page: with each, pages are locked anew."""

_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedPage:
    """One page of a lock.

    *file* is the name of a saved page, *url* the address of a published one, one of them may be empty.  *operation* is
    the one that the page documents where it names none itself.  *checked* is when somebody last looked.  *etag* and
    *last_modified* are what the server said of the page.
    """

    name: str
    url: str
    file: str
    format: Format
    extractor: int
    operation: str
    checked: date
    etag: str
    last_modified: str
    fingerprint: str
    facts: tuple[Fact, ...] = field(repr=False)
    links: tuple[Link, ...] = field(repr=False)

    @property
    def page(self) -> Page:
        """The page as it was read, without lines."""
        return Page(name=self.name, format=self.format, facts=self.facts, links=self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The pages that document one contract, by their names."""

    pages: Mapping[str, LockedPage] = field(default_factory=dict)

    def with_page(self, page: LockedPage) -> Lock:
        """Give the lock with *page*, in the place of one with the same name."""
        return Lock(pages={**self.pages, page.name: page})


def locked(
    page: Page,
    *,
    url: str = "",
    file: str = "",
    operation: str = "",
    checked: date,
    etag: str = "",
    last_modified: str = "",
) -> LockedPage:
    """Give *page* as a lock keeps it; *operation* is the one of facts that name none."""
    facts = tuple(replace(fact, line=0) for fact in (page.of(operation) if operation else page).facts)
    return LockedPage(
        name=page.name,
        url=url,
        file=file,
        format=page.format,
        extractor=EXTRACTOR,
        operation=operation,
        checked=checked,
        etag=etag,
        last_modified=last_modified,
        fingerprint=fingerprint_of(facts),
        facts=sorted_facts(facts),
        links=_links(page),
    )


def fingerprint_of(facts: Iterable[Fact]) -> str:
    """Give a short hash of *facts*, in any order; those that follow the values of examples do not count."""
    lasting = sorted({order(fact) for fact in facts if fact.attribute not in TRANSIENT})
    return hashlib.sha256(json.dumps(lasting, ensure_ascii=True).encode("ascii")).hexdigest()[:_LENGTH]


def _links(page: Page) -> tuple[Link, ...]:
    """Give the documents and indexes that a page points at; other pages are its navigation, unless it is an index."""
    kept = {
        (link.rel, link.url) for link in page.links if page.format is Format.index or link.rel in ("openapi", "index")
    }
    return tuple(Link(rel=rel, url=url) for rel, url in sorted(kept))
