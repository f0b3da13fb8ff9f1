"""Laws of parameters: a value comes in the type of its schema, however it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from handbill_generator.sandbox import Sandbox, serve
from handbill_generator.sandbox.model import Answer, Asked, World

from .calling import Caller
from .shop import document, listing, role

ITEMS = {"type": "array", "items": {"type": "integer"}}
POINT = {"type": "object", "properties": {"x": {"type": "integer"}, "y": {"type": "string"}}, "required": ["x"]}
EITHER = {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "integer"}}]}
ONE_WORD = {"type": "string", "maxLength": 3, "pattern": "^[a-z]*$"}


def query(schema: Any, **more: Any) -> dict[str, Any]:
    """Give a query parameter called q."""
    return {"name": "q", "in": "query", "schema": schema, **more}


ALLOWED: list[tuple[dict[str, Any], str, Any]] = [
    (query({"type": "integer"}), "q=12", 12),
    (query({"type": "integer"}), "q=-1", -1),
    (query({"type": "integer"}), "q=5.0", 5),
    (query({"type": "integer"}), "q=1e3", 1000),
    (query({"type": "number"}), "q=5.0", 5.0),
    (query({"type": "number"}), "q=1.50", 1.5),
    (query({"type": "boolean"}), "q=true", True),
    (query({"type": "string"}), "q=12", "12"),
    (query({"type": "string"}), "q=a+b%2Bc%C3%A9", "a b+cé"),
    (query({"type": "string"}), "q=", ""),
    (query({}), "q=12", "12"),
    (query({"enum": ["12", "13"]}), "q=12", "12"),
    (query({"type": ["integer", "null"]}), "q=null", None),
    (query({"anyOf": [{"type": "string", "format": "date"}, {"type": "integer"}]}), "q=5", 5),
    (query({"$ref": "#/components/schemas/Count"}), "q=5", 5),
    (query(ITEMS), "q=1&q=2", [1, 2]),
    (query(ITEMS), "q=1", [1]),
    (query(ITEMS, explode=False), "q=1,2", [1, 2]),
    (query({"type": "array", "items": {"type": "string"}}, explode=False), "q=a%2Cb,c", ["a,b", "c"]),
    (query(ITEMS, style="spaceDelimited", explode=False), "q=1%202", [1, 2]),
    (query(ITEMS, style="pipeDelimited", explode=False), "q=1%7C2|3", [1, 2, 3]),
    (query(EITHER), "q=1", 1),
    (query(EITHER), "q=1&q=2", [1, 2]),
    (query(POINT, style="deepObject", explode=True), "q[x]=1&q%5By%5D=2", {"x": 1, "y": "2"}),
    (query(POINT, explode=False), "q=x,1,y,2", {"x": 1, "y": "2"}),
    (query(POINT), "x=1&y=a", {"x": 1, "y": "a"}),
    ({"name": "q", "in": "query", "content": {"application/json": {"schema": POINT}}}, "q=%7B%22x%22:1%7D", {"x": 1}),
    (query({"type": "integer"}), "unknown=1", None),
    (query({"type": "integer"}), "", None),
]

REFUSED: list[tuple[dict[str, Any], str, str]] = [
    (query({"type": "integer"}), "q=twelve", "q"),
    (query({"type": "integer"}), "q=1.5", "q"),
    (query({"type": "integer"}), "q=", "q"),
    (query({"type": "integer", "maximum": 10}), "q=11", "q"),
    (query({"type": "integer"}), "q=1&q=2", "q"),
    (query({"type": "boolean"}), "q=yes", "q"),
    (query({"type": "string"}), "q=a&q=b", "q"),
    (query({"type": "string"}, required=True), "p=1", "q"),
    (query(ONE_WORD), "q=ABCD", "q"),
    (query(ITEMS), "q=1&q=b", "q.1"),
    (query(ITEMS, explode=False), "q=1,,2", "q.1"),
    (query(POINT, style="deepObject", explode=True), "q[y]=1", "q.x"),
    ({"name": "q", "in": "query", "content": {"application/json": {"schema": POINT}}}, "q=%7B", "q"),
    (query({"type": "integer"}), "q=" + "9" * 5000, "q"),
]


PATHS: list[tuple[str, bool, dict[str, Any], str, int]] = [
    ("simple", False, {"type": "integer"}, "5", 200),
    ("simple", False, {"type": "integer"}, "five", 400),
    ("simple", False, ITEMS, "1,2", 200),
    ("simple", False, ITEMS, "1,b", 400),
    ("simple", True, POINT, "x=1,y=2", 200),
    ("simple", False, POINT, "x,1", 200),
    ("simple", False, POINT, "y,1", 400),
    ("label", False, ITEMS, ".1,2", 200),
    ("label", True, ITEMS, ".1.2", 200),
    ("label", True, POINT, ".x=1.y=2", 200),
    ("matrix", False, ITEMS, ";q=1,2", 200),
    ("matrix", True, ITEMS, ";q=1;q=2", 200),
    ("matrix", True, POINT, ";x=1;y=2", 200),
    ("matrix", True, ITEMS, ";q=1;q=b", 400),
]


def _contract() -> dict[str, Any]:
    """Give a contract with an operation for each case: `allowed/0`, `refused/0`, `path/0/{q}`, `header`, `cookie`."""
    paths = {f"allowed/{index}": listing(case[0]) for index, case in enumerate(ALLOWED)}
    paths |= {f"refused/{index}": listing(case[0]) for index, case in enumerate(REFUSED)}
    for index, (style, explode, schema, _, _) in enumerate(PATHS):
        parameter = {"name": "q", "in": "path", "required": True, "style": style, "explode": explode, "schema": schema}
        paths[f"path/{index}/{{q}}"] = listing(parameter)
    for place in ("header", "cookie"):
        paths[place] = listing({"name": "q", "in": place, "required": True, "schema": ITEMS})
    contract = document(**paths)
    contract["components"]["schemas"]["Count"] = {"type": "integer"}
    return contract


def _echo(asked: Asked, world: World) -> Answer:
    return Answer(body={"query": dict(asked.query), "path": dict(asked.path)})


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    """Give a shop that answers what it was asked."""
    played = role(tmp_path_factory.mktemp("echo"), _contract(), handlers={"search": _echo})
    with Sandbox(roles=[played]) as sandbox, serve(sandbox) as running:
        yield Caller(running, "shop")


@pytest.mark.parametrize("index", range(len(ALLOWED)), ids=lambda index: ALLOWED[index][1])
def test_a_query_is_read_by_its_schema_and_style(echo: Caller, index: int) -> None:
    """Every style and type gives the value that was meant; what is not sent, or not known, is not there."""
    _, sent, value = ALLOWED[index]
    reply = echo.get(f"/allowed/{index}?{sent}")
    assert reply.status == 200, reply.content
    told = {"q": value} if "q" in sent or "x=" in sent else {}
    assert json.dumps(reply.json["query"]) == json.dumps(told)  # in which 5 is not 5.0


@pytest.mark.parametrize("index", range(len(REFUSED)), ids=lambda index: REFUSED[index][1][:30])
def test_a_query_that_the_contract_does_not_allow_is_refused(echo: Caller, index: int) -> None:
    """A value of the wrong type, past its limits, twice or missing is 400, and its name is told."""
    _, sent, field = REFUSED[index]
    reply = echo.get(f"/refused/{index}?{sent}")
    assert (reply.status, list(reply.json["fields"])) == (400, [field])


@pytest.mark.parametrize("index", range(len(PATHS)), ids=lambda index: "-".join(map(str, PATHS[index][::3])))
def test_a_path_is_checked_by_its_style(echo: Caller, index: int) -> None:
    """Path parameters are held to their schemas in every style; the handler gets the text."""
    *_, written, status = PATHS[index]
    reply = echo.get(f"/path/{index}/{written}")
    assert reply.status == status
    assert status == 400 or reply.json["path"] == {"q": written}


@pytest.mark.parametrize(
    ("place", "headers", "status"),
    [
        ("header", {"Q": "1, 2"}, 200),
        ("header", {"Q": "1, b"}, 400),
        ("header", {}, 400),
        ("cookie", {"Cookie": "p=0; q=1"}, 200),
        ("cookie", {"Cookie": "q=b"}, 400),
        ("cookie", {"Cookie": "p=1"}, 400),
        ("cookie", {"Cookie": ";;=;q"}, 400),
    ],
)
def test_headers_and_cookies_are_checked(echo: Caller, place: str, headers: dict[str, str], status: int) -> None:
    """Parameters in headers and cookies are held to their schemas too."""
    assert echo.get(f"/{place}", headers=headers).status == status


GARBAGE = ["%", "%zz=%", "&&&", "=", "q", "[]=1", "q[=1", "q[x]", "%00=%00", "a=b=c=d", "?" * 50]


@pytest.mark.parametrize("sent", GARBAGE)
def test_garbage_in_the_query_is_no_trouble(echo: Caller, sent: str) -> None:
    """What cannot be understood is an answer, not a fault of ours."""
    for index in range(len(ALLOWED)):
        assert echo.get(f"/allowed/{index}?{sent}").status in (200, 400)
    assert not echo.sandbox.violations
