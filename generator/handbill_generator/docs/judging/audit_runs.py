"""Runs of values: `draftactivepaused`, as the text of a rendered page has lists whose marks are lost.

In: a comparison.  Out: runs that are not the values of lists of the contract, and lists that are in no run.
Never: guesses where one value ends and the next begins; that is what the lists of the contract are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.audit_evidence import names_lost
from handbill_generator.docs.judging.comparison import Comparison
from handbill_generator.docs.judging.elements import texts_of, values_of
from handbill_generator.docs.judging.segmenting import Explained, explained
from handbill_generator.docs.judging.told import group_of
from handbill_generator.docs.judging.wording import element, name, quoted
from handbill_generator.docs.model import ERROR, Attribute, Fact, Path, Side


def runs(comparison: Comparison) -> Iterator[Finding]:
    """Find runs and lists that do not fit together, and note the names that are lost, once a side."""
    yield from names_lost(comparison)
    said = [fact for fact in comparison.facts if fact.attribute is Attribute.enum_run]
    legacy = _legacy(comparison)
    seen: set[frozenset[str]] = set()
    for fact in said:
        lists = _lists(comparison, fact.side)
        values = [tuple(texts_of(facts)) for facts in lists]
        result = explained(str(fact.value), values, optional=legacy)
        seen.update(frozenset(values[index]) for index in result.lists)
        if not result.is_whole:
            yield _unexplained(comparison, fact, result, lists)
    for side in dict.fromkeys(fact.side for fact in said):
        for facts in _lists(comparison, side):
            is_error = group_of(facts[0].status) == ERROR
            if not is_error and frozenset(texts_of(facts)) not in seen and not _is_listed(comparison, facts[0]):
                yield _in_no_run(comparison, facts)


def _lists(comparison: Comparison, side: Side) -> list[tuple[Fact, ...]]:
    """Give the lists of the contract, each once, though several fields may have it."""
    found: dict[tuple[str, Path], list[Fact]] = {}
    for fact in comparison.contract:
        if fact.side is side and fact.attribute is Attribute.enum:
            found.setdefault((fact.status, fact.path), []).append(fact)
    once: dict[tuple[str, ...], tuple[Fact, ...]] = {}
    for facts in found.values():
        once.setdefault(tuple(texts_of(facts)), tuple(facts))
    return [facts for values, facts in once.items() if len(values) > 1]


def _legacy(comparison: Comparison) -> frozenset[str]:
    """Give the values that the page calls legacy: a contract may leave them out of what is sent."""
    facts = (fact for fact in comparison.facts if fact.attribute is Attribute.legacy)
    return frozenset(str(fact.value).split(" -> ")[0] for fact in facts)


def _is_listed(comparison: Comparison, stated: Fact) -> bool:
    """Say whether the page lists the values in another way."""
    paths = (stated.path, stated.path[:-1])
    return any(
        fact.side is stated.side and fact.attribute is Attribute.enum and fact.path in paths
        for fact in comparison.facts
    )


def _unexplained(comparison: Comparison, fact: Fact, result: Explained, lists: Sequence[tuple[Fact, ...]]) -> Finding:
    nearest = lists[result.nearest] if result.nearest is not None else ()
    run = quoted([fact.value])
    message = f"no list of the contract explains the values {run} of {element(fact.side, fact.status, ('body',))}"
    if nearest:
        what = f'that of "{name(nearest[0].path)}" explains most'
        left = f"; {quoted([result.left])} is left over" if result.left else ""
        unused = f"; {quoted(result.unused)} is not in it" if result.unused else ""
        message = f"{message}; {what}{left}{unused}"
    return comparison.finding(
        "run-unexplained",
        side=fact.side,
        status=nearest[0].status if nearest else fact.status,
        path=nearest[0].path if nearest else ("body",),
        attribute=Attribute.enum,
        message=message,
        hint="correct the list in the contract, or settle it with a ruling",
        names=tuple(part for part in (result.left, *result.unused) if part),
        said=(fact,),
        stated=nearest,
    )


def _in_no_run(comparison: Comparison, stated: tuple[Fact, ...]) -> Finding:
    first = stated[0]
    return comparison.finding(
        "value-not-in-runs",
        side=first.side,
        status=first.status,
        path=first.path,
        attribute=Attribute.enum,
        message=f"the values {quoted(values_of(stated))} of {element(first.side, first.status, first.path)} "
        "are in no run of the page",
        hint="look whether the page lists them elsewhere",
        names=(first.path[-1],),
        stated=stated,
    )
