"""Calls of every operation, and what each must put on the wire: one table a client.

In: nothing.  Out: `CASES`.  Never: computes what is expected; each row says it in full.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from handbill_autosend import models as autosend
from handbill_batch import models as batch
from handbill_loops import models as loops
from handbill_sendkit import models as sendkit

ABSENT = object()
"""No body at all."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """One call, the request that it becomes, and what comes back for the named example of the contract.

    *found* leads from the result (or the first item of a listing) to *value*.
    """

    operation: str
    call: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict[str, Any])
    request: str
    query: tuple[tuple[str, str], ...] = ()
    json: Any = ABSENT
    status: str = "200"
    sent_as: int = 200
    example: str | None = None
    then: tuple[Any, ...] = ()
    type: type
    found: str = ""
    value: Any = None

    def __str__(self) -> str:
        return f"{self.operation}-{self.example or self.status}"


APRIL = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
NOON_IN_CEST = datetime(2026, 4, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))

LOOPS_ID = "cln0y4p6r003yl70i1j2k3l4m"
LOOPS = (
    Case(
        operation="loops-listCampaigns",
        call="campaigns.list",
        kwargs={"per_page": "10", "cursor": "clp9k2/m4+n6 p8"},
        request="GET /v1/campaigns",
        query=(("perPage", "10"), ("cursor", "clp9k2/m4+n6 p8")),
        example="lastPage",
        type=loops.Campaign,
        found="name",
        value="Spring announcement v2",
    ),
    Case(
        operation="loops-createCampaign",
        call="campaigns.create",
        kwargs={
            "name": "Spring announcement",
            "mailing_list_id": None,
            "audience_segment_id": "clr4c8t0v008yl70x3y4z5a6b",
            "audience_filter": None,
            "scheduling": loops.ScheduleAt(method="schedule", timestamp=APRIL),
        },
        request="POST /v1/campaigns",
        json={
            "name": "Spring announcement",
            "mailingListId": None,
            "audienceSegmentId": "clr4c8t0v008yl70x3y4z5a6b",
            "audienceFilter": None,
            "scheduling": {"method": "schedule", "timestamp": "2026-04-01T09:00:00Z"},
        },
        status="201",
        sent_as=201,
        example="scheduledDraft",
        type=loops.CreatedCampaign,
        found="email_message_content_revision_id",
        value="clv8g2x4z012yl70n5o6p7q8r",
    ),
    Case(
        operation="loops-getCampaign",
        call="campaigns.get",
        args=(LOOPS_ID,),
        request=f"GET /v1/campaigns/{LOOPS_ID}",
        example="draft",
        type=loops.Campaign,
        found="scheduling.method",
        value="now",
    ),
    Case(
        operation="loops-updateCampaign",
        call="campaigns.update",
        args=(LOOPS_ID,),
        kwargs={
            "audience_filter": loops.AudienceFilter(
                match="all",
                conditions=[
                    loops.PropertyCondition(type="property", key="plan", operator="equals", value="pro"),
                    loops.OptInCondition(type="optIn", status=None),
                ],
            ),
            "scheduling": loops.ScheduleNow(method="now"),
        },
        request=f"POST /v1/campaigns/{LOOPS_ID}",
        json={
            "audienceFilter": {
                "match": "all",
                "conditions": [
                    {"type": "property", "key": "plan", "operator": "equals", "value": "pro"},
                    {"type": "optIn", "status": None},
                ],
            },
            "scheduling": {"method": "now"},
        },
        example="draft",
        type=loops.Campaign,
        found="updated_at",
        value=datetime(2026, 3, 28, 15, 15, tzinfo=UTC),
    ),
)

BATCH_ID = "orchestration_0664hyh918hr1gnzka9py5t62nrc0e1q"
BATCH_CURSOR = "eW9kYSBVRAMjAyNS0wNS0xNFQxNDo1cGRhdGUgc2FtcGxlIEFuZHJvaWMzo1NFo="
BATCH_CAMPAIGN = batch.Campaign(
    name="The campaign name",
    state="DRAFT",
    when=batch.When(local_time=False, start_time="now"),
    messages=[batch.EmailMessage(channel_type="email", subject="été")],
)
BATCH_CAMPAIGN_JSON = {
    "name": "The campaign name",
    "state": "DRAFT",
    "when": {"local_time": False, "start_time": "now"},
    "messages": [{"channel_type": "email", "subject": "été"}],
}
BATCH = (
    Case(
        operation="batch-createCampaign",
        call="campaigns.create",
        kwargs={
            "name": "The campaign name",
            "state": "RUNNING",
            "when": batch.When(start_time=NOON_IN_CEST),
            "messages": [batch.PushMessage(channel_type="push")],
            "send_rate": 1000,
            "targeting": batch.Targeting(languages=["fr"], query={"firstname": {"$eq": "Jane"}}),
        },
        request="POST /campaigns/create",
        json={
            "name": "The campaign name",
            "state": "RUNNING",
            "when": {"start_time": "2026-04-01T10:30:00Z"},
            "messages": [{"channel_type": "push"}],
            "send_rate": 1000,
            "targeting": {"languages": ["fr"], "query": {"firstname": {"$eq": "Jane"}}},
        },
        status="2XX",
        example="created",
        type=batch.CampaignCreated,
        found="id",
        value=BATCH_ID,
    ),
    Case(
        operation="batch-updateCampaign",
        call="campaigns.update",
        kwargs={"id": BATCH_ID, "campaign": BATCH_CAMPAIGN},
        request="POST /campaigns/update",
        json={"id": BATCH_ID, "campaign": BATCH_CAMPAIGN_JSON},
        example="updated",
        type=dict,
    ),
    Case(
        operation="batch-deleteCampaign",
        call="campaigns.delete",
        kwargs={"id": BATCH_ID},
        request="POST /campaigns/delete",
        json={"id": BATCH_ID},
        example="deleted",
        type=dict,
    ),
    Case(
        operation="batch-deleteCampaign",
        call="campaigns.delete",
        kwargs={"id": BATCH_ID},
        request="POST /campaigns/delete",
        json={"id": BATCH_ID},
        status="204",
        sent_as=204,
        type=type(None),
    ),
    Case(
        operation="batch-listOrchestrations",
        call="orchestrations.list",
        kwargs={"limit": 100, "from_": BATCH_CURSOR[:9]},
        request="GET /orchestrations/list",
        query=(("from", BATCH_CURSOR[:9]), ("limit", "100")),
        example="page",
        then=({"has_more": False},),
        type=batch.Orchestration,
        found="created_date",
        value="2017-03-02T09:43:17",
    ),
    Case(
        operation="batch-getOrchestrationStats",
        call="orchestrations.get_stats",
        kwargs={"orchestration_id": BATCH_ID, "from_": date(2025, 1, 13), "to": date(2025, 2, 12)},
        request="GET /orchestrations/stats",
        query=(("orchestration_id", BATCH_ID), ("from", "2025-01-13"), ("to", "2025-02-12")),
        example="abTest",
        type=batch.OrchestrationStats,
        found="details.0.versions.1.version",
        value="b",
    ),
    Case(
        operation="batch-getOrchestration",
        call="orchestrations.get",
        kwargs={"orchestration_id": BATCH_ID},
        request="GET /orchestrations/view",
        query=(("orchestration_id", BATCH_ID),),
        example="pushCampaign",
        type=batch.PushCampaignDetails,
        found="name",
        value="Soldes d'été",
    ),
)

AUTOSEND_ID = "60d5ec49f1b2c72d9c8b4567"
AUTOSEND = (
    Case(
        operation="autosend-listCampaigns",
        call="campaigns.list",
        kwargs={"status": "draft", "page": 1, "limit": 20},
        request="GET /campaigns",
        query=(("status", "draft"), ("page", "1"), ("limit", "20")),
        example="twoCampaigns",
        type=autosend.CampaignListItem,
        found="preview_text",
        value="Up to 50% off this weekend only",
    ),
    Case(
        operation="autosend-createCampaign",
        call="campaigns.create",
        kwargs={
            "name": "Spring Sale Newsletter",
            "from_": autosend.Sender(email="hello@example.com"),
            "template_id": "60d5ec49f1b2c72d9c8b1234",
            "to_lists": ["60d5ec49f1b2c72d9c8b0001"],
            "exclude_lists": [],
            "send_mode": "gradual",
            "gradual_strategy": "1.25x",
            "daily_batch_size": 1,
            "scheduled_at": NOON_IN_CEST,
            "publish": False,
        },
        request="POST /campaigns",
        json={
            "name": "Spring Sale Newsletter",
            "from": {"email": "hello@example.com"},
            "templateId": "60d5ec49f1b2c72d9c8b1234",
            "toLists": ["60d5ec49f1b2c72d9c8b0001"],
            "excludeLists": [],
            "sendMode": "gradual",
            "gradualStrategy": "1.25x",
            "dailyBatchSize": 1,
            "scheduledAt": "2026-04-01T10:30:00Z",
            "publish": False,
        },
        status="2XX",
        sent_as=201,
        example="sendNow",
        type=autosend.CampaignResponse,
        found="data.to_lists.0.contact_count",
        value=3,
    ),
    Case(
        operation="autosend-getCampaign",
        call="campaigns.get",
        args=(AUTOSEND_ID,),
        request=f"GET /campaigns/{AUTOSEND_ID}",
        example="sent",
        type=autosend.CampaignResponse,
        found="data.template.builder_type",
        value="code",
    ),
    Case(
        operation="autosend-deleteCampaign",
        call="campaigns.delete",
        args=(AUTOSEND_ID,),
        request=f"DELETE /campaigns/{AUTOSEND_ID}",
        example="data",
        type=autosend.CampaignDeleteResponse,
        found="data.deleted",
        value=True,
    ),
    Case(
        operation="autosend-updateCampaign",
        call="campaigns.update",
        args=(AUTOSEND_ID,),
        kwargs={"subject": "Last chance: ends — tonight!", "preview_text": "", "tracking_open": False},
        request=f"PATCH /campaigns/{AUTOSEND_ID}",
        json={"subject": "Last chance: ends — tonight!", "previewText": "", "trackingOpen": False},
        example="springSale",
        type=autosend.CampaignSummaryResponse,
        found="data.name",
        value="Spring Sale Newsletter - Final",
    ),
    *(
        Case(
            operation=f"autosend-{verb}Campaign",
            call=f"campaigns.{verb}",
            args=(AUTOSEND_ID,),
            request=f"POST /campaigns/{AUTOSEND_ID}/{verb}",
            example=example,
            type=autosend.CampaignSummaryResponse,
            found="data.status",
            value=status,
        )
        for verb, example, status in (
            ("abort", "aborted", "aborted"),
            ("pause", "paused", "paused"),
            ("resume", "gradual", "sending_gradual"),
        )
    ),
)

SENDKIT_ID = "665a1b2c3d4e5f6a7b8c9d0e"
SENDKIT_LEAD = "666a1b2c3d4e5f6a7b8c9d01"
SENDKIT = (
    Case(
        operation="sendkit-listCampaigns",
        call="campaigns.list",
        kwargs={"status": "draft", "search": "Q1 & more", "limit": 1, "cursor": "c"},
        request="GET /v1/campaigns",
        query=(("status", "draft"), ("search", "Q1 & more"), ("cursor", "c"), ("limit", "1")),
        example="page",
        type=sendkit.Campaign,
        found="stats.contacted_leads",
        value=150,
    ),
    Case(
        operation="sendkit-createCampaign",
        call="campaigns.create",
        kwargs={
            "name": "Q1 Outreach Campaign",
            "mailbox_tags": ["outreach"],
            "schedule": sendkit.Schedule(start_time="08:30", working_days=[1, 5]),
            "settings": sendkit.CampaignSettings(skip_dnc=True, cname_tracking=sendkit.CnameTracking(enabled=True)),
            "sequence": [
                sendkit.EmailStepInput(type="email", order=0, body="<p>Hi</p>"),
                sendkit.WaitStepInput(type="wait", order=1, wait_days=3),
            ],
        },
        request="POST /v1/campaigns",
        json={
            "name": "Q1 Outreach Campaign",
            "mailboxTags": ["outreach"],
            "schedule": {"startTime": "08:30", "workingDays": [1, 5]},
            "settings": {"skipDNC": True, "cnameTracking": {"enabled": True}},
            "sequence": [
                {"type": "email", "order": 0, "body": "<p>Hi</p>"},
                {"type": "wait", "order": 1, "waitDays": 3},
            ],
        },
        example="created",
        type=sendkit.CampaignResponse,
        found="data.id",
        value=SENDKIT_ID,
    ),
    Case(
        operation="sendkit-getCampaign",
        call="campaigns.get",
        args=(SENDKIT_ID,),
        request=f"GET /v1/campaigns/{SENDKIT_ID}",
        example="active",
        type=sendkit.CampaignResponse,
        found="data.sending_schedule.working_days",
        value=[1, 2, 3, 4, 5],
    ),
    Case(
        operation="sendkit-updateCampaign",
        call="campaigns.update",
        args=(SENDKIT_ID,),
        kwargs={
            "subsequences": [
                sendkit.SubsequenceInput(
                    id="665c1b2c3d4e5f6a7b8c9d20", trigger=sendkit.AiTagTrigger(type="ai_tag", value="interested")
                ),
                sendkit.SubsequenceInput(trigger=sendkit.ReplyTrigger(type="reply"), sequence=[]),
            ],
            "settings": sendkit.CampaignSettings(
                variant_optimization=sendkit.VariantOptimization(optimization_metric="openRate")
            ),
        },
        request=f"PATCH /v1/campaigns/{SENDKIT_ID}",
        json={
            "subsequences": [
                {"_id": "665c1b2c3d4e5f6a7b8c9d20", "trigger": {"type": "ai_tag", "value": "interested"}},
                {"trigger": {"type": "reply"}, "sequence": []},
            ],
            "settings": {"variantOptimization": {"optimizationMetric": "openRate"}},
        },
        example="updated",
        type=sendkit.CampaignResponse,
        found="data.sending_schedule.start_time",
        value="08:00",
    ),
    Case(
        operation="sendkit-resumeCampaign",
        call="campaigns.resume",
        args=(SENDKIT_ID,),
        request=f"POST /v1/campaigns/{SENDKIT_ID}/resume",
        example="resumed",
        type=sendkit.ResumeResponse,
        found="data.id",
        value=SENDKIT_ID,
    ),
    Case(
        operation="sendkit-sendTestEmail",
        call="campaigns.send_test_email",
        args=(SENDKIT_ID,),
        kwargs={
            "sequence_step": 0,
            "mailbox_id": "665b1c2d3e4f5a6b7c8d9e0f",
            "custom_email": "test@example.com",
            "custom_variables": {"firstName": "John", "nothing": None},
        },
        request=f"POST /v1/campaigns/{SENDKIT_ID}/send-test-email",
        json={
            "sequenceStep": 0,
            "mailboxId": "665b1c2d3e4f5a6b7c8d9e0f",
            "customEmail": "test@example.com",
            "customVariables": {"firstName": "John", "nothing": None},
        },
        example="sent",
        type=sendkit.TestEmailResponse,
        found="data.preview.text",
        value="Hi John,",
    ),
    Case(
        operation="sendkit-listCampaignLeads",
        call="campaigns.list_leads",
        args=(SENDKIT_ID,),
        kwargs={"status": "pending"},
        request=f"GET /v1/campaigns/{SENDKIT_ID}/leads",
        query=(("status", "pending"),),
        example="page",
        type=sendkit.CampaignLead,
        found="lead_id.email",
        value="john@acme.com",
    ),
    Case(
        operation="sendkit-addCampaignLeads",
        call="campaigns.add_leads",
        args=(SENDKIT_ID,),
        kwargs={"leads": [sendkit.CampaignLeadInput(email="john@acme.com", first_name="John")]},
        request=f"POST /v1/campaigns/{SENDKIT_ID}/leads",
        json={"leads": [{"email": "john@acme.com", "firstName": "John"}]},
        example="partial",
        type=sendkit.AddLeadsResponse,
        found="data.errors.0.entry.email",
        value="invalid@",
    ),
    Case(
        operation="sendkit-updateCampaignLead",
        call="campaigns.update_lead",
        args=(SENDKIT_ID, SENDKIT_LEAD),
        kwargs={"status": "paused", "ai_tag": None},
        request=f"PATCH /v1/campaigns/{SENDKIT_ID}/leads/{SENDKIT_LEAD}",
        json={"status": "paused", "aiTag": None},
        example="updated",
        type=sendkit.CampaignLeadResponse,
        found="data.current_sequence_step",
        value=1,
    ),
    Case(
        operation="sendkit-getCampaignAnalytics",
        call="campaigns.get_analytics",
        args=(SENDKIT_ID,),
        kwargs={"from_": date(2024, 5, 1), "to": date(2024, 5, 31)},
        request=f"GET /v1/campaigns/{SENDKIT_ID}/analytics",
        query=(("from", "2024-05-01"), ("to", "2024-05-31")),
        example="report",
        type=sendkit.CampaignAnalyticsResponse,
        found="data.step_analytics.1.id.sequence_step",
        value=2,
    ),
    Case(
        operation="sendkit-getPerCampaignAnalytics",
        call="analytics.get_campaign",
        args=(SENDKIT_ID,),
        request=f"GET /v1/analytics/campaigns/{SENDKIT_ID}",
        example="report",
        type=sendkit.CampaignReportResponse,
        found="data.step_stats.0.id",
        value=0,
    ),
    Case(
        operation="sendkit-getDailyCampaignAnalytics",
        call="analytics.get_campaign_daily",
        args=(SENDKIT_ID,),
        kwargs={"to": date(2024, 5, 31), "subsequence_id": "main"},
        request=f"GET /v1/analytics/daily/campaigns/{SENDKIT_ID}",
        query=(("to", "2024-05-31"), ("subsequenceId", "main")),
        example="oneDay",
        type=sendkit.DailyAnalyticsResponse,
        found="data.0.id",
        value=date(2024, 5, 15),
    ),
)

CASES = (*LOOPS, *BATCH, *AUTOSEND, *SENDKIT)
