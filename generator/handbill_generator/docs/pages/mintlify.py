"""Mintlify's Markdown, and Scalar's, which has the same components.

In: the text of a page with `<ParamField>`, `<ResponseField>` and the like.  Out: a `Page`.
Never: takes a field that describes the credentials for a parameter of the path.

`required` goes by presence, as both sites show it: `required` and even `required="false"` are true, and without the
attribute nothing is said.  Only `required={false}` is false, for that is a boolean in JSX rather than a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from handbill_generator.docs.model import Format, Page, Side, SourceKind
from handbill_generator.docs.pages.fields import Field, read_name
from handbill_generator.docs.pages.markdown import read_as
from handbill_generator.docs.pages.sections import Section
from handbill_generator.docs.pages.tags import Element, Node, Text
from handbill_generator.docs.pages.walking import Owner, Reader, Walker

_LOCATIONS = ("path", "query", "header", "cookie", "body")
_FIELDS = ("ParamField", "ResponseField", "Field")


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read a page; *name* is what messages call it, *url* its address as far as it is known.

    Raises SpecError where the text is no page at all.
    """
    return read_as(text, name=name, url=url, format=Format.mintlify, readers=READERS)


def _parameter(walker: Walker, element: Element) -> None:
    location = next((key for key in element.attributes if key in _LOCATIONS), "")
    if location:
        _field(walker, element, location, element.text(location))
    else:
        _any_field(walker, element)


def _any_field(walker: Walker, element: Element) -> None:
    """Read a field that may say where it is in an attribute of its own."""
    location = element.text("location").lower()
    _field(walker, element, location if location in _LOCATIONS else "", element.text("name"))


def _response_field(walker: Walker, element: Element) -> None:
    section = walker.section
    # Sites list the fields of a request with it too, below a heading that says so.
    location = section.location if section.side is Side.request and not section.is_security else ""
    _field(walker, element, location, element.text("name"), side=None if location else Side.response)


def _field(walker: Walker, element: Element, location: str, written: str, side: Side | None = None) -> None:
    name = read_name(written)
    if name is None and (written or side is None or walker.owner):
        # What is called by a sentence is no field; what it holds may be.
        walker.inside(element)
        return
    owner = walker.owner or _owner(walker, location, side)
    tokens = name.tokens(owner.path[0]) if name else ()
    path = walker.place(tokens, owner) if tokens else owner.path
    field = _described(element)
    if field.required is None and name:
        field = replace(field, required=name.required)
    walker.field(field, Owner(owner.side, owner.status, path))
    walker.inside(element, owner=Owner(owner.side, owner.status, path))


def _owner(walker: Walker, location: str, side: Side | None) -> Owner:
    """Say what a field that is inside of no other is inside of."""
    section = walker.section
    is_received = side is Side.response or (section.side is Side.response and location in ("", "body"))
    if is_received:
        place = "header" if section.side is Side.response and section.location == "header" else "body"
        return Owner(Side.response, walker.status(section), (place,))
    return Owner(Side.request, "", (location or section.location or "body",))


def _described(element: Element) -> Field:
    given = element.attributes
    labels = {label.lower() for key in ("pre", "post") for label in _texts(given.get(key))}
    required = given.get("required")
    return Field(
        type=element.text("type"),
        required=True if "required" in labels else None if required is None else required is not False,
        nullable=True if "nullable" in labels or given.get("nullable") is True else None,
        deprecated=given.get("deprecated", False) not in (False, None) or "deprecated" in labels,
        default=given.get("default"),
        values=tuple(_texts(given.get("enum"))),
        description="\n".join(_words(element.children)),
        line=element.line,
        source=SourceKind.tag,
    )


def _texts(value: object) -> Iterator[str]:
    """Give the texts of a list, or of text with commas."""
    if isinstance(value, str):
        yield from (part.strip() for part in value.split(",") if part.strip())
    elif isinstance(value, list):
        yield from (str(part) for part in value[:500] if isinstance(part, str | int | float) and len(str(part)) <= 100)


def _words(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Give the text of a field without that of the fields inside of it."""
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, Element) and node.name not in (*_FIELDS, "table"):
            yield from _words(node.children)


def _request_example(walker: Walker, element: Element) -> None:
    walker.inside(element, section=Section(side=Side.request, location="body"))


def _response_example(walker: Walker, element: Element) -> None:
    status = walker.section.status if walker.section.side is Side.response else ""
    walker.inside(element, section=Section(side=Side.response, status=status, location="body"))


def _titled(walker: Walker, element: Element) -> None:
    walker.titled(element, element.text("title"))


READERS: Mapping[str, Reader] = {
    "ParamField": _parameter,
    "ResponseField": _response_field,
    "Field": _any_field,
    "RequestExample": _request_example,
    "ResponseExample": _response_example,
    "Tab": _titled,
    "Accordion": _titled,
    "Step": _titled,
    "Panel": _titled,
}
"""What the components mean; all others stand for what they hold."""
