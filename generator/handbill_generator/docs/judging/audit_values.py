"""Lists of values, both ways.

In: a comparison.  Out: findings for values that only one side has.
Never: takes the values of examples for a list; they may only be more than a list has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.audit_elements import pointers_at
from handbill_generator.docs.judging.comparison import Comparison, Pair
from handbill_generator.docs.judging.elements import Elements, is_shown, texts_of
from handbill_generator.docs.judging.wording import element, quoted
from handbill_generator.docs.model import ITEMS, Attribute, Fact, Path


def lists(comparison: Comparison) -> Iterator[Finding]:
    """Find the values of lists that only one side has."""
    for pair in comparison.pairs:
        for path in sorted(pair.page.paths):
            if held := pair.having(path):
                yield from _missing(comparison, pair, path, held)
                yield from _undocumented(comparison, pair, path, held)


def _missing(comparison: Comparison, pair: Pair, path: Path, held: Sequence[Elements]) -> Iterator[Finding]:
    known = texts_of(fact for elements in held for fact in list_of(elements, path))
    listed = texts_of(pair.page.stated(path, Attribute.enum))
    if listed and not known:
        yield from _no_list(comparison, pair, path, listed, held)
        return
    is_open = not any(elements.of(at, Attribute.enum) for elements in held for at in (path, (*path, ITEMS)))
    shown = {} if is_open else texts_of(pair.page.of(path, Attribute.shown))
    for value, fact in {**shown, **listed}.items():
        if known and value not in known and not _is_placeholder(value):
            does = "shows" if is_shown(fact) else "lists"
            yield comparison.finding(
                "value-missing",
                side=pair.side,
                status=pair.status,
                path=path,
                attribute=Attribute.enum,
                message=f"the page {does} the value {quoted([value])} of {element(pair.side, pair.status, path)}, "
                "which the contract does not have",
                hint="add the value to the contract, or settle it with a ruling",
                names=(value,),
                said=(fact,),
                stated=tuple(known.values()),
            )


def _no_list(
    comparison: Comparison, pair: Pair, path: Path, listed: dict[str, Fact], held: Sequence[Elements]
) -> Iterator[Finding]:
    if any(fact.value == "boolean" for elements in held for fact in elements.of(path, Attribute.type)):
        return  # `true` and `false` are no list of their own
    yield comparison.finding(
        "value-missing",
        side=pair.side,
        status=pair.status,
        path=path,
        attribute=Attribute.enum,
        message=f"the page lists the values {quoted(listed)} of {element(pair.side, pair.status, path)}, "
        "for which the contract has no list",
        hint="add the values to the contract, or settle it with a ruling",
        names=tuple(listed),
        said=tuple(listed.values()),
        values=(),
    )


def _undocumented(comparison: Comparison, pair: Pair, path: Path, held: Sequence[Elements]) -> Iterator[Finding]:
    listed = texts_of(pair.page.stated(path, Attribute.enum))
    also = texts_of(fact for name in (Attribute.shown, Attribute.legacy) for fact in pair.page.of(path, name))
    for value, fact in texts_of(fact for elements in held for fact in list_of(elements, path)).items():
        if not listed or value in listed or value in also:
            continue
        if not comparison.documented.sources(pointers_at(comparison, (fact,)), value):
            yield comparison.finding(
                "value-undocumented",
                side=pair.side,
                status=pair.status,
                path=path,
                attribute=Attribute.enum,
                message=f"the page lists the values of {element(pair.side, pair.status, path)} without "
                f"{quoted([value])}",
                hint="remove the value from the contract, or write its source into docs.yaml",
                names=(value,),
                said=tuple(listed.values()),
                stated=(fact,),
            )


def list_of(elements: Elements, path: Path) -> tuple[Fact, ...]:
    """Give the values that a contract lists for *path*, or for its items; those of an open list are only shown."""
    lists = (elements.of(at, name) for name in (Attribute.enum, Attribute.shown) for at in (path, (*path, ITEMS)))
    return next(filter(None, lists), ())


def _is_placeholder(value: str) -> bool:
    """Say whether *value* stands for any other, as `<string>` and `{}` in samples do."""
    return value in ("", "{}", "[]", "null") or (value.startswith("<") and value.endswith(">"))
