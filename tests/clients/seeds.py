"""The example bodies of the five pages that the issue names, as printed there.

Where a page lost braces or values on its way (Batch), what is there is set in the structure it came from.
"""

from __future__ import annotations

from typing import Any

_LOOPS: dict[str, Any] = {
    "id": "cln0y4p6r003yl70i1j2k3l4m",
    "status": "Draft",
    "createdAt": "2026-03-28T15:00:00.000Z",
    "emailMessageId": "cmn5zia4i0017tzli8ric8giv",
    "campaignGroupId": "clq3b7s9u007yl70u9v0w1x2y",
    "mailingListId": None,
    "audienceSegmentId": "clr4c8t0v008yl70x3y4z5a6b",
    "audienceFilter": None,
}

_BATCH_UPDATE: dict[str, Any] = {
    "id": "orchestration_0664hyh918hr1gnzka9py5t62nrc0e1q",
    "campaign": {
        "name": "The campaign name",
        "state": "RUNNING",
        "when": {"local_time": False, "start_time": "2024-01-24T10:22:00Z"},
        "targeting": {"languages": [], "regions": [], "query": {"firstname": {"$eq": "Jane"}}},
        "messages": [
            {
                "channel_type": "email",
                "subject": "The campaign subject",
                "sender_identity_id": "4012",
                "reply_to": {"email_address": ""},
                "html": "The campaign HTML content",
            }
        ],
    },
}

_AUTOSEND_UPDATE: dict[str, Any] = {
    "name": "Spring Sale Newsletter - Final",
    "subject": "Last chance: Spring Sale ends tonight!",
    "previewText": "Up to 50% off — ends at midnight",
    "trackingClick": True,
    "trackingOpen": True,
}

_SENDKIT_UPDATE: dict[str, Any] = {
    "name": "Q1 Outreach Campaign (Updated)",
    "schedule": {"startTime": "10:00", "endTime": "18:00", "skipNationalHolidays": False},
    "settings": {
        "stopOnAutoReply": False,
        "dailySendLimit": 100,
        "espMatchingMode": "auto",
        "segCheckMode": "skip_providers",
        "segSkipProviders": ["proofpoint", "mimecast", "barracuda"],
        "webhook": {"enabled": True, "events": ["lead.replied", "email.opened"]},
        "variantOptimization": {"enabled": True, "optimizationMetric": "openRate", "minimumSendsPerVariant": 100},
    },
}

SEEDS: dict[str, tuple[str, str, Any]] = {
    "000 Loops, updated": (
        "loops-updateCampaign",
        "200",
        _LOOPS
        | {
            "name": "Spring announcement v2",
            "updatedAt": "2026-03-28T15:15:00.000Z",
            "scheduling": {"method": "now", "timestamp": None},
        },
    ),
    "001 Loops, created": (
        "loops-createCampaign",
        "201",
        _LOOPS
        | {
            "name": "Spring announcement",
            "updatedAt": "2026-03-28T15:00:00.000Z",
            "emailMessageContentRevisionId": "clv8g2x4z012yl70n5o6p7q8r",
            "scheduling": {"method": "schedule", "timestamp": "2026-04-01T09:00:00.000Z"},
        },
    ),
    "002 Batch, update": ("batch-updateCampaign", "request", _BATCH_UPDATE),
    "003 AutoSend, update": ("autosend-updateCampaign", "request", _AUTOSEND_UPDATE),
    "003 AutoSend, updated": (
        "autosend-updateCampaign",
        "200",
        {
            "success": True,
            "data": {
                "id": "60d5ec49f1b2c72d9c8b4567",
                **_AUTOSEND_UPDATE,
                "status": "draft",
                "sendMode": "immediate",
                "createdAt": "2026-03-01T10:00:00.000Z",
                "updatedAt": "2026-03-15T14:30:00.000Z",
            },
        },
    ),
    "004 SendKit, update": ("sendkit-updateCampaign", "request", _SENDKIT_UPDATE),
    "004 SendKit, updated": (
        "sendkit-updateCampaign",
        "200",
        {
            "success": True,
            "data": {
                "_id": "665a1b2c3d4e5f6a7b8c9d0e",
                "name": "Q1 Outreach Campaign (Updated)",
                "status": "draft",
                "sendingSchedule": {
                    "timezone": "America/New_York",
                    "startTime": "08:00",
                    "endTime": "18:00",
                    "workingDays": [1, 2, 3, 4, 5],
                },
                "createdAt": "2025-06-10T10:30:00.000Z",
                "updatedAt": "2025-06-12T08:00:00.000Z",
            },
        },
    ),
    "004 SendKit, unknown campaign": (
        "sendkit-updateCampaign",
        "404",
        {"success": False, "error": {"code": "NOT_FOUND", "message": "Campaign not found"}},
    ),
}
"""By name: the operation, `request` or the status of the answer, and the body."""
