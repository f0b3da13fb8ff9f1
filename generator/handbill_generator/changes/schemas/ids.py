"""What changes of schemas are called.

In: who sends the value, where the schema stands, what changed.  Out: an id as oasdiff writes it.
Never: tells two directions apart by anything but the first word.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from handbill_generator.changes.lifecycle import SUFFIXES
from handbill_generator.changes.model import Direction


class Place(StrEnum):
    """Where a schema is used."""

    body = "body"
    property = "property"
    parameter = "parameter"
    header = "header"


def id_of(direction: Direction, place: Place, is_inside: bool, suffix: str) -> str:
    """Give the id of what changed; *is_inside* says that it stands below a property."""
    word: str = place
    if is_inside:
        word = "parameter-property" if place is Place.parameter else "property"
    return f"{direction}-{word}-{suffix}"


_SUFFIXES: Mapping[str, str] = {
    "type": "type-changed type-generalized type-specialized became-never became-possible",
    "nullable": "became-nullable became-not-nullable",
    "enum": "became-enum enum-removed enum-value-added enum-value-removed const-added const-removed const-changed "
    "x-extensible-enum-value-removed",
    "limit": " ".join(
        [
            *(
                f"{limit}-{action}"
                for limit in (
                    "min max exclusive-min exclusive-max min-length max-length min-items max-items min-properties "
                    "max-properties"
                ).split()
                for action in ("set", "unset", "increased", "decreased")
            ),
            "multiple-of-set multiple-of-unset multiple-of-changed unique-items-set unique-items-unset",
        ]
    ),
    "pattern": "pattern-added pattern-removed pattern-changed",
    "format": "format-added format-removed format-changed",
    "content": "content-media-type-changed content-encoding-changed content-schema-changed",
    "contains": "contains-added contains-removed min-contains-increased min-contains-decreased "
    "max-contains-increased max-contains-decreased",
    "pattern-property": "pattern-property-added pattern-property-removed",
    "additional": "additional-properties-forbidden additional-properties-allowed",
    "dependent": "dependent-required-added dependent-required-removed",
    "alternatives": "any-of-added any-of-removed one-of-added one-of-removed alternatives-became-exclusive "
    "alternatives-became-inclusive",
    "not": "not-added not-removed",
    "condition": "if-added if-removed",
    "default": "default-value-added default-value-removed default-value-changed",
    "lifecycle": " ".join(SUFFIXES),
    "discriminator": "discriminator-added discriminator-removed discriminator-property-name-changed "
    "discriminator-mapping-added discriminator-mapping-deleted discriminator-mapping-changed",
}

_WHOLE: Mapping[str, str] = {
    "property": "new-required-request-property new-optional-request-property request-property-removed "
    "response-required-property-added response-optional-property-added response-required-property-removed "
    "response-optional-property-removed",
    "required": "request-property-became-required request-property-became-optional "
    "response-property-became-required response-property-became-optional",
    "read-write": " ".join(
        f"{side}-{kind}-property-became-{word}"
        for side, flag in (("request", "read-only"), ("response", "write-only"))
        for kind in ("required", "optional")
        for word in (flag, f"not-{flag}")
    ),
}


def schema_ids() -> dict[str, str]:
    """Give the facet of every id that a change of a schema can have."""
    places = [
        (Direction.request, Place.body, False),
        (Direction.request, Place.body, True),
        (Direction.request, Place.parameter, False),
        (Direction.request, Place.parameter, True),
        (Direction.request, Place.header, False),
        (Direction.response, Place.body, False),
        (Direction.response, Place.body, True),
        (Direction.response, Place.parameter, False),
        (Direction.response, Place.parameter, True),
        (Direction.response, Place.header, False),
    ]
    found = {
        id_of(*place, suffix): facet
        for place in places
        for facet, suffixes in _SUFFIXES.items()
        for suffix in suffixes.split()
    }
    return found | {id: facet for facet, ids in _WHOLE.items() for id in ids.split()}
