"""Rules of bodies: what is required, what may be null, what only a sentence says.

In: what a page tells of an operation.  Out: findings.
Never: takes silence for a no, unless the page has a word for it and uses it for the neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.agreeing import types_fit
from handbill_generator.docs.judging.contradictions import LIMITS
from handbill_generator.docs.judging.elements import LISTING, Elements, is_shown, texts_of
from handbill_generator.docs.judging.operations import is_update
from handbill_generator.docs.judging.told import BODY, FIELDS, SCHEMAS, Message, Told, parts, told_values
from handbill_generator.docs.judging.wording import element, quoted, words
from handbill_generator.docs.model import Attribute, Fact, Path, SourceKind

_SPLIT = {
    Attribute.type: "types-differ-on-page",
    Attribute.required: "required-differs-on-page",
    Attribute.nullable: "nullable-differs-on-page",
    Attribute.enum: "values-differ-on-page",
    **dict.fromkeys(LIMITS, "limits-differ-on-page"),
}
_DEEPEST_WRAPPER = 2


def rules(told: Told) -> Iterator[Finding]:
    """Find rules that contradict each other, or that only one part of the page has."""
    for message in told.messages:
        yield from _optional(told, message)
        yield from _in_words(told, message)
        yield from _split(told, message)
        yield from _nulls(told, message)
        yield from _formats(told, message)
    if is_update(told.operation):
        yield from _uncleared(told)


def _optional(told: Told, message: Message) -> Iterator[Finding]:
    elements = message.elements
    for fact in told.of(Attribute.all_optional):
        if fact.side is not message.side or not fact.value or fact.path not in elements.paths:
            continue
        together = elements.of(fact.path, Attribute.required_together)
        for other in texts_of(together).values():
            names = tuple(str(other.value).split(" | "))
            yield _required_after_all(told, message, fact, other, names)
        for child in elements.children.get(fact.path, ()):
            said = [f for f in elements.of(child, Attribute.required) if f.value and not is_shown(f)]
            if said:
                yield _required_after_all(told, message, fact, said[0], (child[-1],))


def _required_after_all(told: Told, message: Message, fact: Fact, other: Fact, names: tuple[str, ...]) -> Finding:
    what = element(message.side, message.status, fact.path)
    needed = f"one of {quoted(names)}" if len(names) > 1 else quoted(names)
    return told.finding(
        "optional-but-required",
        [fact],
        f"all of {what} is said to be optional, and {needed} to be required",
        "ask the provider which of the two holds",
        others=[other],
        names=names,
    )


def _in_words(told: Told, message: Message) -> Iterator[Finding]:
    """Find rules about a whole body that stand in a sentence alone."""
    elements = message.elements
    for attribute in (Attribute.min_properties, Attribute.max_properties, Attribute.required_together):
        for fact in told.of(attribute):
            at = elements.of(fact.path, attribute)
            if fact not in at or any(other.source is not SourceKind.prose for other in at):
                continue
            if attribute is Attribute.required_together and elements.of(fact.path, Attribute.all_optional):
                continue  # that is a contradiction, found above
            yield told.finding(
                "rule-only-in-words",
                [fact],
                f"{words(attribute, [fact.value])}, for {element(message.side, message.status, fact.path)}, "
                "stands in the text alone",
                f"write {attribute} into the contract",
            )


def _split(told: Told, message: Message) -> Iterator[Finding]:
    """Find elements of which two parts of a page say different things."""
    for path in sorted(message.elements.paths):
        for attribute, id in _SPLIT.items():
            facts = message.elements.of(path, attribute)
            by_source = {fact.source: tuple(f for f in facts if f.source is fact.source) for fact in facts}
            wanted = [kind for kind in SourceKind if kind in by_source and _counts(attribute, by_source[kind])]
            for kind in wanted[1:]:
                one, other = by_source[wanted[0]], by_source[kind]
                if _speak_of_one(one, other) and _differ(attribute, one, other):
                    yield _differing(told, message, id, one, other)
                    break


def _speak_of_one(one: tuple[Fact, ...], other: tuple[Fact, ...]) -> bool:
    """Say whether both may speak of the same response: one that has no number may be any."""
    same = one[0].status == other[0].status
    return same or not (one[0].status[:1].isdigit() and other[0].status[:1].isdigit())


def _counts(attribute: Attribute, facts: tuple[Fact, ...]) -> bool:
    if attribute is Attribute.type:
        return facts[0].source is not SourceKind.sample
    return not is_shown(facts[0])


def _differ(attribute: Attribute, one: tuple[Fact, ...], other: tuple[Fact, ...]) -> bool:
    values, others = set(texts_of(one)), set(texts_of(other))
    if attribute is Attribute.type:
        return not (types_fit(values, others) or types_fit(others, values))
    return values != others


def _differing(told: Told, message: Message, id: str, one: tuple[Fact, ...], other: tuple[Fact, ...]) -> Finding:
    attribute = one[0].attribute
    return told.finding(
        id,
        one,
        f"{element(message.side, message.status, one[0].path)}: {parts(one)} has {attribute} {told_values(one)}, "
        f"{parts(other)} {told_values(other)}",
        "ask the provider which of the two is right",
        others=other,
    )


def _nulls(told: Told, message: Message) -> Iterator[Finding]:
    """Find nulls in examples of bodies whose fields are listed, where no list says that they may be null."""
    if not message.is_listed:
        return
    for path in sorted(message.plain.paths):
        said = message.plain.of(path, Attribute.nullable)
        shown = [fact for fact in said if is_shown(fact) and fact.value]
        if shown and not any(fact.value and not is_shown(fact) for fact in said):
            yield told.finding(
                "null-only-in-example",
                shown,
                f"{element(message.side, message.status, path)} is null in the example, and not said to be nullable",
                "ask the provider whether the field may be null",
                names=path[-1:],
                path=path,
            )


def _formats(told: Told, message: Message) -> Iterator[Finding]:
    schema, listed = message.by(SCHEMAS), message.plain.where(lambda fact: fact.source not in SCHEMAS)
    for path in sorted(schema.paths):
        said = schema.of(path, Attribute.format)
        in_fields = any(fact.source in FIELDS and not is_shown(fact) for fact in listed.paths.get(path, ()))
        if said and in_fields and not listed.of(path, Attribute.format):
            yield told.finding(
                "format-unstated",
                said,
                f"the format {told_values(said)} of {element(message.side, message.status, path)} "
                "is in the OpenAPI block alone",
                "take the format from the OpenAPI block",
                path=path,
            )


def _uncleared(told: Told) -> Iterator[Finding]:
    """Find fields that may be null when they are read, and not when they are written."""
    sent, received = told.request.plain, told.success.plain
    says_null = any(fact.value for fact in _stated(sent, None, Attribute.nullable))
    for path in sorted(sent.paths):
        if path[:1] != BODY or len(path) < 2 or not sent.listed(path, LISTING):
            continue
        said = _stated(sent, path, Attribute.nullable)
        nulls = [
            fact for other in _counterparts(received, path) for fact in _stated(received, other, Attribute.nullable)
        ]
        nulls = [fact for fact in nulls if fact.value]
        # Where a page never speaks of null in requests, its silence says nothing.
        if nulls and not any(fact.value for fact in said) and (said or says_null):
            yield told.finding(
                "cannot-be-cleared",
                said or tuple(sent.under(path)),
                f"{element(told.request.side, '', path)} may not be null, and in the response it may",
                "ask the provider how the field is cleared",
                others=nulls,
                names=path[-1:],
                path=path,
                attribute=Attribute.nullable,
            )


def _stated(elements: Elements, path: Path | None, attribute: Attribute) -> tuple[Fact, ...]:
    facts = elements.facts if path is None else elements.of(path, attribute)
    return tuple(fact for fact in facts if fact.attribute is attribute and not is_shown(fact))


def _counterparts(received: Elements, path: Path) -> Iterator[Path]:
    """Give where the response has what the request has at *path*: at the same place, or in a wrapper."""
    for other in received.paths:
        if other[:1] == BODY and other[1:][-len(path) + 1 :] == path[1:] and len(other) - len(path) <= _DEEPEST_WRAPPER:
            yield other
