"""Loops: newsletters.  The content of a campaign is a separate email message, which has revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeAlias, TypedDict

import handbill_loops
from handbill_loops import AsyncLoops, Loops, models

from ..adapter import Adapter, Ask, Fields, merged, moment, statuses_of
from ..adapter import Options as Options
from ..capabilities import Capabilities
from ..errors import InvalidRequest, NotEditable, NotFound, Reading, Unexpected, Unsupported
from ..model import UNKNOWN, Campaign, Content, SendAt, Sender, SendNow, Stats
from ..plans import Answers, Script, Step

Client: TypeAlias = Loops | AsyncLoops
Raw: TypeAlias = models.Campaign | models.CreatedCampaign


class Native(TypedDict, total=False):
    """The arguments of Loops that the campaign model has no words for."""

    campaign_group_id: str
    audience_filter: models.AudienceFilter | None
    lmx: str
    cc_email: str
    bcc_email: str
    language_code: str
    email_format: models.EmailFormat
    contact_properties_fallbacks: dict[str, str | None]
    event_properties_fallbacks: dict[str, str | None]
    data_variables_fallbacks: dict[str, str | None]


_OF_CAMPAIGN = ("campaign_group_id", "audience_filter")
# Each of the two clears the other where it is sent alone (`CampaignUpdate`), so both are sent.
_TOGETHER = ("audience_segment_id", "audience_filter")
_WHOM = "whom a campaign without an audience reaches is not documented"
_ALONE = "nobody else changes segment or filter meanwhile: the one that is not named is read and sent again"
_REACHED = {"sent": "sends", "opened": "opens", "clicked": "clicks", "bounced": "hard_bounces soft_bounces"}
_LOST = {"unsubscribed": "unsubscribes", "spam_reports": "spam_reports"}


class LoopsAdapter(Adapter[Client, Raw]):
    """Campaigns of Loops."""

    table = Capabilities.of("loops")
    # A 405 is a route that is gone, and says nothing of the campaign.
    reading = Reading(provider="loops", package=handbill_loops, failures={(405, ""): Unexpected})
    clients = (Loops, AsyncLoops)
    statuses = statuses_of(draft="Draft", scheduled="Scheduled", running="Sending", finished="Sent")
    native = frozenset(Native.__annotations__)
    sends = frozenset({"scheduling"})

    def create(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Create the campaign, then write its message."""
        campaign, message = self._bodies(ask)
        made = models.CreatedCampaign.model_construct(
            email_message_id="{emailMessageId}", email_message_content_revision_id="{contentRevisionId}"
        )
        create = self.step(
            "create the campaign",
            lambda c, _: c.campaigns.create(body=models.CampaignCreate.model_validate(campaign)),
            writes=True,
            stands_in=made,
            made=lambda answer: answer.id,
        )
        write = self.step(
            "write its email message",
            lambda c, got: _write(c, got[0].email_message_id, got[0].email_message_content_revision_id, message),
            writes=True,
        )
        steps = (create, write) if message else (create,)
        reaches = () if any(name.startswith("audience.") for name in ask.given) else (_WHOM,)
        return Script(steps=steps, result=lambda got: self._whole(got[0], *got[1:]), reaches=reaches)

    def get(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Read the campaign, then its message; one that cannot be read, as in MJML, leaves the content unknown."""
        message = self.step(
            "read its email message",
            lambda c, got: c.email_messages.get(got[0].email_message_id) if got[0].email_message_id else None,
            optional=(NotEditable, NotFound, InvalidRequest),
        )
        return Script(steps=(self._reading(ask.id), message), result=lambda got: self._whole(*got))

    def list(self, ask: Ask) -> Script[Any]:
        """List campaigns, without content and sender."""
        return self.reads("list campaigns", lambda c, _: c.campaigns.list(), items="data")

    def update(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Change the campaign, then its message at the revision that is read for it."""
        campaign, message = self._bodies(ask)
        alone = len([name for name in _TOGETHER if name in campaign]) == 1

        def change(client: Client, got: Answers) -> object:
            kept = {name: getattr(got[0], name) for name in _TOGETHER if alone and name not in campaign}
            body = {**{name: value for name, value in kept.items() if value is not None}, **campaign}
            return client.campaigns.update(ask.id, body=models.CampaignUpdate.model_validate(body))

        steps = [self._reading(ask.id)] if message or alone else []
        if campaign:
            steps.append(self.step("change the campaign", change, writes=True))
        told_by = len(steps) - 1
        if message:
            revision = models.EmailMessage.model_construct(id="{emailMessageId}", content_revision_id="{revisionId}")
            read = self.step(
                "read its email message",
                lambda c, got: c.email_messages.get(got[0].email_message_id or ""),
                stands_in=revision,
            )
            write = self.step(
                "write its email message",
                lambda c, got: _write(c, got[-1].id, got[-1].content_revision_id, message),
                writes=True,
            )
            steps += [read, write]
        return Script(
            steps=tuple(steps),
            result=lambda got: self._whole(got[told_by], *(got[-1:] if message else ())),
            needs=("the campaign is a draft", *((_ALONE,) if alone else ())),
            reaches=(_WHOM,) if any(at.startswith("audience.") and not of for at, of in ask.given.items()) else (),
        )

    def schedule(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Set the time; the campaign stays a draft."""
        return self.update(ask)

    def stats(self, ask: Ask) -> Script[Stats[models.EngagementMetrics]]:
        """Read the counts of all time."""
        call, names = lambda c, _: c.campaigns.get_metrics(ask.id), {**_REACHED, **_LOST}
        return self.reads("read the metrics", call, result=lambda got: self.counts(ask, got[0], names))

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that a campaign tells."""
        listed, how = seen.get("mailing_list_id"), seen.get("scheduling") or {}
        at, now = moment(how.get("timestamp")), SendNow() if how.get("method") == "now" else UNKNOWN
        query = seen.get("audience_filter")
        # A filter is read as it was written, which is by the names of the contract.
        query = models.AudienceFilter.model_validate(query).model_dump(mode="json", by_alias=True) if query else query
        whom = {"audience.lists": (listed,) if listed else None, "audience.filter": query}
        return {**super().told(seen), **whom, "schedule": SendAt(at) if at else now}

    def _bodies(self, ask: Ask) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give what goes to the campaign, and what goes to its email message."""
        bodies = self.body(ask.given)
        campaign, message = bodies.get("campaign", {}), bodies.get("message", {})
        if "audience.lists" in ask.given:
            lists = ask.given["audience.lists"] or (None,)
            if len(lists) > 1:
                raise Unsupported(
                    "loops", "audience.lists", "a campaign goes to one mailing list; make a segment instead"
                )
            campaign["mailing_list_id"] = lists[0]
        if "schedule.send_at" in ask.given:
            campaign["scheduling"] = {"method": "schedule", "timestamp": ask.given["schedule.send_at"].at}
        if "schedule.send_now" in ask.given:
            campaign["scheduling"] = {"method": "now"}
        if "from_email" in message:
            message["from_email"] = message["from_email"].partition("@")[0]
        if message.get("reply_to_email", "") is None:
            message["reply_to_email"] = ""
        query = ask.given.get("audience.filter") or ask.native.get("audience_filter")
        if query and not (query.get("conditions") if isinstance(query, Mapping) else query.conditions):
            raise Unsupported("loops", "audience.filter", "without a condition it would be everybody")
        own = {name: value for name, value in ask.native.items() if name in _OF_CAMPAIGN}
        rest = {name: value for name, value in ask.native.items() if name not in _OF_CAMPAIGN}
        return merged(campaign, own), merged(message, rest)

    def _reading(self, id: str) -> Step:
        stored: Any = {"match": "{match}", "conditions": [{"type": "{conditions}"}]}
        stand_in = models.Campaign.model_construct(
            email_message_id="{emailMessageId}", audience_segment_id="{audienceSegmentId}", audience_filter=stored
        )
        return self.step("read the campaign", lambda c, _: c.campaigns.get(id), stands_in=stand_in)

    def _whole(self, raw: Raw, message: models.EmailMessage | None = None) -> Campaign[Raw]:
        """Give a campaign with what its message tells."""
        if message is None:
            return self.read(raw)
        content = Content(subject=message.subject, preview_text=message.preview_text)
        # An empty address is how Loops writes that there is none; other text may be empty.
        sender = Sender(email=message.from_email, name=message.from_name, reply_to=message.reply_to_email or None)
        return replace(self.read(raw), content=content, sender=sender)


def _write(client: Client, id: str | None, revision: str | None, message: Fields) -> object:
    known = {"expected_revision_id": revision} if revision else {}
    return client.email_messages.update(id or "", body=models.EmailMessageUpdate.model_validate({**message, **known}))


ADAPTER = LoopsAdapter()
