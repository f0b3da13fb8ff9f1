"""Read an HTML page: what Mintlify, GitBook, ReadMe, Redoc, Stoplight, Scalar and plain documentation render.

In: HTML, what to call it, and the address that it is at.  Out: a `Page`; its facts have no lines.
Never: runs or loads anything; reads what a page hides; takes hours for a page that was made for that.

The tree is written as the nodes that a page in Markdown has, and these are read as such.
"""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.model import Format, Page, SourceKind, sorted_facts
from handbill_generator.docs.pages.blocks import Code
from handbill_generator.docs.pages.detecting import is_openapi
from handbill_generator.docs.pages.finishing import finished
from handbill_generator.docs.pages.html_labels import statements_of, titles_of
from handbill_generator.docs.pages.html_limits import check
from handbill_generator.docs.pages.html_links import links_of, resolve
from handbill_generator.docs.pages.html_nodes import PART, Writer
from handbill_generator.docs.pages.tags import Element, Node
from handbill_generator.docs.pages.walking import Walker

MAX_CHARACTERS = 3_000_000
"""The most characters of a page; of one that long, most are scripts and styles."""


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read the page *name*, which is at *url*.

    Raises SpecError where it is larger, or has more elements, than could be read in reasonable time.
    """
    if len(text) > MAX_CHARACTERS:
        raise SpecError(f"{name}: the page has more than {MAX_CHARACTERS} characters", hint="give a smaller part of it")
    check(text, name=name)
    tree = LexborHTMLParser(text)
    links = links_of(tree, url)
    resolve(tree, url)
    nodes = _nodes(tree)
    walker = Walker({PART: _part})
    walker.walk(nodes)
    documents = {link.url: link for link in links if link.rel == "openapi"}
    for link in walker.notes.links:
        documents.pop(link.url, None)
    for address in documents:
        walker.notes.publish(address, 0, SourceKind.tag)
    page = finished(walker.notes, name=name, format=Format.html, lines=_last_line(nodes))
    facts = sorted_facts(replace(fact, line=0) for fact in page.facts)
    together = {link.url: replace(link, line=0) for link in (*page.links, *links)}
    return replace(page, facts=facts, links=tuple(together.values()))


def _nodes(tree: LexborHTMLParser) -> tuple[Node, ...]:
    body = tree.body
    if body is None:
        return ()
    main = body.css_first("main, [role=main]") or body
    if len(main.css("h1, h2, pre, table")) == 0:
        main = body
    writer = Writer(statements_of(main), titles_of(main))
    writer.write(main)
    return (*writer.finish(), *_documents(tree))


def _documents(tree: LexborHTMLParser) -> tuple[Code, ...]:
    """Give the OpenAPI documents that the page has inside for its scripts."""
    found = (node.text() for node in tree.css('script[type$="json"], script[type$="yaml"]'))
    return tuple(Code(info="json", text=text, line=0, end_line=0) for text in found if is_openapi(text))


def _part(walker: Walker, element: Element) -> None:
    walker.titled(element, element.text("title"))


def _last_line(nodes: tuple[Node, ...]) -> int:
    return max((node.end_line if isinstance(node, Code) else node.line for node in nodes), default=0) + 10_000
