"""Text of documents in Markdown, as GitHub and GitLab read it.

In: text.  Out: Markdown that reads as it stands.
Never: lets it make a link, a mention, a picture, an element or a row of its own.
"""

from __future__ import annotations

import re

from handbill_generator.diagnostics import one_line
from handbill_generator.load.source import shown as cut

_LONGEST_TEXT = 300
_BREAK = "&#8203;"  # a space without width, which no mention and no bare address survives
# What is special at the beginning of a line alone is left as it is: no text of a document stands there.
_PUNCTUATION = re.compile(r"([\\`*_\[\]#~])")
_MENTION = re.compile(r"@(?=\w)|(?<=:)(?=//)|\b(?:www(?=\.)|GH(?=-))", re.IGNORECASE)
_MATHS = "<span>$</span>"


def prose(text: str) -> str:
    """Give *text* as Markdown that reads as it stands: nothing in it is markup, an address or a mention."""
    # The marks are set before the rest is escaped, as characters that no text has after `one_line`.
    marked = _MENTION.sub(lambda found: f"{found[0]}\x00", cut(one_line(text), _LONGEST_TEXT))
    marked = re.sub(r"[#!%~&](?=[\w\"])", lambda found: f"{found[0]}\x00", marked)
    escaped = _PUNCTUATION.sub(r"\\\1", marked.replace("&", "&amp;")).replace("<", "&lt;").replace("|", "&#124;")
    return escaped.replace("$", _MATHS).replace("\x00", _BREAK)


def code(text: str) -> str:
    """Give *text* as a span of code, behind more backticks than it has; one with a bar is safe in a table too."""
    line = cut(one_line(text), _LONGEST_TEXT).strip(" ") or " "
    if "|" in line:
        # Readers of tables disagree about a backslash before a bar; what is a character reference cuts no cell.
        return f"<code>{re.sub('[^a-zA-Z0-9 ]', lambda found: f'&#{ord(found[0])};', line)}</code>"
    fence = "`" * (_longest_run(line) + 1)
    blank = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{blank}{line}{blank}{fence}"


def block(text: str, language: str) -> str:
    """Give *text* as a block of code."""
    fence = "`" * max(3, _longest_run(text) + 1)
    lines = "\n".join(one_line(line) for line in text.splitlines())
    return f"{fence}{language}\n{lines}\n{fence}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
