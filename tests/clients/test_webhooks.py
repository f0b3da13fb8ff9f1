"""What providers send by themselves: each documented payload has a model, which reads it and loses nothing."""

from __future__ import annotations

import json

import pytest
from pydantic import TypeAdapter

from .contracts import Webhook, symbol, webhooks
from .described import untyped_in
from .emitted import dumped, kinds_of, unlisted_in
from .examples import examples
from .wire import canonical


@pytest.mark.parametrize("webhook", webhooks(), ids=str)
def test_a_payload_is_read_by_its_model(webhook: Webhook, subtests: pytest.Subtests) -> None:
    """Each example parses into the class of its schema, whole, and dumps to the same."""
    assert webhook.body, f"{webhook} has no payload"
    models = webhook.provider.module("models")
    pointer = webhook.body.schema.get("$ref", f"{webhook.body.pointer}/schema")
    name = symbol(webhook.provider, pointer)
    assert name, f"the package has no model for the payload of {webhook}, {pointer}"
    adapter: TypeAdapter[object] = TypeAdapter(getattr(models, name.removeprefix("models.")))
    for example, body in examples(webhook.body).items():
        with subtests.test(f"{webhook}, {example}"):
            parsed = adapter.validate_json(json.dumps(body))
            assert type(parsed) in kinds_of(webhook.body, body)
            assert canonical(dumped(parsed)) == canonical(body)
            assert unlisted_in(webhook.provider, parsed) == []
            assert list(untyped_in(webhook.provider, webhook.body.schema, body, parsed)) == []
