"""AutoSend: newsletters.  Updates merge; HTML is written into a template that campaigns can share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeAlias, TypedDict

import handbill_autosend
from handbill_autosend import AsyncAutoSend, AutoSend, models

from ..adapter import Adapter, Ask, Fields, merged, picked, plain, told
from ..capabilities import Capabilities, row
from ..errors import NotEditable, Reading, Unsupported
from ..model import UNKNOWN, Campaign, Gradual, SendAt, SendNow, Stats, Status
from ..plans import Answers, Script, Step

Client: TypeAlias = AutoSend | AsyncAutoSend
Raw: TypeAlias = models.Campaign | models.CampaignSummary | models.CampaignListItem


class Native(TypedDict, total=False):
    """The arguments of AutoSend that the campaign model has no words for."""

    unsubscribe_group_id: str


_NONE = "a campaign of AutoSend has no such field"

TABLE = Capabilities.of(
    "autosend",
    row("create", "native", "createCampaign"),
    row("get", "native", "getCampaign"),
    row("list", "native", "listCampaigns"),
    row("update", "emulated", "updateCampaign", "half of a sender, or of lists and segment, is read and sent whole"),
    row("schedule start", "native", "updateCampaign"),
    row("pause", "native", "pauseCampaign"),
    row("resume", "native", "resumeCampaign"),
    row("cancel", "native", "abortCampaign"),
    row("delete", "native", "deleteCampaign"),
    row("stats", "emulated", "getCampaign", "the counts are part of the campaign"),
    row("name", "native", "CampaignUpdate.name", also="reads"),
    row("content.subject", "native", "CampaignUpdate.subject", also="reads"),
    row("content.preview_text", "native", "CampaignUpdate.previewText", also="reads"),
    row("content.html", "native", "CampaignUpdate.htmlTemplate", also="reads"),
    row("content.template_id", "native", "CampaignUpdate.templateId", also="reads"),
    row("content.variants content.steps", "unsupported", "CampaignUpdate", _NONE),
    row("audience.lists", "native", "CampaignUpdate.toLists", also="reads"),
    row("audience.exclude_lists", "native", "CampaignUpdate.excludeLists", also="reads"),
    row("audience.segment", "lossy", "CampaignUpdate.toLists", "it stands among the lists, by its id", also="reads"),
    row("audience.filter audience.languages audience.regions", "unsupported", "CampaignUpdate", _NONE),
    row("audience.everyone", "native", "CampaignUpdate.sendToGlobalList", also="reads"),
    row("schedule.send_now", "native", "CampaignUpdate.sendNow"),
    row("schedule.send_at", "native", "CampaignUpdate.scheduledAt", also="reads"),
    row("schedule.send_at.timezone", "native", "CampaignUpdate.timezone", also="reads"),
    row("schedule.send_at.recipient_local", "unsupported", "CampaignUpdate", "the time is a moment in one time zone"),
    row("schedule.window schedule.window.timezone schedule.window.days", "unsupported", "CampaignUpdate", _NONE),
    row("schedule.gradual", "native", "CampaignUpdate.gradualStrategy"),
    row("sender.email sender.name", "native", "CampaignUpdate.from", also="reads"),
    row("sender.identity_id", "native", "CampaignUpdate.fromSenderId"),
    row("sender.reply_to", "native", "CampaignUpdate.replyTo", also="reads"),
    row("sender.mailboxes", "unsupported", "CampaignUpdate", _NONE),
    row("tracking.opens", "native", "CampaignUpdate.trackingOpen", also="reads"),
    row("tracking.clicks", "native", "CampaignUpdate.trackingClick", also="reads"),
    row("throttle.minute throttle.day", "unsupported", "CampaignUpdate.dailyBatchSize", "a day's size is of Gradual"),
)

_COUNTS = {name: name for name in ("sent", "delivered", "opened", "clicked", "bounced", "unsubscribed")}
# Each of these is one field for AutoSend, which a part of it would replace.
_WHOLE = (("sender.email", "sender.name"), ("audience.lists", "audience.segment"))
_GLOBAL = "GLOBAL_CONTACT_LIST"
_STORED = ("the audience that is stored with the campaign",)


class AutoSendAdapter(Adapter[Client, Raw]):
    """Campaigns of AutoSend."""

    table = TABLE
    reading = Reading(
        provider="autosend",
        package=handbill_autosend,
        failures={(400, "ONLY_DRAFT_CAMPAIGNS_CAN_BE_DELETED"): NotEditable},
        code_at=(("error", "code"), ("code",)),
        fields_at=("error", "details"),
    )
    clients = (AutoSend, AsyncAutoSend)
    statuses = {
        "draft": Status.DRAFT,
        "scheduled": Status.SCHEDULED,
        "sending": Status.RUNNING,
        "sending_gradual": Status.RUNNING,
        "paused": Status.PAUSED,
        "sent": Status.FINISHED,
        "aborted": Status.CANCELED,
    }
    native = frozenset(Native.__annotations__)
    sends = frozenset({"send_now", "publish"})
    bodiless = frozenset({"pause", "resume"})
    same = {
        "name": "name",
        "content.subject": "subject",
        "content.preview_text": "preview_text",
        "content.template_id": "template_id",
        "audience.everyone": "send_to_global_list",
        "sender.email": "from_.email",
        "sender.name": "from_.name",
        "sender.reply_to": "reply_to",
        "tracking.opens": "tracking_open",
        "tracking.clicks": "tracking_click",
    }

    def create(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Create the campaign as a draft: it is neither published nor sent."""
        body = merged(self._body(ask.given), ask.native)
        return self.one(
            "create the campaign",
            lambda c, _: c.campaigns.create(body=models.CampaignCreate.model_validate(body)),
            made=lambda answer: self.read(answer).id,
            reaches=_rewrites(ask.given) if "content.template_id" in ask.given else (),
        )

    def get(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Read the campaign."""
        return Script(steps=(self._reading(ask.id),), result=lambda got: self.read(got[0]))

    def list(self, ask: Ask) -> Script[Any]:
        """List campaigns, without sender, audience and template."""
        return self.one("list campaigns", lambda c, _: c.campaigns.list())

    def update(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Change what is given; where it is a part of one field of AutoSend, the rest is read first."""
        parts = [pair for pair in _WHOLE if len([name for name in pair if name in ask.given]) == 1]

        def change(client: Client, got: Answers) -> object:
            seen = self.told(plain(got[0].data)) if parts else {}
            kept = {name: seen[name] for pair in parts for name in pair if seen.get(name)}
            body = merged(self._body({**kept, **ask.given}), ask.native)
            return client.campaigns.update(ask.id, body=models.CampaignUpdate.model_validate(body))

        steps = (*([self._reading(ask.id)] if parts else []), self.step("change the campaign", change, writes=True))
        return Script(steps=steps, result=lambda got: self.read(got[-1]), reaches=_rewrites(ask.given))

    def schedule(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Set the time and publish, which makes it final."""
        return self._publish(ask, self._body(ask.given))

    def start(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Publish and send."""
        return self._publish(ask, {"send_now": True})

    def pause(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Pause it."""
        return self.one("pause it", lambda c, _: c.campaigns.pause(ask.id), needs=("it is being sent",))

    def resume(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Resume it."""
        needs = ("it is paused",)
        return self.one(
            "resume it", lambda c, _: c.campaigns.resume(ask.id), needs=needs, reaches=_STORED, may_send=True
        )

    def cancel(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Abort it."""
        return self.one("abort it", lambda c, _: c.campaigns.abort(ask.id))

    def delete(self, ask: Ask) -> Script[None]:
        """Delete it."""
        needs = ("the campaign is a draft",)
        return self.one("delete it", lambda c, _: c.campaigns.delete(ask.id), needs=needs, result=lambda got: None)

    def stats(self, ask: Ask) -> Script[Stats[models.Campaign]]:
        """Read the counts with the campaign."""

        def result(got: Answers) -> Stats[models.Campaign]:
            raw = got[0].data
            return self.counts(ask, raw, told(plain(raw), "metrics"), {**_COUNTS, "spam_reports": "spam_reported"})

        return Script(steps=(self._reading(ask.id),), result=result)

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that a campaign tells; the lists of an answer are objects, or ids in older editions."""
        lists, excluded = ([_listed(one) for one in told(seen, name) or ()] for name in ("to_lists", "exclude_lists"))
        segments = [id for id, kind in lists if kind == "segment"]
        found = {
            "content.html": told(seen, "template.email_template"),
            "audience.lists": tuple(id for id, kind in lists if kind != "segment"),
            "audience.segment": segments[0] if segments else None,
            "audience.exclude_lists": tuple(id for id, _ in excluded),
            "schedule": _schedule(seen),
        }
        if told(seen, "to_lists") is UNKNOWN:
            found |= {"audience.lists": UNKNOWN, "audience.segment": UNKNOWN}
        if told(seen, "exclude_lists") is UNKNOWN:
            found["audience.exclude_lists"] = UNKNOWN
        return {**super().told(seen), **found}

    def read(self, answer: Any) -> Campaign[Raw]:
        """Give the campaign of an answer, whose id older editions call `campaignId`."""
        campaign = super().read(answer)
        return campaign if campaign.id else replace(campaign, id=told(plain(campaign.raw), "campaign_id") or "")

    def _publish(self, ask: Ask, body: Fields) -> Script[Campaign[Raw]]:
        whole = merged({**body, "publish": True}, ask.native)
        return self.one(
            "publish the campaign",
            lambda c, _: c.campaigns.update(ask.id, body=models.CampaignUpdate.model_validate(whole)),
            reaches=_STORED,
            may_send=True,
        )

    def _reading(self, id: str) -> Step:
        lists = [models.RecipientList.model_construct(id="{toLists}", type="list")]
        sender = models.CampaignSender.model_construct(email="{email}", name="{name}")
        campaign = models.Campaign.model_construct(id=id, from_=sender, to_lists=lists)
        stand_in = models.CampaignResponse.model_construct(success=True, data=campaign)
        return self.step("read the campaign", lambda c, _: c.campaigns.get(id), stands_in=stand_in)

    def _body(self, given: Fields) -> dict[str, Any]:
        more = {
            "content.html": "html_template",
            "audience.exclude_lists": "exclude_lists",
            "sender.identity_id": "from_sender_id",
        }
        body = {**picked(given, {**self.same, **more}), **_times(given)}
        if "audience.lists" in given or "audience.segment" in given:
            segment = given.get("audience.segment")
            body["to_lists"] = [*given.get("audience.lists", ()), *([segment] if segment else [])]
        if _GLOBAL in body.get("to_lists", ()):
            raise Unsupported("autosend", "audience.lists", f"{_GLOBAL} is everyone; say Audience(everyone=True)")
        return body


def _times(given: Fields) -> dict[str, Any]:
    at: SendAt | None = given.get("schedule.send_at")
    gradual: Gradual | None = given.get("schedule.gradual")
    found: dict[str, Any] = {"send_now": True} if "schedule.send_now" in given else {}
    if at:
        found = {"send_mode": "scheduled", "scheduled_at": at.at, "timezone": at.timezone}
    if gradual:
        size = {"gradual_strategy": gradual.growth, "daily_batch_size": gradual.per_day}
        found = {"send_mode": "gradual", "scheduled_at": gradual.at, **size}
    return {name: value for name, value in found.items() if value is not UNKNOWN}


def _rewrites(given: Fields) -> tuple[str, ...]:
    shared = "the template of the campaign: its HTML is rewritten for every campaign that uses it"
    return (shared,) if "content.html" in given else ()


def _listed(one: Any) -> tuple[str, str]:
    return (one["id"], str(one.get("type"))) if isinstance(one, dict) else (str(one), "list")


def _schedule(seen: Fields) -> Any:
    at, zone = told(seen, "scheduled_at"), told(seen, "timezone")
    if seen.get("send_mode") == "scheduled" and at:
        return SendAt(at, timezone=zone or UNKNOWN)
    return SendNow() if seen.get("send_mode") == "immediate" else UNKNOWN


ADAPTER = AutoSendAdapter()
