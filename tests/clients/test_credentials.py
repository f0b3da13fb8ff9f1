"""Which credentials are sent where a client has more than it needs, and where there is more than one way in."""

from __future__ import annotations

import pytest

from .answers import success
from .contracts import operation
from .credentials import headers_of_all
from .failures import GET, make
from .providers import MODES, PROVIDERS, Mode, Provider
from .server import Server


def sent(name: str, mode: Mode, server: Server, **credentials: str | None) -> dict[str, str]:
    """Make a call, and give the credentials that were sent for it."""
    success(operation(name)).script(server)
    make(name, mode, server.url, **credentials)
    (request,) = server.settle()
    found = {header: request.header(header) for header in headers_of_all()}
    return {header: value for header, value in found.items() if value is not None}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_what_every_caller_has_is_sent(provider: Provider, mode: Mode, server: Server) -> None:
    """The credentials that most callers have go into these headers, spelt so."""
    assert sent(GET[provider.name], mode, server) == {name.lower(): value for name, value in provider.sent.items()}


@pytest.mark.parametrize("mode", MODES)
def test_autosend_sends_the_project_where_it_is_given(mode: Mode, server: Server) -> None:
    """An account key goes with its project id; a project key goes alone."""
    key = {"authorization": "Bearer AS_key-autosend-7988"}
    assert sent("autosend-getCampaign", mode, server, project_id="p1") == key | {"x-project-id": "p1"}
    assert sent("autosend-getCampaign", mode, server) == key


SENDKIT: dict[str, tuple[dict[str, str | None], dict[str, str]]] = {
    "key": ({"api_key": "k"}, {"x-api-key": "k"}),
    "key and workspace": ({"api_key": "k", "workspace_id": "w"}, {"x-api-key": "k", "x-workspace-id": "w"}),
    "bearer": ({"api_key": None, "bearer_token": "t"}, {"authorization": "Bearer t"}),
    "bearer and workspace": (
        {"api_key": None, "bearer_token": "t", "workspace_id": "w"},
        {"authorization": "Bearer t", "x-workspace-id": "w"},
    ),
    # Never both: the contract lists them as alternatives, and the first one listed wins.
    "key and bearer": ({"api_key": "k", "bearer_token": "t"}, {"x-api-key": "k"}),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", SENDKIT)
def test_sendkit_sends_one_alternative(name: str, mode: Mode, server: Server) -> None:
    """Of the alternatives of the contract exactly one is sent: the fullest for which all credentials are there."""
    given, wanted = SENDKIT[name]
    assert sent("sendkit-getCampaign", mode, server, **given) == wanted


# What the environment holds.


@pytest.mark.parametrize("mode", MODES)
def test_a_given_credential_wins(mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that was given is sent alone, though the environment holds a key for another way in."""
    monkeypatch.setenv("SENDKIT_API_KEY", "sk_from_the_environment")
    wanted = {"authorization": "Bearer given"}
    assert sent("sendkit-getCampaign", mode, server, api_key=None, bearer_token="given") == wanted


@pytest.mark.parametrize("mode", MODES)
def test_the_environment_adds_nothing_to_what_was_given(
    mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workspace in the environment is not sent with a key that was given and does without."""
    monkeypatch.setenv("SENDKIT_WORKSPACE_ID", "ws_from_the_environment")
    assert sent("sendkit-getCampaign", mode, server, api_key="sk_given") == {"x-api-key": "sk_given"}


@pytest.mark.parametrize("mode", MODES)
def test_the_environment_fills_what_is_needed(mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second half of a pair comes from the environment when only the first was given."""
    monkeypatch.setenv("BATCH_PROJECT_KEY", "project_from_the_environment")
    wanted = {"authorization": "Bearer given", "x-batch-project": "project_from_the_environment"}
    assert sent("batch-getOrchestration", mode, server, api_key="given", project_key=None) == wanted


@pytest.mark.parametrize("mode", MODES)
def test_without_arguments_the_environment_is_all(mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was given, all that the environment holds for one way in is sent."""
    monkeypatch.setenv("SENDKIT_API_KEY", "sk_env")
    monkeypatch.setenv("SENDKIT_WORKSPACE_ID", "ws_env")
    wanted = {"x-api-key": "sk_env", "x-workspace-id": "ws_env"}
    assert sent("sendkit-getCampaign", mode, server, api_key=None) == wanted
