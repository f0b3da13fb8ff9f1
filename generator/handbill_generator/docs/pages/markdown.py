"""Markdown with tables and lists of fields, and what all pages in Markdown have in common.

In: the text of a page.  Out: a `Page`.
Never: fails over a page that is badly written; a part that cannot be read says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbill_generator.docs.model import Attribute, Format, Page, Side, SourceKind
from handbill_generator.docs.pages.finishing import finished
from handbill_generator.docs.pages.notes import about
from handbill_generator.docs.pages.operations import METHODS, statement
from handbill_generator.docs.pages.tags import parse
from handbill_generator.docs.pages.walking import Reader, Walker

_FRONT_MATTER = 20_000
"""The most characters of front matter."""
_MEMBER = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.{1,1000})")
_OPERATION = re.compile(r"(?:(\S{1,500})[ \t]+)?(" + "|".join(METHODS) + r")[ \t]+(\S{1,500})", re.IGNORECASE)
_SECURITY = {"bearer": "http bearer", "basic": "http basic"}


def read(text: str, *, name: str, url: str = "") -> Page:
    """Read a page; *name* is what messages call it, *url* its address as far as it is known.

    Raises SpecError where the text is no page at all.
    """
    from handbill_generator.docs.pages.mintlify import READERS

    return read_as(text, name=name, url=url, format=Format.markdown, readers=READERS)


def read_as(
    text: str, *, name: str, url: str, format: Format, readers: Mapping[str, Reader], liquid: bool = False
) -> Page:
    """Read a page in Markdown whose components *readers* know."""
    text = normal(text)
    walker = Walker(readers, url=url)
    members, body = front_matter(text)
    _front_matter(walker, members)
    walker.walk(parse(body, liquid=liquid))
    return finished(walker.notes, name=name, format=format, lines=text.count("\n") + 1)


def normal(text: str) -> str:
    """Give *text* with line ends that are all alike, and without a mark of its byte order."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def front_matter(text: str) -> tuple[Mapping[str, tuple[str, int]], str]:
    """Divide a page into the members of its front matter, with their lines, and the rest; lines stay what they are."""
    end = text.find("\n---", 3, _FRONT_MATTER) if text.startswith("---\n") else -1
    if end < 0 or text[end + 4 : end + 5].strip():
        return {}, text
    members = {}
    for line, content in enumerate(text[:end].split("\n"), 1):
        if member := _MEMBER.fullmatch(content.rstrip()):
            members[member[1]] = (member[2].strip().strip("\"'"), line)
    after = end + 4
    return members, "\n" * text.count("\n", 0, after) + text[after:]


def _front_matter(walker: Walker, members: Mapping[str, tuple[str, int]]) -> None:
    for key in ("openapi", "api"):
        value, line = members.get(key, ("", 0))
        if said := _OPERATION.fullmatch(value):
            walker.notes.state(statement(said[2], said[3], line=line))
            if said[1]:
                walker.published(said[1], line, SourceKind.tag)
    method, line = members.get("authMethod", ("", 0))
    if security := _SECURITY.get(method.lower()):
        walker.notes.add([about(Side.neither, Attribute.security, security, line=line, source=SourceKind.tag)])
