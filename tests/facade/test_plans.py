"""A plan is what is sent: shown without I/O and without secrets; where it breaks off, it is said how far it came."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import handbill
import pytest
from handbill import CallFailed, Plan, PlannedRequest
from handbill_generator.sandbox import Recorded

from .calling import Mode
from .cases import TESTED, USABLE, case_of
from .parts import changed, changes
from .stage import Stage, inside, leaves

FIELDS = [(name, field) for name in TESTED for field in case_of(name).samples if field != "schedule.send_now"]
PLACEHOLDER = re.compile(r"\{[A-Za-z]+\}")


def holds(value: Any) -> bool:
    """Whether something that an earlier request will bring stands in a planned value, however deep."""
    if isinstance(value, dict):
        return any(map(holds, value.values()))
    if isinstance(value, list):
        return any(map(holds, value))
    return isinstance(value, str) and bool(PLACEHOLDER.search(value))


def shows(planned: Any, sent: Any, *, loosely: bool = False) -> bool:
    """Whether *planned* is what was *sent*, but for what an earlier request brought.

    What was brought may be nothing, or a list that is longer than the one planned, of objects with more in them.
    """
    if isinstance(planned, str) and PLACEHOLDER.search(planned):
        return True
    if isinstance(planned, dict) and isinstance(sent, dict):
        missing = [name for name in planned if name not in sent]
        told = all(shows(planned[name], sent[name], loosely=loosely) for name in planned if name in sent)
        return told and all(holds(planned[name]) for name in missing) and (loosely or sent.keys() <= planned.keys())
    if isinstance(planned, list) and isinstance(sent, list) and holds(planned):
        return all(any(shows(one, other, loosely=True) for other in sent) for one in planned)
    return bool(planned == sent)


def check_sent(stage: Stage, plan: Plan[Any], sent: list[Recorded]) -> None:
    """Check that the requests that came are those of the plan."""
    assert [(one.method, "#") for one in sent] == [(one.method, "#") for one in plan.requests]
    for planned, one in zip(plan.requests, sent, strict=True):
        path = planned.url.removeprefix(stage.running.url_of(stage.provider))
        assert re.fullmatch(".+".join(map(re.escape, PLACEHOLDER.split(path))), one.path), (planned.url, one.path)
        assert shows(planned.body, one.request_body), (planned.body, one.request_body)
        shown = {name: text for name, text in planned.headers.items() if text != "***"}
        assert {name: one.request_headers.get(name) for name in shown} == shown


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_what_is_sent_is_the_plan(stage: Stage, verb: str, mode: Mode) -> None:
    """A plan sends nothing, and the verb then sends its requests, in its order, and no others."""
    with stage.caller(mode) as caller:
        id = stage.ready(caller, verb)
        args, kwargs = stage.arguments(verb, id)
        before = len(stage.came)
        plan = getattr(caller.plan, verb)(*args, **kwargs)
        assert len(stage.came) == before
        assert (plan.provider, plan.verb, plan.id) == (
            stage.provider,
            verb,
            id if verb not in ("create", "list") else "",
        )
        caller(verb, *args, **kwargs)
    check_sent(stage, plan, stage.came[before:])


@pytest.mark.parametrize(("provider", "field"), FIELDS)
def test_what_is_changed_is_the_plan(stage: Stage, field: str) -> None:
    """The plan of any change shows all of what will be sent, also of what is read and sent again with it."""
    sample = stage.case.samples[field]
    base = {"base": stage.case.draft} if stage.case.overwrites else {}
    with stage.caller() as caller:
        id = caller("create", stage.case.draft).id
        before = len(stage.came)
        plan = caller.plan.update(id, **base, **changes({field: sample.value, **sample.also}))
        assert len(stage.came) == before
        caller.campaigns.send(plan)
    check_sent(stage, plan, stage.came[before:])


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_plan_is_sent_as_it_was_shown(stage: Stage, verb: str, mode: Mode) -> None:
    """Sending a plan gives what the verb gives, which of a listing is its campaigns, one after the other."""
    with stage.caller(mode) as caller:
        ids = [stage.ready(caller, verb) for _ in range(2)]
        plans = [
            getattr(caller.plan, verb)(*args, **kwargs) for args, kwargs in (stage.arguments(verb, id) for id in ids)
        ]
        sent = caller("send", plans[0])
        args, kwargs = stage.arguments(verb, ids[1])
        called = caller(verb, *args, **kwargs)
    assert type(sent) is type(called)
    told = ("provider", "name", "status", "content", "audience", "schedule", "sender", "losses", "omitted", "sent")
    for name in told:
        assert getattr(sent, name, None) == getattr(called, name, None)
    if verb == "list":
        assert sent == called


@pytest.mark.parametrize("provider", TESTED)
def test_a_plan_can_be_sent_again(stage: Stage) -> None:
    """A plan holds no state: sent twice, it makes two campaigns."""
    with stage.caller() as caller:
        plan = caller.plan.create(stage.case.draft)
        ids = {caller.campaigns.send(plan).id for _ in range(2)}
    assert len(ids) == 2


@pytest.mark.parametrize("provider", [name for name in TESTED if "audience.filter" in case_of(name).samples])
def test_a_plan_stays_as_it_was_shown(stage: Stage) -> None:
    """What its maker changes afterwards, such as the query that was given, does not change the plan."""
    query = deepcopy(stage.case.samples["audience.filter"].value)
    draft = changed(stage.case.draft, {"audience.filter": query})
    with stage.caller() as caller:
        plan = caller.plan.create(draft)
        query.clear()
        id = caller.campaigns.send(plan).id
    for place, value in stage.case.samples["audience.filter"].stored.items():
        assert {at: one for at, one in stage.stored(id).items() if inside(at, [place])} == leaves(value, place)


def test_a_plan_is_for_one_provider(stage_of: Any, mode: Mode) -> None:
    """The plan of one provider cannot be sent to another: a ValueError, and nothing is sent."""
    stages = [stage_of(name) for name in ("loops", "sendkit")]
    with stages[0].caller() as planning, stages[1].caller(mode) as caller:
        plan = planning.plan.create(stages[0].case.bare)
        with pytest.raises(ValueError, match="loops"):
            caller("send", plan)
    assert stages[0].sandbox.requests == []


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_no_plan_shows_a_credential(stage: Stage, verb: str) -> None:
    """Neither what a plan prints, nor what its requests hold, has a credential in it."""
    secrets = {name: f"secret-{name}" for name in stage.case.credentials}
    connect: Any = handbill.connect
    with connect(stage.provider, base_url=stage.running.url_of(stage.provider), **secrets) as campaigns:
        args, kwargs = stage.arguments(verb, "c-1")
        plan = getattr(campaigns.plan, verb)(*args, **kwargs)
        shown = [str(plan), repr(plan), *(repr(request) for request in plan.requests)]
        shown += [text for request in plan.requests for text in request.headers.values()]
        shown += [repr(campaigns), str(campaigns), repr(campaigns.plan), repr(vars(campaigns.plan))]
    assert not [text for text in shown if "secret-" in text]
    assert all("***" in request.headers.values() for request in plan.requests)


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_plan_prints_what_it_does(stage: Stage, verb: str) -> None:
    """Whoever reads a plan sees each request, what it is for, what it needs, whom it reaches, and what is lost."""
    args, kwargs = stage.arguments(verb, "c-1")
    with stage.caller() as caller:
        plan = getattr(caller.plan, verb)(*args, **kwargs)
    text = str(plan)
    assert text.startswith(f"{stage.provider}: {verb}")
    for request in plan.requests:
        assert isinstance(request, PlannedRequest)
        assert f"{request.method} {request.url}  # {request.does}" in text
    for words in (*plan.needs, *plan.reaches, *(loss.what for loss in plan.losses)):
        assert words in text


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_failure_says_how_far_it_came(stage: Stage, verb: str, mode: Mode) -> None:
    """At whichever request a verb fails, the error names it, and in order what had been carried out before."""
    with stage.caller(mode) as caller:
        id = stage.ready(caller, verb)
        args, kwargs = stage.arguments(verb, id)
        planned = getattr(caller.plan, verb)(*args, **kwargs).requests
        for number, request in enumerate(planned, start=1):
            if verb != "create":
                id = stage.ready(caller, verb)
                args, kwargs = stage.arguments(verb, id)
            made = {one.id for one in stage.sandbox.campaigns(stage.provider)}
            stage.sandbox.inject(stage.provider, "403", on=number)
            with pytest.raises(CallFailed) as caught:
                caller(verb, *args, **kwargs)
            new = {one.id for one in stage.sandbox.campaigns(stage.provider)} - made
            failure = caught.value.failure
            assert (failure.provider, failure.verb, failure.step) == (stage.provider, verb, request.does)
            assert failure.done == tuple(one.does for one in planned[: number - 1] if one.method != "GET")
            # A campaign that is made before the failure is there, and the error says which it is.
            assert failure.id == (next(iter(new), "") if verb == "create" else "" if verb == "list" else id)
            assert all(words in str(caught.value) for words in (verb, request.does, failure.id, *failure.done))


def test_a_campaign_of_two_calls_is_there_after_one(stage_of: Any, mode: Mode) -> None:
    """Where Loops takes the campaign and not its message, the campaign is there, and the error tells how to go on."""
    stage: Stage = stage_of("loops")
    stage.sandbox.inject("loops", "500", on=2)
    with stage.caller(mode) as caller:
        with pytest.raises(handbill.OutcomeUnknown) as caught:
            caller("create", stage.case.draft)
        failure = caught.value.failure
        assert failure.done == ("create the campaign",)
        read = caller("get", failure.id)
        assert (read.name, read.content.subject) == (stage.case.draft.name, "")
        caller("update", failure.id, content=stage.case.draft.content, sender=stage.case.draft.sender)
        assert caller("get", failure.id).content.subject == "Hello"
    assert f"done before: {failure.done[0]}" in str(caught.value)


def test_what_is_planned_is_compared_strictly() -> None:
    """The comparison above sees what is sent beyond a plan, and what is not sent of it."""
    assert shows({"a": "{x}", "b": [1, {"c": "{y}"}]}, {"a": 5, "b": [1, {"c": 2, "d": 3}, 7]})
    assert not shows({"a": 1}, {"a": 1, "b": 2})
    assert not shows({"a": "{x}"}, {"a": 1, "b": 2})
    assert not shows({"a": 1, "b": 2}, {"a": 1})
    assert not shows({"a": [1, 2]}, {"a": [1, 2, 3]})
    assert not shows({"a": [{"b": 1, "c": "{x}"}]}, {"a": [{"b": 2, "c": 3}]})
