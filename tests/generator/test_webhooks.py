"""Laws of webhooks: what an API sends by itself is as typed as what it answers."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from .documents import JSON, body, call, document, emit, losses, plan, ref, render, types_of

STRING = {"type": "string"}
SENT: JSON = {
    "type": "object",
    "required": ["event", "at"],
    "properties": {"event": {"const": "email.sent"}, "at": {"type": "string", "format": "date-time"}},
}
CLICKED: JSON = {
    "type": "object",
    "required": ["event", "url"],
    "properties": {"event": {"const": "email.clicked"}, "url": STRING, "device": {"enum": ["phone", "desk"]}},
}
SHOP = document(
    paths={"/pets": {"get": call(gives={"type": "array", "items": STRING}, operationId="listPets")}},
    schemas={"Sent": SENT},
    webhooks={
        "email.sent": {"post": call(takes=ref("Sent"), summary="An email was sent")},
        "email.clicked": {"post": call(takes=CLICKED)},
    },
)


@pytest.fixture
def webhooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The emitted module."""
    emit(SHOP, tmp_path, "webhook_shop")
    monkeypatch.syspath_prepend(str(tmp_path))
    return importlib.import_module("webhook_shop").webhooks


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        ({"event": "email.sent", "at": "2026-04-01T09:00:00Z"}, "Sent"),
        ({"event": "email.sent", "at": "2026-04-01T09:00:00Z", "new": [1]}, "Sent"),
        ({"event": "email.clicked", "url": "u", "device": "watch"}, "EmailClicked"),
        ({"event": "email.new", "url": "u"}, "dict"),
        ({"event": "email.sent", "at": 5}, "dict"),
    ],
)
def test_a_payload_becomes_its_class(webhooks: Any, payload: JSON, kind: str) -> None:
    """The fixed words of payloads tell them apart; what is new or broken is kept as a dict."""
    found = webhooks.read(json.dumps(payload))
    assert type(found).__name__ == kind
    assert (found if kind == "dict" else found.model_dump(mode="json")).items() >= payload.items()


@pytest.mark.parametrize("text", [b"", b"[]", b'"x"', b"{", b"\xff"])
def test_what_is_no_object_is_refused(webhooks: Any, text: bytes) -> None:
    """A body that is not a JSON object raises pydantic's error and no other."""
    with pytest.raises(ValidationError):
        webhooks.read(text)


def test_the_manifest_knows_what_a_webhook_became() -> None:
    """The pointer of a webhook leads to the class of its body, in the module that has it."""
    symbols = plan(SHOP).symbols
    assert symbols["#/webhooks/email.sent/post"] == "webhooks.Sent"
    assert symbols["#/webhooks/email.clicked/post"] == "webhooks.EmailClicked"


def test_a_body_that_is_no_json_is_noted() -> None:
    """A webhook that brings something else is not read, and the ledger says so."""
    webhook = {"post": {"requestBody": body(STRING, "text/plain"), "responses": {"200": {"description": "d"}}}}
    package = plan(document(webhooks={"w": webhook}))
    assert losses(package) == {"#/webhooks/w/post/requestBody": "webhook"}
    assert package.webhooks == ()


def test_without_webhooks_there_is_no_module() -> None:
    """A package holds only what its contract needs."""
    texts = render(document())
    assert "webhooks.py" not in texts
    assert "webhooks" not in texts["__init__.py"] + texts["README.md"]


def test_a_webhook_is_called_as_the_contract_calls_it() -> None:
    """A name of the wire stays one in the docstring, even if each of its words has a Python name elsewhere."""
    pet = {"type": "object", "properties": {"petId": STRING, "soldAt": STRING}}
    texts = render(document(schemas={"Pet": pet}, webhooks={"petId.soldAt": {"post": call(takes=ref("Pet"))}}))
    assert "petId.soldAt: Pet." in texts["webhooks.py"]


CALLING = call(
    operationId="subscribe",
    callbacks={
        "onData": {
            "{$request.query.url}": {
                "post": {
                    **call(takes={"type": "object", "properties": {"at": STRING, "kind": {"enum": ["a"]}}}),
                    "summary": "Sent for each point.",
                }
            }
        },
        "onEnd": {"{$request.query.url}": {"post": call(takes=ref("End"), operationId="ended")}},
        "onFile": {"{$request.query.url}": {"put": {"requestBody": body(STRING, "text/csv"), "responses": {}}}},
    },
)
CALLED = document(
    paths={"/sub": {"post": CALLING}}, schemas={"End": {"type": "object", "properties": {"why": {"enum": ["x"]}}}}
)


def test_callbacks_are_models() -> None:
    """What an operation makes the API send has a class, tolerant as an answer is, and the method tells of it."""
    package = plan(CALLED)
    said = types_of(package)
    assert said["SubscribeOnData.kind"] == 'Literal["a"] | str | MISSING = MISSING'
    assert said["End.why"] == 'Literal["x"] | str | MISSING = MISSING'
    (method,) = package.resources[0].methods
    assert [str(callback.annotation) for callback in method.callbacks] == ["SubscribeOnData", "End"]
    assert package.webhooks == ()
    assert "callback" in losses(package).values()
    told = render(CALLED)["resources/sub.py"]
    assert "SubscribeOnData: onData {$request.query.url}. Sent for each point." in told


def test_callbacks_are_no_webhooks() -> None:
    """What reads the bodies of webhooks does not try those of callbacks, whose address tells what they are."""
    package = plan({**CALLED, "webhooks": {"new": {"post": call(takes=SENT)}}})
    assert [str(webhook.annotation) for webhook in package.webhooks] == ["New"]
