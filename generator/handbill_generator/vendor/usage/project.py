"""What the names of a project's modules are, across its modules.

In: parsed files and the package they use.  Out: kinds of names, and what functions and classes of the project give.
Never: follows a definition for ever: who asks for what it is asked for gets nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from handbill_generator.vendor.usage.kinds import (
    Kinds,
    PackageModule,
    ProjectModule,
    ProjectName,
    ProjectObject,
    together,
)
from handbill_generator.vendor.usage.package import Package
from handbill_generator.vendor.usage.sources import SourceFile

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions:
    """The top level of a module: each name with the statements that bind it."""

    source: SourceFile
    bound: Mapping[str, tuple[ast.stmt, ...]] = field(repr=False)


class Project:
    """Answers what names of the project are; *evaluate* gives the kinds of an expression in a module's scope."""

    def __init__(self, sources: Iterable[SourceFile], package: Package, imported_as: str) -> None:
        self.package = package
        self.imported_as = imported_as
        self.modules = {source.name: Definitions(source=source, bound=_bound(source.tree)) for source in sources}
        self._asked: set[tuple[str, ...]] = set()
        self._answers: dict[tuple[str, ...], Kinds] = {}

    def name(self, module: str, name: str, evaluate: Callable[[str, ast.expr], Kinds]) -> Kinds:
        """Give what *name* is at the top level of *module*."""
        known = self.modules.get(module)
        if known is None:
            return ()
        return self.once(
            ("name", module, name),
            lambda: together(
                *(self._defined(known.source, node, name, evaluate) for node in known.bound.get(name, ()))
            ),
        )

    def once(self, key: tuple[str, ...], answer: Callable[[], Kinds]) -> Kinds:
        """Answer a question once; asked again while it is being answered, nothing is known."""
        if key in self._answers:
            return self._answers[key]
        if key in self._asked:
            return ()
        self._asked.add(key)
        try:
            self._answers[key] = answer()
        finally:
            self._asked.discard(key)
        return self._answers[key]

    def class_node(self, module: str, name: str) -> ast.ClassDef | None:
        """Give the class *name* of *module*."""
        return self._node(module, name, ast.ClassDef)

    def function_node(self, module: str, name: str) -> FunctionNode | None:
        """Give a function, or a method as `Class.method`."""
        owner, _, short = name.rpartition(".")
        if not owner:
            return self._node(module, name, ast.FunctionDef) or self._node(module, name, ast.AsyncFunctionDef)
        found = self.class_node(module, owner)
        methods = (node for node in (found.body if found else ()) if isinstance(node, FunctionNode))
        return next((node for node in methods if node.name == short), None)

    def imported(self, source: SourceFile, node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, Kinds]]:
        """Give the names that an import binds in *source*."""
        if isinstance(node, ast.Import):
            for alias in node.names:
                # Without `as`, `import a.b` binds `a`.
                target = alias.name if alias.asname else alias.name.partition(".")[0]
                yield alias.asname or target, self.module(target)
            return
        base = _absolute(source, node)
        for alias in node.names:
            if alias.name != "*":
                yield alias.asname or alias.name, self.member(base, alias.name)

    def module(self, name: str) -> Kinds:
        """Give what a dotted module is: of the package, or of the project (or a namespace that leads to either)."""
        if name == self.imported_as:
            return (PackageModule(""),)
        if name.startswith(f"{self.imported_as}."):
            within = name.removeprefix(f"{self.imported_as}.")
            return self.package.member_of_module(within.rpartition(".")[0], within.rpartition(".")[2])
        leads = any(other == name or other.startswith(f"{name}.") for other in (*self.modules, self.imported_as))
        return (ProjectModule(name),) if leads else ()

    def member(self, module: str, name: str) -> Kinds:
        """Give what `from module import name` binds."""
        if module == self.imported_as or module.startswith(f"{self.imported_as}."):
            return self.package.member_of_module(module.removeprefix(self.imported_as).lstrip("."), name)
        known = self.modules.get(module)
        if known and name in known.bound:
            return (ProjectName(module, name),)
        return self.module(f"{module}.{name}" if module else name)

    def _defined(
        self, source: SourceFile, node: ast.stmt, name: str, evaluate: Callable[[str, ast.expr], Kinds]
    ) -> Kinds:
        match node:
            case ast.Import() | ast.ImportFrom():
                return together(*(kinds for bound, kinds in self.imported(source, node) if bound == name))
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                return (ProjectName(source.name, name),)
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
                return evaluate(source.name, value)
        return ()

    def _node(self, module: str, name: str, kind: type[_Node]) -> _Node | None:
        known = self.modules.get(module)
        nodes = known.bound.get(name, ()) if known else ()
        return next((node for node in nodes if isinstance(node, kind)), None)


_Node = TypeVar("_Node", ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def object_of(name: ProjectName) -> ProjectObject:
    """Give an instance of a class of the project."""
    return ProjectObject(name.module, name.name)


def _bound(tree: ast.Module) -> Mapping[str, tuple[ast.stmt, ...]]:
    """Give the names that the top level binds, inside of `if`, `try` and `with` too."""
    found: dict[str, list[ast.stmt]] = {}
    for node in _top_level(tree.body):
        for name in _names(node):
            found.setdefault(name, []).append(node)
    return {name: tuple(nodes) for name, nodes in found.items()}


def _top_level(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With | ast.For | ast.While):
            inner = [*node.body, *getattr(node, "orelse", []), *getattr(node, "finalbody", [])]
            inner += [each for handler in getattr(node, "handlers", []) for each in handler.body]
            yield from _top_level(inner)


def _names(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Import():
            yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)
        case ast.ImportFrom():
            yield from (alias.asname or alias.name for alias in node.names)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Assign():
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def _absolute(source: SourceFile, node: ast.ImportFrom) -> str:
    """Give the module that an import is from, counted up from its file where it is relative."""
    if not node.level:
        return node.module or ""
    parts = source.name.split(".") if source.name else []
    up = node.level - 1 if source.is_package else node.level
    above = parts[: len(parts) - up] if up else parts
    return ".".join([*above, *([node.module] if node.module else [])])
