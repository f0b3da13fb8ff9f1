"""How it is said that an attribute moved.

In: an element, an attribute, what was said of it and what is said.  Out: a clause.
Never: decides whether it moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handbill_generator.docs.drifting.statements import Spot, values_of
from handbill_generator.docs.drifting.telling import listed, named
from handbill_generator.docs.model import Attribute, Fact

_YES_OR_NO: Mapping[Attribute, tuple[str, str, str, str]] = {
    Attribute.required: ("became required", "became optional", "required", "optional"),
    Attribute.nullable: ("can be null now", "can no longer be null", "nullable", "never null"),
    Attribute.deprecated: ("became deprecated", "is no longer deprecated", "deprecated", "not deprecated"),
    Attribute.read_only: ("became read-only", "is no longer read-only", "read-only", "not read-only"),
    Attribute.write_only: ("became write-only", "is no longer write-only", "write-only", "not write-only"),
    Attribute.all_optional: ("has optional members only now", "", "without required members", ""),
    Attribute.opaque: ("has no properties in the schema now", "", "without properties", ""),
    Attribute.example_broken: ("has an example now that is no JSON", "", "an example that is no JSON", ""),
}
"""What is said of an attribute that became true, that became false, and that was the one or the other."""

_NOUNS: Mapping[Attribute, str] = {
    Attribute.sample_broken: "the language of samples that are broken",
    Attribute.names_lost: "the number of fields without names",
    Attribute.read_only_unnamed: "the number of read-only fields without names",
    Attribute.enum_run: "the run of values",
    Attribute.published: "the OpenAPI document that the page names",
    Attribute.refers: "the page that describes it",
    Attribute.missing_status: "the status where it is not there",
    Attribute.causes: "the number of causes",
    Attribute.legacy: "the values that are no longer written",
    Attribute.mislabelled: "the location that it cannot have",
    Attribute.required_together: "the list of names of which one is required",
    Attribute.security: "the credential",
    Attribute.server: "the base address",
}


def moved_in_words(spot: Spot, attribute: Attribute, old: Sequence[Fact], new: Sequence[Fact]) -> str:
    """Say how *attribute* of *spot* moved from what *old* says to what *new* says; one of the two may say nothing."""
    was, now = values_of(old), values_of(new)
    if attribute in _YES_OR_NO:
        return f"{named(spot)} {_became(attribute, 'true' in was, now)}"
    noun = f"{_NOUNS.get(attribute, f'the {attribute.value}')} of {named(spot)}"
    if not was:
        return f"{noun} is {listed(now)} now, and was not said"
    return (
        f"{noun} was {listed(was)}, and is {listed(now)}" if now else f"{noun} was {listed(was)}, and is not said now"
    )


def _became(attribute: Attribute, was_true: bool, now: frozenset[str]) -> str:
    yes, no, true, false = _YES_OR_NO[attribute]
    if not now:
        return f"is no longer said to be {true if was_true else false}"
    return yes if now == {"true"} else no
