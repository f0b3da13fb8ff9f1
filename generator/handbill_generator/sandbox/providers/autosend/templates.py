"""The templates that hold what AutoSend's campaigns say, and that several of them may share.

In: what a request says of the content of a campaign.  Out: the id of its template, which is stored.
Never: compiles Handlebars.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handbill_generator.sandbox.model import World
from handbill_generator.sandbox.providers.paging import Stored
from handbill_generator.sandbox.providers.stored import HEXADECIMAL, picked

_TEMPLATES = "templates"
_SPRING_SALE = {
    "templateId": "A-280fa451a7ca5cc17513",
    "templateName": "Spring Sale Newsletter",
    "subject": "Don't miss our Spring Sale!",
    "previewText": "Up to 50% off this weekend only",
    "emailTemplate": "<h1>Welcome, {{name}}!</h1><p>Thanks for signing up.</p>",
    "templateType": "marketing",
    "builderType": "code",
    "createdAt": "2026-04-06T05:47:09.516Z",
    "updatedAt": "2026-04-06T05:47:09.516Z",
}


def seed(world: World) -> None:
    """Store the template whose id the examples of the contract use."""
    world.collection(_TEMPLATES).put(_SPRING_SALE["templateId"], _SPRING_SALE)


def with_content(campaign: Mapping[str, Any], html: str | None, world: World) -> dict[str, Any]:
    """Give *campaign* with the template that holds *html*, or as it is where there is no *html*.

    The HTML goes into the template that the campaign has, and so into every campaign that has the same (3.2, 3.4).  A
    campaign without one gets a template of its own.
    """
    if html is None:
        return dict(campaign)
    id = campaign.get("templateId") or f"A-{world.new_id(HEXADECIMAL, 20)}"
    stored = world.collection(_TEMPLATES).get(id) or _new(id, campaign, world)
    world.collection(_TEMPLATES).put(id, {**stored, "emailTemplate": html, "updatedAt": world.now()})
    return {**campaign, "templateId": id}


def template_of(campaign: Stored, world: World) -> dict[str, Any] | None:
    """Give the template of a campaign, or None where its id is not known here, which is accepted (ND in 3.2)."""
    template: dict[str, Any] | None = world.collection(_TEMPLATES).get(campaign["templateId"])
    return template


def _new(id: str, campaign: Mapping[str, Any], world: World) -> dict[str, Any]:
    named = {"templateName": campaign["name"]} if "name" in campaign else {}
    kind = {"templateType": "marketing", "builderType": "code", "createdAt": world.now()}
    return {"templateId": id, **named, **picked(campaign, ("subject", "previewText")), **kind}
