"""Write a function of a few lines that uses an emitted package, with all imports that it needs.

In: names and annotations of the package.  Out: the text of a module.
Never: uses a name that the package does not have, or two of its names for one thing.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbill_generator.changes.python.annotations import Annotation, expanded, renamed
from handbill_generator.changes.python.emitted import Emitted

_WIDTH = 100
_BUILT_IN = frozenset("None bool bytes dict float int list object str".split())
_LIBRARY = {
    "Any": "typing",
    "AsyncIterable": "collections.abc",
    "Iterable": "collections.abc",
    "Literal": "typing",
    "MISSING": "pydantic",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "date": "datetime",
    "datetime": "datetime",
}
_RUNTIME = {
    "ClientCredentials": "_oauth",
    "EventStream": "_events",
    "FileInput": "_multipart",
    "JSONLines": "_events",
    "Pages": "_pages",
    "Redirect": "_operation",
    "ServerSentEvent": "_events",
}
"""Names in signatures that the runtime defines, and its modules; only some of them are exported."""


class Unknown(Exception):
    """A name that cannot be imported."""


class Snippet:
    """A function `witness` in the making; `text` is the module."""

    def __init__(self, package: Emitted) -> None:
        self._package = package
        self._imports: dict[str, tuple[str, str]] = {}
        self._parameters: dict[str, str] = {}
        self._lines: list[str] = []
        self._returns = "None"

    def use(self, module: str, name: str) -> str:
        """Import *name* from a module of the package, which is the package itself where it is empty.

        Gives what the snippet calls it: an error and a model may have one name.
        """
        return self._import(f"{self._package.package}.{module}".rstrip("."), name)

    def _import(self, module: str, name: str) -> str:
        shown = name
        while self._imports.setdefault(shown, (module, name)) != (module, name):
            shown += "_"
        return shown

    def type(self, annotation: Annotation) -> str:
        """Write an annotation without aliases, which may change by themselves; raises Unknown."""
        bare = expanded(annotation, self._package.surface.aliases)
        return str(renamed(bare, {name: self._use_type(name) for name in sorted(bare.names - _BUILT_IN)}))

    def _use_type(self, name: str) -> str:
        surface = self._package.surface
        if name in surface.models.classes or name in surface.models.aliases:
            return self.use("models", name)
        if name in _LIBRARY:
            return self._import(_LIBRARY[name], name)
        if name in surface.modules[""].exports:
            return self.use("", name)
        if name in _RUNTIME:
            return self.use(_RUNTIME[name], name)
        raise Unknown(name)

    def take(self, name: str, annotation: str) -> str:
        """Add a parameter, and give its name, which is another one where that is taken."""
        free = name
        while self._parameters.get(free, annotation) != annotation:
            free += "_"
        self._parameters[free] = annotation
        return free

    def line(self, code: str) -> None:
        """Add a line to the function."""
        if code not in self._lines:
            self._lines.append(code)

    def give(self, annotation: str, code: str) -> None:
        """End the function with a result."""
        self._returns = annotation
        self.line(f"return {code}")

    @property
    def text(self) -> str:
        """Give the module."""
        own = self._package.package
        modules: dict[str, list[str]] = {}
        for shown, (module, name) in sorted(self._imports.items()):
            modules.setdefault(module, []).append(name if shown == name else f"{name} as {shown}")
        order = sorted(modules, key=lambda module: (module.partition(".")[0] == own, module))
        imports = [f"from {module} import {', '.join(modules[module])}" for module in order]
        parameters = [f"{name}: {annotation}" for name, annotation in self._parameters.items()]
        head = f"def witness({', '.join(parameters)}) -> {self._returns}:"
        if len(head) > _WIDTH:
            head = "\n".join(["def witness(", *(f"    {p}," for p in parameters), f") -> {self._returns}:"])
        return "\n".join([*imports, "", "", head, *(f"    {line}" for line in self._lines), ""])


def call_of(function: str, positional: Iterable[str], named: Iterable[tuple[str, str]]) -> str:
    """Write a call."""
    return f"{function}({', '.join([*positional, *(f'{name}={value}' for name, value in named)])})"
