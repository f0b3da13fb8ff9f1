"""Compare errors, webhooks, and what the package exports.

In: a `Comparison`.  Out: consequences in it.
Never: reports what a package exports where it has been compared where it stands.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from handbill_generator.changes.python.annotations import Annotation, annotation_of, expanded
from handbill_generator.changes.python.comparison import (
    FINE,
    GONE,
    OK,
    RISKY,
    Comparison,
    Subject,
    Verdict,
)
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.pairing import function_of, methods_of
from handbill_generator.changes.python.surface import Class, Function, Place


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
