"""Lines for a terminal: labelled, wrapped and coloured.

In: text and how wide and coloured it may be.  Out: lines.
Never: lets text of a document move the cursor, begin a line or bring its own colour.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from rich.color import ColorSystem
from rich.style import Style

from handbill_generator.diagnostics import one_line

NARROWEST = 40
LABEL = 9
"""The widest label with the blanks behind it."""
INDENT = "  "


class Layout:
    """Lays out lines; a style is applied to what is laid out already, so that it takes no room."""

    def __init__(self, *, width: int, color: bool) -> None:
        self.width = max(width, NARROWEST)
        self.color = color

    def row(self, label: str, content: str, *, style: str = "") -> Iterator[str]:
        """Give a label and what it says, wrapped below itself; nothing where it says nothing."""
        if not content:
            return
        indent = INDENT * 2
        lines = self.wrapped(content, len(indent) + LABEL)
        for number, line in enumerate(lines):
            head = f"{label:<{LABEL}}" if number == 0 else " " * LABEL
            yield f"{indent}{self.styled(head, 'dim')}{self.styled(line, style)}"

    def filled(self, content: str, indent: str, *, style: str = "") -> Iterator[str]:
        """Give *content* wrapped behind *indent*."""
        for line in self.wrapped(content, len(indent)):
            yield f"{indent}{self.styled(line, style)}"

    def wrapped(self, content: str, taken: int) -> Iterable[str]:
        """Give *content* in lines that leave room for *taken* characters."""
        # A path or an address is kept whole: cut in two, no terminal opens it.
        return textwrap.wrap(one_line(content), self.width - taken, break_long_words=False, break_on_hyphens=False)

    def styled(self, content: str, style: str) -> str:
        """Give *content* in a style of rich, as it is where there are no colours."""
        if not (self.color and style and content.strip()):
            return content
        return Style.parse(style).render(content, color_system=ColorSystem.STANDARD)
