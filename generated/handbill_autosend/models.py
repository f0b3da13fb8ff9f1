"""The JSON objects that `handbill_autosend` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import MISSING, Field, model_validator

from ._model import DateTime, Model


class CampaignCreate(Model):
    """A new campaign. It needs `template_id` or `html_template` or both, and `gradual_strategy` where
    `send_mode` is `gradual`.
    """

    name: Annotated[str | MISSING, Field(max_length=200, min_length=1)] = MISSING
    """The name of the campaign. 1 to 200 characters."""
    subject: Annotated[str | MISSING, Field(max_length=998, min_length=1)] = MISSING
    """The subject line. 1 to 998 characters."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText", max_length=200)] = MISSING
    """The text that email programs show next to the subject. At most 200 characters."""
    from_: Annotated[Sender | MISSING, Field(alias="from")] = MISSING
    """The sender, given in place."""
    from_sender_id: Annotated[str | MISSING, Field(alias="fromSenderId")] = MISSING
    """The ID of a stored sender. It may be given along with `from_`; which of the two then counts is
    not documented.
    """
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The ID of the template with the content, for example `A-280fa451a7ca5cc17513`."""
    html_template: Annotated[str | MISSING, Field(alias="htmlTemplate")] = MISSING
    """The content as HTML. It wins over `template_id`; if both are given, the template of that ID is
    overwritten with this HTML.
    """
    to_lists: Annotated[list[str] | MISSING, Field(alias="toLists")] = MISSING
    """The IDs of the lists and segments to send to. Responses hold objects in this place."""
    exclude_lists: Annotated[list[str] | MISSING, Field(alias="excludeLists")] = MISSING
    """The IDs of the lists and segments to leave out."""
    unsubscribe_group_id: Annotated[str | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The ID of the group that recipients unsubscribe from. AutoSend calls the same thing a
    suppression group elsewhere.
    """
    send_now: Annotated[bool | MISSING, Field(alias="sendNow")] = MISSING
    """Whether to send the campaign without a date. It is then scheduled to leave 120 seconds after the
    call.
    """
    scheduled_at: Annotated[DateTime | MISSING, Field(alias="scheduledAt")] = MISSING
    """When to send the campaign."""
    send_to_global_list: Annotated[bool | MISSING, Field(alias="sendToGlobalList")] = MISSING
    """Whether to send to every contact of the project."""
    publish: bool | MISSING = MISSING
    """Whether to publish the campaign, which makes it final."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked. The default is not documented."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked. The default is not documented."""
    send_mode: Annotated[SendMode | MISSING, Field(alias="sendMode")] = MISSING
    """How the campaign is sent."""
    gradual_strategy: Annotated[GradualStrategy | MISSING, Field(alias="gradualStrategy")] = MISSING
    """How the daily number of emails grows. Required where `send_mode` is `gradual`."""
    daily_batch_size: Annotated[int | MISSING, Field(alias="dailyBatchSize", ge=1)] = MISSING
    """How many emails are sent per day in gradual sending. At least 1."""
    timezone: str | MISSING = MISSING
    """The time zone for scheduled and gradual sending, for example `America/New_York`."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.send_mode == "gradual" and self.gradual_strategy is MISSING:
            raise ValueError('gradual_strategy must be given where send_mode is "gradual"')
        if self.template_id is MISSING and self.html_template is MISSING:
            raise ValueError("template_id or html_template must be given")
        return self


class CampaignUpdate(Model):
    """The fields of a campaign to change. A field that is left out keeps its value."""

    name: Annotated[str | MISSING, Field(max_length=200, min_length=1)] = MISSING
    """The name of the campaign. 1 to 200 characters."""
    subject: Annotated[str | MISSING, Field(max_length=998, min_length=1)] = MISSING
    """The subject line. 1 to 998 characters."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText", max_length=200)] = MISSING
    """The text that email programs show next to the subject. It may be empty. At most 200 characters."""
    from_: Annotated[Sender | MISSING, Field(alias="from")] = MISSING
    """The sender, given in place. Whether one of its two fields can be changed alone is not
    documented.
    """
    from_sender_id: Annotated[str | MISSING, Field(alias="fromSenderId")] = MISSING
    """The ID of a stored sender."""
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The ID of the template with the content, for example `A-280fa451a7ca5cc17513`."""
    html_template: Annotated[str | MISSING, Field(alias="htmlTemplate")] = MISSING
    """The content as HTML. It wins over `template_id`; if both are given, the template of that ID is
    overwritten with this HTML.
    """
    to_lists: Annotated[list[str] | MISSING, Field(alias="toLists")] = MISSING
    """The IDs of the lists and segments to send to. Responses hold objects in this place."""
    exclude_lists: Annotated[list[str] | MISSING, Field(alias="excludeLists")] = MISSING
    """The IDs of the lists and segments to leave out."""
    unsubscribe_group_id: Annotated[str | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The ID of the group that recipients unsubscribe from. AutoSend calls the same thing a
    suppression group elsewhere.
    """
    send_now: Annotated[bool | MISSING, Field(alias="sendNow")] = MISSING
    """Whether to start sending right away. The status in the response is not documented to be `sent`
    by then.
    """
    scheduled_at: Annotated[DateTime | MISSING, Field(alias="scheduledAt")] = MISSING
    """When to send the campaign."""
    send_to_global_list: Annotated[bool | MISSING, Field(alias="sendToGlobalList")] = MISSING
    """Whether to send to every contact of the project."""
    publish: bool | MISSING = MISSING
    """Whether to publish the campaign, which makes it final."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked."""
    send_mode: Annotated[SendMode | MISSING, Field(alias="sendMode")] = MISSING
    """How the campaign is sent."""
    gradual_strategy: Annotated[GradualStrategy | MISSING, Field(alias="gradualStrategy")] = MISSING
    """How the daily number of emails grows. Used where `send_mode` is `gradual`."""
    daily_batch_size: Annotated[int | MISSING, Field(alias="dailyBatchSize", ge=1)] = MISSING
    """How many emails are sent per day in gradual sending. At least 1."""
    timezone: str | MISSING = MISSING
    """The time zone for scheduled and gradual sending."""


GradualStrategy: TypeAlias = Literal["fixed", "1.25x", "1.5x", "1.75x", "2x"]
"""How the daily number of emails grows in gradual sending."""


class Sender(Model):
    """The sender of a campaign."""

    email: str | MISSING = MISSING
    """The sender's address."""
    name: Annotated[str | MISSING, Field(max_length=200)] = MISSING
    """The name shown beside the address. At most 200 characters."""


SendMode: TypeAlias = Literal["immediate", "scheduled", "gradual"]
"""How a campaign is sent: all at once, at a set time, or in daily batches."""


class ContactListCreate(Model):
    """A new list or segment. A segment needs `filter_criteria`."""

    name: Annotated[str, Field(max_length=200)]
    """The name of the list, which no other list of the project has. At most 200 characters."""
    description: Annotated[str | MISSING, Field(max_length=500)] = MISSING
    """What the list is for. At most 500 characters."""
    type: Literal["list", "segment"] | MISSING = MISSING
    """Whether to create a list or a segment. The server's default is `"list"`."""
    filter_criteria: Annotated[SegmentFilter | MISSING, Field(alias="filterCriteria")] = MISSING
    """Which contacts belong to the segment. Required where `type` is `segment`."""
    parent_id: Annotated[str | MISSING, Field(alias="parentId")] = MISSING
    """The ID of the list that the new segment is a part of."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.type == "segment" and self.filter_criteria is MISSING:
            raise ValueError('filter_criteria must be given where type is "segment"')
        return self


class SegmentFilter(Model):
    """Which contacts belong to a segment."""

    logical_operator: Annotated[Literal["AND", "OR"] | str | MISSING, Field(alias="logicalOperator")] = MISSING
    """Whether a contact must meet all conditions or one of them."""
    groups: list[SegmentCondition] | MISSING = MISSING
    """The conditions."""


class SegmentCondition(Model):
    """A condition on one field of a contact."""

    field: str | MISSING = MISSING
    """The name of the field, for example `email` or `lastActivity`."""
    field_type: Annotated[Literal["string", "number", "boolean", "date"] | str | MISSING, Field(alias="fieldType")] = (
        MISSING
    )
    """The type of the field, which decides on the operators."""
    operator: (
        Literal[
            "equals",
            "not_equals",
            "contains",
            "not_contains",
            "starts_with",
            "ends_with",
            "is_empty",
            "is_not_empty",
            "greater_than",
            "less_than",
            "between",
            "before",
            "after",
        ]
        | str
        | MISSING
    ) = MISSING
    """How to compare. Every type has `equals` and `not_equals`, and a boolean no other. A string has
    `contains`, `not_contains`, `starts_with`, `ends_with`, `is_empty` and `is_not_empty` as well, a
    number `greater_than`, `less_than` and `between`, a date `before`, `after`, `between`,
    `is_empty` and `is_not_empty`.
    """
    value: Any | MISSING = MISSING
    """What to compare with, for example `@gmail.com`. The operators `is_empty` and `is_not_empty` do
    without it.
    """


class TemplateCreate(Model):
    """A new template. Which fields it needs is not documented."""

    template_name: Annotated[str | MISSING, Field(alias="templateName", max_length=90)] = MISSING
    """The name of the template. At most 90 characters."""
    subject: Annotated[str | MISSING, Field(max_length=988)] = MISSING
    """The subject line, in which Handlebars expressions may stand. At most 988 characters."""
    description: Annotated[str | MISSING, Field(max_length=140)] = MISSING
    """What the template is for. At most 140 characters."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText", max_length=140)] = MISSING
    """The text that email programs show next to the subject. At most 140 characters."""
    email_template: Annotated[str | MISSING, Field(alias="emailTemplate")] = MISSING
    """The content as HTML, in which Handlebars expressions may stand."""
    template_type: Annotated[TemplateType | MISSING, Field(alias="templateType")] = MISSING
    """What the template is for. The server's default is `"transactional"`."""
    builder_type: Annotated[Literal["code", "visual"] | MISSING, Field(alias="builderType")] = MISSING
    """How the template is built. The server's default is `"code"`."""


class TemplateUpdate(Model):
    """The fields of a template to change. A field that is left out keeps its value."""

    template_name: Annotated[str | MISSING, Field(alias="templateName", max_length=90)] = MISSING
    """The name of the template. At most 90 characters."""
    subject: Annotated[str | MISSING, Field(max_length=988)] = MISSING
    """The subject line, in which Handlebars expressions may stand. At most 988 characters."""
    description: Annotated[str | MISSING, Field(max_length=140)] = MISSING
    """What the template is for. At most 140 characters."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText", max_length=140)] = MISSING
    """The text that email programs show next to the subject. At most 140 characters."""
    email_template: Annotated[str | MISSING, Field(alias="emailTemplate")] = MISSING
    """The content as HTML, in which Handlebars expressions may stand."""
    template_type: Annotated[TemplateType | MISSING, Field(alias="templateType")] = MISSING
    """What the template is for."""


TemplateType: TypeAlias = Literal["transactional", "marketing"]
"""What a template is for, single emails or campaigns."""


class SenderCreate(Model):
    """A new sender."""

    email: str
    """The address, on a domain that is verified in the project."""
    name: Annotated[str | MISSING, Field(max_length=200)] = MISSING
    """The name shown beside the address. At most 200 characters."""
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""


class SuppressionGroupCreate(Model):
    """A new suppression group."""

    name: Annotated[str, Field(max_length=200, min_length=1)]
    """The name of the group. 1 to 200 characters."""
    description: str | MISSING = MISSING
    """What the group is for."""
    is_active: Annotated[bool | MISSING, Field(alias="isActive")] = MISSING
    """Whether the group is active. The server's default is `true`."""


class EmailSuppression(Model):
    """Addresses to suppress."""

    emails: Annotated[list[str], Field(min_length=1)]
    """The addresses. At least 1 item."""
    group_id: Annotated[str | MISSING, Field(alias="groupId")] = MISSING
    """The group to suppress the addresses in, by its ID. Without it they go to the default group."""
    reason: str | MISSING = MISSING
    """Why the addresses are suppressed, for reports. Shown are `unsubscribed`, `bounced` and
    `spam_complaint`; the documentation does not close the set.
    """
    is_global: Annotated[bool | MISSING, Field(alias="isGlobal")] = MISSING
    """Whether to suppress the addresses in the global list and not in a group of the project."""


class ContactInput(Model):
    """A contact to create or change."""

    email: str
    """The address of the contact. It is stored in lower case."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The ID of the contact in the system of the caller."""
    list_ids: Annotated[list[str] | MISSING, Field(alias="listIds")] = MISSING
    """The IDs of the lists to add the contact to. Segments are not allowed here."""
    custom_fields: Annotated[dict[str, CustomFieldValue] | MISSING, Field(alias="customFields")] = MISSING
    """Further fields of the contact by name."""


CustomFieldValue: TypeAlias = str | int | float | bool
"""The value of a custom field; a date is written as a string such as `2024-03-01`."""


class MailSend(Model):
    """An email to one recipient. Without `template_id` it needs a `subject`, and `html` or `text` or
    both.
    """

    to: MailAddress
    """The one recipient."""
    cc: list[MailAddress] | MISSING = MISSING
    """Who gets a copy that the others see."""
    bcc: list[MailAddress] | MISSING = MISSING
    """Who gets a copy that the others do not see."""
    from_: Annotated[MailAddress, Field(alias="from")]
    """The sender, on a domain that is verified in the project."""
    subject: Annotated[str | MISSING, Field(max_length=998)] = MISSING
    """The subject line. Required without `template_id`. At most 998 characters."""
    html: str | MISSING = MISSING
    """The content as HTML, in which Handlebars expressions may stand. This or `text` is required
    without `template_id`.
    """
    text: str | MISSING = MISSING
    """The content as plain text. This or `html` is required without `template_id`."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The ID of the template with the content."""
    dynamic_data: Annotated[dict[str, Any] | MISSING, Field(alias="dynamicData")] = MISSING
    """The values of Handlebars variables, by name."""
    reply_to: Annotated[MailReplyTo | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    unsubscribe_group_id: Annotated[str | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The ID of the suppression group that recipients unsubscribe from."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked. Without it the setting of the project holds."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked. Without it the setting of the project holds."""
    headers: dict[str, str] | MISSING = MISSING
    """Further headers of the email by name, at most 20 by the account of a third party."""
    attachments: list[MailAttachment] | MISSING = MISSING
    """The files that go with the email, at most 20 by the account of a third party."""
    bypass_suppressions: Annotated[bool | MISSING, Field(alias="bypassSuppressions")] = MISSING
    """Whether to send to addresses that are suppressed as well."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (
            self.template_id is MISSING
            and (self.subject is MISSING or self.html is MISSING)
            and (self.subject is MISSING or self.text is MISSING)
        ):
            raise ValueError("template_id, (subject and html) or (subject and text) must be given")
        return self


class BulkMailSend(Model):
    """An email to many recipients. Without `template_id` it needs a `subject`, and `html` or `text` or
    both.
    """

    recipients: Annotated[list[MailRecipient], Field(max_length=100, min_length=1)]
    """Who gets the email. 1 to 100 items."""
    from_: Annotated[MailAddress, Field(alias="from")]
    """The sender, on a domain that is verified in the project."""
    subject: Annotated[str | MISSING, Field(max_length=998)] = MISSING
    """The subject line. Required without `template_id`. At most 998 characters."""
    html: str | MISSING = MISSING
    """The content as HTML, in which Handlebars expressions may stand. This or `text` is required
    without `template_id`.
    """
    text: str | MISSING = MISSING
    """The content as plain text. This or `html` is required without `template_id`."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The ID of the template with the content."""
    dynamic_data: Annotated[dict[str, Any] | MISSING, Field(alias="dynamicData")] = MISSING
    """The values of Handlebars variables for all recipients, by name."""
    reply_to: Annotated[MailReplyTo | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    unsubscribe_group_id: Annotated[str | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The ID of the suppression group that recipients unsubscribe from."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked. Without it the setting of the project holds."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked. Without it the setting of the project holds."""
    headers: dict[str, str] | MISSING = MISSING
    """Further headers of the email by name, at most 20 by the account of a third party."""
    attachments: list[MailAttachment] | MISSING = MISSING
    """The files that go with the email, at most 20 by the account of a third party."""
    bypass_suppressions: Annotated[bool | MISSING, Field(alias="bypassSuppressions")] = MISSING
    """Whether to send to addresses that are suppressed as well."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (
            self.template_id is MISSING
            and (self.subject is MISSING or self.html is MISSING)
            and (self.subject is MISSING or self.text is MISSING)
        ):
            raise ValueError("template_id, (subject and html) or (subject and text) must be given")
        return self


class MailRecipient(Model):
    """A recipient of an email to many."""

    email: str
    """The address of the recipient."""
    name: str | MISSING = MISSING
    """The name shown beside the address."""
    dynamic_data: Annotated[dict[str, Any] | MISSING, Field(alias="dynamicData")] = MISSING
    """The values of Handlebars variables for this recipient, by name."""
    cc: list[MailAddress] | MISSING = MISSING
    """Who gets a copy that the others see."""
    bcc: list[MailAddress] | MISSING = MISSING
    """Who gets a copy that the others do not see."""


class MailAddress(Model):
    """An email address with a name."""

    email: str
    """The address."""
    name: str | MISSING = MISSING
    """The name shown beside the address."""


class MailReplyTo(Model):
    """The address that replies go to, with a name."""

    email: str | MISSING = MISSING
    """The address."""
    name: str | MISSING = MISSING
    """The name shown beside the address."""


class MailAttachment(Model):
    """A file that goes with an email."""

    file_name: Annotated[str | MISSING, Field(alias="fileName")] = MISSING
    """The name of the file."""
    content_type: Annotated[str | MISSING, Field(alias="contentType")] = MISSING
    """The media type of the file."""
    content: str | MISSING = MISSING
    """The content of the file in Base64."""


class ProjectCreate(Model):
    """A new project."""

    name: Annotated[str, Field(max_length=100)]
    """The name of the project. At most 100 characters."""
    domain: str | MISSING = MISSING
    """The domain to send from, such as `example.com` or `mail.example.com`."""
    region_key: Annotated[Literal["us-east-1", "us-east-2", "ap-south-1"] | MISSING, Field(alias="regionKey")] = MISSING
    """The region to keep the data of the project in. The default is not documented."""


class CampaignSender(Model):
    """The sender of a stored campaign."""

    email: str | MISSING = MISSING
    """The sender's address."""
    name: str | MISSING = MISSING
    """The name shown beside the address."""


class Campaign(Model):
    """A campaign in full, as create and get return it. Create shows fewer of these fields than get."""

    id: str | MISSING = MISSING
    """The ID of the campaign. A response of the older form has it in `campaign_id`."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign under its former name. A response that carries `id` does not show it."""
    project_id: Annotated[str | MISSING, Field(alias="projectId")] = MISSING
    """The ID of the project that the campaign belongs to."""
    organization_id: Annotated[str | MISSING, Field(alias="organizationId")] = MISSING
    """The ID of the organisation that the project belongs to."""
    created_by: Annotated[str | MISSING, Field(alias="createdBy")] = MISSING
    """The ID of whoever created the campaign."""
    name: str | MISSING = MISSING
    """The name of the campaign."""
    subject: str | MISSING = MISSING
    """The subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that email programs show next to the subject."""
    status: str | MISSING = MISSING
    """The status of the campaign. Seen are `draft`, `scheduled`, `sending`, `sending_gradual`,
    `paused`, `sent` and `aborted`; the documentation does not close the set.
    """
    send_mode: Annotated[Literal["immediate", "scheduled", "gradual"] | str | MISSING, Field(alias="sendMode")] = (
        MISSING
    )
    """How the campaign is sent."""
    from_: Annotated[CampaignSender | MISSING, Field(alias="from")] = MISSING
    """The sender."""
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""
    template_id: Annotated[str | MISSING, Field(alias="templateId")] = MISSING
    """The ID of the template with the content."""
    template: CampaignTemplate | MISSING = MISSING
    """The template itself."""
    to_lists: Annotated[list[RecipientList] | MISSING, Field(alias="toLists")] = MISSING
    """The lists and segments that the campaign goes to."""
    exclude_lists: Annotated[list[Any] | MISSING, Field(alias="excludeLists")] = MISSING
    """The lists and segments that are left out. The form of its items is not documented."""
    unsubscribe_group_id: Annotated[str | None | MISSING, Field(alias="unsubscribeGroupId")] = MISSING
    """The ID of the group that recipients unsubscribe from, or null if there is none."""
    send_now: Annotated[bool | MISSING, Field(alias="sendNow")] = MISSING
    """Whether the campaign was to be sent without a date."""
    scheduled_at: Annotated[DateTime | None | MISSING, Field(alias="scheduledAt")] = MISSING
    """When the campaign is to be sent, or null if no time is set."""
    send_to_global_list: Annotated[bool | MISSING, Field(alias="sendToGlobalList")] = MISSING
    """Whether the campaign goes to every contact of the project."""
    timezone: str | MISSING = MISSING
    """The time zone for scheduled and gradual sending."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked."""
    metrics: CampaignMetrics | MISSING = MISSING
    """The delivery counts of the campaign."""
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
    """The ID of the campaign. A response of the older form has it in `campaign_id`."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign under its former name. A response that carries `id` does not show it."""
    name: str | MISSING = MISSING
    """The name of the campaign."""
    subject: str | MISSING = MISSING
    """The subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that email programs show next to the subject."""
    status: str | MISSING = MISSING
    """The status of the campaign. Seen are `draft`, `scheduled`, `sending`, `sending_gradual`,
    `paused`, `sent` and `aborted`; the documentation does not close the set.
    """
    send_mode: Annotated[Literal["immediate", "scheduled", "gradual"] | str | MISSING, Field(alias="sendMode")] = (
        MISSING
    )
    """How the campaign is sent."""
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

    id: str
    """The ID of the campaign."""
    name: str | MISSING = MISSING
    """The name of the campaign."""
    subject: str | MISSING = MISSING
    """The subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that email programs show next to the subject."""
    status: str | MISSING = MISSING
    """The status of the campaign. Seen are `draft`, `scheduled`, `sending`, `sending_gradual`,
    `paused`, `sent` and `aborted`; the documentation does not close the set.
    """
    send_mode: Annotated[Literal["immediate", "scheduled", "gradual"] | str | MISSING, Field(alias="sendMode")] = (
        MISSING
    )
    """How the campaign is sent."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked."""
    metrics: CampaignMetrics | MISSING = MISSING
    """The delivery counts of the campaign. Shown for a sent campaign only."""
    sent_at: Annotated[DateTime | MISSING, Field(alias="sentAt")] = MISSING
    """When the campaign was sent. Shown for a sent campaign only."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the campaign was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the campaign was last changed."""


class CampaignMetrics(Model):
    """The delivery counts of a campaign, in emails and contacts. Whether opens and clicks count once
    per recipient is not documented.
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

    template_id: Annotated[str, Field(alias="templateId")]
    """The ID of the template."""
    project_id: Annotated[str | MISSING, Field(alias="projectId")] = MISSING
    """The ID of the project that the template belongs to."""
    template_name: Annotated[str | MISSING, Field(alias="templateName")] = MISSING
    """The name of the template."""
    subject: str | MISSING = MISSING
    """The subject line of the template."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The preview text of the template."""
    email_template: Annotated[str | MISSING, Field(alias="emailTemplate")] = MISSING
    """The content as HTML, in which Handlebars expressions may stand."""
    template_type: Annotated[Literal["transactional", "marketing"] | str | MISSING, Field(alias="templateType")] = (
        MISSING
    )
    """What the template is for."""
    builder_type: Annotated[Literal["code", "visual"] | str | MISSING, Field(alias="builderType")] = MISSING
    """How the template was built."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the template was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the template was last changed."""


class RecipientList(Model):
    """A list or segment of contacts that a campaign goes to."""

    id: str
    """The ID of the list or segment. Create and update take this ID."""
    name: str | MISSING = MISSING
    """The name of the list or segment."""
    type: Literal["list", "segment"] | str | MISSING = MISSING
    """Whether it is a list or a segment."""
    contact_count: Annotated[int | MISSING, Field(alias="contactCount")] = MISSING
    """How many contacts it holds."""


class ContactList(Model):
    """A list or segment of contacts."""

    id: str
    """The ID of the list or segment. The list of all contacts has `GLOBAL_CONTACT_LIST`."""
    name: str | MISSING = MISSING
    """The name of the list or segment."""
    description: str | MISSING = MISSING
    """What the list or segment is for."""
    type: Literal["list", "segment"] | str | MISSING = MISSING
    """Whether it is a list or a segment."""
    contact_count: Annotated[int | MISSING, Field(alias="contactCount")] = MISSING
    """How many contacts it holds."""
    filter_criteria: Annotated[SegmentFilter | MISSING, Field(alias="filterCriteria")] = MISSING
    """Which contacts belong to it. Shown for a segment only."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When it was created. Not shown for the list of all contacts."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When it was last changed. Not shown for the list of all contacts."""


class Template(Model):
    """A template in full. Only get shows `project_id`, `plain_text_template` and `dynamic_variables`."""

    template_id: Annotated[str, Field(alias="templateId")]
    """The ID of the template."""
    project_id: Annotated[str | MISSING, Field(alias="projectId")] = MISSING
    """The ID of the project that the template belongs to."""
    template_name: Annotated[str | MISSING, Field(alias="templateName")] = MISSING
    """The name of the template."""
    description: str | MISSING = MISSING
    """What the template is for."""
    subject: str | MISSING = MISSING
    """The subject line, in which Handlebars expressions may stand."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that email programs show next to the subject."""
    email_template: Annotated[str | MISSING, Field(alias="emailTemplate")] = MISSING
    """The content as HTML, in which Handlebars expressions may stand."""
    plain_text_template: Annotated[str | MISSING, Field(alias="plainTextTemplate")] = MISSING
    """The content as plain text, in which Handlebars expressions may stand."""
    template_type: Annotated[Literal["transactional", "marketing"] | str | MISSING, Field(alias="templateType")] = (
        MISSING
    )
    """What the template is for."""
    builder_type: Annotated[Literal["code", "visual"] | str | MISSING, Field(alias="builderType")] = MISSING
    """How the template was built."""
    dynamic_variables: Annotated[dict[str, Any] | MISSING, Field(alias="dynamicVariables")] = MISSING
    """The variables of the template by name. Shown is the word `string` for each of them."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the template was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the template was last changed."""


class TemplateListItem(Model):
    """A template as it stands in a listing."""

    template_id: Annotated[str, Field(alias="templateId")]
    """The ID of the template."""
    template_name: Annotated[str | MISSING, Field(alias="templateName")] = MISSING
    """The name of the template."""
    description: str | MISSING = MISSING
    """What the template is for."""
    subject: str | MISSING = MISSING
    """The subject line, in which Handlebars expressions may stand."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that email programs show next to the subject."""
    template_type: Annotated[Literal["transactional", "marketing"] | str | MISSING, Field(alias="templateType")] = (
        MISSING
    )
    """What the template is for."""
    builder_type: Annotated[Literal["code", "visual"] | str | MISSING, Field(alias="builderType")] = MISSING
    """How the template was built."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the template was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the template was last changed."""


class AuthenticatedSender(Model):
    """A stored address that campaigns may come from."""

    id: str
    """The ID of the sender. Campaigns take it in `from_sender_id`."""
    email: str | MISSING = MISSING
    """The address."""
    name: str | MISSING = MISSING
    """The name shown beside the address."""
    reply_to: Annotated[str | MISSING, Field(alias="replyTo")] = MISSING
    """The address that replies go to."""


class CreatedSender(Model):
    """A new sender and where it was stored."""

    sender: AuthenticatedSender
    """The sender."""
    project_id: Annotated[str | MISSING, Field(alias="projectId")] = MISSING
    """The ID of the project that the sender belongs to."""


class SuppressionGroup(Model):
    """A group that addresses are suppressed in."""

    id: str
    """The ID of the group. Campaigns and emails take it in `unsubscribe_group_id`."""
    name: str | MISSING = MISSING
    """The name of the group."""
    description: str | MISSING = MISSING
    """What the group is for."""
    is_active: Annotated[bool | MISSING, Field(alias="isActive")] = MISSING
    """Whether the group is active."""
    is_global: Annotated[bool | MISSING, Field(alias="isGlobal")] = MISSING
    """Whether the group holds for all projects."""


class EmailSuppressionResult(Model):
    """What a call has suppressed."""

    suppressed: int | MISSING = MISSING
    """The number of addresses that were suppressed."""


class Contact(Model):
    """A contact. The lists that it is in are not part of it."""

    id: str
    """The ID of the contact."""
    email: str | MISSING = MISSING
    """The address of the contact, in lower case."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The ID of the contact in the system of the caller."""
    custom_fields: Annotated[dict[str, Any] | MISSING, Field(alias="customFields")] = MISSING
    """Further fields of the contact by name."""
    created_at: Annotated[DateTime | MISSING, Field(alias="createdAt")] = MISSING
    """When the contact was created."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the contact was last changed."""
    project_id: Annotated[str | MISSING, Field(alias="projectId")] = MISSING
    """The ID of the project that the contact belongs to."""


class MailReceipt(Model):
    """The receipt of an email that is queued."""

    email_id: Annotated[str, Field(alias="emailId")]
    """The ID of the email."""
    message: str | MISSING = MISSING
    """A remark for people. Its wording is not dependable."""
    total_recipients: Annotated[int | MISSING, Field(alias="totalRecipients")] = MISSING
    """The number of recipients. Whether copies count is not documented; the example with three of them
    shows 1.
    """


class BulkMailReceipt(Model):
    """The receipt of an email to many recipients."""

    batch_id: Annotated[str, Field(alias="batchId")]
    """The ID of the batch."""
    total_recipients: Annotated[int | MISSING, Field(alias="totalRecipients")] = MISSING
    """The number of recipients."""
    success_count: Annotated[int | MISSING, Field(alias="successCount")] = MISSING
    """The number of emails that were queued."""
    failed_count: Annotated[int | MISSING, Field(alias="failedCount")] = MISSING
    """The number of emails that were not queued."""


class Automation(Model):
    """An automation in short."""

    id: str
    """The ID of the automation."""
    name: str | MISSING = MISSING
    """The name of the automation."""
    status: str | MISSING = MISSING
    """The status of the automation. Seen is `active`; other words are not documented here."""
    active_at: Annotated[DateTime | MISSING, Field(alias="activeAt")] = MISSING
    """When the automation became active."""
    updated_at: Annotated[DateTime | MISSING, Field(alias="updatedAt")] = MISSING
    """When the automation was last changed."""


class Project(Model):
    """A part of an account."""

    id: str
    """The ID of the project."""
    name: str | MISSING = MISSING
    """The name of the project."""
    domain: str | None | MISSING = MISSING
    """The domain to send from, or null if none was given."""
    domains: list[Any] | MISSING = MISSING
    """The domains of the project. The form of the items is not documented."""
    region_key: Annotated[Literal["us-east-1", "us-east-2", "ap-south-1"] | str | MISSING, Field(alias="regionKey")] = (
        MISSING
    )
    """The region that keeps the data of the project."""
    industry: Any | MISSING = MISSING
    """The industry, or null. The form of a value is not documented."""
    logo: Any | MISSING = MISSING
    """The logo, or null. The form of a value is not documented."""
    address: Any | MISSING = MISSING
    """The address, or null. The form of a value is not documented."""
    tracking_open: Annotated[bool | MISSING, Field(alias="trackingOpen")] = MISSING
    """Whether opens are tracked where an email does not say."""
    tracking_click: Annotated[bool | MISSING, Field(alias="trackingClick")] = MISSING
    """Whether clicks are tracked where an email does not say."""


class CampaignResponse(Model):
    """The response that carries one campaign in full."""

    success: bool
    """Whether the call worked."""
    data: Campaign
    """The campaign."""
    message: str | MISSING = MISSING
    """A remark for people. Its wording is not dependable."""


class CampaignSummaryResponse(Model):
    """The response that carries one campaign in short."""

    success: bool
    """Whether the call worked."""
    data: CampaignSummary
    """The campaign."""


class CampaignListResponse(Model):
    """The response that carries a page of campaigns."""

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
    """How many pages there are, in the list of campaigns."""
    pages: int | MISSING = MISSING
    """How many pages there are, in the search of templates. Campaigns had this name once."""


class CampaignDeleteResponse(Model):
    """The response to a delete. It carries `data` or `message`."""

    success: bool
    """Whether the call worked."""
    data: CampaignDeletion | MISSING = MISSING
    """What has been deleted."""
    message: str | MISSING = MISSING
    """A remark for people. Its wording is not dependable."""


class CampaignDeletion(Model):
    """Which campaign has been deleted."""

    id: str
    """The ID of the deleted campaign."""
    deleted: bool | MISSING = MISSING
    """Whether the campaign is deleted."""


class ContactListsResponse(Model):
    """The response that carries all lists and segments."""

    success: bool
    """Whether the call worked."""
    data: ContactLists
    """The lists and segments."""


class ContactLists(Model):
    """The lists and segments, in `lists` or in `contacts`."""

    lists: list[ContactList] | MISSING = MISSING
    """The lists and segments."""
    contacts: list[ContactList] | MISSING = MISSING
    """The lists and segments under a name that is probably older."""


class ContactListResponse(Model):
    """The response that carries one list or segment."""

    success: bool
    """Whether the call worked."""
    data: ContactList
    """The list or segment."""


class TemplateResponse(Model):
    """The response that carries one template."""

    success: bool
    """Whether the call worked."""
    data: Template
    """The template."""


class TemplateSearchResponse(Model):
    """The response that carries a page of templates."""

    success: bool
    """Whether the call worked."""
    data: TemplatePage
    """The page."""


class TemplatePage(Model):
    """One page of a listing of templates."""

    templates: list[TemplateListItem]
    """The templates on this page."""
    pagination: Pagination
    """Where this page stands in the listing."""


class SenderResponse(Model):
    """The response that carries a new sender."""

    success: bool
    """Whether the call worked."""
    data: CreatedSender
    """The sender and its project."""
    message: str | MISSING = MISSING
    """A remark for people. Its wording is not dependable."""


class SuppressionGroupResponse(Model):
    """The response that carries one suppression group."""

    success: bool
    """Whether the call worked."""
    data: SuppressionGroup
    """The group."""


class EmailSuppressionResponse(Model):
    """The response to suppressing addresses."""

    success: bool
    """Whether the call worked."""
    data: EmailSuppressionResult
    """What was suppressed."""


class ContactResponse(Model):
    """The response that carries one contact."""

    success: bool
    """Whether the call worked."""
    data: Contact
    """The contact."""


class MailSendResponse(Model):
    """The response to sending an email."""

    success: bool
    """Whether the email was queued."""
    data: MailReceipt | MISSING = MISSING
    """The receipt of the email."""


class BulkMailResponse(Model):
    """The response to sending an email to many recipients."""

    success: bool
    """Whether the call worked."""
    data: BulkMailReceipt | MISSING = MISSING
    """The receipt of the emails."""


class AutomationResponse(Model):
    """The response that carries one automation."""

    success: bool
    """Whether the call worked."""
    data: Automation
    """The automation."""


class ProjectResponse(Model):
    """The response that carries one project."""

    success: bool
    """Whether the call worked."""
    data: Project
    """The project."""


class MessageResponse(Model):
    """The response that carries a remark and nothing else."""

    success: bool
    """Whether the call worked."""
    message: str | MISSING = MISSING
    """A remark for people. Its wording is not dependable."""


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


class TextErrorResponse(Model):
    """The body of an error that is described by a sentence."""

    success: bool | MISSING = MISSING
    """Whether the call worked, which is false here."""
    error: str | MISSING = MISSING
    """What went wrong, for people."""


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
    """The body of an error that says how long to wait."""

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
