"""The JSON objects that `handbill_sendkit` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import MISSING, Field

from ._model import DateTime, Model

CampaignStatus: TypeAlias = Literal["draft", "active", "paused", "completed", "archived"] | str
"""The state of a campaign."""


class CampaignCreate(Model):
    """A new campaign."""

    name: str
    """The name of the campaign."""
    sequence: list[SequenceStepInput] | MISSING = MISSING
    """The steps of the main sequence, in order."""
    subsequences: list[SubsequenceInput] | MISSING = MISSING
    """The side sequences. At most 15 may be active, that is, not archived. Only one active subsequence
    can have a reply as its trigger, and no two active ones may share an AI tag, whatever its case.
    """
    schedule: Schedule | MISSING = MISSING
    """When mail may leave. Replies return it as `sending_schedule`."""
    settings: CampaignSettings | MISSING = MISSING
    """How the campaign behaves. Replies return the settings directly on the campaign."""
    mailboxes: list[str] | MISSING = MISSING
    """The ids of the sending mailboxes, another spelling of `mailbox_ids`. Only create accepts it."""
    mailbox_ids: Annotated[list[str] | MISSING, Field(alias="mailboxIds")] = MISSING
    """The ids of the sending mailboxes."""
    mailbox_emails: Annotated[list[str] | MISSING, Field(alias="mailboxEmails")] = MISSING
    """The addresses of the sending mailboxes."""
    mailbox_tags: Annotated[list[str] | MISSING, Field(alias="mailboxTags")] = MISSING
    """Selects each mailbox that carries at least one of these tags."""
    mailbox_provider: Annotated[str | MISSING, Field(alias="mailboxProvider")] = MISSING
    """Selects each mailbox of this provider. The words seen are `gmail` and `outlook`."""


class CampaignUpdate(Model):
    """The parts of a campaign to change. What is omitted stays as it is."""

    name: str | MISSING = MISSING
    """The new name of the campaign."""
    sequence: list[SequenceStepInput] | MISSING = MISSING
    """The whole new main sequence. It replaces the stored one, so a step that is left out is gone."""
    subsequences: list[SubsequenceInput] | MISSING = MISSING
    """The whole new set of subsequences. It replaces the stored set. A subsequence keeps its identity
    by its `_id`; when that is lost, the leads enrolled in it are orphaned. At most 15 may be
    active, that is, not archived. Only one active subsequence can have a reply as its trigger, and
    no two active ones may share an AI tag, whatever its case.
    """
    schedule: Schedule | MISSING = MISSING
    """The parts of the schedule to change. It is merged into the stored schedule, which replies return
    as `sending_schedule`.
    """
    settings: CampaignSettings | MISSING = MISSING
    """The settings to change. They are merged into the stored settings. Whether an object or an array
    inside is merged as well or replaced is not documented.
    """
    mailbox_ids: Annotated[list[str] | MISSING, Field(alias="mailboxIds")] = MISSING
    """The ids of the sending mailboxes. The four selectors reassign the mailboxes together; whether
    they replace the assigned ones or add to them is not documented.
    """
    mailbox_emails: Annotated[list[str] | MISSING, Field(alias="mailboxEmails")] = MISSING
    """The addresses of the sending mailboxes."""
    mailbox_tags: Annotated[list[str] | MISSING, Field(alias="mailboxTags")] = MISSING
    """Selects each mailbox that carries at least one of these tags."""
    mailbox_provider: Annotated[str | MISSING, Field(alias="mailboxProvider")] = MISSING
    """Selects each mailbox of this provider. The words seen are `gmail` and `outlook`."""


class EmailStepInput(Model):
    """A step that sends an e-mail."""

    type: Literal["email"]
    """The kind of the step."""
    name: str | MISSING = MISSING
    """The label of the step. The server assigns it; a value sent here need not survive."""
    order: int | MISSING = MISSING
    """The position of the step. The examples count from 0."""
    subject: str | MISSING = MISSING
    """The subject line. It may hold variables such as `{{companyName}}`."""
    body: str | MISSING = MISSING
    """The text, plain or HTML. The server converts it into the HTML of its editor."""
    variants: list[dict[str, Any]] | MISSING = MISSING
    """The variants of an A/B test. Without them the server makes one variant, labelled `A`, from the
    subject and the body of the step.
    """


class WaitStepInput(Model):
    """A step that waits. Only a subsequence is documented as free to begin with one."""

    type: Literal["wait"]
    """The kind of the step."""
    name: str | MISSING = MISSING
    """The label of the step. The server assigns it; a value sent here need not survive."""
    order: int | MISSING = MISSING
    """The position of the step. The examples count from 0."""
    wait_days: Annotated[int | MISSING, Field(alias="waitDays")] = MISSING
    """The number of days to wait."""


SequenceStepInput: TypeAlias = Annotated[EmailStepInput | WaitStepInput, Field(discriminator="type")]
"""One step of a sequence, told apart by `type`."""


class SubsequenceInput(Model):
    """A side sequence that leads enter by a trigger. Further properties are accepted, but their names
    are not documented for writes.
    """

    id: Annotated[str | MISSING, Field(alias="_id")] = MISSING
    """The id of a stored subsequence, to keep its identity. Omit it for a new one."""
    trigger: SubsequenceTrigger | MISSING = MISSING
    """What makes a lead enter. It is fixed as soon as the subsequence has sent mail; archive the
    subsequence and add another one instead.
    """
    sequence: list[SequenceStepInput] | MISSING = MISSING
    """The steps of the subsequence, in order. Its first step may be a wait."""


class AiTagTrigger(Model):
    """Fires when the AI tag of a lead becomes a given one, whether a classifier or a person sets it."""

    type: Literal["ai_tag"]
    """The kind of the trigger."""
    value: str
    """The AI tag to match, in any case."""


class ReplyTrigger(Model):
    """Fires at the first reply of a lead. A `value` beside the type is ignored."""

    type: Literal["reply"]
    """The kind of the trigger."""


SubsequenceTrigger: TypeAlias = Annotated[AiTagTrigger | ReplyTrigger, Field(discriminator="type")]
"""What makes a lead enter a subsequence, told apart by `type`."""


class Schedule(Model):
    """The schedule as a write takes it."""

    timezone: str | MISSING = MISSING
    """The IANA time zone of the clock times, such as `America/Chicago`."""
    start_time: Annotated[str | MISSING, Field(alias="startTime")] = MISSING
    """The time of day at which sending begins, as `HH:MM` on a 24-hour clock."""
    end_time: Annotated[str | MISSING, Field(alias="endTime")] = MISSING
    """The time of day at which sending ends, as `HH:MM` on a 24-hour clock."""
    working_days: Annotated[list[int] | MISSING, Field(alias="workingDays")] = MISSING
    """The weekdays for sending, as numbers. Which day is 1 is not documented."""
    skip_national_holidays: Annotated[bool | MISSING, Field(alias="skipNationalHolidays")] = MISSING
    """Whether nothing is sent on national holidays."""


class SendingSchedule(Model):
    """The stored schedule as replies return it."""

    timezone: str | MISSING = MISSING
    """The IANA time zone of the clock times, such as `America/New_York`."""
    start_time: Annotated[str | MISSING, Field(alias="startTime")] = MISSING
    """The time of day at which sending begins, as `HH:MM` on a 24-hour clock."""
    end_time: Annotated[str | MISSING, Field(alias="endTime")] = MISSING
    """The time of day at which sending ends, as `HH:MM` on a 24-hour clock."""
    working_days: Annotated[list[int] | MISSING, Field(alias="workingDays")] = MISSING
    """The weekdays for sending, as numbers. Which day is 1 is not documented."""


class CampaignSettings(Model):
    """The settings of a campaign; every one is optional. Some settings have no documented name and are
    accepted as further properties: how strongly the campaign draws on mailboxes that it shares with
    others, where a change takes effect in about 15 seconds; its priority between follow-ups and new
    leads; up to 5 addresses to notify of replies, where an empty array clears them; and the id of
    an AI reply agent of this workspace, where null detaches the agent and omission keeps it.
    """

    track_opens: Annotated[bool | MISSING, Field(alias="trackOpens")] = MISSING
    """Whether opens are tracked."""
    track_clicks: Annotated[bool | MISSING, Field(alias="trackClicks")] = MISSING
    """Whether clicks are tracked."""
    include_unsubscribe_link: Annotated[bool | MISSING, Field(alias="includeUnsubscribeLink")] = MISSING
    """Whether messages carry an unsubscribe link."""
    cc: list[str] | MISSING = MISSING
    """The addresses in copy."""
    bcc: list[str] | MISSING = MISSING
    """The addresses in blind copy."""
    stop_on_reply: Annotated[bool | MISSING, Field(alias="stopOnReply")] = MISSING
    """Whether a reply ends the sequence for the lead."""
    stop_on_auto_reply: Annotated[bool | MISSING, Field(alias="stopOnAutoReply")] = MISSING
    """Whether an automatic reply ends the sequence for the lead."""
    stop_on_company_reply: Annotated[bool | MISSING, Field(alias="stopOnCompanyReply")] = MISSING
    """Whether a reply from the lead's company ends the sequence for the lead."""
    skip_dnc: Annotated[bool | MISSING, Field(alias="skipDNC")] = MISSING
    """Whether leads on the do-not-contact list are skipped."""
    daily_send_limit: Annotated[int | MISSING, Field(alias="dailySendLimit")] = MISSING
    """The number of messages that the campaign sends in a day at most."""
    email_interval_minutes: Annotated[int | MISSING, Field(alias="emailIntervalMinutes")] = MISSING
    """The minutes between two messages."""
    esp_matching_mode: Annotated[Literal["disabled", "auto"] | MISSING, Field(alias="espMatchingMode")] = MISSING
    """Whether mailboxes are matched to the mail provider of the recipient."""
    seg_check_mode: Annotated[SegCheckMode | MISSING, Field(alias="segCheckMode")] = MISSING
    """What happens to recipients behind a secure e-mail gateway. `use_specific_mailboxes` is
    deprecated; it is accepted and stored as `disabled`.
    """
    seg_skip_providers: Annotated[list[SegProvider] | MISSING, Field(alias="segSkipProviders")] = MISSING
    """The gateways whose recipients are passed over in the mode `skip_providers`."""
    cname_tracking: Annotated[CnameTracking | MISSING, Field(alias="cnameTracking")] = MISSING
    """A tracking domain of your own."""
    slack_channel_id: Annotated[str | MISSING, Field(alias="slackChannelId")] = MISSING
    """The Slack channel for notifications."""
    positive_replies_only_slack: Annotated[bool | MISSING, Field(alias="positiveRepliesOnlySlack")] = MISSING
    """Whether Slack hears of positive replies only."""
    webhook: CampaignWebhook | MISSING = MISSING
    """The webhook of this campaign."""
    copy_fatigue_protection: Annotated[CopyFatigueProtection | MISSING, Field(alias="copyFatigueProtection")] = MISSING
    """The protection against worn-out copy."""
    variant_optimization: Annotated[VariantOptimization | MISSING, Field(alias="variantOptimization")] = MISSING
    """Whether and how the best variant is chosen automatically."""


SegCheckMode: TypeAlias = Literal["disabled", "skip_all", "skip_providers", "use_specific_mailboxes"]
"""How a campaign treats recipients behind a secure e-mail gateway. `use_specific_mailboxes` is
deprecated: it is accepted and stored as `disabled`.
"""


SegProvider: TypeAlias = Literal[
    "proofpoint",
    "mimecast",
    "barracuda",
    "cisco",
    "forcepoint",
    "sophos",
    "trendmicro",
    "symantec",
    "mcafee",
    "microsoft_atp",
    "google_postini",
]
"""A secure e-mail gateway."""


class CnameTracking(Model):
    """A tracking domain of your own."""

    enabled: bool | MISSING = MISSING
    """Whether the domain is used."""
    domain: str | MISSING = MISSING
    """The domain, such as `track.yourcompany.com`."""


class CampaignWebhook(Model):
    """A webhook that belongs to one campaign."""

    enabled: bool | MISSING = MISSING
    """Whether the webhook is called."""
    url: str | MISSING = MISSING
    """The address to call."""
    secret: str | MISSING = MISSING
    """The secret of the webhook."""
    events: list[str] | MISSING = MISSING
    """The events to report. The words seen are `lead.replied`, `lead.bounced`, `email.sent` and
    `email.opened`.
    """


class CopyFatigueProtection(Model):
    """The protection against worn-out copy."""

    enabled: bool | MISSING = MISSING
    """Whether the protection is on."""
    auto_regenerate: Annotated[bool | MISSING, Field(alias="autoRegenerate")] = MISSING
    """Whether worn-out copy is written anew automatically."""
    auto_resume: Annotated[bool | MISSING, Field(alias="autoResume")] = MISSING
    """Whether the campaign goes on automatically afterwards."""


class VariantOptimization(Model):
    """How the best variant of a step is found and then used alone."""

    enabled: bool | MISSING = MISSING
    """Whether the choice is automatic."""
    optimization_metric: Annotated[
        Literal["replyRate", "openRate", "clickRate"] | MISSING, Field(alias="optimizationMetric")
    ] = MISSING
    """The rate by which variants are compared."""
    minimum_sends_per_variant: Annotated[int | MISSING, Field(alias="minimumSendsPerVariant")] = MISSING
    """The number of sends that each variant needs before the choice."""


class Campaign(Model):
    """A stored campaign. Which properties are present depends on the operation. Settings stand
    directly on the campaign.
    """

    id: Annotated[str, Field(alias="_id")]
    """The id of the campaign."""
    name: str
    """The name of the campaign."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The id of the user behind the campaign."""
    workspace_id: Annotated[str | MISSING, Field(alias="workspaceId")] = MISSING
    """The id of the workspace of the campaign."""
    status: CampaignStatus
    """The state of the campaign."""
    mailboxes: list[str] | MISSING = MISSING
    """The ids of the sending mailboxes. Newer replies of the get operation give `mailbox_count`
    instead.
    """
    mailbox_count: Annotated[int | MISSING, Field(alias="mailboxCount")] = MISSING
    """The number of sending mailboxes."""
    mailbox_rotation: Annotated[str | MISSING, Field(alias="mailboxRotation")] = MISSING
    """How the mailboxes take turns. The word seen is `round-robin`."""
    sequence: list[SequenceStep] | MISSING = MISSING
    """The steps of the main sequence."""
    sending_schedule: Annotated[SendingSchedule | MISSING, Field(alias="sendingSchedule")] = MISSING
    """The stored form of the `schedule` of a write."""
    track_opens: Annotated[bool | MISSING, Field(alias="trackOpens")] = MISSING
    """Whether opens are tracked."""
    track_clicks: Annotated[bool | MISSING, Field(alias="trackClicks")] = MISSING
    """Whether clicks are tracked."""
    stop_on_reply: Annotated[bool | MISSING, Field(alias="stopOnReply")] = MISSING
    """Whether a reply ends the sequence for the lead."""
    include_unsubscribe_link: Annotated[bool | MISSING, Field(alias="includeUnsubscribeLink")] = MISSING
    """Whether messages carry an unsubscribe link."""
    email_interval_minutes: Annotated[int | MISSING, Field(alias="emailIntervalMinutes")] = MISSING
    """The minutes between two messages."""
    esp_matching_mode: Annotated[
        Literal["disabled", "auto", "custom"] | str | MISSING, Field(alias="espMatchingMode")
    ] = MISSING
    """Whether mailboxes are matched to the mail provider of the recipient. `custom` is a legacy value
    of old campaigns that a write does not accept.
    """
    esp_matching_rules: Annotated[list[EspMatchingRule] | MISSING, Field(alias="espMatchingRules")] = MISSING
    """The matching rules of the legacy mode `custom`. A write of them is ignored."""
    seg_check_mode: Annotated[
        Literal["disabled", "skip_all", "skip_providers", "use_specific_mailboxes"] | str | MISSING,
        Field(alias="segCheckMode"),
    ] = MISSING
    """What happens to recipients behind a secure e-mail gateway. It can differ from what was written,
    because a legacy value is normalized; old campaigns may still hold that value.
    """
    seg_skip_providers: Annotated[
        list[
            Literal[
                "proofpoint",
                "mimecast",
                "barracuda",
                "cisco",
                "forcepoint",
                "sophos",
                "trendmicro",
                "symantec",
                "mcafee",
                "microsoft_atp",
                "google_postini",
            ]
            | str
        ]
        | MISSING,
        Field(alias="segSkipProviders"),
    ] = MISSING
    """The gateways whose recipients are passed over in the mode `skip_providers`."""
    stats: CampaignStats | MISSING = MISSING
    """The figures of the campaign."""
    lead_counts: Annotated[LeadCounts | MISSING, Field(alias="leadCounts")] = MISSING
    """The number of leads. Only the get operation shows it."""
    started_at: Annotated[DateTime | None | MISSING, Field(alias="startedAt")] = MISSING
    """When the campaign first started."""
    completed_at: Annotated[DateTime | None | MISSING, Field(alias="completedAt")] = MISSING
    """When the campaign completed, or null."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the campaign was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the campaign was last changed."""


class SequenceStep(Model):
    """One stored step of a sequence."""

    type: Literal["email", "wait"] | str | MISSING = MISSING
    """The kind of the step."""
    name: str | MISSING = MISSING
    """The label that the server gives, such as `Initial Email`."""
    order: int | MISSING = MISSING
    """The position of the step. The examples count from 0."""
    subject: str | MISSING = MISSING
    """The subject line of an e-mail step."""
    body: str | MISSING = MISSING
    """The text of an e-mail step, as HTML."""
    wait_days: Annotated[int | MISSING, Field(alias="waitDays")] = MISSING
    """The days of a wait step."""
    variants: list[dict[str, Any]] | MISSING = MISSING
    """The variants of an e-mail step."""


class EspMatchingRule(Model):
    """A legacy rule that pairs the mail provider of a recipient with that of a sender."""

    recipient_provider: Annotated[str | MISSING, Field(alias="recipientProvider")] = MISSING
    """The mail provider of the recipient. The words seen are `gmail` and `outlook`."""
    sender_provider: Annotated[str | MISSING, Field(alias="senderProvider")] = MISSING
    """The mail provider of the sender. The words seen are `gmail` and `custom`."""
    priority: int | MISSING = MISSING
    """The rank of the rule. The examples count from 1."""


class CampaignStats(Model):
    """The figures of a campaign. The operations show different parts of it."""

    sent: int | MISSING = MISSING
    """The messages sent."""
    delivered: int | MISSING = MISSING
    """The messages delivered."""
    opened: int | MISSING = MISSING
    """The opens."""
    clicked: int | MISSING = MISSING
    """The clicks."""
    replied: int | MISSING = MISSING
    """The replies."""
    bounced: int | MISSING = MISSING
    """The bounces."""
    unsubscribed: int | MISSING = MISSING
    """The unsubscribes."""
    total_leads: Annotated[int | MISSING, Field(alias="totalLeads")] = MISSING
    """The leads of the campaign."""
    contacted: int | MISSING = MISSING
    """A count of contacted leads. How it differs from `contacted_leads` is not documented."""
    contacted_leads: Annotated[int | MISSING, Field(alias="contactedLeads")] = MISSING
    """A count of contacted leads. How it differs from `contacted` is not documented."""
    total_emails_sent: Annotated[int | MISSING, Field(alias="totalEmailsSent")] = MISSING
    """The messages sent altogether."""


class LeadCounts(Model):
    """The number of leads of a campaign."""

    total: int | MISSING = MISSING
    """All leads."""
    active: int | MISSING = MISSING
    """The active leads."""


class CampaignResponse(Model):
    """A reply with one campaign."""

    success: bool
    """Whether the call succeeded."""
    data: Campaign
    """The campaign."""


class CampaignList(Model):
    """A page of campaigns."""

    success: bool
    """Whether the call succeeded."""
    data: list[Campaign]
    """The campaigns of this page."""
    pagination: Pagination | MISSING = MISSING
    """Where the page stands in the listing."""


class Pagination(Model):
    """Where a page stands in a listing."""

    limit: int | MISSING = MISSING
    """The largest number of items in a page."""
    total: int | MISSING = MISSING
    """The number of items altogether."""
    has_more: Annotated[bool | MISSING, Field(alias="hasMore")] = MISSING
    """Whether more pages follow. False ends the listing."""
    next_cursor: Annotated[str | None | MISSING, Field(alias="nextCursor")] = MISSING
    """The cursor of the next page. It can be present on the last page too, so it does not tell the
    end.
    """


class ResumeResponse(Model):
    """The reply to a resume."""

    success: bool
    """Whether the call succeeded."""
    data: ResumedCampaign
    """The resumed campaign."""


class ResumedCampaign(Model):
    """The id and the new state of a resumed campaign."""

    id: str | MISSING = MISSING
    """The id of the campaign."""
    status: CampaignStatus | MISSING = MISSING
    """The state after the call."""


class TestEmailRequest(Model):
    """A test e-mail. It needs either `lead_id` or `custom_email`."""

    sequence_step: Annotated[int, Field(alias="sequenceStep")]
    """The index of the step to send, counted from 0. Whether wait steps count is not documented."""
    mailbox_id: Annotated[str, Field(alias="mailboxId")]
    """The id of the mailbox to send from."""
    lead_id: Annotated[str | MISSING, Field(alias="leadId")] = MISSING
    """The id of a lead, who receives the message and whose data fills the variables."""
    custom_email: Annotated[str | MISSING, Field(alias="customEmail")] = MISSING
    """The address to send to, in place of a lead."""
    custom_variables: Annotated[dict[str, Any] | MISSING, Field(alias="customVariables")] = MISSING
    """The values of the variables for a `custom_email`, by name."""


class TestEmailResponse(Model):
    """The reply to a test e-mail."""

    success: bool
    """Whether the call succeeded."""
    data: TestEmailResult
    """What was sent."""


class TestEmailResult(Model):
    """What a test e-mail sent."""

    message: str | MISSING = MISSING
    """A sentence that confirms the send."""
    message_id: Annotated[str | MISSING, Field(alias="messageId")] = MISSING
    """The message id of the mail."""
    recipient: str | MISSING = MISSING
    """The address of the recipient."""
    mailbox: str | MISSING = MISSING
    """The address of the sending mailbox."""
    preview: TestEmailPreview | MISSING = MISSING
    """The message with its variables filled in."""


class TestEmailPreview(Model):
    """A message with its variables filled in."""

    subject: str | MISSING = MISSING
    """The subject line."""
    body: str | MISSING = MISSING
    """The text as HTML."""
    text: str | MISSING = MISSING
    """The plain text."""


class CampaignLead(Model):
    """The record of a lead in one campaign. A list shows the lead behind it in `lead_id`; an update
    shows the state.
    """

    id: Annotated[str, Field(alias="_id")]
    """The id of this record. It is not the id of the lead."""
    lead_id: Annotated[PopulatedLead | MISSING, Field(alias="leadId")] = MISSING
    """The workspace lead behind the record, as an object in spite of its name."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The id of the campaign."""
    status: str | MISSING = MISSING
    """The state of the lead in the campaign. The words seen are `pending`, `active`, `paused`,
    `completed`, `bounced`, `unsubscribed`, `replied` and `removed`.
    """
    ai_tag: Annotated[str | None | MISSING, Field(alias="aiTag")] = MISSING
    """The AI tag of the lead, or null when it is cleared."""
    current_sequence_step: Annotated[int | MISSING, Field(alias="currentSequenceStep")] = MISSING
    """The step that the lead has reached."""
    replied: bool | MISSING = MISSING
    """Whether the lead has replied."""
    added_at: Annotated[DateTime | MISSING, Field(alias="addedAt")] = MISSING
    """When the lead was added to the campaign."""
    subsequence_enrollment: Annotated[SubsequenceEnrollment | MISSING, Field(alias="subsequenceEnrollment")] = MISSING
    """What an update did to the enrolment. Absent when nothing changed."""


class PopulatedLead(Model):
    """The workspace lead behind a campaign lead."""

    id: Annotated[str, Field(alias="_id")]
    """The id of the workspace lead."""
    email: str | MISSING = MISSING
    """The address of the lead."""


class CampaignLeadList(Model):
    """A page of campaign leads."""

    success: bool
    """Whether the call succeeded."""
    data: list[CampaignLead]
    """The campaign leads of this page."""
    pagination: Pagination | MISSING = MISSING
    """Where the page stands in the listing."""


class CampaignLeadsAdd(Model):
    """The leads to add, in one of three ways."""

    leads: Annotated[list[CampaignLeadInput] | MISSING, Field(max_length=5000)] = MISSING
    """An explicit list. At most 5000 items."""
    filters: dict[str, Any] | MISSING = MISSING
    """Picks workspace leads by country, tag, id, search text or the verification of their address. The
    names of its keys are not documented.
    """
    select_all: Annotated[bool | MISSING, Field(alias="selectAll")] = MISSING
    """True adds all leads of the workspace."""
    exclude_ids: Annotated[list[str] | MISSING, Field(alias="excludeIds")] = MISSING
    """The ids of the leads that `select_all` leaves out."""


class CampaignLeadInput(Model):
    """A lead to add. It needs either `lead_id`, for a lead of the workspace, or `email`, by which a
    lead is found or created.
    """

    lead_id: Annotated[str | MISSING, Field(alias="leadId")] = MISSING
    """The id of a workspace lead."""
    email: str | MISSING = MISSING
    """The address of the lead."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name, used when the lead is created."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name, used when the lead is created."""
    company_name: Annotated[str | MISSING, Field(alias="companyName")] = MISSING
    """The company, used when the lead is created."""


class AddLeadsResponse(Model):
    """The reply to an addition of leads."""

    success: bool
    """Whether the call succeeded."""
    data: AddLeadsResult
    """The outcome."""


class AddLeadsResult(Model):
    """The outcome of an addition of leads."""

    added: int | MISSING = MISSING
    """The number of leads added."""
    skipped: int | MISSING = MISSING
    """The number of leads skipped."""
    errors: list[AddLeadsError] | MISSING = MISSING
    """The entries that failed."""


class AddLeadsError(Model):
    """An entry that could not be added."""

    entry: AddLeadsErrorEntry | MISSING = MISSING
    """The entry in question."""
    message: str | MISSING = MISSING
    """Why it failed."""


class AddLeadsErrorEntry(Model):
    """An entry of the request that failed."""

    email: str | MISSING = MISSING
    """The address in the entry, which need not be a valid one."""


class CampaignLeadUpdate(Model):
    """The parts of a campaign lead to change. What is omitted stays as it is."""

    status: Literal["active", "paused"] | MISSING = MISSING
    """The new state. Only these two can be set."""
    ai_tag: Annotated[str | None | MISSING, Field(alias="aiTag")] = MISSING
    """The new AI tag, which must be the name of a tag of the workspace. Null clears it."""


class CampaignLeadResponse(Model):
    """A reply with one campaign lead."""

    success: bool
    """Whether the call succeeded."""
    data: CampaignLead
    """The campaign lead."""
    subsequence_enrollment: Annotated[SubsequenceEnrollment | MISSING, Field(alias="subsequenceEnrollment")] = MISSING
    """What the update did to the enrolment. Absent when nothing changed."""


class SubsequenceEnrollment(Model):
    """What a change of the AI tag did to the place of a lead in the subsequences."""

    action: Literal["enrolled", "switched", "exited", "skippedInProgress"] | str | MISSING = MISSING
    """`enrolled` means that the lead entered a subsequence, `switched` that it moved to another one,
    `exited` that it left, and `skippedInProgress` that it stays because its subsequence has already
    e-mailed it.
    """
    subsequence_name: Annotated[str | MISSING, Field(alias="subsequenceName")] = MISSING
    """The name of the subsequence."""


class CampaignAnalyticsResponse(Model):
    """A reply with the analytics of a campaign."""

    success: bool
    """Whether the call succeeded."""
    data: CampaignAnalytics
    """The analytics."""


class CampaignAnalytics(Model):
    """The analytics of one campaign."""

    campaign: AnalyticsCampaign | MISSING = MISSING
    """The campaign of the report."""
    stats: AnalyticsStats | MISSING = MISSING
    """The totals."""
    by_sequence: Annotated[SequenceSplit | MISSING, Field(alias="bySequence")] = MISSING
    """The split between the main sequence and the subsequences."""
    step_analytics: Annotated[list[StepAnalytics] | MISSING, Field(alias="stepAnalytics")] = MISSING
    """The figures by step and variant."""
    subsequences: list[SubsequenceAnalytics] | MISSING = MISSING
    """The figures by subsequence."""
    status_breakdown: Annotated[StatusBreakdown | MISSING, Field(alias="statusBreakdown")] = MISSING
    """The leads by state."""
    total_replied: Annotated[int | MISSING, Field(alias="totalReplied")] = MISSING
    """The number of leads that replied."""


class AnalyticsCampaign(Model):
    """The campaign that a report is about."""

    id: str | MISSING = MISSING
    """The id of the campaign, called `_id` elsewhere."""
    name: str | MISSING = MISSING
    """The name of the campaign."""
    status: CampaignStatus | MISSING = MISSING
    """The state of the campaign."""
    started_at: Annotated[DateTime | None | MISSING, Field(alias="startedAt")] = MISSING
    """When the campaign first started."""


class AnalyticsStats(Model):
    """The totals of a report."""

    sent: int | MISSING = MISSING
    """The messages sent."""
    delivered: int | MISSING = MISSING
    """The messages delivered."""
    opened: int | MISSING = MISSING
    """The opens."""
    clicked: int | MISSING = MISSING
    """The clicks."""
    replied: int | MISSING = MISSING
    """The replies."""
    bounced: int | MISSING = MISSING
    """The bounces."""
    unsubscribed: int | MISSING = MISSING
    """The unsubscribes."""


class SequenceSplit(Model):
    """Figures split between the main sequence and the subsequences."""

    main: SequenceTotals | MISSING = MISSING
    """The main sequence."""
    subsequence: SequenceTotals | MISSING = MISSING
    """All subsequences together."""


class SequenceTotals(Model):
    """The figures of one part of a campaign."""

    sent: int | MISSING = MISSING
    """The messages sent."""
    opened: int | MISSING = MISSING
    """The opens."""
    clicked: int | MISSING = MISSING
    """The clicks."""
    bounced: int | MISSING = MISSING
    """The bounces."""


class StepAnalytics(Model):
    """The figures of one step and variant."""

    id: Annotated[StepKey | MISSING, Field(alias="_id")] = MISSING
    """The step and the variant. It is an object, not a string."""
    sent: int | MISSING = MISSING
    """The messages sent."""
    opened: int | MISSING = MISSING
    """The opens."""
    clicked: int | MISSING = MISSING
    """The clicks."""
    bounced: int | MISSING = MISSING
    """The bounces."""


class StepKey(Model):
    """What a line of step analytics is about."""

    sequence_step: Annotated[int | MISSING, Field(alias="sequenceStep")] = MISSING
    """The index of the step. The example counts from 0."""
    variant: str | None | MISSING = MISSING
    """The label of the variant, or null."""


class SubsequenceAnalytics(Model):
    """The figures of one subsequence."""

    id: str | MISSING = MISSING
    """The id of the subsequence, which a write takes as `_id`."""
    name: str | MISSING = MISSING
    """The name of the subsequence."""
    trigger: SubsequenceTriggerInfo | MISSING = MISSING
    """What makes a lead enter."""
    enabled: bool | MISSING = MISSING
    """Whether the subsequence is on."""
    archived: bool | MISSING = MISSING
    """Whether the subsequence is archived."""
    added_count: Annotated[int | MISSING, Field(alias="addedCount")] = MISSING
    """The number of leads that have ever entered."""
    currently_enrolled: Annotated[int | MISSING, Field(alias="currentlyEnrolled")] = MISSING
    """The number of leads in it now."""
    stats: SubsequenceStats | MISSING = MISSING
    """The totals of the subsequence."""


class SubsequenceTriggerInfo(Model):
    """The trigger of a stored subsequence."""

    type: Literal["ai_tag", "reply"] | str | MISSING = MISSING
    """The kind of the trigger."""
    value: str | MISSING = MISSING
    """The AI tag of an `ai_tag` trigger."""


class SubsequenceStats(Model):
    """The totals of one subsequence. It holds more members than the two documented ones."""

    sent: int | MISSING = MISSING
    """The messages sent."""
    opened: int | MISSING = MISSING
    """The opens."""


class StatusBreakdown(Model):
    """The leads of a campaign by state."""

    active: int | MISSING = MISSING
    """The active leads."""
    completed: int | MISSING = MISSING
    """The leads that completed the sequence."""
    bounced: int | MISSING = MISSING
    """The leads whose mail bounced."""
    unsubscribed: int | MISSING = MISSING
    """The leads that unsubscribed."""
    replied: int | MISSING = MISSING
    """The leads that replied."""
    removed: int | MISSING = MISSING
    """The leads that were removed."""


class CampaignReportResponse(Model):
    """A reply with the report of a campaign."""

    success: bool
    """Whether the call succeeded."""
    data: CampaignReport
    """The report."""


class CampaignReport(Model):
    """The report of one campaign in the analytics of the workspace."""

    campaign: AnalyticsCampaign | MISSING = MISSING
    """The campaign of the report."""
    stats: AnalyticsStats | MISSING = MISSING
    """The totals of the main sequence and the subsequences together."""
    by_sequence: Annotated[SequenceSplit | MISSING, Field(alias="bySequence")] = MISSING
    """The split between the main sequence and the subsequences."""
    step_stats: Annotated[list[StepStats] | MISSING, Field(alias="stepStats")] = MISSING
    """The figures by step of the main sequence alone."""
    subsequences: list[SubsequenceReport] | MISSING = MISSING
    """The figures by subsequence."""
    status_breakdown: Annotated[ReportStatusBreakdown | MISSING, Field(alias="statusBreakdown")] = MISSING
    """The leads by state."""
    total_replied: Annotated[int | MISSING, Field(alias="totalReplied")] = MISSING
    """The number of leads that replied."""


class StepStats(Model):
    """The figures of one step."""

    id: Annotated[int | MISSING, Field(alias="_id")] = MISSING
    """The index of the step, counted from 0. It is a number, not a string."""
    sent: int | MISSING = MISSING
    """The messages sent."""
    opened: int | MISSING = MISSING
    """The opens."""
    clicked: int | MISSING = MISSING
    """The clicks."""
    bounced: int | MISSING = MISSING
    """The bounces."""


class SubsequenceReport(Model):
    """The figures of one subsequence in a report. It may hold more than the documented properties."""

    stats: dict[str, Any] | MISSING = MISSING
    """The totals of the subsequence."""
    step_stats: Annotated[list[StepStats] | MISSING, Field(alias="stepStats")] = MISSING
    """The figures by step of this subsequence, counted for itself."""
    added_count: Annotated[int | MISSING, Field(alias="addedCount")] = MISSING
    """The number of leads that have ever entered."""
    currently_enrolled: Annotated[int | MISSING, Field(alias="currentlyEnrolled")] = MISSING
    """The number of leads in it now."""


class ReportStatusBreakdown(Model):
    """The leads of a campaign by state, as a report counts them."""

    active: int | MISSING = MISSING
    """The active leads."""
    completed: int | MISSING = MISSING
    """The leads that completed the sequence."""
    paused: int | MISSING = MISSING
    """The paused leads."""
    bounced: int | MISSING = MISSING
    """The leads whose mail bounced."""
    removed: int | MISSING = MISSING
    """The leads that were removed."""


class DailyAnalyticsResponse(Model):
    """A reply with daily figures."""

    success: bool
    """Whether the call succeeded."""
    data: list[DailyAnalytics]
    """One entry per day, in ascending order."""


class DailyAnalytics(Model):
    """The figures of one day."""

    id: Annotated[date | MISSING, Field(alias="_id")] = MISSING
    """The day. It is a date, not an identifier."""
    sent: int | MISSING = MISSING
    """The messages sent."""
    opened: int | MISSING = MISSING
    """The opens."""
    clicked: int | MISSING = MISSING
    """The clicks."""
    bounced: int | MISSING = MISSING
    """The bounces."""
    replied: int | MISSING = MISSING
    """The replies."""
    positive_replied: Annotated[int | MISSING, Field(alias="positiveReplied")] = MISSING
    """The positive replies."""


class ErrorResponse(Model):
    """A failure."""

    success: Literal[False]
    """False for a failure."""
    error: ErrorDetail
    """What went wrong."""


class ErrorDetail(Model):
    """What went wrong."""

    code: str
    """A word for programs. The words seen are `NOT_FOUND`, `TRIGGER_IMMUTABLE` and `AGENT_NOT_FOUND`."""
    message: str
    """A sentence for people."""


class GenericError(Model):
    """The other shape of a failure, which some pages print."""

    error: str | MISSING = MISSING
    """The name of the status, such as `Not Found`."""
    message: str | MISSING = MISSING
    """A sentence for people."""
    code: int | MISSING = MISSING
    """The HTTP status as a number."""
