# ruff: noqa: E501
"""What each step of the providers' histories changed, as section 5 of their sheets records it.

A line is a level on the wire, the id and the place; the property that came or went is the end of the place.
"""

from __future__ import annotations

STEPS: dict[tuple[str, str, str], str] = {
    # 5.2, H1, H2 and H5: `campaignId` is called `id`, and `success` goes.
    ("loops", "2026-04-23-alpha", "2026-06-02"): """
breaking | response-required-property-removed | GET /v1/campaigns · response 200 application/json · data.items.campaignId
breaking | response-required-property-removed | GET /v1/campaigns · response 200 application/json · success
breaking | response-required-property-removed | POST /v1/campaigns · response 201 application/json · campaignId
breaking | response-required-property-removed | POST /v1/campaigns · response 201 application/json · success
breaking | response-required-property-removed | schema Campaign · campaignId
breaking | response-required-property-removed | schema Campaign · success
breaking | response-required-property-removed | schema ErrorResponse · success
compatible | request-parameter-renamed | 2 operations · path parameter id
compatible | response-required-property-added | GET /v1/campaigns · response 200 application/json · data.items.id
compatible | response-required-property-added | POST /v1/campaigns · response 201 application/json · id
compatible | response-required-property-added | schema Campaign · id
""",
    # 5.2, H3 to H5: group, audience and scheduling come; the name is optional; `subject` goes.
    ("loops", "2026-06-02", "1.12.0"): """
breaking | response-property-became-nullable | POST /v1/campaigns · response 201 application/json · emailMessageId
breaking | response-required-property-removed | GET /v1/campaigns · response 200 application/json · data.items.subject
compatible | new-optional-request-property | POST /v1/campaigns · request body application/json · audienceFilter
compatible | new-optional-request-property | POST /v1/campaigns · request body application/json · audienceSegmentId
compatible | new-optional-request-property | POST /v1/campaigns · request body application/json · campaignGroupId
compatible | new-optional-request-property | POST /v1/campaigns · request body application/json · mailingListId
compatible | new-optional-request-property | POST /v1/campaigns · request body application/json · scheduling
compatible | new-optional-request-property | POST /v1/campaigns/{campaignId} · request body application/json · audienceFilter
compatible | new-optional-request-property | POST /v1/campaigns/{campaignId} · request body application/json · audienceSegmentId
compatible | new-optional-request-property | POST /v1/campaigns/{campaignId} · request body application/json · campaignGroupId
compatible | new-optional-request-property | POST /v1/campaigns/{campaignId} · request body application/json · mailingListId
compatible | new-optional-request-property | POST /v1/campaigns/{campaignId} · request body application/json · scheduling
compatible | request-parameter-renamed | 2 operations · path parameter campaignId
compatible | request-property-became-optional | POST /v1/campaigns/{campaignId} · request body application/json · name
compatible | response-non-success-status-added | POST /v1/campaigns · response 404
compatible | response-required-property-added | POST /v1/campaigns · response 201 application/json · audienceFilter
compatible | response-required-property-added | POST /v1/campaigns · response 201 application/json · audienceSegmentId
compatible | response-required-property-added | POST /v1/campaigns · response 201 application/json · campaignGroupId
compatible | response-required-property-added | POST /v1/campaigns · response 201 application/json · mailingListId
compatible | response-required-property-added | POST /v1/campaigns · response 201 application/json · scheduling
compatible | response-required-property-added | schema Campaign · audienceFilter
compatible | response-required-property-added | schema Campaign · audienceSegmentId
compatible | response-required-property-added | schema Campaign · campaignGroupId
compatible | response-required-property-added | schema Campaign · mailingListId
compatible | response-required-property-added | schema Campaign · scheduling
""",
    # 5.2, H5 and H6: enums of the status, pagination in full; all else is in words.
    ("loops", "1.12.0", "1.21.7"): """
compatible | response-property-became-enum | POST /v1/campaigns · response 201 application/json · status
compatible | response-property-became-enum | schema Campaign · status
compatible | response-property-became-required | GET /v1/campaigns · response 200 application/json · pagination.nextCursor
compatible | response-property-became-required | GET /v1/campaigns · response 200 application/json · pagination.nextPage
compatible | response-property-became-required | GET /v1/campaigns · response 200 application/json · pagination.perPage
compatible | response-property-became-required | GET /v1/campaigns · response 200 application/json · pagination.returnedResults
compatible | response-property-became-required | GET /v1/campaigns · response 200 application/json · pagination.totalPages
compatible | response-property-became-required | GET /v1/campaigns · response 200 application/json · pagination.totalResults
""",
    # 5.1 and 5.2: push beside email, languages, API_MISUSE.
    ("batch", "2.1", "2.4"): """
breaking | api-server-url-changed | 3 operations · servers
compatible | new-optional-request-property | schema EmailMessage · languages
compatible | request-property-discriminator-mapping-added | schema Message
compatible | request-property-one-of-added | schema Message
compatible | response-media-type-added | POST /campaigns/update · response 200
compatible | response-non-success-status-added | POST /campaigns/update · response 403
""",
    # 5.1, 5.3 and 5.4: states, send_rate, labels; delete; orchestrations.
    ("batch", "2.4", "2.10"): """
breaking | api-server-url-changed | 3 operations · servers
risky | response-success-status-added | POST /campaigns/delete · response 200
compatible | endpoint-added | GET /orchestrations/list
compatible | endpoint-added | GET /orchestrations/stats
compatible | new-optional-request-property | schema Campaign · labels
compatible | new-optional-request-property | schema Campaign · send_rate
compatible | request-property-enum-value-added | schema Campaign · state
compatible | request-property-enum-value-added | schema Campaign · state
compatible | response-non-success-status-added | POST /campaigns/delete · response 400
compatible | response-non-success-status-added | POST /campaigns/delete · response 503
""",
    # 5.1 to 5.3: version A to B.
    ("autosend", "2026-03", "2026-04"): """
breaking | request-body-any-of-added | POST /campaigns · request body application/json
breaking | response-property-type-changed | schema Campaign · toLists.items
risky | response-optional-property-removed | DELETE /campaigns/{campaignId} · response 200 application/json · message
risky | response-optional-property-removed | GET /campaigns · response 200 application/json · data.pagination.pages
risky | response-optional-property-removed | schema Campaign · campaignId
risky | response-optional-property-removed | schema Campaign · timezone
risky | response-optional-property-removed | schema CampaignSummary · campaignId
compatible | new-optional-request-property | PATCH /campaigns/{campaignId} · request body application/json · htmlTemplate
compatible | new-optional-request-property | POST /campaigns · request body application/json · htmlTemplate
compatible | response-non-success-status-removed | DELETE /campaigns/{campaignId} · response 400
compatible | response-non-success-status-removed | DELETE /campaigns/{campaignId} · response 404
compatible | response-optional-property-added | DELETE /campaigns/{campaignId} · response 200 application/json · data
compatible | response-optional-property-added | GET /campaigns · response 200 application/json · data.pagination.totalPages
compatible | response-optional-property-added | schema Campaign · abortedAt
compatible | response-optional-property-added | schema Campaign · createdBy
compatible | response-optional-property-added | schema Campaign · failureReason
compatible | response-optional-property-added | schema Campaign · id
compatible | response-optional-property-added | schema Campaign · metrics
compatible | response-optional-property-added | schema Campaign · organizationId
compatible | response-optional-property-added | schema Campaign · pausedAt
compatible | response-optional-property-added | schema Campaign · pausedReason
compatible | response-optional-property-added | schema Campaign · projectId
compatible | response-optional-property-added | schema Campaign · resumedAt
compatible | response-optional-property-added | schema Campaign · sendNow
compatible | response-optional-property-added | schema Campaign · sendToGlobalList
compatible | response-optional-property-added | schema Campaign · sentAt
compatible | response-optional-property-added | schema Campaign · source
compatible | response-optional-property-added | schema Campaign · template
compatible | response-optional-property-added | schema Campaign · thresholdPreset
compatible | response-optional-property-added | schema CampaignResponse · message
compatible | response-optional-property-added | schema CampaignSummary · id
""",
    # 5.1 to 5.5: V1 to V2.
    ("sendkit", "v1", "v2"): """
risky | request-parameter-removed | parameter Page
risky | request-property-removed | PATCH /v1/campaigns/{campaignId}/leads/{campaignLeadId} · request body application/json · tags
risky | response-optional-property-removed | schema Campaign · mailboxes
risky | response-optional-property-removed | schema CampaignLead · tags
risky | response-optional-property-removed | schema Pagination · page
risky | response-optional-property-removed | schema Pagination · pages
compatible | api-global-security-removed | 12 operations · security
compatible | api-global-security-removed | 12 operations · security
compatible | new-optional-request-parameter | parameter From
compatible | new-optional-request-parameter | parameter To
compatible | new-optional-request-property | PATCH /v1/campaigns/{campaignId}/leads/{campaignLeadId} · request body application/json · aiTag
compatible | new-optional-request-property | schema CampaignSettings · bcc
compatible | new-optional-request-property | schema CampaignSettings · cc
compatible | new-optional-request-property | schema CampaignSettings · cnameTracking
compatible | new-optional-request-property | schema CampaignSettings · copyFatigueProtection
compatible | new-optional-request-property | schema CampaignSettings · emailIntervalMinutes
compatible | new-optional-request-property | schema CampaignSettings · espMatchingMode
compatible | new-optional-request-property | schema CampaignSettings · espMatchingRules
compatible | new-optional-request-property | schema CampaignSettings · includeUnsubscribeLink
compatible | new-optional-request-property | schema CampaignSettings · positiveRepliesOnlySlack
compatible | new-optional-request-property | schema CampaignSettings · skipDNC
compatible | new-optional-request-property | schema CampaignSettings · slackChannelId
compatible | new-optional-request-property | schema CampaignSettings · stopOnAutoReply
compatible | new-optional-request-property | schema CampaignSettings · stopOnCompanyReply
compatible | new-optional-request-property | schema CampaignSettings · variantOptimization
compatible | new-optional-request-property | schema CampaignSettings · webhook
compatible | new-optional-request-property | schema Schedule · skipNationalHolidays
compatible | request-parameter-renamed | PATCH /v1/campaigns/{campaignId}/leads/{campaignLeadId} · path parameter campaignLeadId
compatible | request-parameter-renamed | parameter CampaignId
compatible | response-optional-property-added | schema Campaign · mailboxCount
compatible | response-optional-property-added | schema CampaignLead · aiTag
compatible | response-optional-property-added | schema CampaignStats · contacted
compatible | response-optional-property-added | schema CampaignStats · contactedLeads
compatible | response-optional-property-added | schema CampaignStats · totalEmailsSent
compatible | response-optional-property-added | schema CampaignStats · totalLeads
compatible | response-optional-property-added | schema Pagination · hasMore
compatible | response-optional-property-added | schema Pagination · nextCursor
""",
    # 5.1, 5.5 and 5.6: V2 to V3.
    ("sendkit", "v2", "v3"): """
breaking | request-property-enum-value-removed | schema CampaignSettings · espMatchingMode
risky | request-property-removed | schema CampaignSettings · espMatchingRules
risky | response-optional-property-removed | GET /v1/analytics/campaigns/{campaignId} · response 200 application/json · data.stats.totalLeads
compatible | new-optional-request-parameter | GET /v1/analytics/daily/campaigns/{campaignId} · query parameter subsequenceId
compatible | new-optional-request-property | PATCH /v1/campaigns/{campaignId} · request body application/json · subsequences
compatible | new-optional-request-property | POST /v1/campaigns · request body application/json · subsequences
compatible | new-optional-request-property | schema CampaignSettings · segCheckMode
compatible | new-optional-request-property | schema CampaignSettings · segSkipProviders
compatible | response-body-any-of-removed | PATCH /v1/campaigns/{campaignId} · response 400 application/json
compatible | response-optional-property-added | GET /v1/analytics/campaigns/{campaignId} · response 200 application/json · data.bySequence
compatible | response-optional-property-added | GET /v1/analytics/campaigns/{campaignId} · response 200 application/json · data.stats.delivered
compatible | response-optional-property-added | GET /v1/analytics/campaigns/{campaignId} · response 200 application/json · data.stats.unsubscribed
compatible | response-optional-property-added | GET /v1/analytics/campaigns/{campaignId} · response 200 application/json · data.subsequences
compatible | response-optional-property-added | GET /v1/campaigns/{campaignId}/analytics · response 200 application/json · data.bySequence
compatible | response-optional-property-added | GET /v1/campaigns/{campaignId}/analytics · response 200 application/json · data.subsequences
compatible | response-optional-property-added | PATCH /v1/campaigns/{campaignId}/leads/{campaignLeadId} · response 200 application/json · subsequenceEnrollment
compatible | response-optional-property-added | schema CampaignLead · subsequenceEnrollment
""",
}
