"""Say which name of one package is which of the other.

In: two emitted packages.  Out: `Pairs`.
Never: takes one name for two; what has the same name on both sides is the same.

What has another name is known by its place in the contract; a component that was renamed has another place, and is
known by its fields, or by what it stands for where it is used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from handbill_generator.changes.python.annotations import Annotation, renamed
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.surface import Alias, Class, Function

Definition: TypeAlias = Class | Alias
_VARIABLE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method by the module of its resource, its class and its name."""

    module: str
    owner: str
    name: str

    @property
    def symbol(self) -> str:
        """Its dotted symbol."""
        return f"resources.{self.module}.{self.owner}.{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Old names to new ones: of *models* and of *resources* (by module); and methods, the same on both sides."""

    models: Mapping[str, str]
    resources: Mapping[str, str]
    methods: Mapping[Method, Method]


def paired(old: Emitted, new: Emitted) -> Pairs:
    """Pair the names of two packages."""
    operations = _operations(old), _operations(new)
    resources = _resources(old, new, *operations)
    methods = _methods(old, new, resources, *operations)
    return Pairs(models=_Models(old, new, methods).paired(), resources=resources, methods=methods)


def methods_of(package: Emitted) -> list[Method]:
    """Give all methods of a package, in the order of its files."""
    return [
        Method(module=module, owner=found.name, name=name)
        for module, found in package.surface.resources.items()
        for name in found.functions
        if name != "__init__"
    ]


def function_of(package: Emitted, method: Method) -> Function:
    """Give the function behind a method."""
    return package.surface.resources[method.module].functions[method.name]


def place_of(key: str) -> str:
    """Give a key of the manifest without the names in braces, which are not sent."""
    return _VARIABLE.sub("{}", key)


def _operations(package: Emitted) -> dict[str, Method]:
    found = {}
    known = set(methods_of(package))
    for key, symbol in package.symbols.items():
        match symbol.split("."):
            case "resources", module, owner, name if (m := Method(module=module, owner=owner, name=name)) in known:
                found[place_of(key)] = m
    return found


def _resources(old: Emitted, new: Emitted, before: Mapping[str, Method], after: Mapping[str, Method]) -> dict[str, str]:
    """Pair resources: by name, or where one is gone and another new, by the operations that went from here to there."""
    gone, come = (set(a.surface.resources) - set(b.surface.resources) for a, b in ((old, new), (new, old)))
    pairs = {name: name for name in old.surface.resources if name not in gone}
    moved = Counter(
        (method.module, after[key].module)
        for key, method in before.items()
        if key in after and method.module in gone and after[key].module in come
    )
    for (source, target), _ in moved.most_common():
        if source not in pairs and target in come:
            pairs[source] = target
            come.remove(target)
    return pairs


def _methods(
    old: Emitted,
    new: Emitted,
    resources: Mapping[str, str],
    before: Mapping[str, Method],
    after: Mapping[str, Method],
) -> dict[Method, Method]:
    """Pair methods: by operation, or else by name; a path may have moved and its operation still be called the same."""
    pairs = {method: after[key] for key, method in before.items() if key in after}
    taken = set(pairs.values())
    free = {(m.module, m.name): m for m in methods_of(new) if m not in taken}
    for method in methods_of(old):
        at = (resources.get(method.module, ""), method.name)
        if method not in pairs and at in free:
            pairs[method] = free[at]
    return {method: pairs[method] for method in methods_of(old) if method in pairs}


class _Models:
    """Pairs the classes and aliases of `models.py`."""

    def __init__(self, old: Emitted, new: Emitted, methods: Mapping[Method, Method]) -> None:
        self._old, self._new, self._methods = old, new, methods
        before, after = definitions_of(old), definitions_of(new)
        self._pairs = {name: name for name in before if name in after}
        self._gone = {name: found for name, found in before.items() if name not in after}
        self._come = {name: found for name, found in after.items() if name not in before}

    def paired(self) -> dict[str, str]:
        self._take(self._by_place())
        while self._gone and self._come and (self._take(self._by_content()) or self._take(self._by_use())):
            pass
        return self._pairs

    def _take(self, found: Iterable[tuple[str, str]]) -> bool:
        before = len(self._pairs)
        for old, new in found:
            if old in self._gone and new in self._come:
                del self._gone[old], self._come[new]
                self._pairs[old] = new
        return len(self._pairs) > before

    def _by_place(self) -> list[tuple[str, str]]:
        places = {place_of(key): name for name in self._come for key in self._new.keys.get(f"models.{name}", ())}
        keys = ((name, place_of(key)) for name in self._gone for key in self._old.keys.get(f"models.{name}", ()))
        return [(name, places[key]) for name, key in keys if key in places]

    def _by_content(self) -> list[tuple[str, str]]:
        """Pair what holds the same, where it is one of a kind on both sides."""
        before = _unique((name, _content(found, self._pairs)) for name, found in self._gone.items())
        after = _unique((name, _content(found, {})) for name, found in self._come.items())
        return [(before[content], after[content]) for content in before if content in after]

    def _by_use(self) -> list[tuple[str, str]]:
        """Pair classes of which one stands where the other stood, and that have most fields in common."""
        found = []
        for before, after in self._uses():
            gone, come = sorted(before.names & self._gone.keys()), sorted(after.names & self._come.keys())
            if len(gone) == len(come) == 1 and _is_like(self._gone[gone[0]], self._come[come[0]]):
                found.append((gone[0], come[0]))
        return found

    def _uses(self) -> Iterator[tuple[Annotation, Annotation]]:
        for method, target in self._methods.items():
            before, after = function_of(self._old, method), function_of(self._new, target)
            yield before.whole.result, after.whole.result
            for argument in before.whole.arguments:
                if argument.name in after.whole:
                    yield argument.annotation, after.whole[argument.name].annotation
        for old, new in self._pairs.items():
            one, other = definitions_of(self._old)[old], definitions_of(self._new)[new]
            if isinstance(one, Alias) and isinstance(other, Alias):
                yield one.annotation, other.annotation
            elif isinstance(one, Class) and isinstance(other, Class):
                for name in one.fields.keys() & other.fields.keys():
                    yield one.fields[name].annotation, other.fields[name].annotation


def definitions_of(package: Emitted) -> dict[str, Definition]:
    """Give the classes and aliases of `models.py` by name."""
    return {**package.surface.models.classes, **package.surface.models.aliases}


def _content(found: Definition, names: Mapping[str, str]) -> Hashable:
    if isinstance(found, Alias):
        return renamed(found.annotation, names)
    fields = ((f.name, renamed(f.annotation, names), f.required) for f in found.fields.values())
    return frozenset(fields) if found.fields else None


def _unique(pairs: Iterable[tuple[str, Hashable]]) -> dict[Hashable, str]:
    known = [(name, content) for name, content in pairs if content is not None]
    counted = Counter(content for _, content in known)
    return {content: name for name, content in known if counted[content] == 1}


def _is_like(one: Definition, other: Definition) -> bool:
    if not (isinstance(one, Class) and isinstance(other, Class)):
        return False
    common = len(one.fields.keys() & other.fields.keys())
    return common * 2 >= max(len(one.fields), len(other.fields), 1)
