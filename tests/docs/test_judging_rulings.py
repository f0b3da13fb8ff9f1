"""Laws of rulings: they settle what they name, where they name it, and one that settles nothing is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.findings import Finding, Level
from handbill_generator.docs.judging import found, settled

from .judged import docs

FINDING = found(
    "property-missing",
    page="songs-page",
    path=("body", "data", "key"),
    names=("key",),
    message="m",
    pointer="#/components/schemas/Song/properties/data",
)

RULING = """\
rulings:
  - at: {at}
    members: [{members}]
    says: {{{says}}}
    settles: [{settles}]
    chosen: It is not there.
    why: Nobody sings it.
"""


def ruled(
    finding: Finding = FINDING,
    *,
    at: str = "/components/schemas/Song",
    members: str = "",
    says: str = "songs-page: there is a key",
    settles: str = "property-missing",
    read: tuple[str, ...] = ("songs-page",),
    known: tuple[str, ...] = (),
) -> tuple[Finding, ...]:
    """Give what becomes of one finding."""
    text = RULING.format(at=at, members=members, says=says, settles=settles)
    return settled([finding], docs(text), read, "api.yaml", sources_known=known)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"at": "/components/schemas/Song/properties/data"},
        {"at": "/components/schemas/Song/properties/data/properties/key"},
        {"settles": "property-missing key"},
        {"settles": "property-missing body/data/key"},
        {"says": "other-page: nothing", "members": "key"},
        {"settles": "type-contradicted, property-missing", "read": ()},
    ],
)
def test_settles(given: dict[str, str]) -> None:
    """A ruling settles a finding of its id, at, above or below its place, by its source or its member."""
    settling = ruled(**given)[0].settled  # type: ignore[arg-type]
    assert settling
    assert (settling.chosen, settling.why) == ("It is not there.", "Nobody sings it.")
    assert str(settling.position).startswith("docs.yaml:5:")


@pytest.mark.parametrize(
    "given",
    [
        {"at": "/components/schemas/Singer"},
        {"settles": "property-undocumented"},
        {"settles": "property-missing title"},
        {"says": "other-page: there is a key"},
        {"says": "other-page: there is a key", "members": "title"},
        {"settles": ""},
    ],
)
def test_does_not_settle(given: dict[str, str]) -> None:
    """A ruling on something else settles nothing."""
    assert ruled(**given)[0].settled is None  # type: ignore[arg-type]


def test_settles_by_the_pointer_of_either_side() -> None:
    """A value stands in a schema of its own, which a ruling may name as well as the property."""
    evidence = {"at": "/components/schemas/Key"}
    assert ruled(FINDING, **evidence)[0].settled is None  # type: ignore[arg-type]
    assert ruled(replace(FINDING, pointer="#/components/schemas/Key"), **evidence)[0].settled  # type: ignore[arg-type]
    assert ruled(replace(FINDING, pointer=""), **evidence)[0].settled  # type: ignore[arg-type]


def test_unused() -> None:
    """What a ruling settles no longer is found, where all its sources were read that could be."""
    (same, unused) = ruled(settles="property-undocumented key")
    assert same is FINDING
    assert (unused.id, unused.level, str(unused.position)) == ("ruling-unused", Level.error, "docs.yaml:5:15")
    assert "property-undocumented key" in unused.message
    assert len(ruled(settles="property-undocumented", read=())) == 1
    assert len(ruled(settles="property-missing, type-contradicted")) == 2
    both = "songs-page: a, other-page: b"
    assert len(ruled(settles="property-undocumented", says=both)) == 2
    assert len(ruled(settles="property-undocumented", says=both, known=("other-page",))) == 1


def test_unknown_id() -> None:
    """An id that no finding has is refused, with those that are nearest to it."""
    with pytest.raises(SpecError) as raised:
        ruled(settles="property-mising")
    assert str(raised.value) == (
        'docs.yaml:5:15: no finding has the id "property-mising" [#/rulings/0/settles/0]; write property-missing or '
        + str(raised.value).rpartition("property-missing or ")[2]
    )


def test_without_rulings() -> None:
    """Without docs.yaml, and with rulings that settle nothing by their own words, findings stay as they are."""
    assert settled([FINDING], None, {"songs-page"}, "api.yaml") == (FINDING,)
    assert settled([FINDING], docs("rulings: [{at: /a, says: {songs-page: b}}]"), {"songs-page"}, "a") == (FINDING,)
