"""A credential goes into its header and nowhere else."""

from __future__ import annotations

import copy
import io
import logging
import pickle
import pprint
import traceback
from typing import Any

import pytest

from .contracts import operation
from .failures import GET, POST, errors, make
from .providers import BY_NAME, MODES, PROVIDERS, Mode, Provider, call
from .server import Server

SECRET = "s3cr3t-0f-th3-t3st"
VARIABLES = {
    "api_key": "API_KEY",
    "project_key": "PROJECT_KEY",
    "project_id": "PROJECT_ID",
    "workspace_id": "WORKSPACE_ID",
    "bearer_token": "BEARER_TOKEN",
}


def secret_credentials(provider: Provider) -> dict[str, str]:
    return dict.fromkeys(provider.credentials, SECRET)


def shown(value: Any) -> str:
    """All that printing, pretty-printing and looking inside two levels shows of *value*."""
    texts = [repr(value), str(value), pprint.pformat(value)]
    for inner in vars(value).values() if hasattr(value, "__dict__") else ():
        texts += [repr(inner), str(inner)]
    return "\n".join(texts)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_client_does_not_show_it(provider: Provider, mode: Mode) -> None:
    """Neither repr nor str nor the attributes of a client, its resources and its settings hold the credential."""
    client = provider.open(mode, "http://127.0.0.1:1", **secret_credentials(provider))
    resource, _ = operation(GET[provider.name]).call.split(".")
    texts = [shown(client), shown(getattr(client, resource)), shown(client.with_options(timeout=1.0))]
    texts += [shown(client._settings.credentials), str(vars(client)), f"{client._settings}"]
    assert not any(SECRET in text for text in texts)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_client_cannot_be_pickled(provider: Provider, mode: Mode) -> None:
    """Pickling a client or its settings is refused, without the credential in the refusal."""
    client = provider.open(mode, "http://127.0.0.1:1", **secret_credentials(provider))
    for value in (client, client._settings, client._settings.credentials):
        with pytest.raises(TypeError) as caught:
            pickle.dumps(value)
        assert SECRET not in str(caught.value)
    with pytest.raises(TypeError):
        copy.deepcopy(client._settings.credentials)


TROUBLE: dict[str, dict[str, Any]] = {
    "401": {"status": 401, "body": {"message": "no", "error_message": "no", "error_code": "10"}},
    "418": {"status": 418, "body": b"teapot"},
    "bad result": {"status": 200, "body": b"<html>"},
    "close": {"fault": "close"},
    "reset": {"fault": "reset"},
    "stall": {"fault": "stall"},
}


def raised(provider: Provider, mode: Mode, server: Server, name: str, trouble: str) -> Any:
    server.answer(**TROUBLE[trouble])
    options = secret_credentials(provider) | {"timeout": 0.1 if trouble == "stall" else 5}
    with pytest.raises(errors(provider).APIError) as caught:
        make(name, mode, server.url, **options)
    return caught.value


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("trouble", TROUBLE)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_an_error_does_not_show_it(provider: Provider, trouble: str, mode: Mode, server: Server) -> None:
    """Neither the error, nor its pickle, nor its traceback holds the credential."""
    error = raised(provider, mode, server, POST[provider.name], trouble)
    assert SECRET not in repr(error)
    assert SECRET not in repr(vars(error))
    assert SECRET.encode() not in pickle.dumps(error)
    assert SECRET not in "".join(traceback.format_exception(error))


def locals_of(error: BaseException) -> str:
    """The traceback as a crash reporter shows it, with the variables of every frame of the package and below.

    The frames of this test are left out: a test has to know the secret that it looks for.
    """
    found = traceback.TracebackException.from_exception(error, capture_locals=True)
    texts = []
    chain: traceback.TracebackException | None = found
    while chain is not None:
        for frame in chain.stack:
            if "/tests/" not in frame.filename and frame.locals:
                texts += [f"{frame.filename}:{frame.lineno} {name}={value}" for name, value in frame.locals.items()]
        chain = chain.__cause__
    return "\n".join(text for text in texts if SECRET in text)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("trouble", TROUBLE)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_traceback_with_locals_does_not_show_it(provider: Provider, trouble: str, mode: Mode, server: Server) -> None:
    """A crash reporter that prints every variable of every frame does not print the credential."""
    error = raised(provider, mode, server, POST[provider.name], trouble)
    assert locals_of(error) == ""


@pytest.mark.parametrize("mode", MODES)
def test_a_refused_argument_does_not_show_it(mode: Mode, server: Server) -> None:
    """A call that is refused before anything is sent leaves no frame that holds the credential."""
    with pytest.raises(ValueError, match="must not be") as caught:
        call(BY_NAME["loops"], mode, server.url, "campaigns.get", "..", options={"api_key": SECRET})
    assert locals_of(caught.value) == ""


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_log_does_not_show_it(provider: Provider, mode: Mode, server: Server) -> None:
    """With every logger of the process at DEBUG, a call logs no credential."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        raised(provider, mode, server, GET[provider.name], "401")
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    assert "401" in stream.getvalue()
    assert SECRET not in stream.getvalue()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", GET.values())
def test_without_a_credential_nothing_is_sent(name: str, mode: Mode, server: Server) -> None:
    """A missing credential raises `CredentialError`, which names the argument and the variable, before any request."""
    each = operation(name)
    nothing: dict[str, Any] = dict.fromkeys(each.provider.credentials)
    with pytest.raises(errors(each.provider).CredentialError) as caught:
        make(name, mode, server.url, **nothing)
    for argument in each.provider.credentials:
        assert argument in str(caught.value)
        assert f"{each.provider.name.upper()}_{VARIABLES[argument]}" in str(caught.value)
    assert server.requests == []
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


@pytest.mark.parametrize("missing", ["api_key", "project_key"])
def test_half_of_what_goes_together_is_not_enough(missing: str, server: Server) -> None:
    """Batch wants two credentials at once: with one of them nothing is sent."""
    provider = BY_NAME["batch"]
    with pytest.raises(errors(provider).CredentialError, match=missing):
        call(provider, "sync", server.url, "campaigns.delete", id="o1", options={missing: None})
    assert server.requests == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_credentials_come_from_the_environment(
    provider: Provider, mode: Mode, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not given is taken from the environment variable, and what is given wins over it."""
    for argument, value in provider.credentials.items():
        monkeypatch.setenv(f"{provider.name.upper()}_{VARIABLES[argument]}", value)
    nothing: dict[str, Any] = dict.fromkeys(provider.credentials)
    for given in (nothing, dict.fromkeys(provider.credentials, "given")):
        server.answer(401, {})
        with pytest.raises(
            errors(provider).UnauthorizedError if provider.name != "sendkit" else errors(provider).APIError
        ):
            make(GET[provider.name], mode, server.url, **given)
    first, second = server.requests
    assert {name: first.header(name) for name in provider.sent} == dict(provider.sent)
    assert {str(second.header(name)).removeprefix("Bearer ") for name in provider.sent} == {"given"}


UNUSABLE = {
    "CR LF": f"{SECRET}\r\nX-Evil: 1",
    "LF at the end": f"{SECRET}\n",
    "NUL": f"{SECRET}\x00",
    "empty": "",
    "spaces": "   ",
    "space before": f" {SECRET}",
    "not ASCII": f"{SECRET}é",
    "not Latin": f"{SECRET}ключ",
    "escape": f"\x1b[31m{SECRET}",
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", UNUSABLE)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_credential_that_cannot_be_sent_is_refused(provider: Provider, name: str, mode: Mode) -> None:
    """A value that no header can hold is refused where the client is made, by its argument's name, not its value."""
    for argument in provider.credentials:
        with pytest.raises(errors(provider).CredentialError, match=argument) as caught:
            provider.open(mode, "http://127.0.0.1:1", **{argument: UNUSABLE[name]})
        text = "".join(traceback.format_exception(caught.value))
        assert SECRET not in text
        assert "X-Evil" not in text


def test_a_password_in_the_base_url_is_not_shown(server: Server) -> None:
    """A base URL with a user and a password is called, and its password shows up in no error."""
    url = server.url.replace("http://", f"http://user:{SECRET}@")
    server.answer(404, {"message": "no"})
    with pytest.raises(errors(BY_NAME["loops"]).NotFoundError) as caught:
        call(BY_NAME["loops"], "sync", url, "campaigns.get", "c1")
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)
    assert SECRET.encode() not in pickle.dumps(caught.value)


def test_the_query_is_not_shown(server: Server) -> None:
    """What is searched for may be personal: an error names the path, not the query."""
    server.answer(404, {"success": False, "error": {"code": "c", "message": "m"}})
    with pytest.raises(errors(BY_NAME["sendkit"]).NotFoundError) as caught:
        call(BY_NAME["sendkit"], "sync", server.url, "campaigns.list", search="jane@example.com")
    assert "jane" not in str(caught.value) + repr(caught.value)
