"""Two at once: both changes stay, or one of the two is told; or the plan said that nobody else may change it meanwhile.

Both callers have read what they read before either of them writes, which is the worst that can happen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from threading import Barrier, local
from typing import Any, TypeAlias

import httpx2
import pytest
from handbill import CallFailed, Campaign, Content, Draft, NotEditable

from .calling import Caller, Mode, opened
from .cases import TESTED, case_of
from .parts import changes
from .stage import Stage, inside, leaves

MERGING = [name for name in TESTED if not case_of(name).overwrites]
Outcome: TypeAlias = Campaign[Any] | CallFailed


def _places(provider: str, field: str) -> frozenset[str]:
    sample = case_of(provider).samples[field]
    return sample.touches | frozenset(sample.stored)


def _apart(provider: str, one: str, other: str) -> bool:
    """Whether two fields are two things, and none a part of the other."""
    mine, theirs = _places(provider, one), _places(provider, other)
    return not any(inside(place, theirs) for place in mine) and not any(inside(place, mine) for place in theirs)


def _fields(provider: str) -> list[str]:
    return [name for name in case_of(provider).samples if name != "schedule.send_now"]


def _firsts(provider: str) -> list[str]:
    """The first field of each part."""
    return list({name.partition(".")[0]: name for name in reversed(_fields(provider))}.values())


# Fields of one part, as those may be one thing for the provider, and the name with a field of each part.
PAIRS = [
    (provider, one, other)
    for provider in MERGING
    for one, other in combinations(_fields(provider), 2)
    if one.partition(".")[0] == other.partition(".")[0] or (one == "name" and other in _firsts(provider))
    if _apart(provider, one, other)
]


@contextmanager
def meeting(stage: Stage, mode: Mode) -> Iterator[Caller]:
    """Open campaigns for two callers at once, each of whom waits for the other before its first write."""
    credentials, url = stage.case.credentials, stage.running.url_of(stage.provider)
    if mode == "sync":
        barrier, met = Barrier(2), local()

        def wait(request: httpx2.Request) -> None:
            if request.method != "GET" and not getattr(met, "already", False):
                met.already = True
                barrier.wait(timeout=10)

        with (
            httpx2.Client(event_hooks={"request": [wait]}) as http,
            opened(stage.provider, mode, url, credentials, max_retries=0, http_client=http) as caller,
        ):
            yield caller
        return

    gathered, present = asyncio.Barrier(2), set[Any]()

    async def await_(request: httpx2.Request) -> None:
        task = asyncio.current_task()
        if request.method != "GET" and task not in present:
            present.add(task)
            async with asyncio.timeout(10):
                await gathered.wait()

    http = httpx2.AsyncClient(event_hooks={"request": [await_]})
    with opened(stage.provider, mode, url, credentials, max_retries=0, http_client=http) as caller:
        yield caller
        assert caller.runner
        caller.runner.run(http.aclose())


def both(caller: Caller, id: str, *updates: dict[str, Any]) -> list[Outcome]:
    """Make two updates at once, and give what each of them came to."""
    if caller.runner is None:
        with ThreadPoolExecutor(len(updates)) as pool:
            return list(pool.map(lambda update: outcome(caller, id, update), updates))

    async def gather() -> list[Outcome]:
        return await asyncio.gather(*(aoutcome(caller, id, update) for update in updates))

    return caller.runner.run(gather())


def outcome(caller: Caller, id: str, update: dict[str, Any]) -> Outcome:
    try:
        found: Campaign[Any] = caller("update", id, **update)
    except CallFailed as error:
        return error
    return found


async def aoutcome(caller: Caller, id: str, update: dict[str, Any]) -> Outcome:
    try:
        found: Campaign[Any] = await caller.awaited("update", id, **update)
    except CallFailed as error:
        return error
    return found


@pytest.mark.parametrize(("provider", "one", "other"), PAIRS)
def test_two_changes_at_once(stage: Stage, one: str, other: str, mode: Mode) -> None:
    """Changes of two fields both stay, or the one that does not is told so, unless the plan named that danger."""
    with stage.caller() as first:
        id = first("create", stage.case.draft).id
        before = stage.stored(id)
        plans = [first.plan.update(id, **changes({field: stage.case.samples[field].value})) for field in (one, other)]
    with meeting(stage, mode) as caller:
        ends = both(caller, id, *(changes({field: stage.case.samples[field].value}) for field in (one, other)))
    after = stage.stored(id)
    for field, end in zip((one, other), ends, strict=True):
        stored = stage.case.samples[field].stored
        kept = {at: value for at, value in after.items() if inside(at, stored)}
        if isinstance(end, CallFailed):
            assert type(end) is NotEditable
            assert kept == {at: value for at, value in before.items() if inside(at, stored)}
        elif not all("nobody else" in " ".join(plan.needs) for plan in plans):
            assert kept == {at: one for place, value in stored.items() for at, one in leaves(value, place).items()}
    assert not all(isinstance(end, CallFailed) for end in ends)


def test_of_two_contents_of_loops_one_wins(stage_of: Any, mode: Mode) -> None:
    """Loops has revisions: of two changes of the content, the second to come is told, and nothing of it is done."""
    stage: Stage = stage_of("loops")
    with stage.caller() as first:
        id = first("create", stage.case.draft).id
    contents = [Content(subject="One", preview_text="one"), Content(subject="Two", preview_text="two")]
    with meeting(stage, mode) as caller:
        ends = both(caller, id, *({"content": content} for content in contents))
    (won,) = [content for content, end in zip(contents, ends, strict=True) if isinstance(end, Campaign)]
    (lost,) = [end for end in ends if isinstance(end, CallFailed)]
    assert type(lost) is NotEditable
    assert lost.failure.done == ()
    stored = stage.stored(id)
    assert (stored["message.subject"], stored["message.previewText"]) == (won.subject, won.preview_text)


def test_what_was_done_before_a_conflict_is_told(stage_of: Any, mode: Mode) -> None:
    """Where the name was changed before the content was refused, the error says so, and it is true."""
    stage: Stage = stage_of("loops")
    with stage.caller() as first:
        id = first("create", stage.case.draft).id
        stage.sandbox.inject("loops", "409", on=4)
        with stage.caller(mode) as caller, pytest.raises(NotEditable) as caught:
            caller("update", id, name="Autumn", content=Content(subject="Leaves"))
    assert caught.value.failure.done == ("change the campaign",)
    stored = stage.stored(id)
    assert (stored["campaign.name"], stored["message.subject"]) == ("Autumn", "Hello")


@pytest.mark.parametrize("provider", TESTED)
def test_many_at_once(stage: Stage, mode: Mode) -> None:
    """One object serves many threads, or many tasks: each create makes its own campaign, and none is lost."""
    drafts = [replace(stage.case.bare, name=f"Spring {number}") for number in range(8)]
    with stage.caller(mode) as caller:
        made = created(caller, drafts)
    stored = {one.id: one.name for one in stage.sandbox.campaigns(stage.provider)}
    assert stored == {one.id: draft.name for one, draft in zip(made, drafts, strict=True)}
    assert len(stored) == len(drafts)


def created(caller: Caller, drafts: list[Draft]) -> list[Campaign[Any]]:
    """Create campaigns at once."""
    if caller.runner is None:
        with ThreadPoolExecutor(len(drafts)) as pool:
            return list(pool.map(lambda draft: caller("create", draft), drafts))

    async def gather() -> list[Any]:
        return await asyncio.gather(*(caller.awaited("create", draft) for draft in drafts))

    return caller.runner.run(gather())
