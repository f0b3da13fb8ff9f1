"""Omitted, null and value are three different things on the wire, and a path names what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from handbill_autosend import models as autosend
from handbill_batch import models as batch
from handbill_loops import models as loops
from handbill_sendkit import models as sendkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import MISSING, TypeAdapter, ValidationError

from .contracts import Operation, bodies_of, json_content, operation, operations, resolved, sample
from .emitted import request_type
from .providers import MODES, Mode, call
from .server import Server

UPDATES: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "loops-updateCampaign": (("c1",), {}),
    "autosend-updateCampaign": (("c1",), {}),
    "sendkit-updateCampaign": (("c1",), {}),
    "sendkit-updateCampaignLead": (("c1", "l1"), {}),
    "batch-updateCampaign": (
        (),
        {
            "id": "o1",
            "campaign": batch.Campaign(
                name="n", state="DRAFT", when=batch.When(), messages=[batch.PushMessage(channel_type="push")]
            ),
        },
    ),
}
"""The updates, each with the path and the arguments that it cannot do without."""


def body_schema(each: Operation) -> dict[str, Any]:
    content = json_content(resolved(each.provider, each.node["requestBody"]))
    assert content is not None
    return resolved(each.provider, content["schema"])


def nullable(each: Operation, schema: dict[str, Any]) -> bool:
    schema = resolved(each.provider, schema)
    kinds = schema.get("type", [])
    return "null" in kinds or any(branch.get("type") == "null" for branch in schema.get("anyOf", []))


def _fields() -> Iterator[Any]:
    """Every optional field of every update: its operation, Python name, wire name and schema."""
    for name in UPDATES:
        each = operation(name)
        schema = body_schema(each)
        fields = {field.alias or key: key for key, field in request_type(each).model_fields.items()}
        for wire, node in schema["properties"].items():
            if wire not in schema.get("required", []):
                yield pytest.param(each, fields[wire], wire, node, id=f"{name}-{wire}")


FIELDS = list(_fields())


def update(each: Operation, mode: Mode, server: Server, **given: Any) -> Any:
    """Call the update and give the JSON that arrived."""
    server.answer(200, bodies_of(each, "200")[0])
    path, needed = UPDATES[str(each)]
    call(each.provider, mode, server.url, each.call, *path, **needed, **given)
    return server.request.json


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", UPDATES)
def test_what_is_not_named_is_not_sent(name: str, mode: Mode, server: Server) -> None:
    """An update that names nothing sends what it cannot do without, and no default of the contract."""
    each = operation(name)
    _, needed = UPDATES[name]
    assert set(update(each, mode, server)) == set(needed)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", UPDATES)
def test_missing_is_not_sent(name: str, mode: Mode, server: Server) -> None:
    """MISSING, given by hand, is the same as not naming the field."""
    each = operation(name)
    _, needed = UPDATES[name]
    optional = {field: MISSING for field in request_type(each).model_fields if field not in needed}
    assert set(update(each, mode, server, **optional)) == set(needed)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("each", "field", "wire", "schema"), FIELDS)
def test_none_is_null_or_refused(
    each: Operation, field: str, wire: str, schema: dict[str, Any], mode: Mode, server: Server
) -> None:
    """None is sent as null where the contract allows null, and refused before anything is sent where it does not."""
    if nullable(each, schema):
        assert update(each, mode, server, **{field: None}) == {wire: None}
        return
    path, needed = UPDATES[str(each)]
    with pytest.raises(ValidationError):
        call(each.provider, mode, server.url, each.call, *path, **needed, **{field: None})
    assert server.requests == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("each", "field", "wire", "schema"), FIELDS)
def test_a_value_is_the_value(
    each: Operation, field: str, wire: str, schema: dict[str, Any], mode: Mode, server: Server
) -> None:
    """A value goes out under its wire name, and nothing else does."""
    value = sample(each.provider, schema)
    kind = request_type(each)
    # The argument is what a caller would have: the typed value, not the JSON of it.
    typed = getattr(kind.model_validate({wire: value}), field)
    assert update(each, mode, server, **{field: typed}) == {wire: value}


WHOLE = {
    "loops-updateCampaign": loops.CampaignUpdate(name="n", mailing_list_id=None),
    "loops-createCampaign": loops.CampaignCreate(name="n"),
    "batch-createCampaign": UPDATES["batch-updateCampaign"][1]["campaign"],
    "batch-updateCampaign": batch.CampaignUpdate(**UPDATES["batch-updateCampaign"][1]),
    "batch-deleteCampaign": batch.CampaignDelete(id="o1"),
    "autosend-createCampaign": autosend.CampaignCreate(template_id="t"),
    "autosend-updateCampaign": autosend.CampaignUpdate(),
    "sendkit-createCampaign": sendkit.CampaignCreate(name="n"),
    "sendkit-updateCampaign": sendkit.CampaignUpdate(mailbox_provider="gmail"),
    "sendkit-sendTestEmail": sendkit.TestEmailRequest(sequence_step=0, mailbox_id="m"),
    "sendkit-addCampaignLeads": sendkit.CampaignLeadsAdd(select_all=True),
    "sendkit-updateCampaignLead": sendkit.CampaignLeadUpdate(ai_tag=None),
}


def path_of(each: Operation) -> tuple[str, ...]:
    return tuple("id" for _ in range(each.path.count("{")))


def test_every_operation_with_a_body_is_here() -> None:
    """The table of whole bodies covers every operation that takes one."""
    assert set(WHOLE) == {str(each) for each in operations() if "requestBody" in each.node}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", WHOLE)
def test_the_body_can_be_given_whole(name: str, mode: Mode, server: Server) -> None:
    """`body=` sends the model as it is."""
    each = operation(name)
    status = next(status for status, _ in each.responses())
    server.answer(int(status.replace("XX", "00")), bodies_of(each, status)[0])
    call(each.provider, mode, server.url, each.call, *path_of(each), body=WHOLE[name])
    assert server.request.json == WHOLE[name].model_dump(mode="json")
    assert MISSING not in server.request.json.values()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", WHOLE)
def test_body_and_fields_exclude_each_other(name: str, mode: Mode, server: Server) -> None:
    """Giving both, even a field that is None, raises TypeError and sends nothing."""
    each = operation(name)
    field = next(iter(request_type(each).model_fields))
    for value in ("x", None):
        given_twice: dict[str, Any] = {"body": WHOLE[name], field: value}
        with pytest.raises(TypeError, match=f"body, or {field}"):
            call(each.provider, mode, server.url, each.call, *path_of(each), **given_twice)
    assert server.requests == []


DEFAULTS = {"loops-listCampaigns": "perPage", "batch-listOrchestrations": "limit"}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", DEFAULTS)
def test_defaults_are_never_sent_unasked(name: str, mode: Mode, server: Server) -> None:
    """A default that the contract states is the server's business: a bare listing has no query."""
    each = operation(name)
    parameters = [resolved(each.provider, parameter) for parameter in each.node["parameters"]]
    assert [one["name"] for one in parameters if "default" in one["schema"]] == [DEFAULTS[name]]
    server.answer(200, {"pagination": sample_pagination(), "data": []} if "loops" in name else {"has_more": False})
    call(each.provider, mode, server.url, each.call)
    assert server.request.target == each.path


def sample_pagination() -> dict[str, Any]:
    return {
        "totalResults": 0,
        "returnedResults": 0,
        "perPage": 20,
        "totalPages": 0,
        "nextCursor": None,
        "nextPage": None,
    }


ESCAPED = {
    "a/b": "a%2Fb",
    "..%2f": "..%252f",
    "%2e": "%252e",
    "?x=1": "%3Fx%3D1",
    "#f": "%23f",
    "a b+c": "a%20b%2Bc",
    "é😀": "%C3%A9%F0%9F%98%80",
    "\x00\r\n": "%00%0D%0A",
    "...": "...",
    "{campaignId}": "%7BcampaignId%7D",
    "a;b:c@d": "a%3Bb%3Ac%40d",
    "~-_.": "~-_.",
}
WITH_PATH = [str(each) for each in operations() if "{" in each.path]


def with_id(name: str, mode: Mode, server: Server, value: str) -> None:
    """Call the operation with *value* as every id of its path."""
    each = operation(name)
    given = {"body": WHOLE[name]} if name in WHOLE else {}
    call(each.provider, mode, server.url, each.call, *(value for _ in path_of(each)), **given)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("value", ESCAPED)
@pytest.mark.parametrize("name", ["loops-getCampaign", "sendkit-updateCampaignLead"])
def test_an_id_stays_one_segment(name: str, value: str, mode: Mode, server: Server) -> None:
    """Whatever an id holds, it is escaped once and names one segment of the path."""
    each = operation(name)
    server.answer(200, bodies_of(each, "200")[0])
    with_id(name, mode, server, value)
    expected = "/".join(ESCAPED[value] if "{" in part else part for part in each.path.split("/"))
    assert server.request.target == expected


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", WITH_PATH)
def test_an_id_that_is_no_segment_is_refused(name: str, mode: Mode, server: Server) -> None:
    """Empty and dot segments would address another operation: ValueError, and nothing is sent."""
    for value in ("", ".", ".."):
        with pytest.raises(ValueError, match=r"[iI]d must not be"):
            with_id(name, mode, server, value)
    assert server.requests == []


@given(value=st.text(min_size=1).filter(lambda text: text not in (".", "..")))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_id_is_one_segment(value: str) -> None:
    """No text at all makes more segments, a query or a fragment: what is sent has the shape of the template."""
    from handbill_loops._operation import Arguments, path_of
    from handbill_loops.resources.campaigns import _GET

    try:
        path = path_of(_GET, Arguments(path={"campaignId": value}))
    except UnicodeEncodeError:
        assert any("\ud800" <= letter <= "\udfff" for letter in value)
        return
    assert path.startswith("/v1/campaigns/")
    assert path.count("/") == 3
    assert path.isascii()
    assert not set(path) & set("?#\\ \r\n")


@pytest.mark.parametrize("mode", MODES)
def test_none_in_a_query_is_not_sent(mode: Mode, server: Server) -> None:
    """A query has no null: None there is the same as not naming the parameter."""
    server.answer(200, {"has_more": False})
    call(operation("batch-listOrchestrations").provider, mode, server.url, "orchestrations.list", limit=None)
    assert server.request.target == "/orchestrations/list"


def test_three_states_survive_a_round_trip() -> None:
    """What was absent, null or there in JSON is still so after parsing and dumping."""
    adapter: TypeAdapter[loops.CampaignUpdate] = TypeAdapter(loops.CampaignUpdate)
    for text in ('{"mailingListId":null}', '{"mailingListId":"m"}', "{}"):
        assert adapter.dump_json(adapter.validate_json(text)) == text.encode()
    assert loops.CampaignUpdate().mailing_list_id is MISSING
    assert json.loads(loops.CampaignUpdate(mailing_list_id=None).model_dump_json()) == {"mailingListId": None}
