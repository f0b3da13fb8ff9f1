"""Read documentation pages, however they are written.

In: the text of one page.  Out: a `Page` of facts and links.
Never: makes a request; fails over a page for being badly written.
"""

from __future__ import annotations

from typing import Protocol

from handbill_generator.diagnostics import Position, SpecError
from handbill_generator.docs.model import Format, Page
from handbill_generator.docs.pages.detecting import format_of
from handbill_generator.docs.pages.law import lawful, without_secrets

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "read_page"]

MAX_BYTES = 8 * 2**20
"""The most bytes of one page or document."""
MAX_CHARACTERS = 800_000
"""The most characters of a page that is neither HTML nor an OpenAPI document: more than twice a long one.

What is hostile takes ten microseconds a character, so a page of this size is read in less than ten seconds.
"""


def read_page(text: str, *, name: str, url: str = "", content_type: str = "") -> Page:
    """Read one page; *name* is what messages call it, *url* its address, as far as it is known.

    The format is told from the text, with the help of *content_type* where a server gave one.  Raises SpecError for a
    page that is too large or has too many facts, or for an OpenAPI document that cannot be read.
    """
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise SpecError(
            f"the page has more than {MAX_BYTES} bytes",
            position=Position(name, 1, 1),
            hint="give the page alone, or the OpenAPI document as the contract",
        )
    format = format_of(text, content_type=content_type)
    if format not in (Format.openapi, Format.html) and len(text) > MAX_CHARACTERS:
        raise SpecError(
            f"the page has more than {MAX_CHARACTERS} characters",
            position=Position(name, 1, 1),
            hint="save the page of one operation alone",
        )
    try:
        return lawful(_reader(format)(text, name=name, url=url))
    except SpecError as error:
        raise without_secrets(error) from None


class _Read(Protocol):
    def __call__(self, text: str, *, name: str, url: str = "") -> Page: ...


def _reader(format: Format) -> _Read:
    """Give what reads pages of *format*; loaded only now, for a run has few of them."""
    read: _Read
    match format:
        case Format.openapi:
            from handbill_generator.docs.grounding.published import page_of_text

            read = page_of_text
        case Format.html:
            from handbill_generator.docs.pages import html

            read = html.read
        case Format.index:
            from handbill_generator.docs.pages import index

            read = index.read
        case Format.mintlify:
            from handbill_generator.docs.pages import mintlify

            read = mintlify.read
        case Format.gitbook:
            from handbill_generator.docs.pages import gitbook

            read = gitbook.read
        case Format.markdown:
            from handbill_generator.docs.pages import markdown

            read = markdown.read
        case Format.text:
            from handbill_generator.docs.pages import flattened

            read = flattened.read
        case Format.reference:
            from handbill_generator.docs.pages import reference

            read = reference.read
        case Format.prose:
            from handbill_generator.docs.pages import prose

            read = prose.read
    return read
