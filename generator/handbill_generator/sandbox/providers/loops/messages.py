"""Email messages of Loops: what a campaign says, with a revision that guards against lost changes.

In: requests for email messages.  Out: answers, and messages stored as they are answered.
Never: compiles LMX, or sends a preview.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from handbill_generator.sandbox.model import Answer, Asked, Handler, Problem, World
from handbill_generator.sandbox.providers.loops.ids import new_id
from handbill_generator.sandbox.providers.moments import moment_of
from handbill_generator.sandbox.providers.stored import CAMPAIGNS, found

MESSAGES = "emailMessages"

_PREVIEWS = "previews"
_PREVIEWS_PER_DAY = 100
_MOST_LMX = 100_000  # 100 KB; whether a KB has 1,000 or 1,024 bytes is not documented (section 2)
_FALLBACKS = ("contactPropertiesFallbacks", "eventPropertiesFallbacks", "dataVariablesFallbacks")


def new_message(campaign_id: str, world: World) -> dict[str, Any]:
    """Store the empty message that comes with a campaign."""
    message = {
        "id": new_id(world),
        "campaignId": campaign_id,
        **dict.fromkeys(("subject", "previewText", "fromName", "fromEmail", "replyToEmail"), ""),
        "emailFormat": "styled",
        "lmx": "",
        "contentRevisionId": new_id(world),
        "updatedAt": world.now(),
    }
    world.collection(MESSAGES).put(message["id"], message)
    return message


def _get(asked: Asked, world: World) -> Answer:
    return Answer(body=_found(asked, world))


def _update(asked: Asked, world: World) -> Answer:
    message = _found(asked, world)
    _check_draft(message, asked.body, world)
    if len(asked.body.get("lmx", "").encode(errors="surrogatepass")) > _MOST_LMX:
        return Answer(status=413, body={"message": "The LMX is larger than 100 KB."})
    if asked.body.get("replyToEmail") and "@" not in asked.body["replyToEmail"]:
        raise Problem("invalid", "replyToEmail is not an address.")
    given = {name: value for name, value in asked.body.items() if name != "expectedRevisionId"}
    message |= given | {name: _merged(message.get(name, {}), given[name]) for name in _FALLBACKS if name in given}
    message |= {"contentRevisionId": new_id(world), "updatedAt": world.now()}
    # 3.2.1: a map of fallbacks is there only when something is set in it.
    stored = {name: value for name, value in message.items() if name not in _FALLBACKS or value}
    world.collection(MESSAGES).put(message["id"], stored)
    return Answer(body=stored)


def _preview(asked: Asked, world: World) -> Answer:
    message = _found(asked, world)
    for name in ("eventProperties", "dataVariables"):
        if name in asked.body:
            raise Problem("invalid", f"A message of a campaign takes no {name}.")
    _count_preview(world)
    return Answer(body={"id": message["id"]})


def _guardian(asked: Asked, world: World) -> Answer:
    _found(asked, world)
    return Answer(body={"errors": [], "warnings": []})


def _found(asked: Asked, world: World) -> dict[str, Any]:
    return found(world, MESSAGES, asked.path["emailMessageId"], "Email message not found.")


def _check_draft(message: Mapping[str, Any], body: Mapping[str, Any], world: World) -> None:
    if found(world, CAMPAIGNS, message["campaignId"], "Campaign not found.")["status"] != "Draft":
        raise Problem("conflict", "The campaign of the message is not a draft.")
    # 3.2.2: what happens without an expected revision is not documented; the schema does not require one.
    if body.get("expectedRevisionId", message["contentRevisionId"]) != message["contentRevisionId"]:
        raise Problem("conflict", "The message has changed since the revision that was expected.")


def _merged(stored: Mapping[str, str], given: Mapping[str, str | None]) -> dict[str, str]:
    """Merge fallbacks key by key: text sets one, null removes it (3.2.2)."""
    return {key: text for key, text in {**stored, **given}.items() if text is not None}


def _count_preview(world: World) -> None:
    """Note a preview, of which a team has 100 in any 24 hours."""
    stored = world.collection(_PREVIEWS).get("moments") or []
    day_ago = world.moment() - timedelta(days=1)
    recent = [text for text in stored if (moment := moment_of(text)) is not None and moment > day_ago]
    if len(recent) >= _PREVIEWS_PER_DAY:
        raise Problem("too_many", "The previews of these 24 hours are used up.")
    world.collection(_PREVIEWS).put("moments", [*recent, world.now()])


HANDLERS: Mapping[str, Handler] = {
    "getEmailMessage": _get,
    "updateEmailMessage": _update,
    "previewEmailMessage": _preview,
    "getEmailMessageGuardian": _guardian,
}
