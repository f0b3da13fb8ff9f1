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
    """What the campaign is called."""
    status: CampaignStatus
    """Where the campaign stands."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the campaign was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the campaign last changed, in UTC."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """Identifies the email message that the campaign sends."""
    campaign_group_id: Annotated[str | None, Field(alias="campaignGroupId")]
    """Identifies the group that holds the campaign."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list that receives the campaign. Null means that none is set."""
    audience_segment_id: Annotated[str | None, Field(alias="audienceSegmentId")]
    """Identifies the segment that receives the campaign. Null means that none is set."""
    audience_filter: Annotated[AudienceFilter | None, Field(alias="audienceFilter")]
    """The campaign's own filter on contacts. Null means that none is set."""
    scheduling: Scheduling
    """When the campaign goes out."""
    url: str | MISSING = MISSING
    """Address at which the Loops app shows the campaign. The field is recent and may be missing."""


class CreatedCampaign(Model):
    """A campaign just after it was made. It is a campaign plus the first revision of its email
    message, which no other answer carries.
    """

    id: str
    """Identifies the campaign."""
    name: str
    """What the campaign is called."""
    status: Literal["Draft"] | str
    """Where the campaign stands. A new campaign is a draft."""
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    """When the campaign was made, in UTC."""
    updated_at: Annotated[DateTime, Field(alias="updatedAt")]
    """When the campaign last changed, in UTC."""
    email_message_id: Annotated[str | None, Field(alias="emailMessageId")]
    """Identifies the empty email message made with the campaign."""
    email_message_content_revision_id: Annotated[str | None, Field(alias="emailMessageContentRevisionId")]
    """First revision of the content of that email message. The first write to the message sends it as
    `expectedRevisionId`.
    """
    campaign_group_id: Annotated[str | None, Field(alias="campaignGroupId")]
    """Identifies the group that holds the campaign."""
    mailing_list_id: Annotated[str | None, Field(alias="mailingListId")]
    """Identifies the mailing list that receives the campaign. Null means that none is set."""
    audience_segment_id: Annotated[str | None, Field(alias="audienceSegmentId")]
    """Identifies the segment that receives the campaign. Null means that none is set."""
    audience_filter: Annotated[AudienceFilter | None, Field(alias="audienceFilter")]
    """The campaign's own filter on contacts. Null means that none is set."""
    scheduling: Scheduling
    """When the campaign goes out."""
    url: str | MISSING = MISSING
    """Address at which the Loops app shows the campaign. The field is recent and may be missing."""


class CampaignCreate(Model):
    """A campaign to be made."""

    name: str
    """What to call the campaign."""
    campaign_group_id: Annotated[str | MISSING, Field(alias="campaignGroupId")] = MISSING
    """Group to put the campaign in. Without it, the campaign joins the default group of the team."""
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """Mailing list to send to."""
    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """Segment to send to. It may stand next to `audience_filter`, which then narrows the segment down."""
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """Contacts to send to, described by conditions. It may stand next to `audience_segment_id`, and
    then picks contacts from within that segment.
    """
    scheduling: SchedulingRequest | MISSING = MISSING
    """When to send. The documentation names no default."""


class CampaignUpdate(Model):
    """What to change in a campaign. An empty object is refused. A field that is left out is understood
    to keep its value. At least 1 member.
    """

    name: str | MISSING = MISSING
    """What to call the campaign from now on."""
    campaign_group_id: Annotated[str | MISSING, Field(alias="campaignGroupId")] = MISSING
    """Group to move the campaign to."""
    mailing_list_id: Annotated[str | None | MISSING, Field(alias="mailingListId")] = MISSING
    """Mailing list to send to. Null is understood to leave the campaign without one."""
    audience_segment_id: Annotated[str | None | MISSING, Field(alias="audienceSegmentId")] = MISSING
    """Segment to send to. Sent without `audience_filter`, it removes a filter set earlier; sent with
    it, the filter narrows the segment down. Null is understood to leave the campaign without a
    segment.
    """
    audience_filter: Annotated[AudienceFilter | None | MISSING, Field(alias="audienceFilter")] = MISSING
    """Contacts to send to, described by conditions. Sent without `audience_segment_id`, it removes a
    segment set earlier; sent with it, the filter picks contacts from within that segment. Null is
    understood to leave the campaign without a filter.
    """
    scheduling: SchedulingRequest | MISSING = MISSING
    """When to send. It does not change the status of the campaign by itself."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("at least one field must be given")
        return self


class CampaignList(Model):
    """One page of campaigns."""

    pagination: Pagination
    """Where this page stands in the whole listing."""
    data: list[Campaign]
    """The campaigns of this page."""


CampaignStatus: TypeAlias = Literal["Draft", "Scheduled", "Sending", "Sent"] | str
"""Where a campaign stands between being written and having been sent."""


class Scheduling(Model):
    """When a campaign goes out, as Loops returns it."""

    method: Literal["now", "schedule"] | str
    """Tells sending at once from sending at a set time."""
    timestamp: DateTime | None
    """The set time, in UTC. Null when the method is `now`."""


class ScheduleNow(Model):
    """Asks for sending at once. This form takes no timestamp."""

    method: Literal["now"]
    """Marks this form."""


class ScheduleAt(Model):
    """Asks for sending at a set time."""

    method: Literal["schedule"]
    """Marks this form."""
    timestamp: DateTime
    """The set time. It must lie in the future; how far ahead is not documented."""


SchedulingRequest: TypeAlias = Annotated[ScheduleNow | ScheduleAt, Field(discriminator="method")]
"""When to send a campaign. The method tells the two forms apart."""


class AudienceFilter(Model):
    """Conditions that pick contacts. The list is flat; conditions do not nest."""

    match: Literal["all", "any"] | str
    """Says whether a contact must meet all conditions or any one of them."""
    conditions: list[AudienceCondition]
    """The conditions, at least one. Loops also sets an upper limit, without naming it. At least 1
    item.
    """


class PropertyCondition(Model):
    """Compares a property of the contact."""

    type: Literal["property"]
    """Marks a condition on a property."""
    key: str
    """Name of the contact property."""
    operator: PropertyOperator
    """How to compare."""
    value: str | int | float | DateRange | dict[str, Any] | MISSING = MISSING
    """What to compare with. A range goes with `between` only. Operators that need nothing to compare
    with, such as `isTrue` and `empty`, go without it.
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
    """Start of the range."""
    to: DateTime
    """End of the range."""


class OptInCondition(Model):
    """Checks how far the contact got with double opt-in."""

    type: Literal["optIn"]
    """Marks a condition on double opt-in."""
    status: Literal["accepted", "pending", "rejected"] | str | None
    """The opt-in state to look for. Null is a state of its own and must be written out."""


class ActivityCondition(Model):
    """Checks what the contact did with an earlier email."""

    type: Literal["activity"]
    """Marks a condition on activity."""
    action: Literal["sent", "opened", "clicked"] | str
    """What happened with the email."""
    negate: bool
    """True picks the contacts for whom it did not happen."""
    target: Literal["campaign", "workflow", "workflowEmail"] | str
    """The kind of thing that `id` names."""
    id: str
    """Identifies the campaign, the workflow or the workflow email."""


AudienceCondition: TypeAlias = PropertyCondition | OptInCondition | ActivityCondition | dict[str, Any]
"""One condition on a contact. The type tells the three kinds apart."""


class Pagination(Model):
    """Where a page stands in the whole listing."""

    total_results: Annotated[int | float, Field(alias="totalResults")]
    """How many results the whole listing has."""
    returned_results: Annotated[int | float, Field(alias="returnedResults")]
    """How many results this page has."""
    per_page: Annotated[int | float, Field(alias="perPage")]
    """How many results a page may hold."""
    total_pages: Annotated[int | float, Field(alias="totalPages")]
    """How many pages the whole listing has."""
    next_cursor: Annotated[str | None, Field(alias="nextCursor")]
    """What to send as `cursor` for the page after this one. Null on the last page."""
    next_page: Annotated[str | None, Field(alias="nextPage")]
    """Full address of the page after this one. Null on the last page."""


class ErrorResponse(Model):
    """What went wrong. There is no machine-readable code."""

    message: str
    """Says in words what went wrong."""


class LooseErrorResponse(Model):
    """What went wrong, where the shape of the answer is not certain. Any of the keys may be missing."""

    message: str | MISSING = MISSING
    """Says in words what went wrong."""
    success: bool | MISSING = MISSING
    """Says whether the call succeeded."""
    error: str | MISSING = MISSING
    """Says in words what went wrong. Where this key is documented, it is deprecated for `message`."""
