"""The vendored package as the scan sees it: what its names are, and what its members give.

In: the surface of a package.  Out: kinds.
Never: imports the package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from handbill_generator.changes.python.annotations import Annotation, expanded
from handbill_generator.changes.python.surface import Class, Field, Function, Surface
from handbill_generator.vendor.usage.kinds import (
    Container,
    Kind,
    Kinds,
    PackageMethod,
    PackageModule,
    PackageName,
    PackageObject,
    together,
)

_CONTAINERS = frozenset({"list", "Sequence", "Iterable", "Iterator", "AsyncIterator", "tuple", "set", "frozenset"})
_MAPPINGS = frozenset({"dict", "Mapping"})
_PAGES = frozenset({"Pages", "AsyncPages"})
_DEEPEST = 8


class Package:
    """Answers what names and members of a package are."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    @cached_property
    def _homes(self) -> Mapping[str, str]:
        """The dotted name of each class, alias, constant and function by its short one; models come first."""
        found: dict[str, str] = {}
        for module in sorted(self._surface.modules.values(), key=lambda each: each.name != "models"):
            for name in (*module.classes, *module.aliases, *module.constants, *module.functions):
                found.setdefault(name, f"{module.name}.{name}" if module.name else name)
        return found

    def member_of_module(self, module: str, name: str) -> Kinds:
        """Give what `module.name` is: a name that is defined there, one that is exported, or a module below."""
        below = f"{module}.{name}" if module else name
        known = self._surface.modules.get(module)
        if known and any(name in names for names in (known.classes, known.aliases, known.constants, known.functions)):
            return (PackageName(below),)
        if known and name in known.exports and name in self._homes:
            return (PackageName(self._homes[name]),)
        if any(other == below or other.startswith(f"{below}.") for other in self._surface.modules):
            return (PackageModule(below),)
        return ()

    def member(self, owner: str, name: str) -> tuple[str, Field | Function] | None:
        """Give the member *name* of the class *owner* with the dotted name of the class that has it."""
        for dotted, found in self._with_bases(owner):
            if name in found.fields:
                return dotted, found.fields[name]
            if name in found.functions:
                return dotted, found.functions[name]
        return None

    def attribute(self, owner: str, name: str) -> Kinds:
        """Give what reading `name` of an instance of *owner* gives."""
        found = self.member(owner, name)
        if found is None:
            return ()
        dotted, member = found
        if isinstance(member, Field):
            return self.kinds(member.annotation)
        return self.kinds(member.whole.result) if member.is_property else (PackageMethod(dotted, name),)

    def result(self, owner: str, name: str) -> Kinds:
        """Give what calling the method *name* of *owner* gives, awaited where it has to be."""
        found = self.member(owner, name)
        if found is None or isinstance(found[1], Field):
            return ()
        annotation = found[1].whole.result
        if annotation.names == {"Self"}:
            return (PackageObject(owner),)
        return self.kinds(annotation)

    def kinds(self, annotation: Annotation, depth: int = _DEEPEST) -> Kinds:
        """Give what values of an annotation of the package are."""
        if depth == 0:
            return ()
        whole = expanded(annotation, self._surface.aliases) if depth == _DEEPEST else annotation
        return together(*(tuple(self._kind(member.name, member.arguments, depth)) for member in whole.order))

    def instance(self, name: str) -> Kinds:
        """Give what an annotation with the name *name* of the package stands for: an instance, or what an alias has."""
        module, _, short = name.rpartition(".")
        known = self._surface.modules.get(module)
        if known and short in known.aliases:
            return self.kinds(known.aliases[short].annotation)
        return (PackageObject(name),)

    def _kind(self, name: str, arguments: tuple[Annotation, ...], depth: int) -> Iterator[Kind]:
        if name in _PAGES and len(arguments) == 2:
            pages, items = (self.kinds(argument, depth - 1) for argument in arguments)
            yield Container(items, (Container(pages),))
        elif name in _CONTAINERS and arguments:
            yield Container(self.kinds(arguments[0], depth - 1))
        elif name in _MAPPINGS and len(arguments) == 2:
            yield Container(self.kinds(arguments[1], depth - 1))
        elif name in self._homes:
            yield PackageObject(self._homes[name])

    def _with_bases(self, owner: str) -> Iterator[tuple[str, Class]]:
        waiting, seen = [owner], set()
        while waiting:
            dotted = waiting.pop(0)
            module, _, short = dotted.rpartition(".")
            known = self._surface.modules.get(module)
            if dotted in seen or known is None or short not in known.classes:
                continue
            seen.add(dotted)
            found = known.classes[short]
            yield dotted, found
            waiting += [self._homes[base] for base in found.bases if base in self._homes]
