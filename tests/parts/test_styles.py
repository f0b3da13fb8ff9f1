"""How parameters stand on the wire: OpenAPI's table of style examples, to the byte, and what a server reads back."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ..clients.server import Recorded, Server, serving
from .making import MODES, Emitted, Mode, made
from .paint import DOCUMENT, name_of

BLUE = "blue"
LIST = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}


@pytest.fixture(scope="module")
def paint(tmp_path_factory: pytest.TempPathFactory) -> Emitted:
    return made(DOCUMENT, tmp_path_factory.mktemp("paint"), "paint", "Paint")


@pytest.fixture(scope="module")
def wire() -> Iterator[Server]:
    """A server for a whole module, where a server for each example would take too long."""
    with serving() as server:
        yield server


def send(paint: Emitted, mode: Mode, server: Server, name: str, value: Any) -> Recorded:
    """Call an operation with a value, and give the request as it arrived."""
    server.requests.clear()
    server.answer(200, None)

    def what(client: Any) -> Any:
        method = getattr(client.paint, name)
        return method(value) if name.startswith("path") else method(color=value)

    paint.call(mode, server.url, what)
    return server.request


def shown(request: Recorded, name: str) -> str | None:
    """Give the part of a request in which the parameter stands."""
    place = name.partition("_")[0]
    if place == "path":
        return request.target.split("/")[2]
    if place in ("query", "reserved"):
        return request.raw_query
    return request.header(place if place == "cookie" else "color")


# OpenAPI 3.2.0, section 4.12.6; 3.1.1 has the same but for the style `cookie`. What it calls undefined and shows for
# an empty string stands first; None is what it says nothing of.
TABLE: list[tuple[str, str, bool, str | None, str | None, str | None, str]] = [
    ("path", "matrix", False, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
    ("path", "matrix", True, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
    ("path", "label", False, None, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    ("path", "label", True, None, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    ("path", "simple", False, None, "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("path", "simple", True, None, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ("header", "simple", False, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
    ("header", "simple", True, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ("query", "form", False, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    ("query", "form", True, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
    ("query", "spaceDelimited", False, None, None, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"),
    ("query", "pipeDelimited", False, None, None, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("query", "deepObject", True, None, None, None, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("cookie", "cookie", False, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    ("cookie", "cookie", True, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
    ("cookie", "form", False, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
    # The specification has an ampersand here and warns of it, as no server would take the pairs apart (appendix D).
    ("cookie", "form", True, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
]
CASES = [
    (name_of(place, style, explode, kind), value, expected)
    for place, style, explode, *row in TABLE
    for kind, value, expected in zip(("text", "text", "list", "object"), ("", BLUE, LIST, RGB), row, strict=True)
    if expected is not None
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("name", "value", "expected"), CASES, ids=[f"{name}-{value!r:.8}" for name, value, _ in CASES])
def test_the_table_of_examples(
    paint: Emitted, mode: Mode, server: Server, name: str, value: Any, expected: str
) -> None:
    """Every row of the specification's table is what arrives, an object given as a model."""
    if isinstance(value, dict):
        value = paint.module("models").Colour(r=100, g=200, b=150)
    assert shown(send(paint, mode, server, name, value), name) == expected


DAY = datetime.date(2026, 4, 1)
MOMENT = datetime.datetime(2026, 4, 1, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
SCALARS: list[tuple[str, Any, str]] = [
    ("flag", True, "true"),
    ("flag", False, "false"),
    ("number", 0, "0"),
    ("number", 1.5, "1.5"),
    ("day", DAY, "2026-04-01"),
    ("moment", MOMENT, "2026-04-01T07:00:00Z"),
    ("numbers", [1, 2], "1,2"),
    ("days", [DAY, DAY], "2026-04-01,2026-04-01"),
]
PLACES = [("path", "simple"), ("query", "form"), ("header", "simple"), ("cookie", "cookie")]


@pytest.mark.parametrize(("kind", "value", "expected"), SCALARS)
@pytest.mark.parametrize(("place", "style"), PLACES)
def test_scalars_are_written_as_json_writes_them(
    paint: Emitted, wire: Server, place: str, style: str, kind: str, value: Any, expected: str
) -> None:
    """Booleans, numbers, dates and moments have one text in all places, but for what a place must escape."""
    name = name_of(place, style, False, kind)
    found = shown(send(paint, "sync", wire, name, value), name) or ""
    assert unquote(found.removeprefix("color=")) == expected


@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize(("place", "style"), [*PLACES[1:], ("query", "spaceDelimited"), ("query", "pipeDelimited")])
@pytest.mark.parametrize(("kind", "value"), [("list", []), ("nullable", None), ("words", {})])
def test_nothing_is_sent_for_what_is_empty(
    paint: Emitted, wire: Server, place: str, style: str, explode: bool, kind: str, value: Any
) -> None:
    """An empty array, an empty object and null are undefined in RFC 6570 (section 2.3): the parameter is left out."""
    name = name_of(place, style, explode, kind)
    assert not shown(send(paint, "sync", wire, name, value), name)
    assert wire.request.header("color") is None


@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize(("kind", "value"), [("list", []), ("nullable", None), ("words", {}), ("text", "")])
def test_an_empty_path_value_is_refused(
    paint: Emitted, server: Server, style: str, explode: bool, kind: str, value: Any
) -> None:
    """A path cannot go without its value; only a matrix and a label say by themselves that one is empty."""
    if kind == "text" and style == "matrix":
        return
    with pytest.raises(ValueError, match="color must not be"):
        paint.call("sync", server.url, lambda p: getattr(p.paint, name_of("path", style, explode, kind))(value))
    assert server.requests == []


@pytest.mark.parametrize(("one", "other"), [(".", "."), ("..", ""), ("", "..")])
@pytest.mark.parametrize("mode", MODES)
def test_two_values_do_not_make_a_dot_segment(paint: Emitted, mode: Mode, server: Server, one: str, other: str) -> None:
    """Neither one value nor two that stand side by side address another path."""
    with pytest.raises(ValueError, match="must not be"):
        paint.call(mode, server.url, lambda p: p.paint.pair(one, other))
    assert server.requests == []


@pytest.mark.parametrize("place", ["path", "query", "header", "cookie"])
@pytest.mark.parametrize("mode", MODES)
def test_content_is_json_in_every_place(paint: Emitted, mode: Mode, server: Server, place: str) -> None:
    """A parameter with `content` of JSON is one JSON text, in ASCII."""
    colour = paint.module("models").Colour(r=1, g=2, b=3)
    name = f"{place}_json_object"
    found = shown(send(paint, mode, server, name, colour), name) or ""
    assert json.loads(unquote(found.removeprefix("color="))) == {"R": 1, "G": 2, "B": 3}
    name = f"{place}_json_text"
    found = shown(send(paint, mode, server, name, "\u00e9, \u4e2d"), name) or ""
    assert json.loads(unquote(found.removeprefix("color="))) == "\u00e9, \u4e2d"


@pytest.mark.parametrize("place", ["path", "query", "header", "cookie"])
def test_content_of_text_is_the_text(paint: Emitted, wire: Server, place: str) -> None:
    """A parameter with `content` of text is the text, without quotes."""
    name = f"{place}_plain_text"
    found = shown(send(paint, "sync", wire, name, "a b"), name) or ""
    assert unquote(found.removeprefix("color=")) == "a b"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a/b?c=d&e,f", "a/b?c=d&e,f"), ("50%25", "50%25"), ("50%", "50%25"), ("a#b c", "a%23b%20c"), ("é", "%C3%A9")],
)
def test_reserved_characters_stay_where_they_may(paint: Emitted, wire: Server, value: str, expected: str) -> None:
    """With `allowReserved`, what RFC 3986 reserves goes as it is, and so does what is escaped (RFC 6570, 3.2.3)."""
    assert shown(send(paint, "sync", wire, "reserved_text", value), "reserved_text") == f"color={expected}"


# What a server does, by the same table: it splits at what separates, and only then takes the escapes off.
def _items(separator: str) -> Callable[[str], list[str]]:
    return lambda text: [unquote(part, errors="strict") for part in text.split(separator)]


def _matrix(text: str) -> list[str]:
    parts = [part.partition("=") for part in text.removeprefix(";").split(";")]
    assert {key for key, _, _ in parts} == {"color"}
    return [unquote(value, errors="strict") for _, _, value in parts]


def _pairs(separator: str) -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        parts = [part.partition("=") for part in text.split(separator)]
        assert {key for key, _, _ in parts} == {"color"}
        return [unquote(value, errors="strict") for _, _, value in parts]

    return read


READERS: list[tuple[str, str, bool, str, Callable[[str], list[str]]]] = [
    ("path", "simple", False, "", _items(",")),
    ("path", "simple", True, "", _items(",")),
    ("path", "label", False, "", lambda text: _items(",")(text.removeprefix("."))),
    ("path", "label", True, ".", lambda text: _items(".")(text.removeprefix("."))),
    ("path", "matrix", False, "", lambda text: _items(",")(text.removeprefix(";color").removeprefix("="))),
    ("path", "matrix", True, "", _matrix),
    ("query", "form", False, "", lambda text: _items(",")(text.removeprefix("color="))),
    ("query", "form", True, "", _pairs("&")),
    ("query", "spaceDelimited", False, " ", lambda text: _items("%20")(text.removeprefix("color="))),
    ("query", "pipeDelimited", False, "|", lambda text: _items("%7C")(text.removeprefix("color="))),
    ("cookie", "form", False, "", lambda text: _items(",")(text.removeprefix("color="))),
    ("cookie", "form", True, "", _pairs("; ")),
]
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    "\"',%&=+ /;|[]{}.?#\\\r\n\0é中", max_size=6
)


@pytest.mark.parametrize(
    ("place", "style", "explode", "without", "reader"), READERS, ids=[f"{r[0]}-{r[1]}-{r[2]}" for r in READERS]
)
@given(data=st.data())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_server_reads_back_what_was_given(
    paint: Emitted,
    wire: Server,
    place: str,
    style: str,
    explode: bool,
    without: str,
    reader: Callable[[str], list[str]],
    data: st.DataObject,
) -> None:
    """Whatever a list of texts holds, a server that takes the style apart has the same list.

    Left out are only those characters that the style cannot tell from its own separator.
    """
    texts = ANY.map(lambda text: "".join(c for c in text if c not in without))
    values = data.draw(st.lists(texts, min_size=1, max_size=4))
    name = name_of(place, style, explode, "list")
    if place == "path" and "".join(values).strip(",.") == "":
        values = [*values, "x"]
    found = shown(send(paint, "sync", wire, name, values), name)
    assert found is not None
    assert reader(found) == values


@given(members=st.dictionaries(ANY.filter(bool), ANY, min_size=1, max_size=3))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_server_reads_a_deep_object_back(paint: Emitted, wire: Server, members: dict[str, str]) -> None:
    """Names and values of a deep object may hold anything."""
    name = name_of("query", "deepObject", True, "words")
    found = shown(send(paint, "sync", wire, name, members), name) or ""
    pairs = [part.partition("=") for part in found.split("&")]
    assert {unquote(key)[len("color[") : -1]: unquote(text) for key, _, text in pairs} == members


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("list", ["blue", "black"], "color[0]=blue&color[1]=black"),
        ("words", {"a": {"b": ["x", {"c": True}]}, "d": None}, "color[a][b][0]=x&color[a][b][1][c]=true"),
        ("text", "blue", "color=blue"),
    ],
)
def test_a_deep_object_goes_down(paint: Emitted, wire: Server, kind: str, value: Any, expected: str) -> None:
    """What OpenAPI leaves open for `deepObject`, arrays and objects in objects, is written as in forms."""
    name = name_of("query", "deepObject", True, kind)
    assert unquote(shown(send(paint, "sync", wire, name, value), name) or "") == expected


@given(value=st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E)).filter(bool))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_header_is_the_text(paint: Emitted, wire: Server, value: str) -> None:
    """A header is not escaped: what ASCII can print arrives as it is."""
    name = name_of("header", "simple", False, "text")
    assert shown(send(paint, "sync", wire, name, value), name) == value


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b", "\t", "é", "中", " a", "a ", "\x7f"])
@pytest.mark.parametrize("mode", MODES)
def test_a_header_that_cannot_be_sent_is_refused(paint: Emitted, mode: Mode, server: Server, value: str) -> None:
    """What a header cannot hold is a ValueError that names it, from any place it comes from, and nothing is sent."""
    name = name_of("header", "simple", False, "text")
    with pytest.raises(ValueError, match="color"):
        paint.call(mode, server.url, lambda p: getattr(p.paint, name)(color=value))
    with pytest.raises(ValueError, match="x-own"):
        paint.call(
            mode, server.url, lambda p: getattr(p.with_options(headers={"X-Own": value}).paint, name)(color="blue")
        )
    with pytest.raises(ValueError, match="x-own"):
        paint.call(mode, server.url, lambda p: p.request("GET", "/x", headers={"X-Own": value}))
    assert server.requests == []


@pytest.mark.parametrize("name", ["", "X Own", "X:Own", "X\r\nOwn", "é"])
def test_a_header_name_that_cannot_be_sent_is_refused(paint: Emitted, server: Server, name: str) -> None:
    """A name is checked like a value."""
    with pytest.raises(ValueError, match="the header"):
        paint.call("sync", server.url, lambda p: p.request("GET", "/x", headers={name: "1"}))
    assert server.requests == []


@pytest.mark.parametrize("value", ["a;b", "a b", 'a"b', "a,b", "a\\b", "é", "a\r\nb"])
def test_a_cookie_that_cannot_be_sent_is_refused(paint: Emitted, server: Server, value: str) -> None:
    """The style `cookie` escapes nothing, so that it cannot carry what would end the cookie."""
    with pytest.raises(ValueError, match="a cookie must be"):
        paint.call(
            "sync", server.url, lambda p: getattr(p.paint, name_of("cookie", "cookie", True, "text"))(color=value)
        )
    assert server.requests == []


def test_a_moment_needs_a_time_zone(paint: Emitted, server: Server) -> None:
    """A datetime without one is refused, as a server would have to guess."""
    moment = datetime.datetime(2026, 4, 1)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        paint.call(
            "sync", server.url, lambda p: getattr(p.paint, name_of("query", "form", True, "moment"))(color=moment)
        )
    assert server.requests == []
