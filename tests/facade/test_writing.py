"""What may be written: mistakes that a provider would take for something else are refused before anything is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from handbill import Audience, Content, Draft, adapter_of

from .calling import Mode
from .cases import TESTED
from .stage import Stage, alike

EMPTY: list[dict[str, Any]] = [
    {"content": Content(steps=())},
    {"content": Content(variants=())},
    {"audience": Audience(lists=())},
    {"audience": Audience(exclude_lists=())},
    {"audience": Audience(filter={})},
]
NO_NAMES: list[Any] = ["list-1", ("",), (1,), {"list-1"}]


def base(stage: Stage) -> dict[str, Any]:
    return {"base": stage.case.draft} if stage.case.overwrites else {}


@pytest.mark.parametrize("provider", TESTED)
def test_what_is_empty_is_no_value(stage: Stage, mode: Mode) -> None:
    """An empty tuple or object is a ValueError: to clear there is None, and to leave alone there is nothing."""
    with stage.caller(mode) as caller:
        for change in EMPTY:
            with pytest.raises(ValueError, match="empty"):
                caller("update", "c-1", **base(stage), **change)
            with pytest.raises(ValueError, match="empty"):
                caller("create", replace(stage.case.bare, **change))
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_names_are_names(stage: Stage, mode: Mode) -> None:
    """A text where several names belong, and what is no name, is a ValueError, and never one name a letter."""
    with stage.caller(mode) as caller:
        for names in NO_NAMES:
            with pytest.raises(ValueError, match="names"):
                caller("create", replace(stage.case.bare, audience=Audience(lists=names)))
            with pytest.raises(ValueError, match="names"):
                caller("update", "c-1", **base(stage), audience=Audience(languages=names))
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_what_is_no_schedule_is_a_type_error(stage: Stage, mode: Mode) -> None:
    """A bare moment, or a word, is no schedule: a TypeError, and nothing is sent."""
    wrong: list[Any] = [datetime(2027, 1, 1, tzinfo=UTC), "tomorrow", 5]
    with stage.caller(mode) as caller:
        for when in wrong:
            with pytest.raises(TypeError):
                caller("schedule", "c-1", when, **base(stage))
            with pytest.raises(TypeError):
                caller("update", "c-1", **base(stage), schedule=when)
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_a_change_of_nothing_is_a_type_error(stage: Stage, mode: Mode) -> None:
    """An update that names no field is a mistake, also where it names a part with nothing in it."""
    with stage.caller(mode) as caller:
        for change in ({}, {"content": Content()}, {"audience": Audience(), "content": Content()}):
            with pytest.raises(TypeError, match="nothing"):
                caller("update", "c-1", **base(stage), **change)
    assert stage.came == []


@pytest.mark.parametrize("verb", ["get", "update", "schedule", "stats"])
@pytest.mark.parametrize("provider", TESTED)
def test_an_id_is_needed(stage: Stage, verb: str, mode: Mode) -> None:
    """Without an id a path would be another one: a ValueError, and nothing is sent."""
    args, kwargs = stage.arguments(verb, "")
    with stage.caller(mode) as caller, pytest.raises(ValueError, match="id"):
        caller(verb, *args, **kwargs)
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_that_it_is_not_everyone_asks_for_nothing(stage: Stage, mode: Mode) -> None:
    """everyone=False can be said to every provider: it narrows nothing, so there is nothing to refuse."""
    audience = replace(stage.case.draft.audience, everyone=False)
    with stage.caller(mode) as caller:
        plain = caller("create", stage.case.draft)
        made = caller("create", replace(stage.case.draft, audience=audience))
    assert made.omitted == ()
    assert alike(stage.stored(made.id)) == alike(stage.stored(plain.id))


@pytest.mark.parametrize("provider", [name for name in TESTED if adapter_of(name).overwrites])
def test_what_a_base_has_too_much_is_said(stage: Stage, mode: Mode) -> None:
    """A base that names what the provider does not have cannot be so: that is left out, and the result says it."""
    draft = replace(stage.case.draft, content=replace(stage.case.draft.content, preview_text="A word"))
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        result = caller("update", id, base=draft, name="Summer")
    assert result.omitted == ("content.preview_text",)
    assert stage.stored(id)["campaign.name"] == "Summer"


def test_a_draft_is_no_more_than_its_parts() -> None:
    """A draft that names its name alone has nothing else in it, and shows nothing else."""
    assert Draft(name="Bare").content == Content()
    assert "UNKNOWN" not in repr(Content(subject="Hello"))
