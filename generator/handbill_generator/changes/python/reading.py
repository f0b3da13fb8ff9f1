"""Read the surface of a package from the texts of its files.

In: file texts by relative path, in memory or from a folder.  Out: a `Surface`.
Never: imports or runs anything of the package, or looks at a module whose name begins with an underscore.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from handbill_generator.changes.python.annotations import annotation_of
from handbill_generator.changes.python.surface import (
    Alias,
    Argument,
    Class,
    Constant,
    Field,
    Form,
    Function,
    Module,
    Place,
    Scheme,
    Surface,
)
from handbill_generator.diagnostics import Position, SpecError

_NEEDED = ("__init__", "client", "errors", "models")
_UNREAD = ("testing",)
"""The same in every package, but for what it knows at run time."""


def surface_of(files: Mapping[str, str]) -> Surface:
    """Read all public modules; raises SpecError for files that are no package of ours."""
    modules = {}
    for path, text in sorted(files.items()):
        if path.endswith(".py") and not _is_private(path):
            name = path.removesuffix(".py").removesuffix("__init__").strip("/").replace("/", ".")
            modules[name] = _module(name, path, text)
    for name in _NEEDED:
        if f"{name}.py" not in files:
            raise _broken(f"the package has no {name}.py")
    if not any(
        "Client" in found.bases and "__init__" in found.functions for found in modules["client"].classes.values()
    ):
        raise _broken("client.py has no client")
    if "webhooks" in modules and "Known" not in modules["webhooks"].aliases:
        raise _broken("webhooks.py does not say what the webhooks bring")
    return Surface(modules=modules)


def _broken(what: str) -> SpecError:
    return SpecError(what, hint="generate the package again")


def _is_private(path: str) -> bool:
    *_, name = path.removesuffix(".py").split("/")
    return (name.startswith("_") and name != "__init__") or name in _UNREAD


def _module(name: str, path: str, text: str) -> Module:
    try:
        body = ast.parse(text).body
        return _read_module(name, path, body)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        raise SpecError("is not Python as it was emitted", position=Position(path, line, 1)) from None


def _read_module(name: str, path: str, body: list[ast.stmt]) -> Module:
    classes: dict[str, Class] = {}
    aliases: dict[str, Alias] = {}
    constants: dict[str, Constant] = {}
    exports: tuple[str, ...] = ()
    schemes: dict[str, Scheme] = {}
    for node in body:
        place = Place(path=path, line=node.lineno)
        match node:
            case ast.ClassDef() if _is_public(node.name):
                classes[node.name] = _class(node, path)
            case ast.AnnAssign(
                target=ast.Name(id=target), annotation=ast.Name(id="TypeAlias"), value=ast.expr() as value
            ):
                aliases[target] = Alias(name=target, annotation=annotation_of(value), place=place)
            case ast.Assign(
                targets=[ast.Name(id=target)],
                value=ast.Call(func=ast.Name(id="TypeAliasType"), args=[_, ast.Constant(value=str(text))]),
            ):
                value = ast.parse(text, mode="eval").body
                aliases[target] = Alias(name=target, annotation=annotation_of(value), place=place)
            case ast.AnnAssign(target=ast.Name(id="_SCHEMES"), value=ast.Dict(values=values)):
                schemes = dict(pair for value in values for pair in _scheme(value))
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                exports = tuple(ast.literal_eval(value))
            case ast.Assign(targets=[ast.Name(id=target)], value=ast.Constant(value=str(text))) if _is_public(target):
                constants[target] = Constant(name=target, value=text, place=place)
    return Module(
        name=name,
        path=path,
        classes=classes,
        aliases=aliases,
        constants=constants,
        functions=_functions(body, path),
        exports=exports,
        schemes=schemes,
    )


def _is_public(name: str) -> bool:
    return not name.startswith("_") or name == "__init__"


def _scheme(node: ast.expr) -> Iterator[tuple[str, Scheme]]:
    if isinstance(node, ast.Call):
        said = {k.arg: str(k.value.value) for k in node.keywords if isinstance(k.value, ast.Constant)}
        if said.keys() >= {"kind", "name", "argument", "variable"}:
            yield said["argument"], Scheme(kind=said["kind"], name=said["name"], variable=said["variable"])


def _class(node: ast.ClassDef, path: str) -> Class:
    return Class(
        name=node.name,
        bases=tuple(ast.unparse(base) for base in node.bases),
        fields={field.name: field for field in _fields(node.body, path)},
        functions=_functions(node.body, path),
        place=Place(path=path, line=node.lineno),
    )


def _fields(body: list[ast.stmt], path: str) -> Iterator[Field]:
    for node in body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value) if _is_public(name):
                yield Field(
                    name=name,
                    annotation=annotation_of(annotation),
                    required=value is None,
                    place=Place(path=path, line=node.lineno),
                )


def _functions(body: list[ast.stmt], path: str) -> dict[str, Function]:
    """Read functions; the overloads of one stand before it."""
    found: dict[str, Function] = {}
    overloads: list[Form] = []
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _is_public(node.name):
            form = _form(node, path)
            marks = {ast.unparse(mark) for mark in node.decorator_list}
            if "overload" in marks:
                overloads.append(form)
                continue
            found[node.name] = Function(
                name=node.name,
                forms=tuple(overloads) or (form,),
                whole=form,
                is_property="property" in marks,
                place=Place(path=path, line=node.lineno),
            )
            overloads = []
    return found


def _form(node: ast.FunctionDef | ast.AsyncFunctionDef, path: str) -> Form:
    given = node.args
    # Emitted code has no default for an argument by position.
    positional = [(argument, None, True) for argument in (*given.posonlyargs, *given.args) if argument.arg != "self"]
    named = [(a, default, False) for a, default in zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    return Form(
        arguments=tuple(
            Argument(
                name=argument.arg,
                annotation=annotation_of(argument.annotation),
                positional=is_positional,
                default=ast.unparse(default) if default is not None else "",
                place=Place(path=path, line=argument.lineno),
            )
            for argument, default, is_positional in (*positional, *named)
        ),
        result=annotation_of(node.returns),
    )
