"""The JSON objects that `handbill_sendkit` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import MISSING, Field, model_validator

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
    """When mail may leave. Responses return it as `sending_schedule`."""
    settings: CampaignSettings | MISSING = MISSING
    """How the campaign behaves. Responses return the settings directly on the campaign."""
    mailboxes: list[str] | MISSING = MISSING
    """The IDs of the sending mailboxes, another spelling of `mailbox_ids`. Only create accepts it."""
    mailbox_ids: Annotated[list[str] | MISSING, Field(alias="mailboxIds")] = MISSING
    """The IDs of the sending mailboxes."""
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
    """The parts of the schedule to change. It is merged into the stored schedule, which responses
    return as `sending_schedule`.
    """
    settings: CampaignSettings | MISSING = MISSING
    """The settings to change. They are merged into the stored settings. Whether an object or an array
    inside is merged as well or replaced is not documented.
    """
    mailbox_ids: Annotated[list[str] | MISSING, Field(alias="mailboxIds")] = MISSING
    """The IDs of the sending mailboxes. The four selectors reassign the mailboxes together; whether
    they replace the assigned ones or add to them is not documented.
    """
    mailbox_emails: Annotated[list[str] | MISSING, Field(alias="mailboxEmails")] = MISSING
    """The addresses of the sending mailboxes."""
    mailbox_tags: Annotated[list[str] | MISSING, Field(alias="mailboxTags")] = MISSING
    """Selects each mailbox that carries at least one of these tags."""
    mailbox_provider: Annotated[str | MISSING, Field(alias="mailboxProvider")] = MISSING
    """Selects each mailbox of this provider. The words seen are `gmail` and `outlook`."""


class EmailStepInput(Model):
    """A step that sends an email."""

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
    """The ID of a stored subsequence, which keeps its identity. A new one has none."""
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
    """The stored schedule as responses return it."""

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
    leads; up to 5 addresses to notify of replies, where an empty array clears them; and the ID of
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
    """What happens to recipients behind a secure email gateway. `use_specific_mailboxes` is
    deprecated; it is accepted and stored as `disabled`.
    """
    seg_skip_providers: Annotated[list[SegProvider] | MISSING, Field(alias="segSkipProviders")] = MISSING
    """The gateways whose recipients are passed over in the mode `skip_providers`."""
    cname_tracking: Annotated[CnameTracking | MISSING, Field(alias="cnameTracking")] = MISSING
    """A custom tracking domain."""
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
"""How a campaign treats recipients behind a secure email gateway. `use_specific_mailboxes` is
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
"""A secure email gateway."""


class CnameTracking(Model):
    """A custom tracking domain."""

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
    """The ID of the campaign."""
    name: str
    """The name of the campaign."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The ID of the user behind the campaign."""
    workspace_id: Annotated[str | MISSING, Field(alias="workspaceId")] = MISSING
    """The ID of the workspace of the campaign."""
    status: CampaignStatus
    """The state of the campaign."""
    mailboxes: list[str] | MISSING = MISSING
    """The IDs of the sending mailboxes. Newer responses of the get operation give `mailbox_count`
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
    """What happens to recipients behind a secure email gateway. It can differ from what was written,
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
    """The subject line of an email step."""
    body: str | MISSING = MISSING
    """The text of an email step, as HTML."""
    wait_days: Annotated[int | MISSING, Field(alias="waitDays")] = MISSING
    """The days of a wait step."""
    variants: list[dict[str, Any]] | MISSING = MISSING
    """The variants of an email step."""


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
    """A response with one campaign."""

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
    """The response to a resume."""

    success: bool
    """Whether the call succeeded."""
    data: ResumedCampaign
    """The resumed campaign."""


class ResumedCampaign(Model):
    """The ID and the new state of a resumed campaign."""

    id: str | MISSING = MISSING
    """The ID of the campaign."""
    status: CampaignStatus | MISSING = MISSING
    """The state after the call."""


class TestEmailRequest(Model):
    """A test email. It needs either `lead_id` or `custom_email`."""

    sequence_step: Annotated[int, Field(alias="sequenceStep")]
    """The index of the step to send, counted from 0. Whether wait steps count is not documented."""
    mailbox_id: Annotated[str, Field(alias="mailboxId")]
    """The ID of the mailbox to send from."""
    lead_id: Annotated[str | MISSING, Field(alias="leadId")] = MISSING
    """The ID of a lead, who receives the message and whose data fills the variables."""
    custom_email: Annotated[str | MISSING, Field(alias="customEmail")] = MISSING
    """The address to send to, in place of a lead."""
    custom_variables: Annotated[dict[str, Any] | MISSING, Field(alias="customVariables")] = MISSING
    """The values of the variables for a `custom_email`, by name."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.lead_id is MISSING and self.custom_email is MISSING:
            raise ValueError("lead_id or custom_email must be given")
        return self


class TestEmailResponse(Model):
    """The response to a test email."""

    success: bool
    """Whether the call succeeded."""
    data: TestEmailResult
    """What was sent."""


class TestEmailResult(Model):
    """What a test email sent."""

    message: str | MISSING = MISSING
    """A sentence that confirms the send."""
    message_id: Annotated[str | MISSING, Field(alias="messageId")] = MISSING
    """The message ID of the mail."""
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
    """The ID of this record. It is not the ID of the lead."""
    lead_id: Annotated[PopulatedLead | MISSING, Field(alias="leadId")] = MISSING
    """The workspace lead behind the record, as an object in spite of its name."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign."""
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
    """The ID of the workspace lead."""
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
    """The leads to add. One of `leads`, `filters` and `select_all` says which."""

    leads: Annotated[list[CampaignLeadInput] | MISSING, Field(max_length=5000)] = MISSING
    """An explicit list. At most 5000 items."""
    filters: dict[str, Any] | MISSING = MISSING
    """Picks workspace leads by country, tag, ID, search text or the verification of their address. The
    names of its keys are not documented.
    """
    select_all: Annotated[bool | MISSING, Field(alias="selectAll")] = MISSING
    """True adds all leads of the workspace."""
    exclude_ids: Annotated[list[str] | MISSING, Field(alias="excludeIds")] = MISSING
    """The IDs of the leads that `select_all` leaves out."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.leads is MISSING and self.filters is MISSING and self.select_all is MISSING:
            raise ValueError("leads, filters or select_all must be given")
        return self


class CampaignLeadInput(Model):
    """A lead to add. It needs either `lead_id`, for a lead of the workspace, or `email`, by which a
    lead is found or created.
    """

    lead_id: Annotated[str | MISSING, Field(alias="leadId")] = MISSING
    """The ID of a workspace lead."""
    email: str | MISSING = MISSING
    """The address of the lead."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name, used when the lead is created."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name, used when the lead is created."""
    company_name: Annotated[str | MISSING, Field(alias="companyName")] = MISSING
    """The company, used when the lead is created."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.lead_id is MISSING and self.email is MISSING:
            raise ValueError("lead_id or email must be given")
        return self


class AddLeadsResponse(Model):
    """The response to an addition of leads."""

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
    """A response with one campaign lead."""

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
    emailed it.
    """
    subsequence_name: Annotated[str | MISSING, Field(alias="subsequenceName")] = MISSING
    """The name of the subsequence."""


class CampaignAnalyticsResponse(Model):
    """A response with the analytics of a campaign."""

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
    """The ID of the campaign, called `_id` elsewhere."""
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
    """The ID of the subsequence, which a write takes as `_id`."""
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
    """A response with the report of a campaign."""

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
    """A response with daily figures."""

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


class EmailPreviewRequest(Model):
    """What to render."""

    sequence_step: Annotated[int, Field(alias="sequenceStep")]
    """The index of the step, counted from 0."""
    lead_id: Annotated[str, Field(alias="leadId")]
    """The ID of the lead whose data fills the variables."""
    mailbox_id: Annotated[str, Field(alias="mailboxId")]
    """The ID of the mailbox whose name and signature are used."""
    variant: str | MISSING = MISSING
    """The label of the variant, such as `B`. Without it, the step itself is rendered."""
    content_override: Annotated[dict[str, Any] | MISSING, Field(alias="contentOverride")] = MISSING
    """Content that takes the place of what the step has, for drafts that are not stored. The names of
    its keys are not documented.
    """


class EmailPreviewResponse(Model):
    """A response with a rendered email."""

    success: bool
    """Whether the call succeeded."""
    data: EmailPreview
    """The rendered email."""


class EmailPreview(Model):
    """An email with everything filled in."""

    subject: str | MISSING = MISSING
    """The subject line."""
    body: str | MISSING = MISSING
    """The text as HTML."""
    to: EmailAddress | MISSING = MISSING
    """The lead."""
    from_: Annotated[EmailAddress | MISSING, Field(alias="from")] = MISSING
    """The sender."""


class EmailAddress(Model):
    """A person and an address."""

    name: str | MISSING = MISSING
    """The name of the person."""
    email: str | MISSING = MISSING
    """The address."""


class CampaignLeadsAction(Model):
    """An action on leads of a campaign. Either `lead_ids` or `select_all` says on which."""

    action: Literal["pause", "resume", "remove"]
    """What to do with the leads."""
    lead_ids: Annotated[list[str] | MISSING, Field(alias="leadIds")] = MISSING
    """The `_id` of each record in this campaign. These are not the IDs of the workspace leads."""
    select_all: Annotated[bool | MISSING, Field(alias="selectAll")] = MISSING
    """True selects all leads of the campaign."""
    filters: dict[str, Any] | MISSING = MISSING
    """Narrows what `select_all` selects. The names of its keys are not documented."""
    exclude_ids: Annotated[list[str] | MISSING, Field(alias="excludeIds")] = MISSING
    """The IDs that `select_all` leaves out."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.lead_ids is MISSING and self.select_all is MISSING:
            raise ValueError("lead_ids or select_all must be given")
        return self


class CampaignLeadsActionResponse(Model):
    """The response to an action on leads."""

    success: bool
    """Whether the call succeeded."""
    data: CampaignLeadsActionResult
    """The outcome."""


class CampaignLeadsActionResult(Model):
    """The outcome of an action on leads."""

    action: str | MISSING = MISSING
    """The action that was applied."""
    modified_count: Annotated[int | MISSING, Field(alias="modifiedCount")] = MISSING
    """The number of leads that changed."""


class AnalyticsOverviewResponse(Model):
    """A response with the overview of the workspace."""

    success: bool
    """Whether the call succeeded."""
    data: AnalyticsOverview
    """The overview."""


class AnalyticsOverview(Model):
    """The figures of all campaigns of a workspace."""

    total_sent: Annotated[int | MISSING, Field(alias="totalSent")] = MISSING
    """The messages sent."""
    total_opened: Annotated[int | MISSING, Field(alias="totalOpened")] = MISSING
    """The opens."""
    total_clicked: Annotated[int | MISSING, Field(alias="totalClicked")] = MISSING
    """The clicks."""
    total_bounced: Annotated[int | MISSING, Field(alias="totalBounced")] = MISSING
    """The bounces."""
    total_replied: Annotated[int | MISSING, Field(alias="totalReplied")] = MISSING
    """The replies."""
    total_positive_replied: Annotated[int | MISSING, Field(alias="totalPositiveReplied")] = MISSING
    """The positive replies."""
    total_campaigns: Annotated[int | MISSING, Field(alias="totalCampaigns")] = MISSING
    """All campaigns."""
    active_campaigns: Annotated[int | MISSING, Field(alias="activeCampaigns")] = MISSING
    """The active campaigns."""
    by_sequence: Annotated[SequenceSplit | MISSING, Field(alias="bySequence")] = MISSING
    """The split between main sequences and subsequences."""
    rates: AnalyticsRates | MISSING = MISSING
    """The rates."""


class AnalyticsRates(Model):
    """Percentages with one decimal, as text."""

    open: str | MISSING = MISSING
    """The share of opens."""
    click: str | MISSING = MISSING
    """The share of clicks."""
    reply: str | MISSING = MISSING
    """The share of replies."""
    positive_reply: Annotated[str | MISSING, Field(alias="positiveReply")] = MISSING
    """The share of positive replies."""
    bounce: str | MISSING = MISSING
    """The share of bounces."""


class Lead(Model):
    """A lead of a workspace. Which properties are present depends on the operation."""

    id: Annotated[str, Field(alias="_id")]
    """The ID of the lead."""
    email: str
    """The address of the lead, in lower case."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name."""
    company_name: Annotated[str | MISSING, Field(alias="companyName")] = MISSING
    """The company."""
    job_title: Annotated[str | MISSING, Field(alias="jobTitle")] = MISSING
    """The job title."""
    phone_number: Annotated[str | MISSING, Field(alias="phoneNumber")] = MISSING
    """The phone number, which a write takes as `phone`."""
    linkedin_url: Annotated[str | MISSING, Field(alias="linkedinUrl")] = MISSING
    """The LinkedIn profile."""
    city: str | None | MISSING = MISSING
    """The city, or null."""
    state: str | None | MISSING = MISSING
    """The state, or null."""
    country: str | MISSING = MISSING
    """The country, as a code such as `US`."""
    tags: list[str] | MISSING = MISSING
    """The tags."""
    custom_fields: Annotated[dict[str, Any] | MISSING, Field(alias="customFields")] = MISSING
    """The custom fields by name."""
    email_verified: Annotated[bool | MISSING, Field(alias="emailVerified")] = MISSING
    """Whether the address is verified."""
    email_verification_result: Annotated[str | None | MISSING, Field(alias="emailVerificationResult")] = MISSING
    """The result of the verification, or null before it. The words seen are `deliverable` and, in an
    older edition, `valid`.
    """
    seg_protected: Annotated[bool | MISSING, Field(alias="segProtected")] = MISSING
    """Whether the lead is behind a secure email gateway."""
    seg_provider: Annotated[str | MISSING, Field(alias="segProvider")] = MISSING
    """The gateway or mail system of the lead, such as `proofpoint` or `microsoft_atp`. It can stand
    beside a false `seg_protected`.
    """
    seg_provider_name: Annotated[str | MISSING, Field(alias="segProviderName")] = MISSING
    """The name of the gateway for people, such as `Proofpoint`."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The ID of the user behind the lead."""
    workspace_id: Annotated[str | MISSING, Field(alias="workspaceId")] = MISSING
    """The ID of the workspace of the lead."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the lead was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the lead was last changed."""


class LeadResponse(Model):
    """A response with one lead."""

    success: bool
    """Whether the call succeeded."""
    data: Lead
    """The lead."""


class LeadList(Model):
    """A page of leads."""

    success: bool
    """Whether the call succeeded."""
    data: list[Lead]
    """The leads of this page."""
    pagination: Pagination | MISSING = MISSING
    """Where the page stands in the listing."""


class LeadCreate(Model):
    """A new lead."""

    email: str
    """The address of the lead, which is stored in lower case."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name."""
    company_name: Annotated[str | MISSING, Field(alias="companyName")] = MISSING
    """The company."""
    job_title: Annotated[str | MISSING, Field(alias="jobTitle")] = MISSING
    """The job title."""
    phone: str | MISSING = MISSING
    """The phone number, which comes back as `phone_number`."""
    linkedin_url: Annotated[str | MISSING, Field(alias="linkedinUrl")] = MISSING
    """The LinkedIn profile."""
    city: str | MISSING = MISSING
    """The city."""
    state: str | MISSING = MISSING
    """The state."""
    country: str | MISSING = MISSING
    """The country, as a code such as `US`."""
    tags: list[str] | MISSING = MISSING
    """The tags."""
    custom_fields: Annotated[dict[str, Any] | MISSING, Field(alias="customFields")] = MISSING
    """The custom fields by name."""


class LeadUpdate(Model):
    """The properties of a lead to change. What is omitted stays as it is."""

    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name."""
    company_name: Annotated[str | MISSING, Field(alias="companyName")] = MISSING
    """The company."""
    job_title: Annotated[str | MISSING, Field(alias="jobTitle")] = MISSING
    """The job title."""
    phone: str | MISSING = MISSING
    """The phone number, which comes back as `phone_number`."""
    linkedin_url: Annotated[str | MISSING, Field(alias="linkedinUrl")] = MISSING
    """The LinkedIn profile."""
    city: str | MISSING = MISSING
    """The city."""
    state: str | MISSING = MISSING
    """The state."""
    country: str | MISSING = MISSING
    """The country, as a code such as `US`."""
    tags: list[str] | MISSING = MISSING
    """The new tags, which replace the stored ones."""
    custom_fields: Annotated[dict[str, Any] | MISSING, Field(alias="customFields")] = MISSING
    """The custom fields to set. They are merged into the stored ones."""


class LeadsDelete(Model):
    """The leads to delete. Either `lead_ids` or `delete_all` says which."""

    lead_ids: Annotated[list[str] | MISSING, Field(alias="leadIds")] = MISSING
    """The IDs of the leads."""
    delete_all: Annotated[bool | MISSING, Field(alias="deleteAll")] = MISSING
    """True selects all leads of the workspace."""
    filters: dict[str, Any] | MISSING = MISSING
    """Narrows what `delete_all` selects. The names of its keys are not documented."""
    exclude_ids: Annotated[list[str] | MISSING, Field(alias="excludeIds")] = MISSING
    """The IDs that `delete_all` leaves out."""
    force: bool | MISSING = MISSING
    """Whether leads in active campaigns are deleted too. The server's default is `false`."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.lead_ids is MISSING and self.delete_all is MISSING:
            raise ValueError("lead_ids or delete_all must be given")
        return self


class LeadsDeleteResponse(Model):
    """The response to a deletion of leads."""

    success: bool
    """Whether the call succeeded."""
    data: LeadsDeleteResult
    """The outcome."""


class LeadsDeleteResult(Model):
    """The outcome of a deletion of leads."""

    deleted_count: Annotated[int | MISSING, Field(alias="deletedCount")] = MISSING
    """The number of deleted leads."""


class LeadsImport(Model):
    """Leads to import in bulk."""

    leads: Annotated[list[LeadImportEntry], Field(max_length=5000)]
    """The leads. At most 5000 items."""
    skip_duplicates: Annotated[bool | MISSING, Field(alias="skipDuplicates")] = MISSING
    """Whether a lead whose address is known is skipped. False updates it. The server's default is
    `true`.
    """
    data_cleanup: Annotated[bool | MISSING, Field(alias="dataCleanup")] = MISSING
    """Whether addresses, phone numbers, profiles and names are normalized. The server's default is
    `true`.
    """
    tag: str | MISSING = MISSING
    """A tag for all leads of the import."""


class LeadImportEntry(Model):
    """A lead to import. Properties that are not listed become custom fields."""

    email: str
    """The address of the lead."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name."""
    company_name: Annotated[str | MISSING, Field(alias="companyName")] = MISSING
    """The company."""
    job_title: Annotated[str | MISSING, Field(alias="jobTitle")] = MISSING
    """The job title."""
    phone: str | MISSING = MISSING
    """The phone number."""
    linkedin_url: Annotated[str | MISSING, Field(alias="linkedinUrl")] = MISSING
    """The LinkedIn profile."""
    city: str | MISSING = MISSING
    """The city."""
    state: str | MISSING = MISSING
    """The state."""
    country: str | MISSING = MISSING
    """The country, as a code such as `US`."""


class LeadsImportResponse(Model):
    """The response to an import of leads."""

    success: bool
    """Whether the call succeeded."""
    data: LeadsImportResult
    """The outcome."""


class LeadsImportResult(Model):
    """The outcome of an import of leads."""

    imported: int | MISSING = MISSING
    """The number of new leads."""
    updated: int | MISSING = MISSING
    """The number of updated leads."""
    skipped: int | MISSING = MISSING
    """The number of skipped leads."""
    failed: int | MISSING = MISSING
    """The number of refused leads."""
    imported_lead_ids: Annotated[list[str] | MISSING, Field(alias="importedLeadIds")] = MISSING
    """The IDs of the new leads."""
    errors: list[LeadsImportError] | MISSING = MISSING
    """The entries that failed."""


class LeadsImportError(Model):
    """A lead that could not be imported."""

    email: str | MISSING = MISSING
    """The address in the entry, which need not be a valid one."""
    error: str | MISSING = MISSING
    """Why it failed."""


class Mailbox(Model):
    """A mailbox. Which properties are present depends on the operation. User names and passwords never
    are.
    """

    id: Annotated[str, Field(alias="_id")]
    """The ID of the mailbox."""
    email: str
    """The address."""
    display_name: Annotated[str | MISSING, Field(alias="displayName")] = MISSING
    """The name that recipients see."""
    provider: str | MISSING = MISSING
    """The provider. The words seen are `gmail`, `outlook`, `azure` and `custom`."""
    status: str | MISSING = MISSING
    """The state. The words seen are `active`, `inactive`, `error`, `warming_up`, `suspended`, `failed`
    and `pending`.
    """
    connection_type: Annotated[str | MISSING, Field(alias="connectionType")] = MISSING
    """How the mailbox is connected. The words seen are `oauth` and `smtp`."""
    daily_send_limit: Annotated[int | MISSING, Field(alias="dailySendLimit")] = MISSING
    """The number of messages per day at most."""
    sent_today: Annotated[int | MISSING, Field(alias="sentToday")] = MISSING
    """The messages sent today."""
    sending_enabled: Annotated[bool | MISSING, Field(alias="sendingEnabled")] = MISSING
    """Whether campaigns may send from here."""
    signature: str | None | MISSING = MISSING
    """The signature as HTML, or null."""
    smtp_host: Annotated[str | MISSING, Field(alias="smtpHost")] = MISSING
    """The host of the SMTP server."""
    smtp_port: Annotated[int | MISSING, Field(alias="smtpPort")] = MISSING
    """The port of the SMTP server."""
    smtp_secure: Annotated[bool | MISSING, Field(alias="smtpSecure")] = MISSING
    """Whether the SMTP connection is secured."""
    imap_host: Annotated[str | MISSING, Field(alias="imapHost")] = MISSING
    """The host of the IMAP server."""
    imap_port: Annotated[int | MISSING, Field(alias="imapPort")] = MISSING
    """The port of the IMAP server."""
    imap_secure: Annotated[bool | MISSING, Field(alias="imapSecure")] = MISSING
    """Whether the IMAP connection is secured."""
    warmup: MailboxWarmup | MISSING = MISSING
    """The warm-up."""
    tags: list[str] | MISSING = MISSING
    """The tags."""
    bounce_rate: Annotated[int | float | MISSING, Field(alias="bounceRate")] = MISSING
    """The bounce rate, such as 0.02."""
    total_sent: Annotated[int | MISSING, Field(alias="totalSent")] = MISSING
    """The messages sent altogether."""
    total_received: Annotated[int | MISSING, Field(alias="totalReceived")] = MISSING
    """The messages received altogether."""
    setup_status: Annotated[MailboxSetupStatus | MISSING, Field(alias="setupStatus")] = MISSING
    """The checks of the domain."""
    last_error: Annotated[Any | MISSING, Field(alias="lastError")] = MISSING
    """The last error, or null. What it looks like is not documented."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the mailbox was added."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the mailbox was last changed."""


class MailboxResponse(Model):
    """A response with one mailbox."""

    success: bool
    """Whether the call succeeded."""
    data: Mailbox
    """The mailbox."""


class MailboxList(Model):
    """A page of mailboxes."""

    success: bool
    """Whether the call succeeded."""
    data: list[Mailbox]
    """The mailboxes of this page."""
    pagination: Pagination | MISSING = MISSING
    """Where the page stands in the listing."""


class MailboxWarmup(Model):
    """The warm-up of a mailbox, which raises its volume day by day."""

    enabled: bool | MISSING = MISSING
    """Whether the warm-up is on."""
    status: str | MISSING = MISSING
    """The state. The words seen are `not_started`, `idle`, `in_progress` and `completed`."""
    current_day: Annotated[int | MISSING, Field(alias="currentDay")] = MISSING
    """The day of the warm-up."""
    current_volume: Annotated[int | MISSING, Field(alias="currentVolume")] = MISSING
    """The messages per day that it has reached."""
    config: WarmupConfig | MISSING = MISSING
    """The plan."""
    metrics: WarmupMetrics | MISSING = MISSING
    """The results so far. An empty object means none."""


class WarmupConfig(Model):
    """The plan of a warm-up."""

    starting_volume: Annotated[int | MISSING, Field(alias="startingVolume")] = MISSING
    """The messages on the first day."""
    daily_increase: Annotated[int | MISSING, Field(alias="dailyIncrease")] = MISSING
    """The messages that each day adds."""
    target_volume: Annotated[int | MISSING, Field(alias="targetVolume")] = MISSING
    """The messages per day to reach."""


class WarmupMetrics(Model):
    """The results of a warm-up. The rates are percentages by the example."""

    total_emails_sent: Annotated[int | MISSING, Field(alias="totalEmailsSent")] = MISSING
    """The messages sent."""
    inbox_rate: Annotated[int | float | MISSING, Field(alias="inboxRate")] = MISSING
    """The share that reached the inbox."""
    spam_rate: Annotated[int | float | MISSING, Field(alias="spamRate")] = MISSING
    """The share that went to spam."""
    promotions_rate: Annotated[int | float | MISSING, Field(alias="promotionsRate")] = MISSING
    """The share that went to promotions."""
    reply_rate: Annotated[int | float | MISSING, Field(alias="replyRate")] = MISSING
    """The share with a reply."""
    total_replies_received: Annotated[int | MISSING, Field(alias="totalRepliesReceived")] = MISSING
    """The replies received."""
    block_rate: Annotated[int | float | MISSING, Field(alias="blockRate")] = MISSING
    """The share that was blocked."""
    bounce_rate: Annotated[int | float | MISSING, Field(alias="bounceRate")] = MISSING
    """The share that bounced."""
    deferral_rate: Annotated[int | float | MISSING, Field(alias="deferralRate")] = MISSING
    """The share that was deferred."""
    open_rate: Annotated[int | float | MISSING, Field(alias="openRate")] = MISSING
    """The share that was opened."""
    last_calculated_at: Annotated[DateTime | MISSING, Field(alias="lastCalculatedAt")] = MISSING
    """When the figures were last computed."""


class MailboxSetupStatus(Model):
    """The checks of the domain of a mailbox."""

    health_score: Annotated[int | MISSING, Field(alias="healthScore")] = MISSING
    """The health score. 100 and 75 are seen."""
    mx: DnsCheck | MISSING = MISSING
    """The MX record."""
    spf: DnsCheck | MISSING = MISSING
    """The SPF record."""
    dkim: DnsCheck | MISSING = MISSING
    """The DKIM record."""
    dmarc: DnsCheck | MISSING = MISSING
    """The DMARC record."""


class DnsCheck(Model):
    """The check of one kind of DNS record."""

    status: str | MISSING = MISSING
    """The result, such as `pass`."""


class MailboxCreate(Model):
    """A new mailbox with its access over SMTP and IMAP."""

    email: str
    """The address, which is stored in lower case."""
    display_name: Annotated[str | MISSING, Field(alias="displayName")] = MISSING
    """The name that recipients see."""
    provider: str | MISSING = MISSING
    """The provider. The words seen are `gmail`, `outlook`, `azure` and `custom`."""
    smtp: MailServer | MISSING = MISSING
    """The access for sending."""
    imap: MailServer | MISSING = MISSING
    """The access for receiving."""
    daily_send_limit: Annotated[int | MISSING, Field(alias="dailySendLimit")] = MISSING
    """The number of messages per day at most."""
    signature: str | MISSING = MISSING
    """The signature as HTML."""
    tags: list[str] | MISSING = MISSING
    """The tags."""


class MailServer(Model):
    """Access to one mail server."""

    host: str | MISSING = MISSING
    """The host."""
    port: int | MISSING = MISSING
    """The port."""
    secure: bool | MISSING = MISSING
    """Whether the connection is secured."""
    username: str | MISSING = MISSING
    """The user name."""
    password: str | MISSING = MISSING
    """The password, which is encrypted at rest and never returned."""


class MailboxUpdate(Model):
    """The settings of a mailbox to change. What is omitted stays as it is."""

    display_name: Annotated[str | MISSING, Field(alias="displayName")] = MISSING
    """The name that recipients see."""
    daily_send_limit: Annotated[int | MISSING, Field(alias="dailySendLimit", ge=1, le=50)] = MISSING
    """The number of messages per day at most. The server moves a value out of range into it. 1 to 50."""
    signature: str | MISSING = MISSING
    """The signature as HTML."""
    sending_enabled: Annotated[bool | MISSING, Field(alias="sendingEnabled")] = MISSING
    """Whether campaigns may send from here."""
    tags: list[str] | MISSING = MISSING
    """The new tags, which replace all stored ones."""


class ConnectionTestResponse(Model):
    """A response with the state of a connection test."""

    success: bool
    """Whether the call succeeded."""
    data: ConnectionTest
    """The connection test."""


class ConnectionTest(Model):
    """The background check of a new mailbox."""

    status: Literal["pending", "passed", "failed"] | str | MISSING = MISSING
    """`pending` means that the check is not over, `passed` that the mailbox is active now, and
    `failed` that the access does not work and the mailbox may be gone.
    """


class MailboxHealthResponse(Model):
    """A response with the health of a mailbox."""

    success: bool
    """Whether the call succeeded."""
    data: MailboxHealth
    """The health."""


class MailboxHealth(Model):
    """What decides on the deliverability of a mailbox."""

    email: str | MISSING = MISSING
    """The address."""
    status: str | MISSING = MISSING
    """The state of the mailbox."""
    sending_enabled: Annotated[bool | MISSING, Field(alias="sendingEnabled")] = MISSING
    """Whether campaigns may send from here."""
    dns: MailboxDns | MISSING = MISSING
    """The DNS records of the domain."""
    warmup: MailboxWarmup | MISSING = MISSING
    """The warm-up."""
    deliverability: MailboxDeliverability | MISSING = MISSING
    """How sending went."""
    daily_send_limit: Annotated[int | MISSING, Field(alias="dailySendLimit")] = MISSING
    """The number of messages per day at most."""
    sent_today: Annotated[int | MISSING, Field(alias="sentToday")] = MISSING
    """The messages sent today."""
    last_error: Annotated[Any | MISSING, Field(alias="lastError")] = MISSING
    """The last error, or null. What it looks like is not documented."""


class MailboxDns(Model):
    """The DNS records of the domain of a mailbox."""

    mx: MxRecords | MISSING = MISSING
    """The MX records."""
    spf: DnsRecord | MISSING = MISSING
    """The SPF record."""
    dkim: DnsRecord | MISSING = MISSING
    """The DKIM record."""
    dmarc: DnsRecord | MISSING = MISSING
    """The DMARC record."""
    health_score: Annotated[int | MISSING, Field(alias="healthScore")] = MISSING
    """The health score."""


class MxRecords(Model):
    """The MX records of a domain."""

    status: str | MISSING = MISSING
    """The result of the check, such as `pass`."""
    records: list[MxRecord] | MISSING = MISSING
    """The records."""


class MxRecord(Model):
    """One MX record."""

    exchange: str | MISSING = MISSING
    """The mail host."""
    priority: int | MISSING = MISSING
    """The priority."""


class DnsRecord(Model):
    """A DNS record and its check."""

    status: str | MISSING = MISSING
    """The result of the check, such as `pass`."""
    selector: str | MISSING = MISSING
    """The selector of a DKIM record."""
    record: str | MISSING = MISSING
    """The text of the record."""


class MailboxDeliverability(Model):
    """How sending from a mailbox went."""

    bounce_rate: Annotated[int | float | MISSING, Field(alias="bounceRate")] = MISSING
    """The bounce rate, such as 0.02."""
    total_sent: Annotated[int | MISSING, Field(alias="totalSent")] = MISSING
    """The messages sent altogether."""
    total_received: Annotated[int | MISSING, Field(alias="totalReceived")] = MISSING
    """The messages received altogether."""
    consecutive_failures: Annotated[int | MISSING, Field(alias="consecutiveFailures")] = MISSING
    """The failures in a row."""


class Workspace(Model):
    """A workspace. Which properties are present depends on the operation."""

    id: str
    """The ID of the workspace. It is `id` here, not `_id`."""
    name: str
    """The name."""
    owner_id: Annotated[str | MISSING, Field(alias="ownerId")] = MISSING
    """The owner, as the ID of a user."""
    member_count: Annotated[int | MISSING, Field(alias="memberCount")] = MISSING
    """The number of members."""
    settings: WorkspaceSettings | MISSING = MISSING
    """The settings. Only an update shows them."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When it was created."""


class WorkspaceSettings(Model):
    """The settings of a workspace."""

    allow_member_invites: Annotated[bool | MISSING, Field(alias="allowMemberInvites")] = MISSING
    """Whether members may invite others."""
    default_role: Annotated[str | MISSING, Field(alias="defaultRole")] = MISSING
    """The role of new members, such as `member`."""


class WorkspaceResponse(Model):
    """A response with one workspace."""

    success: bool
    """Whether the call succeeded."""
    data: Workspace
    """The workspace."""


class WorkspaceList(Model):
    """The workspaces that a key reaches."""

    success: bool
    """Whether the call succeeded."""
    data: list[Workspace]
    """The workspaces."""


class WorkspaceCreate(Model):
    """A new workspace."""

    name: str
    """The name."""


class WorkspaceUpdate(Model):
    """The parts of a workspace to change. What is omitted stays as it is."""

    name: str | MISSING = MISSING
    """The new name."""
    settings: WorkspaceSettings | MISSING = MISSING
    """The settings to change. They are merged into the stored settings."""


class WorkspaceInvite(Model):
    """A user to add to a workspace."""

    email: str
    """The address of a user of SendKit."""
    role: str | MISSING = MISSING
    """The role. The words seen for roles are `owner`, `admin` and `member`."""


class WorkspaceMemberResponse(Model):
    """A response with a new member. Its content is not documented."""

    success: bool
    """Whether the call succeeded."""
    data: dict[str, Any] | MISSING = MISSING
    """The member, in a form that is not documented."""


class MessageResponse(Model):
    """A response that confirms a call in words."""

    success: bool
    """Whether the call succeeded."""
    data: Message
    """The confirmation."""


class Message(Model):
    """A confirmation in words."""

    message: str | MISSING = MISSING
    """A sentence for people."""


class ApiKeyResponse(Model):
    """A response with the key of a workspace."""

    success: bool
    """Whether the call succeeded."""
    data: ApiKey
    """The key."""


class ApiKey(Model):
    """The key of a workspace."""

    api_key: Annotated[str, Field(alias="apiKey")]
    """The key itself: `sk_` and 48 hexadecimal characters."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When it was made."""
    created_by: Annotated[str | MISSING, Field(alias="createdBy")] = MISSING
    """The maker, as the ID of a user."""


class AccountResponse(Model):
    """A response with the account."""

    success: bool
    """Whether the call succeeded."""
    data: Account
    """The account."""


class Account(Model):
    """A user of SendKit. An update shows the first three properties."""

    id: str
    """The ID of the user."""
    name: str
    """The name."""
    email: str
    """The address."""
    image: str | MISSING = MISSING
    """The picture."""
    tier: str | MISSING = MISSING
    """The plan, such as `starter`."""
    workspaces: list[AccountMembership] | MISSING = MISSING
    """The workspaces that the user belongs to."""


class AccountMembership(Model):
    """A workspace that a user belongs to."""

    workspace_id: Annotated[str | MISSING, Field(alias="workspaceId")] = MISSING
    """The ID of the workspace."""
    role: str | MISSING = MISSING
    """The role there, such as `owner`."""
    joined_at: Annotated[DateTime | MISSING, Field(alias="joinedAt")] = MISSING
    """When the user joined."""


class AccountUpdate(Model):
    """The properties of the account to change."""

    name: str | MISSING = MISSING
    """The new name."""


class Webhook(Model):
    """A webhook of the workspace."""

    id: Annotated[str, Field(alias="_id")]
    """The ID of the webhook."""
    workspace_id: Annotated[str | MISSING, Field(alias="workspaceId")] = MISSING
    """The ID of the workspace."""
    name: str
    """The name."""
    url: str
    """The address that deliveries go to."""
    events: list[str]
    """The events that are reported. The words seen are `email.sent`, `email.opened`, `email.clicked`,
    `email.replied`, `email.positive_reply`, `email.bounced` and `email.unsubscribed`.
    """
    secret: str | MISSING = MISSING
    """The secret that signs deliveries."""
    retry_attempts: Annotated[int | MISSING, Field(alias="retryAttempts")] = MISSING
    """How often a failed delivery is tried again."""
    timeout_ms: Annotated[int | MISSING, Field(alias="timeoutMs")] = MISSING
    """The milliseconds that a delivery may take."""
    status: str | MISSING = MISSING
    """The state. The words seen are `active` and `inactive`."""
    stats: WebhookStats | MISSING = MISSING
    """How deliveries went. Only the list shows it."""
    created_by: Annotated[str | MISSING, Field(alias="createdBy")] = MISSING
    """The maker, as the ID of a user."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When it was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When it was last changed."""


class WebhookStats(Model):
    """How deliveries of a webhook went. It holds more members than the documented one."""

    total_delivered: Annotated[int | MISSING, Field(alias="totalDelivered")] = MISSING
    """The deliveries that arrived."""


class WebhookResponse(Model):
    """A response with one webhook."""

    success: bool
    """Whether the call succeeded."""
    data: Webhook
    """The webhook."""


class WebhookList(Model):
    """A page of webhooks."""

    success: bool
    """Whether the call succeeded."""
    data: list[Webhook]
    """The webhooks of this page."""
    pagination: Pagination | MISSING = MISSING
    """Where the page stands in the listing."""


class WebhookCreate(Model):
    """A new webhook."""

    name: Annotated[str, Field(min_length=1)]
    """The name, which is trimmed. At least 1 character."""
    url: str
    """The address that deliveries go to."""
    events: list[str]
    """The events to report, such as `email.replied` and `email.positive_reply`."""
    secret: str | MISSING = MISSING
    """The secret that signs deliveries. The server makes one when it is omitted."""
    retry_attempts: Annotated[int | MISSING, Field(alias="retryAttempts", ge=0, le=10)] = MISSING
    """How often a failed delivery is tried again. 0 to 10. The server's default is `3`."""
    timeout_ms: Annotated[int | MISSING, Field(alias="timeoutMs", ge=1000, le=30000)] = MISSING
    """The milliseconds that a delivery may take. 1000 to 30000. The server's default is `10000`."""


class WebhookUpdate(Model):
    """The properties of a webhook to change. Further ones are accepted, but only one is documented by
    name.
    """

    url: str | MISSING = MISSING
    """The new address that deliveries go to."""


class WebhookTestResponse(Model):
    """A response with the outcome of a test delivery."""

    success: bool
    """Whether the call succeeded."""
    data: WebhookTest
    """The outcome."""


class WebhookTest(Model):
    """The outcome of a test delivery."""

    status_code: Annotated[int | MISSING, Field(alias="statusCode")] = MISSING
    """The HTTP status that the URL gave."""
    delivered: bool | MISSING = MISSING
    """Whether the delivery arrived."""


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
