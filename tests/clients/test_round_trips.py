"""Whatever a contract allows goes in and comes out the same, and what it forbids does not go out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import MISSING, BaseModel, TypeAdapter, ValidationError

from .contracts import Operation, Response, Webhook, operation, operations, symbol, webhooks
from .emitted import attributes, error_body_type, request_type, result_type
from .providers import LOOPS, PROVIDERS, Provider
from .strategies import Break, Kind, breaks, following, sent_components, snake
from .wire import canonical

SENT = [each for each in operations() if each.body and each.body.is_json]
RECEIVED = [each for each in operations() if any(one.body for one in each.successes)]
# Operations share most of their errors: one of each is enough.
FAILED = list(
    {
        (each.provider, one.status, one.pointer): pytest.param(each, one, id=f"{each}-{one.status}")
        for each in operations()
        for one in each.failures
        if one.body
    }.values()
)
BROKEN = [
    pytest.param(provider, ref, wrong, id=f"{provider} {ref.rpartition('/')[2]} {wrong.what}")
    for provider in PROVIDERS
    for ref in sent_components(provider)
    for wrong in breaks(provider, {"$ref": ref})
]
some = settings(max_examples=10)
few = settings(max_examples=5)


def differences(given: Any, dumped: Any, path: str = "") -> Iterator[str]:
    """Where *dumped* is not *given*: what is gone, what came unasked, and what changed; 1 and 1.0 are one number."""
    if isinstance(given, dict) and isinstance(dumped, dict):
        yield from (f"{path}/{key} is gone" for key in given.keys() - dumped.keys())
        yield from (f"{path}/{key} came unasked: {dumped[key]!r}" for key in dumped.keys() - given.keys())
        for key in given.keys() & dumped.keys():
            yield from differences(given[key], dumped[key], f"{path}/{key}")
    elif isinstance(given, list) and isinstance(dumped, list) and len(given) == len(dumped):
        for index, (one, other) in enumerate(zip(given, dumped, strict=True)):
            yield from differences(one, other, f"{path}/{index}")
    elif given != dumped or _json_type(given) is not _json_type(dumped):
        yield f"{path or '/'} was {given!r} and is {dumped!r}"


def _json_type(value: Any) -> type:
    return float if type(value) is int else type(value)


def comes_back(adapter: TypeAdapter[Any], body: Any) -> Any:
    """Parse a body and dump it, as a value and as text; gives what was parsed."""
    parsed = adapter.validate_json(json.dumps(body), by_alias=True, by_name=False)  # as the clients read answers
    assert list(differences(body, adapter.dump_python(parsed, mode="json", by_alias=True))) == []
    assert list(differences(body, json.loads(adapter.dump_json(parsed, by_alias=True)))) == []
    return parsed


@pytest.mark.parametrize("kind", ["received", "surprising"])
@pytest.mark.parametrize("each", RECEIVED, ids=str)
def test_an_answer_comes_back(each: Operation, kind: Kind) -> None:
    """Any answer that follows the contract, or that a newer server gives, is read and dumps to the same JSON."""
    adapter = TypeAdapter(result_type(each))

    @some
    @given(st.one_of([following(one.body, kind) for one in each.successes if one.body]))
    def holds(body: Any) -> None:
        comes_back(adapter, body)

    holds()


@pytest.mark.parametrize("kind", ["received", "surprising"])
@pytest.mark.parametrize(("each", "answer"), FAILED)
def test_an_error_comes_back(each: Operation, answer: Response, kind: Kind) -> None:
    """So does the body of any documented error, read by the class of its status."""
    adapter = TypeAdapter(error_body_type(each, answer.status))
    assert answer.body

    @some
    @given(following(answer.body, kind))
    def holds(body: Any) -> None:
        comes_back(adapter, body)

    holds()


@pytest.mark.parametrize("each", SENT, ids=str)
def test_a_body_is_sent_as_given(each: Operation) -> None:
    """Any body that the contract allows is accepted; nothing comes to it unasked, neither a default nor null."""
    adapter = TypeAdapter(request_type(each))
    assert each.body

    @some
    @given(following(each.body, "sent"))
    def holds(body: Any) -> None:
        comes_back(adapter, body)
        by_value = adapter.dump_python(adapter.validate_python(body), mode="json", by_alias=True)
        assert list(differences(body, by_value)) == []

    holds()


def by_python_names(body: Any, parsed: Any) -> Any:
    """The body with the names that Python has for fields, at any depth."""
    if isinstance(parsed, BaseModel):
        names = attributes(type(parsed))
        read = {key: getattr(parsed, name) for key, name in names.items()} | (parsed.model_extra or {})
        return {names.get(key, key): by_python_names(value, read[key]) for key, value in body.items()}
    if isinstance(body, list):
        return [by_python_names(one, read) for one, read in zip(body, parsed, strict=True)]
    if isinstance(body, dict):
        return {key: by_python_names(value, parsed[key]) for key, value in body.items()}
    return body


@pytest.mark.parametrize("each", SENT, ids=str)
def test_a_body_is_the_same_by_either_names(each: Operation) -> None:
    """Given by the contract's names or by Python's, as a dict, as arguments or as a model, it is the same bytes."""
    adapter: TypeAdapter[Any] = TypeAdapter(request_type(each))
    assert each.body

    @some
    @given(following(each.body, "sent"))
    def holds(body: Any) -> None:
        parsed = adapter.validate_python(body)
        named = by_python_names(body, parsed)
        given = [parsed, adapter.validate_python(named), adapter.validate_python(parsed)]
        given += [type(parsed)(**named), type(parsed)(**body)] if isinstance(parsed, BaseModel) else []
        assert len({adapter.dump_json(one, by_alias=True) for one in given}) == 1

    holds()


@pytest.mark.parametrize(("provider", "ref", "wrong"), BROKEN)
def test_what_the_contract_forbids_is_refused(provider: Provider, ref: str, wrong: Break) -> None:
    """A required field that is not there, a limit, a word that is not listed, a rule between fields: refused by name.

    That is so for all that only requests use; what a response brings too must be read whatever it holds.
    """
    name = symbol(provider, ref)
    assert name
    kind = getattr(provider.module("models"), name.removeprefix("models."))
    names = {python for one in wrong.names for python in (one, snake(one))}

    @few
    @given(wrong.bodies)
    def holds(body: Any) -> None:
        with pytest.raises(ValidationError) as raised:
            TypeAdapter(kind).validate_python(body)
        said = " ".join(f"{error['loc']} {error['msg']}" for error in raised.value.errors())
        assert any(one in said for one in names) or "at least one field" in said

    holds()


@pytest.mark.parametrize("kind", ["received", "surprising"])
@pytest.mark.parametrize("webhook", webhooks(), ids=str)
def test_a_payload_comes_back(webhook: Webhook, kind: Kind) -> None:
    """`webhooks.read` gives the class of what the contract allows, and loses nothing of that or of what is new."""
    read, body = webhook.provider.module("webhooks").read, webhook.body
    assert body
    name = symbol(webhook.provider, body.schema["$ref"])
    anything: TypeAdapter[Any] = TypeAdapter(Any)

    @some
    @given(following(body, kind))
    def holds(payload: Any) -> None:
        parsed = read(json.dumps(payload))
        # With 1.0 for 1 it comes as a dict: to pydantic that is not quite an integer, but quite a dict.
        assert kind == "surprising" or f"models.{type(read(canonical(payload))).__name__}" == name
        assert list(differences(payload, anything.dump_python(parsed, mode="json", by_alias=True))) == []

    holds()


SENDKIT_WEBHOOK = {
    "_id": "w", "name": "n", "url": "u", "events": [], "workspaceId": "w", "retryAttempts": 0, "secret": "s",
    "createdBy": "c",
}  # fmt: skip


@pytest.mark.parametrize("more", [{"total_delivered": None}, {"total_delivered": 1}])
def test_python_names_in_an_answer(more: dict[str, Any]) -> None:
    """A property of an answer that the contract does not know is one, even if Python calls a known one so."""
    adapter = TypeAdapter(result_type(operation("sendkit-getWebhook")))
    comes_back(adapter, {"success": True, "data": {**SENDKIT_WEBHOOK, "stats": more}})


def test_a_leap_second_in_an_answer() -> None:
    """A time that Python's datetime cannot hold costs nothing of the answer."""
    adapter = TypeAdapter(result_type(operation("sendkit-getWebhook")))
    comes_back(adapter, {"success": True, "data": {**SENDKIT_WEBHOOK, "createdAt": "2016-12-31T23:59:60Z"}})


def test_a_whole_number_with_a_point_in_a_payload() -> None:
    """A payload with 1.0 for 1 is read by its class."""
    body = {"eventName": "testing.testEvent", "eventTime": 1.0, "webhookSchemaVersion": "1.0.0", "message": "test"}
    assert isinstance(LOOPS.module("webhooks").read(json.dumps(body)), BaseModel)


def test_missing_is_not_a_field_that_is_given() -> None:
    """An object that must have a field has none if all it was given is MISSING."""
    with pytest.raises(ValidationError):
        LOOPS.module("models").CampaignUpdate(name=MISSING)
