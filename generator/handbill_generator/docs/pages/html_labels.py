"""What has to be known of a page before it is read: where it states operations, and the titles of its tabs.

In: the body of a page.  Out: texts by the elements they are of.
Never: goes through a page more than once for each.
"""

from __future__ import annotations

from itertools import islice

from selectolax.lexbor import LexborNode

from handbill_generator.docs.pages.html_tree import attribute, is_text, one_line_of, pieces, text_of
from handbill_generator.docs.pages.operations import METHODS

_MAX_METHODS = 2_000
"""The most words such as `GET` that are looked at: more are no documentation."""


def statements_of(body: LexborNode) -> dict[int, str]:
    """Find the elements that state a method and an address, which is often in pieces: each by its `mem_id`."""
    found: dict[int, str] = {}
    words = (node for node in body.traverse(include_text=True) if is_text(node))
    methods = (node for node in words if text_of(node)[:100].strip().upper() in METHODS)
    for node in islice(methods, _MAX_METHODS):
        around = node.parent
        for _ in range(5):
            said = pieces(around, 40, 600) if around is not None else None
            if around is None or said is None:
                break
            if statement := _statement(said):
                found[around.mem_id] = statement
                break
            around = around.parent
    return found


def titles_of(body: LexborNode) -> dict[str, str]:
    """Give the titles of tabs by their id, and by that of the panel that they open."""
    found: dict[str, str] = {}
    for tab in body.css('[role="tab"]'):
        title = one_line_of(" ".join(pieces(tab, 6, 80) or ()))
        for name in (attribute(tab, "id"), attribute(tab, "aria-controls")):
            if name and title:
                found.setdefault(name, title)
    return found


def _statement(said: tuple[str, ...]) -> str:
    """Give `GET /songs/{id}` of pieces that make it up, and of nothing else but a word such as `Copy`."""
    method, *rest = [piece for piece in said if piece.lower() not in ("copy", "try it")] or [""]
    address = "".join(rest).replace(" ", "")
    if method.upper() in METHODS and address.startswith(("/", "http://", "https://")) and len(rest) < 40:
        return f"{method.upper()} {address}"
    return ""
