"""Who makes the models of a package, and who reads them.

In: a surface.  Out: for a name of `models.py`, whether callers give such values, get them, or both.
Never: takes a name that no signature reaches for harmless: somebody may still make and read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbill_generator.changes.python.annotations import Annotation
from handbill_generator.changes.python.surface import Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The names that arguments reach (*written*) and those that results, errors and webhooks reach (*read*)."""

    written: frozenset[str]
    read: frozenset[str]

    def writes(self, name: str) -> bool:
        """Whether callers make it."""
        return name in self.written or name not in self.read

    def reads(self, name: str) -> bool:
        """Whether callers get it."""
        return name in self.read or name not in self.written


def usage_of(surface: Surface) -> Usage:
    """Follow the signatures of *surface* through its models."""
    methods = [f for c in surface.resources.values() for name, f in c.functions.items() if name != "__init__"]
    arguments = (a.annotation for method in methods for form in method.forms for a in form.arguments)
    results = [method.whole.result for method in methods]
    results += [surface.aliases[name] for name in surface.aliases if name not in surface.models.aliases]
    return Usage(written=frozenset(_reached(surface, arguments)), read=frozenset(_reached(surface, results)))


def _reached(surface: Surface, roots: Iterable[Annotation]) -> Iterator[str]:
    models = surface.models
    waiting = list(roots)
    seen: set[str] = set()
    while waiting:
        for name in waiting.pop().names - seen:
            seen.add(name)
            if name in models.classes:
                waiting += [field.annotation for field in models.classes[name].fields.values()]
                yield name
            elif name in models.aliases:
                waiting.append(models.aliases[name].annotation)
                yield name
