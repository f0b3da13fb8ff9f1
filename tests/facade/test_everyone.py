"""The first law: what can only be overwritten never loses its audience, as without one it goes to everybody.

It is held for every provider that overwrites; of today's that is Batch.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from handbill import (
    UNKNOWN,
    Audience,
    CallFailed,
    Content,
    Draft,
    SendNow,
    Throttle,
    Unsupported,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from .calling import Caller, Mode
from .cases import TESTED, case_of
from .parts import changed, changes
from .searching import Flat, written
from .stage import Callers, Stage

OVERWRITING = [name for name in TESTED if case_of(name).overwrites]


@pytest.fixture(params=OVERWRITING)
def provider(request: pytest.FixtureRequest) -> str:
    """Each provider that overwrites."""
    found: str = request.param
    return found


def test_there_is_one() -> None:
    """At least Batch is held to this law."""
    assert "batch" in OVERWRITING


@pytest.mark.parametrize("verb", ["update", "schedule", "start", "resume"])
def test_a_change_without_its_base_is_refused(stage: Stage, verb: str, mode: Mode) -> None:
    """What would overwrite the whole campaign is refused, unsent, as long as nobody says what the whole is."""
    args, kwargs = stage.arguments(verb, "c-1")
    del kwargs["base"]
    with stage.caller(mode) as caller, pytest.raises(Unsupported, match="base"):
        caller(verb, *args, **kwargs)
    assert stage.came == []


NOBODY = [Audience(), Audience(everyone=False), Audience(filter=None, languages=None, regions=None)]
EMPTY = [Audience(filter={}), Audience(languages=(), regions=()), Audience(languages=("",))]


@pytest.mark.parametrize("audience", NOBODY, ids=repr)
@pytest.mark.parametrize("verb", ["create", "update", "schedule", "start", "resume"])
def test_an_audience_of_nobody_is_refused(stage: Stage, verb: str, audience: Audience) -> None:
    """A campaign without conditions would go to everybody, so it is refused, unsent, whatever the verb."""
    draft = replace(stage.case.draft, audience=audience)
    args, kwargs = stage.arguments(verb, "c-1", draft)
    with stage.caller() as caller, pytest.raises(Unsupported, match="everyone=True"):
        caller(verb, *args, **kwargs)
    assert stage.came == []


@pytest.mark.parametrize("audience", EMPTY, ids=repr)
@pytest.mark.parametrize("verb", ["create", "update", "schedule", "start", "resume"])
def test_an_empty_condition_is_refused(stage: Stage, verb: str, audience: Audience) -> None:
    """A condition that holds nothing is a mistake, and not a way to say everybody: ValueError, unsent."""
    args, kwargs = stage.arguments(verb, "c-1", replace(stage.case.draft, audience=audience))
    with stage.caller() as caller, pytest.raises(ValueError, match="empty"):
        caller(verb, *args, **kwargs)
    with stage.caller() as caller, pytest.raises(ValueError, match="empty"):
        caller("update", "c-1", base=stage.case.draft, audience=audience)
    assert stage.came == []


@pytest.mark.parametrize("omit", ["raise", "omit"])
def test_clearing_all_conditions_is_refused(stage: Stage, omit: Any) -> None:
    """Taking away the last condition is no way to say everybody."""
    last = Draft(name="Last", content=Content(subject="s"), audience=Audience(languages=("en",)))
    for change in (Audience(languages=None), None):
        with stage.caller() as caller, pytest.raises(Unsupported):
            caller("update", "c-1", base=last, audience=change, on_unsupported=omit)
    assert stage.came == []


def test_everyone_is_said(stage: Stage, mode: Mode) -> None:
    """Everybody is reached where everyone=True says so, and then only; the plan says it too."""
    draft = replace(stage.case.draft, audience=Audience(everyone=True))
    with stage.caller(mode) as caller:
        id = caller("create", draft).id
        assert "audience" not in str(stage.came[-1].request_body)
        plan = caller.plan.start(id, base=draft)
        caller("update", id, base=draft, name="Summer")
    assert "whole user base" in " ".join(plan.reaches)
    assert "targeting" not in str(stage.came[-1].request_body)


def test_everyone_and_some_is_refused(stage: Stage) -> None:
    """Where the base says everyone and the change some, or the other way round, somebody is wrong."""
    everyone = replace(stage.case.draft, audience=Audience(everyone=True))
    with stage.caller() as caller:
        with pytest.raises(Unsupported, match="everyone"):
            caller("update", "c-1", base=everyone, audience=Audience(languages=("fr",)))
        with pytest.raises(Unsupported, match="everyone"):
            caller("update", "c-1", base=stage.case.draft, audience=Audience(everyone=True))
    assert stage.came == []


def test_a_draft_that_create_takes_is_a_base(stage: Stage) -> None:
    """What create accepts, also with None where there is nothing, can be given again as the base."""
    draft = changed(stage.case.bare, {"content.preview_text": None, "audience.lists": None, "sender.email": None})
    with stage.caller() as caller:
        id = caller("create", draft).id
        caller("update", id, base=draft, name="Summer")
    assert stage.stored(id)["campaign.name"] == "Summer"


def test_a_base_is_sent_whole(callers: Callers) -> None:
    """A change with its base leaves what a draft with the change in it would have been created as."""
    for stage, caller in (callers[name] for name in OVERWRITING):
        case = stage.case

        @settings(max_examples=25)
        @given(before=written(case, cleared=False), change=written(case, cleared=False))
        def search(before: Flat, change: Flat) -> None:
            stage.sandbox.reset()  # noqa: B023  # it is called before the next round
            draft = changed(case.draft, before)  # noqa: B023
            id = caller("create", draft).id  # noqa: B023
            caller("update", id, base=draft, **changes(change))  # noqa: B023
            made = caller("create", changed(draft, change)).id  # noqa: B023
            assert stage.stored(id) == stage.stored(made)  # noqa: B023

        search()


CONDITIONS = {
    "audience.filter": st.sampled_from([None, {}, {"plan": {"$eq": "pro"}}]),
    "audience.languages": st.sampled_from([None, (), ("en",)]),
    "audience.regions": st.sampled_from([None, (), ("FR", "BE")]),
    "audience.everyone": st.sampled_from([None, True, False]),
    "audience.lists": st.sampled_from([None, ("l-1",)]),
    "audience.segment": st.sampled_from([None, "s-1"]),
    "content.subject": st.sampled_from([None, "Hello"]),
    "content.preview_text": st.just("A word"),
    "throttle.day": st.just(10),
}
audiences = st.fixed_dictionaries({}, optional=CONDITIONS)
calls = st.tuples(
    st.sampled_from(["create", "update", "update", "schedule", "start", "resume", "base"]),
    audiences,
    st.sampled_from(["raise", "omit"]),
)


def says_everyone(base: Flat, change: Flat) -> bool:
    """Whether a call says everyone: itself, or by its base where the call says nothing of it."""
    return {**base, **change}.get("audience.everyone") is True


@pytest.mark.parametrize("provider", OVERWRITING)
def test_nothing_leaves_the_audience_out(provider: str, callers: Callers) -> None:
    """Whatever is called, in whatever order, no request lacks an audience unless the call said everyone=True."""
    stage, caller = callers[provider]
    case = stage.case

    @settings(max_examples=80)
    @given(asked=st.lists(calls, min_size=1, max_size=8))
    def search(asked: list[Any]) -> None:
        stage.sandbox.reset()
        base: Flat = {}
        id = caller("create", case.bare).id
        for verb, flat, omit in asked:
            came = len(stage.came)
            if verb == "base":
                base = flat
                continue
            said = says_everyone({} if verb == "create" else base, flat if verb in ("create", "update") else {})
            try:
                ask(caller, verb, id, base, flat, omit)
            except (Unsupported, ValueError, TypeError):
                assert len(stage.came) == came
            except CallFailed:
                pass  # the provider refuses what is running, but it was asked
            for one in stage.came[came:]:
                assert said or has_conditions(one.request_body), one

    search()


def ask(caller: Caller, verb: str, id: str, base: Flat, flat: Flat, omit: str) -> None:
    """Make one call; what cannot even be said raises ValueError."""
    whole = made(base)
    match verb:
        case "create":
            caller("create", made(flat), on_unsupported=omit)
        case "update":
            caller("update", id, base=whole, on_unsupported=omit, **changes(flat))
        case "schedule":
            caller("schedule", id, SendNow(), base=whole)
        case _:
            caller(verb, id, base=whole)


def made(flat: Flat) -> Draft:
    blank = Draft(name="Blank", content=Content(subject="s"), throttle=Throttle(limit=2000, per="minute"))
    return changed(blank, {name: value for name, value in flat.items() if value is not UNKNOWN})


def has_conditions(body: Any) -> bool:
    """Whether a request says whom it is for."""
    return any((body.get("campaign", body).get("targeting") or {}).values())


SOME = [
    (name, field)
    for name in TESTED
    for field in case_of(name).samples
    if field.startswith("audience.") and field not in ("audience.everyone", "audience.exclude_lists")
    if "audience.everyone" in case_of(name).samples
]


@pytest.mark.parametrize("verb", ["create", "update"])
@pytest.mark.parametrize(("provider", "field"), SOME)
def test_everyone_beside_some_is_a_contradiction(stage: Stage, field: str, verb: str) -> None:
    """No provider is given an audience that says everyone and some at once: one of the two is a mistake."""
    both = changed(Draft(name="Both"), {"audience.everyone": True, field: stage.case.samples[field].value}).audience
    args, kwargs = stage.arguments(verb, "c-1", replace(stage.case.draft, audience=both))
    if verb == "update":
        kwargs = {"base": stage.case.draft, "audience": both} if stage.case.overwrites else {"audience": both}
    with stage.caller() as caller, pytest.raises(ValueError, match="everyone"):
        caller(verb, *args, **kwargs)
    assert stage.came == []
