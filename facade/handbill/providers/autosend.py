"""AutoSend: newsletters.  Updates merge; HTML is written into a template that campaigns can share."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, TypeAlias, TypedDict

import handbill_autosend
from handbill_autosend import AsyncAutoSend, AutoSend, models

from .. import adapter
from ..adapter import Adapter, Ask, Fields, merged, moment, plain, statuses_of, told
from ..capabilities import Capabilities
from ..errors import NotEditable, Reading, Unsupported
from ..model import UNKNOWN, Campaign, Gradual, SendAt, SendNow, Stats
from ..plans import Answers, Script, Step

Client: TypeAlias = AutoSend | AsyncAutoSend
Raw: TypeAlias = models.Campaign | models.CampaignSummary | models.CampaignListItem


class Options(adapter.Options, total=False):
    """How to call, with the credentials of AutoSend."""

    project_id: str | None


class Native(TypedDict, total=False):
    """The arguments of AutoSend that the campaign model has no words for."""

    unsubscribe_group_id: str


_COUNTS = {name: name for name in ("sent", "delivered", "opened", "clicked", "bounced", "unsubscribed")}
_COUNTS["spam_reports"] = "spam_reported"
# Each of these is one field for AutoSend, which a part of it would replace.
_SENDER, _LISTS = ("sender.email", "sender.name"), ("audience.lists", "audience.segment")
_GLOBAL = "GLOBAL_CONTACT_LIST"
_BESIDE = "audience.beside"  # the ids in `toLists` of the other kind
_AT_ONCE: dict[str, Any] = {"send_mode": "immediate", "send_now": True}
_STORED = ("the audience that is stored with the campaign",)


class AutoSendAdapter(Adapter[Client, Raw]):
    """Campaigns of AutoSend."""

    table = Capabilities.of("autosend")
    reading = Reading(
        provider="autosend",
        package=handbill_autosend,
        failures={(400, "ONLY_DRAFT_CAMPAIGNS_CAN_BE_DELETED"): NotEditable},
        code_at=(("error", "code"), ("code",)),
        fields_at=("error", "details"),
    )
    clients = (AutoSend, AsyncAutoSend)
    statuses = statuses_of(draft="draft", scheduled="scheduled", running="sending sending_gradual") | statuses_of(
        paused="paused", finished="sent", canceled="aborted"
    )
    native = frozenset(Native.__annotations__)
    sends = frozenset({"send_now", "publish"})
    bodiless = frozenset({"pause", "resume"})

    def create(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Create the campaign as a draft: it is neither published nor sent."""
        body = merged(self._body(ask.given), ask.native)
        return self.writes(
            "create the campaign",
            lambda c, _: c.campaigns.create(body=models.CampaignCreate.model_validate(body)),
            made=lambda answer: self.read(answer).id,
            reaches=_reaches(ask.given),
        )

    def get(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Read the campaign."""
        return Script(steps=(self._reading(ask.id),), result=lambda got: self.read(got[0]))

    def list(self, ask: Ask) -> Script[Any]:
        """List campaigns, without sender, audience and template."""
        return self.reads("list campaigns", lambda c, _: c.campaigns.list(), items="data.campaigns")

    def update(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Change what is given; where it is a part of one field of AutoSend, the rest is read first."""
        parts = [pair for pair in (_SENDER, _LISTS) if len([name for name in pair if name in ask.given]) == 1]

        timed = any(name.startswith("schedule.") for name in ask.given)

        def change(client: Client, got: Answers) -> object:
            if timed and self.read(got[0]).status.may_send:
                raise Unsupported("autosend", "schedule", "the campaign is armed; give the new time to schedule()")
            given = {**(self._kept(plain(got[0].data), parts, ask.given) if parts else {}), **ask.given}
            body = merged(self._body(given), ask.native)
            return client.campaigns.update(ask.id, body=models.CampaignUpdate.model_validate(body))

        reading = [self._reading(ask.id)] if parts or timed else []
        steps = (*reading, self.step("change the campaign", change, writes=True))
        kept = ("nobody else changes sender or lists meanwhile: what is not named is sent again",) if parts else ()
        needs = (*kept, *(("the campaign is not armed",) if timed else ()))
        return Script(steps=steps, result=lambda got: self.read(got[-1]), needs=needs, reaches=_reaches(ask.given))

    def schedule(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Set the time and publish, which makes it final."""
        return self._publish(ask, self._body(ask.given))

    def start(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Publish and send."""
        return self._publish(ask, _AT_ONCE)

    def pause(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Pause it."""
        return self.writes("pause it", lambda c, _: c.campaigns.pause(ask.id), needs=("it is being sent",))

    def resume(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Resume it."""
        more: dict[str, Any] = {"needs": ("it is paused",), "reaches": _STORED, "may_send": True}
        return self.writes("resume it", lambda c, _: c.campaigns.resume(ask.id), **more)

    def cancel(self, ask: Ask) -> Script[Campaign[Raw]]:
        """Abort it."""
        return self.writes("abort it", lambda c, _: c.campaigns.abort(ask.id))

    def delete(self, ask: Ask) -> Script[None]:
        """Delete it."""
        needs = ("the campaign is a draft",)
        return self.writes("delete it", lambda c, _: c.campaigns.delete(ask.id), needs=needs, result=lambda got: None)

    def stats(self, ask: Ask) -> Script[Stats[models.Campaign]]:
        """Read the counts with the campaign."""
        step = self._reading(ask.id)
        return Script(steps=(step,), result=lambda got: self.counts(ask, got[0], _COUNTS, at="metrics"))

    def told(self, seen: Fields) -> dict[str, Any]:
        """Give the fields that a campaign tells; lists and segments stand in one list."""
        listed, excluded = _listed(told(seen, "to_lists")), _listed(told(seen, "exclude_lists"))
        excludes = excluded if excluded is UNKNOWN else tuple(excluded or ()) or None
        found = {**super().told(seen), "schedule": _schedule(seen), "audience.exclude_lists": excludes}
        if listed is not UNKNOWN:
            segments = [id for id, kind in (listed or {}).items() if kind == "segment"]
            # Of several segments, none is the one.
            found["audience.segment"] = UNKNOWN if len(segments) > 1 else next(iter(segments), None)
            found["audience.lists"] = tuple(id for id in listed or () if id not in (*segments, _GLOBAL)) or None
            found["audience.everyone"] = _GLOBAL in (listed or ()) or found["audience.everyone"]
        return found

    def read(self, answer: Any) -> Campaign[Raw]:
        """Give the campaign of an answer, whose id older editions call `campaignId`."""
        campaign = super().read(answer)
        return campaign if campaign.id else replace(campaign, id=told(plain(campaign.raw), "campaign_id") or "")

    def _kept(self, seen: Fields, parts: Collection[tuple[str, str]], given: Fields) -> Fields:
        """Give what stands beside a part that is *given*; what the campaign does not tell would be lost."""
        kept, listed = self.told(seen), _listed(told(seen, "to_lists"))
        others = "segment" if "audience.lists" in given else "list"
        if listed is not UNKNOWN:
            kept[_BESIDE] = tuple(id for id, kind in (listed or {}).items() if kind == others and id != _GLOBAL)
        needed = [name for pair in parts for name in (pair if pair == _SENDER else (_BESIDE,)) if name not in given]
        if lost := [name for name in needed if kept.get(name, UNKNOWN) is UNKNOWN]:
            name = lost[0] if lost[0] != _BESIDE else f"audience.{others}s"
            raise Unsupported("autosend", name, "the campaign does not tell it, so it would be lost; give it too")
        return {name: kept[name] for name in needed if kept[name] is not None}

    def _publish(self, ask: Ask, body: Fields) -> Script[Campaign[Raw]]:
        whole = merged({**body, "publish": True}, ask.native)
        return self.writes(
            "publish the campaign",
            lambda c, _: c.campaigns.update(ask.id, body=models.CampaignUpdate.model_validate(whole)),
            reaches=_STORED,
            may_send=True,
        )

    def _reading(self, id: str) -> Step:
        lists = [models.RecipientList.model_construct(id=f"{{{kind}s}}", type=kind) for kind in ("list", "segment")]
        sender = models.CampaignSender.model_construct(email="{email}", name="{name}")
        campaign = models.Campaign.model_construct(id=id, status="draft", from_=sender, to_lists=lists)
        stand_in = models.CampaignResponse.model_construct(success=True, data=campaign)
        return self.step("read the campaign", lambda c, _: c.campaigns.get(id), stands_in=stand_in)

    def _body(self, given: Fields) -> dict[str, Any]:
        body = {**self.body(given), **_times(given)}
        if {"audience.lists", "audience.segment"} & given.keys():
            segment = given.get("audience.segment")
            lists = [*given.get("audience.lists", ()), *given.get(_BESIDE, ()), *([segment] if segment else [])]
            if _GLOBAL in lists:
                raise Unsupported("autosend", "audience.lists", f"{_GLOBAL} is everyone; say Audience(everyone=True)")
            if not lists:
                raise Unsupported("autosend", "audience", "no way to leave a campaign without lists is documented")
            # Lists that are named are those that it goes to, and not everyone beside them.
            body = {"send_to_global_list": False, **body, "to_lists": lists}
        return body


def _times(given: Fields) -> dict[str, Any]:
    at: SendAt | None = given.get("schedule.send_at")
    gradual: Gradual | None = given.get("schedule.gradual")
    found = _AT_ONCE if "schedule.send_now" in given else {}
    if at:
        found = {"send_mode": "scheduled", "scheduled_at": at.at, "timezone": at.timezone}
    if gradual:
        size = {"gradual_strategy": gradual.growth, "daily_batch_size": gradual.per_day}
        found = {"send_mode": "gradual", "scheduled_at": gradual.at, **size}
    return {name: value for name, value in found.items() if value is not UNKNOWN}


def _reaches(given: Fields) -> tuple[str, ...]:
    shared = "the template, whose HTML is rewritten for every campaign that uses it"
    everyone = ("every contact of the project",) if given.get("audience.everyone") is True else ()
    return (*everyone, *((shared,) if "content.html" in given else ()))


def _listed(lists: Any) -> Any:
    """Give kinds by id; the lists of an answer are objects, or ids in older editions.  What lacks its id is unknown."""
    known = [(one.get("id"), one.get("type")) if isinstance(one, dict) else (one, "list") for one in lists or ()]
    if lists is UNKNOWN or not all(isinstance(id, str) for id, _ in known):
        return UNKNOWN
    return {id: "segment" if kind == "segment" else "list" for id, kind in known} if lists is not None else None


def _schedule(seen: Fields) -> Any:
    at, zone = moment(told(seen, "scheduled_at")), told(seen, "timezone")
    if seen.get("send_mode") == "scheduled" and at:
        return SendAt(at, timezone=zone or UNKNOWN)
    return SendNow() if seen.get("send_mode") == "immediate" else UNKNOWN


ADAPTER = AutoSendAdapter()
