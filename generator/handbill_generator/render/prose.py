"""Make the words of a contract speak Python.

In: text that names things as they are called on the wire, in backquotes.  Out: the same text with their Python names.
Never: touches a word outside of backquotes, or one that has no Python name or more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbill_generator.plan import Package
from handbill_generator.text import Text


def python_names(package: Package) -> dict[str, str]:
    """Map wire names to Python names, where all things of one wire name have the same Python name.

    A name such as `_id` stays: that it is not `id` may be what the sentence is about.
    """
    names: dict[str, set[str]] = {}
    for wire, name in _pairs(package):
        names.setdefault(wire, set()).add(name)
    return {wire: found.pop() for wire, found in names.items() if len(found) == 1 and wire[:1].isalpha()}


def _pairs(package: Package) -> Iterator[tuple[str, str]]:
    for shape in package.models.shapes:
        yield from ((field.wire.raw, field.name) for field in shape.fields)
    for resource in package.resources:
        for method in resource.methods:
            yield from ((argument.wire.raw, argument.name) for argument in method.arguments)


def pythonic(text: Text, names: Mapping[str, str]) -> Text:
    """Rename what stands in backquotes; `a.b` is renamed part by part, and only if each part has a name."""

    def renamed(match: re.Match[str]) -> str:
        parts = match[1].split(".")
        return f"`{'.'.join(names[part] for part in parts)}`" if all(part in names for part in parts) else match[0]

    return Text(re.sub(r"`([A-Za-z_][\w.]*)`", renamed, text.raw))
