"""Every keyword at every position, set, unset, tightened and loosened; a judge that tries values says what is true."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

import pytest
from handbill_generator.changes.model import Direction
from handbill_generator.changes.schemas import SchemaDifference, schema_ids

from tests.changes.judge import DIRECTIONS, UNSEEN, Verdict, claims, compared, judge, pool
from tests.changes.schemas_edits import Edit, edits
from tests.changes.schemas_positions import POSITIONS, Position

EDITS = tuple(edits())


@dataclass(frozen=True, slots=True)
class Exemption:
    """What is told otherwise than the judge sees it: a *kind* of complaint, patterns of position and edit, an id."""

    kind: str
    position: str
    edit: str
    id: str
    reason: str


EXEMPTIONS = (
    Exemption(
        "FALSE",
        "*",
        "oneOf that overlaps *",
        "*",
        "a value that two alternatives accept is refused; which those are is not searched for, so both is said",
    ),
    Exemption(
        "FALSE",
        "oneOf that overlaps",
        "*",
        "*",
        "a value that two alternatives accept is refused; which those are is not searched for, so both is said",
    ),
    Exemption(
        "FALSE",
        "anyOf that overlaps",
        "*",
        "*",
        "what one alternative loses another may still accept; only whole alternatives are held against each other",
    ),
    Exemption(
        "FALSE",
        "*",
        "if, then and else *",
        "*",
        "values go from one branch to the other; whether that one accepts them is not searched for, so both is said",
    ),
    Exemption(
        "FALSE",
        "if with both",
        "*",
        "*",
        "values go from one branch to the other; whether that one accepts them is not searched for, so both is said",
    ),
    Exemption(
        "SILENT",
        "*",
        "*",
        "request-property-removed",
        "that a required property need not be sent is no news beside that nobody reads it: the ledger weighs it",
    ),
    Exemption(
        "SILENT",
        "*",
        "*",
        "response-optional-property-removed",
        "that a closed object promises less is no news beside that a reader finds nothing: the ledger weighs it",
    ),
    Exemption(
        "FALSE",
        "a negation",
        "optional property *",
        "*",
        "the convention for properties holds for what is sent, and says little of what is refused",
    ),
    Exemption(
        "FALSE",
        "a negation",
        "readOnly *",
        "*",
        "the convention for properties holds for what is sent, and says little of what is refused",
    ),
    Exemption(
        "*",
        "propertyNames",
        "alternatives of types *",
        "*",
        "of two alternatives of one type, one inside of the other, both are kept",
    ),
)
"""Each has its reason."""


def _is_exempt(kind: str, position: Position, edit: Edit, found: tuple[SchemaDifference, ...]) -> bool:
    return any(
        fnmatchcase(kind, one.kind)
        and fnmatchcase(position.name, one.position)
        and fnmatchcase(edit.name, one.edit)
        and (one.id == "*" or any(difference.id == one.id for difference in found))
        for one in EXEMPTIONS
    )


def _numbered(schema: Any, index: int) -> Any:
    """Give each edit a component of its own."""
    return json.loads(json.dumps(schema).replace('schemas/Part"', f'schemas/Part{index}"'))


def _documents(position: Position) -> tuple[dict[str, Any], dict[str, Any]]:
    documents: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for index, edit in enumerate(EDITS):
        for components, schema in zip(documents, (edit.old, edit.new), strict=True):
            components[f"Root{index}"] = _numbered(position.root(schema), index)
            if position.component:
                components[f"Part{index}"] = _numbered(position.component(schema), index)
    return documents


@cache
def _pool(index: int, direction: Direction) -> list[Any]:
    edit = EDITS[index]
    return pool(edit.old, edit.new, direction=direction)


def _judged(position: Position, index: int, documents: tuple[Any, Any], direction: Direction) -> Verdict:
    if EDITS[index].is_respelling and position is not POSITIONS[0]:
        # What accepts the same at the root does so everywhere.
        return Verdict(UNSEEN, UNSEEN)
    parts = tuple({k: v for k, v in each.items() if k == f"Part{index}"} for each in documents)
    values = [whole for value in _pool(index, direction) for whole in position.around(value)]
    old, new = (each[f"Root{index}"] for each in documents)
    return judge(old, new, values, (parts[0], parts[1]), direction=direction)


def _complaints(
    position: Position, edit: Edit, verdict: Verdict, found: tuple[SchemaDifference, ...], direction: Direction
) -> list[str]:
    narrows, widens = claims(found)
    complaints = []
    for word, claimed, seen in (("narrows", narrows, verdict.narrows), ("widens", widens, verdict.widens)):
        if seen is not UNSEEN and not claimed:
            complaints.append(("SILENT", f"{word} {json.dumps(seen)}"))
        if claimed and seen is UNSEEN:
            complaints.append(("FALSE", word))
    if edit.is_respelling and found:
        complaints.append(("RESPELLED", ""))
    if not all(difference.id in schema_ids() for difference in found):
        complaints.append(("UNKNOWN", ""))
    told = f"{position.name}: {edit.name} ({direction}): {[(d.id, str(d.effect)) for d in found]}"
    return [f"{kind} {text} {told}" for kind, text in complaints if not _is_exempt(kind, position, edit, found)]


def _numbers(position: Position) -> list[int]:
    """Give the edits to try at a position, each without the one that takes it back: of respellings a third in turn."""
    turn = POSITIONS.index(position)
    forth = range(0, len(EDITS), 2)
    return [n for n in forth if turn == 0 or not EDITS[n].is_respelling or (n // 2 + turn) % 3 == 0]


@pytest.mark.parametrize("position", POSITIONS, ids=lambda position: position.name)
def test_no_edit_breaks_in_silence_and_none_is_a_false_alarm(position: Position) -> None:
    turn = POSITIONS.index(position)
    directions = DIRECTIONS if turn == 0 else (DIRECTIONS[turn % 2],)
    documents = _documents(position)
    numbers = _numbers(position)
    names = [f"Root{number + step}" for number in numbers for step in (0, 1)]
    found = compared(*documents, names, as_components=True, directions=directions)
    complaints = []
    for number in numbers:
        for direction in directions:
            verdict = _judged(position, number, documents, direction)
            for each, word in ((number, verdict), (number + 1, verdict.reversed)):
                complaints += _complaints(position, EDITS[each], word, found[f"Root{each}", direction], direction)
    assert not complaints, "\n".join(complaints)


def test_the_edit_space_is_as_large_as_it_says() -> None:
    assert sum(2 * len(_numbers(position)) for position in POSITIONS) > 15_000
