"""What a page and a contract say of the same element in different ways.

In: a comparison.  Out: a finding for each attribute on which they disagree.
Never: holds what is left out against anybody: only a value that is there can be contradicted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.agreeing import agree
from handbill_generator.docs.judging.comparison import Comparison, Pair
from handbill_generator.docs.judging.elements import values_of
from handbill_generator.docs.judging.wording import element, words
from handbill_generator.docs.model import Attribute, Fact, Path

LIMITS = (
    Attribute.minimum,
    Attribute.maximum,
    Attribute.exclusive_minimum,
    Attribute.exclusive_maximum,
    Attribute.multiple_of,
    Attribute.min_length,
    Attribute.max_length,
    Attribute.min_items,
    Attribute.max_items,
    Attribute.min_properties,
    Attribute.max_properties,
    Attribute.pattern,
)

_IDS: Mapping[Attribute, str] = {
    Attribute.required: "required-contradicted",
    Attribute.required_together: "required-contradicted",
    Attribute.nullable: "nullable-contradicted",
    Attribute.format: "format-contradicted",
    Attribute.default: "default-contradicted",
    Attribute.deprecated: "deprecated-contradicted",
    Attribute.read_only: "access-contradicted",
    Attribute.write_only: "access-contradicted",
    **dict.fromkeys(LIMITS, "limit-contradicted"),
}


def contradicted(comparison: Comparison) -> Iterator[Finding]:
    """Find every attribute of an element on which the page and the contract disagree."""
    for pair in comparison.pairs:
        for path in sorted(pair.page.paths):
            if held := pair.having(path):
                stated = [elements.facts_at(path) for elements in held]
                yield from _types(comparison, pair, path, stated)
                yield from _attributes(comparison, pair, path, stated)
                yield from _optional(comparison, pair, path)


def _types(
    comparison: Comparison, pair: Pair, path: Path, stated: Sequence[Mapping[Attribute, tuple[Fact, ...]]]
) -> Iterator[Finding]:
    said = pair.page.best(path, Attribute.type)
    if said and not any(agree(Attribute.type, said, facts.get(Attribute.type, ())) for facts in stated):
        yield _finding(comparison, pair, path, "type-contradicted", said, stated[0].get(Attribute.type, ()))


def _attributes(
    comparison: Comparison, pair: Pair, path: Path, stated: Sequence[Mapping[Attribute, tuple[Fact, ...]]]
) -> Iterator[Finding]:
    for attribute, id in _IDS.items():
        said = pair.page.stated(path, attribute)
        if attribute is Attribute.nullable and not any(fact.value for fact in said):
            # An example that shows null makes a field wider than what is said of it.
            said = tuple(fact for fact in pair.page.of(path, attribute) if fact.value) or said
        if said and not any(agree(attribute, said, facts.get(attribute, ())) for facts in stated):
            known = [facts[attribute] for facts in stated if attribute in facts]
            yield _finding(comparison, pair, path, id, said, known[0] if known else ())


def _optional(comparison: Comparison, pair: Pair, path: Path) -> Iterator[Finding]:
    """Find what the contract requires where the page says that nothing is required."""
    said = pair.page.stated(path, Attribute.all_optional)
    for child in pair.page.children.get(path, ()) if any(fact.value for fact in said) else ():
        held = [elements.of(child, Attribute.required) for elements in pair.having(child)]
        is_required = bool(held) and all(any(fact.value for fact in facts) for facts in held)
        if is_required and not pair.page.stated(child, Attribute.required):
            yield _finding(comparison, pair, child, "required-contradicted", said, held[0], Attribute.required)


def _finding(
    comparison: Comparison,
    pair: Pair,
    path: Path,
    id: str,
    said: tuple[Fact, ...],
    stated: tuple[Fact, ...],
    attribute: Attribute | None = None,
) -> Finding:
    attribute = attribute or said[0].attribute
    what = element(pair.side, pair.status, path)
    return comparison.finding(
        id,
        side=pair.side,
        status=pair.status,
        path=path,
        attribute=attribute,
        message=f"{what}: the page says {words(attribute, values_of(said))}, "
        f"the contract {words(attribute, values_of(stated))}",
        hint=f"{_correction(attribute)}, or settle it with a ruling",
        names=(path[-1],) if path else (),
        said=said,
        stated=stated,
    )


def _correction(attribute: Attribute) -> str:
    if attribute is Attribute.required_together:
        return "write the rule into the contract as an `anyOf` of `required`"
    return f"correct `{attribute}` in the contract"
