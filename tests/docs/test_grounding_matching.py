"""Laws of matching: an operation is found however a page writes it, and another one never."""

from __future__ import annotations

import pytest
from handbill_generator.docs.grounding import key_of, matched
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.grounding_choir import CHOIR, UPDATE, contract_of

CONTRACT = contract_of(CHOIR)
VERSIONED = contract_of(
    CHOIR.replace("/v2\n", "\n").replace("/songs/{songId}:", "/v1/songs/{id}:").replace("name: songId", "name: id")
)
CHOSEN = contract_of(
    CHOIR.replace(
        "https://api.choir.example/v2\n",
        'https://api.choir.example/{version}\n    variables: {version: {default: "2.1"}}\n',
    )
)


@pytest.mark.parametrize(
    "written",
    [
        "PATCH /songs/{songId}",
        "patch /songs/{id}/",
        "PATCH /v2/songs/{song_id}",
        "PATCH https://api.choir.example/v2/songs/{songId}",
        "PATCH https://api.choir.example/v2/songs/507f1f77?dry=1#x",
        "PATCH api.choir.example/v2/songs/:songId",
        "PATCH /songs/<songId>",
        "PATCH songs/{songId}",
    ],
)
def test_ways_of_writing_one_operation(written: str) -> None:
    """Names of variables, the base path, host, query and slashes are not what tells operations apart."""
    found = matched(CONTRACT, written)
    assert found
    assert key_of(found) == UPDATE


@pytest.mark.parametrize(
    "written",
    [
        "",
        "PATCH",
        "PATCH ",
        "GET /songs/{songId}",
        "PATCH /songs",
        "PATCH /songs/{songId}/verses",
        "PATCH /v1/songs/{songId}",
        "PATCH /albums/{songId}",
        "PATCH /{songId}/songs",
        "not an operation at all",
    ],
)
def test_another_operation_is_none(written: str) -> None:
    """Another method, path or version is not the operation."""
    assert matched(CONTRACT, written) is None


def test_a_word_goes_before_a_variable() -> None:
    """Where a path has the very word, the one with a variable there is not meant."""
    found = matched(CONTRACT, "PATCH /songs/latest")
    assert found
    assert found.id.raw == "updateLatestSong"
    found = matched(CONTRACT, "PATCH /songs/newest")
    assert found
    assert found.id.raw == "updateSong"


def test_the_base_path_may_stand_on_either_side() -> None:
    """A path that has the version in the document may lack it on the page, and another version is another path."""
    assert matched(VERSIONED, "PATCH /songs/{songId}")
    assert matched(VERSIONED, "PATCH https://choir.example/v1/songs/{songId}")
    assert matched(VERSIONED, "PATCH /v2/songs/{songId}") is None


def test_a_server_variable_stands_for_any_word() -> None:
    """A version that callers choose may be any on a page."""
    assert matched(CHOSEN, "PATCH https://api.choir.example/2.8/songs/{id}")
    assert matched(CHOSEN, "PATCH /songs/{id}")


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    """Whatever a page writes, the answer is an operation or none."""
    for written in (text, f"PATCH {text}", f"PATCH /songs/{text}"):
        found = matched(CONTRACT, written)
        assert found is None or found in CONTRACT.operations


def test_a_long_address_takes_no_time() -> None:
    """What is longer than any address is none."""
    assert matched(CONTRACT, "PATCH /" + "{" * 100_000) is None
    assert matched(CONTRACT, "PATCH " + "/{a}" * 100_000) is None
