"""Types as emitted annotations write them, and which of two takes in more.

In: expressions of emitted modules.  Out: `Annotation`s, which compare as sets of what they allow.
Never: imports what it reads; a class is its name.

The rules are those of PEP 484: an int goes where a float is asked for, a bool where an int, a datetime where a date,
a literal where its type.  `Annotated` says nothing to a type checker and is left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_CONTAINING = {
    "bool": ("int", "float"),
    "int": ("float",),
    "datetime": ("date",),
    "dict": ("Mapping",),
    "list": ("Sequence", "Iterable"),
}
_INVARIANT = frozenset({"dict", "list"})
_ANY = frozenset({"Any", "object"})
_SPELLINGS = {"DateTime": "datetime"}
"""`DateTime` is a datetime to a type checker, and lives in a private module."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a union: a name with its arguments, or the *value* of a literal, whose name is its type."""

    name: str
    arguments: tuple[Annotation, ...] = ()
    value: str = ""

    def __str__(self) -> str:
        return f"{self.name}[{', '.join(map(str, self.arguments))}]" if self.arguments else self.name


@dataclass(frozen=True, slots=True)
class Annotation:
    """A union of one or more members; their order is for the eye alone."""

    members: frozenset[Member]
    order: tuple[Member, ...] = field(compare=False, default=())

    def __str__(self) -> str:
        values = [member.value for member in self.order if member.value]
        shown: dict[str, None] = {}
        for member in self.order:
            shown[f"Literal[{', '.join(values)}]" if member.value else str(member)] = None
        return " | ".join(shown)

    @property
    def names(self) -> frozenset[str]:
        """All names in it, at any depth, without those of literals."""
        return frozenset(self._names())

    def _names(self) -> Iterator[str]:
        for member in self.members:
            yield "Literal" if member.value else member.name
            for argument in member.arguments:
                yield from argument._names()

    def without(self, name: str) -> Annotation:
        """Give it without one member, or as it is where there is no other."""
        left = tuple(member for member in self.order if member.name != name)
        return union_of(left) if left else self


def union_of(members: Iterable[Member]) -> Annotation:
    """Make a union of *members*."""
    order = tuple(dict.fromkeys(members))
    return Annotation(frozenset(order), order)


def annotation_of(node: ast.expr | None) -> Annotation:
    """Read an annotation; what is not annotated may be anything."""
    return union_of(_members(node)) if node is not None else ANYTHING


def _members(node: ast.expr) -> Iterator[Member]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _members(left)
            yield from _members(right)
        case ast.Subscript(value=value, slice=inner):
            yield from _subscripted(_name(value), inner.elts if isinstance(inner, ast.Tuple) else [inner])
        case ast.Constant(value=str(text)):
            yield from _members(ast.parse(text, mode="eval").body)
        case _:
            yield Member(_name(node))


def _subscripted(name: str, arguments: list[ast.expr]) -> Iterator[Member]:
    if name == "Annotated":
        yield from _members(arguments[0])
    elif name == "Literal":
        for argument in arguments:
            value = argument.value if isinstance(argument, ast.Constant) else ast.literal_eval(argument)
            yield Member(type(value).__name__, value=_quoted(value)) if value is not None else Member("None")
    else:
        yield Member(name, tuple(annotation_of(argument) for argument in arguments))


def _quoted(value: object) -> str:
    # Double quotes, as the emitted files have them, where nothing in the text is against it.
    text = repr(value)
    return f'"{text[1:-1]}"' if text.startswith("'") and '"' not in text else text


def _name(node: ast.expr) -> str:
    match node:
        case ast.Attribute(value=ast.Name(id="httpx2"), attr=attribute):
            return f"httpx2.{attribute}"
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return _SPELLINGS.get(name, name)
    return ast.unparse(node)


ANYTHING = union_of([Member("Any")])


def expanded(
    annotation: Annotation, aliases: Mapping[str, Annotation], inside: frozenset[str] = frozenset()
) -> Annotation:
    """Put what aliases stand for in their places; one that holds itself stays a name where it does."""
    return union_of(_expanded(annotation, aliases, inside))


def _expanded(annotation: Annotation, aliases: Mapping[str, Annotation], inside: frozenset[str]) -> Iterator[Member]:
    for member in annotation.order:
        if not member.value and member.name in aliases and member.name not in inside:
            yield from _expanded(aliases[member.name], aliases, inside | {member.name})
        else:
            arguments = tuple(expanded(argument, aliases, inside) for argument in member.arguments)
            yield Member(member.name, arguments, member.value)


def renamed(annotation: Annotation, names: Mapping[str, str]) -> Annotation:
    """Call classes and aliases by other names."""
    if annotation.names.isdisjoint(names):
        return annotation
    return union_of(
        member
        if member.value
        else Member(names.get(member.name, member.name), tuple(renamed(a, names) for a in member.arguments))
        for member in annotation.order
    )


def takes(wide: Annotation, narrow: Annotation, *, exactly: bool = False) -> bool:
    """Whether every value of *narrow* is one of *wide*.

    With *exactly*, lists and dictionaries must hold the same: type checkers ask for that, as who holds a list may put
    something into it.
    """
    return all(any(_takes(member, value, exactly) for member in wide.members) for value in narrow.members)


def _takes(wide: Member, narrow: Member, exactly: bool) -> bool:
    if wide == narrow or wide.name in _ANY or narrow.name == "Any":
        return True
    if wide.value:
        return False
    if wide.name != narrow.name and wide.name not in _CONTAINING.get(narrow.name, ()):
        return False
    # A name without arguments, such as a plain `list`, holds anything.
    pairs = list(zip(wide.arguments[-1:], narrow.arguments[-1:], strict=False))
    if wide.name == narrow.name:
        pairs = list(zip(wide.arguments, narrow.arguments, strict=False))
    same = exactly and wide.name in _INVARIANT
    return all(
        takes(one, other, exactly=exactly) and (not same or takes(other, one, exactly=exactly)) for one, other in pairs
    )
