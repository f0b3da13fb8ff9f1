"""Write the HTML in descriptions as Markdown, which can be read in a docstring.

In: text of a document: plain, Markdown, HTML or a mixture.  Out: the same words without tags; of an image, its words.
Never: touches what stands in backquotes, or what is no tag of HTML's that texts are laid out with: `<file_id>` is a
placeholder, and `a < b` a comparison.  That is also why no HTML library reads these texts: it would take both for tags.
"""

from __future__ import annotations

import html
import re

_BREAKS = {"br": "\n", "li": "\n- ", "tr": "\n", "td": " | ", "th": " | "}
_BLOCKS = frozenset("div dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split())
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`", "kbd": "`"}
_SILENT = frozenset("dd dt font small span sub sup tbody thead u".split())
_TAGS = "|".join(sorted({"a"} | _BREAKS.keys() | _BLOCKS | _MARKS.keys() | _SILENT, key=len, reverse=True))

# Markdown marks the end of a word, so that the space before a closing tag goes behind it.
_TAG = re.compile(rf"(\s{{0,4}})<(/?)({_TAGS})(?:\s([^<>]*))?/?>", re.IGNORECASE)
_BETWEEN_CELLS = re.compile(r"(</?(?:table|tbody|td|th|thead|tr)(?:\s[^<>]*)?>)\s+", re.IGNORECASE)
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\n]*\)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][0-9A-Za-z]{1,31});")
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_QUOTED = re.compile(r"(`[^`]*`)")


def readable(text: str) -> str:
    """Give *text* with its HTML written as Markdown: links, lists, emphasis, code, paragraphs and rows of tables."""
    if not any(what.search(text) for what in (_TAG, _ENTITY, _IMAGE)):
        return text
    # Every other piece stands in backquotes.
    pieces = _QUOTED.split(text)
    pieces[::2] = [_without_tags(piece) for piece in pieces[::2]]
    lines = "".join(pieces).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def _without_tags(text: str) -> str:
    links: list[str] = []

    def written(tag: re.Match[str]) -> str:
        closing, name, attributes = bool(tag[2]), tag[3].lower(), tag[4] or ""
        mark = mark_of(closing, name, attributes)
        return f"{mark}{tag[1]}" if closing and name in _MARKS else f"{tag[1]}{mark}"

    def mark_of(closing: bool, name: str, attributes: str) -> str:
        if name == "a":
            if closing:
                address = links.pop() if links else ""
                return f"]({address})" if address else ""
            found = _HREF.search(attributes)
            links.append(found[1] if found else "")
            return "[" if found else ""
        if name in _BLOCKS:
            return "\n\n"
        if name in _BREAKS:
            return "" if closing else _BREAKS[name]
        return _MARKS.get(name, "")

    text = _TAG.sub(written, _BETWEEN_CELLS.sub(r"\1", _IMAGE.sub(r"\1", text)))
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
