"""What providers are known to have changed on their pages is what drift finds, row by row of their sheets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handbill_generator.docs.drift import drifted
from handbill_generator.docs.findings import Finding
from handbill_generator.docs.lock import locked
from handbill_generator.docs.model import Side
from handbill_generator.docs.pages import read_page

from tests.docs.shop_pages_of_providers import autosend, batch, loops, sendkit


def drift(old: str, new: str) -> tuple[Finding, ...]:
    before, after = (read_page(text, name="page") for text in (old, new))
    return drifted(locked(before, checked=date(2026, 11, 27)), after)


def told(finding: Finding) -> str:
    side = "" if finding.side is Side.neither else finding.status or str(finding.side)
    return " ".join(filter(None, (finding.id, side, "/".join(finding.path), *finding.names)))


BASICS = {"name": "Spring", "status": "Draft", "createdAt": "2026-03-28T15:00:00.000Z", "emailMessageId": "em_1"}
AUDIENCE = {
    "campaignGroupId": "grp_1",
    "mailingListId": None,
    "audienceSegmentId": "seg_1",
    "audienceFilter": None,
    "scheduling": {"method": "now", "timestamp": None},
}
MESSAGE = "message string required"


def loops_update(
    variable: str, body: list[str], success: list[str], error: list[str], answer: Any, words: str = ""
) -> str:
    return loops(
        "POST",
        f"/v1/campaigns/{{{variable}}}",
        variables=[f"{variable} string required"],
        body=body,
        success=[*success, "name string required", "createdAt string required", "emailMessageId string required"],
        error=error,
        answer=answer,
        words=words,
    )


LOOPS_ALPHA = loops_update(
    "campaignId",
    ["name string required"],
    ["success boolean required", "campaignId string required", "status string required"],
    ["success boolean required", MESSAGE],
    {"success": True, "campaignId": "cmp_1", **BASICS},
)
LOOPS_JUNE = loops_update(
    "id",
    ["name string required"],
    ["id string required", "status string required"],
    [MESSAGE],
    {"id": "cmp_1", **BASICS},
)
LOOPS_SEED = loops_update(
    "campaignId",
    [
        "name string",
        "campaignGroupId string",
        "mailingListId nullable string",
        "audienceSegmentId nullable string",
        "audienceFilter object",
        "scheduling object",
    ],
    [
        "id string required",
        "status string required; One of Draft, Scheduled, Sending, Sent.",
        "campaignGroupId nullable string required",
        "mailingListId nullable string required",
        "audienceSegmentId nullable string required",
        "audienceFilter nullable object required",
        "scheduling object required",
    ],
    [MESSAGE],
    {"id": "cmp_1", **BASICS, **AUDIENCE},
    words="At least one field must be provided.",
)
LOOPS_LATER = LOOPS_SEED.replace("It is what it is called.", "Sent campaigns take a new one as well.")


def loops_list(item: dict[str, Any], success: list[str], *, pagination: str = "") -> str:
    page = {"totalResults": 1, "nextCursor": "c"}
    fields = [*success, "pagination object required", "data array required"]
    whole = {**({"success": True} if success else {}), "pagination": page, "data": [item]}
    return loops("GET", "/v1/campaigns", success=fields, error=[MESSAGE], answer=whole)


LIST_ALPHA = loops_list({"campaignId": "cmp_1", "subject": "Hello", **BASICS}, ["success boolean required"])
LIST_JUNE = loops_list({"id": "cmp_1", "subject": "Hello", **BASICS}, [])
LIST_SEED = loops_list({"id": "cmp_1", **BASICS, **AUDIENCE}, [])
LIST_LATER = loops_list({"id": "cmp_1", **BASICS, **AUDIENCE, "url": "https://app.loops.so/c/1"}, [])

AUTOSEND_BODY = ["name string", "subject string"]
EITHER = "Either `templateId` or `htmlTemplate` is required."
AUTOSEND_DATA = {"name": "Spring", "subject": "Last chance", "status": "draft"}
AUTOSEND_FIELDS = ["success boolean", "data object", "data.campaignId string", "data.name string"]


def autosend_update(body: list[str], identifier: str) -> str:
    answer = {"success": True, "data": {identifier: "60d5", **AUTOSEND_DATA}}
    return autosend("PATCH", "/v1/campaigns/{campaignId}", body=body, answer=answer, fields=AUTOSEND_FIELDS)


UPDATE_A = autosend_update([*AUTOSEND_BODY, "templateId string"], "campaignId")
UPDATE_B = autosend_update([*AUTOSEND_BODY, f"templateId string; {EITHER}", f"htmlTemplate string; {EITHER}"], "id")


def autosend_create(body: list[str], answer: Any) -> str:
    return autosend("POST", "/v1/campaigns", body=body, answer=answer)


CREATE_A = autosend_create(
    [*AUTOSEND_BODY, "templateId string", "sendNow boolean; Sends it on creation."],
    {
        "success": True,
        "data": {"campaignId": "60d5", **AUTOSEND_DATA, "templateId": "507f1f77bcf86cd799439011", "toLists": ["l1"]},
    },
)
CREATE_B = autosend_create(
    [*AUTOSEND_BODY, "templateId string", "htmlTemplate string", "sendNow boolean; Sends it after 120 seconds."],
    {
        "success": True,
        "message": "Campaign created",
        "data": {
            "id": "60d5",
            **AUTOSEND_DATA,
            "status": "scheduled",
            "templateId": "A-1",
            "toLists": [{"id": "l1", "name": "All", "type": "list", "contactCount": 3}],
            "sendNow": True,
            "sendToGlobalList": False,
            "metrics": {"sent": 0},
            "source": "api",
        },
    },
)

BATCH_BODY = ["name (string, required): The name.", "messages (array, required): What is sent."]
BATCH_MESSAGE = {"channel_type": "email", "subject": "Hello"}


def batch_create(body: list[str], message: Any, **more: Any) -> str:
    whole = {"name": "Spring", "state": "RUNNING", "messages": [message], **more}
    return batch(body=[*BATCH_BODY, *body], example=whole)


BATCH_2_3 = batch_create(["state (string, required): Its state."], BATCH_MESSAGE)
BATCH_2_4 = batch_create(["state (string, required): Its state."], {**BATCH_MESSAGE, "languages": ["en"]})
BATCH_2_10 = batch_create(
    [
        "state (string, required): One of DRAFT, RUNNING, STOPPED.",
        "send_rate (integer, optional): Between 1000 and 1000000.",
        "labels (array, optional): What it is filed under.",
    ],
    {**BATCH_MESSAGE, "languages": ["en"]},
    send_rate=5000,
    labels=["spring"],
)

SENDKIT_ANSWER = {
    "success": True,
    "data": {"_id": "c1", "name": "Q1", "status": "active", "sendingSchedule": {"startTime": "08:00"}},
}
SENDKIT_SETTINGS = {
    "stopOnAutoReply": False,
    "dailySendLimit": 100,
    "webhook": {"enabled": True, "events": ["lead.replied"]},
    "variantOptimization": {"enabled": True, "optimizationMetric": "openRate", "minimumSendsPerVariant": 100},
}
SCHEDULE = {"startTime": "10:00", "skipNationalHolidays": False}
RULES = [{"recipientProvider": "gmail", "senderProvider": "gmail", "priority": 1}]
SENDKIT_1 = sendkit(
    "/v1/campaigns/{id}",
    headers=["Authorization: Bearer YOUR_TOKEN", "X-Api-Key: YOUR_API_KEY"],
    sent={"name": "Q1", "schedule": {"startTime": "08:00"}, "settings": {"dailySendLimit": 100}},
    answer=SENDKIT_ANSWER,
)
SENDKIT_2 = sendkit(
    "/v1/campaigns/{campaignId}",
    headers=["X-Api-Key: YOUR_API_KEY"],
    sent={
        "name": "Q1",
        "schedule": SCHEDULE,
        "settings": {**SENDKIT_SETTINGS, "espMatchingMode": "custom", "espMatchingRules": RULES},
    },
    answer=SENDKIT_ANSWER,
)
SENDKIT_3 = sendkit(
    "/v1/campaigns/{campaignId}",
    headers=["X-Api-Key: YOUR_API_KEY"],
    sent={
        "name": "Q1",
        "schedule": SCHEDULE,
        "settings": {
            **SENDKIT_SETTINGS,
            "espMatchingMode": "auto",
            "segCheckMode": "skip_providers",
            "segSkipProviders": ["proofpoint"],
        },
    },
    answer=SENDKIT_ANSWER,
    words="A trigger that was used cannot be changed: that returns 400 TRIGGER_IMMUTABLE.\n"
    "An agent of another workspace returns 400 AGENT_NOT_FOUND.",
)

ADDED = sorted(AUDIENCE)
HISTORY: dict[str, tuple[str, str, list[str]]] = {
    "Loops, update, alpha to June (H2)": (
        LOOPS_ALPHA, LOOPS_JUNE,
        ["parameter-renamed request path/campaignId campaignId id",
         "property-renamed success body/campaignId campaignId id",
         "property-removed success body/success",
         "property-removed error body/success"],
    ),
    "Loops, update, June to the seed (H3)": (
        LOOPS_JUNE, LOOPS_SEED,
        ["parameter-renamed request path/id id campaignId",
         "required-changed request body/name",
         "rule-changed request body",
         *(f"property-added request body/{name}" for name in ADDED),
         *(f"property-added success body/{name}" for name in ADDED),
         "value-added success body/status Draft Scheduled Sending Sent"],
    ),
    "Loops, update, words alone (H7, H8)": (LOOPS_SEED, LOOPS_LATER, []),
    "Loops, list, alpha to June (H5)": (
        LIST_ALPHA, LIST_JUNE,
        ["property-removed success body/success",
         "property-renamed success body/data/[]/campaignId campaignId id"],
    ),
    "Loops, list, June to the seed (H5)": (
        LIST_JUNE, LIST_SEED,
        ["property-removed success body/data/[]/subject",
         *(f"property-added success body/data/[]/{name}" for name in ADDED)],
    ),
    "Loops, list, later (H5)": (LIST_SEED, LIST_LATER, ["property-added success body/data/[]/url"]),
    "AutoSend, update (5.1)": (
        UPDATE_A, UPDATE_B,
        ["property-renamed success body/data/campaignId campaignId id",
         "property-added request body/htmlTemplate",
         "rule-changed request body"],
    ),
    "AutoSend, create (5.2)": (
        CREATE_A, CREATE_B,
        ["property-renamed success body/data/campaignId campaignId id",
         "type-changed success body/data/toLists/[]",
         "property-added success body/data/metrics",
         "property-added success body/data/sendNow",
         "property-added success body/data/sendToGlobalList",
         "property-added success body/data/source",
         "property-added success body/message",
         "property-added request body/htmlTemplate"],
    ),
    "Batch, create, 2.3 to 2.4 (5.1)": (
        BATCH_2_3, BATCH_2_4, ["property-added request body/messages/[]/languages"],
    ),
    "Batch, create, 2.4 to 2.10 (5.1)": (
        BATCH_2_4, BATCH_2_10,
        ["value-added request body/state DRAFT RUNNING STOPPED",
         "property-added request body/send_rate",
         "property-added request body/labels"],
    ),
    "SendKit, update, V1 to V2 (5.1)": (
        SENDKIT_1, SENDKIT_2,
        ["parameter-renamed request path/id id campaignId",
         "security-changed",
         "property-added request body/schedule/skipNationalHolidays",
         "property-added request body/settings/espMatchingMode",
         "property-added request body/settings/espMatchingRules",
         "property-added request body/settings/stopOnAutoReply",
         "property-added request body/settings/variantOptimization",
         "property-added request body/settings/webhook"],
    ),
    "SendKit, update, V2 to V3 (5.1)": (
        SENDKIT_2, SENDKIT_3,
        ["property-removed request body/settings/espMatchingRules",
         "property-added request body/settings/segCheckMode",
         "property-added request body/settings/segSkipProviders",
         "response-added 400",
         "note-changed request body"],  # two fields whose names nobody could read
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HISTORY)
def test_a_documented_change_is_found_row_by_row(name: str) -> None:
    """Each row of the sheet is a finding, and each finding a row; what a sheet calls words alone is none."""
    old, new, expected = HISTORY[name]
    assert sorted(map(told, drift(old, new))) == sorted(expected)


@pytest.mark.parametrize("name", HISTORY)
def test_going_back_is_found_as_well(name: str) -> None:
    """What moved in one direction moves in the other, and what did not does not."""
    old, new, expected = HISTORY[name]
    assert bool(drift(new, old)) == bool(expected)
