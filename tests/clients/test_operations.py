"""Every operation of every client, sync and async: exactly this request goes out, exactly this type comes back."""

from __future__ import annotations

import inspect
import json
from dataclasses import replace
from functools import reduce
from typing import Any

import pytest

from .cases import ABSENT, CASES, Case
from .contracts import ROOT, example_of, operation, operations
from .providers import CREDENTIAL_HEADERS, MODES, PROVIDERS, Mode, Provider, call
from .server import Server


def script(server: Server, case: Case) -> None:
    """Answer with the contract's own example, as compact as it comes, and with what a listing asks for next."""
    body = None if case.status == "204" else example_of(operation(case.operation), case.status, case.example)
    server.answer(case.sent_as, body)
    for page in case.then:
        server.answer(200, page)


def at(value: Any, path: str) -> Any:
    """Follow a dotted path of attributes and indexes."""
    steps = [step for step in path.split(".") if step]
    return reduce(lambda found, step: found[int(step)] if step.isdigit() else getattr(found, step), steps, value)


def perform(case: Case, mode: Mode, server: Server) -> Any:
    provider = operation(case.operation).provider
    return call(provider, mode, server.url, case.call, *case.args, **case.kwargs)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_exactly_this_arrives(case: Case, mode: Mode, server: Server) -> None:
    """Method, path, query, body and every header that means something are those of the contract."""
    script(server, case)
    perform(case, mode, server)
    request = server.requests[0]
    assert f"{request.method} {request.path}" == case.request
    assert tuple(request.query) == case.query
    assert "?" not in request.target or case.query
    assert request.header("Accept") == "application/json"
    if case.json is ABSENT:
        assert request.body == b""
        assert request.header("Content-Type") is None
        assert "Transfer-Encoding" not in dict(request.headers)
    else:
        assert request.json == case.json
        assert request.header("Content-Type") == "application/json"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_exactly_this_credential_arrives(case: Case, mode: Mode, server: Server) -> None:
    """The credentials given are sent once, in their headers, and no other credential header is."""
    script(server, case)
    perform(case, mode, server)
    sent = operation(case.operation).provider.sent
    for request in server.requests:
        found = {name: request.header(name) for name in CREDENTIAL_HEADERS if request.header(name) is not None}
        assert found == dict(sent)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_typed_result_comes_back(case: Case, mode: Mode, server: Server) -> None:
    """The contract's own example comes back as the type of the contract, with its values in place."""
    script(server, case)
    result = perform(case, mode, server)
    if isinstance(result, list):
        assert result
        assert {type(item) for item in result} == {case.type}
        result = result[0]
    assert type(result) is case.type
    if case.found:
        assert at(result, case.found) == case.value


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_trailing_slash_of_the_base_url_changes_nothing(case: Case, server: Server) -> None:
    """A base URL with a path and a slash at its end puts exactly that path before the operation's."""
    script(server, case)
    provider = operation(case.operation).provider
    call(provider, "sync", server.url + "/proxy/", case.call, *case.args, **case.kwargs)
    method, path = case.request.split(" ")
    assert f"{server.requests[0].method} {server.requests[0].path}" == f"{method} /proxy{path}"


def test_no_operation_is_left_out() -> None:
    """The tables call every operation of every contract, under the name that the manifest gives it."""
    assert {case.operation for case in CASES} == {str(each) for each in operations()}
    assert {(case.operation, case.call) for case in CASES} == {(str(each), each.call) for each in operations()}


def test_every_documented_success_is_answered() -> None:
    """The tables answer with every success status that a contract documents."""
    documented = {(str(each), status) for each in operations() for status, _ in each.responses() if status[0] == "2"}
    assert {(case.operation, case.status) for case in CASES} == documented


@pytest.mark.parametrize("prefix", ["", "Async"], ids=["sync", "async"])
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_no_method_is_left_out(provider: Provider, prefix: str) -> None:
    """Every public method of every resource of the packages is called by the tables, and there is no other."""
    folder = ROOT / "generated" / provider.package / "resources"
    methods = set()
    for path in folder.glob("[a-z]*.py"):
        module = provider.module(f"resources.{path.stem}")
        kinds = [
            kind for name, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == module.__name__
        ]
        kind = next(kind for kind in kinds if kind.__name__.startswith("Async") == bool(prefix))
        methods |= {f"{path.stem}.{name}" for name in vars(kind) if not name.startswith("_")}
    assert methods == {case.call for case in CASES if operation(case.operation).provider is provider}


@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_sync_and_async_take_the_same_arguments(provider: Provider) -> None:
    """The twins differ in waiting alone: names, kinds, defaults and types of their arguments are the same."""
    for each in (each for each in operations() if each.provider is provider):
        resource, method = each.call.split(".")
        module = provider.module(f"resources.{resource}")
        sync, twin = (getattr(module, prefix + resource.title()) for prefix in ("", "Async"))
        arguments = [inspect.signature(getattr(kind, method)).parameters for kind in (sync, twin)]
        assert list(arguments[0].values()) == list(arguments[1].values()), each


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("credentials", "sent"),
    [
        ({"project_id": "p1"}, {"Authorization": "Bearer AS_key-autosend-7988", "x-project-id": "p1"}),
        ({}, {"Authorization": "Bearer AS_key-autosend-7988"}),
    ],
    ids=["account", "project"],
)
def test_autosend_sends_the_project_where_it_is_given(
    credentials: dict[str, str], sent: dict[str, str], mode: Mode, server: Server
) -> None:
    """An account key goes with its project id; a project key goes alone."""
    case = next(case for case in CASES if case.operation == "autosend-getCampaign")
    script(server, case)
    provider = operation(case.operation).provider
    call(provider, mode, server.url, case.call, *case.args, options=credentials)
    assert {name: server.request.header(name) for name in sent} == sent
    assert (server.request.header("x-project-id") is None) == ("x-project-id" not in sent)


SENDKIT_CREDENTIALS: dict[str, tuple[dict[str, str | None], dict[str, str]]] = {
    "key": ({"api_key": "k"}, {"X-Api-Key": "k"}),
    "key and workspace": ({"api_key": "k", "workspace_id": "w"}, {"X-Api-Key": "k", "X-Workspace-Id": "w"}),
    "bearer": ({"api_key": None, "bearer_token": "t"}, {"Authorization": "Bearer t"}),
    "bearer and workspace": (
        {"api_key": None, "bearer_token": "t", "workspace_id": "w"},
        {"Authorization": "Bearer t", "X-Workspace-Id": "w"},
    ),
    # Never both: the contract lists them as alternatives, and the first one listed wins.
    "key and bearer": ({"api_key": "k", "bearer_token": "t"}, {"X-Api-Key": "k"}),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", SENDKIT_CREDENTIALS)
def test_sendkit_sends_one_alternative(name: str, mode: Mode, server: Server) -> None:
    """Of the alternatives of the contract exactly one is sent: the fullest for which all credentials are there."""
    given, sent = SENDKIT_CREDENTIALS[name]
    case = next(case for case in CASES if case.operation == "sendkit-getCampaign")
    script(server, case)
    call(operation(case.operation).provider, mode, server.url, case.call, *case.args, options=given)
    found = {header: server.request.header(header) for header in CREDENTIAL_HEADERS}
    assert {header: value for header, value in found.items() if value is not None} == sent


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [200, 201, 202, 299])
def test_a_range_takes_every_status_in_it(status: int, mode: Mode, server: Server) -> None:
    """AutoSend documents `2XX` for a create: every one of them is a success."""
    case = next(case for case in CASES if case.operation == "autosend-createCampaign")
    script(server, replace(case, sent_as=status))
    assert type(perform(case, mode, server)) is case.type


def test_text_is_sent_as_utf8(server: Server) -> None:
    """Text beyond ASCII travels as UTF-8, and the length is that of the bytes."""
    case = next(case for case in CASES if case.operation == "batch-updateCampaign")
    script(server, case)
    perform(case, "sync", server)
    assert json.loads(server.request.body.decode("utf-8")) == case.json
    assert server.request.header("Content-Length") == str(len(server.request.body))
