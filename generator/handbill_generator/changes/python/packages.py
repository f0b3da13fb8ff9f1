"""Compare what is no model: resources and their methods, client, errors, webhooks, and what the package exports.

In: a `Comparison`.  Out: consequences in it.
Never: reports an async twin beside what it is the twin of.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from handbill_generator.changes.python.annotations import Annotation, annotation_of, expanded
from handbill_generator.changes.python.calls import Called, compare_calls
from handbill_generator.changes.python.comparison import (
    BREAKING,
    FINE,
    GONE,
    OK,
    REFUSED,
    RISKY,
    Comparison,
    Subject,
    Verdict,
)
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.pairing import Method, function_of, methods_of
from handbill_generator.changes.python.surface import Class, Function, Place


def compare_resources(at: Comparison) -> None:
    """Compare the resources of the client, and their methods one by one where a resource is on both sides."""
    before, after = at.old.surface.resources, at.new.surface.resources
    for module, found in before.items():
        if module in at.pairs.resources:
            _compare_names(at, module, found, at.pairs.resources[module])
        else:
            subject, symbol = Subject(kind="resource", old=(module, found.name)), f"resources.{module}.{found.name}"
            at.removed(subject, GONE, symbol, found.place, f"class {found.name}", *_symbols(at.old, module))
    for module, found in after.items():
        if module not in at.pairs.resources.values():
            subject, symbol = Subject(kind="resource", new=(module, found.name)), f"resources.{module}.{found.name}"
            at.added(subject, FINE, symbol, found.place, f"class {found.name}", *_symbols(at.new, module))
    _compare_methods(at)


def _compare_names(at: Comparison, module: str, found: Class, target: str) -> None:
    other = at.new.surface.resources[target]
    if (module, found.name) != (target, other.name):
        at.report(
            "renamed",
            Subject(kind="resource", old=(module, found.name), new=(target, other.name)),
            GONE if module != target else Verdict(types=BREAKING, imports=BREAKING),
            symbol=f"resources.{module}.{found.name}",
            place=other.place,
            old=f"{module}.{found.name}",
            new=f"{target}.{other.name}",
            origins=(_symbols(at.old, module), _symbols(at.new, target)),
        )


def _symbols(package: Emitted, module: str) -> list[str]:
    return [method.symbol for method in methods_of(package) if method.module == module]


def _compare_methods(at: Comparison) -> None:
    for method in methods_of(at.old):
        if method in at.pairs.methods:
            _compare_method(at, method, at.pairs.methods[method])
        elif method.module in at.pairs.resources:
            function, subject = function_of(at.old, method), Subject(kind="method", old=_path(method))
            at.removed(subject, REFUSED, method.symbol, function.place, function.whole, method.symbol)
    come = set(methods_of(at.new)) - set(at.pairs.methods.values())
    for method in methods_of(at.new):
        if method in come and method.module in at.pairs.resources.values():
            function, subject = function_of(at.new, method), Subject(kind="method", new=_path(method))
            at.added(subject, FINE, method.symbol, function.place, function.whole, method.symbol)


def _path(method: Method) -> tuple[str, ...]:
    return ("resources", method.module, method.owner, method.name)


def _compare_method(at: Comparison, one: Method, other: Method) -> None:
    kept = at.pairs.resources.get(one.module) == other.module
    old, new = _called(at.old, one), _called(at.new, other)
    if one.name != other.name or not kept:
        at.report(
            "renamed",
            Subject(kind="method", old=old.path, new=new.path),
            REFUSED,
            symbol=one.symbol,
            place=new.function.place,
            old=f"{one.module}.{one.name}",
            new=f"{other.module}.{other.name}",
            origins=([one.symbol], [other.symbol]),
        )
    before = len(at.found)
    compare_calls(at, old, new, "method")
    _compare_twins(at, one, other, before)


def _compare_twins(at: Comparison, one: Method, other: Method, before: int) -> None:
    """Compare the async twins of a method, and keep what is of them alone."""
    twin = Comparison(old=at.old, new=at.new, pairs=at.pairs)
    compare_calls(twin, _twin(at.old, one), _twin(at.new, other), "method")
    known = {(found.change.symbol, found.change.kind) for found in at.found[before:]}
    for found in twin.found:
        plain = found.change.symbol.replace(f".Async{one.owner}.", f".{one.owner}.")
        plain = plain.replace(f".Async{other.owner}.", f".{other.owner}.")
        if (plain, found.change.kind) not in known:
            at.found.append(found)


def _called(package: Emitted, method: Method) -> Called:
    function, operation = function_of(package, method), package.keys.get(method.symbol, ("",))[0]
    keys = {a.name: package.keys.get(f"{method.symbol}.{a.name}", ("",))[0] for a in function.whole.arguments}
    wires = {name: key.removeprefix(operation) for name, key in keys.items() if operation and key}
    return Called(package=package, path=_path(method), function=function, wires=wires)


def _twin(package: Emitted, method: Method) -> Called:
    found = package.surface.async_resources[method.module]
    path = ("resources", method.module, found.name, method.name)
    function = found.functions[method.name]
    return replace(_called(package, method), path=path, function=function, origin=method.symbol)


def compare_clients(at: Comparison) -> None:
    """Compare the client: its name, what it is made with, and the constants and functions beside it."""
    old, new = at.old.surface.client, at.new.surface.client
    if old.name != new.name:
        at.report(
            "renamed",
            Subject(kind="client", old=(old.name,), new=(new.name,)),
            GONE,
            symbol=f"client.{old.name}",
            place=new.place,
            old=old.name,
            new=new.name,
            origins=([f"client.{old.name}"], [f"client.{new.name}"]),
        )
    compare_calls(at, _constructor(at.old, old), _constructor(at.new, new), "client")
    _compare_variables(at, old, new)
    _compare_constants(at)
    _compare_functions(at)


def _compare_variables(at: Comparison, old: Class, new: Class) -> None:
    before, after = at.old.surface.modules["client"].schemes, at.new.surface.modules["client"].schemes
    for argument, scheme in before.items():
        if argument in after and scheme.variable != after[argument].variable:
            at.report(
                "changed",
                Subject(kind="variable", old=(scheme.variable,), new=(after[argument].variable,)),
                Verdict(call=BREAKING),
                symbol=f"client.{old.name}({argument}=)",
                place=new.place,
                old=f"environment variable {scheme.variable}",
                new=f"environment variable {after[argument].variable}",
                origins=([f"client.{old.name}.{argument}"], [f"client.{new.name}.{argument}"]),
            )


def _constructor(package: Emitted, found: Class) -> Called:
    schemes = package.surface.modules["client"].schemes
    wires = {argument: f"{scheme.kind} {scheme.name}" for argument, scheme in schemes.items()}
    function = found.functions["__init__"]
    return Called(package=package, path=("client", found.name, "__init__"), function=function, wires=wires)


def _compare_constants(at: Comparison) -> None:
    before, after = at.old.surface.modules["client"].constants, at.new.surface.modules["client"].constants
    for name, found in before.items():
        symbol = f"client.{name}"
        if name not in after:
            at.removed(Subject(kind="constant", old=(name,)), GONE, symbol, found.place, found.value, symbol)
        elif after[name].value != found.value:
            at.report(
                "changed",
                Subject(kind="constant", old=(name,), new=(name,)),
                Verdict(call=BREAKING),
                symbol=symbol,
                place=after[name].place,
                old=found.value,
                new=after[name].value,
                origins=([symbol], [symbol]),
            )
    for name, found in after.items():
        if name not in before:
            symbol = f"client.{name}"
            at.added(Subject(kind="constant", new=(name,)), FINE, symbol, found.place, found.value, symbol)


def _compare_functions(at: Comparison) -> None:
    before, after = at.old.surface.modules["client"].functions, at.new.surface.modules["client"].functions
    for name, found in before.items():
        path = ("client", name)
        if name in after:
            sides = [Called(package=p, path=path, function=f[name]) for p, f in ((at.old, before), (at.new, after))]
            compare_calls(at, sides[0], sides[1], "function")
        else:
            symbol = f"client.{name}"
            at.removed(Subject(kind="function", old=path), GONE, symbol, found.place, found.whole, symbol)
    for name, found in after.items():
        if name not in before:
            subject, symbol = Subject(kind="function", new=("client", name)), f"client.{name}"
            at.added(subject, FINE, symbol, found.place, found.whole, symbol)


def compare_errors(at: Comparison) -> None:
    """Compare the classes of errors and the types of their bodies."""
    before, after = at.old.surface.modules["errors"].classes, at.new.surface.modules["errors"].classes
    names = {name: name for name in before if name in after} | _base_names(before, after)
    for name, found in before.items():
        symbol = f"errors.{name}"
        if name not in names:
            at.removed(Subject(kind="error", old=(name,)), GONE, symbol, found.place, f"class {name}", symbol)
        elif names[name] != name:
            other = after[names[name]]
            at.report(
                "renamed",
                Subject(kind="error", old=(name,), new=(other.name,)),
                GONE,
                symbol=symbol,
                place=other.place,
                old=name,
                new=other.name,
                origins=([symbol], [f"errors.{other.name}"]),
            )
        else:
            _compare_bodies(at, found, after[name])
    for name, found in after.items():
        if name not in names.values():
            symbol = f"errors.{name}"
            at.added(Subject(kind="error", new=(name,)), FINE, symbol, found.place, f"class {name}", symbol)


def _base_names(before: Mapping[str, Class], after: Mapping[str, Class]) -> dict[str, str]:
    """Pair the class that all errors derive from, which is called like the client."""
    names = [[c.name for c in side.values() if c.bases == ("Exception",)] for side in (before, after)]
    return dict(zip(*names, strict=False))


def _compare_bodies(at: Comparison, found: Class, other: Class) -> None:
    if "APIStatusError" not in found.bases:
        return
    before, after = _body(at.old, found), _body(at.new, other)
    if not at.is_same(before, after):
        at.report(
            "retyped",
            Subject(kind="error-body", old=(found.name, "body"), new=(other.name, "body"), written=False),
            Verdict(types=at.widening(before, after)),
            symbol=f"errors.{found.name}.body",
            place=other.functions["body"].place if "body" in other.functions else other.place,
            old=before,
            new=after,
            origins=([f"errors.{found.name}"], [f"errors.{other.name}"]),
        )


def _body(package: Emitted, found: Class) -> Annotation:
    """Give the type of a body, with the models' own names; an error that promises none has any object."""
    if "body" not in found.functions or "error_bodies" not in package.surface.modules:
        return _OBJECT
    own = {alias.name: alias.annotation for alias in package.surface.modules["error_bodies"].aliases.values()}
    return expanded(found.functions["body"].whole.result, own)


_OBJECT = annotation_of(ast.Name(id="object"))


def compare_webhooks(at: Comparison) -> None:
    """Compare the union of what the webhooks bring."""
    before, after = (side.surface.modules.get("webhooks") for side in (at.old, at.new))
    if before is None or after is None:
        return
    old, new = before.aliases["Known"], after.aliases["Known"]
    if not at.is_same(old.annotation, new.annotation):
        # Whoever reads a webhook is ready for one that is not known.
        level = at.widening(old.annotation, new.annotation)
        at.report(
            "retyped",
            Subject(kind="webhooks", old=("webhooks", "Known"), new=("webhooks", "Known"), written=False),
            Verdict(types=RISKY if level is not OK else OK),
            symbol="webhooks.Known",
            place=new.place,
            old=old.annotation,
            new=new.annotation,
            origins=(_webhooks(at.old), _webhooks(at.new)),
        )


def _webhooks(package: Emitted) -> list[str]:
    return [symbol for symbol in package.keys if symbol.startswith("webhooks.")]


def compare_exports(at: Comparison) -> None:
    """Compare what the package exports, but for what has been compared where it stands."""
    before, after = _exported(at.old), _exported(at.new)
    for name in before:
        if name not in after:
            place = _place(at.old, name)
            at.removed(Subject(kind="export", old=(name,)), GONE, name, place, name, *_exported_from(at.old, name))
    for name in after:
        if name not in before:
            place = _place(at.new, name)
            at.added(Subject(kind="export", new=(name,)), FINE, name, place, name, *_exported_from(at.new, name))


def _exported(package: Emitted) -> list[str]:
    names = package.surface.modules[""].exports
    elsewhere = {name for module in ("client", "errors") for name in package.surface.modules[module].classes}
    twins = {f"Async{name}" for name in names}
    return [name for name in names if name not in elsewhere and name not in twins]


def _place(package: Emitted, name: str) -> Place:
    module = package.surface.modules.get(name, package.surface.modules[""])
    return Place(path=module.path, line=1)


def _exported_from(package: Emitted, name: str) -> list[str]:
    """Say what needs an exported name: webhooks, or the signatures that mention it."""
    if name == "webhooks":
        return _webhooks(package)
    surface = package.surface
    methods = [method.symbol for method in methods_of(package) if _mentions(function_of(package, method), name)]
    client = surface.client.functions["__init__"].whole
    arguments = [a.name for a in client.arguments if name in a.annotation.names]
    return [*methods, *(f"client.{surface.client.name}.{argument}" for argument in arguments)]


def _mentions(function: Function, name: str) -> bool:
    annotations = [a.annotation for form in function.forms for a in form.arguments]
    return any(name in annotation.names for annotation in [*annotations, function.whole.result])
