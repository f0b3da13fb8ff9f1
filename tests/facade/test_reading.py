"""What is written is what is read: every field that a provider has and tells comes back as it was given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, TypeAlias

import handbill
import pytest
from handbill import PROVIDERS, UNKNOWN, Level, SendAt
from handbill_generator.sandbox import Running
from hypothesis import given, settings
from hypothesis import strategies as st

from .calling import Caller, Mode
from .cases import ABSENT, case_of
from .parts import changed, named, seen
from .searching import Flat, drafted, written
from .stage import Stage

Opened: TypeAlias = dict[str, tuple[Stage, Caller]]


@pytest.fixture
def stage(running: Running, provider: str) -> Any:
    """The stage of a provider."""
    running.sandbox.reset()
    case_of(provider).prepare(running.sandbox)
    return Stage(running=running, case=case_of(provider))


@pytest.fixture(scope="module")
def callers(running: Running) -> Iterator[Opened]:
    """The campaigns of each provider, opened once."""
    with ExitStack() as stack:
        stages = {name: Stage(running=running, case=case_of(name)) for name in PROVIDERS}
        yield {name: (stage, stack.enter_context(stage.caller())) for name, stage in stages.items()}


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_is_written_is_read(provider: str, callers: Opened) -> None:
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


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_is_read_can_be_written(provider: str, callers: Opened) -> None:
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


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_is_not_told_is_unknown(stage: Stage, mode: Mode) -> None:
    """A field that the table does not promise to read is UNKNOWN, never None, which would say that there is none."""
    table = handbill.capabilities(stage.provider)
    with stage.caller(mode) as caller:
        read = caller("get", caller("create", stage.case.draft).id)
    flat = [name for name in table.rows if name.partition(".")[0] in ("content", "audience", "sender", "tracking")]
    assert {name: seen(read, name) for name in flat if not table[name].reads and seen(read, name) is not UNKNOWN} == {}


@pytest.mark.parametrize("provider", PROVIDERS)
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


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_campaign_that_was_made_by_nobody_here_is_read(stage: Stage, mode: Mode) -> None:
    """Whatever the example of an answer in the contract holds, it is read without an accident."""
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        listed = caller("list")[0]
        read = caller("get", id)
    assert (listed.id, listed.name, listed.provider) == (read.id, read.name, read.provider)
    assert listed.status is read.status


@pytest.mark.parametrize(
    ("provider", "field"), [(name, field) for name in PROVIDERS for field in case_of(name).samples]
)
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
