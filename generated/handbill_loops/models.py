"""The JSON objects that `handbill_loops` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import MISSING, Field, model_validator

from ._model import DateTime, Model


class Campaign(Model):
    """A campaign as Loops returns it."""

    id: str
    """The ID of the campaign."""
    name: str
    """The name of the campaign."""
    status: CampaignStatus
    """The status of the campaign."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the campaign was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the campaign was last changed, in UTC."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """The ID of the email message that the campaign sends."""
    campaign_group_id: Annotated[str | None, Field(alias="campaignGroupId")]
    """The ID of the group that the campaign belongs to."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The mailing list that receives the campaign, by ID, or null if none is set."""
    audience_segment_id: Annotated[str | None, Field(alias="audienceSegmentId")]
    """The ID of the segment that receives the campaign, or null if none is set."""
    audience_filter: Annotated[AudienceFilter | None, Field(alias="audienceFilter")]
    """The campaign's own filter on contacts, or null if none is set."""
    scheduling: Scheduling
    """When the campaign goes out."""
    url: str | MISSING = MISSING
    """The URL of the campaign within the Loops app. The field is recent and may be missing."""


class CreatedCampaign(Model):
    """A campaign just after it was created. It is a campaign plus the first revision of its email
    message, which no other response of a campaign carries.
    """

    id: str
    """The ID of the campaign."""
    name: str
    """The name of the campaign."""
    status: Literal["Draft"] | str
    """The status of the campaign. A new campaign is a draft."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the campaign was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the campaign was last changed, in UTC."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """The ID of the campaign's email message, which is still empty."""
    email_message_content_revision_id: Annotated[str | None, Field(alias="emailMessageContentRevisionId")]
    """The ID of the first content revision of the email message. The first write to the message sends
    it as `expected_revision_id`.
    """
    campaign_group_id: Annotated[str | None, Field(alias="campaignGroupId")]
    """The ID of the group that the campaign belongs to."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The mailing list that receives the campaign, by ID, or null if none is set."""
    audience_segment_id: Annotated[str | None, Field(alias="audienceSegmentId")]
    """The ID of the segment that receives the campaign, or null if none is set."""
    audience_filter: Annotated[AudienceFilter | None, Field(alias="audienceFilter")]
    """The campaign's own filter on contacts, or null if none is set."""
    scheduling: Scheduling
    """When the campaign goes out."""
    url: str | MISSING = MISSING
    """The URL of the campaign within the Loops app. The field is recent and may be missing."""


class CampaignCreate(Model):
    """A campaign to be created."""

    name: str
    """The name of the campaign."""
    campaign_group_id: Annotated[str | MISSING, Field(alias="campaignGroupId")] = MISSING
    """The group to put the campaign in, by ID. Without it, the campaign joins the default group of the
    team.
    """
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """The mailing list that is to receive the campaign, by ID."""
    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """The ID of the segment to send to. It can be combined with `audience_filter`, which then narrows
    the segment down.
    """
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """The conditions that pick the contacts to send to. They can be combined with
    `audience_segment_id`, and then pick contacts from within that segment.
    """
    scheduling: SchedulingRequest | MISSING = MISSING
    """When to send the campaign. The documentation names no default."""


class CampaignUpdate(Model):
    """The fields of a campaign to change. An empty object is refused. A field that is left out is
    understood to keep its value. At least 1 member.
    """

    name: str | MISSING = MISSING
    """The new name of the campaign."""
    campaign_group_id: Annotated[str | MISSING, Field(alias="campaignGroupId")] = MISSING
    """The group to move the campaign to, by ID."""
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """The mailing list that is to receive the campaign, by ID. Null is understood to leave the
    campaign without a mailing list.
    """
    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """The ID of the segment to send to. Without `audience_filter`, it removes a filter set earlier;
    with it, the filter narrows the segment down. Null is understood to leave the campaign without a
    segment.
    """
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """The conditions that pick the contacts to send to. Without `audience_segment_id`, they remove a
    segment set earlier; with it, they pick contacts from within that segment. Null is understood to
    leave the campaign without a filter.
    """
    scheduling: SchedulingRequest | MISSING = MISSING
    """When to send the campaign. It does not change the status of the campaign by itself."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class CampaignList(Model):
    """One page of campaigns."""

    pagination: Pagination
    data: list[Campaign]
    """The campaigns of this page."""


CampaignStatus: TypeAlias = Literal["Draft", "Scheduled", "Sending", "Sent"] | str
"""The stage of a campaign between being written and having been sent."""


class Scheduling(Model):
    """The send time of a campaign as Loops returns it."""

    method: Literal["now", "schedule"] | str
    """Whether the campaign is sent at once (`now`) or at a set time (`schedule`)."""
    timestamp: DateTime | None
    """The set time, in UTC. Null if the method is `now`."""


class ScheduleNow(Model):
    """The request to send at once. This form takes no timestamp."""

    method: Literal["now"]
    """How the campaign is sent, always `now`."""


class ScheduleAt(Model):
    """The request to send at a set time."""

    method: Literal["schedule"]
    """How the campaign is sent, always `schedule`."""
    timestamp: DateTime
    """The time to send at. It must lie in the future; how far ahead is not documented."""


SchedulingRequest: TypeAlias = Annotated[ScheduleNow | ScheduleAt, Field(discriminator="method")]
"""The send time asked for. The method tells the two forms apart."""


class EngagementMetrics(Model):
    """Counts of what became of the emails sent, over all time. They count sends, not persons."""

    sends: int
    """The number of emails sent."""
    opens: int
    """The number of emails that were opened. An email that is opened several times counts once."""
    clicks: int
    """The number of emails in which a link was clicked."""
    unsubscribes: int
    """The number of unsubscribes."""
    spam_reports: Annotated[int, Field(alias="spamReports")]
    """The number of emails that were reported as spam."""
    hard_bounces: Annotated[int, Field(alias="hardBounces")]
    """The number of hard bounces."""
    soft_bounces: Annotated[int, Field(alias="softBounces")]
    """The number of soft bounces."""


class EmailMessage(Model):
    """The content of an email as Loops returns it. A message has at most one of `campaign_id` and
    `transactional_id`.
    """

    id: str
    """The ID of the email message."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign that owns the message. Other messages lack it."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """The ID of the transactional email that owns the message. Other messages lack it."""
    subject: str
    """The subject line."""
    preview_text: Annotated[str, Field(alias="previewText")]
    """The text that mail clients show next to the subject."""
    from_name: Annotated[str, Field(alias="fromName")]
    """The name of the sender."""
    from_email: Annotated[str, Field(alias="fromEmail")]
    """The part of the sender's address before the @. The sending domain of the team completes it."""
    reply_to_email: Annotated[str, Field(alias="replyToEmail")]
    """The address that replies go to."""
    cc_email: Annotated[str | MISSING, Field(alias="ccEmail")] = MISSING
    """The address that gets a copy. Missing if none is set."""
    bcc_email: Annotated[str | MISSING, Field(alias="bccEmail")] = MISSING
    """The address that gets a blind copy. Missing if none is set."""
    language_code: Annotated[str | MISSING, Field(alias="languageCode")] = MISSING
    """The language of the message as an ISO 639-1 code. Missing if none is set."""
    email_format: Annotated[EmailFormat, Field(alias="emailFormat")]
    """How the message is rendered."""
    lmx: str
    """The body of the email as LMX."""
    content_revision_id: Annotated[str | None, Field(alias="contentRevisionId")]
    """The ID of the current content revision. The next update sends it as `expected_revision_id`."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the email message was last changed, in UTC."""
    contact_properties_fallbacks: Annotated[dict[str, str] | MISSING, Field(alias="contactPropertiesFallbacks")] = (
        MISSING
    )
    """The fallback texts for empty contact properties, by property name. Missing if none is set."""
    event_properties_fallbacks: Annotated[dict[str, str] | MISSING, Field(alias="eventPropertiesFallbacks")] = MISSING
    """The fallback texts for empty event properties, by property name. Missing if none is set."""
    data_variables_fallbacks: Annotated[dict[str, str] | MISSING, Field(alias="dataVariablesFallbacks")] = MISSING
    """The fallback texts for empty data variables, by variable name. Missing if none is set."""
    warnings: list[LmxWarning] | MISSING = MISSING
    """The warnings about the LMX just written. Only the response to an update has them, and not every
    time.
    """


EmailFormat: TypeAlias = Literal["styled", "plain"] | str
"""The way in which an email is rendered."""


class LmxWarning(Model):
    """A remark on LMX that compiles all the same."""

    rule: str
    """The name of the rule that the LMX does not follow."""
    severity: Literal["warning"] | str
    """The severity of the warning. One word is documented."""
    message: str
    """What was found, in words."""
    path: str | MISSING = MISSING
    """Where in the LMX it was found."""


class EmailMessageUpdate(Model):
    """The fields of an email message to change. A field that is left out is understood to keep its
    value.
    """

    expected_revision_id: Annotated[str | MISSING, Field(alias="expectedRevisionId")] = MISSING
    """The ID of the revision that the change builds on: the last `content_revision_id` read, or the
    `email_message_content_revision_id` of a new campaign. A revision that is out of date leads to
    409. Sending it is recommended.
    """
    subject: str | MISSING = MISSING
    """The subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """The text that mail clients show next to the subject."""
    from_name: Annotated[str | MISSING, Field(alias="fromName")] = MISSING
    """The name of the sender."""
    from_email: Annotated[str | MISSING, Field(alias="fromEmail")] = MISSING
    """The part of the sender's address before the @. Loops adds the sending domain of the team."""
    reply_to_email: Annotated[str | MISSING, Field(alias="replyToEmail")] = MISSING
    """The address that replies go to, either a valid address or an empty string."""
    cc_email: Annotated[str | MISSING, Field(alias="ccEmail")] = MISSING
    """The address that gets a copy. Copies must be enabled for the team, and emails of campaigns are
    reported to take none.
    """
    bcc_email: Annotated[str | MISSING, Field(alias="bccEmail")] = MISSING
    """The address that gets a blind copy. Copies must be enabled for the team, and emails of campaigns
    are reported to take none.
    """
    language_code: Annotated[str | MISSING, Field(alias="languageCode")] = MISSING
    """The language of the message as an ISO 639-1 code."""
    email_format: Annotated[EmailFormat | MISSING, Field(alias="emailFormat")] = MISSING
    """How to render the message."""
    lmx: str | MISSING = MISSING
    """The body of the email as LMX, at most 100 KB. Styles are part of it, in the `<Style />` tag."""
    contact_properties_fallbacks: Annotated[
        dict[str, str | None] | MISSING, Field(alias="contactPropertiesFallbacks")
    ] = MISSING
    """The fallback texts for empty contact properties, by property name. They are merged key by key."""
    event_properties_fallbacks: Annotated[dict[str, str | None] | MISSING, Field(alias="eventPropertiesFallbacks")] = (
        MISSING
    )
    """The fallback texts for empty event properties, by property name. They are merged key by key."""
    data_variables_fallbacks: Annotated[dict[str, str | None] | MISSING, Field(alias="dataVariablesFallbacks")] = (
        MISSING
    )
    """The fallback texts for empty data variables, by variable name. They are merged key by key."""


class EmailMessagePreview(Model):
    """The recipients of a preview, and the values to render it with."""

    emails: Annotated[list[str], Field(min_length=1)]
    """The addresses to send the preview to. The largest number is not documented. At least 1 item."""
    contact_properties: Annotated[dict[str, str] | MISSING, Field(alias="contactProperties")] = MISSING
    """The values of contact properties, by property name. Messages of campaigns and workflows accept
    them.
    """
    event_properties: Annotated[dict[str, str] | MISSING, Field(alias="eventProperties")] = MISSING
    """The values of event properties, by property name. Messages of workflows accept them."""
    data_variables: Annotated[dict[str, str] | MISSING, Field(alias="dataVariables")] = MISSING
    """The values of data variables, by variable name. Messages of transactional emails accept them."""


class SentPreview(Model):
    """A preview that was accepted."""

    id: str
    """The ID of the email message that the preview shows."""


class GuardianReport(Model):
    """What the Guardian checks found in an email message."""

    errors: list[GuardianRule]
    """The problems that must be fixed before the email can be published."""
    warnings: list[GuardianRule]
    """The points that could be better."""


class GuardianRule(Model):
    """A rule that an email message breaks."""

    rule: (
        Literal[
            "unsupportedContactProperties",
            "missingFallbackContactProperties",
            "unsupportedEventProperties",
            "missingFallbackEventProperties",
            "unsupportedDataVariables",
            "invalidCustomDataVariables",
            "missingRequiredDataVariables",
            "missingButtonHrefs",
            "invalidButtonHrefs",
            "shortenedYouTubeButtonHrefs",
            "missingLinkHrefs",
            "invalidLinkHrefs",
            "shortenedYouTubeLinkHrefs",
            "shortenedYouTubeImageHrefs",
            "emailWithoutMailtoButtonHrefs",
            "emailWithoutMailtoLinkHrefs",
            "emailWithoutMailtoImageHrefs",
            "bareArrayNodes",
            "missingSocialIconHrefs",
        ]
        | str
    )
    """The name of the rule."""
    title: str
    """What is wrong, in a few words."""
    description: str
    """Why it matters."""
    items: list[GuardianItem]
    """The places in the email message that break the rule."""


class GuardianItem(Model):
    """A place in an email message that breaks a rule."""

    label: str
    """The place as a reader sees it, such as the text of a link."""
    code_name: Annotated[str | MISSING, Field(alias="codeName")] = MISSING
    """The name of the property or variable concerned, if there is one."""


class CampaignGroup(Model):
    """A campaign group as Loops returns it."""

    id: str
    """The campaign group's ID."""
    name: str
    """The name of the campaign group."""
    description: str
    """What the group is for. It may be an empty string."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the campaign group was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the campaign group was last changed, in UTC."""


class CampaignGroupCreate(Model):
    """A campaign group to be created."""

    name: str
    """The name of the campaign group. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """What the group is for."""


class CampaignGroupUpdate(Model):
    """The fields of a campaign group to change. At least one is required. At least 1 member."""

    name: str | MISSING = MISSING
    """The new name of the campaign group. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """What the group is for."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class CampaignGroupList(Model):
    """One page of campaign groups."""

    pagination: Pagination
    data: list[CampaignGroup]
    """The campaign groups of this page."""


class AudienceSegment(Model):
    """A saved filter on contacts as Loops returns it."""

    id: str
    """The ID of the segment."""
    name: str
    """The name of the segment."""
    description: str | None
    """A description of the contacts in the segment, or null if there is none."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the segment was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the segment was last changed, in UTC."""
    filter: AudienceFilter | None
    """The conditions of the segment. When it is null is not documented."""


class AudienceSegmentCreate(Model):
    """A segment to be created."""

    name: Annotated[str, Field(max_length=255)]
    """The name of the segment. No other segment of the team may have it. At most 255 characters."""
    description: Annotated[str | MISSING, Field(max_length=1000)] = MISSING
    """A description of the contacts in the segment. At most 1000 characters."""
    filter: AudienceFilter
    """The conditions of the segment. Null is not accepted."""


class AudienceSegmentList(Model):
    """One page of segments."""

    pagination: Pagination
    data: list[AudienceSegment]
    """The segments of this page."""


class AudienceFilter(Model):
    """Conditions that pick contacts. The list is flat; conditions do not nest."""

    match: Literal["all", "any"] | str
    """Whether a contact must meet all conditions or any one of them."""
    conditions: list[AudienceCondition]
    """The conditions, at least one. Loops also sets an upper limit, without naming it. At least 1
    item.
    """


class PropertyCondition(Model):
    """A comparison with a property of the contact."""

    type: Literal["property"]
    """The kind of the condition, always `property`."""
    key: str
    """The name of the contact property."""
    operator: PropertyOperator
    """How the property is compared."""
    value: str | int | float | DateRange | dict[str, Any] | MISSING = MISSING
    """The value to compare with. Only `between` takes a range. Operators that need nothing to compare
    with, such as `isTrue` and `empty`, take no value.
    """


PropertyOperator: TypeAlias = (
    Literal[
        "any",
        "contains",
        "notContains",
        "equals",
        "notEquals",
        "greaterThan",
        "lessThan",
        "isTrue",
        "isFalse",
        "empty",
        "notEmpty",
        "dateEmpty",
        "dateNotEmpty",
        "after",
        "before",
        "between",
    ]
    | str
)
"""A way to compare a contact property. Which of them need a value is documented for a few only."""


class DateRange(Model):
    """The two ends of a range of time."""

    from_: Annotated[DateTime, Field(alias="from")]
    """The start of the range."""
    to: DateTime
    """The end of the range."""


class OptInCondition(Model):
    """A check of how far the contact got with double opt-in."""

    type: Literal["optIn"]
    """The kind of the condition, always `optIn`."""
    status: Literal["accepted", "pending", "rejected"] | str | None
    """The state to look for. Null is a state of its own and must be written out."""


class ActivityCondition(Model):
    """A check of what the contact did with an earlier email."""

    type: Literal["activity"]
    """The kind of the condition, always `activity`."""
    action: Literal["sent", "opened", "clicked"] | str
    """What happened with the email."""
    negate: bool
    """Whether to reverse the condition. True picks the contacts for whom the action did not happen."""
    target: Literal["campaign", "workflow", "workflowEmail"] | str
    """What `id` identifies."""
    id: str
    """The ID of the campaign, the workflow or the workflow email."""


AudienceCondition: TypeAlias = PropertyCondition | OptInCondition | ActivityCondition | dict[str, Any]
"""One condition on a contact. The type tells the three kinds apart."""


class MailingList(Model):
    """A list that contacts subscribe to."""

    id: str
    """The mailing list's ID."""
    name: str
    """The name of the mailing list."""
    description: str | None
    """What the mailing list is about, or null if nothing is said."""
    is_public: Annotated[bool, Field(alias="isPublic")]
    """Whether the list is public rather than private."""


MailingListSubscriptions: TypeAlias = dict[str, bool]
"""Subscriptions to mailing lists. A key is the ID of a list; true subscribes the contact to it, false
takes the contact off it.
"""


class Contact(Model):
    """A contact as Loops returns it. Keys that are not listed are custom contact properties."""

    id: str | MISSING = MISSING
    """The ID of the contact."""
    email: str | MISSING = MISSING
    """The email address of the contact."""
    first_name: Annotated[str | None | MISSING, Field(alias="firstName")] = MISSING
    """The first name of the contact."""
    last_name: Annotated[str | None | MISSING, Field(alias="lastName")] = MISSING
    """The last name of the contact."""
    source: str | MISSING = MISSING
    """Where the contact came from. It is `API` if nothing else was given."""
    subscribed: bool | MISSING = MISSING
    """Whether the contact gets emails of campaigns and workflows."""
    user_group: Annotated[str | MISSING, Field(alias="userGroup")] = MISSING
    """The user group of the contact."""
    user_id: Annotated[str | None | MISSING, Field(alias="userId")] = MISSING
    """The user ID that the team gave the contact."""
    mailing_lists: Annotated[dict[str, bool] | MISSING, Field(alias="mailingLists")] = MISSING
    """The mailing lists that the contact is on, by list ID. Other lists are missing."""
    opt_in_status: Annotated[
        Literal["accepted", "pending", "rejected"] | str | None | MISSING, Field(alias="optInStatus")
    ] = MISSING
    """How far the contact got with double opt-in. Null if the contact came in another way than by a
    form that asks for it.
    """


class ContactCreate(Model):
    """A contact to be created. Keys that are not listed set custom contact properties; dates are
    written as strings.
    """

    email: str
    """The email address of the contact."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name of the contact."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name of the contact."""
    source: str | MISSING = MISSING
    """Where the contact came from, in place of `API`."""
    subscribed: bool | MISSING = MISSING
    """Whether the contact gets emails of campaigns and workflows. The server's default is `true`."""
    user_group: Annotated[str | MISSING, Field(alias="userGroup")] = MISSING
    """The user group of the contact."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """A user ID for the contact, unique within the team."""
    mailing_lists: Annotated[MailingListSubscriptions | MISSING, Field(alias="mailingLists")] = MISSING
    """The mailing lists to put the contact on, or to take it off."""


class ContactUpdate(Model):
    """A contact to be changed or created. At least one of `email` and `user_id` is required. Keys that
    are not listed set custom contact properties; dates are written as strings.
    """

    email: str | MISSING = MISSING
    """The email address that identifies the contact, or a new one for the contact that `user_id`
    identifies.
    """
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """The first name of the contact."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """The last name of the contact."""
    source: str | MISSING = MISSING
    """Where the contact came from, in place of `API`."""
    subscribed: bool | MISSING = MISSING
    """Whether the contact gets emails of campaigns and workflows. Sending it on every update is
    advised against, because it undoes what the contact chose.
    """
    user_group: Annotated[str | MISSING, Field(alias="userGroup")] = MISSING
    """The user group of the contact."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The user ID that identifies the contact, or a new one for the contact that `email` identifies."""
    mailing_lists: Annotated[MailingListSubscriptions | MISSING, Field(alias="mailingLists")] = MISSING
    """The mailing lists to put the contact on, or to take it off."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.email is MISSING and self.user_id is MISSING:
            raise ValueError("email or user_id must be given")
        return self


class SavedContact(Model):
    """The outcome of creating or changing a contact."""

    success: bool
    """Whether the call succeeded."""
    id: str
    """The ID of the contact."""


class ContactDelete(Model):
    """The identifier of a contact to be deleted. Exactly one of `email` and `user_id` is required."""

    email: str | MISSING = MISSING
    """The email address of the contact."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The user ID that the team gave the contact."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if [self.email is not MISSING, self.user_id is not MISSING].count(True) != 1:
            raise ValueError("exactly one of email and user_id must be given")
        return self


class ContactDeletion(Model):
    """The outcome of deleting a contact."""

    success: bool
    """Whether the call succeeded."""
    message: str
    """What was done, in words."""


class ContactSuppression(Model):
    """The suppression of a contact."""

    contact: SuppressedContact
    is_suppressed: Annotated[bool, Field(alias="isSuppressed")]
    """Whether the contact is on the suppression list."""
    removal_quota: Annotated[RemovalQuota, Field(alias="removalQuota")]


class SuppressedContact(Model):
    """The contact that a suppression is about, whether it is suppressed or not."""

    id: str
    """The ID of the contact."""
    email: str
    """The email address of the contact."""
    user_id: Annotated[str | None, Field(alias="userId")]
    """The user ID that the team gave the contact."""


class RemovalQuota(Model):
    """How many contacts the team may take off the suppression list."""

    limit: int | float
    """The number of removals allowed in 30 days."""
    remaining: int | float
    """The number of removals that are left."""


class SuppressionRemoval(Model):
    """The outcome of taking a contact off the suppression list."""

    success: bool
    """Whether the call succeeded."""
    message: str
    """What was done, in words."""
    removal_quota: Annotated[RemovalQuota, Field(alias="removalQuota")]


class ContactProperty(Model):
    """A contact property as Loops returns it."""

    key: str
    """The name of the property in requests."""
    label: str
    """The name of the property in the Loops app."""
    type: PropertyType
    """The kind of values that the property takes."""


class ContactPropertyCreate(Model):
    """A contact property to be created."""

    name: str
    """The name of the property, in camelCase. It is read back as `key`."""
    type: PropertyType
    """The kind of values that the property takes."""


PropertyType: TypeAlias = Literal["string", "number", "boolean", "date"] | str
"""The kind of values that a property takes."""


class EventSend(Model):
    """An event to be sent. At least one of `email` and `user_id` is required. Keys that are not listed
    set contact properties.
    """

    email: str | MISSING = MISSING
    """The email address of the contact."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """The user ID that the team gave the contact."""
    event_name: Annotated[str, Field(alias="eventName")]
    """The name of the event, exactly as in Loops."""
    event_properties: Annotated[dict[str, Any] | MISSING, Field(alias="eventProperties")] = MISSING
    """Data for the emails that the event leads to. Strings, numbers, booleans and dates are documented
    as values.
    """
    mailing_lists: Annotated[MailingListSubscriptions | MISSING, Field(alias="mailingLists")] = MISSING
    """The mailing lists to put the contact on, or to take it off."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.email is MISSING and self.user_id is MISSING:
            raise ValueError("email or user_id must be given")
        return self


class SuccessResponse(Model):
    """The outcome of a call that returns nothing else."""

    success: bool
    """Whether the call succeeded."""


class EventPattern(Model):
    """An event name that Loops knows, with the properties that come along with it."""

    id: str
    """The ID of the event pattern."""
    event_name: Annotated[str, Field(alias="eventName")]
    """The name of the event, letter for letter."""
    event_properties: Annotated[list[EventProperty], Field(alias="eventProperties")]
    """The properties of the event that emails can use."""
    incoming_webhook_platform: Annotated[IncomingWebhookPlatform | None, Field(alias="incomingWebhookPlatform")]
    """The platform whose incoming webhook brings the event, or null for the team's own events."""


class EventProperty(Model):
    """A value that an event brings along."""

    name: str
    """The name of the property."""
    type: PropertyType
    """The kind of value that the property has."""


class EventPatternSummary(Model):
    """An event pattern in a listing, without its properties."""

    id: str
    """The ID of the event pattern."""
    event_name: Annotated[str, Field(alias="eventName")]
    """The name of the event, letter for letter."""
    incoming_webhook_platform: Annotated[IncomingWebhookPlatform | None, Field(alias="incomingWebhookPlatform")]
    """The platform whose incoming webhook brings the event, or null for the team's own events."""


IncomingWebhookPlatform: TypeAlias = Literal["clerk", "polar", "stripe", "supabase"] | str
"""A platform whose incoming webhooks bring events to Loops."""


class EventPatternList(Model):
    """A page of event patterns."""

    pagination: Pagination
    """Where this page stands in the whole listing."""
    data: list[EventPatternSummary]
    """The event patterns of this page."""


class TransactionalEmail(Model):
    """An email that is sent to one recipient at a time. It may have a draft, a published version, or
    both.
    """

    id: str
    """The ID of the transactional email. Other calls name it `transactional_id`."""
    name: str
    """The name of the transactional email."""
    draft_email_message_id: Annotated[str | None, Field(alias="draftEmailMessageId")]
    """The ID of the email message of the draft, or null if there is no draft."""
    published_email_message_id: Annotated[str | None, Field(alias="publishedEmailMessageId")]
    """The ID of the email message of the published version, or null if there is none."""
    transactional_group_id: Annotated[str | None, Field(alias="transactionalGroupId")]
    """The ID of the group that the transactional email belongs to."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the transactional email was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the transactional email was last changed, in UTC."""
    data_variables: Annotated[list[str], Field(alias="dataVariables")]
    """The names of the data variables of the published version. Empty if there is no published
    version.
    """
    url: str | MISSING = MISSING
    """The URL of the transactional email within the Loops app. The field is recent and may be missing."""


class TransactionalEmailDraft(Model):
    """A transactional email with its draft. It is a transactional email plus the revision of the
    draft, which no other response carries.
    """

    id: str
    """The ID of the transactional email. Other calls name it `transactional_id`."""
    name: str
    """The name of the transactional email."""
    draft_email_message_id: Annotated[str | None, Field(alias="draftEmailMessageId")]
    """The ID of the email message of the draft, or null if there is no draft."""
    draft_email_message_content_revision_id: Annotated[str | None, Field(alias="draftEmailMessageContentRevisionId")]
    """The ID of the content revision of the draft. The first write to the draft sends it as
    `expected_revision_id`.
    """
    published_email_message_id: Annotated[str | None, Field(alias="publishedEmailMessageId")]
    """The ID of the email message of the published version, or null if there is none."""
    transactional_group_id: Annotated[str | None | MISSING, Field(alias="transactionalGroupId")] = MISSING
    """The ID of the group that the transactional email belongs to."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the transactional email was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the transactional email was last changed, in UTC."""
    data_variables: Annotated[list[str], Field(alias="dataVariables")]
    """The names of the data variables of the published version. Empty if there is no published
    version.
    """
    url: str | MISSING = MISSING
    """The URL of the transactional email within the Loops app. The field is recent and may be missing."""


class TransactionalEmailCreate(Model):
    """A transactional email to be created."""

    name: str
    """The name of the transactional email."""
    transactional_group_id: Annotated[str | MISSING, Field(alias="transactionalGroupId")] = MISSING
    """The group to put the transactional email in, by ID. Without it, the email joins the default
    group of the team.
    """


class TransactionalEmailUpdate(Model):
    """The fields of a transactional email to change, at least one of them. At least 1 member."""

    name: str | MISSING = MISSING
    """The new name of the transactional email."""
    transactional_group_id: Annotated[str | MISSING, Field(alias="transactionalGroupId")] = MISSING
    """The group to move the transactional email to, by ID."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class TransactionalEmailList(Model):
    """A page of transactional emails."""

    pagination: Pagination
    """Where this page stands in the whole listing."""
    data: list[TransactionalEmail]
    """The transactional emails of this page."""


class PublishedTransactionalEmail(Model):
    """A transactional email as the deprecated listing gives it."""

    id: str
    """The ID of the transactional email. Other calls name it `transactional_id`."""
    name: str
    """The name of the transactional email."""
    last_updated: Annotated[DateTime, Field(alias="lastUpdated")]
    """When the transactional email was last changed, in UTC."""
    data_variables: Annotated[list[Any], Field(alias="dataVariables")]
    """The names of the data variables."""


class PublishedTransactionalEmailList(Model):
    """A page of published transactional emails."""

    pagination: Pagination | MISSING = MISSING
    """Where this page stands in the whole listing."""
    data: list[PublishedTransactionalEmail] | MISSING = MISSING
    """The transactional emails of this page."""


class TransactionalEmailSend(Model):
    """A transactional email to be sent to one recipient."""

    email: str
    """The email address of the recipient."""
    transactional_id: Annotated[str, Field(alias="transactionalId")]
    """The ID of the transactional email."""
    add_to_audience: Annotated[bool | MISSING, Field(alias="addToAudience")] = MISSING
    """Whether the recipient becomes a contact if no contact has the address yet. The server's default
    is `false`.
    """
    data_variables: Annotated[dict[str, str | int | float | list[Any]] | MISSING, Field(alias="dataVariables")] = (
        MISSING
    )
    """The values of the data variables, by variable name: strings, numbers, or arrays for variables
    that repeat a block. An optional variable can be empty or missing.
    """
    attachments: list[Attachment] | MISSING = MISSING
    """The files to send along. Loops support has to enable attachments first."""


class Attachment(Model):
    """A file that goes along with an email."""

    filename: str
    """The name of the file as the recipient sees it."""
    content_type: Annotated[str, Field(alias="contentType")]
    """The MIME type of the file."""
    data: str
    """The content of the file in base64."""


class TransactionalEmailFailure(Model):
    """The reason why a transactional email was not sent. Only two keys are there in any case."""

    success: bool
    """Whether the call succeeded, which is false here."""
    message: str
    """What went wrong, in words."""
    path: str | MISSING = MISSING
    """The field of the body that is at fault."""
    error: TransactionalEmailFailureDetail | MISSING = MISSING
    """The details of the failure. Always present if the transactional email does not exist."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """The ID of the transactional email."""


class TransactionalEmailFailureDetail(Model):
    """The detail of a failure, with the field at fault."""

    path: str | MISSING = MISSING
    """The field of the body that is at fault."""
    message: str | MISSING = MISSING
    """What went wrong, in words."""
    reason: str | MISSING = MISSING
    """What went wrong, in words, where this object has no `message`."""


class DeliveryMetrics(Model):
    """Counts of sends. Transactional emails track neither opens nor clicks."""

    sends: int
    """The number of sends."""
    deliveries: int
    """The number of sends that were delivered."""
    spam_reports: Annotated[int, Field(alias="spamReports")]
    """The number of sends that were reported as spam."""
    hard_bounces: Annotated[int, Field(alias="hardBounces")]
    """The number of sends that bounced permanently."""
    soft_bounces: Annotated[int, Field(alias="softBounces")]
    """The number of sends that bounced temporarily."""


class TransactionalGroup(Model):
    """A group of transactional emails."""

    id: str
    """The ID of the group."""
    name: str
    """The name of the group."""
    description: str
    """A description of the group. It may be empty."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the group was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the group was last changed, in UTC."""


class TransactionalGroupCreate(Model):
    """A transactional group to be created."""

    name: str
    """The name of the group. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """A description of the group."""


class TransactionalGroupUpdate(Model):
    """The fields of a transactional group to change, at least one of them. At least 1 member."""

    name: str | MISSING = MISSING
    """The new name of the group. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """The new description of the group."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class TransactionalGroupList(Model):
    """A page of transactional groups."""

    pagination: Pagination
    """Where this page stands in the whole listing."""
    data: list[TransactionalGroup]
    """The groups of this page."""


class Theme(Model):
    """A set of styles that emails share."""

    id: str
    """The ID of the theme."""
    name: str
    """The name of the theme."""
    styles: ThemeStyles
    """The styles of the theme."""
    is_default: Annotated[bool, Field(alias="isDefault")]
    """Whether this is the default theme of the team."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the theme was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the theme was last changed, in UTC."""


class UpdatedTheme(Model):
    """A theme after a change, with the number of emails that the change reached."""

    id: str
    """The ID of the theme."""
    name: str
    """The name of the theme."""
    styles: ThemeStyles
    """The styles of the theme."""
    is_default: Annotated[bool, Field(alias="isDefault")]
    """Whether this is the default theme of the team."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the theme was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the theme was last changed, in UTC."""
    affected_email_count: Annotated[int | float, Field(alias="affectedEmailCount")]
    """The number of emails that the change reached; 0 if only the name changed."""


class ThemeCreate(Model):
    """A theme to be created."""

    name: str
    """The name of the theme."""
    styles: ThemeStyles | MISSING = MISSING
    """The styles of the theme."""


class ThemeUpdate(Model):
    """The fields of a theme to change. At least one of `name` and `styles` has to be there."""

    name: str | MISSING = MISSING
    """The new name of the theme."""
    styles: ThemeStyles | MISSING = MISSING
    """The styles to change."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.name is MISSING and self.styles is MISSING:
            raise ValueError("name or styles must be given")
        return self


class ThemeList(Model):
    """A page of themes."""

    pagination: Pagination
    """Where this page stands in the whole listing."""
    data: list[Theme]
    """The themes of this page."""


class ThemeStyles(Model):
    """Styles of a theme, under the names that the LMX tag `<Style />` has for them. Any of them may be
    missing. No units and no limits are documented.
    """

    background_color: Annotated[str | MISSING, Field(alias="backgroundColor")] = MISSING
    """The color around the body of the email."""
    background_x_padding: Annotated[int | float | MISSING, Field(alias="backgroundXPadding")] = MISSING
    """The space left and right of the body."""
    background_y_padding: Annotated[int | float | MISSING, Field(alias="backgroundYPadding")] = MISSING
    """The space above and below the body."""
    body_color: Annotated[str | MISSING, Field(alias="bodyColor")] = MISSING
    """The color behind the body."""
    body_x_padding: Annotated[int | float | MISSING, Field(alias="bodyXPadding")] = MISSING
    """The space inside the body, left and right."""
    body_y_padding: Annotated[int | float | MISSING, Field(alias="bodyYPadding")] = MISSING
    """The space inside the body, above and below."""
    body_font_family: Annotated[str | MISSING, Field(alias="bodyFontFamily")] = MISSING
    """The name of the font."""
    body_font_category: Annotated[str | MISSING, Field(alias="bodyFontCategory")] = MISSING
    """The kind of font to fall back to."""
    border_color: Annotated[str | MISSING, Field(alias="borderColor")] = MISSING
    """The color of the border around the body."""
    border_width: Annotated[int | float | MISSING, Field(alias="borderWidth")] = MISSING
    """The width of the border around the body."""
    border_radius: Annotated[int | float | MISSING, Field(alias="borderRadius")] = MISSING
    """The radius of the corners of the body."""
    button_body_color: Annotated[str | MISSING, Field(alias="buttonBodyColor")] = MISSING
    """The color of buttons."""
    button_body_x_padding: Annotated[int | float | MISSING, Field(alias="buttonBodyXPadding")] = MISSING
    """The space inside buttons, left and right."""
    button_body_y_padding: Annotated[int | float | MISSING, Field(alias="buttonBodyYPadding")] = MISSING
    """The space inside buttons, above and below."""
    button_border_color: Annotated[str | MISSING, Field(alias="buttonBorderColor")] = MISSING
    """The color of the border around buttons."""
    button_border_width: Annotated[int | float | MISSING, Field(alias="buttonBorderWidth")] = MISSING
    """The width of the border around buttons."""
    button_border_radius: Annotated[int | float | MISSING, Field(alias="buttonBorderRadius")] = MISSING
    """The radius of the corners of buttons."""
    button_text_color: Annotated[str | MISSING, Field(alias="buttonTextColor")] = MISSING
    """The color of the text in buttons."""
    button_text_format: Annotated[int | float | MISSING, Field(alias="buttonTextFormat")] = MISSING
    """The format of the text in buttons. What the numbers mean is not documented."""
    button_text_font_size: Annotated[int | float | MISSING, Field(alias="buttonTextFontSize")] = MISSING
    """The size of the text in buttons."""
    divider_color: Annotated[str | MISSING, Field(alias="dividerColor")] = MISSING
    """The color of dividers."""
    divider_border_width: Annotated[int | float | MISSING, Field(alias="dividerBorderWidth")] = MISSING
    """The width of dividers."""
    text_base_color: Annotated[str | MISSING, Field(alias="textBaseColor")] = MISSING
    """The color of text."""
    text_base_font_size: Annotated[int | float | MISSING, Field(alias="textBaseFontSize")] = MISSING
    """The size of text."""
    text_base_line_height: Annotated[int | float | MISSING, Field(alias="textBaseLineHeight")] = MISSING
    """The height of the lines of text."""
    text_base_letter_spacing: Annotated[int | float | MISSING, Field(alias="textBaseLetterSpacing")] = MISSING
    """The space between the letters of text."""
    text_link_color: Annotated[str | MISSING, Field(alias="textLinkColor")] = MISSING
    """The color of links."""
    heading_1_color: Annotated[str | MISSING, Field(alias="heading1Color")] = MISSING
    """The color of first-level headings."""
    heading_1_font_size: Annotated[int | float | MISSING, Field(alias="heading1FontSize")] = MISSING
    """The size of first-level headings."""
    heading_1_line_height: Annotated[int | float | MISSING, Field(alias="heading1LineHeight")] = MISSING
    """The height of the lines of first-level headings."""
    heading_1_letter_spacing: Annotated[int | float | MISSING, Field(alias="heading1LetterSpacing")] = MISSING
    """The space between the letters of first-level headings."""
    heading_2_color: Annotated[str | MISSING, Field(alias="heading2Color")] = MISSING
    """The color of second-level headings."""
    heading_2_font_size: Annotated[int | float | MISSING, Field(alias="heading2FontSize")] = MISSING
    """The size of second-level headings."""
    heading_2_line_height: Annotated[int | float | MISSING, Field(alias="heading2LineHeight")] = MISSING
    """The height of the lines of second-level headings."""
    heading_2_letter_spacing: Annotated[int | float | MISSING, Field(alias="heading2LetterSpacing")] = MISSING
    """The space between the letters of second-level headings."""
    heading_3_color: Annotated[str | MISSING, Field(alias="heading3Color")] = MISSING
    """The color of third-level headings."""
    heading_3_font_size: Annotated[int | float | MISSING, Field(alias="heading3FontSize")] = MISSING
    """The size of third-level headings."""
    heading_3_line_height: Annotated[int | float | MISSING, Field(alias="heading3LineHeight")] = MISSING
    """The height of the lines of third-level headings."""
    heading_3_letter_spacing: Annotated[int | float | MISSING, Field(alias="heading3LetterSpacing")] = MISSING
    """The space between the letters of third-level headings."""


class Component(Model):
    """A piece of LMX that emails share."""

    id: str
    """The ID of the component."""
    name: str
    """The name of the component."""
    lmx: str
    """The content of the component as LMX."""


class UpdatedComponent(Model):
    """A component after a change, with the number of emails that the change reached."""

    id: str
    """The ID of the component."""
    name: str
    """The name of the component."""
    lmx: str
    """The content of the component as LMX."""
    affected_email_count: Annotated[int | float, Field(alias="affectedEmailCount")]
    """The number of emails that the change reached; 0 if only the name changed."""


class ComponentCreate(Model):
    """A component to be created."""

    name: str
    """The name of the component."""
    lmx: str
    """The content of the component as LMX."""


class ComponentUpdate(Model):
    """The fields of a component to change. At least one of `name` and `lmx` has to be there."""

    name: str | MISSING = MISSING
    """The new name of the component."""
    lmx: str | MISSING = MISSING
    """The new content of the component as LMX."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.name is MISSING and self.lmx is MISSING:
            raise ValueError("name or lmx must be given")
        return self


class ComponentList(Model):
    """A page of components."""

    pagination: Pagination
    """Where this page stands in the whole listing."""
    data: list[Component]
    """The components of this page."""


class ComponentFailure(Model):
    """The reason why a component was not changed."""

    message: str
    """What went wrong, in words."""
    invalid_tags: Annotated[list[str] | MISSING, Field(alias="invalidTags")] = MISSING
    """The names of the variables that an email with the component cannot fill. Present only if they
    are the reason for the failure.
    """


class UploadCreate(Model):
    """An image to be uploaded."""

    content_type: Annotated[Literal["image/jpeg", "image/png", "image/gif", "image/webp"], Field(alias="contentType")]
    """The MIME type of the file."""
    content_length: Annotated[int, Field(alias="contentLength", ge=1, le=4000000)]
    """The size of the file in bytes. 1 to 4000000."""


class Upload(Model):
    """An upload that waits for its bytes."""

    email_asset_id: Annotated[str, Field(alias="emailAssetId")]
    """The ID of the image. Completing the upload needs it."""
    presigned_url: Annotated[str, Field(alias="presignedUrl")]
    """The URL to send the bytes to with `PUT`."""


class CompletedUpload(Model):
    """An upload that is complete."""

    email_asset_id: Annotated[str, Field(alias="emailAssetId")]
    """The ID of the image."""
    final_url: Annotated[str, Field(alias="finalUrl")]
    """The public URL of the image."""


class UploadFailure(Model):
    """The reason why an upload was refused."""

    message: str
    """What went wrong, in words."""
    supported_content_types: Annotated[list[str] | MISSING, Field(alias="supportedContentTypes")] = MISSING
    """The MIME types that are accepted. Present if the type is the reason for the failure."""
    max_bytes: Annotated[int | MISSING, Field(alias="maxBytes")] = MISSING
    """The largest size in bytes. Present if the size is the reason for the failure."""


class UploadLimitFailure(Model):
    """The error for a team that has made too many uploads."""

    message: str | MISSING = MISSING
    """What went wrong, in words."""
    max_uploads: Annotated[int | MISSING, Field(alias="maxUploads")] = MISSING
    """The number of uploads that the window allows."""
    window_hours: Annotated[int | MISSING, Field(alias="windowHours")] = MISSING
    """The length of the window in hours."""


class ApiKeyTest(Model):
    """The outcome of testing an API key, with the team that the key belongs to."""

    success: bool
    """Whether the key is valid."""
    team_name: Annotated[str, Field(alias="teamName")]
    """The name of the team."""


class Workflow(Model):
    """A graph of nodes that sends emails to the contacts on their way through it."""

    id: str
    """The ID of the workflow."""
    workflow_revision_id: Annotated[str | None, Field(alias="workflowRevisionId")]
    """The ID of the current revision. The next write sends it as `expected_revision_id`. Null if the
    workflow is old and has no revision yet.
    """
    status: WorkflowStatus
    """What the workflow is doing."""
    name: str | MISSING = MISSING
    """The name of the workflow."""
    description: str | MISSING = MISSING
    """A description of the workflow."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The mailing list that the workflow sends to, by ID, or null if there is none."""
    root_node_id: Annotated[str, Field(alias="rootNodeId")]
    """The ID of the node where contacts enter."""
    nodes: dict[str, WorkflowNodeOutline]
    """An outline of each node, by node ID."""
    url: str | MISSING = MISSING
    """The URL of the workflow within the Loops app. The field is recent and may be missing."""


WorkflowStatus: TypeAlias = Literal["Draft", "Sending", "Paused", "PausedAndQueueing"] | str
"""What a workflow is doing."""


class WorkflowSummary(Model):
    """A workflow in a listing, without its nodes."""

    id: str
    """The ID of the workflow."""
    name: str
    """The name of the workflow."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the workflow was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the workflow was last changed, in UTC."""


class WorkflowList(Model):
    """A page of workflows."""

    pagination: Pagination
    """Where this page stands in the whole listing."""
    data: list[WorkflowSummary]
    """The workflows of this page."""


class WorkflowCreate(Model):
    """A workflow to be created."""

    name: str
    """The name of the workflow."""
    description: str | MISSING = MISSING
    """A description of the workflow."""
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """The mailing list of the recipients, by ID."""


class WorkflowUpdate(Model):
    """The fields of a workflow to change. At least one of `name` and `description` has to be there."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    name: str | MISSING = MISSING
    """The new name of the workflow."""
    description: str | MISSING = MISSING
    """The new description of the workflow."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.name is MISSING and self.description is MISSING:
            raise ValueError("name or description must be given")
        return self


class WorkflowDelete(Model):
    """The conditions for deleting a workflow."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    confirm_delete: Annotated[bool | MISSING, Field(alias="confirmDelete")] = MISSING
    """Whether to delete the workflow even if it is sending or has contacts waiting."""


class WorkflowMailingListChange(Model):
    """A new mailing list for a workflow."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The ID of the new mailing list. Null leaves the workflow without one."""
    dry_run: Annotated[bool | MISSING, Field(alias="dryRun")] = MISSING
    """Whether to check the call without changing anything."""
    queued_contact_policy: Annotated[QueuedContactPolicy | MISSING, Field(alias="queuedContactPolicy")] = MISSING
    """What to do about contacts that are waiting."""


QueuedContactPolicy: TypeAlias = Literal["fail", "discard"]
"""The policy for contacts that wait where the change takes place: `fail` leaves everything as it is
and reports them, `discard` throws them out. The server's default is `"fail"`.
"""


class WorkflowMailingListPreview(Model):
    """A change of the mailing list that did not take place."""

    status: Literal["dryRun", "queuedContactsFound"] | str
    """Why nothing changed."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The mailing list that was asked for, by ID."""
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """The number of waiting contacts that the change would discard."""


class WorkflowMailingListUpdated(Model):
    """A change of the mailing list that took place."""

    status: Literal["updated"]
    """The outcome, always `updated`."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The mailing list that the workflow sends to now, by ID."""
    workflow_revision_id: Annotated[str, Field(alias="workflowRevisionId")]
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`.
    """
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """The number of waiting contacts that the change discarded."""
    workflow: Workflow
    """The workflow after the change."""


WorkflowMailingListResult: TypeAlias = WorkflowMailingListPreview | WorkflowMailingListUpdated | dict[str, Any]
"""What became of a change of the mailing list."""


class WorkflowNodeResponse(Model):
    """A new node with its workflow."""

    node: NewWorkflowNode
    """The new node."""
    workflow: Workflow
    """The workflow after the change."""


class WorkflowNodeBase(Model):
    """The fields that nodes of all types have."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""


class SignupTriggerNode(Model):
    """A trigger for contacts that are new."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["SignupTrigger"], Field(alias="typeName")]
    """The type of the node, always `SignupTrigger`."""


class EventTriggerNode(Model):
    """A trigger on an event."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["EventTrigger"], Field(alias="typeName")]
    """The type of the node, always `EventTrigger`."""
    event_name: Annotated[str | MISSING, Field(alias="eventName")] = MISSING
    """The name of the event."""
    event_properties: Annotated[list[EventProperty] | MISSING, Field(alias="eventProperties")] = MISSING
    """The properties of the event that emails can use."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Whether contacts enter each time the trigger fires, rather than only once."""


class ContactPropertyTriggerNode(Model):
    """A trigger on the change of a contact property."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["ContactPropertyTrigger"], Field(alias="typeName")]
    """The type of the node, always `ContactPropertyTrigger`."""
    contact_property_query: Annotated[ContactPropertyQuery | None, Field(alias="contactPropertyQuery")]
    """The change that fires the trigger, or null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Whether contacts enter each time the trigger fires, rather than only once."""


class AddToListTriggerNode(Model):
    """A trigger for contacts that join a mailing list."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["AddToListTrigger"], Field(alias="typeName")]
    """The type of the node, always `AddToListTrigger`."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The ID of the list that contacts join, or null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Whether contacts enter each time the trigger fires, rather than only once."""


class BlankTriggerNode(Model):
    """A trigger that is still to be chosen."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["BlankTrigger"], Field(alias="typeName")]
    """The type of the node, always `BlankTrigger`."""


class AudienceFilterNode(Model):
    """A filter that lets some contacts pass."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["AudienceFilter"], Field(alias="typeName")]
    """The type of the node, always `AudienceFilter`."""
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """The node's own filter."""
    audience_segment_id: Annotated[str | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """The ID of the segment."""
    applies_downstream: Annotated[bool, Field(alias="appliesDownstream")]
    """Whether the filter applies to all nodes that follow, rather than to this node alone."""


class TimerActionNode(Model):
    """A pause."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["TimerAction"], Field(alias="typeName")]
    """The type of the node, always `TimerAction`."""
    amount: int | float
    """How long to wait, in the unit that `unit` names. A pause of 0 lets contacts pass at once."""
    unit: TimerUnit
    """The unit of `amount`."""


class SendEmailActionNode(Model):
    """An email that is sent."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["SendEmailAction"], Field(alias="typeName")]
    """The type of the node, always `SendEmailAction`."""
    email_message_id: Annotated[str, Field(alias="emailMessageId")]
    """The ID of the email message, which is changed through its own calls."""
    subject: str
    """The subject line of the email message."""


class ExitActionNode(Model):
    """The end of a path."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["ExitAction"], Field(alias="typeName")]
    """The type of the node, always `ExitAction`."""


class BranchNode(Model):
    """A fork, each path of which begins with a filter."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["BranchNode"], Field(alias="typeName")]
    """The type of the node, always `BranchNode`."""
    created_child_nodes: Annotated[list[AudienceFilterNode] | MISSING, Field(alias="createdChildNodes")] = MISSING
    """The two filters that come with a new fork. Only creating the node returns them."""


class ExperimentBranchNode(Model):
    """A fork that spreads contacts over variants."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["ExperimentBranchNode"], Field(alias="typeName")]
    """The type of the node, always `ExperimentBranchNode`."""
    sampling_rate: Annotated[int | float, Field(alias="samplingRate")]
    """The percentage of contacts that go to the variants. The others go to the control. 0 to 100."""
    created_child_nodes: Annotated[list[VariantNode] | MISSING, Field(alias="createdChildNodes")] = MISSING
    """The three variants that come with a new experiment. Only creating the node returns them."""


class VariantNode(Model):
    """One variant of an experiment."""

    id: str
    """The ID of the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """The ID of the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`. It is null only when the node is read and the workflow is old and has no
    revision yet. Nodes in `created_child_nodes` lack it.
    """
    workflow: Workflow | MISSING = MISSING
    """The workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["VariantNode"], Field(alias="typeName")]
    """The type of the node, always `VariantNode`."""
    is_control: Annotated[bool | MISSING, Field(alias="isControl")] = MISSING
    """Whether this is the control of the experiment."""


WorkflowNode: TypeAlias = (
    SignupTriggerNode
    | EventTriggerNode
    | ContactPropertyTriggerNode
    | AddToListTriggerNode
    | BlankTriggerNode
    | AudienceFilterNode
    | TimerActionNode
    | SendEmailActionNode
    | ExitActionNode
    | BranchNode
    | ExperimentBranchNode
    | VariantNode
    | dict[str, Any]
)
"""A node of a workflow. The `type_name` tells the twelve types apart."""


ReadWorkflowNode: TypeAlias = (
    SignupTriggerNode
    | EventTriggerNode
    | ContactPropertyTriggerNode
    | AddToListTriggerNode
    | BlankTriggerNode
    | AudienceFilterNode
    | TimerActionNode
    | SendEmailActionNode
    | ExitActionNode
    | BranchNode
    | ExperimentBranchNode
    | VariantNode
    | dict[str, Any]
)
"""A node as reading it returns it."""


NewWorkflowNode: TypeAlias = (
    SignupTriggerNode
    | EventTriggerNode
    | ContactPropertyTriggerNode
    | AddToListTriggerNode
    | BlankTriggerNode
    | AudienceFilterNode
    | TimerActionNode
    | SendEmailActionNode
    | ExitActionNode
    | BranchNode
    | ExperimentBranchNode
    | VariantNode
    | dict[str, Any]
)
"""A node as creating it returns it."""


ChangedWorkflowNode: TypeAlias = (
    SignupTriggerNode
    | EventTriggerNode
    | ContactPropertyTriggerNode
    | AddToListTriggerNode
    | BlankTriggerNode
    | AudienceFilterNode
    | TimerActionNode
    | SendEmailActionNode
    | ExitActionNode
    | BranchNode
    | ExperimentBranchNode
    | VariantNode
    | dict[str, Any]
)
"""A node as changing it returns it."""


class SignupTriggerOutline(Model):
    """The outline of a trigger for contacts that are new."""

    type_name: Annotated[Literal["SignupTrigger"], Field(alias="typeName")]
    """The type of the node, always `SignupTrigger`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""


class EventTriggerOutline(Model):
    """The outline of a trigger on an event."""

    type_name: Annotated[Literal["EventTrigger"], Field(alias="typeName")]
    """The type of the node, always `EventTrigger`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    event_name: Annotated[str | None, Field(alias="eventName")]
    """The name of the event, or null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Whether contacts enter each time the trigger fires, rather than only once."""


class ContactPropertyTriggerOutline(Model):
    """The outline of a trigger on the change of a contact property."""

    type_name: Annotated[Literal["ContactPropertyTrigger"], Field(alias="typeName")]
    """The type of the node, always `ContactPropertyTrigger`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    contact_property_query: Annotated[ContactPropertyQuery | None, Field(alias="contactPropertyQuery")]
    """The change that fires the trigger, or null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Whether contacts enter each time the trigger fires, rather than only once."""


class AddToListTriggerOutline(Model):
    """The outline of a trigger for contacts that join a mailing list."""

    type_name: Annotated[Literal["AddToListTrigger"], Field(alias="typeName")]
    """The type of the node, always `AddToListTrigger`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """The ID of the list that contacts join, or null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Whether contacts enter each time the trigger fires, rather than only once."""


class BlankTriggerOutline(Model):
    """The outline of a trigger that is still to be chosen."""

    type_name: Annotated[Literal["BlankTrigger"], Field(alias="typeName")]
    """The type of the node, always `BlankTrigger`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""


class AudienceFilterOutline(Model):
    """The outline of a filter, which does not say whom it lets pass."""

    type_name: Annotated[Literal["AudienceFilter"], Field(alias="typeName")]
    """The type of the node, always `AudienceFilter`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""


class TimerActionOutline(Model):
    """The outline of a pause."""

    type_name: Annotated[Literal["TimerAction"], Field(alias="typeName")]
    """The type of the node, always `TimerAction`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    amount: int | float
    """How long to wait, in the unit that `unit` names. A pause of 0 lets contacts pass at once."""
    unit: TimerUnit
    """The unit of `amount`."""


class SendEmailActionOutline(Model):
    """The outline of an email that is sent."""

    type_name: Annotated[Literal["SendEmailAction"], Field(alias="typeName")]
    """The type of the node, always `SendEmailAction`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """The ID of the email message, or null if there is none."""
    subject: str
    """The subject line of the email message."""


class ExitActionOutline(Model):
    """The outline of the end of a path."""

    type_name: Annotated[Literal["ExitAction"], Field(alias="typeName")]
    """The type of the node, always `ExitAction`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""


class BranchOutline(Model):
    """The outline of a fork, each path of which begins with a filter."""

    type_name: Annotated[Literal["BranchNode"], Field(alias="typeName")]
    """The type of the node, always `BranchNode`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""


class ExperimentBranchOutline(Model):
    """The outline of a fork that spreads contacts over variants."""

    type_name: Annotated[Literal["ExperimentBranchNode"], Field(alias="typeName")]
    """The type of the node, always `ExperimentBranchNode`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    sampling_rate: Annotated[int | float, Field(alias="samplingRate")]
    """The percentage of contacts that go to the variants. The others go to the control. 0 to 100."""


class VariantOutline(Model):
    """The outline of one variant of an experiment."""

    type_name: Annotated[Literal["VariantNode"], Field(alias="typeName")]
    """The type of the node, always `VariantNode`."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """The IDs of the nodes that come next."""
    is_control: Annotated[bool, Field(alias="isControl")]
    """Whether this is the control of the experiment."""


WorkflowNodeOutline: TypeAlias = (
    SignupTriggerOutline
    | EventTriggerOutline
    | ContactPropertyTriggerOutline
    | AddToListTriggerOutline
    | BlankTriggerOutline
    | AudienceFilterOutline
    | TimerActionOutline
    | SendEmailActionOutline
    | ExitActionOutline
    | BranchOutline
    | ExperimentBranchOutline
    | VariantOutline
    | dict[str, Any]
)
"""The outline of a node, within its workflow. The `type_name` tells the twelve types apart."""


TimerUnit: TypeAlias = Literal["m", "h", "d"] | str
"""The unit of a pause: minutes, hours or days."""


class ContactPropertyQuery(Model):
    """A change of a contact property, picked by the value before and the value after it."""

    key: str
    """The name of the contact property, in camelCase. Some properties, such as `created_at` and
    `notes`, cannot trigger a workflow.
    """
    is_: Annotated[ContactPropertyComparison, Field(alias="is")]
    """The condition on the new value."""
    was: ContactPropertyComparison
    """The condition on the old value."""


class ContactPropertyComparison(Model):
    """One side of a query."""

    operator: ContactPropertyOperator
    """How the value of the property is compared."""
    value: str | int | float | bool
    """The value to compare with. It is required even if the operator compares with nothing."""


ContactPropertyOperator: TypeAlias = (
    Literal[
        "any",
        "contains",
        "not_contains",
        "empty",
        "not_empty",
        "equal",
        "not_equal",
        "greater_than",
        "less_than",
        "true",
        "false",
        "numeric_equal",
        "numeric_not_equal",
        "after",
        "before",
        "between",
    ]
    | str
)
"""A way to compare the old or the new value of a contact property. Strings take `any`, `equal`,
`not_equal`, `contains`, `not_contains`, `empty` and `not_empty`; numbers `any`, `greater_than`,
`less_than`, `numeric_equal`, `numeric_not_equal`, `empty` and `not_empty`; booleans `any`, `true`,
`false`, `empty` and `not_empty`; dates `any`, `empty`, `not_empty`, `after`, `before` and
`between`. For the new value of a number or a boolean, `empty` is refused.
"""


class WorkflowNodeCreateBetween(Model):
    """A node to be created between two that are connected. Under an `ExperimentBranchNode` it has to
    be a `VariantNode`, and the node after it must not be one.
    """

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    insert_mode: Annotated[Literal["between"], Field(alias="insertMode")]
    """Where the new node goes, always `between`."""
    node_type_name: Annotated[CreatableNodeType, Field(alias="nodeTypeName")]
    """The type of the new node."""
    from_node_id: Annotated[str, Field(alias="fromNodeId")]
    """The ID of the node before the new one."""
    to_node_id: Annotated[str, Field(alias="toNodeId")]
    """The ID of the node after the new one."""


class WorkflowNodeCreateBefore(Model):
    """A node to be created before another. Exactly one of `to_node_id` and `before_node_id` has to be
    there. A `VariantNode` cannot be created in this way.
    """

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    insert_mode: Annotated[Literal["before"], Field(alias="insertMode")]
    """Where the new node goes, always `before`."""
    node_type_name: Annotated[CreatableNodeType, Field(alias="nodeTypeName")]
    """The type of the new node."""
    to_node_id: Annotated[str | MISSING, Field(alias="toNodeId")] = MISSING
    """The ID of the node after the new one. It cannot be a trigger, and some node has to lead to it."""
    before_node_id: Annotated[str | MISSING, Field(alias="beforeNodeId")] = MISSING
    """The ID of the node after the new one. This is the old name of `to_node_id`. Deprecated."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if [self.to_node_id is not MISSING, self.before_node_id is not MISSING].count(True) != 1:
            raise ValueError("exactly one of to_node_id and before_node_id must be given")
        return self


class WorkflowNodeCreateAfter(Model):
    """A node to be created after another."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    insert_mode: Annotated[Literal["after"], Field(alias="insertMode")]
    """Where the new node goes, always `after`."""
    node_type_name: Annotated[CreatableNodeType, Field(alias="nodeTypeName")]
    """The type of the new node."""
    from_node_id: Annotated[str, Field(alias="fromNodeId")]
    """The ID of the node before the new one. It must have exactly one next node."""


WorkflowNodeCreate: TypeAlias = Annotated[
    WorkflowNodeCreateBetween | WorkflowNodeCreateBefore | WorkflowNodeCreateAfter, Field(discriminator="insert_mode")
]
"""A node to be created. The `insert_mode` tells the three places apart."""


CreatableNodeType: TypeAlias = Literal[
    "AudienceFilter", "BranchNode", "ExperimentBranchNode", "TimerAction", "SendEmailAction", "VariantNode"
]
"""The type of a node that can be created."""


class WorkflowNodeUpdate(Model):
    """Settings of a node to change."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    payload: WorkflowNodePayload
    """The settings to change."""


class SignupTriggerPayload(Model):
    """Settings of a trigger for contacts that are new."""

    type_name: Annotated[Literal["SignupTrigger"], Field(alias="typeName")]
    """The kind of trigger that the node is or becomes, always `SignupTrigger`."""


class EventTriggerPayload(Model):
    """Settings of a trigger on an event. The event is named by `event_pattern_id` or by `event_name`,
    not by both; null for either leaves the trigger without an event. At least 1 member.
    """

    type_name: Annotated[Literal["EventTrigger"] | MISSING, Field(alias="typeName")] = MISSING
    """The kind of trigger that the node is or becomes, always `EventTrigger`."""
    event_pattern_id: Annotated[str | None | MISSING, Field(alias="eventPatternId")] = MISSING
    """The ID of the event pattern."""
    event_name: Annotated[str | None | MISSING, Field(alias="eventName")] = MISSING
    """The name of the event."""
    re_eligible: Annotated[bool | MISSING, Field(alias="reEligible")] = MISSING
    """Whether contacts enter each time the trigger fires, rather than only once."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.event_pattern_id is not MISSING and self.event_name is not MISSING:
            raise ValueError("event_pattern_id and event_name must not be given together")
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class ContactPropertyTriggerPayload(Model):
    """Settings of a trigger on the change of a contact property. At least 1 member."""

    type_name: Annotated[Literal["ContactPropertyTrigger"] | MISSING, Field(alias="typeName")] = MISSING
    """The kind of trigger that the node is or becomes, always `ContactPropertyTrigger`."""
    contact_property_query: Annotated[ContactPropertyQuery | MISSING, Field(alias="contactPropertyQuery")] = MISSING
    """The change that fires the trigger."""
    re_eligible: Annotated[bool | MISSING, Field(alias="reEligible")] = MISSING
    """Whether contacts enter each time the trigger fires, rather than only once."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class AddToListTriggerPayload(Model):
    """Settings of a trigger for contacts that join a mailing list. The list itself cannot be set here.
    At least 1 member.
    """

    type_name: Annotated[Literal["AddToListTrigger"] | MISSING, Field(alias="typeName")] = MISSING
    """The kind of trigger that the node is or becomes, always `AddToListTrigger`."""
    re_eligible: Annotated[bool | MISSING, Field(alias="reEligible")] = MISSING
    """Whether contacts enter each time the trigger fires, rather than only once."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class AudienceFilterPayload(Model):
    """Settings of a filter on the audience. At least 1 member."""

    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """The ID of the segment. Without `audience_filter`, it removes a filter set earlier; with it, the
    filter narrows the segment down.
    """
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """The conditions that pick the contacts. Without `audience_segment_id`, they remove a segment set
    earlier; with it, they pick contacts from within that segment.
    """
    applies_downstream: Annotated[bool | MISSING, Field(alias="appliesDownstream")] = MISSING
    """Whether the filter applies to all nodes that follow, rather than to this node alone."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class TimerActionPayload(Model):
    """Settings of a pause. At least 1 member."""

    amount: int | float | MISSING = MISSING
    """How long to wait, in the unit that `unit` names. A pause of 0 lets contacts pass at once."""
    unit: TimerUnit | MISSING = MISSING
    """The unit of `amount`."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class ExperimentBranchPayload(Model):
    """Settings of an experiment. At least 1 member."""

    sampling_rate: Annotated[int | float | MISSING, Field(alias="samplingRate", ge=0.0, le=100.0)] = MISSING
    """The percentage of contacts that go to the variants. The others go to the control. 0 to 100."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


class VariantPayload(Model):
    """Settings of a variant. At least 1 member."""

    is_control: Annotated[bool | MISSING, Field(alias="isControl")] = MISSING
    """Whether this is the control of the experiment. True takes the role from the previous control; an
    experiment may also have no control.
    """

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_dump():
            raise ValueError("at least one field must be given")
        return self


WorkflowNodePayload: TypeAlias = (
    SignupTriggerPayload
    | EventTriggerPayload
    | ContactPropertyTriggerPayload
    | AddToListTriggerPayload
    | AudienceFilterPayload
    | TimerActionPayload
    | ExperimentBranchPayload
    | VariantPayload
)
"""The settings of a node. Which kind applies depends on the type of the node. `SendEmailAction`,
`ExitAction` and `BranchNode` have none.
"""


class WorkflowBranchAdd(Model):
    """A path to be added to a branch."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """


class WorkflowNodeReroute(Model):
    """A new target for the connection of a node."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    new_target_node_id: Annotated[str, Field(alias="newTargetNodeId")]
    """The ID of the node that comes next from now on."""


class WorkflowNodeDelete(Model):
    """The conditions for deleting nodes."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """The `workflow_revision_id` seen last, or null if that was null. A revision that is no longer
    current leads to 409.
    """
    dry_run: Annotated[bool | MISSING, Field(alias="dryRun")] = MISSING
    """Whether to check the call without changing anything."""
    queued_contact_policy: Annotated[QueuedContactPolicy | MISSING, Field(alias="queuedContactPolicy")] = MISSING
    """What to do about contacts that are waiting."""


class WorkflowNodeDeletionPreview(Model):
    """A deletion that did not take place."""

    status: Literal["dryRun", "queuedContactsFound"] | str
    """Why nothing changed."""
    node_ids: Annotated[list[str], Field(alias="nodeIds")]
    """The IDs of the nodes that would be deleted."""
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """The number of waiting contacts that the deletion would discard."""


class WorkflowNodesDeleted(Model):
    """A deletion that took place."""

    status: Literal["deleted"]
    """The outcome, always `deleted`."""
    node_ids: Annotated[list[str], Field(alias="nodeIds")]
    """The IDs of the nodes that were deleted."""
    workflow_revision_id: Annotated[str, Field(alias="workflowRevisionId")]
    """The ID of the current revision of the workflow. The next write sends it as
    `expected_revision_id`.
    """
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """The number of waiting contacts that the deletion discarded."""
    workflow: Workflow
    """The workflow after the change."""


WorkflowNodeDeletion: TypeAlias = WorkflowNodeDeletionPreview | WorkflowNodesDeleted | dict[str, Any]
"""What became of the deletion of nodes."""


class WebhookEvent(Model):
    """The fields that all webhooks have but the test."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""


class EmailEvent(Model):
    """The fields of webhooks on emails of any kind."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """The ID of the transactional email. Present if the email is transactional."""


class MarketingEmailEvent(Model):
    """The fields of webhooks on emails of campaigns and workflows."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""


class ContactIdentity(Model):
    """The identifiers of the contact that an event is about."""

    id: str
    """The ID of the contact."""
    email: str
    """The email address of the contact."""
    user_id: Annotated[str | None, Field(alias="userId")]
    """The user ID that the team gave the contact, or null if there is none."""


class SentEmail(Model):
    """One email to one recipient."""

    id: str
    """The ID of the email that was sent."""
    email_message_id: Annotated[str, Field(alias="emailMessageId")]
    """The ID of the version of the email message that was sent."""
    subject: str
    """The subject line."""


class CreatedContact(Model):
    """A contact just after it was created. Keys that are not listed are custom contact properties."""

    id: str
    """The ID of the contact."""
    email: str
    """The email address of the contact."""
    first_name: Annotated[str | None, Field(alias="firstName")]
    """The first name of the contact."""
    last_name: Annotated[str | None, Field(alias="lastName")]
    """The last name of the contact."""
    source: str
    """Where the contact came from."""
    subscribed: bool
    """Whether the contact gets campaign and workflow emails."""
    user_group: Annotated[str, Field(alias="userGroup")]
    """The user group of the contact. It may be empty."""
    user_id: Annotated[str | None, Field(alias="userId")]
    """The user ID that the team gave the contact, or null if there is none."""
    notes: str | None | MISSING = MISSING
    """Notes on the contact."""
    mailing_lists: Annotated[MailingListSubscriptions, Field(alias="mailingLists")]
    """The mailing lists that the contact is on."""
    opt_in_status: Annotated[Literal["accepted", "pending", "rejected"] | str | None, Field(alias="optInStatus")]
    """How far the contact got with double opt-in. The event waits for the contact to confirm, so only
    `accepted` and null are to be expected.
    """


class ContactCreatedEvent(Model):
    """The webhook event for a contact that was created."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["contact.created"], Field(alias="eventName")]
    """The name of the event, always `contact.created`."""
    contact: CreatedContact
    """The contact that was created."""


class ContactUnsubscribedEvent(Model):
    """The webhook event for a contact that was unsubscribed."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["contact.unsubscribed"], Field(alias="eventName")]
    """The name of the event, always `contact.unsubscribed`."""


class ContactDeletedEvent(Model):
    """The webhook event for a contact that was deleted."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["contact.deleted"], Field(alias="eventName")]
    """The name of the event, always `contact.deleted`."""


class MailingListSubscribedEvent(Model):
    """The webhook event for a contact that joined a mailing list."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["contact.mailingList.subscribed"], Field(alias="eventName")]
    """The name of the event, always `contact.mailing_list.subscribed`."""
    mailing_list: Annotated[MailingList, Field(alias="mailingList")]
    """The mailing list that the contact joined."""


class MailingListUnsubscribedEvent(Model):
    """The webhook event for a contact that left a mailing list."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["contact.mailingList.unsubscribed"], Field(alias="eventName")]
    """The name of the event, always `contact.mailingList.unsubscribed`."""
    mailing_list: Annotated[MailingList, Field(alias="mailingList")]
    """The mailing list that the contact left."""


class CampaignEmailSentEvent(Model):
    """The webhook event for a campaign that was sent to a contact."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["campaign.email.sent"], Field(alias="eventName")]
    """The name of the event, always `campaign.email.sent`."""
    campaign_id: Annotated[str, Field(alias="campaignId")]
    """The ID of the campaign."""
    campaign_name: Annotated[str, Field(alias="campaignName")]
    """The name of the campaign."""
    email: SentEmail
    """The email that the event is about."""
    mailing_lists: Annotated[list[MailingList], Field(alias="mailingLists")]
    """The mailing lists that the email went to. It may be empty."""


class LoopEmailSentEvent(Model):
    """The webhook event for an email of a workflow that was sent to a contact."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["loop.email.sent"], Field(alias="eventName")]
    """The name of the event, always `loop.email.sent`."""
    loop_id: Annotated[str, Field(alias="loopId")]
    """The ID of the workflow."""
    loop_name: Annotated[str, Field(alias="loopName")]
    """The name of the workflow."""
    email: SentEmail
    """The email that the event is about."""
    mailing_lists: Annotated[list[MailingList], Field(alias="mailingLists")]
    """The mailing lists that the email went to. It may be empty."""


class TransactionalEmailSentEvent(Model):
    """The webhook event for a transactional email that was sent."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    event_name: Annotated[Literal["transactional.email.sent"], Field(alias="eventName")]
    """The name of the event, always `transactional.email.sent`."""
    transactional_id: Annotated[str, Field(alias="transactionalId")]
    """The ID of the transactional email."""
    transactional_name: Annotated[str, Field(alias="transactionalName")]
    """The name of the transactional email."""
    email: SentEmail
    """The email that the event is about."""


class EmailDeliveredEvent(Model):
    """The webhook event for an email that was delivered."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """The ID of the transactional email. Present if the email is transactional."""
    event_name: Annotated[Literal["email.delivered"], Field(alias="eventName")]
    """The name of the event, always `email.delivered`."""


class EmailSoftBouncedEvent(Model):
    """The webhook event for an email that could not be delivered for now."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """The ID of the transactional email. Present if the email is transactional."""
    event_name: Annotated[Literal["email.softBounced"], Field(alias="eventName")]
    """The name of the event, always `email.softBounced`."""


class EmailHardBouncedEvent(Model):
    """The webhook event for an email that cannot be delivered."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """The ID of the transactional email. Present if the email is transactional."""
    event_name: Annotated[Literal["email.hardBounced"], Field(alias="eventName")]
    """The name of the event, always `email.hardBounced`."""


class EmailSpamReportedEvent(Model):
    """The webhook event for an email that a recipient marked as spam."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """The ID of the transactional email. Present if the email is transactional."""
    event_name: Annotated[Literal["email.spamReported"], Field(alias="eventName")]
    """The name of the event, always `email.spamReported`."""


class EmailOpenedEvent(Model):
    """The webhook event for an email of a campaign or a workflow that was opened."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    event_name: Annotated[Literal["email.opened"], Field(alias="eventName")]
    """The name of the event, always `email.opened`."""


class EmailClickedEvent(Model):
    """The webhook event for a click on a link in an email of a campaign or a workflow."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    event_name: Annotated[Literal["email.clicked"], Field(alias="eventName")]
    """The name of the event, always `email.clicked`."""


class EmailUnsubscribedEvent(Model):
    """The webhook event for a recipient who unsubscribed by the link in an email."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    event_name: Annotated[Literal["email.unsubscribed"], Field(alias="eventName")]
    """The name of the event, always `email.unsubscribed`."""


class EmailResubscribedEvent(Model):
    """The webhook event for a recipient who subscribed again in the preference center that an email
    links to.
    """

    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """The contact that the event is about."""
    email: SentEmail
    """The email that the event is about."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """What kind of email it is. Emails of workflows have `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """The ID of the workflow. Present if the email belongs to a workflow."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """The ID of the campaign. Present if the email belongs to a campaign."""
    event_name: Annotated[Literal["email.resubscribed"], Field(alias="eventName")]
    """The name of the event, always `email.resubscribed`."""


class WebhookTestEvent(Model):
    """A test of the endpoint."""

    event_name: Annotated[Literal["testing.testEvent"], Field(alias="eventName")]
    """The name of the event, always `testing.testEvent`."""
    event_time: Annotated[int, Field(alias="eventTime")]
    """The time of the event, in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """The version of the webhook format, always `1.0.0`."""
    message: Literal["test"]
    """The text of the test, always `test`."""


class Pagination(Model):
    """The place of a page in the whole listing."""

    total_results: Annotated[int | float, Field(alias="totalResults")]
    """The number of results in the whole listing."""
    returned_results: Annotated[int | float, Field(alias="returnedResults")]
    """The number of results on this page."""
    per_page: Annotated[int | float, Field(alias="perPage")]
    """The number of results that a page may hold."""
    total_pages: Annotated[int | float, Field(alias="totalPages")]
    """The number of pages in the whole listing."""
    next_cursor: Annotated[str | None, Field(alias="nextCursor")]
    """The value to send as `cursor` for the page after this one. Null on the last page."""
    next_page: Annotated[str | None, Field(alias="nextPage")]
    """The full URL of the page after this one. Null on the last page."""


class ErrorResponse(Model):
    """What went wrong. There is no machine-readable code."""

    message: str
    """What went wrong, in words."""


class FailureResponse(Model):
    """What went wrong, from calls that also say whether they succeeded."""

    success: bool
    """Whether the call succeeded, which is false here."""
    message: str
    """What went wrong, in words."""


class LooseErrorResponse(Model):
    """What went wrong, where the shape of the response is not certain. Any of the keys may be missing."""

    message: str | MISSING = MISSING
    """What went wrong, in words."""
    success: bool | MISSING = MISSING
    """Whether the call succeeded."""
    error: str | MISSING = MISSING
    """What went wrong, in words. Where this key is documented, it is deprecated in favor of `message`."""
