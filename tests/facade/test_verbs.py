"""Every verb of every provider: done, and seen to be done; or refused, before anything is sent."""

from __future__ import annotations

import handbill
import pytest
from handbill import UNKNOWN, VERBS, Campaign, NotFound, Stats, Status, Unsupported, adapter_of

from .calling import Mode
from .cases import TESTED, USABLE
from .stage import Stage

CELLS = [(provider, verb) for provider in TESTED for verb in VERBS]
CHANGING = [(provider, verb) for provider, verb in USABLE if verb not in ("create", "list", "delete", "stats")]
REFUSED = [cell for cell in CELLS if cell not in USABLE]


@pytest.mark.parametrize(("provider", "verb"), CHANGING)
def test_a_verb_leaves_the_campaign_in_its_state(stage: Stage, verb: str, mode: Mode) -> None:
    """After a verb the server has the campaign in the state of the verb, and result and `get` say so."""
    with stage.caller(mode) as caller:
        id = stage.ready(caller, verb)
        args, kwargs = stage.arguments(verb, id)
        result = caller(verb, *args, **kwargs)
        read = caller("get", id)
    assert isinstance(result, Campaign)
    assert (result.provider, result.id, read.id) == (stage.provider, id, id)
    assert read.status is stage.case.after[verb]
    # What the answer of a change does not tell is not known; it is never another state.
    assert result.status in (read.status, Status.UNKNOWN)
    assert result.native_status in (read.native_status, UNKNOWN)


@pytest.mark.parametrize("provider", TESTED)
def test_create_makes_one_campaign(stage: Stage, mode: Mode) -> None:
    """After create there is one campaign more, of the id and the name that the result has."""
    with stage.caller(mode) as caller:
        result = caller("create", stage.case.draft)
    assert [(one.id, one.name) for one in stage.sandbox.campaigns(stage.provider)] == [
        (result.id, stage.case.draft.name)
    ]


@pytest.mark.parametrize("provider", TESTED)
def test_list_gives_what_was_created(stage: Stage, mode: Mode) -> None:
    """Listing gives each campaign, under its id, its name and its state."""
    with stage.caller(mode) as caller:
        made = {caller("create", stage.case.draft).id for _ in range(3)}
        listed = caller("list")
    assert {one.id for one in listed} == made
    assert {one.name for one in listed} == {stage.case.draft.name}
    assert {one.status for one in listed} == {stage.case.after["create"]}


@pytest.mark.parametrize(("provider", "verb"), [cell for cell in USABLE if cell[1] == "delete"])
def test_delete_makes_it_gone(stage: Stage, verb: str, mode: Mode) -> None:
    """What is deleted is not found any more, and nothing else is touched."""
    with stage.caller(mode) as caller:
        kept, id = caller("create", stage.case.draft).id, stage.ready(caller, verb)
        before = stage.stored(kept)
        assert caller("delete", id) is None
        with pytest.raises(NotFound):
            caller("get", id)
        assert caller("get", kept).id == kept
    assert stage.stored(kept) == before


@pytest.mark.parametrize(("provider", "verb"), USABLE)
def test_a_lossy_verb_reports_its_loss(stage: Stage, verb: str, mode: Mode) -> None:
    """What a verb does less exactly stands in its plan and in its result, and nothing else does."""
    row = handbill.capabilities(stage.provider)[verb]
    with stage.caller(mode) as caller:
        id = stage.ready(caller, verb)
        args, kwargs = stage.arguments(verb, id)
        plan = getattr(caller.plan, verb)(*args, **kwargs)
        result = caller(verb, *args, **kwargs)
    lost = {loss.field: loss.what for loss in plan.losses if loss.field == verb}
    assert lost == ({verb: row.note} if row.level is handbill.Level.LOSSY else {})
    if isinstance(result, Campaign | Stats):
        assert result.losses == plan.losses


@pytest.mark.parametrize(("provider", "verb"), REFUSED)
def test_a_verb_that_is_not_there_is_refused(stage: Stage, verb: str, mode: Mode) -> None:
    """A verb that the provider does not have, or that nobody verified, raises Unsupported and sends nothing."""
    with stage.caller(mode) as caller:
        for verbs in (caller, lambda *args, **kwargs: getattr(caller.plan, args[0])(*args[1:], **kwargs)):
            args, kwargs = stage.arguments(verb, "c-1")
            with pytest.raises(Unsupported) as caught:
                verbs(verb, *args, **kwargs)
            assert (caught.value.provider, caught.value.what) == (stage.provider, verb)
            assert caught.value.reason == adapter_of(stage.provider).table[verb].reason != ""
    assert stage.came == []


@pytest.mark.parametrize(("provider", "verb"), REFUSED)
def test_a_verb_that_is_not_there_is_refused_before_the_await(stage: Stage, verb: str) -> None:
    """The async twin refuses when it is called, so that a task that nobody awaits hides nothing."""
    with stage.caller("async") as caller:
        args, kwargs = stage.arguments(verb, "c-1")
        with pytest.raises(Unsupported):
            getattr(caller.campaigns, verb)(*args, **kwargs)
