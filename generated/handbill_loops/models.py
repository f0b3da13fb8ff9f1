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
    """Identifies the campaign."""
    name: str
    """Names the campaign."""
    status: CampaignStatus
    """Tells where the campaign stands."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time at which the campaign was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """Identifies the email message that the campaign sends."""
    campaign_group_id: Annotated[str | None, Field(alias="campaignGroupId")]
    """Identifies the group that holds the campaign."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list that receives the campaign. Null means that none is set."""
    audience_segment_id: Annotated[str | None, Field(alias="audienceSegmentId")]
    """Identifies the segment that receives the campaign. Null means that none is set."""
    audience_filter: Annotated[AudienceFilter | None, Field(alias="audienceFilter")]
    """Holds the campaign's own filter on contacts. Null means that none is set."""
    scheduling: Scheduling
    """Tells when the campaign goes out."""
    url: str | MISSING = MISSING
    """Leads to the campaign within the Loops app. The field is recent and may be missing."""


class CreatedCampaign(Model):
    """A campaign just after it was created. It is a campaign plus the first revision of its email
    message, which no other response of a campaign carries.
    """

    id: str
    """Identifies the campaign."""
    name: str
    """Names the campaign."""
    status: Literal["Draft"] | str
    """Tells where the campaign stands. A new campaign is a draft."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time at which the campaign was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """Identifies the empty email message created with the campaign."""
    email_message_content_revision_id: Annotated[str | None, Field(alias="emailMessageContentRevisionId")]
    """Identifies the first revision of the content of that email message. The first write to the
    message sends it as `expected_revision_id`.
    """
    campaign_group_id: Annotated[str | None, Field(alias="campaignGroupId")]
    """Identifies the group that holds the campaign."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list that receives the campaign. Null means that none is set."""
    audience_segment_id: Annotated[str | None, Field(alias="audienceSegmentId")]
    """Identifies the segment that receives the campaign. Null means that none is set."""
    audience_filter: Annotated[AudienceFilter | None, Field(alias="audienceFilter")]
    """Holds the campaign's own filter on contacts. Null means that none is set."""
    scheduling: Scheduling
    """Tells when the campaign goes out."""
    url: str | MISSING = MISSING
    """Leads to the campaign within the Loops app. The field is recent and may be missing."""


class CampaignCreate(Model):
    """A campaign to be created."""

    name: str
    """Names the campaign."""
    campaign_group_id: Annotated[str | MISSING, Field(alias="campaignGroupId")] = MISSING
    """Identifies the group to put the campaign in. Without it, the campaign joins the default group of
    the team.
    """
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """Identifies the mailing list that is to receive the campaign."""
    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """Identifies the segment to send to. It may stand next to `audience_filter`, which then narrows
    the segment down.
    """
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """Describes the contacts to send to. It may stand next to `audience_segment_id`, and then picks
    contacts from within that segment.
    """
    scheduling: SchedulingRequest | MISSING = MISSING
    """Says when to send. The documentation names no default."""


class CampaignUpdate(Model):
    """The fields of a campaign to change. An empty object is refused. A field that is left out is
    understood to keep its value. At least 1 member.
    """

    name: str | MISSING = MISSING
    """Gives the campaign another name."""
    campaign_group_id: Annotated[str | MISSING, Field(alias="campaignGroupId")] = MISSING
    """Identifies the group to move the campaign to."""
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """Identifies the mailing list that is to receive the campaign. Null is understood to leave the
    campaign without one.
    """
    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """Identifies the segment to send to. Sent without `audience_filter`, it removes a filter set
    earlier; sent with it, the filter narrows the segment down. Null is understood to leave the
    campaign without a segment.
    """
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """Describes the contacts to send to. Sent without `audience_segment_id`, it removes a segment set
    earlier; sent with it, the filter picks contacts from within that segment. Null is understood to
    leave the campaign without a filter.
    """
    scheduling: SchedulingRequest | MISSING = MISSING
    """Says when to send. It does not change the status of the campaign by itself."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class CampaignList(Model):
    """One page of campaigns."""

    pagination: Pagination
    data: list[Campaign]
    """Holds the campaigns of this page."""


CampaignStatus: TypeAlias = Literal["Draft", "Scheduled", "Sending", "Sent"] | str
"""The stage of a campaign between being written and having been sent."""


class Scheduling(Model):
    """The send time of a campaign as Loops returns it."""

    method: Literal["now", "schedule"] | str
    """Tells sending at once from sending at a set time."""
    timestamp: DateTime | None
    """Gives the set time, in UTC. It is null when the method is `now`."""


class ScheduleNow(Model):
    """The request to send at once. This form takes no timestamp."""

    method: Literal["now"]
    """Marks this form."""


class ScheduleAt(Model):
    """The request to send at a set time."""

    method: Literal["schedule"]
    """Marks this form."""
    timestamp: DateTime
    """Gives the set time. It must lie in the future; how far ahead is not documented."""


SchedulingRequest: TypeAlias = Annotated[ScheduleNow | ScheduleAt, Field(discriminator="method")]
"""The send time asked for. The method tells the two forms apart."""


class EngagementMetrics(Model):
    """Counts of what became of the emails sent, over all time. They count sends, not persons."""

    sends: int
    """Counts the emails sent."""
    opens: int
    """Counts the emails that were opened. An email opened often counts once."""
    clicks: int
    """Counts the emails in which a link was clicked."""
    unsubscribes: int
    """Counts the unsubscribes."""
    spam_reports: Annotated[int, Field(alias="spamReports")]
    """Counts the emails that were reported as spam."""
    hard_bounces: Annotated[int, Field(alias="hardBounces")]
    """Counts the hard bounces."""
    soft_bounces: Annotated[int, Field(alias="softBounces")]
    """Counts the soft bounces."""


class EmailMessage(Model):
    """The content of an email as Loops returns it. A message has at most one of `campaign_id` and
    `transactional_id`.
    """

    id: str
    """Identifies the email message."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign that owns the message. Other messages go without it."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """Identifies the transactional email that owns the message. Other messages go without it."""
    subject: str
    """Holds the subject line."""
    preview_text: Annotated[str, Field(alias="previewText")]
    """Holds the text that mail clients show next to the subject."""
    from_name: Annotated[str, Field(alias="fromName")]
    """Names the sender."""
    from_email: Annotated[str, Field(alias="fromEmail")]
    """Holds the sender's address up to the @. The sending domain of the team completes it."""
    reply_to_email: Annotated[str, Field(alias="replyToEmail")]
    """Holds the address that replies go to."""
    cc_email: Annotated[str | MISSING, Field(alias="ccEmail")] = MISSING
    """Holds the address of a copy. It is missing where none is set."""
    bcc_email: Annotated[str | MISSING, Field(alias="bccEmail")] = MISSING
    """Holds the address of a blind copy. It is missing where none is set."""
    language_code: Annotated[str | MISSING, Field(alias="languageCode")] = MISSING
    """Holds the language as an ISO 639-1 code. It is missing where none is set."""
    email_format: Annotated[EmailFormat, Field(alias="emailFormat")]
    """Tells how the message is rendered."""
    lmx: str
    """Holds the body as LMX."""
    content_revision_id: Annotated[str | None, Field(alias="contentRevisionId")]
    """Identifies the present revision of the content. The next update sends it as
    `expected_revision_id`.
    """
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""
    contact_properties_fallbacks: Annotated[dict[str, str] | MISSING, Field(alias="contactPropertiesFallbacks")] = (
        MISSING
    )
    """Maps contact properties to what stands in for an empty one. It is missing where none is set."""
    event_properties_fallbacks: Annotated[dict[str, str] | MISSING, Field(alias="eventPropertiesFallbacks")] = MISSING
    """Maps event properties to what stands in for an empty one. It is missing where none is set."""
    data_variables_fallbacks: Annotated[dict[str, str] | MISSING, Field(alias="dataVariablesFallbacks")] = MISSING
    """Maps data variables to what stands in for an empty one. It is missing where none is set."""
    warnings: list[LmxWarning] | MISSING = MISSING
    """Lists remarks on the LMX just written. Only the response to an update has it, and not each time."""


EmailFormat: TypeAlias = Literal["styled", "plain"] | str
"""The way in which an email is rendered."""


class LmxWarning(Model):
    """A remark on LMX that compiles all the same."""

    rule: str
    """Names the rule that the LMX does not follow."""
    severity: Literal["warning"] | str
    """Tells how much it matters. One word is documented."""
    message: str
    """Says in words what was found."""
    path: str | MISSING = MISSING
    """Tells where in the LMX it was found."""


class EmailMessageUpdate(Model):
    """The fields of an email message to change. A field that is left out is understood to keep its
    value.
    """

    expected_revision_id: Annotated[str | MISSING, Field(alias="expectedRevisionId")] = MISSING
    """Identifies the revision that the change builds on: the last `content_revision_id` read, or the
    `email_message_content_revision_id` of a new campaign. A revision that is out of date leads to
    409. Sending it is recommended.
    """
    subject: str | MISSING = MISSING
    """Holds the subject line."""
    preview_text: Annotated[str | MISSING, Field(alias="previewText")] = MISSING
    """Holds the text that mail clients show next to the subject."""
    from_name: Annotated[str | MISSING, Field(alias="fromName")] = MISSING
    """Names the sender."""
    from_email: Annotated[str | MISSING, Field(alias="fromEmail")] = MISSING
    """Holds the sender's address up to the @. Loops adds the sending domain of the team."""
    reply_to_email: Annotated[str | MISSING, Field(alias="replyToEmail")] = MISSING
    """Holds the address that replies go to. It is a valid address or an empty string."""
    cc_email: Annotated[str | MISSING, Field(alias="ccEmail")] = MISSING
    """Holds the address of a copy. Copies must be enabled for the team, and emails of campaigns are
    reported to take none.
    """
    bcc_email: Annotated[str | MISSING, Field(alias="bccEmail")] = MISSING
    """Holds the address of a blind copy. Copies must be enabled for the team, and emails of campaigns
    are reported to take none.
    """
    language_code: Annotated[str | MISSING, Field(alias="languageCode")] = MISSING
    """Holds the language as an ISO 639-1 code."""
    email_format: Annotated[EmailFormat | MISSING, Field(alias="emailFormat")] = MISSING
    """Says how to render the message."""
    lmx: str | MISSING = MISSING
    """Holds the body as LMX, at most 100 KB. Styles stand inside of it, in the `<Style />` tag."""
    contact_properties_fallbacks: Annotated[
        dict[str, str | None] | MISSING, Field(alias="contactPropertiesFallbacks")
    ] = MISSING
    """Maps contact properties to what stands in for an empty one. It is merged key by key."""
    event_properties_fallbacks: Annotated[dict[str, str | None] | MISSING, Field(alias="eventPropertiesFallbacks")] = (
        MISSING
    )
    """Maps event properties to what stands in for an empty one. It is merged key by key."""
    data_variables_fallbacks: Annotated[dict[str, str | None] | MISSING, Field(alias="dataVariablesFallbacks")] = (
        MISSING
    )
    """Maps data variables to what stands in for an empty one. It is merged key by key."""


class EmailMessagePreview(Model):
    """The recipients of a preview, and the values to render it with."""

    emails: Annotated[list[str], Field(min_length=1)]
    """Lists the addresses to send to. The largest number is not documented. At least 1 item."""
    contact_properties: Annotated[dict[str, str] | MISSING, Field(alias="contactProperties")] = MISSING
    """Maps contact properties to values. Messages of campaigns and workflows accept it."""
    event_properties: Annotated[dict[str, str] | MISSING, Field(alias="eventProperties")] = MISSING
    """Maps event properties to values. Messages of workflows accept it."""
    data_variables: Annotated[dict[str, str] | MISSING, Field(alias="dataVariables")] = MISSING
    """Maps data variables to values. Messages of transactional emails accept it."""


class SentPreview(Model):
    """A preview that was accepted."""

    id: str
    """Identifies the email message that the preview shows."""


class GuardianReport(Model):
    """What the Guardian checks found in an email message."""

    errors: list[GuardianRule]
    """Lists what has to be mended before the email can be published."""
    warnings: list[GuardianRule]
    """Lists what could be better."""


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
    """Names the rule."""
    title: str
    """Says in a few words what is wrong."""
    description: str
    """Says why it matters."""
    items: list[GuardianItem]
    """Lists the places in the email message that break the rule."""


class GuardianItem(Model):
    """A place in an email message that breaks a rule."""

    label: str
    """Shows the place as a reader sees it, such as the text of a link."""
    code_name: Annotated[str | MISSING, Field(alias="codeName")] = MISSING
    """Names the property or variable concerned, where there is one."""


class CampaignGroup(Model):
    """A campaign group as Loops returns it."""

    id: str
    """Identifies the campaign group."""
    name: str
    """Names the campaign group."""
    description: str
    """Says what the group is for. It may be an empty string."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time at which the group was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""


class CampaignGroupCreate(Model):
    """A campaign group to be created."""

    name: str
    """Names the campaign group. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """Says what the group is for."""


class CampaignGroupUpdate(Model):
    """The fields of a campaign group to change. At least one is required. At least 1 member."""

    name: str | MISSING = MISSING
    """Gives the group another name. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """Says what the group is for."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class CampaignGroupList(Model):
    """One page of campaign groups."""

    pagination: Pagination
    data: list[CampaignGroup]
    """Holds the campaign groups of this page."""


class AudienceSegment(Model):
    """A saved filter on contacts as Loops returns it."""

    id: str
    """Identifies the segment."""
    name: str
    """Names the segment."""
    description: str | None
    """Says whom the segment holds. Null means that nothing is said."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time at which the segment was created, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""
    filter: AudienceFilter | None
    """Holds the conditions. When it is null is not documented."""


class AudienceSegmentCreate(Model):
    """A segment to be created."""

    name: Annotated[str, Field(max_length=255)]
    """Names the segment. No other segment of the team may have the name. At most 255 characters."""
    description: Annotated[str | MISSING, Field(max_length=1000)] = MISSING
    """Says whom the segment holds. At most 1000 characters."""
    filter: AudienceFilter
    """Holds the conditions. It cannot be null here."""


class AudienceSegmentList(Model):
    """One page of segments."""

    pagination: Pagination
    data: list[AudienceSegment]
    """Holds the segments of this page."""


class AudienceFilter(Model):
    """Conditions that pick contacts. The list is flat; conditions do not nest."""

    match: Literal["all", "any"] | str
    """Says whether a contact must meet all conditions or any one of them."""
    conditions: list[AudienceCondition]
    """Lists the conditions, at least one. Loops also sets an upper limit, without naming it. At least
    1 item.
    """


class PropertyCondition(Model):
    """A comparison with a property of the contact."""

    type: Literal["property"]
    """Marks a condition on a property."""
    key: str
    """Names the contact property."""
    operator: PropertyOperator
    """Says how to compare."""
    value: str | int | float | DateRange | dict[str, Any] | MISSING = MISSING
    """Holds what to compare with. A range goes with `between` only. Operators that need nothing to
    compare with, such as `isTrue` and `empty`, go without it.
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
    """Gives the start of the range."""
    to: DateTime
    """Gives the end of the range."""


class OptInCondition(Model):
    """A check of how far the contact got with double opt-in."""

    type: Literal["optIn"]
    """Marks a condition on double opt-in."""
    status: Literal["accepted", "pending", "rejected"] | str | None
    """Names the state to look for. Null is a state of its own and must be written out."""


class ActivityCondition(Model):
    """A check of what the contact did with an earlier email."""

    type: Literal["activity"]
    """Marks a condition on activity."""
    action: Literal["sent", "opened", "clicked"] | str
    """Says what happened with the email."""
    negate: bool
    """Turns the condition round; true picks the contacts for whom it did not happen."""
    target: Literal["campaign", "workflow", "workflowEmail"] | str
    """Says what kind of thing `id` identifies."""
    id: str
    """Identifies the campaign, the workflow or the workflow email."""


AudienceCondition: TypeAlias = PropertyCondition | OptInCondition | ActivityCondition | dict[str, Any]
"""One condition on a contact. The type tells the three kinds apart."""


class MailingList(Model):
    """A list that contacts subscribe to."""

    id: str
    """Identifies the mailing list."""
    name: str
    """Names the mailing list."""
    description: str | None
    """Says what the list is about. Null means that nothing is said."""
    is_public: Annotated[bool, Field(alias="isPublic")]
    """Tells a public list from a private one."""


MailingListSubscriptions: TypeAlias = dict[str, bool]
"""Subscriptions to mailing lists. A key is the ID of a list; true subscribes the contact to it, false
takes the contact off it.
"""


class Contact(Model):
    """A contact as Loops returns it. Keys that are not listed are custom contact properties."""

    id: str | MISSING = MISSING
    """Identifies the contact."""
    email: str | MISSING = MISSING
    """Holds the email address of the contact."""
    first_name: Annotated[str | None | MISSING, Field(alias="firstName")] = MISSING
    """Holds the first name."""
    last_name: Annotated[str | None | MISSING, Field(alias="lastName")] = MISSING
    """Holds the last name."""
    source: str | MISSING = MISSING
    """Tells where the contact came from. It is `API` where nothing else was given."""
    subscribed: bool | MISSING = MISSING
    """Tells whether the contact gets emails of campaigns and workflows."""
    user_group: Annotated[str | MISSING, Field(alias="userGroup")] = MISSING
    """Names the user group of the contact."""
    user_id: Annotated[str | None | MISSING, Field(alias="userId")] = MISSING
    """Holds the user ID that the team gave the contact."""
    mailing_lists: Annotated[dict[str, bool] | MISSING, Field(alias="mailingLists")] = MISSING
    """Maps the IDs of the lists that the contact is on to true. Other lists are missing."""
    opt_in_status: Annotated[
        Literal["accepted", "pending", "rejected"] | str | None | MISSING, Field(alias="optInStatus")
    ] = MISSING
    """Tells how far the contact got with double opt-in. It is null where the contact came in another
    way than by a form that asks for it.
    """


class ContactCreate(Model):
    """A contact to be created. Keys that are not listed set custom contact properties; dates are
    written as strings.
    """

    email: str
    """Holds the email address of the contact."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """Holds the first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """Holds the last name."""
    source: str | MISSING = MISSING
    """Tells where the contact came from, in place of `API`."""
    subscribed: bool | MISSING = MISSING
    """Says whether the contact gets emails of campaigns and workflows. The server's default is `true`."""
    user_group: Annotated[str | MISSING, Field(alias="userGroup")] = MISSING
    """Names the user group of the contact."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """Gives the contact a user ID, unique within the team."""
    mailing_lists: Annotated[MailingListSubscriptions | MISSING, Field(alias="mailingLists")] = MISSING
    """Subscribes the contact to mailing lists, or takes it off them."""


class ContactUpdate(Model):
    """A contact to be changed or created. At least one of `email` and `user_id` is required. Keys that
    are not listed set custom contact properties; dates are written as strings.
    """

    email: str | MISSING = MISSING
    """Identifies the contact, or gives the contact with the user ID another email address."""
    first_name: Annotated[str | MISSING, Field(alias="firstName")] = MISSING
    """Holds the first name."""
    last_name: Annotated[str | MISSING, Field(alias="lastName")] = MISSING
    """Holds the last name."""
    source: str | MISSING = MISSING
    """Tells where the contact came from, in place of `API`."""
    subscribed: bool | MISSING = MISSING
    """Says whether the contact gets emails of campaigns and workflows. Sending it on every update is
    advised against, because it undoes what the contact chose.
    """
    user_group: Annotated[str | MISSING, Field(alias="userGroup")] = MISSING
    """Names the user group of the contact."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """Identifies the contact, or gives the contact with the email address another user ID."""
    mailing_lists: Annotated[MailingListSubscriptions | MISSING, Field(alias="mailingLists")] = MISSING
    """Subscribes the contact to mailing lists, or takes it off them."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.email is MISSING and self.user_id is MISSING:
            raise ValueError("email or user_id must be given")
        return self


class SavedContact(Model):
    """The outcome of creating or changing a contact."""

    success: bool
    """Says whether the call succeeded."""
    id: str
    """Identifies the contact."""


class ContactDelete(Model):
    """The identifier of a contact to be deleted. Exactly one of `email` and `user_id` is required."""

    email: str | MISSING = MISSING
    """Identifies the contact by its email address."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """Identifies the contact by the user ID that the team gave it."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if [self.email is not MISSING, self.user_id is not MISSING].count(True) != 1:
            raise ValueError("exactly one of email and user_id must be given")
        return self


class ContactDeletion(Model):
    """The outcome of deleting a contact."""

    success: bool
    """Says whether the call succeeded."""
    message: str
    """Says in words what was done."""


class ContactSuppression(Model):
    """The suppression of a contact."""

    contact: SuppressedContact
    is_suppressed: Annotated[bool, Field(alias="isSuppressed")]
    """Tells whether the contact is on the suppression list."""
    removal_quota: Annotated[RemovalQuota, Field(alias="removalQuota")]


class SuppressedContact(Model):
    """The contact that a suppression is about, whether it is suppressed or not."""

    id: str
    """Identifies the contact."""
    email: str
    """Holds the email address of the contact."""
    user_id: Annotated[str | None, Field(alias="userId")]
    """Holds the user ID that the team gave the contact."""


class RemovalQuota(Model):
    """How many contacts the team may take off the suppression list."""

    limit: int | float
    """Counts the removals that 30 days allow."""
    remaining: int | float
    """Counts the removals that are left."""


class SuppressionRemoval(Model):
    """The outcome of taking a contact off the suppression list."""

    success: bool
    """Says whether the call succeeded."""
    message: str
    """Says in words what was done."""
    removal_quota: Annotated[RemovalQuota, Field(alias="removalQuota")]


class ContactProperty(Model):
    """A contact property as Loops returns it."""

    key: str
    """Names the property as requests do."""
    label: str
    """Names the property as the Loops app does."""
    type: PropertyType
    """Tells what values the property takes."""


class ContactPropertyCreate(Model):
    """A contact property to be created."""

    name: str
    """Names the property, in camelCase. It is read back as `key`."""
    type: PropertyType
    """Says what values the property takes."""


PropertyType: TypeAlias = Literal["string", "number", "boolean", "date"] | str
"""The kind of values that a property takes."""


class EventSend(Model):
    """An event to be sent. At least one of `email` and `user_id` is required. Keys that are not listed
    set contact properties.
    """

    email: str | MISSING = MISSING
    """Identifies the contact by its email address."""
    user_id: Annotated[str | MISSING, Field(alias="userId")] = MISSING
    """Identifies the contact by the user ID that the team gave it."""
    event_name: Annotated[str, Field(alias="eventName")]
    """Names the event, exactly as in Loops."""
    event_properties: Annotated[dict[str, Any] | MISSING, Field(alias="eventProperties")] = MISSING
    """Holds data for the emails that the event leads to. Strings, numbers, booleans and dates are
    documented as values.
    """
    mailing_lists: Annotated[MailingListSubscriptions | MISSING, Field(alias="mailingLists")] = MISSING
    """Subscribes the contact to mailing lists, or takes it off them."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.email is MISSING and self.user_id is MISSING:
            raise ValueError("email or user_id must be given")
        return self


class SuccessResponse(Model):
    """The outcome of a call that returns nothing else."""

    success: bool
    """Says whether the call succeeded."""


class EventPattern(Model):
    """An event pattern is an event name that Loops knows, with the properties that come along with it."""

    id: str
    """Identifies the event pattern."""
    event_name: Annotated[str, Field(alias="eventName")]
    """Names the event, letter for letter."""
    event_properties: Annotated[list[EventProperty], Field(alias="eventProperties")]
    """Lists the properties that emails can use."""
    incoming_webhook_platform: Annotated[IncomingWebhookPlatform | None, Field(alias="incomingWebhookPlatform")]
    """Names the platform whose incoming webhook brings the event. Null for events of the team's own."""


class EventProperty(Model):
    """An event property is a value that an event brings along."""

    name: str
    """Names the property."""
    type: PropertyType
    """Says which kind of value the property has."""


class EventPatternSummary(Model):
    """An event pattern in a listing goes without its properties."""

    id: str
    """Identifies the event pattern."""
    event_name: Annotated[str, Field(alias="eventName")]
    """Names the event, letter for letter."""
    incoming_webhook_platform: Annotated[IncomingWebhookPlatform | None, Field(alias="incomingWebhookPlatform")]
    """Names the platform whose incoming webhook brings the event. Null for events of the team's own."""


IncomingWebhookPlatform: TypeAlias = Literal["clerk", "polar", "stripe", "supabase"] | str
"""A platform whose incoming webhooks bring events to Loops."""


class EventPatternList(Model):
    """A page of event patterns."""

    pagination: Pagination
    """Says where this page stands in the whole listing."""
    data: list[EventPatternSummary]
    """Holds the event patterns of this page."""


class TransactionalEmail(Model):
    """A transactional email is sent to one recipient at a time. It may have a draft, a published
    version, or both.
    """

    id: str
    """Identifies the transactional email. Other calls name it `transactional_id`."""
    name: str
    """Names the transactional email."""
    draft_email_message_id: Annotated[str | None, Field(alias="draftEmailMessageId")]
    """Identifies the email message of the draft. Null if there is no draft."""
    published_email_message_id: Annotated[str | None, Field(alias="publishedEmailMessageId")]
    """Identifies the email message of the published version. Null if there is none."""
    transactional_group_id: Annotated[str | None, Field(alias="transactionalGroupId")]
    """Identifies the group."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time when the transactional email was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""
    data_variables: Annotated[list[str], Field(alias="dataVariables")]
    """Lists the data variables of the published version. Empty if there is none."""
    url: str | MISSING = MISSING
    """Gives the address in the Loops app. The field is recent and may be missing."""


class TransactionalEmailDraft(Model):
    """A transactional email with its draft. It is a transactional email plus the revision of the
    draft, which no other response carries.
    """

    id: str
    """Identifies the transactional email. Other calls name it `transactional_id`."""
    name: str
    """Names the transactional email."""
    draft_email_message_id: Annotated[str | None, Field(alias="draftEmailMessageId")]
    """Identifies the email message of the draft. Null if there is no draft."""
    draft_email_message_content_revision_id: Annotated[str | None, Field(alias="draftEmailMessageContentRevisionId")]
    """Gives the revision of the draft. The first write to the draft sends it as
    `expected_revision_id`.
    """
    published_email_message_id: Annotated[str | None, Field(alias="publishedEmailMessageId")]
    """Identifies the email message of the published version. Null if there is none."""
    transactional_group_id: Annotated[str | None | MISSING, Field(alias="transactionalGroupId")] = MISSING
    """Identifies the group."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time when the transactional email was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""
    data_variables: Annotated[list[str], Field(alias="dataVariables")]
    """Lists the data variables of the published version. Empty if there is none."""
    url: str | MISSING = MISSING
    """Gives the address in the Loops app. The field is recent and may be missing."""


class TransactionalEmailCreate(Model):
    """A transactional email to be made."""

    name: str
    """Names the transactional email."""
    transactional_group_id: Annotated[str | MISSING, Field(alias="transactionalGroupId")] = MISSING
    """Picks the group. Without it, the email joins the default group of the team."""


class TransactionalEmailUpdate(Model):
    """The fields of a transactional email to change, at least one of them. At least 1 member."""

    name: str | MISSING = MISSING
    """Names the transactional email from now on."""
    transactional_group_id: Annotated[str | MISSING, Field(alias="transactionalGroupId")] = MISSING
    """Picks the group to move the transactional email to."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class TransactionalEmailList(Model):
    """A page of transactional emails."""

    pagination: Pagination
    """Says where this page stands in the whole listing."""
    data: list[TransactionalEmail]
    """Holds the transactional emails of this page."""


class PublishedTransactionalEmail(Model):
    """A transactional email as the deprecated listing gives it."""

    id: str
    """Identifies the transactional email. Other calls name it `transactional_id`."""
    name: str
    """Names the transactional email."""
    last_updated: Annotated[DateTime, Field(alias="lastUpdated")]
    """Gives the time of the last change, in UTC."""
    data_variables: Annotated[list[Any], Field(alias="dataVariables")]
    """Lists the names of the data variables."""


class PublishedTransactionalEmailList(Model):
    """A page of published transactional emails."""

    pagination: Pagination | MISSING = MISSING
    """Says where this page stands in the whole listing."""
    data: list[PublishedTransactionalEmail] | MISSING = MISSING
    """Holds the transactional emails of this page."""


class TransactionalEmailSend(Model):
    """A transactional email to be sent to one recipient."""

    email: str
    """Gives the address of the recipient."""
    transactional_id: Annotated[str, Field(alias="transactionalId")]
    """Identifies the transactional email."""
    add_to_audience: Annotated[bool | MISSING, Field(alias="addToAudience")] = MISSING
    """Says whether the recipient becomes a contact, if no contact has the address yet. The server's
    default is `false`.
    """
    data_variables: Annotated[dict[str, str | int | float | list[Any]] | MISSING, Field(alias="dataVariables")] = (
        MISSING
    )
    """Holds the values of the data variables by their names: strings, numbers, or arrays for variables
    that repeat a block. An optional variable can be empty or missing.
    """
    attachments: list[Attachment] | MISSING = MISSING
    """Lists the files to send along. The support of Loops has to enable attachments first."""


class Attachment(Model):
    """An attachment is a file that goes along with an email."""

    filename: str
    """Names the file, as the recipient sees it."""
    content_type: Annotated[str, Field(alias="contentType")]
    """Gives the MIME type of the file."""
    data: str
    """Holds the file in base64."""


class TransactionalEmailFailure(Model):
    """A failure tells why a transactional email was not sent. Only two keys are there in any case."""

    success: bool
    """Tells whether the call succeeded, so it is false here."""
    message: str
    """Says in words what went wrong."""
    path: str | MISSING = MISSING
    """Names the field of the body that is at fault."""
    error: TransactionalEmailFailureDetail | MISSING = MISSING
    """Says more. It is always there where the transactional email does not exist."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """Identifies the transactional email."""


class TransactionalEmailFailureDetail(Model):
    """The detail of a failure names the field at fault."""

    path: str | MISSING = MISSING
    """Names the field of the body that is at fault."""
    message: str | MISSING = MISSING
    """Says in words what went wrong."""
    reason: str | MISSING = MISSING
    """Says in words what went wrong, in the shape that has no message here."""


class DeliveryMetrics(Model):
    """Counts of sends. Transactional emails track neither opens nor clicks."""

    sends: int
    """Counts the sends."""
    deliveries: int
    """Counts the sends that were delivered."""
    spam_reports: Annotated[int, Field(alias="spamReports")]
    """Counts the sends that were reported as spam."""
    hard_bounces: Annotated[int, Field(alias="hardBounces")]
    """Counts the sends that bounced for good."""
    soft_bounces: Annotated[int, Field(alias="softBounces")]
    """Counts the sends that bounced for now."""


class TransactionalGroup(Model):
    """A transactional group keeps transactional emails in order."""

    id: str
    """Identifies the group."""
    name: str
    """Names the group."""
    description: str
    """Describes the group. It may be empty."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time when the group was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""


class TransactionalGroupCreate(Model):
    """A transactional group to be made."""

    name: str
    """Names the group. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """Describes the group."""


class TransactionalGroupUpdate(Model):
    """The fields of a transactional group to change, at least one of them. At least 1 member."""

    name: str | MISSING = MISSING
    """Names the group from now on. `Unsorted` is reserved."""
    description: str | MISSING = MISSING
    """Describes the group from now on."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class TransactionalGroupList(Model):
    """A page of transactional groups."""

    pagination: Pagination
    """Says where this page stands in the whole listing."""
    data: list[TransactionalGroup]
    """Holds the groups of this page."""


class Theme(Model):
    """A theme is a set of styles that emails share."""

    id: str
    """Identifies the theme."""
    name: str
    """Names the theme."""
    styles: ThemeStyles
    """Holds the styles."""
    is_default: Annotated[bool, Field(alias="isDefault")]
    """Tells whether this is the default theme of the team."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time when the theme was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""


class UpdatedTheme(Model):
    """A theme after a change, with the number of emails that the change reached."""

    id: str
    """Identifies the theme."""
    name: str
    """Names the theme."""
    styles: ThemeStyles
    """Holds the styles."""
    is_default: Annotated[bool, Field(alias="isDefault")]
    """Tells whether this is the default theme of the team."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time when the theme was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""
    affected_email_count: Annotated[int | float, Field(alias="affectedEmailCount")]
    """Counts the emails that the change reached; 0 if only the name changed."""


class ThemeCreate(Model):
    """A theme to be made."""

    name: str
    """Names the theme."""
    styles: ThemeStyles | MISSING = MISSING
    """Holds the styles."""


class ThemeUpdate(Model):
    """The fields of a theme to change. At least one of `name` and `styles` has to be there."""

    name: str | MISSING = MISSING
    """Names the theme from now on."""
    styles: ThemeStyles | MISSING = MISSING
    """Holds the styles to change."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.name is MISSING and self.styles is MISSING:
            raise ValueError("name or styles must be given")
        return self


class ThemeList(Model):
    """A page of themes."""

    pagination: Pagination
    """Says where this page stands in the whole listing."""
    data: list[Theme]
    """Holds the themes of this page."""


class ThemeStyles(Model):
    """Styles of a theme, under the names that the LMX tag `<Style />` has for them. Any of them may be
    missing. No units and no limits are documented.
    """

    background_color: Annotated[str | MISSING, Field(alias="backgroundColor")] = MISSING
    """Sets the color around the body of the email."""
    background_x_padding: Annotated[int | float | MISSING, Field(alias="backgroundXPadding")] = MISSING
    """Sets the space left and right of the body."""
    background_y_padding: Annotated[int | float | MISSING, Field(alias="backgroundYPadding")] = MISSING
    """Sets the space above and below the body."""
    body_color: Annotated[str | MISSING, Field(alias="bodyColor")] = MISSING
    """Sets the color behind the body."""
    body_x_padding: Annotated[int | float | MISSING, Field(alias="bodyXPadding")] = MISSING
    """Sets the space inside the body, left and right."""
    body_y_padding: Annotated[int | float | MISSING, Field(alias="bodyYPadding")] = MISSING
    """Sets the space inside the body, above and below."""
    body_font_family: Annotated[str | MISSING, Field(alias="bodyFontFamily")] = MISSING
    """Names the font."""
    body_font_category: Annotated[str | MISSING, Field(alias="bodyFontCategory")] = MISSING
    """Names the kind of font to fall back to."""
    border_color: Annotated[str | MISSING, Field(alias="borderColor")] = MISSING
    """Sets the color of the border around the body."""
    border_width: Annotated[int | float | MISSING, Field(alias="borderWidth")] = MISSING
    """Sets the width of the border around the body."""
    border_radius: Annotated[int | float | MISSING, Field(alias="borderRadius")] = MISSING
    """Sets how round the corners of the body are."""
    button_body_color: Annotated[str | MISSING, Field(alias="buttonBodyColor")] = MISSING
    """Sets the color of buttons."""
    button_body_x_padding: Annotated[int | float | MISSING, Field(alias="buttonBodyXPadding")] = MISSING
    """Sets the space inside buttons, left and right."""
    button_body_y_padding: Annotated[int | float | MISSING, Field(alias="buttonBodyYPadding")] = MISSING
    """Sets the space inside buttons, above and below."""
    button_border_color: Annotated[str | MISSING, Field(alias="buttonBorderColor")] = MISSING
    """Sets the color of the border around buttons."""
    button_border_width: Annotated[int | float | MISSING, Field(alias="buttonBorderWidth")] = MISSING
    """Sets the width of the border around buttons."""
    button_border_radius: Annotated[int | float | MISSING, Field(alias="buttonBorderRadius")] = MISSING
    """Sets how round the corners of buttons are."""
    button_text_color: Annotated[str | MISSING, Field(alias="buttonTextColor")] = MISSING
    """Sets the color of the text in buttons."""
    button_text_format: Annotated[int | float | MISSING, Field(alias="buttonTextFormat")] = MISSING
    """Sets the format of the text in buttons. What the numbers mean is not documented."""
    button_text_font_size: Annotated[int | float | MISSING, Field(alias="buttonTextFontSize")] = MISSING
    """Sets the size of the text in buttons."""
    divider_color: Annotated[str | MISSING, Field(alias="dividerColor")] = MISSING
    """Sets the color of dividers."""
    divider_border_width: Annotated[int | float | MISSING, Field(alias="dividerBorderWidth")] = MISSING
    """Sets the width of dividers."""
    text_base_color: Annotated[str | MISSING, Field(alias="textBaseColor")] = MISSING
    """Sets the color of text."""
    text_base_font_size: Annotated[int | float | MISSING, Field(alias="textBaseFontSize")] = MISSING
    """Sets the size of text."""
    text_base_line_height: Annotated[int | float | MISSING, Field(alias="textBaseLineHeight")] = MISSING
    """Sets the height of the lines of text."""
    text_base_letter_spacing: Annotated[int | float | MISSING, Field(alias="textBaseLetterSpacing")] = MISSING
    """Sets the space between the letters of text."""
    text_link_color: Annotated[str | MISSING, Field(alias="textLinkColor")] = MISSING
    """Sets the color of links."""
    heading_1_color: Annotated[str | MISSING, Field(alias="heading1Color")] = MISSING
    """Sets the color of first-level headings."""
    heading_1_font_size: Annotated[int | float | MISSING, Field(alias="heading1FontSize")] = MISSING
    """Sets the size of first-level headings."""
    heading_1_line_height: Annotated[int | float | MISSING, Field(alias="heading1LineHeight")] = MISSING
    """Sets the height of the lines of first-level headings."""
    heading_1_letter_spacing: Annotated[int | float | MISSING, Field(alias="heading1LetterSpacing")] = MISSING
    """Sets the space between the letters of first-level headings."""
    heading_2_color: Annotated[str | MISSING, Field(alias="heading2Color")] = MISSING
    """Sets the color of second-level headings."""
    heading_2_font_size: Annotated[int | float | MISSING, Field(alias="heading2FontSize")] = MISSING
    """Sets the size of second-level headings."""
    heading_2_line_height: Annotated[int | float | MISSING, Field(alias="heading2LineHeight")] = MISSING
    """Sets the height of the lines of second-level headings."""
    heading_2_letter_spacing: Annotated[int | float | MISSING, Field(alias="heading2LetterSpacing")] = MISSING
    """Sets the space between the letters of second-level headings."""
    heading_3_color: Annotated[str | MISSING, Field(alias="heading3Color")] = MISSING
    """Sets the color of third-level headings."""
    heading_3_font_size: Annotated[int | float | MISSING, Field(alias="heading3FontSize")] = MISSING
    """Sets the size of third-level headings."""
    heading_3_line_height: Annotated[int | float | MISSING, Field(alias="heading3LineHeight")] = MISSING
    """Sets the height of the lines of third-level headings."""
    heading_3_letter_spacing: Annotated[int | float | MISSING, Field(alias="heading3LetterSpacing")] = MISSING
    """Sets the space between the letters of third-level headings."""


class Component(Model):
    """A component is a piece of LMX that emails share."""

    id: str
    """Identifies the component."""
    name: str
    """Names the component."""
    lmx: str
    """Holds the component as LMX."""


class UpdatedComponent(Model):
    """A component after a change, with the number of emails that the change reached."""

    id: str
    """Identifies the component."""
    name: str
    """Names the component."""
    lmx: str
    """Holds the component as LMX."""
    affected_email_count: Annotated[int | float, Field(alias="affectedEmailCount")]
    """Counts the emails that the change reached; 0 if only the name changed."""


class ComponentCreate(Model):
    """A component to be made."""

    name: str
    """Names the component."""
    lmx: str
    """Holds the component as LMX."""


class ComponentUpdate(Model):
    """The fields of a component to change. At least one of `name` and `lmx` has to be there."""

    name: str | MISSING = MISSING
    """Names the component from now on."""
    lmx: str | MISSING = MISSING
    """Holds the new LMX."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.name is MISSING and self.lmx is MISSING:
            raise ValueError("name or lmx must be given")
        return self


class ComponentList(Model):
    """A page of components."""

    pagination: Pagination
    """Says where this page stands in the whole listing."""
    data: list[Component]
    """Holds the components of this page."""


class ComponentFailure(Model):
    """A failure tells why a component was not changed."""

    message: str
    """Says in words what went wrong."""
    invalid_tags: Annotated[list[str] | MISSING, Field(alias="invalidTags")] = MISSING
    """Names the variables that an email with the component cannot fill. The key is there only if they
    are the reason.
    """


class UploadCreate(Model):
    """An image to be uploaded."""

    content_type: Annotated[Literal["image/jpeg", "image/png", "image/gif", "image/webp"], Field(alias="contentType")]
    """Gives the MIME type of the file."""
    content_length: Annotated[int, Field(alias="contentLength", ge=1, le=4000000)]
    """Gives the size of the file in bytes. 1 to 4000000."""


class Upload(Model):
    """An upload that waits for its bytes."""

    email_asset_id: Annotated[str, Field(alias="emailAssetId")]
    """Identifies the image. Completing the upload needs it."""
    presigned_url: Annotated[str, Field(alias="presignedUrl")]
    """Gives the URL to which the bytes are sent with `PUT`."""


class CompletedUpload(Model):
    """An upload that is complete."""

    email_asset_id: Annotated[str, Field(alias="emailAssetId")]
    """Identifies the image."""
    final_url: Annotated[str, Field(alias="finalUrl")]
    """Gives the public URL of the image."""


class UploadFailure(Model):
    """A failure tells why an upload was refused."""

    message: str
    """Says in words what went wrong."""
    supported_content_types: Annotated[list[str] | MISSING, Field(alias="supportedContentTypes")] = MISSING
    """Lists the MIME types that are accepted. The key is there if the type is the reason."""
    max_bytes: Annotated[int | MISSING, Field(alias="maxBytes")] = MISSING
    """Gives the largest size in bytes. The key is there if the size is the reason."""


class UploadLimitFailure(Model):
    """A failure tells that the team has made too many uploads."""

    message: str | MISSING = MISSING
    """Says in words what went wrong."""
    max_uploads: Annotated[int | MISSING, Field(alias="maxUploads")] = MISSING
    """Says how many uploads the window allows."""
    window_hours: Annotated[int | MISSING, Field(alias="windowHours")] = MISSING
    """Gives the length of the window in hours."""


class ApiKeyTest(Model):
    """The test of an API key tells which team the key belongs to."""

    success: bool
    """Tells whether the key is valid."""
    team_name: Annotated[str, Field(alias="teamName")]
    """Names the team."""


class Workflow(Model):
    """A workflow sends emails to contacts on their way through a graph of nodes."""

    id: str
    """Identifies the workflow."""
    workflow_revision_id: Annotated[str | None, Field(alias="workflowRevisionId")]
    """Gives the current revision. The next write sends it as `expected_revision_id`. Null if the
    workflow is old and has no revision yet.
    """
    status: WorkflowStatus
    """Says what the workflow is doing."""
    name: str | MISSING = MISSING
    """Names the workflow."""
    description: str | MISSING = MISSING
    """Describes the workflow."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list that the workflow sends to. Null if there is none."""
    root_node_id: Annotated[str, Field(alias="rootNodeId")]
    """Identifies the node where contacts enter."""
    nodes: dict[str, WorkflowNodeOutline]
    """Holds an outline of each node, by the ID of the node."""
    url: str | MISSING = MISSING
    """Gives the address in the Loops app. The field is recent and may be missing."""


WorkflowStatus: TypeAlias = Literal["Draft", "Sending", "Paused", "PausedAndQueueing"] | str
"""The status says what a workflow is doing."""


class WorkflowSummary(Model):
    """A workflow in a listing goes without its nodes."""

    id: str
    """Identifies the workflow."""
    name: str
    """Names the workflow."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """Gives the time when the workflow was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """Gives the time of the last change, in UTC."""


class WorkflowList(Model):
    """A page of workflows."""

    pagination: Pagination
    """Says where this page stands in the whole listing."""
    data: list[WorkflowSummary]
    """Holds the workflows of this page."""


class WorkflowCreate(Model):
    """A workflow to be made."""

    name: str
    """Names the workflow."""
    description: str | MISSING = MISSING
    """Describes the workflow."""
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """Identifies the mailing list of the recipients."""


class WorkflowUpdate(Model):
    """The fields of a workflow to change. At least one of `name` and `description` has to be there."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    name: str | MISSING = MISSING
    """Names the workflow from now on."""
    description: str | MISSING = MISSING
    """Describes the workflow from now on."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.name is MISSING and self.description is MISSING:
            raise ValueError("name or description must be given")
        return self


class WorkflowDelete(Model):
    """The conditions for deleting a workflow."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    confirm_delete: Annotated[bool | MISSING, Field(alias="confirmDelete")] = MISSING
    """Says whether to delete a workflow that is sending, or has contacts waiting, too."""


class WorkflowMailingListChange(Model):
    """A new mailing list for a workflow."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the new mailing list. Null leaves the workflow without one."""
    dry_run: Annotated[bool | MISSING, Field(alias="dryRun")] = MISSING
    """Says whether to check the call without changing anything."""
    queued_contact_policy: Annotated[QueuedContactPolicy | MISSING, Field(alias="queuedContactPolicy")] = MISSING
    """Says what to do about contacts that are waiting."""


QueuedContactPolicy: TypeAlias = Literal["fail", "discard"]
"""The policy for contacts that wait where the change takes place: `fail` leaves everything as it is
and reports them, `discard` throws them out. The server's default is `"fail"`.
"""


class WorkflowMailingListPreview(Model):
    """A change of the mailing list that did not take place."""

    status: Literal["dryRun", "queuedContactsFound"] | str
    """Says why nothing changed."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list that was asked for."""
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """Counts the waiting contacts that the change would throw out."""


class WorkflowMailingListUpdated(Model):
    """A change of the mailing list that took place."""

    status: Literal["updated"]
    """Marks this form."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list that the workflow sends to now."""
    workflow_revision_id: Annotated[str, Field(alias="workflowRevisionId")]
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`."""
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """Counts the waiting contacts that the change threw out."""
    workflow: Workflow
    """Holds the workflow after the change."""


WorkflowMailingListResult: TypeAlias = WorkflowMailingListPreview | WorkflowMailingListUpdated | dict[str, Any]
"""What became of a change of the mailing list."""


class WorkflowNodeResponse(Model):
    """A new node with its workflow."""

    node: NewWorkflowNode
    """Holds the new node."""
    workflow: Workflow
    """Holds the workflow after the change."""


class WorkflowNodeBase(Model):
    """The fields that nodes of all types have."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""


class SignupTriggerNode(Model):
    """A trigger for contacts that are new."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["SignupTrigger"], Field(alias="typeName")]
    """Marks this type."""


class EventTriggerNode(Model):
    """A trigger on an event."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["EventTrigger"], Field(alias="typeName")]
    """Marks this type."""
    event_name: Annotated[str | MISSING, Field(alias="eventName")] = MISSING
    """Names the event."""
    event_properties: Annotated[list[EventProperty] | MISSING, Field(alias="eventProperties")] = MISSING
    """Lists the properties of the event that emails can use."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Says whether contacts enter each time the trigger fires, rather than once in all."""


class ContactPropertyTriggerNode(Model):
    """A trigger on the change of a contact property."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["ContactPropertyTrigger"], Field(alias="typeName")]
    """Marks this type."""
    contact_property_query: Annotated[ContactPropertyQuery | None, Field(alias="contactPropertyQuery")]
    """Picks the change. Null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Says whether contacts enter each time the trigger fires, rather than once in all."""


class AddToListTriggerNode(Model):
    """A trigger for contacts that join a mailing list."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["AddToListTrigger"], Field(alias="typeName")]
    """Marks this type."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list. Null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Says whether contacts enter each time the trigger fires, rather than once in all."""


class BlankTriggerNode(Model):
    """A trigger that is still to be chosen."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["BlankTrigger"], Field(alias="typeName")]
    """Marks this type."""


class AudienceFilterNode(Model):
    """A filter that lets some contacts pass."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["AudienceFilter"], Field(alias="typeName")]
    """Marks this type."""
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """Holds the filter of the node's own."""
    audience_segment_id: Annotated[str | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """Identifies the segment."""
    applies_downstream: Annotated[bool, Field(alias="appliesDownstream")]
    """Says whether the filter holds for all nodes that follow, rather than at this node alone."""


class TimerActionNode(Model):
    """A pause."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["TimerAction"], Field(alias="typeName")]
    """Marks this type."""
    amount: int | float
    """Says how long to wait, counted in `unit`. A pause of 0 lets contacts pass at once."""
    unit: TimerUnit
    """Gives the unit of `amount`."""


class SendEmailActionNode(Model):
    """An email that is sent."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["SendEmailAction"], Field(alias="typeName")]
    """Marks this type."""
    email_message_id: Annotated[str, Field(alias="emailMessageId")]
    """Identifies the email message, which is changed through its own calls."""
    subject: str
    """Repeats the subject of the email message."""


class ExitActionNode(Model):
    """The end of a path."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["ExitAction"], Field(alias="typeName")]
    """Marks this type."""


class BranchNode(Model):
    """A fork, each path of which begins with a filter."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["BranchNode"], Field(alias="typeName")]
    """Marks this type."""
    created_child_nodes: Annotated[list[AudienceFilterNode] | MISSING, Field(alias="createdChildNodes")] = MISSING
    """Holds the two filters that come with a new fork. Only creating the node returns them."""


class ExperimentBranchNode(Model):
    """A fork that spreads contacts over variants."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["ExperimentBranchNode"], Field(alias="typeName")]
    """Marks this type."""
    sampling_rate: Annotated[int | float, Field(alias="samplingRate")]
    """Says how many percent of the contacts go to the variants. The others go to the control. 0 to
    100.
    """
    created_child_nodes: Annotated[list[VariantNode] | MISSING, Field(alias="createdChildNodes")] = MISSING
    """Holds the three variants that come with a new experiment. Only creating the node returns them."""


class VariantNode(Model):
    """One variant of an experiment."""

    id: str
    """Identifies the node."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    workflow_id: Annotated[str | MISSING, Field(alias="workflowId")] = MISSING
    """Identifies the workflow. Only reading the node returns it."""
    workflow_revision_id: Annotated[str | None | MISSING, Field(alias="workflowRevisionId")] = MISSING
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`.
    Null comes from reading alone, if the workflow is old and has no revision yet. Nodes in
    `created_child_nodes` go without.
    """
    workflow: Workflow | MISSING = MISSING
    """Holds the workflow after the change. Only updating and rerouting the node return it."""
    type_name: Annotated[Literal["VariantNode"], Field(alias="typeName")]
    """Marks this type."""
    is_control: Annotated[bool | MISSING, Field(alias="isControl")] = MISSING
    """Tells whether this is the control of the experiment."""


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
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""


class EventTriggerOutline(Model):
    """The outline of a trigger on an event."""

    type_name: Annotated[Literal["EventTrigger"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    event_name: Annotated[str | None, Field(alias="eventName")]
    """Names the event. Null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Says whether contacts enter each time the trigger fires, rather than once in all."""


class ContactPropertyTriggerOutline(Model):
    """The outline of a trigger on the change of a contact property."""

    type_name: Annotated[Literal["ContactPropertyTrigger"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    contact_property_query: Annotated[ContactPropertyQuery | None, Field(alias="contactPropertyQuery")]
    """Picks the change. Null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Says whether contacts enter each time the trigger fires, rather than once in all."""


class AddToListTriggerOutline(Model):
    """The outline of a trigger for contacts that join a mailing list."""

    type_name: Annotated[Literal["AddToListTrigger"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list. Null if none is set."""
    re_eligible: Annotated[bool, Field(alias="reEligible")]
    """Says whether contacts enter each time the trigger fires, rather than once in all."""


class BlankTriggerOutline(Model):
    """The outline of a trigger that is still to be chosen."""

    type_name: Annotated[Literal["BlankTrigger"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""


class AudienceFilterOutline(Model):
    """The outline of a filter, which does not say whom it lets pass."""

    type_name: Annotated[Literal["AudienceFilter"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""


class TimerActionOutline(Model):
    """The outline of a pause."""

    type_name: Annotated[Literal["TimerAction"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    amount: int | float
    """Says how long to wait, counted in `unit`. A pause of 0 lets contacts pass at once."""
    unit: TimerUnit
    """Gives the unit of `amount`."""


class SendEmailActionOutline(Model):
    """The outline of an email that is sent."""

    type_name: Annotated[Literal["SendEmailAction"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """Identifies the email message. Null if there is none."""
    subject: str
    """Repeats the subject of the email message."""


class ExitActionOutline(Model):
    """The outline of the end of a path."""

    type_name: Annotated[Literal["ExitAction"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""


class BranchOutline(Model):
    """The outline of a fork, each path of which begins with a filter."""

    type_name: Annotated[Literal["BranchNode"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""


class ExperimentBranchOutline(Model):
    """The outline of a fork that spreads contacts over variants."""

    type_name: Annotated[Literal["ExperimentBranchNode"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    sampling_rate: Annotated[int | float, Field(alias="samplingRate")]
    """Says how many percent of the contacts go to the variants. The others go to the control. 0 to
    100.
    """


class VariantOutline(Model):
    """The outline of one variant of an experiment."""

    type_name: Annotated[Literal["VariantNode"], Field(alias="typeName")]
    """Marks this type."""
    next_node_ids: Annotated[list[str], Field(alias="nextNodeIds")]
    """Lists the nodes that come next."""
    is_control: Annotated[bool, Field(alias="isControl")]
    """Tells whether this is the control of the experiment."""


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
    """A query picks a change of a contact property, by the value before and the value after it."""

    key: str
    """Names the contact property, in camelCase. Some properties, such as `created_at` and `notes`,
    cannot trigger a workflow.
    """
    is_: Annotated[ContactPropertyComparison, Field(alias="is")]
    """Says what the new value has to be."""
    was: ContactPropertyComparison
    """Says what the old value has to be."""


class ContactPropertyComparison(Model):
    """One side of a query."""

    operator: ContactPropertyOperator
    """Says how to compare."""
    value: str | int | float | bool
    """Holds what to compare with. It is required even where the operator compares with nothing."""


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
    """A node to be made between two that are connected. Under an `ExperimentBranchNode` it has to be a
    `VariantNode`, and the node after it must not be one.
    """

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    insert_mode: Annotated[Literal["between"], Field(alias="insertMode")]
    """Marks this place."""
    node_type_name: Annotated[CreatableNodeType, Field(alias="nodeTypeName")]
    """Says which type the new node has."""
    from_node_id: Annotated[str, Field(alias="fromNodeId")]
    """Identifies the node before the new one."""
    to_node_id: Annotated[str, Field(alias="toNodeId")]
    """Identifies the node after the new one."""


class WorkflowNodeCreateBefore(Model):
    """A node to be made before another. Exactly one of `to_node_id` and `before_node_id` has to be
    there. A `VariantNode` cannot be made in this way.
    """

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    insert_mode: Annotated[Literal["before"], Field(alias="insertMode")]
    """Marks this place."""
    node_type_name: Annotated[CreatableNodeType, Field(alias="nodeTypeName")]
    """Says which type the new node has."""
    to_node_id: Annotated[str | MISSING, Field(alias="toNodeId")] = MISSING
    """Identifies the node after the new one. It cannot be a trigger, and some node has to lead to it."""
    before_node_id: Annotated[str | MISSING, Field(alias="beforeNodeId")] = MISSING
    """Identifies the node after the new one, under an old name for `to_node_id`. Deprecated."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if [self.to_node_id is not MISSING, self.before_node_id is not MISSING].count(True) != 1:
            raise ValueError("exactly one of to_node_id and before_node_id must be given")
        return self


class WorkflowNodeCreateAfter(Model):
    """A node to be made after another."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    insert_mode: Annotated[Literal["after"], Field(alias="insertMode")]
    """Marks this place."""
    node_type_name: Annotated[CreatableNodeType, Field(alias="nodeTypeName")]
    """Says which type the new node has."""
    from_node_id: Annotated[str, Field(alias="fromNodeId")]
    """Identifies the node before the new one. It must have exactly one next node."""


WorkflowNodeCreate: TypeAlias = Annotated[
    WorkflowNodeCreateBetween | WorkflowNodeCreateBefore | WorkflowNodeCreateAfter, Field(discriminator="insert_mode")
]
"""A node to be made. The `insert_mode` tells the three places apart."""


CreatableNodeType: TypeAlias = Literal[
    "AudienceFilter", "BranchNode", "ExperimentBranchNode", "TimerAction", "SendEmailAction", "VariantNode"
]
"""The type of a node that can be created."""


class WorkflowNodeUpdate(Model):
    """Settings of a node to change."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    payload: WorkflowNodePayload
    """Holds the settings."""


class SignupTriggerPayload(Model):
    """Turns a trigger into one for contacts that are new."""

    type_name: Annotated[Literal["SignupTrigger"], Field(alias="typeName")]
    """Names the kind of trigger that the node becomes, or is."""


class EventTriggerPayload(Model):
    """Settings of a trigger on an event. The event is named by `event_pattern_id` or by `event_name`,
    not by both; null for either leaves the trigger without an event. At least 1 member.
    """

    type_name: Annotated[Literal["EventTrigger"] | MISSING, Field(alias="typeName")] = MISSING
    """Names the kind of trigger that the node becomes, or is."""
    event_pattern_id: Annotated[str | None | MISSING, Field(alias="eventPatternId")] = MISSING
    """Identifies the event pattern."""
    event_name: Annotated[str | None | MISSING, Field(alias="eventName")] = MISSING
    """Names the event."""
    re_eligible: Annotated[bool | MISSING, Field(alias="reEligible")] = MISSING
    """Says whether contacts enter each time the trigger fires, rather than once in all."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.event_pattern_id is not MISSING and self.event_name is not MISSING:
            raise ValueError("event_pattern_id and event_name must not be given together")
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class ContactPropertyTriggerPayload(Model):
    """Settings of a trigger on the change of a contact property. At least 1 member."""

    type_name: Annotated[Literal["ContactPropertyTrigger"] | MISSING, Field(alias="typeName")] = MISSING
    """Names the kind of trigger that the node becomes, or is."""
    contact_property_query: Annotated[ContactPropertyQuery | MISSING, Field(alias="contactPropertyQuery")] = MISSING
    """Picks the change."""
    re_eligible: Annotated[bool | MISSING, Field(alias="reEligible")] = MISSING
    """Says whether contacts enter each time the trigger fires, rather than once in all."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class AddToListTriggerPayload(Model):
    """Settings of a trigger for contacts that join a mailing list. The list itself cannot be set here.
    At least 1 member.
    """

    type_name: Annotated[Literal["AddToListTrigger"] | MISSING, Field(alias="typeName")] = MISSING
    """Names the kind of trigger that the node becomes, or is."""
    re_eligible: Annotated[bool | MISSING, Field(alias="reEligible")] = MISSING
    """Says whether contacts enter each time the trigger fires, rather than once in all."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class AudienceFilterPayload(Model):
    """Settings of a filter on the audience. At least 1 member."""

    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """Identifies the segment. Sent without `audience_filter`, it removes a filter set earlier; sent
    with it, the filter narrows the segment down.
    """
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """Describes the contacts by conditions. Sent without `audience_segment_id`, it removes a segment
    set earlier; sent with it, the filter picks contacts from within that segment.
    """
    applies_downstream: Annotated[bool | MISSING, Field(alias="appliesDownstream")] = MISSING
    """Says whether the filter holds for all nodes that follow, rather than at this node alone."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class TimerActionPayload(Model):
    """Settings of a pause. At least 1 member."""

    amount: int | float | MISSING = MISSING
    """Says how long to wait, counted in `unit`. A pause of 0 lets contacts pass at once."""
    unit: TimerUnit | MISSING = MISSING
    """Gives the unit of `amount`."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class ExperimentBranchPayload(Model):
    """Settings of an experiment. At least 1 member."""

    sampling_rate: Annotated[int | float | MISSING, Field(alias="samplingRate", ge=0.0, le=100.0)] = MISSING
    """Says how many percent of the contacts go to the variants. The others go to the control. 0 to
    100.
    """

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class VariantPayload(Model):
    """Settings of a variant. At least 1 member."""

    is_control: Annotated[bool | MISSING, Field(alias="isControl")] = MISSING
    """Says whether this is the control of the experiment. True takes the mark from the control before;
    an experiment may also go without one.
    """

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
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
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """


class WorkflowNodeReroute(Model):
    """A new target for the connection of a node."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    new_target_node_id: Annotated[str, Field(alias="newTargetNodeId")]
    """Identifies the node that comes next from now on."""


class WorkflowNodeDelete(Model):
    """The conditions for deleting nodes."""

    expected_revision_id: Annotated[str | None, Field(alias="expectedRevisionId")]
    """Repeats the `workflow_revision_id` seen last, or null if that was null. A revision that is no
    longer current leads to 409.
    """
    dry_run: Annotated[bool | MISSING, Field(alias="dryRun")] = MISSING
    """Says whether to check the call without changing anything."""
    queued_contact_policy: Annotated[QueuedContactPolicy | MISSING, Field(alias="queuedContactPolicy")] = MISSING
    """Says what to do about contacts that are waiting."""


class WorkflowNodeDeletionPreview(Model):
    """A deletion that did not take place."""

    status: Literal["dryRun", "queuedContactsFound"] | str
    """Says why nothing changed."""
    node_ids: Annotated[list[str], Field(alias="nodeIds")]
    """Lists the nodes that would go."""
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """Counts the waiting contacts that the deletion would throw out."""


class WorkflowNodesDeleted(Model):
    """A deletion that took place."""

    status: Literal["deleted"]
    """Marks this form."""
    node_ids: Annotated[list[str], Field(alias="nodeIds")]
    """Lists the nodes that are gone."""
    workflow_revision_id: Annotated[str, Field(alias="workflowRevisionId")]
    """Gives the current revision of the workflow. The next write sends it as `expected_revision_id`."""
    queued_contact_count: Annotated[int | float, Field(alias="queuedContactCount")]
    """Counts the waiting contacts that the deletion threw out."""
    workflow: Workflow
    """Holds the workflow after the change."""


WorkflowNodeDeletion: TypeAlias = WorkflowNodeDeletionPreview | WorkflowNodesDeleted | dict[str, Any]
"""What became of the deletion of nodes."""


class WebhookEvent(Model):
    """The fields that all webhooks have but the test."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""


class EmailEvent(Model):
    """The fields of webhooks on emails of any kind."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """Identifies the transactional email. It is there if the email is of that kind."""


class MarketingEmailEvent(Model):
    """The fields of webhooks on emails of campaigns and workflows."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""


class ContactIdentity(Model):
    """The identifiers of the contact that an event is about."""

    id: str
    """Identifies the contact."""
    email: str
    """Gives the email address."""
    user_id: Annotated[str | None, Field(alias="userId")]
    """Gives the user ID that the team chose. Null if there is none."""


class SentEmail(Model):
    """A sent email is one email to one recipient."""

    id: str
    """Identifies the email that was sent."""
    email_message_id: Annotated[str, Field(alias="emailMessageId")]
    """Identifies the version of the email message that was sent."""
    subject: str
    """Repeats the subject."""


class CreatedContact(Model):
    """A contact just after it was created. Keys that are not listed are custom contact properties."""

    id: str
    """Identifies the contact."""
    email: str
    """Gives the email address."""
    first_name: Annotated[str | None, Field(alias="firstName")]
    """Gives the first name."""
    last_name: Annotated[str | None, Field(alias="lastName")]
    """Gives the last name."""
    source: str
    """Says where the contact came from."""
    subscribed: bool
    """Tells whether the contact gets campaign and workflow emails."""
    user_group: Annotated[str, Field(alias="userGroup")]
    """Names the user group. It may be empty."""
    user_id: Annotated[str | None, Field(alias="userId")]
    """Gives the user ID that the team chose. Null if there is none."""
    notes: str | None | MISSING = MISSING
    """Holds notes on the contact."""
    mailing_lists: Annotated[MailingListSubscriptions, Field(alias="mailingLists")]
    """Tells which mailing lists the contact is on."""
    opt_in_status: Annotated[Literal["accepted", "pending", "rejected"] | str | None, Field(alias="optInStatus")]
    """Says how far double opt-in has come. The event waits for the contact to confirm, so of these
    only `accepted` and null are to be expected.
    """


class ContactCreatedEvent(Model):
    """Tells that a contact was created."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["contact.created"], Field(alias="eventName")]
    """Marks this event."""
    contact: CreatedContact
    """Holds the contact."""


class ContactUnsubscribedEvent(Model):
    """Tells that a contact was unsubscribed."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["contact.unsubscribed"], Field(alias="eventName")]
    """Marks this event."""


class ContactDeletedEvent(Model):
    """Tells that a contact was deleted."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["contact.deleted"], Field(alias="eventName")]
    """Marks this event."""


class MailingListSubscribedEvent(Model):
    """Tells that a contact joined a mailing list."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["contact.mailingList.subscribed"], Field(alias="eventName")]
    """Marks this event."""
    mailing_list: Annotated[MailingList, Field(alias="mailingList")]
    """Names the mailing list."""


class MailingListUnsubscribedEvent(Model):
    """Tells that a contact left a mailing list."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["contact.mailingList.unsubscribed"], Field(alias="eventName")]
    """Marks this event."""
    mailing_list: Annotated[MailingList, Field(alias="mailingList")]
    """Names the mailing list."""


class CampaignEmailSentEvent(Model):
    """Tells that a campaign was sent to a contact."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["campaign.email.sent"], Field(alias="eventName")]
    """Marks this event."""
    campaign_id: Annotated[str, Field(alias="campaignId")]
    """Identifies the campaign."""
    campaign_name: Annotated[str, Field(alias="campaignName")]
    """Names the campaign."""
    email: SentEmail
    """Names the email."""
    mailing_lists: Annotated[list[MailingList], Field(alias="mailingLists")]
    """Lists the mailing lists that the email went to. It may be empty."""


class LoopEmailSentEvent(Model):
    """Tells that an email of a workflow was sent to a contact."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["loop.email.sent"], Field(alias="eventName")]
    """Marks this event."""
    loop_id: Annotated[str, Field(alias="loopId")]
    """Identifies the workflow."""
    loop_name: Annotated[str, Field(alias="loopName")]
    """Names the workflow."""
    email: SentEmail
    """Names the email."""
    mailing_lists: Annotated[list[MailingList], Field(alias="mailingLists")]
    """Lists the mailing lists that the email went to. It may be empty."""


class TransactionalEmailSentEvent(Model):
    """Tells that a transactional email was sent."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    event_name: Annotated[Literal["transactional.email.sent"], Field(alias="eventName")]
    """Marks this event."""
    transactional_id: Annotated[str, Field(alias="transactionalId")]
    """Identifies the transactional email."""
    transactional_name: Annotated[str, Field(alias="transactionalName")]
    """Names the transactional email."""
    email: SentEmail
    """Names the email."""


class EmailDeliveredEvent(Model):
    """Tells that an email was delivered."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """Identifies the transactional email. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.delivered"], Field(alias="eventName")]
    """Marks this event."""


class EmailSoftBouncedEvent(Model):
    """Tells that an email could not be delivered for now."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """Identifies the transactional email. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.softBounced"], Field(alias="eventName")]
    """Marks this event."""


class EmailHardBouncedEvent(Model):
    """Tells that an email cannot be delivered."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """Identifies the transactional email. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.hardBounced"], Field(alias="eventName")]
    """Marks this event."""


class EmailSpamReportedEvent(Model):
    """Tells that a recipient marked an email as spam."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign", "transactional"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    transactional_id: Annotated[str | MISSING, Field(alias="transactionalId")] = MISSING
    """Identifies the transactional email. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.spamReported"], Field(alias="eventName")]
    """Marks this event."""


class EmailOpenedEvent(Model):
    """Tells that an email of a campaign or a workflow was opened."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.opened"], Field(alias="eventName")]
    """Marks this event."""


class EmailClickedEvent(Model):
    """Tells that a link in an email of a campaign or a workflow was clicked."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.clicked"], Field(alias="eventName")]
    """Marks this event."""


class EmailUnsubscribedEvent(Model):
    """Tells that a recipient unsubscribed by the link in an email."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.unsubscribed"], Field(alias="eventName")]
    """Marks this event."""


class EmailResubscribedEvent(Model):
    """Tells that a recipient subscribed again in the preference center that an email links to."""

    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    contact_identity: Annotated[ContactIdentity, Field(alias="contactIdentity")]
    """Says whom the event is about."""
    email: SentEmail
    """Names the email."""
    source_type: Annotated[Literal["loop", "campaign"] | str, Field(alias="sourceType")]
    """Says what kind of email it is. Workflows go by `loop`."""
    loop_id: Annotated[str | MISSING, Field(alias="loopId")] = MISSING
    """Identifies the workflow. It is there if the email is of that kind."""
    campaign_id: Annotated[str | MISSING, Field(alias="campaignId")] = MISSING
    """Identifies the campaign. It is there if the email is of that kind."""
    event_name: Annotated[Literal["email.resubscribed"], Field(alias="eventName")]
    """Marks this event."""


class WebhookTestEvent(Model):
    """A test of the endpoint."""

    event_name: Annotated[Literal["testing.testEvent"], Field(alias="eventName")]
    """Marks this event."""
    event_time: Annotated[int, Field(alias="eventTime")]
    """Gives the time of the event in Unix seconds."""
    webhook_schema_version: Annotated[Literal["1.0.0"], Field(alias="webhookSchemaVersion")]
    """Gives the version of the shape of webhooks."""
    message: Literal["test"]
    """Marks the test."""


class Pagination(Model):
    """The place of a page in the whole listing."""

    total_results: Annotated[int | float, Field(alias="totalResults")]
    """Counts the results of the whole listing."""
    returned_results: Annotated[int | float, Field(alias="returnedResults")]
    """Counts the results of this page."""
    per_page: Annotated[int | float, Field(alias="perPage")]
    """Gives the number of results that a page may hold."""
    total_pages: Annotated[int | float, Field(alias="totalPages")]
    """Counts the pages of the whole listing."""
    next_cursor: Annotated[str | None, Field(alias="nextCursor")]
    """Holds what to send as `cursor` for the page after this one. It is null on the last page."""
    next_page: Annotated[str | None, Field(alias="nextPage")]
    """Gives the full URL of the page after this one. It is null on the last page."""


class ErrorResponse(Model):
    """What went wrong. There is no machine-readable code."""

    message: str
    """Says in words what went wrong."""


class FailureResponse(Model):
    """What went wrong, from calls that also say whether they succeeded."""

    success: bool
    """Says whether the call succeeded. It is false here."""
    message: str
    """Says in words what went wrong."""


class LooseErrorResponse(Model):
    """What went wrong, where the shape of the response is not certain. Any of the keys may be missing."""

    message: str | MISSING = MISSING
    """Says in words what went wrong."""
    success: bool | MISSING = MISSING
    """Says whether the call succeeded."""
    error: str | MISSING = MISSING
    """Says in words what went wrong. Where this key is documented, it is deprecated for `message`."""
