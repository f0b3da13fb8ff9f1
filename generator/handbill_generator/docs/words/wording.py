"""Read what the description of a field says.

In: the words of a description.  Out: attributes with values: lists of values, limits, defaults, remarks.
Never: guesses; a sentence that no pattern knows says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from handbill_generator.docs.model import MAX_TOKEN, Attribute, Value
from handbill_generator.docs.words.limits import limits
from handbill_generator.docs.words.listed import default, listed, lone_value
from handbill_generator.docs.words.remarks import legacy, remarks
from handbill_generator.docs.words.rules import read_rules
from handbill_generator.docs.words.sentences import bare, sentences
from handbill_generator.docs.words.tokens import typed

__all__ = ["MAX_SENTENCES", "read_description", "read_rules"]

MAX_SENTENCES = 200
"""The most sentences of a description that are read: one with more is a page."""

_ARRAY = re.compile(r"\[\]|\b(?:array|list) of\b", re.IGNORECASE)


def read_description(text: str, types: Collection[str] = ()) -> tuple[tuple[Attribute, Value], ...]:
    """Give what *text* says of its field, each once, in its order.

    *types* are those that the field has, where they are known: they say what `Max 5` limits and whether a default of
    `10` is a number.  A value of a list is an `enum`; the only value that a sentence names is `shown`.
    """
    said = [sentence for _, sentence in zip(range(MAX_SENTENCES), sentences(text), strict=False)]
    is_array = not types and _ARRAY.search(text[:1_000]) is not None
    found: dict[tuple[Attribute, str, str], tuple[Attribute, Value]] = {}
    for sentence in said:
        for attribute, value in _said(sentence, types, is_array=is_array, is_alone=len(said) == 1):
            if not isinstance(value, str) or (0 < len(value) <= MAX_TOKEN and value.isprintable()):
                found.setdefault((attribute, type(value).__name__, str(value)), (attribute, value))
    return tuple(found.values())


def _said(
    sentence: str, types: Collection[str], *, is_array: bool, is_alone: bool
) -> Iterator[tuple[Attribute, Value]]:
    old = legacy(sentence)
    if old:
        yield Attribute.legacy, old
        return
    lone = lone_value(sentence)
    if lone:
        yield Attribute.shown, lone
    for clause in sentence.split(";"):
        yield from _of_clause(clause.strip(), types, is_array=is_array, is_alone=is_alone)


def _of_clause(
    clause: str, types: Collection[str], *, is_array: bool, is_alone: bool
) -> Iterator[tuple[Attribute, Value]]:
    for value in listed(clause, is_alone=is_alone):
        if value == "null":
            yield Attribute.nullable, True
        else:
            yield Attribute.enum, typed(value, types)
    yield from default(clause, types)
    plain = bare(clause)
    yield from limits(plain, types, is_array=is_array)
    yield from remarks(plain)
