"""The JSON objects that `handbill_autosend` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import MISSING, Field

from ._model import DateTime, Model


class CampaignCreate(Model):
    """A new campaign. It needs `template_id` or `html_template`, and `gradual_strategy` where
    `send_mode` is `gradual`.
    """

    name: Annotated[str | MISSING, Field(max_length=200, min_length=1)] = MISSING
    """The name that the campaign goes by. 1 to 200 characters."""
    subject: Annotated[str | MISSING, Field(max_length=998, min_length=1)] = MISSING
    """The subject line. 1 to 998 characters."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText", max_length=200)] = MISSING
    """The text that mail programs show next to the subject. At most 200 characters."""
    from_: Annotated[Sender | MISSING, Field(alias="from")] = MISSING
    """The sender, given in place."""
    from_sender_id: Annotated[str | MISSING, Field(alias="fromSenderId")] = MISSING
    """The id of a stored sender. It may be given along with `from_`; which of the two then counts is
    not documented.
    """
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The id of the template with the content, for example `A-280fa451a7ca5cc17513`."""
    html_template: Annotated[str | MISSING, Field(alias="htmlTemplate")] = MISSING
    """The content as HTML. It wins over `template_id`; if both are given, the template of that id is
    overwritten with this HTML.
    """
    to_lists: Annotated[list[str] | MISSING, Field(alias="toLists")] = MISSING
    """The ids of the lists and segments to send to. Replies hold objects in this place."""
    exclude_lists: Annotated[list[str] | MISSING, Field(alias="excludeLists")] = MISSING
    """The ids of the lists and segments to leave out."""
    unsubscribe_group_id: Annotated[str | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The id of the group that recipients unsubscribe from. AutoSend calls the same thing a
    suppression group elsewhere.
    """
    send_now: Annotated[bool | MISSING, Field(alias="sendNow")] = MISSING
    """Whether to send the campaign without a date. It is then scheduled to leave 120 seconds after the
    call.
    """
    scheduled_at: Annotated[DateTime | MISSING, Field(alias="scheduledAt")] = MISSING
    """When to send the campaign."""
    send_to_global_list: Annotated[bool | MISSING, Field(alias="sendToGlobalList")] = MISSING
    """Whether to send to every contact there is."""
    publish: bool | MISSING = MISSING
    """Whether to publish the campaign, which makes it final."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked. The default is not documented."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked. The default is not documented."""
    send_mode: Annotated[SendMode | MISSING, Field(alias="sendMode")] = MISSING
    """How the campaign leaves."""
    gradual_strategy: Annotated[GradualStrategy | MISSING, Field(alias="gradualStrategy")] = MISSING
    """How the daily number of mails grows. Required where `send_mode` is `gradual`."""
    daily_batch_size: Annotated[int | MISSING, Field(alias="dailyBatchSize", ge=1)] = MISSING
    """How many mails leave per day in gradual sending. At least 1."""
    timezone: str | MISSING = MISSING
    """The time zone for scheduled and gradual sending, for example `America/New_York`."""


class CampaignUpdate(Model):
    """The fields of a campaign to change. A field that is left out keeps its value."""

    name: Annotated[str | MISSING, Field(max_length=200, min_length=1)] = MISSING
    """The name that the campaign goes by. 1 to 200 characters."""
    subject: Annotated[str | MISSING, Field(max_length=998, min_length=1)] = MISSING
    """The subject line. 1 to 998 characters."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText", max_length=200)] = MISSING
    """The text that mail programs show next to the subject. It may be empty. At most 200 characters."""
    from_: Annotated[Sender | MISSING, Field(alias="from")] = MISSING
    """The sender, given in place. Whether one of its two fields can be changed alone is not
    documented.
    """
    from_sender_id: Annotated[str | MISSING, Field(alias="fromSenderId")] = MISSING
    """The id of a stored sender."""
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The id of the template with the content, for example `A-280fa451a7ca5cc17513`."""
    html_template: Annotated[str | MISSING, Field(alias="htmlTemplate")] = MISSING
    """The content as HTML. It wins over `template_id`; if both are given, the template of that id is
    overwritten with this HTML.
    """
    to_lists: Annotated[list[str] | MISSING, Field(alias="toLists")] = MISSING
    """The ids of the lists and segments to send to. Replies hold objects in this place."""
    exclude_lists: Annotated[list[str] | MISSING, Field(alias="excludeLists")] = MISSING
    """The ids of the lists and segments to leave out."""
    unsubscribe_group_id: Annotated[str | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The id of the group that recipients unsubscribe from. AutoSend calls the same thing a
    suppression group elsewhere.
    """
    send_now: Annotated[bool | MISSING, Field(alias="sendNow")] = MISSING
    """Whether to start sending right away. The status in the reply is not documented to be `sent` by
    then.
    """
    scheduled_at: Annotated[DateTime | MISSING, Field(alias="scheduledAt")] = MISSING
    """When to send the campaign."""
    send_to_global_list: Annotated[bool | MISSING, Field(alias="sendToGlobalList")] = MISSING
    """Whether to send to every contact there is."""
    publish: bool | MISSING = MISSING
    """Whether to publish the campaign, which makes it final."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked."""
    send_mode: Annotated[SendMode | MISSING, Field(alias="sendMode")] = MISSING
    """How the campaign leaves."""
    gradual_strategy: Annotated[GradualStrategy | MISSING, Field(alias="gradualStrategy")] = MISSING
    """How the daily number of mails grows. Used where `send_mode` is `gradual`."""
    daily_batch_size: Annotated[int | MISSING, Field(alias="dailyBatchSize", ge=1)] = MISSING
    """How many mails leave per day in gradual sending. At least 1."""
    timezone: str | MISSING = MISSING
    """The time zone for scheduled and gradual sending."""


GradualStrategy: TypeAlias = Literal["fixed", "1.25x", "1.5x", "1.75x", "2x"]
"""How the daily number of mails grows in gradual sending."""


class Sender(Model):
    """Whom a campaign comes from."""

    email: str | MISSING = MISSING
    """The sender's address."""
    name: Annotated[str | MISSING, Field(max_length=200)] = MISSING
    """The name shown beside the address. At most 200 characters."""


SendMode: TypeAlias = Literal["immediate", "scheduled", "gradual"]
"""How a campaign leaves: all at once, at a set time, or in daily batches."""


class CampaignSender(Model):
    """Whom a stored campaign comes from."""

    email: str | MISSING = MISSING
    """The sender's address."""
    name: str | MISSING = MISSING
    """The name shown beside the address."""


class Campaign(Model):
    """A campaign in full, as create and get return it. The reply to a create shows fewer of these
    fields than a get.
    """

    id: str | MISSING = MISSING
    """The id of the campaign."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The former name of `id`. Replies that carry `id` do not show it."""
    project_id: Annotated[str | MISSING, Field(alias="projectId")] = MISSING
    """The id of the project that the campaign belongs to."""
    organization_id: Annotated[str | MISSING, Field(alias="organizationId")] = MISSING
    """The id of the organisation that the project belongs to."""
    created_by: Annotated[str | MISSING, Field(alias="createdBy")] = MISSING
    """The id of whoever created the campaign."""
    name: str | MISSING = MISSING
    """The name that the campaign goes by."""
    subject: str | MISSING = MISSING
    """The subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that mail programs show next to the subject."""
    status: str | MISSING = MISSING
    """Where the campaign stands. Seen are `draft`, `scheduled`, `sending`, `sending_gradual`,
    `paused`, `sent` and `aborted`; the documentation does not close the set.
    """
    send_mode: Annotated[Literal["immediate", "scheduled", "gradual"] | str | MISSING, Field(alias="sendMode")] = (
        MISSING
    )
    """How the campaign leaves."""
    from_: Annotated[CampaignSender | MISSING, Field(alias="from")] = MISSING
    """The sender."""
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The id of the template with the content."""
    template: CampaignTemplate | MISSING = MISSING
    """The template itself."""
    to_lists: Annotated[list[RecipientList] | MISSING, Field(alias="toLists")] = MISSING
    """The lists and segments that the campaign goes to."""
    exclude_lists: Annotated[list[Any] | MISSING, Field(alias="excludeLists")] = MISSING
    """The lists and segments that are left out. The form of its items is not documented."""
    unsubscribe_group_id: Annotated[str | None | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The id of the group that recipients unsubscribe from, or null if there is none."""
    send_now: Annotated[bool | MISSING, Field(alias="sendNow")] = MISSING
    """Whether the campaign was to be sent without a date."""
    scheduled_at: Annotated[DateTime | None | MISSING, Field(alias="scheduledAt")] = MISSING
    """When the campaign is to be sent, or null if no time is set."""
    send_to_global_list: Annotated[bool | MISSING, Field(alias="sendToGlobalList")] = MISSING
    """Whether the campaign goes to every contact there is."""
    timezone: str | MISSING = MISSING
    """The time zone for scheduled and gradual sending."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked."""
    metrics: CampaignMetrics | MISSING = MISSING
    """What has become of the mails."""
    threshold_preset: Annotated[str | MISSING, Field(alias="thresholdPreset")] = MISSING
    """The threshold preset by name. Seen is `balanced`; other names are not documented."""
    source: str | MISSING = MISSING
    """Where the campaign comes from. Seen is `api`; other words are not documented."""
    sent_at: Annotated[DateTime | MISSING, Field(alias="sentAt")] = MISSING
    """When the campaign was sent."""
    paused_at: Annotated[str | None | MISSING, Field(alias="pausedAt")] = MISSING
    """When the campaign was paused, or null. Its format is not shown."""
    paused_reason: Annotated[str | None | MISSING, Field(alias="pausedReason")] = MISSING
    """Why the campaign was paused, or null."""
    resumed_at: Annotated[str | None | MISSING, Field(alias="resumedAt")] = MISSING
    """When the campaign was resumed, or null. Its format is not shown."""
    aborted_at: Annotated[DateTime | None | MISSING, Field(alias="abortedAt")] = MISSING
    """When the campaign was aborted, or null."""
    failure_reason: Annotated[str | None | MISSING, Field(alias="failureReason")] = MISSING
    """Why the campaign failed, or null."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the campaign was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the campaign was last changed."""


class CampaignSummary(Model):
    """A campaign in short, as update, abort, pause and resume return it."""

    id: str | MISSING = MISSING
    """The id of the campaign."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The former name of `id`. Replies that carry `id` do not show it."""
    name: str | MISSING = MISSING
    """The name that the campaign goes by."""
    subject: str | MISSING = MISSING
    """The subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that mail programs show next to the subject."""
    status: str | MISSING = MISSING
    """Where the campaign stands. Seen are `draft`, `scheduled`, `sending`, `sending_gradual`,
    `paused`, `sent` and `aborted`; the documentation does not close the set.
    """
    send_mode: Annotated[Literal["immediate", "scheduled", "gradual"] | str | MISSING, Field(alias="sendMode")] = (
        MISSING
    )
    """How the campaign leaves."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the campaign was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the campaign was last changed."""


class CampaignListItem(Model):
    """A campaign as it stands in a listing."""

    id: str | MISSING = MISSING
    """The id of the campaign."""
    name: str | MISSING = MISSING
    """The name that the campaign goes by."""
    subject: str | MISSING = MISSING
    """The subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that mail programs show next to the subject."""
    status: str | MISSING = MISSING
    """Where the campaign stands. Seen are `draft`, `scheduled`, `sending`, `sending_gradual`,
    `paused`, `sent` and `aborted`; the documentation does not close the set.
    """
    send_mode: Annotated[Literal["immediate", "scheduled", "gradual"] | str | MISSING, Field(alias="sendMode")] = (
        MISSING
    )
    """How the campaign leaves."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked."""
    metrics: CampaignMetrics | MISSING = MISSING
    """What has become of the mails. Shown for a sent campaign only."""
    sent_at: Annotated[DateTime | MISSING, Field(alias="sentAt")] = MISSING
    """When the campaign was sent. Shown for a sent campaign only."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the campaign was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the campaign was last changed."""


class CampaignMetrics(Model):
    """What has become of the mails of a campaign, in numbers. Whether opens and clicks count once per
    recipient is not documented.
    """

    sent: int | MISSING = MISSING
    """The number sent."""
    delivered: int | MISSING = MISSING
    """The number delivered."""
    opened: int | MISSING = MISSING
    """The number opened."""
    suppressed: int | MISSING = MISSING
    """The number suppressed."""
    clicked: int | MISSING = MISSING
    """The number clicked."""
    bounced: int | MISSING = MISSING
    """The number bounced."""
    unsubscribed: int | MISSING = MISSING
    """The number unsubscribed."""
    spam_reported: Annotated[int | MISSING, Field(alias="spamReported")] = MISSING
    """The number reported as spam."""
    processed_count: Annotated[int | MISSING, Field(alias="processedCount")] = MISSING
    """The number processed."""
    total_contacts: Annotated[int | MISSING, Field(alias="totalContacts")] = MISSING
    """The number of contacts in total."""
    failed_count: Annotated[int | MISSING, Field(alias="failedCount")] = MISSING
    """The number failed."""


class CampaignTemplate(Model):
    """The template that a campaign uses, with its content."""

    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The id of the template."""
    project_id: Annotated[str | MISSING, Field(alias="projectId")] = MISSING
    """The id of the project that the template belongs to."""
    template_name: Annotated[str | MISSING, Field(alias="templateName")] = MISSING
    """The name of the template."""
    subject: str | MISSING = MISSING
    """The subject line of the template."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The preview text of the template."""
    email_template: Annotated[str | MISSING, Field(alias="emailTemplate")] = MISSING
    """The content as HTML, in which Handlebars expressions may stand."""
    template_type: Annotated[str | MISSING, Field(alias="templateType")] = MISSING
    """What the template is for. Seen here is `marketing`; templates may also be `transactional`."""
    builder_type: Annotated[str | MISSING, Field(alias="builderType")] = MISSING
    """How the template was built. Seen here is `code`; templates may also be `visual`."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the template was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the template was last changed."""


class RecipientList(Model):
    """A list or segment of contacts that a campaign goes to."""

    id: str | MISSING = MISSING
    """The id of the list or segment. Create and update take this id."""
    name: str | MISSING = MISSING
    """The name of the list or segment."""
    type: str | MISSING = MISSING
    """What it is. Seen here is `list`; contact lists may also be a `segment`."""
    contact_count: Annotated[int | MISSING, Field(alias="contactCount")] = MISSING
    """How many contacts it holds."""


class CampaignResponse(Model):
    """The reply that carries one campaign in full."""

    success: bool
    """Whether the call worked."""
    data: Campaign
    """The campaign."""
    message: str | MISSING = MISSING
    """A remark for people. Its wording is not dependable."""


class CampaignSummaryResponse(Model):
    """The reply that carries one campaign in short."""

    success: bool
    """Whether the call worked."""
    data: CampaignSummary
    """The campaign."""


class CampaignListResponse(Model):
    """The reply that carries a page of campaigns."""

    success: bool
    """Whether the call worked."""
    data: CampaignPage
    """The page."""


class CampaignPage(Model):
    """One page of a listing of campaigns."""

    campaigns: list[CampaignListItem]
    """The campaigns on this page."""
    pagination: Pagination
    """Where this page stands in the listing."""


class Pagination(Model):
    """Where a page stands in its listing."""

    page: int | MISSING = MISSING
    """The number of this page. The first page is 1."""
    limit: int | MISSING = MISSING
    """How many items a page holds at most."""
    total: int | MISSING = MISSING
    """How many items there are on all pages."""
    total_pages: Annotated[int | MISSING, Field(alias="totalPages")] = MISSING
    """How many pages there are."""
    pages: int | MISSING = MISSING
    """The former name of `total_pages`."""


class CampaignDeleteResponse(Model):
    """The reply to a delete. It carries `data` or `message`."""

    success: bool | MISSING = MISSING
    """Whether the call worked."""
    data: CampaignDeletion | MISSING = MISSING
    """What has been deleted."""
    message: str | MISSING = MISSING
    """A remark for people. Its wording is not dependable."""


class CampaignDeletion(Model):
    """Which campaign has been deleted."""

    id: str | MISSING = MISSING
    """The id of the deleted campaign."""
    deleted: bool | MISSING = MISSING
    """Whether the campaign is deleted."""


class ErrorResponse(Model):
    """The body of an error that is described by an object."""

    success: bool | MISSING = MISSING
    """Whether the call worked, which is false here."""
    error: ErrorInfo | MISSING = MISSING
    """What went wrong."""


class ErrorInfo(Model):
    """What went wrong."""

    message: str | MISSING = MISSING
    """What went wrong, for people."""
    code: str | MISSING = MISSING
    """What went wrong, for programs, for example `VALIDATION_FAILED` or `CAMPAIGN_NOT_FOUND`. The set
    is not documented as a whole.
    """
    status: int | MISSING = MISSING
    """The HTTP status once more. Shown on errors of a delete only."""
    details: list[FieldError] | MISSING = MISSING
    """The fields at fault. Shown on validation errors only."""


class FieldError(Model):
    """What is wrong with one field of a request."""

    field: str | MISSING = MISSING
    """The name of the field."""
    message: str | MISSING = MISSING
    """What is wrong with it, for people."""


class AnyErrorResponse(Model):
    """The body of an error whose form is not settled: what went wrong stands in `error`, or in
    `message` and `code`.
    """

    success: bool | MISSING = MISSING
    """Whether the call worked, which is false here."""
    error: ErrorInfo | str | dict[str, Any] | MISSING = MISSING
    """What went wrong, as an object or as a sentence."""
    message: str | MISSING = MISSING
    """What went wrong, for people, where there is no `error`."""
    code: str | MISSING = MISSING
    """What went wrong, for programs, where there is no `error`."""


class RateLimitErrorResponse(Model):
    """The body of an error that asks for patience."""

    success: bool | MISSING = MISSING
    """Whether the call worked, which is false here."""
    error: RateLimitErrorInfo | str | dict[str, Any] | MISSING = MISSING
    """What went wrong, as an object or as a sentence."""
    message: str | MISSING = MISSING
    """What went wrong, for people, where there is no `error`."""
    code: str | MISSING = MISSING
    """What went wrong, for programs, where there is no `error`."""
    retry_after: Annotated[int | float | MISSING, Field(alias="retryAfter")] = MISSING
    """How many seconds to wait before the next request."""


class RateLimitErrorInfo(Model):
    """What went wrong, and how long to wait."""

    message: str | MISSING = MISSING
    """What went wrong, for people."""
    code: str | MISSING = MISSING
    """What went wrong, for programs."""
    retry_after: Annotated[int | float | MISSING, Field(alias="retryAfter")] = MISSING
    """How many seconds to wait before the next request."""
