"""The provider's own arguments: beside those of the campaign, down into objects, and never the same thing twice."""

from __future__ import annotations

from typing import Any

import pytest
from handbill import Content, Draft, Tracking, adapter_of
from handbill_sendkit import models

from .calling import Mode
from .cases import TESTED, case_of
from .stage import Stage, differing, inside, leaves

NATIVE = [(provider, name) for provider in TESTED for name in case_of(provider).native]
TWICE = [(provider, name) for provider in TESTED for name in case_of(provider).twice]


def base(stage: Stage) -> dict[str, Any]:
    return {"base": stage.case.draft} if stage.case.overwrites else {}


def check_native(stage: Stage, id: str, name: str) -> None:
    stored = stage.stored(id)
    for place, value in stage.case.native[name][1].items():
        assert {at: one for at, one in stored.items() if inside(at, [place])} == leaves(value, place)


@pytest.mark.parametrize(("provider", "name"), NATIVE)
def test_a_native_argument_is_sent(stage: Stage, name: str, mode: Mode) -> None:
    """An argument of the provider is stored as it is given, in create and in update, and nothing beside it changes."""
    native = {name: stage.case.native[name][0]}
    with stage.caller(mode) as caller:
        created = caller("create", stage.case.draft, native=native).id
        check_native(stage, created, name)
        plain = caller("create", stage.case.draft).id
        before = stage.stored(plain)
        caller("update", plain, **base(stage), native=native, name="Autumn")
        check_native(stage, plain, name)
    moved = differing(before, stage.stored(plain)) - {"campaign.name"}
    assert {place for place in moved if not inside(place, stage.case.native[name][1])} == set()


@pytest.mark.parametrize(("provider", "name"), TWICE)
def test_what_is_given_twice_is_an_error(stage: Stage, name: str, mode: Mode) -> None:
    """A field of the campaign that stands among the native arguments too is a TypeError, and nothing is sent."""
    value, part = stage.case.twice[name]
    with stage.caller(mode) as caller:
        with pytest.raises(TypeError, match=r"^native: \w+ is given already"):
            caller("create", stage.case.draft, native={name: value})
        with pytest.raises(TypeError, match=r"^native: \w+ is given already"):
            caller("update", "c-1", **base(stage), **{part: getattr(stage.case.draft, part)}, native={name: value})
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_an_unknown_argument_is_an_error(stage: Stage, mode: Mode) -> None:
    """A native argument that the provider does not have is a TypeError that lists those that there are."""
    unknown: Any = {"targeting": {}, "no_such_argument": 1}
    with stage.caller(mode) as caller:
        for name, value in unknown.items():
            with pytest.raises(TypeError, match=name) as caught:
                caller("create", stage.case.draft, native={name: value})
            assert all(known in str(caught.value) for known in adapter_of(stage.provider).native)
            with pytest.raises(TypeError, match=name):
                caller("update", "c-1", **base(stage), name="Autumn", native={name: value})
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_an_unknown_change_is_an_error(stage: Stage, mode: Mode) -> None:
    """A change that no campaign has is a TypeError, and so is a change of nothing."""
    misspelled: Any = {"subjekt": "Leaves"}
    with stage.caller(mode) as caller:
        with pytest.raises(TypeError, match="subjekt"):
            caller("update", "c-1", **base(stage), **misspelled)
        with pytest.raises(TypeError, match="nothing"):
            caller("update", "c-1", **base(stage))
        with pytest.raises(ValueError, match="on_unsupported"):
            caller("update", "c-1", **base(stage), name="Autumn", on_unsupported="ignore")
    assert stage.came == []


@pytest.mark.parametrize(
    ("tracking", "settings", "expected"),
    [
        (Tracking(opens=True), {"stop_on_reply": True}, {"trackOpens": True, "stopOnReply": True}),
        (Tracking(opens=True), {"track_clicks": True}, {"trackOpens": True, "trackClicks": True}),
        (Tracking(), {"track_clicks": True, "cc": ["a@example.com"]}, {"trackClicks": True, "cc": ["a@example.com"]}),
        (Tracking(clicks=False), {"newSetting": {"a": 1}}, {"trackClicks": False, "newSetting": {"a": 1}}),
    ],
)
def test_settings_of_sendkit_are_merged(
    stage_of: Any, mode: Mode, tracking: Tracking, settings: dict[str, Any], expected: dict[str, Any]
) -> None:
    """Tracking and the settings of the provider go out in one object, with what the contract does not know."""
    stage: Stage = stage_of("sendkit")
    native = {"settings": models.CampaignSettings.model_validate(settings)}
    with stage.caller(mode) as caller:
        caller("create", Draft(name="Settings", tracking=tracking), native=native)
    assert stage.came[-1].request_body["settings"] == expected


def test_a_native_argument_alone_is_a_change(stage_of: Any, mode: Mode) -> None:
    """An update may name nothing but arguments of the provider."""
    stage: Stage = stage_of("loops")
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        before = stage.stored(id)
        caller("update", id, native={"lmx": "<Paragraph>New</Paragraph>"})
    assert differing(before, stage.stored(id)) == {"message.lmx"}


@pytest.mark.parametrize(("provider", "verb"), [("autosend", "pause"), ("autosend", "resume"), ("sendkit", "resume")])
def test_a_verb_without_a_body_takes_none(stage: Stage, verb: str, mode: Mode) -> None:
    """A verb whose call has no body has no place for arguments, and says so instead of dropping them."""
    name, (value, _) = next(iter(stage.case.native.items()))
    with stage.caller(mode) as caller, pytest.raises(TypeError, match=name):
        caller(verb, "c-1", native={name: value})
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_the_client_is_there_for_the_rest(stage: Stage) -> None:
    """The generated client is at hand, with the same connections and credentials, and sees the same campaign."""
    with stage.caller() as caller:
        made = caller("create", stage.case.bare)
        client = caller.campaigns.client
        assert type(client) is adapter_of(stage.provider).clients[0]
        listing = client.orchestrations if stage.provider == "batch" else client.campaigns
        assert [one.id for one in listing.list()] == [made.id]


def test_raw_is_the_model_of_the_provider(stage_of: Any, mode: Mode) -> None:
    """What the model of campaigns has no words for is in the provider's own, typed model."""
    stage: Stage = stage_of("sendkit")
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        caller("update", id, native={"settings": models.CampaignSettings(email_interval_minutes=12)})
        raw = caller("get", id).raw
    assert isinstance(raw, models.Campaign)
    assert raw.email_interval_minutes == 12
    assert "raw" not in repr(Content())
