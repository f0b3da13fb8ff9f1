"""Compare what is called: methods, functions and constructors with their arguments and results.

In: a `Comparison` and a function of each side.  Out: consequences in it.
Never: reports the arguments of a body one by one where the whole body came or went.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from handbill_generator.changes.model import Level, worst
from handbill_generator.changes.python.annotations import Annotation, Member, union_of
from handbill_generator.changes.python.comparison import (
    BREAKING,
    FINE,
    OK,
    REFUSED,
    RISKY,
    Comparison,
    Subject,
    Verdict,
)
from handbill_generator.changes.python.definitions import raising
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.surface import Argument, Form, Function

_BODY = "body"
"""The argument for a whole body; no other argument can be called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A function on one side: its path of names, from the module on.

    *wires* say what arguments are beyond Python, such as `query/perPage`; *origin* is the symbol that the manifest
    knows it by, where that is not its own.
    """

    package: Emitted
    path: tuple[str, ...]
    function: Function
    wires: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""

    @property
    def symbol(self) -> str:
        """Its dotted symbol; that of a constructor is its class."""
        return ".".join(name for name in self.path if name != "__init__")

    def argument(self, name: str) -> Argument:
        """Give an argument as all ways to call the function together take it.

        It is required where no way does without it, but a body given whole, which is what is left of the ways then.
        """
        found = [form[name] for form in self.function.forms if name in form]
        everywhere = len(found) == len(self.function.forms)
        required = all(argument.required for argument in found) and (everywhere or name != _BODY)
        members = [member for argument in found for member in argument.annotation.order]
        default = next((argument.default for argument in found if argument.default), "...")
        place = self.function.whole[name].place
        return replace(found[0], annotation=union_of(members), default="" if required else default, place=place)

    @property
    def arguments(self) -> Mapping[str, Argument]:
        """All arguments, in the order of the definition."""
        known = {argument.name for form in self.function.forms for argument in form.arguments}
        return {a.name: self.argument(a.name) for a in self.function.whole.arguments if a.name in known}

    def symbols_of(self, name: str) -> list[str]:
        """Give the dotted symbols that say where an argument comes from."""
        fields = [f"models.{model}.{name}" for model in self.bodies if name in self._fields(model)]
        return fields or [f"{self.origin or self.symbol}.{name}"]

    @property
    def bodies(self) -> frozenset[str]:
        """The names in the type of the whole body."""
        return frozenset(name for form in self.function.forms if _BODY in form for name in form[_BODY].annotation.names)

    def _fields(self, model: str) -> Iterable[str]:
        classes = self.package.surface.models.classes
        return classes[model].fields if model in classes else ()


def compare_calls(at: Comparison, old: Called, new: Called, kind: str) -> None:
    """Compare the arguments of a function, method or constructor (*kind*), and what it gives."""
    before, after = old.arguments, new.arguments
    names = dict(_paired(old, new, before, after))
    folded = {*_folded(old, before, after), *_folded(new, after, before)}
    for name, argument in before.items():
        if name in names:
            _compare_argument(at, old, new, argument, after[names[name]], kind)
        elif name not in folded:
            _removed(at, old, new, argument, kind)
    for name, argument in after.items():
        if name not in names.values() and name not in folded:
            _added(at, old, new, argument, [after[other] for other in folded & after.keys()], kind)
    _compare_order(at, old, new, before, after, names, kind)
    if kind != "client":
        _compare_results(at, old, new)


def _paired(
    old: Called, new: Called, before: Mapping[str, Argument], after: Mapping[str, Argument]
) -> Iterator[tuple[str, str]]:
    """Pair arguments by name, by what they are on the wire, and those of the path by their order."""
    gone, come = ([name for name in a if name not in b] for a, b in ((before, after), (after, before)))
    yield from ((name, name) for name in before if name in after)
    wires = {new.wires[name]: name for name in come if name in new.wires}
    for name in gone:
        if old.wires.get(name) in wires:
            yield name, wires.pop(old.wires[name])
    places = [[a.name for a in side.values() if a.positional] for side in (before, after)]
    if len(places[0]) == len(places[1]):
        yield from ((a, b) for a, b in zip(*places, strict=True) if a in gone and b in come)


def _folded(side: Called, these: Mapping[str, Argument], those: Mapping[str, Argument]) -> Iterator[str]:
    """Go through the fields of a body that only this side has."""
    if _BODY in these and _BODY not in those:
        fields = {name for model in side.bodies for name in side._fields(model)}
        yield from (name for name in these if name in fields and name not in those)


def _subject(old: Called, new: Called, before: str, after: str, kind: str) -> Subject:
    return Subject(
        kind=f"{kind}-argument",
        old=(*old.path, before) if before else old.path,
        new=(*new.path, after) if after else new.path,
        read=False,
    )


def _removed(at: Comparison, old: Called, new: Called, argument: Argument, kind: str) -> None:
    symbol = f"{old.symbol}({argument.name}=)"
    subject = _subject(old, new, argument.name, "", kind)
    at.removed(subject, REFUSED, symbol, argument.place, argument.annotation, *old.symbols_of(argument.name))


def _added(at: Comparison, old: Called, new: Called, argument: Argument, folded: list[Argument], kind: str) -> None:
    is_asked_for = argument.required or any(other.required for other in folded)
    verdict = REFUSED if is_asked_for else FINE
    symbol = f"{new.symbol}({argument.name}=)"
    subject = _subject(old, new, "", argument.name, kind)
    at.added(subject, verdict, symbol, argument.place, argument.annotation, *new.symbols_of(argument.name))


def _compare_argument(at: Comparison, old: Called, new: Called, one: Argument, other: Argument, kind: str) -> None:
    def report(change: str, verdict: Verdict, before: object, after: object) -> None:
        subject = _subject(old, new, one.name, other.name, kind)
        symbol = f"{old.symbol}({one.name}=)"
        origins = old.symbols_of(one.name), new.symbols_of(other.name)
        at.report(change, subject, verdict, symbol=symbol, place=other.place, old=before, new=after, origins=origins)

    if one.name != other.name:
        report("renamed", REFUSED, one.name, other.name)
    narrowing = _narrowing(at, old, new, one, other)
    milder = Verdict(call=raising(narrowing), types=narrowing)
    if one.required != other.required:
        change = "became-required" if other.required else "became-optional"
        report(change, REFUSED if other.required else milder, one.annotation, other.annotation)
    elif narrowing is not OK or not at.is_same(_given(one), _given(other)):
        report("retyped", milder, one.annotation, other.annotation)
    if one.default != other.default and _is_meant(one) and _is_meant(other):
        report("changed", Verdict(call=BREAKING), one.default, other.default)


def _is_meant(argument: Argument) -> bool:
    """Whether a default says more than that nothing is sent."""
    return argument.default not in ("", "None", "MISSING", "...")


def _narrowing(at: Comparison, old: Called, new: Called, one: Argument, other: Argument) -> Level:
    """Compare the types of an argument; what is left out needs no type, and a body has one for each media type."""
    level = at.narrowing(_given(one), _given(other))
    if one.name == other.name == _BODY:
        before, after = _by_media_type(old), _by_media_type(new)
        return worst([level, *(at.narrowing(before[key], after[key]) for key in before if key in after)])
    return level


def _given(argument: Argument) -> Annotation:
    """Give the type without what stands for nothing."""
    return argument.annotation.without(argument.default) if argument.default else argument.annotation


def _by_media_type(side: Called) -> dict[str, Annotation]:
    """Give the type of the body by what says its media type; empty where nothing does."""
    found: dict[str, list[Member]] = {}
    for form in side.function.forms:
        if _BODY in form:
            found.setdefault(_media_type(form), []).extend(_given(form[_BODY]).order)
    return {key: union_of(members) for key, members in found.items()}


def _media_type(form: Form) -> str:
    for name in ("content_type", "media_type"):
        if name in form:
            return str(form[name].annotation)
    return ""


def _compare_order(
    at: Comparison,
    old: Called,
    new: Called,
    before: Mapping[str, Argument],
    after: Mapping[str, Argument],
    names: Mapping[str, str],
    kind: str,
) -> None:
    """Compare what can be given by position: the values of a path."""
    one = [names.get(a.name, "") for a in before.values() if a.positional]
    other = [a.name for a in after.values() if a.positional]
    kept = [name for name in one if name]
    if kept == [name for name in other if name in kept]:
        return
    pairs = [(before[a], after[b]) for a, b in zip(before, other, strict=False) if before[a].positional]
    types = worst(at.narrowing(a.annotation, b.annotation) for a, b in pairs)
    lost = any(not after[name].positional for name in kept)
    at.report(
        "changed",
        Subject(kind=f"{kind}-order", old=old.path, new=new.path, read=False),
        Verdict(call=BREAKING, types=BREAKING if lost else types),
        symbol=old.symbol,
        place=new.function.place,
        old=old.function.whole,
        new=new.function.whole,
        origins=([old.symbol], [new.symbol]),
    )


def _compare_results(at: Comparison, old: Called, new: Called) -> None:
    before, after = old.function.whole.result, new.function.whole.result
    if not at.is_same(before, after):
        widening = at.widening(before, after)
        # Hardly anybody does something with None.
        is_first = widening is BREAKING and str(before) == "None"
        at.report(
            "retyped",
            Subject(kind="result", old=old.path, new=new.path, written=False),
            Verdict(types=RISKY if is_first else widening),
            symbol=old.symbol,
            place=new.function.place,
            old=before,
            new=after,
            origins=([f"{old.symbol}()"], [f"{new.symbol}()"]),
        )
