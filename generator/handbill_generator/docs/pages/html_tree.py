"""What a reader sees of an HTML tree.

In: a node.  Out: its visible children, pieces of text, inline Markdown, code.
Never: goes deeper than `MAX_DEPTH`; shows what a page hides, and what is there for programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

MAX_DEPTH = 150
"""Elements inside one another; what is deeper is no documentation."""

MAX_PIECES = 120
"""The most elements and texts of what could be a few words on a line."""
MAX_DEPTH_OF_WORDS = 12
"""How deep those elements are inside of one another."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = frozenset(
    """
    script style noscript template svg canvas audio video iframe object embed nav select option input textarea dialog
    head footer math map
    """.split()
)
_UNSEEN_ROLES = frozenset({"navigation", "search", "dialog", "banner", "contentinfo", "menu", "menubar", "tooltip"})
_BLOCKS = frozenset(
    """
    address article aside blockquote body button dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6
    header hr html label legend li main ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()
)
_OPENING = frozenset({"button", "details", "summary"})
_LANGUAGES = ("language-", "lang-", "highlight-source-", "highlight-")
_ALIASES = {"shell": "bash", "js": "javascript", "py": "python", "sh": "bash", "yml": "yaml", "default": ""}


def attribute(node: LexborNode, name: str) -> str:
    """Give an attribute of a node, nothing where it has none."""
    return (node.attributes.get(name) or "").strip()


def is_block(node: LexborNode) -> bool:
    """Whether *node* stands on lines of its own."""
    return node.tag in _BLOCKS


def heading_level(node: LexborNode) -> int:
    """Give the level of a heading, 0 for what is none."""
    if node.tag in _HEADINGS:
        return _HEADINGS[node.tag]
    if attribute(node, "role") != "heading":
        return 0
    level = attribute(node, "aria-level")
    # Digits of ASCII alone, for `int` refuses some of the others.
    is_number = level.isascii() and level.isdigit() and len(level) < 3
    return min(int(level), 6) or 2 if is_number else 2


def depth_of_words(node: LexborNode) -> int:
    """Give how many blocks below *node*, and with it, are around its first words; what only opens is none."""
    for child in node.traverse(include_text=True):
        if is_text(child) and text_of(child).strip(" \t\n\r\u200b"):
            depth, around = 0, child.parent
            while around is not None:
                depth += level_step(around)
                if around.mem_id == node.mem_id or depth > MAX_DEPTH:
                    break
                around = around.parent
            return depth
    return 0


def level_step(node: LexborNode) -> int:
    """Give how much deeper than what is around it the inside of *node* is."""
    return int(is_block(node) and node.tag not in _OPENING)


def is_text(node: LexborNode) -> bool:
    """Whether *node* is text rather than an element."""
    return node.tag == "-text"


def is_seen(node: LexborNode) -> bool:
    """Whether a reader sees *node*, which is no text: it is not hidden, no part of the frame of a site, no script."""
    tag = node.tag
    if tag is None or tag.startswith(("-", "!", "#")) or tag in _UNSEEN:
        return False
    given = node.attributes
    if not given:
        return True
    if "hidden" in given or (given.get("aria-hidden") or "").lower() == "true":
        return False
    if (given.get("role") or "").lower() in _UNSEEN_ROLES:
        return False
    style = (given.get("style") or "")[:2_000].replace(" ", "").lower()
    return "display:none" not in style and "visibility:hidden" not in style


def children(node: LexborNode) -> Iterator[LexborNode]:
    """Give the text and the visible elements directly inside of *node*."""
    for child in node.iter(include_text=True):
        if is_text(child) or is_seen(child):
            yield child


def is_code(node: LexborNode) -> bool:
    """Whether *node* is a message in code that stands for itself, without the `<pre>` that most have around it."""
    if node.tag != "code":
        return False
    text = node.text().strip()
    return "\n" in text and text.startswith(("{", "[", "curl "))


def text_of(node: LexborNode) -> str:
    """Give the text of a text node."""
    return node.text_content or ""


def pieces(node: LexborNode, most: int, length: int) -> tuple[str, ...] | None:
    """Give the texts inside of *node*, spaces made one; None where more than *most*, or than *length* characters.

    None too where so many elements are inside that they are no words on a line.
    """
    found: list[str] = []
    left = length
    # The first in its order is the last of the stack.
    waiting = [(node, 0)]
    for _ in range(MAX_PIECES):
        if not waiting:
            return tuple(found)
        inside, depth = waiting.pop()
        if not is_text(inside):
            if depth == MAX_DEPTH_OF_WORDS:
                return None
            below = [(child, depth + 1) for child in islice(children(inside), MAX_PIECES)]
            waiting += reversed(below)
            continue
        words = one_line_of(text_of(inside))
        if not words:
            continue
        found.append(words)
        left -= len(words)
        if left < 0 or len(found) > most:
            return None
    return None


def inline(node: LexborNode, depth: int = 0) -> str:
    """Give *node* as inline Markdown: code in backticks, bold, and links where they lead to another page."""
    if is_text(node):
        return text_of(node).replace("`", "'")
    if depth > MAX_DEPTH or not is_seen(node):
        return " "
    if node.tag == "br":
        return " "
    if node.tag in ("code", "kbd", "samp", "var", "tt"):
        text = " ".join("".join(_texts(node, depth)).split()).replace("`", "'")
        return f"`{text}`" if text else ""
    text = "".join(inline(child, depth + 1) for child in children(node))
    if node.tag in ("strong", "b") and text.strip() and "`" not in text and "*" not in text:
        return f"**{text.strip()}**"
    address = attribute(node, "href") if node.tag == "a" else ""
    if address and not address.startswith("#") and text.strip() and not set(address) & set(" ()<>[]`|"):
        return text if set(text) & set("`[]*") else f"[{text.strip()}]({address})"
    return f" {text} " if is_block(node) else text


def code_text(node: LexborNode) -> str:
    """Give the text of code with its line ends; each `<div>` in it is a line."""
    written: list[str] = []
    _write_code(node, written, 0)
    return "".join(written).replace("\r\n", "\n").replace("\xa0", " ").strip("\n")


def language_of(node: LexborNode) -> str:
    """Give the language that a `<pre>`, the code in it, or what is around it says that it is."""
    inner = node.css_first("code")
    for each in (inner, node, node.parent):
        if each is None:
            continue
        for name in ("data-language", "data-lang", "language"):
            if said := attribute(each, name):
                return _language(said)
        for word in attribute(each, "class").split()[:50]:
            for prefix in _LANGUAGES:
                if word.startswith(prefix):
                    return _language(word.removeprefix(prefix))
    return ""


def one_line_of(text: str) -> str:
    """Give *text* with each run of space as one space."""
    return " ".join(text.replace("\u200b", " ").split())


def _language(said: str) -> str:
    lowered = said.lower()[:30]
    return _ALIASES.get(lowered, lowered) if lowered.replace("-", "").replace("+", "").isalnum() else ""


def _texts(node: LexborNode, depth: int) -> Iterator[str]:
    if depth > MAX_DEPTH:
        return
    for child in children(node):
        if is_text(child):
            yield text_of(child)
        else:
            yield from _texts(child, depth + 1)


def _write_code(node: LexborNode, written: list[str], depth: int) -> None:
    if depth > MAX_DEPTH:
        return
    for child in children(node):
        if is_text(child):
            written.append(text_of(child))
        elif child.tag == "br":
            written.append("\n")
        elif child.tag != "button":
            is_line = is_block(child)
            if is_line and written and not written[-1].endswith("\n"):
                written.append("\n")
            _write_code(child, written, depth + 1)
            if is_line and written and not written[-1].endswith("\n"):
                written.append("\n")
