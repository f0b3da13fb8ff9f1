"""Read an `llms.txt`: the list of the pages of a site.

In: its text, and the address that it is at.  Out: a `Page` of links; it has no facts.
Never: follows a link; reads more than `MAX_LINKS` lines with links; takes what is no address of the web.

A line is read at a time, for a list is all there is to it: `- [Title](address): words`, or an address alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from handbill_generator.docs.model import MAX_TOKEN, Format, Link, Page

MAX_LINKS = 10_000
"""The most links, and the most lines that have some."""

_LONGEST_LINE = 4_000
_LONGEST_ADDRESS = 2_000
_READER = MarkdownIt("commonmark").disable(["html_inline", "image"])
_INDICES = ("llms.txt", "llms-full.txt")
_DOCUMENT_WORDS = ("openapi", "swagger", "api-docs", "oas3", "oas")
_DOCUMENT_ENDS = (".json", ".yaml", ".yml")


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read the index *name*, which is at *url*; links that are relative to nothing are left out."""
    links: dict[str, Link] = {}
    lines = ((at, line) for at, line in enumerate(text.split("\n"), 1) if "](" in line or "://" in line)
    for number, line in islice(lines, MAX_LINKS):
        for title, address in _in_line(line[:_LONGEST_LINE]):
            link = link_to(address, base=url, title=title, line=number)
            if link and link.url != url:
                links.setdefault(link.url, link)
    return Page(name=name, format=Format.index, facts=(), links=tuple(links.values())[:MAX_LINKS])


def link_to(address: str, *, base: str = "", title: str = "", line: int = 0) -> Link | None:
    """Give the link to *address*, as seen from *base*; None where it is none that could be fetched.

    Its name says what it is: `openapi.json` is a document, `llms.txt` an index, and all else a page.
    """
    if len(address) > _LONGEST_ADDRESS:
        return None
    try:
        url = urljoin(base, address.strip()).partition("#")[0]
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return None
    if not is_address or not url.isprintable() or " " in url:
        return None
    return Link(rel=_rel(parts.path.lower()), url=url, title=" ".join(title.split())[:MAX_TOKEN], line=line)


def _rel(path: str) -> str:
    last = path.rsplit("/", 1)[-1]
    if last in _INDICES:
        return "index"
    if path.endswith(_DOCUMENT_ENDS) and any(word in path for word in _DOCUMENT_WORDS):
        return "openapi"
    return "page"


def _in_line(line: str) -> Iterator[tuple[str, str]]:
    """Give the titles and addresses of the links in one line."""
    for token in _READER.parseInline(line):
        inside = token.children or []
        at = 0
        while at < len(inside):
            if inside[at].type == "link_open":
                end = next((n for n in range(at, len(inside)) if inside[n].type == "link_close"), len(inside))
                title = "" if inside[at].markup == "autolink" else _words(inside[at + 1 : end])
                yield title, str(inside[at].attrs.get("href", ""))
                at = end
            elif inside[at].type == "text":
                bare = (word.strip("<>()[]\"'`,;") for word in inside[at].content.split())
                yield from (("", word.rstrip(".:")) for word in bare if word.startswith(("http://", "https://")))
            at += 1


def _words(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline"))
