"""GitBook's Markdown, with its liquid blocks.

In: the text of a page with `{% openapi %}`, `{% tabs %}` and the like.  Out: a `Page`.
Never: fetches the document that a block points at: that is a link.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handbill_generator.docs.model import Format, Page, Side, SourceKind
from handbill_generator.docs.pages.fields import Field, read_name
from handbill_generator.docs.pages.linking import first_address
from handbill_generator.docs.pages.markdown import read_as
from handbill_generator.docs.pages.mintlify import READERS as COMPONENTS
from handbill_generator.docs.pages.operations import statement
from handbill_generator.docs.pages.tags import Element, Text
from handbill_generator.docs.pages.walking import Owner, Reader, Walker

_LOCATIONS = ("path", "query", "header", "cookie", "body")
_BLOCK_LEVEL = 7
"""A block of an operation is a part of its page, as if it stood below a heading of this level."""


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read a page; *name* is what messages call it, *url* its address as far as it is known.

    Raises SpecError where the text is no page at all.
    """
    return read_as(text, name=name, url=url, format=Format.gitbook, readers=READERS, liquid=True)


def _pointer(walker: Walker, element: Element) -> None:
    """Read a block that shows an operation of a document which is elsewhere."""
    walker.notes.headings.append((element.line, _BLOCK_LEVEL))
    walker.notes.state(statement(element.text("method"), element.text("path"), line=element.line))
    address = element.text("src").strip("<>")
    for child in element.children:
        if isinstance(child, Text) and not address:
            address = first_address(child.text)
    if address:
        walker.published(address, element.line, SourceKind.tag)


def _operation(walker: Walker, element: Element) -> None:
    """Read an operation that is written out in the page."""
    walker.notes.headings.append((element.line, _BLOCK_LEVEL))
    base, path = element.text("baseUrl").rstrip("/"), element.text("path").strip("/")
    said = statement(element.text("method"), f"/{path}" if path else base, line=element.line)
    if said and path and base.startswith(("http:", "https:")):
        said = replace(said, server=base)
    walker.notes.state(said)
    walker.inside(element)


def _parameter(walker: Walker, element: Element) -> None:
    location, name = element.text("in"), read_name(element.text("name"))
    if location not in _LOCATIONS or name is None:
        walker.inside(element)
        return
    words = "\n".join(child.text for child in element.children if isinstance(child, Text))
    required = element.attributes.get("required")
    owner = Owner(Side.request, "", (location,))
    path = walker.place(name.tokens(location), owner)
    field = Field(
        type=element.text("type"),
        # In liquid all values are text.
        required=None if required is None else required in (True, "true"),
        description=words,
        line=element.line,
        source=SourceKind.tag,
    )
    walker.field(field, Owner(Side.request, "", path))


def _response(walker: Walker, element: Element) -> None:
    walker.titled(element, element.text("status") or "Response")


def _titled(walker: Walker, element: Element) -> None:
    walker.titled(element, element.text("title"))


READERS: Mapping[str, Reader] = {
    **COMPONENTS,
    "%openapi": _pointer,
    "%openapi-operation": _pointer,
    "%swagger": _operation,
    "%swagger-parameter": _parameter,
    "%swagger-response": _response,
    "%tab": _titled,
    "%code": _titled,
    "%step": _titled,
}
"""What the blocks mean, beside the components of MDX; all others stand for what they hold."""
