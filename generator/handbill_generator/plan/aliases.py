"""Find the old names of what was renamed, to be kept for one version of the API.

In: the names of the last run and of this one, the old names that the manifest still knows, the version of the API.
Out: the old names to emit beside the new ones, and what the manifest must remember of them.
Never: takes a name that something in use has, or keeps the old name of an argument: a call has no place for it.

Names are kept by themselves, so that only `x-handbill-name` renames anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from handbill_generator.plan.method_names import AVOIDED_METHODS
from handbill_generator.plan.model import Package, Renamed, Resource
from handbill_generator.plan.names import LastRun
from handbill_generator.plan.shapes import RESERVED_FIELDS
from handbill_generator.text import TYPE_NAMES, Code, Text, compound_name, identifier, path_part


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class OldName:
    """The old *name* of what stands under *key* in the manifest, and the *version* of the API that renamed it."""

    key: str
    name: str
    version: str


def with_old_names(
    package: Package, last: LastRun, known: Iterable[OldName], *, reserved: Mapping[str, frozenset[str]]
) -> Package:
    """Give *package* with the old names of the last run, and of those *known* before that are of the same version.

    *reserved* are names that the emitted text needs, by scope: `models` and `resources`.
    """
    version = package.version.raw
    found = [name for name in known if name.version == version]
    found += [OldName(key=key, name=name, version=version) for key, name in _renamed(last, package.symbols)]
    taken = {symbol.casefold() for symbol in package.symbols.values()}
    taken |= {f"{scope}.{name}".casefold() for scope, names in reserved.items() for name in names}
    kept: dict[str, tuple[OldName, Renamed]] = {}
    for old in sorted(set(found)):
        symbol = package.symbols.get(old.key, "")
        scope, _, name = symbol.rpartition(".")
        dotted = f"{scope}.{old.name}"
        spelt = _spelling(symbol)
        if spelt and spelt(old.name) == old.name and dotted.casefold() not in taken:
            taken.add(dotted.casefold())
            kept[dotted] = old, Renamed(name=Code(old.name), new=Code(name), version=Text(old.version))
    return _placed(package, kept)


def _renamed(last: LastRun, symbols: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Go through what has another name in the same place: the key, and the old name."""
    owners = {symbol: key for key, symbol in last.symbols.items()}
    for key, symbol in symbols.items():
        old_scope, _, old = last.symbols.get(key, symbol).rpartition(".")
        scope, _, new = symbol.rpartition(".")
        if old != new and (old_scope == scope or symbols.get(owners.get(old_scope, "")) == scope):
            yield key, old


def _spelling(symbol: str) -> Callable[[str], str] | None:
    """Give the exit that names of the kind of *symbol* come through; None for a kind that has no old names."""
    match symbol.split("."):
        case ["models", _]:
            return compound_name
        case ["models", _, _]:
            return lambda name: "" if name in RESERVED_FIELDS else identifier(name)
        case ["resources", _]:
            return path_part
        case ["resources", _, _, _]:
            return lambda name: identifier(name, avoid=AVOIDED_METHODS)
    return None


def _placed(package: Package, kept: Mapping[str, tuple[OldName, Renamed]]) -> Package:
    def inside(scope: str) -> tuple[Renamed, ...]:
        return tuple(renamed for dotted, (_, renamed) in kept.items() if dotted.rpartition(".")[0] == scope)

    definitions = tuple(
        replace(definition, renamed=inside(f"models.{definition.name}")) for definition in package.models.definitions
    )
    resources: list[Resource] = []
    for resource in package.resources:
        renamed = inside(f"resources.{resource.module}.{resource.class_name}")
        hidden = resource.hidden | {str(old.name) for old in renamed} & TYPE_NAMES
        resources.append(replace(resource, renamed=renamed, hidden=hidden))
    return replace(
        package,
        models=replace(package.models, definitions=definitions, renamed=inside("models")),
        resources=tuple(resources),
        renamed=inside("resources"),
        old_names=tuple((old.key, old.name, old.version) for old, _ in kept.values()),
    )
