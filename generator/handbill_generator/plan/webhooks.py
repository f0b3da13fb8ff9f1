"""Decide what the webhooks of a contract bring.

In: the webhooks of a `Contract`, or the callbacks of an operation, and a `ShapeBuilder`; then the annotations of their
types.  Out: `Webhook`s.
Never: plans a server; what a client of the API needs is the type of the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from handbill_generator import contract
from handbill_generator.plan.directions import RESPONSE
from handbill_generator.plan.drafts import Typed
from handbill_generator.plan.media_types import chosen
from handbill_generator.plan.model import Webhook
from handbill_generator.plan.normalise import JSON
from handbill_generator.plan.shapes import ShapeBuilder
from handbill_generator.text import Code, Text, class_name


def draft_webhooks(
    webhooks: Iterable[contract.Webhook], shapes: ShapeBuilder, use: Callable[[JSON], Typed], *, within: str = ""
) -> Iterator[tuple[contract.Webhook, Typed]]:
    """Give each webhook that brings JSON with the type of its body, which *use* asks for.

    Those *within* an operation are its callbacks: what they bring is named after it.
    """
    for webhook in webhooks:
        body = webhook.operation.request_body
        media_type, kind = chosen(body.content) if body else (None, "none")
        if body and media_type and media_type.schema and kind == "json":
            name = webhook.name if not within else Text(webhook.name.raw.partition(" ")[0])
            parent = class_name(webhook.operation.id) if webhook.operation.id else within + class_name(name)
            yield webhook, use(shapes.normalise(media_type.schema, direction=RESPONSE, parent=parent))
        elif body:
            shapes.lose(body.pointer, "callback" if within else "webhook", "left out", "only JSON is read")


def plan_webhooks(drafted: Iterable[tuple[contract.Webhook, Typed]], uses: Mapping[str, Code]) -> Iterator[Webhook]:
    """Give each webhook with the annotation of its body."""
    for webhook, typed in drafted:
        operation = webhook.operation
        yield Webhook(
            name=webhook.name,
            annotation=uses[typed.use],
            documentation=operation.summary or operation.description or Text(""),
            pointer=operation.pointer,
        )
