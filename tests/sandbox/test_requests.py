"""Laws of what a request must be: its path, its credentials, its body."""

from __future__ import annotations

import json
from typing import Any

import pytest
from handbill_generator.sandbox.model import Answer, Asked, World
from handbill_generator.sandbox.request import LONGEST_BODY

from .calling import Caller
from .conftest import Open
from .shop import KEY, PROJECT, document, listing

BEARER = {"Authorization": f"Bearer {KEY}"}


def test_a_path_that_is_not_there_is_told_to_anybody(shop: Caller) -> None:
    """An unknown path is 404 in the provider's words, with or without a credential."""
    for headers in (BEARER, {}):
        reply = shop.get("/nothing", headers=headers)
        assert (reply.status, reply.json["kind"]) == (404, "no_route")


@pytest.mark.parametrize("path", ["/", "", "//things", "/things/", "/things/a/b", "/things/a%2Fb/c", "/THINGS"])
def test_a_path_is_what_the_contract_says_and_nothing_like_it(shop: Caller, path: str) -> None:
    """Slashes, capitals and segments count."""
    assert shop.get(path).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"])
def test_a_method_that_is_not_there_is_told_with_those_that_are(shop: Caller, method: str) -> None:
    """An undocumented method is 405 with an Allow header, HEAD and OPTIONS too."""
    reply = shop.call(method, "/things")
    assert (reply.status, reply.headers["allow"]) == (405, "GET, POST")


def test_a_literal_wins_over_a_template(shop: Caller) -> None:
    """`/things/newest` is no thing called newest."""
    assert shop.get("/things/newest").headers["x-handbill-sandbox"] == "example"
    assert shop.get("/things/oldest").message == "there is no thing oldest"


def test_a_value_in_the_path_is_decoded_once(shop: Caller) -> None:
    """An escaped slash stays inside of its segment, and an escaped percent sign is one."""
    assert shop.get("/things/a%2Fb%2525").message == "there is no thing a/b%25"
    assert shop.get("/things/a%0Ab").message == "there is no thing a\nb"


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("/files/a.b.json", {"name": "a.b"}),
        ("/from-1-to-22", {"low": "1", "high": "22"}),
        ("/pair/ab", {"x": "a", "y": "b"}),
        ("/files/.json", None),
        ("/from--to-1", None),
    ],
)
def test_a_segment_may_be_a_template_in_part(open_shop: Open, path: str, values: dict[str, str] | None) -> None:
    """Values between literals are found, and are never empty."""
    paths = {"files/{name}.json": listing(), "from-{low}-to-{high}": listing(), "pair/{x}{y}": listing()}
    paths = {
        name: {"get": item["get"] | {"operationId": f"op{index}"}} for index, (name, item) in enumerate(paths.items())
    }
    echo = {f"op{index}": _echo_path for index in range(3)}
    shop = open_shop(shop={"contract": document(**paths), "handlers": echo})
    reply = shop.get(path)
    assert (reply.json["path"] if values else reply.status) == (values or 404)


def _echo_path(asked: Asked, world: World) -> Answer:
    return Answer(body={"path": dict(asked.path)})


@pytest.mark.parametrize(
    ("headers", "status", "message"),
    [
        ({}, 401, "the header Authorization is missing"),
        ({"Authorization": KEY}, 401, "the header Authorization is missing"),
        ({"Authorization": "Basic x"}, 401, "the header Authorization is missing"),
        ({"Authorization": "Bearer wrong"}, 401, "the header Authorization is wrong"),
        ({"Authorization": "Bearer"}, 401, "the header Authorization is missing"),
        ({"X-Project": PROJECT}, 401, "the header Authorization is missing"),
        (BEARER | {"X-Project": "wrong"}, 401, "the header X-Project is wrong"),
        (BEARER | {"X-Project": PROJECT}, 200, ""),
        (BEARER, 200, ""),
        ({"Authorization": f"bearer {KEY}"}, 200, ""),
    ],
)
def test_one_alternative_in_full_and_nothing_wrong(
    shop: Caller, headers: dict[str, str], status: int, message: str
) -> None:
    """A caller presents all of one alternative of the security, and no wrong credential of another."""
    reply = shop.get("/things", headers=headers)
    assert reply.status == status
    assert status == 200 or reply.message == message


def test_what_is_public_takes_no_credential(shop: Caller) -> None:
    """An operation whose security is empty is answered to anybody, a wrong credential notwithstanding."""
    assert shop.get("/public", headers={}).status == 200
    assert shop.get("/public", headers={"Authorization": "Bearer wrong"}).status == 200


BAD_BODIES: dict[str, tuple[Any, str]] = {
    "no JSON": (b"{", "not valid JSON"),
    "no UTF-8": (b'{"name": "\xff"}', "not UTF-8"),
    "two of a key": (b'{"name": "a", "name": "b"}', "stands here twice"),
    "NaN": (b'{"name": NaN}', "not a JSON number"),
    "a number without end": (b'{"name": ' + b"9" * 5000 + b"}", "too large"),
    "half a surrogate pair": (b'{"name": "\\ud800"}', "surrogate"),
    "too deep": (b"[" * 100_000, "levels of nesting"),
    "deep and closed": (b"[" * 5000 + b"]" * 5000, "levels of nesting"),
    "a list": ([], "a list stands where a mapping must be"),
    "nothing": ({}, "name is missing"),
    "an unknown key": ({"name": "a", "nam": "b"}, 'the key "nam" is not known here'),
    "too long": ({"name": "a" * 81}, "has more characters than 80"),
    "no moment": ({"name": "a", "at": "tomorrow"}, "format date-time"),
    "no address": ({"name": "a", "mail": "nobody"}, "format email"),
    "no day": ({"name": "a", "day": "2026-02-30"}, "format date"),
    "no link": ({"name": "a", "site": "here"}, "format uri"),
    "null": ({"name": None}, "null stands where a string must be"),
    "inside": ({"name": "a", "parts": [{"name": "b"}, {"nam": "c"}]}, "parts.1.nam"),
}


@pytest.mark.parametrize("what", BAD_BODIES)
def test_a_body_that_the_contract_does_not_allow_is_refused(shop: Caller, what: str) -> None:
    """What is wrong with a body is 400 in the provider's words, which say what it is."""
    body, said = BAD_BODIES[what]
    reply = shop.post("/things", body)
    assert (reply.status, reply.json["kind"]) == (400, "invalid")
    assert said in json.dumps(reply.json, ensure_ascii=False).replace("\\", "")
    assert shop.get("/things").json == {"data": []}


def test_every_field_that_is_wrong_is_named(shop: Caller) -> None:
    """The provider gets the way to each member that is wrong, those that are missing too."""
    reply = shop.post("/things", {"at": "x", "parts": [{}]})
    assert set(reply.json["fields"]) == {"name", "at", "parts.0.name"}


def test_what_is_read_only_need_not_be_sent_and_may_be(shop: Caller) -> None:
    """A readOnly member is no mistake in a request."""
    assert shop.post("/things", {"id": "x", "name": "a"}).status == 200


def test_a_pattern_never_runs_away(shop: Caller) -> None:
    """A pattern that would take Python's engine for ever is answered at once."""
    assert shop.post("/things", {"name": "a", "code": "a" * 5000 + "b"}).status == 400


def test_a_body_must_be_there_and_be_what_it_says(shop: Caller) -> None:
    """A missing body, a missing or another media type and a compressed body are refused."""
    json_body = json.dumps({"name": "a"}).encode()
    told = {
        shop.send("POST", "/shop/things", None, BEARER).message,
        shop.send("POST", "/shop/things", json_body, BEARER).message,
        shop.send("POST", "/shop/things", json_body, BEARER | {"Content-Type": "text/plain"}).message,
        shop.post("/things", json_body, headers=BEARER | {"Content-Encoding": "gzip"}).message,
    }
    assert told == {
        "the body is missing",
        "the header Content-Type is missing; it must be application/json",
        "the Content-Type must be application/json, not text/plain",
        "the body must not be compressed",
    }
    assert (
        shop.post("/things", json_body, headers=BEARER | {"Content-Type": "Application/JSON; charset=utf-8"}).status
        == 200
    )


def test_a_body_where_none_is_taken_means_nothing(shop: Caller) -> None:
    """A body with a GET is neither read nor refused."""
    assert shop.call("GET", "/things", b"{").status == 200


def test_a_body_that_is_too_long_is_refused(shop: Caller) -> None:
    """More than 16 MB is 413 in the provider's words, and the connection goes on."""
    assert shop.post("/things", b"x" * (LONGEST_BODY + 1)).status == 413
    assert shop.post("/things", b'{"name": "a"}'.ljust(LONGEST_BODY)).status == 200


def test_a_handler_that_refuses_leaves_nothing_behind(shop: Caller) -> None:
    """What a handler stored before it raised is taken back, whether it meant to or not."""
    id = shop.post("/things", {"name": "a"}).json["id"]
    assert shop.patch(f"/things/{id}", {"name": "unlucky"}).status == 409
    assert shop.patch(f"/things/{id}", {"name": "breaking"}).status == 500
    assert shop.get(f"/things/{id}").json["name"] == "a"


def test_a_fault_of_ours_is_answered_and_told(shop: Caller) -> None:
    """A handler that breaks, or answers what the contract does not allow, is a violation; the caller gets an answer."""
    id = shop.post("/things", {"name": "a"}).json["id"]
    assert shop.sandbox.violations == []
    assert shop.patch(f"/things/{id}", {"name": "breaking"}).json["kind"] == "failed"
    assert shop.patch(f"/things/{id}", {"name": "false"}).json == {"id": 7}
    broken, *false = shop.sandbox.violations
    assert broken.startswith("shop updateThing: LookupError: the shop fell over (")
    assert set(false) == {
        "shop updateThing: id of the answer 200: the number 7 stands where a string must be",
        "shop updateThing: name of the answer 200: is missing",
    }


@pytest.mark.parametrize("answer", [{"headers": {"x-odd": "a\r\nb: c"}}, {"body": {"id": float("nan"), "name": "x"}}])
def test_an_answer_that_cannot_be_sent_is_a_fault_of_ours(open_shop: Open, answer: dict[str, Any]) -> None:
    """A header with a line break, or a number that JSON has not, never reaches the wire."""
    shop = open_shop(shop={"handlers": {"newestThing": lambda asked, world: Answer(**{"body": {}, **answer})}})
    assert shop.get("/things/newest").status == 500
    assert shop.sandbox.violations


def test_without_a_handler_the_examples_answer(shop: Caller) -> None:
    """An operation without a handler is answered by its example, or by its schema, and says so."""
    reply = shop.get("/things/newest")
    assert (reply.json, reply.headers["x-handbill-sandbox"]) == (
        {"id": "text", "name": "text", "status": "text"},
        "example",
    )
    assert shop.get("/things").headers["x-handbill-sandbox"] == "state"


def test_the_address_is_the_caller_s_own(open_shop: Open) -> None:
    """A handler learns the base URL under which the caller reached it."""
    echo = {"newestThing": lambda asked, world: Answer(body={"id": asked.address, "name": ""})}
    shop = open_shop(shop={"handlers": echo})
    assert shop.get("/things/newest").json["id"] == shop.running.url_of("shop")
