"""What an expression is, as far as a vendored package is concerned.

In: an expression and the names in its scope.  Out: kinds, empty where nothing is known.
Never: guesses: a name that could be anything is nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, MutableMapping

from handbill_generator.vendor.usage.kinds import (
    Container,
    Kind,
    Kinds,
    PackageMethod,
    PackageModule,
    PackageName,
    PackageObject,
    ProjectModule,
    ProjectName,
    ProjectObject,
    items_of,
    together,
)
from handbill_generator.vendor.usage.project import FunctionNode, Project
from handbill_generator.vendor.usage.sources import SourceFile

Scope = MutableMapping[str, Kinds]
_WRAPPERS = frozenset({"Optional", "Union", "Annotated", "Final", "ClassVar", "Awaitable", "Coroutine"})
_SAME = frozenset({"list", "tuple", "sorted", "reversed", "set", "iter", "next", "aiter", "anext", "filter"})
_DEEPEST = 60
"""Calls on calls on calls: nobody writes more, and Python's own stack is not endless."""


class Inference:
    """Answers what expressions of one module are."""

    def __init__(self, project: Project, module: str) -> None:
        self.project = project
        self.module = module
        self._depth = 0

    def kinds(self, node: ast.expr | None, scopes: Iterable[Mapping[str, Kinds]]) -> Kinds:
        """Give what *node* is; *scopes* are the names around it, the innermost first."""
        if node is None or self._depth > _DEEPEST:
            return ()
        self._depth += 1
        try:
            return self._kinds(node, tuple(scopes))
        finally:
            self._depth -= 1

    def annotated(self, node: ast.expr | None, scopes: Iterable[Mapping[str, Kinds]]) -> Kinds:
        """Give what values of the annotation *node* are."""
        scopes = tuple(scopes)
        match node:
            case None:
                return ()
            case ast.Constant(value=str(text)):
                return self.annotated(parsed(text), scopes)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return together(self.annotated(left, scopes), self.annotated(right, scopes))
            case ast.Subscript(value=value, slice=inner):
                parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                within = together(*(self.annotated(part, scopes) for part in parts))
                name = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
                return within if name in _WRAPPERS else ((Container(within),) if within else ())
        return together(*(self._instance(kind) for kind in self.kinds(node, scopes)))

    def parameters(self, node: FunctionNode, owner: str, scopes: Iterable[Mapping[str, Kinds]]) -> Scope:
        """Give the parameters of a function; *owner* is the class of the project that it is a method of."""
        given = node.args
        every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        scope: Scope = {each.arg: self.annotated(each.annotation, scopes) for each in every}
        if owner and every and not any(getattr(mark, "id", "") == "staticmethod" for mark in node.decorator_list):
            scope[every[0].arg] = (ProjectObject(self.module, owner),)
        return scope

    def attribute(self, kind: Kind, name: str) -> Kinds:
        """Give what `.name` of a kind is."""
        package = self.project.package
        match kind:
            case PackageModule(name=module):
                return package.member_of_module(module, name)
            case PackageObject(name=owner):
                return package.attribute(owner, name)
            case ProjectModule(name=module):
                found = self.project.member(module, name)
                return together(*(self._resolved(each) for each in found))
            case ProjectObject(module=module, name=owner):
                return self._of_project_object(module, owner, name)
            case Container():
                return (kind,) if name in ("values", "items", "copy", "pages") else ()
        return ()

    def _kinds(self, node: ast.expr, scopes: tuple[Mapping[str, Kinds], ...]) -> Kinds:
        match node:
            case ast.Name(id=name):
                return self._named(name, scopes)
            case ast.Attribute(value=value, attr=attribute):
                return together(*(self.attribute(kind, attribute) for kind in self.kinds(value, scopes)))
            case ast.Call():
                return self._called(node, scopes)
            case ast.Await(value=value) | ast.NamedExpr(value=value) | ast.Starred(value=value):
                return self.kinds(value, scopes)
            case ast.Subscript(value=value, slice=ast.Slice()):
                return self.kinds(value, scopes)
            case ast.Subscript(value=value):
                return items_of(self.kinds(value, scopes))
            case ast.IfExp(body=body, orelse=orelse):
                return together(self.kinds(body, scopes), self.kinds(orelse, scopes))
            case ast.BoolOp(values=values):
                return together(*(self.kinds(value, scopes) for value in values))
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                within = together(*(self.kinds(element, scopes) for element in elements))
                return (Container(within),) if within else ()
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                within = self.kinds(node.elt, (self.comprehended(node.generators, scopes), *scopes))
                return (Container(within),) if within else ()
            case ast.DictComp():
                within = self.kinds(node.value, (self.comprehended(node.generators, scopes), *scopes))
                return (Container(within),) if within else ()
        return ()

    def comprehended(self, generators: Iterable[ast.comprehension], scopes: Iterable[Mapping[str, Kinds]]) -> Scope:
        """Give the names that the loops of a comprehension bind."""
        scope: Scope = {}
        for loop in generators:
            self.bind(scope, loop.target, items_of(self.kinds(loop.iter, (scope, *scopes))))
        return scope

    def bind(self, scope: Scope, target: ast.expr, kinds: Kinds) -> None:
        """Bind the names of an assignment; of a pair each name may be any of the two."""
        match target:
            case ast.Name(id=name):
                scope[name] = kinds
            case ast.Starred(value=value):
                self.bind(scope, value, kinds)
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                for element in elements:
                    self.bind(scope, element, items_of(kinds) or kinds)

    def _named(self, name: str, scopes: tuple[Mapping[str, Kinds], ...]) -> Kinds:
        for scope in scopes:
            if name in scope:
                return scope[name]
        return self.top_level(self.module, name)

    def top_level(self, module: str, name: str) -> Kinds:
        """Give what a name is at the top level of a module of the project."""
        found = self.project.name(module, name, lambda where, node: Inference(self.project, where).kinds(node, ()))
        return together(*(self._resolved(kind) for kind in found))

    def imported(self, source: SourceFile, node: ast.Import | ast.ImportFrom) -> Scope:
        """Give the names that an import binds, as what they are."""
        bound = self.project.imported(source, node)
        return {name: together(*(self._resolved(kind) for kind in kinds)) for name, kinds in bound}

    def _resolved(self, kind: Kind) -> Kinds:
        """Follow a name of the project to what it is; a function or class of it stays what it is."""
        if not isinstance(kind, ProjectName) or "." in kind.name:
            return (kind,)
        if self.project.class_node(kind.module, kind.name) or self.project.function_node(kind.module, kind.name):
            return (kind,)
        return self.top_level(kind.module, kind.name)

    def _instance(self, kind: Kind) -> Kinds:
        match kind:
            case PackageName(name=name):
                return self.project.package.instance(name)
            case ProjectName(module=module, name=name) if self.project.class_node(module, name):
                return (ProjectObject(module, name),)
        return ()

    def _called(self, node: ast.Call, scopes: tuple[Mapping[str, Kinds], ...]) -> Kinds:
        if isinstance(node.func, ast.Name) and node.func.id in _SAME and node.args:
            given = self.kinds(node.args[-1], scopes)
            return items_of(given) if node.func.id in ("next", "anext") else given
        if isinstance(node.func, ast.Attribute) and node.func.attr == "pages":
            holders = self.kinds(node.func.value, scopes)
            return together(*(kind.pages for kind in holders if isinstance(kind, Container)))
        return together(*(self._result(kind) for kind in self.kinds(node.func, scopes)))

    def _result(self, kind: Kind) -> Kinds:
        match kind:
            case PackageName():
                return self._instance(kind)
            case PackageMethod(owner=owner, name=name):
                return self.project.package.result(owner, name)
            case ProjectName(module=module, name=name):
                return self._instance(kind) or self._returned(module, name)
            case Container():
                return (kind,)  # what `values()` or `copy()` of one gives
        return ()

    def _returned(self, module: str, name: str) -> Kinds:
        node = self.project.function_node(module, name)
        if node is None:
            return ()
        where = Inference(self.project, module)
        owner = name.rpartition(".")[0]
        if node.returns:
            return where.annotated(node.returns, ())
        return self.project.once(("returned", module, name), lambda: together(*where._returns(node, owner)))

    def _returns(self, node: FunctionNode, owner: str) -> Iterator[Kinds]:
        """Give what the returns of a function give, in the order of its text and without its branches."""
        scope = self.parameters(node, owner, ())
        for inner in _in_order(node.body):
            match inner:
                case ast.Assign(targets=targets, value=value):
                    for target in targets:
                        self.bind(scope, target, self.kinds(value, (scope,)))
                case ast.With(items=items) | ast.AsyncWith(items=items):
                    for item in items:
                        if item.optional_vars:
                            self.bind(scope, item.optional_vars, self.entered(self.kinds(item.context_expr, (scope,))))
                case ast.Return(value=value):
                    yield self.kinds(value, (scope,))

    def entered(self, kinds: Kinds) -> Kinds:
        """Give what `with kinds as x` binds: a client enters as itself, a context manager gives what it yields."""
        return together(items_of(kinds), tuple(kind for kind in kinds if not isinstance(kind, Container)))

    def _of_project_object(self, module: str, owner: str, name: str) -> Kinds:
        method = self.project.function_node(module, f"{owner}.{name}")
        if method:
            marks = {getattr(mark, "id", getattr(mark, "attr", "")) for mark in method.decorator_list}
            found = ProjectName(module, f"{owner}.{name}")
            return self._returned(module, found.name) if marks & {"property", "cached_property"} else (found,)
        node = self.project.class_node(module, owner)
        if node is None:
            return ()
        where = Inference(self.project, module)
        return self.project.once(("attribute", module, owner, name), lambda: where._assigned(node, name))

    def _assigned(self, node: ast.ClassDef, name: str) -> Kinds:
        """Give what an attribute of a class of the project is: by its annotation, or by what methods put there."""
        found: list[Kinds] = []
        for statement in node.body:
            match statement:
                case ast.AnnAssign(target=ast.Name(id=target), annotation=annotation) if target == name:
                    found.append(self.annotated(annotation, ()))
                case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                    found.append(self.kinds(value, ()))
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    found += self._put(statement, node.name, name)
        if not any(found):
            for base in node.bases:
                for kind in self.kinds(base, ()):
                    if isinstance(kind, ProjectName):
                        found.append(self._of_project_object(kind.module, kind.name, name))
        return together(*found)

    def _put(self, method: FunctionNode, owner: str, name: str) -> Iterator[Kinds]:
        scope = self.parameters(method, owner, ())
        own = next((each.arg for each in (*method.args.posonlyargs, *method.args.args)), "")
        for inner in _in_order(method.body):
            match inner:
                case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id=holder), attr=attribute), annotation=told):
                    if (holder, attribute) == (own, name):
                        yield self.annotated(told, ())
                case ast.Assign(targets=targets, value=value):
                    for target in targets:
                        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
                            if (target.value.id, target.attr) == (own, name):
                                yield self.kinds(value, (scope,))
                        else:
                            self.bind(scope, target, self.kinds(value, (scope,)))


def parsed(text: str) -> ast.expr | None:
    """Read an annotation in quotes; None where it is no expression."""
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _in_order(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Give statements with those inside of them, but for those of functions and classes."""
    for node in body:
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        for name in ("body", "orelse", "finalbody"):
            yield from _in_order(getattr(node, name, []))
        for handler in (*getattr(node, "handlers", []), *getattr(node, "cases", [])):
            yield from _in_order(handler.body)
