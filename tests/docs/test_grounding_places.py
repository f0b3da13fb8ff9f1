"""Laws of places: an element is found where it really stands, or what is nearest above it."""

from __future__ import annotations

import pytest
from handbill_generator.docs.grounding import Places
from handbill_generator.docs.model import ERROR, SUCCESS, Side, path_of
from hypothesis import given
from hypothesis import strategies as st

from tests.docs.grounding_choir import CHOIR, UPDATE, contract_of

PLACES = Places(contract_of(CHOIR))
PATCH = "#/paths/~1songs~1{songId}/patch"
SCHEMAS = "#/components/schemas"


@pytest.mark.parametrize(
    ("side", "status", "path", "pointer"),
    [
        (Side.neither, "", "", PATCH),
        (Side.request, "", "path/songId", "#/components/parameters/SongId"),
        (Side.request, "", "query/dryRun", f"{PATCH}/parameters/0"),
        (Side.request, "", "query/voices/[]", f"{PATCH}/parameters/1/schema/items"),
        (Side.request, "", "body", f"{PATCH}/requestBody"),
        (Side.request, "", "body/title", f"{SCHEMAS}/Named/properties/title"),
        (Side.request, "", "body/tempo", f"{SCHEMAS}/SongUpdate/allOf/1/properties/tempo"),
        (Side.request, "", "body/singer/teacher/name", f"{SCHEMAS}/Person/properties/name"),
        (Side.request, "", "body/rehearsals/[]", f"{SCHEMAS}/SongUpdate/allOf/1/properties/rehearsals/items"),
        (Side.response, "200", "", f"{PATCH}/responses/200"),
        (Side.response, "200", "body/song/refrain", f"{SCHEMAS}/Song/anyOf/1/properties/refrain"),
        (Side.response, SUCCESS, "body/song/verses", f"{SCHEMAS}/Song/anyOf/0/properties/verses"),
        (Side.response, "200", "header/x-verse", f"{PATCH}/responses/200/headers/X-Verse"),
        (Side.response, "404", "", f"{PATCH}/responses/404"),
        (Side.response, ERROR, "body/message", f"{SCHEMAS}/Problem/properties/message"),
        (Side.response, "503", "body/code", f"{SCHEMAS}/Problem/properties/code"),
        (Side.response, "4XX", "body/code", f"{SCHEMAS}/Problem/properties/code"),
    ],
)
def test_an_element_is_found_where_it_stands(side: Side, status: str, path: str, pointer: str) -> None:
    """References, parts and alternatives are passed through, and ranges stand for their statuses."""
    place = PLACES.at(UPDATE, side, status, path_of(path))
    assert (place.pointer, place.is_exact) == (pointer, True)


@pytest.mark.parametrize(
    ("side", "status", "path", "pointer"),
    [
        (Side.request, "", "body/title/below", f"{SCHEMAS}/Named/properties/title"),
        (Side.request, "", "body/unheard", f"{PATCH}/requestBody"),
        (Side.request, "", "query/unheard", PATCH),
        (Side.response, "418", "", f"{PATCH}/responses"),
        (Side.response, "418", "body/code", f"{PATCH}/responses"),
        (Side.response, "200", "body/song/lost", f"{SCHEMAS}/SongAnswer/properties/song"),
    ],
)
def test_what_is_not_there_has_the_nearest_place_above(side: Side, status: str, path: str, pointer: str) -> None:
    """The place of what the contract does not have is where it would be added."""
    place = PLACES.at(UPDATE, side, status, path_of(path))
    assert (place.pointer, place.is_exact) == (pointer, False)


def test_a_page_may_leave_out_that_something_is_a_list() -> None:
    """Items are found without the token for items, and with one where there is no list."""
    assert PLACES.at(UPDATE, Side.request, "", ("body", "singer", "[]", "name")).is_exact
    assert PLACES.at(UPDATE, Side.request, "", ("body", "seats", "balcony")).is_exact


def test_variables_of_a_path_are_known_by_their_place() -> None:
    """A page may call a variable of the path as it likes."""
    place = PLACES.at("PATCH /v2/songs/{song_id}", Side.request, "", ("path", "song_id"))
    assert (place.pointer, place.is_exact) == ("#/components/parameters/SongId", True)


def test_another_operation_is_nowhere() -> None:
    """The place of what a contract does not have at all is that of its paths."""
    place = PLACES.at("GET /nothing", Side.request, "", ("body",))
    assert (place.pointer, place.is_exact) == ("#/paths", False)


def test_positions_are_those_of_the_text() -> None:
    """A place says the line that an editor shows."""
    place = PLACES.at(UPDATE, Side.request, "", ("body", "tempo"))
    assert place.position
    assert CHOIR.splitlines()[place.position.line - 1].lstrip().startswith("tempo:")


@given(
    st.sampled_from(Side),
    st.sampled_from(["", "200", "404", "4XX", "default", "success", "error", "x"]),
    st.lists(st.sampled_from(["body", "query", "song", "title", "[]", "{}", "singer", "teacher", ""]), max_size=80),
)
def test_every_path_has_a_place(side: Side, status: str, path: list[str]) -> None:
    """Whatever a page has for a path, its place is in the document, and a part of the operation or a component."""
    place = PLACES.at(UPDATE, side, status, tuple(path))
    assert place.position
    assert place.pointer.startswith((PATCH, "#/components/"))
