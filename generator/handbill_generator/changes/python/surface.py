"""What the users of an emitted package can name: its surface.

In: nothing.  Out: the parts of a surface, each with the line it stands on.
Never: holds what is private to the package, or a word of documentation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from handbill_generator.changes.python.annotations import Annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A line of an emitted file."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument; *default* is its source, empty where the argument is required."""

    name: str
    annotation: Annotation
    positional: bool
    default: str
    place: Place

    @property
    def required(self) -> bool:
        """Whether a call must give it."""
        return not self.default


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to call a function: an overload, or all of it where there is none."""

    arguments: tuple[Argument, ...]
    result: Annotation

    def __getitem__(self, name: str) -> Argument:
        return next(argument for argument in self.arguments if argument.name == name)

    def __contains__(self, name: object) -> bool:
        return any(argument.name == name for argument in self.arguments)

    def __str__(self) -> str:
        shown: list[str] = []
        for argument in self.arguments:
            if not argument.positional and "*" not in shown:
                shown.append("*")
            default = f" = {argument.default}" if argument.default else ""
            shown.append(f"{argument.name}: {argument.annotation}{default}")
        return f"({', '.join(shown)}) -> {self.result}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function, method or property; *whole* is its definition, *forms* are the ways to call it."""

    name: str
    forms: tuple[Form, ...]
    whole: Form
    is_property: bool
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a model; *required* says that the constructor asks for it."""

    name: str
    annotation: Annotation
    required: bool
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A class with the names of its bases."""

    name: str
    bases: tuple[str, ...]
    fields: Mapping[str, Field]
    functions: Mapping[str, Function]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A type alias."""

    name: str
    annotation: Annotation
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """A text that has a name."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How the client sends a credential, and the environment variable that stands in for it."""

    kind: str
    name: str
    variable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A module by its dotted *name* in the package, empty for the package itself.

    *exports* is its `__all__`; *schemes* are the credentials of a client, by argument.
    """

    name: str
    path: str
    classes: Mapping[str, Class]
    aliases: Mapping[str, Alias]
    constants: Mapping[str, Constant]
    functions: Mapping[str, Function]
    exports: tuple[str, ...]
    schemes: Mapping[str, Scheme]


@dataclass(frozen=True, kw_only=True)
class Surface:
    """The public modules of a package, by dotted name."""

    modules: Mapping[str, Module]

    @cached_property
    def models(self) -> Module:
        """The module of the models."""
        return self.modules["models"]

    @cached_property
    def aliases(self) -> Mapping[str, Annotation]:
        """What all aliases of types stand for."""
        found: dict[str, Annotation] = {}
        for name in ("webhooks", "error_bodies", "models"):
            if name in self.modules:
                found |= {alias.name: alias.annotation for alias in self.modules[name].aliases.values()}
        return found

    @cached_property
    def resources(self) -> Mapping[str, Class]:
        """The class of each resource, by the name of its module, which is the client's attribute, too."""
        return dict(self._resources(""))

    @cached_property
    def async_resources(self) -> Mapping[str, Class]:
        """The async twins of `resources`."""
        return dict(self._resources("Async"))

    def _resources(self, prefix: str) -> Iterator[tuple[str, Class]]:
        for name, module in self.modules.items():
            parent, _, short = name.rpartition(".")
            if parent == "resources":
                for found in module.classes.values():
                    if found.name.startswith("Async") == bool(prefix):
                        yield short, found

    @cached_property
    def client(self) -> Class:
        """The class of the client."""
        return next(c for c in self.modules["client"].classes.values() if "Client" in c.bases)
