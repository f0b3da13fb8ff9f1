"""Compare request bodies and responses.

In: the operation of both sides.  Out: findings about bodies, statuses and headers, and about what they carry.
Never: takes a status that a range or `default` still covers for one that is gone.
"""

from __future__ import annotations

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.operations.content import Carried, compare_content
from handbill_generator.changes.operations.place import Spotted
from handbill_generator.changes.schemas import Place
from handbill_generator.contract import Header, RequestBody, Response
from handbill_generator.contract.nodes import join


def compare_request_bodies(at: Spotted) -> None:
    """Find what changed in the body that the operation takes."""
    old, new = at.old.request_body, at.new.request_body
    if old and new:
        _compare_required(at, old, new)
        carried = Carried(word="request-body", direction=at.sends, where="request body")
        compare_content(at, old.content, new.content, carried, gone_to=new.pointer)
    elif new:
        kind = "required" if new.required else "optional"
        at.report(
            f"request-body-added-{kind}",
            "request-body",
            Effect.narrows if new.required else Effect.none,
            f"the {kind} body was added",
            direction=at.sends,
            old=None,
            new=(new.pointer, [media.name.raw for media in new.content]),
            where="request body",
        )
    elif old:
        at.report(
            "request-body-removed",
            "request-body",
            # A client cannot send less than what it got; what our user receives is gone, though.
            Effect.none if at.sends is Direction.request else Effect.widens,
            "the body was removed",
            direction=at.sends,
            old=(old.pointer, [media.name.raw for media in old.content]),
            new=None,
            where="request body",
        )


def _compare_required(at: Spotted, old: RequestBody, new: RequestBody) -> None:
    if old.required == new.required:
        return
    became = "required" if new.required else "optional"
    at.report(
        f"request-body-became-{became}",
        "required",
        Effect.narrows if new.required else Effect.widens,
        f"the body became {became}",
        direction=at.sends,
        old=(join(old.pointer, "required"), old.required),
        new=(join(new.pointer, "required"), new.required),
        where="request body",
    )


def compare_responses(at: Spotted) -> None:
    """Find what changed in what the operation answers."""
    old = {response.status: response for response in at.old.responses}
    new = {response.status: response for response in at.new.responses}
    for status, response in new.items():
        before = _covering(status, old)
        if before:
            _compare_response(at, before, response)
        else:
            _status(at, None, response)
    for status, response in old.items():
        if status in new:
            continue
        after = _covering(status, new)
        if after and after.status not in old:
            _compare_response(at, response, after)
        elif not after:
            _status(at, response, None)


def _covering(status: str, responses: dict[str, Response]) -> Response | None:
    """Give the response that holds for *status*: its own, its range, `default` (OpenAPI 3.1.0, 4.8.16).

    A `default` beside a documented success is there for errors, whatever the letter says.
    """
    found = responses.get(status) or responses.get(f"{status[0]}XX")
    if found or (status[0] == "2" and any(other[0] == "2" for other in responses)):
        return found
    return responses.get("default")


def _status(at: Spotted, old: Response | None, new: Response | None) -> None:
    response = new or old
    assert response
    action, kind = ("added" if new else "removed"), "success" if response.status[0] == "2" else "non-success"
    # Who calls reads the answer to what it asked for; errors it must expect anyway.
    effect = Effect.widens if kind == "success" and not new else Effect.none
    spot = (response.pointer, response.status)
    at.report(
        f"response-{kind}-status-{action}",
        "status",
        effect,
        f"the status {response.status} was {action}",
        direction=at.receives,
        old=spot if old else None,
        new=spot if new else None,
        where=f"response {response.status}",
        key=response.status,
    )


def _compare_response(at: Spotted, old: Response, new: Response) -> None:
    where = f"response {new.status}"
    carried = Carried(word="response", direction=at.receives, where=where)
    compare_content(at, old.content, new.content, carried, gone_to=new.pointer)
    before = {header.name.raw.lower(): header for header in old.headers}
    after = {header.name.raw.lower(): header for header in new.headers}
    for name in [*after, *(name for name in before if name not in after)]:
        # OpenAPI 3.1.0, 4.8.17.1: a response header called Content-Type shall be ignored.
        if name != "content-type":
            _compare_header(at, before.get(name), after.get(name), where=f"{where} header {name}")


def _compare_header(at: Spotted, old: Header | None, new: Header | None, *, where: str) -> None:
    def report(id: str, effect: Effect, message: str) -> None:
        at.report(
            id,
            "header",
            effect,
            message,
            direction=at.receives,
            old=(old.pointer, old.name.raw) if old else None,
            new=(new.pointer, new.name.raw) if new else None,
            where=where,
        )

    if old is None:
        report("response-header-added", Effect.none, "the header was added")
    elif new is None:
        kind = "required" if old.required else "optional"
        effect = Effect.widens if old.required else Effect.none
        report(f"{kind}-response-header-removed", effect, f"the {kind} header was removed")
    else:
        if old.required and not new.required:
            report("response-header-became-optional", Effect.widens, "the header became optional")
        if new.required and not old.required:
            report("response-header-became-required", Effect.narrows, "the header became required")
        if new.deprecated and not old.deprecated:
            report("response-header-deprecated", Effect.none, "the header was deprecated")
        before = old.schema or next((media.schema for media in old.content), None)
        after = new.schema or next((media.schema for media in new.content), None)
        at.compare(before, after, Place.header, direction=at.receives, where=where)
