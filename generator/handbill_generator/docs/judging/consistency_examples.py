"""Examples and samples: broken ones, unclear ones, and answers that do not fit what was sent.

In: what a page tells of an operation.  Out: findings.
Never: asks of a sample that it is complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.elements import is_shown
from handbill_generator.docs.judging.told import BODY, Message, Told, plain_path
from handbill_generator.docs.judging.wording import element, quoted
from handbill_generator.docs.model import Attribute, Side, SourceKind

_DEEPEST = 3
"""How long the path of an identifier is at most: that of anything deeper is the identifier of something else."""


def examples(told: Told) -> Iterator[Finding]:
    """Find what is wrong with the examples and the samples of a page."""
    yield from _broken(told)
    yield from _unclear(told, told.request)
    yield from _echoes(told)
    yield from _identifiers(told)


def _broken(told: Told) -> Iterator[Finding]:
    for fact in told.of(Attribute.example_broken):
        if fact.value:
            yield told.finding(
                "example-broken",
                [fact],
                f"the example of {element(fact.side, fact.status, fact.path)} is no valid JSON",
                "take names from it, and nothing else",
            )
    for fact in told.of(Attribute.sample_broken):
        yield told.finding(
            "sample-broken",
            [fact],
            f"the sample in {quoted([fact.value])} is not valid in its language",
            "take names from it, and nothing else",
            names=(str(fact.value),),
        )


def _unclear(told: Told, message: Message) -> Iterator[Finding]:
    for fact in message.plain.facts:
        if fact.attribute is not Attribute.shown or fact.value != "{}" or fact.source is not SourceKind.sample:
            continue
        types = [f for f in message.plain.of(fact.path, Attribute.type) if not is_shown(f)]
        if types and not any(f.value == "object" for f in types):
            yield told.finding(
                "sample-unclear",
                [fact],
                f"the sample has an empty object for {element(message.side, message.status, fact.path)}, "
                f"whose type is {quoted(dict.fromkeys(str(f.value) for f in types))}",
                "take the type from the list of fields",
                others=types,
                names=fact.path[-1:],
            )


def _echoes(told: Told) -> Iterator[Finding]:
    for fact in told.of(Attribute.echoed):
        if not fact.value:
            yield told.finding(
                "example-not-echoed",
                [fact],
                f"the example of the response does not have the value that the example of the request sets for "
                f"{element(fact.side, fact.status, fact.path)}",
                "ask the provider what the operation does with the field",
                names=fact.path[-1:],
            )


def _identifiers(told: Told) -> Iterator[Finding]:
    """Find an identifier that is `_id` in the response, and has the name of its kind in the path."""
    variables = [fact for fact in told.facts if fact.side is Side.request and fact.path[:1] == ("path",)]
    received = {plain_path(fact.path) for fact in told.success.elements.facts if fact.path[:1] == BODY}
    names = {path[-1].lower().replace("_", "") for path in received if path[-1] != "_id"}
    for path in sorted(received):
        kept = [fact for fact in variables if fact.path[-1].lower().endswith("id") and fact.path[-1] != path[-1]]
        if path[-1] != "_id" or path[_DEEPEST:] or not kept:
            continue
        if not any(fact.path[-1].lower().replace("_", "") in names for fact in kept) and "id" not in names:
            shown = [f for f in told.success.elements.facts if plain_path(f.path) == path]
            name = kept[-1].path[-1]
            yield told.finding(
                "identifier-names-differ",
                shown,
                f"the identifier is {quoted([path[-1]])} in the response, and {quoted([name])} in the path",
                "read the one as the other",
                others=kept,
                names=(path[-1], name),
                path=path,
                attribute=Attribute.exists,
            )
            return
