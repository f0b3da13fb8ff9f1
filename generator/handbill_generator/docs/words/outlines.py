"""Read the names of a JSON example that is broken.

In: the lines of an example that lost brackets or values.  Out: the paths of its names, as its indentation has them.
"""

from __future__ import annotations

import re

from handbill_generator.docs.model import ITEMS, MAX_TOKEN, Path

MAX_LINES = 20_000
"""The most lines that are read."""
MAX_DEPTH = 32
"""How deep names are inside of names."""

_MEMBER = re.compile(
    rf'([ \t]{{0,400}})(?:[{{\[][ \t]{{0,40}}){{0,8}}"([^"\\]{{1,{MAX_TOKEN}}})"[ \t]{{0,40}}:[ \t]{{0,40}}([{{\[]?)'
)


def outline(text: str) -> tuple[Path, ...]:
    """Give the paths of the names in *text*, without `body`, in their order, each once.

    A name is inside of the nearest one above that is indented less and whose value begins with a bracket.
    """
    paths: dict[Path, None] = {}
    open_names: list[tuple[int, Path]] = []
    for line in text.splitlines()[:MAX_LINES]:
        member = _MEMBER.match(line)
        if member is None:
            continue
        blank, name, bracket = member.groups()
        indent = len(blank.expandtabs(4))
        while open_names and open_names[-1][0] >= indent:
            open_names.pop()
        path = (*(open_names[-1][1] if open_names else ()), name)
        paths[path] = None
        if bracket and len(open_names) < MAX_DEPTH:
            open_names.append((indent, (*path, ITEMS) if bracket == "[" else path))
    return tuple(paths)
