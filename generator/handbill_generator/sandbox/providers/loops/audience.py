"""What campaigns of Loops refer to: groups, saved segments and mailing lists.

In: requests for them.  Out: answers, and objects stored as they are answered.
Never: counts contacts, or checks what a filter would select.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Handler, Problem, World
from handbill_generator.sandbox.providers.loops.answers import listing
from handbill_generator.sandbox.providers.loops.ids import new_id
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, found

GROUPS = "campaignGroups"
SEGMENTS = "audienceSegments"
LISTS = "mailingLists"

DEFAULT_GROUP = "clq3b7s9u007yl70u9v0w1x2y"
"""The group of a campaign that names none.

Section 3.3: which group that is on the real API is not documented; the reserved one suggests itself.
"""

_RESERVED = "Unsorted"
_SEEDED = "2025-06-29T07:47:39.370Z"
_ON_PRO_PLAN = {
    "match": "all",
    "conditions": [{"type": "property", "key": "plan", "operator": "equals", "value": "pro"}],
}
_OPTED_IN = {"match": "all", "conditions": [{"type": "optIn", "status": "accepted"}]}


def seed(world: World) -> None:
    """Store the objects whose ids the examples of the contract use."""
    for id, name, text in (
        (DEFAULT_GROUP, _RESERVED, ""),
        ("clg7n5p3q1r9s7t5u3v1w9y7", "Onboarding", "Top of funnel campaigns"),
        ("clg8m4n6p8q0r2s4t6u8v0w2", "Retention", ""),
    ):
        _put(world, GROUPS, {"id": id, "name": name, "description": text, **_created(_SEEDED)})
    for id, name, about, filter in (
        ("cls6e8g0i2k4m6o8q0s2u4w6", "Power users", "Contacts on the pro plan", _ON_PRO_PLAN),
        ("clr4c8t0v008yl70x3y4z5a6b", "Confirmed contacts", None, _OPTED_IN),
    ):
        _put(world, SEGMENTS, {"id": id, "name": name, "description": about, **_created(_SEEDED), "filter": filter})
    for id, name, about in (
        ("clm2k8j4h6g0f8d6s4a2b0z8", "Product updates", "Monthly product news and release notes"),
        ("cm3n274xf027h0mi33t4qhrdg", "Newsletter", None),
    ):
        _put(world, LISTS, {"id": id, "name": name, "description": about, "isPublic": True})


def _list_groups(asked: Asked, world: World) -> Answer:
    return listing(asked, world.collection(GROUPS).all()[::-1], "/v1/campaign-groups")


def _create_group(asked: Asked, world: World) -> Answer:
    _check_group_name(asked.body["name"])
    group = {"id": new_id(world), "description": "", **asked.body, **_created(world.now())}
    return Answer(body=_put(world, GROUPS, group))


def _get_group(asked: Asked, world: World) -> Answer:
    return Answer(body=_group(asked, world))


def _update_group(asked: Asked, world: World) -> Answer:
    group = _group(asked, world)
    if group["name"] == _RESERVED:
        raise Problem("invalid", f"The group {_RESERVED} cannot be changed.")
    _check_group_name(asked.body.get("name", ""))
    return Answer(body=_put(world, GROUPS, {**group, **asked.body, "updatedAt": world.now()}))


def _list_segments(asked: Asked, world: World) -> Answer:
    return listing(asked, world.collection(SEGMENTS).all()[::-1], "/v1/audience-segments")


def _create_segment(asked: Asked, world: World) -> Answer:
    if any(one["name"] == asked.body["name"] for one in world.collection(SEGMENTS).all()):
        raise Problem("invalid", "There is a segment of this name.")
    for condition in asked.body["filter"]["conditions"]:
        # Workflows and their emails, the two other targets, are not kept here, so their ids are not checked.
        if condition["type"] == "activity" and condition["target"] == "campaign":
            found(world, CAMPAIGNS, condition["id"], "Campaign not found.")
    segment = {"id": new_id(world), "description": None, **asked.body, **_created(world.now())}
    return Answer(body=_put(world, SEGMENTS, segment))


def _get_segment(asked: Asked, world: World) -> Answer:
    return Answer(body=found(world, SEGMENTS, asked.path["audienceSegmentId"], "Audience segment not found."))


def _list_lists(asked: Asked, world: World) -> Answer:
    return Answer(body=world.collection(LISTS).all())


def _group(asked: Asked, world: World) -> dict[str, Any]:
    return found(world, GROUPS, asked.path["campaignGroupId"], "Group not found.")


def _check_group_name(name: str) -> None:
    if name.casefold() == _RESERVED.casefold():  # whether case counts is not documented
        raise Problem("invalid", f"The name {_RESERVED} is reserved.")


def _created(moment: str) -> dict[str, str]:
    return {"createdAt": moment, "updatedAt": moment}


def _put(world: World, collection: str, value: dict[str, Any]) -> dict[str, Any]:
    world.collection(collection).put(value["id"], value)
    return value


HANDLERS: Mapping[str, Handler] = {
    "listCampaignGroups": _list_groups,
    "createCampaignGroup": _create_group,
    "getCampaignGroup": _get_group,
    "updateCampaignGroup": _update_group,
    "listAudienceSegments": _list_segments,
    "createAudienceSegment": _create_segment,
    "getAudienceSegment": _get_segment,
    "listMailingLists": _list_lists,
}
