"""No answer is an accident: whatever a provider sends back is read, or is one of the errors of the tree.

The answers are those of the sandbox with something changed in them: a member gone, or of another kind.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from handbill import CallFailed, Campaign, Stats, Unsupported
from hypothesis import given, settings
from hypothesis import strategies as st

from ..clients.server import Server
from .calling import Caller
from .cases import TESTED
from .stage import Callers, Stage

ABSENT = object()
ODD = [ABSENT, None, "", "x", "2026-01-01", 0, -1.5, True, [], [None], {}, {"a": 1}]


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place inside of JSON."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in pairs:
        yield (*at, name)
        yield from places(inner, (*at, name))


def odd(value: Any, at: tuple[Any, ...], instead: Any) -> Any:
    """Give JSON with something else at a place, where the place is still there."""
    found = copy.deepcopy(value)
    inside = found
    with suppress(KeyError, IndexError, TypeError):
        for name in at[:-1]:
            inside = inside[name]
        if instead is ABSENT:
            del inside[at[-1]]
        else:
            inside[at[-1]] = instead
    return found


def calls_of(stage: Stage, caller: Caller) -> dict[str, list[Any]]:
    """What each call of these is answered, where nothing is odd."""
    id = stage.ready(caller, "stats")
    content = {"content": stage.case.draft.content} if not stage.case.overwrites else {"name": "Summer"}
    base = {"base": stage.case.draft} if stage.case.overwrites else {}
    made: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
        "create": ((stage.case.draft,), {}),
        "get": ((id,), {}),
        "list": ((), {}),
        "stats": ((id,), {}),
        "update": ((stage.ready(caller, "update"),), {**base, **content}),
    }
    found: dict[str, list[Any]] = {}
    for verb, (args, kwargs) in made.items():
        before = len(stage.came)
        caller(verb, *args, **kwargs)
        found[verb] = [(args, kwargs), [(one.status, one.answer_body) for one in stage.came[before:]]]
    return found


@pytest.mark.parametrize("provider", TESTED)
def test_an_odd_answer_is_read_or_is_an_error(provider: str, callers: Callers, server: Server) -> None:
    """Every verb gives what it gives, or raises one error of the tree, whatever is odd in an answer."""
    stage, caller = callers[provider]
    stage.sandbox.reset()
    stage.case.prepare(stage.sandbox)
    calls = calls_of(stage, caller)
    spots = [
        (verb, number, place)
        for verb, (_, answers) in calls.items()
        for number, (_, body) in enumerate(answers)
        for place in places(body)
    ]
    with stage.scripted(server) as scripted:

        @settings(max_examples=120)
        @given(
            spot=st.sampled_from(spots), instead=st.sampled_from(ODD), more=st.lists(st.sampled_from(ODD), max_size=1)
        )
        def search(spot: Any, instead: Any, more: list[Any]) -> None:
            verb, number, place = spot
            (args, kwargs), answers = calls[verb]
            for each, (status, body) in enumerate(answers):
                changed = odd(body, place, instead) if each == number else body
                for another in more if each == number else ():
                    changed = odd(changed, place[:-1], another) if len(place) > 1 else changed
                server.answer(status, changed)
            try:
                found = scripted(verb, *args, **kwargs)
            except (CallFailed, Unsupported):
                pass
            else:
                assert isinstance(found, Campaign | Stats | list)
                assert repr(found)
            finally:
                server.forget()

        search()
