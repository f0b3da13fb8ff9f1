"""Compare the client: its name, what it is made with, and the addresses beside it.

In: a `Comparison`.  Out: consequences in it.
Never: looks at resources, though they are the client's attributes.
"""

from __future__ import annotations

from handbill_generator.changes.python.calls import Called, compare_calls
from handbill_generator.changes.python.comparison import (
    BREAKING,
    FINE,
    GONE,
    Comparison,
    Subject,
    Verdict,
)
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.surface import Class


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
