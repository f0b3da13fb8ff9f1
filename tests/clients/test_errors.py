"""What comes back when a call gives no result: one class a status, typed bodies, and nothing lost on the way."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel

from .answers import replies, success
from .contracts import Operation, operation, operations, statuses
from .emitted import dumped, error_body_type, kinds_of, members
from .examples import success_body
from .failures import GET, POST, errors, failure, get_failure, make
from .providers import BY_NAME, CREDENTIAL_HEADERS, MODES, PROVIDERS, Mode, Provider
from .server import Server


def made(each: Operation, number: int, body: Any) -> Any:
    """The error of a status, made as the client makes it."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    module = errors(each.provider)
    call = module.Attempted(
        operation=each.id, method=each.method, url="http://x/y", delivery="answered", tries=1, not_retried="final"
    )
    said = f"the server answered {number}"
    return module.error_class(number)(said, call, number, {"x-request-id": "r"}, content)


@pytest.mark.parametrize("each", operations(), ids=str)
def test_an_error_survives_pickle_and_copy(each: Operation, subtests: pytest.Subtests) -> None:
    """A pickled and a copied error say the same in another process."""
    for reply in replies(each, each.failures):
        with subtests.test(str(reply)):
            error = made(each, reply.number, reply.content)
            for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
                assert type(twin) is type(error)
                assert twin.args == error.args
                assert (str(twin), repr(twin), vars(twin)) == (str(error), repr(error), vars(error))
                assert (twin.message, twin.request_id) == (error.message, "r")
                assert reply.media is None or twin.body == error.body


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_the_body_of_an_error_is_typed(provider: Provider) -> None:
    """`.body` is a model, of a type that a type checker knows, wherever the contract describes an object."""
    for each in (each for each in operations() if each.provider is provider):
        for reply in replies(each, each.failures):
            if isinstance(reply.body, dict):
                body = made(each, reply.number, reply.content).body
                assert isinstance(body, BaseModel), reply
                assert type(body) in members(error_body_type(each, reply.status)), reply


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [300, 418, 422, 499, 520, 999])
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_an_undocumented_status_is_an_error(provider: Provider, status: int, mode: Mode, server: Server) -> None:
    """A status that the contract does not list, standard or not, raises the general class, or that of `default`."""
    listed = statuses(provider)
    if str(status) in listed:
        pytest.skip("the contract lists it")
    server.answer(status, {"message": "m"})
    error = get_failure(provider, mode, server.url)
    name = "UnlistedStatusError" if "default" in listed else "APIStatusError"
    assert type(error) is getattr(errors(provider), name)
    assert error.status_code == status


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [200, 201, 202, 203, 299])
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_an_undocumented_success_is_a_success(provider: Provider, status: int, mode: Mode, server: Server) -> None:
    """A success that the contract does not number is read like the one that it does: mail may have left already."""
    reply = success(operation(POST[provider.name]))
    replace(reply, number=status).script(server)
    result = make(POST[provider.name], mode, server.url)
    assert reply.media
    assert type(result) in kinds_of(reply.media, reply.body)
    assert dumped(result) == reply.body


UNREADABLE = {
    "HTML": b"<html><body>Bad gateway</body></html>",
    "empty": b"",
    "truncated": b'{"message": "Camp',
    "not UTF-8": b'{"message": "\xff\xfe"}',
    "null": b"null",
    "list": b"[]",
    "number": b"1e999",
    "deep": b"[" * 100_000,
    "wrong types": b'{"message": 5, "error": 5, "error_message": [], "error_code": 5}',
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_an_unreadable_error_body_is_still_that_error(provider: Provider, mode: Mode, server: Server) -> None:
    """Whatever the body is, the class is that of the status, and the bytes are kept."""
    for content in UNREADABLE.values():
        server.answer(404, content, headers={"Content-Type": "text/html; charset=klingon"})
        error = get_failure(provider, mode, server.url)
        assert type(error) is errors(provider).NotFoundError
        assert error.content == content


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_an_unreadable_error_body_can_be_printed(provider: Provider) -> None:
    """Where no message can be found it is empty, and printing or pickling the error works all the same."""
    for content in UNREADABLE.values():
        error = made(operation(GET[provider.name]), 404, content)
        assert error.message == ""
        assert "404" in str(error)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_body_against_the_contract_says_so(provider: Provider) -> None:
    """`.body` of an error whose body does not follow the contract raises `ResponseValidationError`, with the bytes."""
    error = made(operation(GET[provider.name]), 404, b"<html>")
    with pytest.raises(errors(provider).ResponseValidationError, match="404") as caught:
        _ = error.body
    assert caught.value.content == b"<html>"
    assert caught.value.status_code == 404


BAD_RESULTS = {
    "HTML": b"<html>Log in</html>",
    "empty": b"",
    "null": b"null",
    "list": b"[]",
    "truncated": b'{"id": "x", "na',
    "not UTF-8": b'{"id": "\xff"}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_result_against_the_contract_is_an_error(provider: Provider, mode: Mode, server: Server) -> None:
    """A success whose body is not what the contract says raises `ResponseValidationError`, with the bytes kept."""
    for content in BAD_RESULTS.values():
        server.answer(200, content)
        error = get_failure(provider, mode, server.url)
        assert type(error) is errors(provider).ResponseValidationError
        assert (error.status_code, error.content) == (200, content)
        assert pickle.loads(pickle.dumps(error)).args == error.args  # noqa: S301


WRONG_PLACES = {
    "id": ("loops-getCampaign", ("id",), 5, "/id"),
    "inside": ("loops-getCampaign", ("scheduling", "method"), {}, "/scheduling/method"),
    "of a union": ("loops-getCampaign", ("scheduling", "timestamp"), "soon", "/scheduling/timestamp"),
    "in a list": ("loops-listCampaigns", ("data", 0, "createdAt"), {}, "/data/0/createdAt"),
    "null": ("sendkit-getCampaign", ("data", "status"), None, "/data/status"),
    "of a row": ("sendkit-addCampaignLeads", ("data", "errors", 0, "entry"), "x", "/data/errors/0/entry"),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", WRONG_PLACES)
def test_a_wrong_type_is_named_by_its_place(name: str, mode: Mode, server: Server) -> None:
    """The error says where the answer differs, as a JSON pointer of the names on the wire."""
    operation_, path, value, pointer = WRONG_PLACES[name]
    each = operation(operation_)
    body = copy.deepcopy(success_body(each))
    inner = body
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    server.answer(200, body)
    error = failure(each, mode, server.url)
    assert type(error) is errors(each.provider).ResponseValidationError
    assert f" {pointer}:" in str(error)
    assert str(error).startswith(f"{each.method} {server.url}")


@pytest.mark.parametrize("text", ["one\nFAKE LOG LINE", "\x1b[31mred", "\x00", "a\rb", "\u202etxt"])
def test_a_message_stays_on_its_line(text: str) -> None:
    """What a server writes cannot start a line of its own in a log, or control the terminal that shows it."""
    error = made(operation("loops-getCampaign"), 418, {"message": text})
    assert str(error).isprintable()
    assert error.args[-1] == json.dumps({"message": text}).encode()


@pytest.mark.parametrize("mode", MODES)
def test_no_header_of_a_request_is_kept_in_an_error(mode: Mode, server: Server) -> None:
    """The headers that an error keeps are those of the answer."""
    server.answer(401, {"error": "Invalid API key"})
    error = get_failure(BY_NAME["loops"], mode, server.url)
    assert not set(error.headers) & {name.lower() for name in CREDENTIAL_HEADERS}
    assert error.headers["content-type"] == "application/json"


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_the_tree_in_the_docstring_is_the_tree(provider: Provider) -> None:
    """Every class that `errors.py` draws exists, and every one that exists is drawn."""
    module = errors(provider)
    words = {word for line in module.__doc__.splitlines() if line.startswith("    ") for word in line.split()}
    kinds = {
        name
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, Exception) and kind.__module__ == module.__name__
    }
    assert {word for word in words if word.endswith("Error")} == {name for name in kinds if not name.startswith("_")}
