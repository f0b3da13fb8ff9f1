"""What an HTML page points at: its Markdown, an OpenAPI document, the index of its site.

In: the tree of a page, hidden parts too, and its address.  Out: links.
Never: lists every page of a site: what a menu links to is no business of a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from handbill_generator.docs.model import Link
from handbill_generator.docs.pages.html_tree import attribute
from handbill_generator.docs.pages.index import link_to

MARKDOWN = "Markdown"
"""The title of the link from a page to the same in Markdown."""

_MAX_LINKS = 200
_RELS = frozenset({"service-desc", "openapi", "describedby"})
_TYPES = ("openapi", "vnd.oai")
_DOCUMENTS = ("spec-url", "apidescriptionurl", "data-url", "data-spec-url", "data-openapi")
_VIEWERS = "redoc, elements-api, rapi-doc, openapi-explorer, #api-reference, [data-openapi], [data-spec-url]"


def links_of(tree: LexborHTMLParser, url: str) -> tuple[Link, ...]:
    """Give the links of the page at *url*, each once."""
    links: dict[str, Link] = {}
    for link in _all(tree, _base(tree, url)):
        links.setdefault(link.url, link)
        if len(links) >= _MAX_LINKS:
            break
    return tuple(links.values())


def resolve(tree: LexborHTMLParser, url: str) -> None:
    """Make the links to other pages absolute; those that lead nowhere, and where *url* is not known, stay."""
    base = _base(tree, url)
    for node in tree.css("a[href]"):
        address = attribute(node, "href")
        if base and not address.startswith("#") and (link := link_to(address, base=base)):
            node.attrs["href"] = link.url


def _base(tree: LexborHTMLParser, url: str) -> str:
    base = tree.css_first("base[href]")
    link = link_to(attribute(base, "href"), base=url) if base is not None else None
    return link.url if link else url


def _all(tree: LexborHTMLParser, url: str) -> Iterator[Link]:
    for node in tree.css("link[href]"):
        rels = set(attribute(node, "rel").lower().split())
        type_ = attribute(node, "type").lower()
        link = link_to(attribute(node, "href"), base=url)
        if link is None:
            continue
        if rels & _RELS and (link.rel == "openapi" or any(word in type_ for word in _TYPES) or "service-desc" in rels):
            yield replace(link, rel="openapi")
        elif "alternate" in rels and type_ in ("text/markdown", "text/x-markdown"):
            yield replace(link, rel="page", title=MARKDOWN)
        elif link.rel == "index":
            yield link
    for node in tree.css(_VIEWERS):
        for name in (*_DOCUMENTS, "url" if node.tag == "openapi-explorer" else ""):
            if (address := attribute(node, name)) and (link := link_to(address, base=url)):
                yield replace(link, rel="openapi")
    for node in tree.css("a[href]"):
        link = link_to(attribute(node, "href"), base=url, title=node.text(separator=" "))
        if link and link.rel in ("openapi", "index"):
            yield link
