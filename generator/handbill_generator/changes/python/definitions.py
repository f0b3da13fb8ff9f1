"""Compare `models.py`: classes with their fields, and aliases.

In: a `Comparison`.  Out: consequences in it.
Never: reports the fields of a class that is gone or new, or a type where only the class that it names has changed.
"""

from __future__ import annotations

from handbill_generator.changes.model import Level, worst
from handbill_generator.changes.python.annotations import Annotation
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
from handbill_generator.changes.python.pairing import Definition, definitions_of
from handbill_generator.changes.python.surface import Alias, Class, Field


def compare_definitions(at: Comparison) -> None:
    """Compare all classes and aliases of both packages."""
    before, after = definitions_of(at.old), definitions_of(at.new)
    for name, found in before.items():
        if name in at.pairs.models:
            _compare_definition(at, found, after[at.pairs.models[name]])
        else:
            symbol = f"models.{name}"
            at.removed(_subject(at, name, "", found), _gone(at, found), symbol, found.place, _told(found), symbol)
    come = after.keys() - set(at.pairs.models.values())
    for name, found in after.items():
        if name in come:
            symbol = f"models.{name}"
            at.added(_subject(at, "", name, found), FINE, symbol, found.place, _told(found), symbol)


def _compare_definition(at: Comparison, found: Definition, other: Definition) -> None:
    if found.name != other.name:
        _report(at, "renamed", found, other, _gone(at, found), old=found.name, new=other.name)
    if isinstance(found, Class) and isinstance(other, Class):
        _compare_fields(at, found, other)
    elif isinstance(found, Alias) and isinstance(other, Alias):
        _compare_aliases(at, found, other)
    else:
        verdict = Verdict(call=_gone(at, found).call, types=BREAKING)
        _report(at, "retyped", found, other, verdict, old=_told(found), new=_told(other))


def _subject(at: Comparison, old: str, new: str, found: Definition) -> Subject:
    return Subject(
        kind="class" if isinstance(found, Class) else "alias",
        old=(old,) if old else (),
        new=(new,) if new else (),
        written=at.usage.writes(old),
        read=at.usage.reads(old),
    )


def _told(found: Definition) -> str:
    return f"class {found.name}" if isinstance(found, Class) else str(found.annotation)


def _gone(at: Comparison, found: Definition) -> Verdict:
    """A name that is gone breaks calls, too, where they make such values by it."""
    is_made = isinstance(found, Class) and at.usage.writes(found.name)
    return GONE if is_made else Verdict(types=BREAKING, imports=BREAKING)


def _report(
    at: Comparison, kind: str, found: Definition, other: Definition, verdict: Verdict, *, old: object, new: object
) -> None:
    subject = _subject(at, found.name, other.name, found)
    symbol = f"models.{found.name}"
    origins = [symbol], [f"models.{other.name}"]
    at.report(kind, subject, verdict, symbol=symbol, place=other.place, old=old, new=new, origins=origins)


def _compare_aliases(at: Comparison, found: Alias, other: Alias) -> None:
    if not at.is_same(found.annotation, other.annotation):
        narrowing, widening = _levels(at, found.name, found.annotation, other.annotation)
        verdict = Verdict(call=raising(narrowing), types=worst([narrowing, widening]))
        _report(at, "retyped", found, other, verdict, old=found.annotation, new=other.annotation)


def _levels(at: Comparison, name: str, old: Annotation, new: Annotation) -> tuple[Level, Level]:
    """Say how bad a new type is for who gives and for who gets it, as far as anybody does with *name*."""
    narrowing = at.narrowing(old, new) if at.usage.writes(name) else OK
    return narrowing, at.widening(old, new) if at.usage.reads(name) else OK


def raising(narrowing: Level) -> Level:
    """Say what a type that takes less does to calls: what it no longer takes may be refused before it is sent."""
    return RISKY if narrowing is BREAKING else OK


def _compare_fields(at: Comparison, found: Class, other: Class) -> None:
    names = _field_names(at, found, other)
    for name, field in found.fields.items():
        if name in names:
            _compare_field(at, found, other, field, other.fields[names[name]])
        else:
            symbol = f"models.{found.name}.{name}"
            subject = _field_subject(at, found, other, name, "")
            at.removed(subject, REFUSED, symbol, field.place, field.annotation, symbol)
    for name, field in other.fields.items():
        if name not in names.values():
            # Whoever makes such an object has to give it from now on.
            verdict = REFUSED if field.required and at.usage.writes(found.name) else FINE
            symbol = f"models.{other.name}.{name}"
            subject = _field_subject(at, found, other, "", name)
            at.added(subject, verdict, symbol, field.place, field.annotation, symbol)


def _field_subject(at: Comparison, found: Class, other: Class, old: str, new: str) -> Subject:
    return Subject(
        kind="field",
        old=(found.name, old) if old else (found.name,),
        new=(other.name, new) if new else (other.name,),
        written=at.usage.writes(found.name),
        read=at.usage.reads(found.name),
    )


def _field_names(at: Comparison, found: Class, other: Class) -> dict[str, str]:
    """Give the old names of fields with the new ones; a field of the same name on the wire is the same."""
    names = {name: name for name in found.fields if name in other.fields}
    wires = {_wire(at.new.keys.get(f"models.{other.name}.{name}", ())): name for name in other.fields}
    for name in found.fields.keys() - names.keys():
        wire = _wire(at.old.keys.get(f"models.{found.name}.{name}", ()))
        if wire and wires.get(wire, name) not in {name, *names.values()}:
            names[name] = wires[wire]
    return names


def _wire(keys: tuple[str, ...]) -> str:
    path, _, name = (keys[0] if keys else "").removesuffix("@request").rpartition("/")
    return name if path.endswith("/properties") else ""


def _compare_field(at: Comparison, found: Class, other: Class, old: Field, new: Field) -> None:
    subject = _field_subject(at, found, other, old.name, new.name)
    symbol = f"models.{found.name}.{old.name}"
    origins = [symbol], [f"models.{other.name}.{new.name}"]
    if old.name != new.name:
        said = {"old": old.name, "new": new.name}
        at.report("renamed", subject, REFUSED, symbol=symbol, place=new.place, origins=origins, **said)
    kind = "retyped" if old.required == new.required else "became-required" if new.required else "became-optional"
    if kind == "retyped" and at.is_same(old.annotation, new.annotation):
        return
    narrowing, widening = _levels(at, found.name, old.annotation, new.annotation)
    verdict = Verdict(call=raising(narrowing), types=worst([narrowing, widening]))
    if kind == "became-required" and subject.written:
        verdict = REFUSED
    types = {"old": old.annotation, "new": new.annotation}
    at.report(kind, subject, verdict, symbol=symbol, place=new.place, origins=origins, **types)
