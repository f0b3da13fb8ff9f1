"""What a client chooses: which credential to send, which class to read, which page to ask for, where to call."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_loops import models as loops

from .failures import GET, case_of
from .providers import BATCH, BY_NAME, CREDENTIAL_HEADERS, MODES, PROVIDERS, SENDKIT, Mode, Provider, call
from .server import Server
from .test_forward_compatibility import success
from .test_pages import LISTINGS, gathered


def sent(provider: Provider, mode: Mode, server: Server, **credentials: str | None) -> dict[str, str]:
    """Read something, and give the headers with credentials that were sent for it."""
    case = case_of(GET[provider.name])
    server.answer(200, success(GET[provider.name]))
    options = dict.fromkeys(provider.credentials) | credentials
    call(provider, mode, server.url, case.call, *case.args, options=options, **case.kwargs)
    found = {name: server.request.header(name) for name in CREDENTIAL_HEADERS}
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize("mode", MODES)
def test_a_given_credential_wins(mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that was given is sent alone, though the environment holds a key for another way in."""
    monkeypatch.setenv("SENDKIT_API_KEY", "sk_from_the_environment")
    assert sent(SENDKIT, mode, server, bearer_token="given") == {"Authorization": "Bearer given"}


@pytest.mark.parametrize("mode", MODES)
def test_the_environment_adds_nothing_to_what_was_given(
    mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workspace in the environment is not sent with a key that was given and does without."""
    monkeypatch.setenv("SENDKIT_WORKSPACE_ID", "ws_from_the_environment")
    assert sent(SENDKIT, mode, server, api_key="sk_given") == {"X-Api-Key": "sk_given"}


@pytest.mark.parametrize("mode", MODES)
def test_the_environment_fills_what_is_needed(mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second half of a pair comes from the environment when only the first was given."""
    monkeypatch.setenv("BATCH_PROJECT_KEY", "project_from_the_environment")
    wanted = {"Authorization": "Bearer given", "X-Batch-Project": "project_from_the_environment"}
    assert sent(BATCH, mode, server, api_key="given") == wanted


@pytest.mark.parametrize("mode", MODES)
def test_without_arguments_the_environment_is_all(mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was given, all that the environment holds for one way in is sent."""
    monkeypatch.setenv("SENDKIT_API_KEY", "sk_env")
    monkeypatch.setenv("SENDKIT_WORKSPACE_ID", "ws_env")
    assert sent(SENDKIT, mode, server) == {"X-Api-Key": "sk_env", "X-Workspace-Id": "ws_env"}


def condition(value: Any) -> Any:
    body = {"type": "property", "key": "born", "operator": "between", "value": value}
    return loops.PropertyCondition.model_validate(body).value


def test_a_range_is_read_as_a_range() -> None:
    """An object that fits a class of a union is read as that class, one that does not is kept as it came."""
    found = condition({"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"})
    assert isinstance(found, loops.DateRange)
    assert found.from_ < found.to
    assert condition({"since": 1}) == {"since": 1}


@pytest.mark.parametrize("mode", MODES)
def test_a_listing_without_a_number_of_pages_ends_with_an_empty_one(mode: Mode, server: Server) -> None:
    """Where the server does not say how many pages there are, they are asked for until one is empty."""
    listing = next(listing for listing in LISTINGS if listing.provider is BY_NAME["autosend"])
    for number, ids in enumerate((["a", "b"], ["c"], []), start=1):
        body = listing.page([listing.one(id_) for id_ in ids], number)
        del body["data"]["pagination"]["totalPages"]
        server.answer(200, body)
    assert [item.id for item in gathered(listing, mode, server)] == ["a", "b", "c"]
    assert [dict(request.query) for request in server.requests] == [{}, {"page": "2"}, {"page": "3"}]


@pytest.mark.parametrize("base_url", ["", "api.test", "//api.test", "/v1", "ftp://api.test", "file:///etc"])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_base_url_is_http(provider: Provider, mode: Mode, base_url: str) -> None:
    """A base URL that is not http or https is refused when the client is made."""
    with pytest.raises(ValueError, match="base_url"):
        provider.open(mode, base_url)
