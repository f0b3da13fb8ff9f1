"""What is written is what is read: every field that a provider has and tells comes back as it was given."""

from __future__ import annotations

from typing import Any

import handbill
import pytest
from handbill import UNKNOWN, Level, SendAt
from hypothesis import given, settings
from hypothesis import strategies as st

from .calling import Mode
from .cases import ABSENT, TESTED, case_of
from .parts import changed, named, seen
from .searching import Flat, drafted, written
from .stage import Callers, Stage


@pytest.mark.parametrize("provider", TESTED)
def test_what_is_written_is_read(provider: str, callers: Callers) -> None:
    """Whatever a draft says in fields that are native and read, `get` says the same of the campaign made of it."""
    stage, caller = callers[provider]
    case, table = stage.case, handbill.capabilities(provider)

    @settings(max_examples=25)
    @given(flat=written(case, cleared=False))
    def search(flat: Flat) -> None:
        stage.sandbox.reset()
        case.prepare(stage.sandbox)
        draft = drafted(case, flat)
        read = caller("get", caller("create", draft).id)
        told = {name: value for name, value in named(draft).items() if value is not None and table[name].reads}
        exact = {name: value for name, value in told.items() if table[name].level is Level.NATIVE}
        assert {name: seen(read, name) for name in exact} == exact
        if table["schedule.send_at"].reads and isinstance(draft.schedule, SendAt):
            assert isinstance(read.schedule, SendAt)
            assert read.schedule.at == draft.schedule.at

    search()


@pytest.mark.parametrize("provider", TESTED)
def test_what_is_read_can_be_written(provider: str, callers: Callers) -> None:
    """The name, content, audience and sender that `get` gives can be given to create, and make the same campaign."""
    stage, caller = callers[provider]
    case, table = stage.case, handbill.capabilities(provider)

    @settings(max_examples=15)
    @given(flat=written(case, cleared=False))
    def search(flat: Flat) -> None:
        stage.sandbox.reset()
        case.prepare(stage.sandbox)
        first = caller("get", caller("create", drafted(case, flat)).id)
        names = [name for name in case.samples if name.partition(".")[0] not in ("schedule", "throttle")]
        once = {name: seen(first, name) for name in names if table[name].reads}
        known = {name: value for name, value in once.items() if value is not UNKNOWN}
        if known.get("content.steps") is not None:
            known = {name: value for name, value in known.items() if name not in ("content.subject", "content.html")}
        again = caller("get", caller("create", changed(case.bare, known)).id)
        assert {name: seen(again, name) for name in known} == known

    search()


@pytest.mark.parametrize("provider", TESTED)
def test_what_is_not_told_is_unknown(stage: Stage, mode: Mode) -> None:
    """A field that the table does not promise to read is UNKNOWN, never None, which would say that there is none."""
    table = handbill.capabilities(stage.provider)
    with stage.caller(mode) as caller:
        read = caller("get", caller("create", stage.case.draft).id)
    flat = [name for name in table.rows if name.partition(".")[0] in ("content", "audience", "sender", "tracking")]
    assert {name: seen(read, name) for name in flat if not table[name].reads and seen(read, name) is not UNKNOWN} == {}


@pytest.mark.parametrize("provider", TESTED)
def test_what_a_draft_does_not_name_is_not_told_to_be_something(stage: Stage, mode: Mode) -> None:
    """Of a field that was never written, what is read is nothing, or not known; nothing is made up."""
    table = handbill.capabilities(stage.provider)
    written_fields = set(named(stage.case.bare))
    with stage.caller(mode) as caller:
        read = caller("get", caller("create", stage.case.bare).id)
    parts = ("content", "audience", "sender", "tracking")
    flat = [name for name in table.rows if name.partition(".")[0] in parts and name not in written_fields]
    # The template that a campaign is made of brings its HTML.
    made_up = {name: seen(read, name) for name in flat if seen(read, name) and name != "content.html"}
    assert made_up == {}


@pytest.mark.parametrize("provider", TESTED)
def test_list_and_get_agree(stage: Stage, mode: Mode) -> None:
    """What the listing tells of a campaign is what `get` tells of it; it may tell less."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        (listed,) = caller("list")
        read = caller("get", id)
    assert (listed.id, listed.name, listed.provider, listed.status) == (read.id, read.name, read.provider, read.status)
    rows = handbill.capabilities(stage.provider).rows
    names = [name for name in rows if "." in name and not name.startswith(("schedule", "throttle"))]
    told = {name: seen(listed, name) for name in names if seen(listed, name) is not UNKNOWN}
    assert told == {name: seen(read, name) for name in told}


@pytest.mark.parametrize("provider", TESTED)
def test_a_moment_that_is_read_has_a_zone(stage: Stage, mode: Mode) -> None:
    """A moment is told in the time zone that it is meant in, also by a provider whose answer does not say."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        told = [*caller("list"), caller("get", id)]
    moments = [moment for one in told for moment in (one.created_at, one.updated_at) if moment is not UNKNOWN]
    moments += [one.schedule.at for one in told if isinstance(one.schedule, SendAt)]
    assert moments
    assert all(moment.utcoffset() is not None for moment in moments)
    # The clock of the sandbox, and the time of the draft.
    assert {moment.year for moment in moments} <= {2026, 2027}


@pytest.mark.parametrize(("provider", "field"), [(name, field) for name in TESTED for field in case_of(name).samples])
def test_the_sample_of_a_loss_differs_where_it_must(provider: str, field: str) -> None:
    """Only a lossy field may be read as something else than was given."""
    sample = case_of(provider).samples[field]
    assert sample.read is ABSENT or handbill.capabilities(provider)[field].level is Level.LOSSY


@given(st.datetimes(timezones=st.none()))
def test_a_moment_needs_a_zone(at: Any) -> None:
    """A moment without a time zone is a ValueError: it would be another one on another machine."""
    with pytest.raises(ValueError, match="time zone"):
        SendAt(at)


def test_unknown_is_no_value() -> None:
    """UNKNOWN is false, is shown by its name, and is one object, also after a copy and a pickle."""
    import copy
    import pickle

    assert not UNKNOWN
    assert repr(UNKNOWN) == "UNKNOWN"
    assert copy.deepcopy(UNKNOWN) is pickle.loads(pickle.dumps(UNKNOWN)) is UNKNOWN  # noqa: S301
