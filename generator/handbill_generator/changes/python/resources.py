"""Compare the resources of the client and their methods.

In: a `Comparison`.  Out: consequences in it.
Never: reports the methods of a resource that is gone or new, or an async twin beside what it is the twin of.
"""

from __future__ import annotations

from dataclasses import replace

from handbill_generator.changes.python.calls import Called, compare_calls
from handbill_generator.changes.python.comparison import (
    BREAKING,
    FINE,
    GONE,
    REFUSED,
    Comparison,
    Subject,
    Verdict,
)
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.pairing import Method, function_of, methods_of
from handbill_generator.changes.python.surface import Class


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
    old, new = _twin(at.old, one), _twin(at.new, other)
    if old is None or new is None:
        return
    twin = Comparison(old=at.old, new=at.new, pairs=at.pairs)
    compare_calls(twin, old, new, "method")
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


def _twin(package: Emitted, method: Method) -> Called | None:
    """Give the async twin; a package that somebody edited may have lost it."""
    found = package.surface.async_resources.get(method.module)
    if found is None or method.name not in found.functions:
        return None
    path = ("resources", method.module, found.name, method.name)
    function = found.functions[method.name]
    return replace(_called(package, method), path=path, function=function, origin=method.symbol)
