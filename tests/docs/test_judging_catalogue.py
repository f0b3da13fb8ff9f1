"""Laws of the catalogue and of runs: every id is explained, and a run is parted as its lists allow."""

from __future__ import annotations

import pytest
from handbill_generator.diagnostics import ConfigError
from handbill_generator.docs.findings import Kind, Level
from handbill_generator.docs.judging import IDS, explain
from handbill_generator.docs.judging.catalogue import ids_of, nearest
from handbill_generator.docs.judging.segmenting import explained
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize("id", IDS)
def test_every_id_is_explained(id: str) -> None:
    """What an id means is a sentence, and whether it fails a run follows from its level."""
    text = explain(id)
    assert text.startswith(f"{id}\n")
    assert IDS[id].meaning.endswith(".")
    assert ("does not fail" in text) is (IDS[id].level is Level.note)


def test_levels_follow_kinds() -> None:
    """What a page leaves open is a note, and no other kind is one alone."""
    assert all(IDS[id].level is Level.note for id in ids_of(Kind.unknowable))
    assert all(IDS[id].level is not Level.note for id in IDS if IDS[id].kind is not Kind.unknowable)


def test_unknown_ids() -> None:
    """An id that is not there is refused with those like it."""
    with pytest.raises(ConfigError, match="did you mean property-missing"):
        explain("property-mising")
    with pytest.raises(ConfigError):
        explain("\n" * 3)
    assert nearest("x" * 100_000) == ()


@given(
    st.lists(
        st.lists(st.text("abcXY_", min_size=1, max_size=4), min_size=1, max_size=4, unique=True), min_size=1, max_size=4
    ),
    st.randoms(use_true_random=False),
)
def test_every_run_of_lists_is_explained(lists: list[list[str]], random: object) -> None:
    """Lists that are run together in any order are found in the run, however their values overlap."""
    shuffled = [sorted(values, key=lambda _: random.random()) for values in lists]  # type: ignore[attr-defined]
    run = "".join("".join(values) for values in shuffled)
    assert explained(run, lists).is_whole


@pytest.mark.parametrize(
    ("run", "left", "unused"),
    [
        ("reddarkgreenblue", "dark", ()),
        ("redgreen", "", ("blue",)),
        ("redgreenblueteal", "teal", ()),
        ("redgreenbluered", "red", ()),
        ("updownpinkredgreenblue", "pink", ()),
    ],
)
def test_what_is_left(run: str, left: str, unused: tuple[str, ...]) -> None:
    """Of a run that no list explains, the nearest list and what differs are told."""
    result = explained(run, [["up", "down"], ["red", "green", "blue"]])
    assert not result.is_whole
    assert result.nearest == 1
    assert (result.left, result.unused) == (left, unused)


def test_nothing_fits() -> None:
    """A run of other words is all that is left of it."""
    result = explained("loudquiet", [["up", "down"]])
    assert (result.is_whole, result.nearest, result.left) == (False, None, "loudquiet")
    assert explained("up", []).nearest is None


def test_a_run_of_many_readings_is_given_up() -> None:
    """A run that could be parted in millions of ways is left unexplained, and not tried in each of them."""
    lists = [["a" * length for length in range(1, 12)] for _ in range(12)]
    assert not explained("a" * 199 + "b", lists).is_whole
