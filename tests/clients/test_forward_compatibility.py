"""A server may say more than the contract knows; nothing of it is lost."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from handbill_autosend import models as autosend
from handbill_batch import models as batch
from handbill_loops import models as loops
from handbill_sendkit import models as sendkit
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from .contracts import Operation, operation, operations
from .emitted import attributes, dumped, result_type
from .examples import success_body
from .failures import make
from .providers import MODES, Mode, call
from .server import Server

NEW: dict[str, Any] = {"brandNew": {"deep": [1, None, "x"]}, "another_one": None, "model_config": 1, "copy": "c", "": 0}


def grown(value: Any, parsed: Any) -> Any:
    """The body with unknown fields in every object that was read as a model; in a map no field is unknown."""
    if isinstance(parsed, BaseModel):
        fields = attributes(type(parsed))
        inner = {key: grown(one, getattr(parsed, fields.get(key, key))) for key, one in value.items()}
        return inner | NEW
    if isinstance(parsed, list):
        return [grown(one, read) for one, read in zip(value, parsed, strict=True)]
    return value


def body_of(name: str) -> Any:
    return success_body(operation(name))


@pytest.mark.parametrize("each", [each for each in operations() if each.successes and each.successes[0].body], ids=str)
def test_unknown_fields_are_kept(each: Operation) -> None:
    """Fields that the contract does not know, in any object of an answer, survive parsing and dumping."""
    adapter: TypeAdapter[Any] = TypeAdapter(result_type(each))
    body = grown(success_body(each), adapter.validate_json(json.dumps(success_body(each))))
    parsed = adapter.validate_json(json.dumps(body))
    assert adapter.dump_python(parsed, mode="json", by_alias=True) == body


@pytest.mark.parametrize("mode", MODES)
def test_unknown_fields_are_sent_back(mode: Mode, server: Server) -> None:
    """What was read can be sent: an unknown field of a part goes out as it came in."""
    part = sendkit.CampaignSettings.model_validate({"trackOpens": True, "replyAgent": None, "shared": {"a": [1]}})
    server.answer(200, body_of("sendkit-updateCampaign"))
    call(operation("sendkit-updateCampaign").provider, mode, server.url, "campaigns.update", "c1", settings=part)
    assert server.request.json == {"settings": {"trackOpens": True, "replyAgent": None, "shared": {"a": [1]}}}


def test_unknown_fields_can_be_read() -> None:
    """An unknown field is an attribute of the model, and stands in `model_extra`."""
    part = batch.Targeting.model_validate({"cities": ["Paris"]})
    assert part.model_extra == {"cities": ["Paris"]}
    assert part.cities == ["Paris"]  # type: ignore[attr-defined]


ENUMS = {
    "loops campaign": ("loops-getCampaign", ("status",)),
    "loops method": ("loops-getCampaign", ("scheduling", "method")),
    "loops created": ("loops-createCampaign", ("status",)),
    "batch status": ("batch-getOrchestration", ("status",)),
    "batch type": ("batch-getOrchestration", ("type",)),
    "autosend mode": ("autosend-getCampaign", ("data", "sendMode")),
    "sendkit status": ("sendkit-getCampaign", ("data", "status")),
    "sendkit step": ("sendkit-getCampaign", ("data", "sequence", 0, "type")),
    "sendkit trigger": ("sendkit-getCampaignAnalytics", ("data", "subsequences", 0, "trigger", "type")),
}


def with_value(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    body = copy.deepcopy(body)
    inner = body
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return body


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("word", ["brand_new", "DRAFT", ""])
@pytest.mark.parametrize("name", ENUMS)
def test_unknown_words_are_taken(name: str, word: str, mode: Mode, server: Server) -> None:
    """A word that the contract does not list, in any case, is read as it is."""
    operation_, path = ENUMS[name]
    body = with_value(body_of(operation_), path, word)
    server.answer(200, body)
    assert dumped(make(operation_, mode, server.url)) == body


UNIONS: dict[str, tuple[type[BaseModel], dict[str, Any]]] = {
    "a new condition": (
        loops.AudienceFilter,
        {"match": "all", "conditions": [{"type": "event", "name": "signup", "since": None}]},
    ),
    "a condition without a type": (loops.AudienceFilter, {"match": "any", "conditions": [{"key": "plan"}]}),
    "a new value": (
        loops.PropertyCondition,
        {"type": "property", "key": "k", "operator": "near", "value": {"lat": 1, "lon": 2}},
    ),
    "a range with more": (
        loops.PropertyCondition,
        {
            "type": "property",
            "key": "k",
            "operator": "between",
            "value": {"from": "2026-01-01T00:00:00.000Z", "to": "2026-02-01T00:00:00.000Z", "zone": "UTC"},
        },
    ),
    "an error in words": (autosend.AnyErrorResponse, {"success": False, "error": "Nope"}),
    "an error in an object": (autosend.AnyErrorResponse, {"error": {"code": 5, "why": []}}),
}


@pytest.mark.parametrize("name", UNIONS)
def test_unknown_members_of_a_union_are_kept(name: str) -> None:
    """A variant that the contract does not know is kept as it came, and costs nothing of the rest."""
    kind, body = UNIONS[name]
    assert kind.model_validate_json(json.dumps(body)).model_dump(mode="json") == body


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        ({"type": "property", "key": "k", "operator": "any"}, loops.PropertyCondition),
        ({"type": "optIn", "status": None}, loops.OptInCondition),
        (
            {"type": "activity", "action": "sent", "negate": True, "target": "campaign", "id": "1"},
            loops.ActivityCondition,
        ),
    ],
)
def test_known_members_of_a_union_are_typed(known: dict[str, Any], kind: type) -> None:
    """The fallback for unknown members does not swallow a known one, not even one with unknown fields."""
    for body in (known, known | {"later": 1}):
        found = loops.AudienceFilter.model_validate({"match": "all", "conditions": [body]}).conditions[0]
        assert type(found) is kind


WRITTEN = [
    "2026-03-28T15:00:00.000Z",
    "2026-03-28T15:00:00Z",
    "2026-03-28T15:00:00.1Z",
    "2026-03-28T15:00:00.123456789Z",
    "2026-03-28T15:00:00+00:00",
    "2026-03-28T17:00:00.000+02:00",
    "2026-03-28T15:00:00-00:00",
    "2026-03-28t15:00:00z",
    "2026-03-28 15:00:00Z",
    "2026-03-28T15:00:00",
]


def scheduled(text: str) -> loops.Scheduling:
    return loops.Scheduling.model_validate_json(json.dumps({"method": "schedule", "timestamp": text}))


@pytest.mark.parametrize("text", WRITTEN)
def test_a_time_is_sent_back_to_the_letter(text: str) -> None:
    """A date and time that was read is dumped as it was written, whatever its precision and its zone."""
    assert scheduled(text).model_dump(mode="json")["timestamp"] == text
    assert json.loads(scheduled(text).model_dump_json())["timestamp"] == text


@given(moment=st.datetimes(timezones=st.just(UTC)), digits=st.integers(min_value=0, max_value=9))
def test_any_time_is_sent_back_to_the_letter(moment: datetime, digits: int) -> None:
    """The law above, for any moment and any number of decimals; the value is that moment, cut to microseconds."""
    fraction = f".{moment.microsecond:06d}000"[: digits + 1] if digits else ""
    text = moment.replace(microsecond=0, tzinfo=None).isoformat() + fraction + "Z"
    read = scheduled(text)
    assert read.model_dump(mode="json")["timestamp"] == text
    assert isinstance(read.timestamp, datetime)
    assert abs(read.timestamp - moment) < timedelta(seconds=1)


def read_time() -> Any:
    return scheduled("2026-03-28T15:00:00.000Z").timestamp


CHANGES: dict[str, tuple[Any, str]] = {
    "a day later": (lambda read: read + timedelta(days=1), "2026-03-29T15:00:00Z"),
    "a day before": (lambda read: read - timedelta(days=1), "2026-03-27T15:00:00Z"),
    "another hour": (lambda read: read.replace(hour=9), "2026-03-28T09:00:00Z"),
    "another zone": (lambda read: read.astimezone(timezone(timedelta(hours=2))), "2026-03-28T15:00:00Z"),
    "a copy": (copy.copy, "2026-03-28T15:00:00.000Z"),
    "a deep copy": (copy.deepcopy, "2026-03-28T15:00:00.000Z"),
    "a pickle": (lambda read: pickle.loads(pickle.dumps(read)), "2026-03-28T15:00:00.000Z"),  # noqa: S301
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_time_that_was_read_can_be_worked_with(name: str) -> None:
    """A time from an answer, moved or copied, is sent as the moment that it then is."""
    change, text = CHANGES[name]
    moved = loops.ScheduleAt(method="schedule", timestamp=change(read_time()))
    assert datetime.fromisoformat(moved.model_dump(mode="json")["timestamp"]) == datetime.fromisoformat(text)


def test_a_model_survives_copy_and_pickle() -> None:
    """A model that was read, then copied or pickled, is equal and dumps to the same moments."""
    parsed = loops.Campaign.model_validate(body_of("loops-getCampaign"))
    for twin in (parsed.model_copy(deep=True), copy.deepcopy(parsed), pickle.loads(pickle.dumps(parsed))):  # noqa: S301
        assert twin == parsed
        assert loops.Campaign.model_validate_json(twin.model_dump_json()) == parsed


@pytest.mark.parametrize("mode", MODES)
def test_a_time_without_a_zone_is_refused(mode: Mode, server: Server) -> None:
    """A datetime of the caller's that names no zone could mean any moment: ValueError, and nothing is sent."""
    naive = {"method": "schedule", "timestamp": datetime(2026, 4, 1, 9, 0)}  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        loops.ScheduleAt.model_validate(naive)
    with pytest.raises(ValueError, match="time zone"):
        call(operation("loops-updateCampaign").provider, mode, server.url, "campaigns.update", "c1", scheduling=naive)
    assert server.requests == []


@pytest.mark.parametrize("value", [5, 0, -1])
def test_whole_numbers_stay_whole(value: int) -> None:
    """A whole number is written back without a point, as it came."""
    body = {"type": "property", "key": "age", "operator": "equals", "value": value}
    assert json.dumps(loops.PropertyCondition.model_validate(body).model_dump(mode="json")) == json.dumps(body)


@pytest.mark.xfail(strict=True, reason="where text or a number is allowed, true is read as 1.0")
@pytest.mark.parametrize("value", [True, False])
def test_true_is_not_a_number(value: bool) -> None:
    """A boolean where the contract has text or numbers is kept, not turned into 1.0."""
    body = {"type": "property", "key": "vip", "operator": "equals", "value": value}
    try:
        dumped = loops.PropertyCondition.model_validate_json(json.dumps(body)).model_dump(mode="json")
    except ValueError:
        return
    assert dumped["value"] is value
