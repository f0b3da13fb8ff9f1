"""Connecting: credentials that are given, or the environment's; and who gives none is told before anything is sent."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import Any

import handbill
import pytest
from handbill import PROVIDERS, AsyncCampaigns, Campaigns, Unauthorized

from .calling import Mode, opened
from .cases import TESTED, USABLE, case_of
from .stage import SECRET, Stage


@pytest.mark.parametrize("provider", TESTED)
def test_credentials_come_from_the_environment(stage: Stage, mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not given is taken from the variables of the provider."""
    for name, value in stage.case.credentials.items():
        monkeypatch.setenv(f"{stage.provider}_{name}".upper(), value)
    with opened(stage.provider, mode, stage.running.url_of(stage.provider), {}) as caller:
        made = caller("create", stage.case.draft)
    assert [one.id for one in stage.sandbox.campaigns(stage.provider)] == [made.id]


@pytest.mark.parametrize("provider", TESTED)
def test_what_is_given_counts_more(stage: Stage, mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    """A credential that is given outranks the environment's."""
    for name in stage.case.credentials:
        monkeypatch.setenv(f"{stage.provider}_{name}".upper(), SECRET)
    with stage.caller(mode) as caller:
        made = caller("create", stage.case.draft)
    assert [one.id for one in stage.sandbox.campaigns(stage.provider)] == [made.id]


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_missing_credential_is_told_before_anything_is_sent(stage: Stage, verb: str, mode: Mode) -> None:
    """Without a credential each verb, and its plan, raises Unauthorized, names what to give, and sends nothing."""
    args, kwargs = stage.arguments(verb, "c-1")
    with opened(stage.provider, mode, stage.running.url_of(stage.provider), {}) as caller:
        for verbs in (caller.campaigns, caller.plan):
            with pytest.raises(Unauthorized, match="api_key") as caught:
                getattr(verbs, verb)(*args, **kwargs)
            assert caught.value.failure.verb == verb
            assert isinstance(caught.value.__cause__, import_module(f"handbill_{stage.provider}").CredentialError)
    assert stage.came == []


@pytest.mark.parametrize("connect", [handbill.connect, handbill.aconnect])
def test_an_unknown_provider_is_an_error(connect: Any) -> None:
    """A provider that there is not is a ValueError, which names those that there are."""
    with pytest.raises(ValueError, match="'nope'") as caught:
        connect("nope", api_key="k")
    assert all(provider in str(caught.value) for provider in PROVIDERS)
    with pytest.raises(ValueError, match="'nope'"):
        handbill.capabilities("nope")


@pytest.mark.parametrize("connect", [handbill.connect, handbill.aconnect])
@pytest.mark.parametrize("provider", TESTED)
def test_an_unknown_credential_is_an_error(provider: str, connect: Any) -> None:
    """A credential that the provider does not have is a TypeError."""
    with pytest.raises(TypeError, match="no_such_key"):
        connect(provider, api_key="k", no_such_key="k")


@pytest.mark.parametrize("provider", TESTED)
def test_it_is_what_it_says(provider: str) -> None:
    """What connect gives knows its provider, its table, and its client; nothing of it shows the key."""
    secrets = dict.fromkeys(case_of(provider).credentials, SECRET)
    with opened(provider, "sync", "http://127.0.0.1:9", secrets) as caller:
        campaigns = caller.campaigns
        assert isinstance(campaigns, Campaigns)
        assert campaigns.provider == provider
        assert campaigns.capabilities is handbill.capabilities(provider)
        assert SECRET not in f"{campaigns!r}{campaigns}{vars(campaigns)!r}"
    acampaigns: Any = handbill.aconnect
    made = acampaigns(provider, **secrets)
    assert isinstance(made, AsyncCampaigns)
    assert SECRET not in f"{made!r}{made}{vars(made)!r}"
    asyncio.run(made.aclose())


@pytest.mark.parametrize("provider", TESTED)
def test_options_reach_the_client(stage: Stage, mode: Mode) -> None:
    """Options of the client are those of connect: here the transport, which sees what is sent, once for each call."""
    came: list[str] = []
    module = import_module(f"handbill_{stage.provider}._transport")
    inner = (module.HTTPX2Transport if mode == "sync" else module.HTTPX2AsyncTransport)()

    class Watching:
        def __init__(self) -> None:
            self.close = inner.close

        def send(self, request: Any) -> Any:
            came.append(request.operation)
            return inner.send(request)

    with stage.caller(mode, transport=Watching()) as caller:
        caller("create", stage.case.draft)
        caller.plan.create(stage.case.draft)
    assert came == [one.operation for one in stage.came]


@pytest.mark.parametrize("connect", [handbill.connect_by_name, handbill.aconnect_by_name])
@pytest.mark.parametrize("provider", TESTED)
def test_a_credential_that_cannot_be_sent_is_unauthorized(provider: str, connect: Any) -> None:
    """A key with a line break in it, as a file may have, raises Unauthorized at once, and is not shown."""
    with pytest.raises(Unauthorized) as caught:
        connect(provider, **dict.fromkeys(case_of(provider).credentials, f"{SECRET}\n"))
    assert SECRET not in f"{caught.value}{caught.value!r}{caught.value.__cause__!r}"
