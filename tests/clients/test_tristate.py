"""Omitted, null and value are three different things on the wire, in every field of every body."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from handbill_loops import models as loops
from pydantic import MISSING, TypeAdapter, ValidationError

from .answers import success
from .calls import Call, arguments, bare
from .contracts import Operation, operation, operations, resolved
from .examples import examples
from .loopback import calling
from .providers import MODES, Caller, Mode
from .schemas import follows, nullable, sample
from .server import Server
from .wire import arrived

SPREAD = [each for each in operations() if arguments(each)]
"""The operations whose bodies are given field by field."""


def shown(each: Operation) -> list[dict[str, Any]]:
    """Bodies of an operation: what must be there, and each example, the smallest first."""
    assert each.body
    found = sorted(examples(each.body).values(), key=lambda body: len(str(body)))
    required = resolved(each.provider, each.body.schema).get("required", [])
    return [{name: found[0][name] for name in required}, *found]


def with_field(each: Operation, name: str, value: Any) -> Call | None:
    """A call whose body has the field and as little else as the contract allows."""
    assert each.body
    bodies = ({**body, name: value} for body in shown(each))
    body = next((body for body in bodies if follows(each.provider, each.body.schema, body)), None)
    return None if body is None else replace(bare(each), body=body, form="keywords", example=f"with {name}")


def valued(each: Operation, name: str) -> Call | None:
    """The same with the value of the first example that has one, or with one made from its schema."""
    values = [body[name] for body in shown(each) if body.get(name) is not None]
    return with_field(each, name, values[0] if values else sample(each.provider, optional(each)[name]))


def optional(each: Operation) -> dict[str, Any]:
    """The fields that a body can do without, and their schemas."""
    assert each.body
    schema = resolved(each.provider, each.body.schema)
    required = schema.get("required", [])
    return {name: node for name, node in schema.get("properties", {}).items() if name not in required}


def sent_as_said(each: Operation, made: Call, caller: Caller, server: Server, **more: Any) -> None:
    """Make the call, with *more* arguments that change nothing, and compare what arrives."""
    success(each).script(server)
    caller(each.call, *made.args, **{**more, **made.kwargs})
    (request,) = server.settle()
    assert arrived(each, request).body == made.expected().body


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", SPREAD, ids=str)
def test_what_is_not_named_is_not_sent(each: Operation, mode: Mode, server: Server) -> None:
    """What need not be there is not sent unasked, no default of the contract either, and MISSING is not to name it."""
    assert each.body
    body = next(body for body in shown(each) if follows(each.provider, each.body.schema, body))
    made = replace(bare(each), body=body, form="keywords")
    with calling(each, mode, server.url) as caller:
        if body or each.needs_body:
            sent_as_said(each, made, caller, server)
            sent_as_said(each, made, caller, server, **dict.fromkeys(arguments(each).values(), MISSING))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", SPREAD, ids=str)
def test_a_value_is_the_value(each: Operation, mode: Mode, server: Server, subtests: pytest.Subtests) -> None:
    """A value goes out under its wire name, and nothing else does."""
    with calling(each, mode, server.url) as caller:
        for name in optional(each):
            with subtests.test(f"{each}, {name}"):
                made = valued(each, name)
                assert made, "no example of the contract can have this field besides"
                sent_as_said(each, made, caller, server)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", SPREAD, ids=str)
def test_none_is_null_or_refused(each: Operation, mode: Mode, server: Server, subtests: pytest.Subtests) -> None:
    """None is sent as null where the contract allows null, and refused before anything is sent where it does not."""
    with calling(each, mode, server.url) as caller:
        for name, schema in optional(each).items():
            with subtests.test(f"{each}, {name}"):
                if nullable(each.provider, schema):
                    made = with_field(each, name, None)
                    assert made, "no example of the contract can have null here"
                    sent_as_said(each, made, caller, server)
                elif made := valued(each, name):
                    server.forget()
                    with pytest.raises(ValidationError):
                        caller(each.call, *made.args, **made.kwargs | {arguments(each)[name]: None})
                    assert server.settle() == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("each", SPREAD, ids=str)
def test_body_and_fields_exclude_each_other(each: Operation, mode: Mode, server: Server) -> None:
    """Giving both, even a field that is None, raises TypeError and sends nothing."""
    name, made = next(iter(arguments(each).values())), replace(bare(each), body=shown(each)[1], form="body=")
    with calling(each, mode, server.url) as caller:
        for value in ("x", None):
            with pytest.raises(TypeError, match=f"body, or {name}"):
                caller(each.call, *made.args, **made.kwargs, **{name: value})
    assert server.settle() == []


@pytest.mark.parametrize("mode", MODES)
def test_none_in_a_query_is_not_sent(mode: Mode, server: Server) -> None:
    """A query has no null: None there is the same as not naming the parameter."""
    each = operation("batch-listOrchestrations")
    with calling(each, mode, server.url) as caller:
        success(each).script(server)
        caller(each.call, limit=None)
    (request,) = server.settle()
    assert request.target == "/orchestrations/list"


def test_three_states_survive_a_round_trip() -> None:
    """What was absent, null or there in JSON is still so after parsing and dumping."""
    adapter: TypeAdapter[loops.CampaignUpdate] = TypeAdapter(loops.CampaignUpdate)
    for text in ('{"mailingListId":null}', '{"mailingListId":"m"}', '{"name":"n"}'):
        assert adapter.dump_json(adapter.validate_json(text)) == text.encode()
    assert loops.CampaignUpdate(name="n").mailing_list_id is MISSING
    assert json.loads(loops.CampaignUpdate(mailing_list_id=None).model_dump_json()) == {"mailingListId": None}
