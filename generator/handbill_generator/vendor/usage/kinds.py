"""What an expression of a project may stand for, as far as a vendored package is concerned.

In: nothing.  Out: the words of the scan.

An expression has a tuple of kinds, one for each thing that it may be, and an empty one where nothing is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class PackageModule:
    """A module of the package by its dotted name in it, empty for the package itself."""

    name: str


@dataclass(frozen=True, slots=True)
class PackageName:
    """A class, alias, constant or function of the package, as `models.Campaign`."""

    name: str


@dataclass(frozen=True, slots=True)
class PackageObject:
    """An instance of a class of the package."""

    name: str


@dataclass(frozen=True, slots=True)
class PackageMethod:
    """A method of an instance of the package: `resources.campaigns.Campaigns` and `update`."""

    owner: str
    name: str


@dataclass(frozen=True, slots=True)
class Container:
    """What gives *items* when it is iterated, indexed or awaited; *pages* are what a listing's `pages()` gives."""

    items: Kinds
    pages: Kinds = ()


@dataclass(frozen=True, slots=True)
class ProjectModule:
    """A module of the project."""

    name: str


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A function or class that a module of the project defines; a method has its class before it."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class ProjectObject:
    """An instance of a class of the project."""

    module: str
    name: str


Kind: TypeAlias = (
    PackageModule
    | PackageName
    | PackageObject
    | PackageMethod
    | Container
    | ProjectModule
    | ProjectName
    | ProjectObject
)
Kinds: TypeAlias = tuple[Kind, ...]


def together(*parts: Kinds) -> Kinds:
    """Give the kinds of all *parts*, each once."""
    return tuple(dict.fromkeys(kind for part in parts for kind in part))


def items_of(kinds: Kinds) -> Kinds:
    """Give what iterating, indexing or entering *kinds* gives."""
    return together(*(kind.items for kind in kinds if isinstance(kind, Container)))
