"""Where a module of a project names something of the vendored package.

In: a parsed file.  Out: its `Reference`s.
Never: tells whether what is named breaks.
"""

from __future__ import annotations

import ast

from handbill_generator.vendor.usage.inference import Inference, Scope, parsed
from handbill_generator.vendor.usage.kinds import (
    Kinds,
    PackageMethod,
    PackageModule,
    PackageName,
    PackageObject,
    items_of,
)
from handbill_generator.vendor.usage.project import FunctionNode, Project
from handbill_generator.vendor.usage.reference import Reference
from handbill_generator.vendor.usage.sources import SourceFile


def references(source: SourceFile, project: Project) -> tuple[Reference, ...]:
    """Give the references of a file, in the order of its lines."""
    scan = _Scan(source, project)
    try:
        scan.body(source.tree.body)
        scan.later()
    except RecursionError:
        # What is nested so deeply was made by a machine; what was found so far stands.
        pass
    return tuple(sorted(set(scan.found), key=lambda each: (each.line, each.column, each.symbol)))


class _Scan(ast.NodeVisitor):
    def __init__(self, source: SourceFile, project: Project) -> None:
        self.source = source
        self.project = project
        self.inference = Inference(project, source.name)
        self.found: list[Reference] = []
        self.scopes: list[Scope] = [{}]
        self.owner = ""
        self._waiting: list[tuple[FunctionNode, str, list[Scope]]] = []

    def body(self, body: list[ast.stmt]) -> None:
        for node in body:
            self.visit(node)

    def later(self) -> None:
        """Read the bodies of functions, when all around them is known."""
        while self._waiting:
            node, owner, scopes = self._waiting.pop(0)
            parameters = self.inference.parameters(node, owner, scopes)
            self.scopes, self.owner = [parameters, *scopes], ""
            self.body(node.body)

    # --- Imports

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            for kind in self.project.module(alias.name):
                if isinstance(kind, PackageModule) and kind.name:
                    self.tell(kind.name, alias)
        self._imported(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        bound = dict(self.project.imported(self.source, node))
        for alias in node.names:
            for kind in bound.get(alias.asname or alias.name, ()):
                if isinstance(kind, PackageName) or (isinstance(kind, PackageModule) and kind.name):
                    self.tell(kind.name, alias)
        self._imported(node)

    def _imported(self, node: ast.Import | ast.ImportFrom) -> None:
        if len(self.scopes) > 1:  # those of the top level are known to the whole project
            self.scopes[0].update(self.inference.imported(self.source, node))

    # --- Definitions

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def _function(self, node: FunctionNode) -> None:
        for mark in node.decorator_list:
            self.visit(mark)
        given = node.args
        for each in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
            self.annotation(each.annotation if each else None)
        for default in (*given.defaults, *given.kw_defaults):
            if default:
                self.visit(default)
        self.annotation(node.returns)
        self._waiting.append((node, self.owner, list(self.scopes)))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for inner in (*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)):
            self.visit(inner)
        outer = self.owner
        self.owner = "" if len(self.scopes) > 1 else node.name
        self.body(node.body)
        self.owner = outer

    def visit_Lambda(self, node: ast.Lambda) -> None:
        given = node.args
        every = (*given.posonlyargs, *given.args, *given.kwonlyargs)
        self._within({each.arg: () for each in every}, node.body)

    # --- What binds names

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        kinds = self.kinds(node.value)
        for target in node.targets:
            self.visit(target)
            self.bind(target, kinds)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.annotation(node.annotation)
        if node.value:
            self.visit(node.value)
        self.visit(node.target)
        self.bind(node.target, self.inference.annotated(node.annotation, self.scopes))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self.bind(node.target, self.kinds(node.value))

    def visit_For(self, node: ast.For) -> None:
        self._loop(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        self._loop(node)

    def _loop(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit(node.iter)
        self.bind(node.target, items_of(self.kinds(node.iter)))
        self.body([*node.body, *node.orelse])

    def visit_With(self, node: ast.With) -> None:
        self._with(node)

    def visit_AsyncWith(self, node: ast.AsyncWith) -> None:
        self._with(node)

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        for item in node.items:
            self.visit(item.context_expr)
            if item.optional_vars:
                self.bind(item.optional_vars, self.inference.entered(self.kinds(item.context_expr)))
        self.body(node.body)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.type:
            self.visit(node.type)
            if node.name:
                self.bind(ast.Name(id=node.name), self.inference.annotated(_one_of(node.type), self.scopes))
        self.body(node.body)

    def visit_ListComp(self, node: ast.ListComp) -> None:
        self._comprehension(node.generators, node.elt)

    def visit_SetComp(self, node: ast.SetComp) -> None:
        self._comprehension(node.generators, node.elt)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> None:
        self._comprehension(node.generators, node.elt)

    def visit_DictComp(self, node: ast.DictComp) -> None:
        self._comprehension(node.generators, node.key, node.value)

    def _comprehension(self, loops: list[ast.comprehension], *results: ast.expr) -> None:
        scope = self.inference.comprehended(loops, self.scopes)
        self._within(scope, *(loop.iter for loop in loops), *(test for loop in loops for test in loop.ifs), *results)

    def _within(self, scope: Scope, *nodes: ast.expr) -> None:
        self.scopes.insert(0, scope)
        for node in nodes:
            self.visit(node)
        self.scopes.pop(0)

    # --- What names something

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self._named(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.visit(node.value)
        holders = self.kinds(node.value)
        for kind in holders:
            match kind:
                case PackageObject(name=owner):
                    self.member(owner, node.attr, node)
                case PackageModule():
                    self._named(node)
        if not holders:
            self.tell(f".{node.attr}", node, is_certain=False)

    def visit_Call(self, node: ast.Call) -> None:
        for inner in (node.func, *node.args, *node.keywords):
            self.visit(inner)
        match node.func, node.args:
            case ast.Name(id="getattr" | "hasattr"), [holder, ast.Constant(value=str(attribute)), *_]:
                for kind in self.kinds(holder):
                    if isinstance(kind, PackageObject):
                        self.member(kind.name, attribute, node)
        for kind in self.kinds(node.func):
            match kind:
                case PackageMethod(owner=owner, name=name):
                    self._call(f"{owner}.{name}", node)
                case PackageName(name=name):
                    self._call(name, node)

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        for kind in self.kinds(node.cls):
            if isinstance(kind, PackageName):
                for attribute in node.kwd_attrs:
                    self.member(kind.name, attribute, node)
        self.generic_visit(node)

    def annotation(self, node: ast.expr | None) -> None:
        """Visit an annotation, in quotes too."""
        if node is None:
            return
        for inner in ast.walk(node):
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                told = parsed(inner.value)
                for part in ast.walk(told) if told else ():
                    if isinstance(part, ast.expr):
                        ast.copy_location(part, inner)
                if told:
                    self.visit(told)
        self.visit(node)

    def _named(self, node: ast.Name | ast.Attribute) -> None:
        for kind in self.kinds(node):
            if isinstance(kind, PackageName):
                self.tell(kind.name, node)

    def member(self, owner: str, name: str, node: ast.expr | ast.MatchClass) -> None:
        found = self.project.package.member(owner, name)
        self.tell(f"{found[0] if found else owner}.{name}", node, is_there=found is not None)

    def _call(self, symbol: str, node: ast.Call) -> None:
        names = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
        is_open = any(keyword.arg is None for keyword in node.keywords) or any(
            isinstance(argument, ast.Starred) for argument in node.args
        )
        place = node.func
        self.found.append(
            Reference(
                symbol=symbol,
                line=place.end_lineno or place.lineno,
                column=_column(place) + 1,
                arguments=names,
                is_open=is_open,
            )
        )

    def tell(
        self,
        symbol: str,
        node: ast.expr | ast.alias | ast.MatchClass,
        *,
        is_certain: bool = True,
        is_there: bool = True,
    ) -> None:
        line = node.end_lineno or node.lineno if isinstance(node, ast.Attribute) else node.lineno
        column = _column(node) + 1
        reference = Reference(symbol=symbol, line=line, column=column, is_certain=is_certain, is_there=is_there)
        self.found.append(reference)

    def kinds(self, node: ast.expr) -> Kinds:
        return self.inference.kinds(node, self.scopes)

    def bind(self, target: ast.expr, kinds: Kinds) -> None:
        self.inference.bind(self.scopes[0], target, kinds)


def _column(node: ast.expr | ast.alias | ast.MatchClass) -> int:
    """Give where the last name of *node* begins, from 0: that of the attribute, not of what it belongs to."""
    if isinstance(node, ast.Attribute):
        return (node.end_col_offset or 0) - len(node.attr.encode())
    return node.col_offset


def _one_of(node: ast.expr) -> ast.expr:
    """Give what `except (A, B)` catches as an annotation."""
    if not isinstance(node, ast.Tuple) or not node.elts:
        return node
    union = node.elts[0]
    for other in node.elts[1:]:
        union = ast.BinOp(left=union, op=ast.BitOr(), right=other)
    return union
