"""Mail never leaves by accident: what makes it leave has verbs of its own, and a plan says so beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from handbill import CallFailed, SendNow, Unsupported, adapter_of
from hypothesis import given, settings
from hypothesis import strategies as st

from .calling import Mode
from .cases import TESTED, USABLE, case_of
from .parts import changed, changes
from .searching import Flat, anything, drafted, written
from .stage import Callers, Stage, inside, leaves

HARMLESS = ("create", "get", "list", "update", "pause", "cancel", "delete", "stats")
SENDING = [(name, argument) for name in TESTED for argument in case_of(name).sends]
WRITTEN = [(name, field) for name in TESTED for field in case_of(name).samples if field != "schedule.send_now"]
TIMES = [(name, field) for name, field in WRITTEN if field.startswith("schedule") and case_of(name).armed]


def base(stage: Stage) -> dict[str, Any]:
    return {"base": stage.case.draft} if stage.case.overwrites else {}


@pytest.mark.parametrize("provider", TESTED)
def test_create_and_update_refuse_to_send_now(stage: Stage, mode: Mode) -> None:
    """SendNow in a draft or in a change is refused, unsent, and never left out: it belongs to `schedule`."""
    now: Any = SendNow()
    draft = replace(stage.case.draft, schedule=now)
    omits: list[Any] = ["raise", "omit"]
    with stage.caller(mode) as caller:
        for omit in omits:
            with pytest.raises(Unsupported):
                caller("create", draft, on_unsupported=omit)
            with pytest.raises(Unsupported):
                caller("update", "c-1", **base(stage), name="Autumn", schedule=now, on_unsupported=omit)
    assert stage.came == []


@pytest.mark.parametrize("verb", ["create", "update", "schedule", "start"])
@pytest.mark.parametrize(("provider", "argument"), SENDING)
def test_no_native_argument_sends(stage: Stage, argument: str, verb: str, mode: Mode) -> None:
    """What would make mail leave is refused as a native argument, unsent, for verbs that send as well."""
    args, kwargs = stage.arguments(verb, "c-1")
    with stage.caller(mode) as caller, pytest.raises(Unsupported):
        caller(verb, *args, **kwargs, native={argument: stage.case.sends[argument]})
    assert stage.came == []


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_plan_says_whether_mail_may_leave(stage: Stage, verb: str) -> None:
    """Only start, schedule and resume can make mail leave, where the provider can; the plan says whom they reach."""
    args, kwargs = stage.arguments(verb, "c-1")
    with stage.caller() as caller:
        plan = getattr(caller.plan, verb)(*args, **kwargs)
    assert plan.may_send is (verb in stage.case.may_send)
    assert not (plan.may_send and verb in HARMLESS)
    assert plan.reaches or not plan.may_send
    assert ("mail may leave" in str(plan)) is plan.may_send


@pytest.mark.parametrize(("provider", "field"), WRITTEN)
def test_no_plan_of_a_change_sends(stage: Stage, field: str) -> None:
    """Whatever field is changed, its plan says that no mail leaves because of it."""
    sample = stage.case.samples[field]
    with stage.caller() as caller:
        plan = caller.plan.update("c-1", **base(stage), **changes({field: sample.value, **sample.also}))
    assert plan.may_send is False


@pytest.mark.parametrize(("provider", "field"), TIMES)
def test_a_campaign_that_is_armed_gets_no_new_time_by_update(stage: Stage, field: str, mode: Mode) -> None:
    """A new time of a campaign that waits for its time makes mail leave: `schedule` does that, and update refuses."""
    value = stage.case.samples[field].value
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        stage.sandbox.move(stage.provider, id, stage.case.armed)
        before, came = stage.stored(id), len(stage.came)
        with pytest.raises(Unsupported, match="schedule"):
            caller("update", id, schedule=value)
        assert stage.stored(id) == before
        assert [one.method for one in stage.came[came:]] == ["GET"]
        caller("update", id, name="Autumn")
        caller("schedule", id, value)
    for place, held in stage.case.samples[field].stored.items():
        assert {at: one for at, one in stage.stored(id).items() if inside(at, [place])} == leaves(held, place)


def sent(body: Any) -> Iterator[tuple[str, Any]]:
    """Every member of a body, however deep."""
    if isinstance(body, dict):
        for name, value in body.items():
            yield name, value
            yield from sent(value)
    elif isinstance(body, list):
        for one in body:
            yield from sent(one)


def check_harmless(stage: Stage) -> None:
    """Check that nothing that came makes mail leave, and that no campaign is in a state in which it may."""
    for one in stage.came:
        assert not [pair for pair in sent(one.request_body) if pair in stage.case.leaves.items()], one
    statuses = adapter_of(stage.provider).statuses
    assert not [one for one in stage.sandbox.campaigns(stage.provider) if statuses[one.status].may_send]


@pytest.mark.parametrize("provider", TESTED)
def test_no_draft_and_no_change_sends(provider: str, callers: Callers) -> None:
    """Whatever is created and changed, no request says to send, and the campaign stays as one that does not."""
    stage, caller = callers[provider]
    case = stage.case

    @settings(max_examples=20)
    @given(
        before=written(case, cleared=False), change=written(case), names=st.sets(st.sampled_from(sorted(case.native)))
    )
    def search(before: Flat, change: Flat, names: set[str]) -> None:
        stage.sandbox.reset()
        case.prepare(stage.sandbox)
        native = {name: case.native[name][0] for name in names}
        draft = drafted(case, before)
        id = caller("create", draft, native=native).id
        try:
            caller("update", id, **({"base": draft} if case.overwrites else {}), **changes(change), native=native)
        except (Unsupported, CallFailed):
            assert None in change.values()
        check_harmless(stage)

    search()


@pytest.mark.parametrize("provider", TESTED)
def test_no_nonsense_sends(provider: str, callers: Callers) -> None:
    """Nor does it where half of what is asked for is not there, and is left out."""
    stage, caller = callers[provider]
    case = stage.case

    @settings(max_examples=30)
    @given(flat=anything(case))
    def search(flat: Flat) -> None:
        stage.sandbox.reset()
        id = caller("create", case.draft).id
        for verb, args in (("create", ()), ("update", (id,))):
            try:
                given = (changed(case.draft, flat),) if verb == "create" else args
                more = {} if verb == "create" else {**base(stage), **changes(flat)}
                caller(verb, *given, **more, on_unsupported="omit")
            except (Unsupported, CallFailed, ValueError, TypeError):
                continue
        check_harmless(stage)

    search()


def test_sending_is_seen() -> None:
    """The search above would see what it looks for, however deep it lies."""
    assert ("state", "RUNNING") in [*sent({"id": "c", "campaign": {"parts": [{"state": "RUNNING"}]}})]
