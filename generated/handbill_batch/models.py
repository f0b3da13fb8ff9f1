"""The JSON objects that `handbill_batch` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import MISSING, Field, model_validator

from ._model import DateTime, Model


class Campaign(Model):
    """A complete campaign as it is written, with its schedule, its audience and its message."""

    name: str
    """Name that the dashboard shows for the campaign."""
    state: Literal["DRAFT", "RUNNING", "STOPPED"]
    """State to put the campaign in. A campaign in `DRAFT` is not sent, and one in `STOPPED` is paused,
    until an update sets `RUNNING`.
    """
    send_rate: Annotated[int | MISSING, Field(ge=1000, le=1000000)] = MISSING
    """Greatest number of messages to send in a minute. No default is documented. 1000 to 1000000."""
    labels: Annotated[list[str] | MISSING, Field(max_length=5)] = MISSING
    """Labels of the campaign, which frequency capping can use. Five at most. At most 5 items."""
    when: When
    """When and how the campaign is sent."""
    targeting: Targeting | MISSING = MISSING
    """The users the campaign is for. Left out, it goes to the whole user base of the project."""
    messages: Annotated[list[Message], Field(max_length=1, min_length=1)]
    """The message to send, always exactly one, as a campaign has a single channel. Language variants
    go inside the message. Exactly 1 item.
    """


class When(Model):
    """The schedule of a campaign. Further members are possible."""

    start_time: Literal["now"] | DateTime | MISSING = MISSING
    """When sending starts: the word `now` or a UTC timestamp such as `2024-01-24T10:22:00Z`. Whether
    `now` is allowed in an update is not documented.
    """
    local_time: bool | MISSING = MISSING
    """Local-time flag of the schedule, false in every example. Its effect and default are not
    documented.
    """


class Targeting(Model):
    """The audience of a campaign. Further members are possible."""

    languages: list[str] | MISSING = MISSING
    """Languages to reach."""
    regions: list[str] | MISSING = MISSING
    """Regions to reach."""
    query: dict[str, Any] | MISSING = MISSING
    """Filter on profile attributes, as a free object. Each key is an attribute name and each value
    holds an operator, for example `{"firstname": {"$eq": "Jane"}}`.
    """


class EmailMessage(Model):
    """An email message, the default content and its language variants. Further members are possible."""

    channel_type: Literal["email"]
    """Channel of the message, always `email`."""
    subject: str | MISSING = MISSING
    """Subject line."""
    sender_identity_id: str | MISSING = MISSING
    """ID of a sender configured in the project, digits written as a string such as `"4012"`."""
    reply_to: ReplyTo | MISSING = MISSING
    """Where replies go."""
    html: str | MISSING = MISSING
    """HTML body."""
    languages: list[EmailLanguage] | MISSING = MISSING
    """Variants of the message by language. What a profile without a matching variant receives is not
    documented.
    """


class EmailLanguage(Model):
    """An email message in one language. Further members are possible."""

    language: str | MISSING = MISSING
    """Language of the variant, such as `en` or `fr`."""
    subject: str | MISSING = MISSING
    """Subject line in this language."""
    sender_identity_id: str | MISSING = MISSING
    """ID of the sender for this language, which may differ from that of the message."""
    reply_to: ReplyTo | MISSING = MISSING
    """Where replies to this variant go."""
    html: str | MISSING = MISSING
    """HTML body in this language."""


class ReplyTo(Model):
    """A reply-to address. Further members are possible."""

    email_address: str | MISSING = MISSING
    """Email address that receives the replies."""


class PushMessage(Model):
    """A push message. Apart from the channel its members are not described here and are sent as given."""

    channel_type: Literal["push"]
    """Channel of the message, always `push`."""


Message: TypeAlias = Annotated[EmailMessage | PushMessage, Field(discriminator="channel_type")]
"""An email or a push message, told apart by `channel_type`."""


class CampaignCreated(Model):
    """The response to the creation of a campaign. Further members are possible."""

    id: str | MISSING = MISSING
    """ID of the new campaign, which update, delete, stats and view take."""


class CampaignUpdate(Model):
    """A campaign ID together with the complete new content of that campaign."""

    id: str
    """ID of the campaign, as create returned it."""
    campaign: Campaign
    """The complete campaign that takes the place of the present one."""


class CampaignDelete(Model):
    """The campaign to delete."""

    id: str
    """ID of the campaign, as create returned it."""


class OrchestrationList(Model):
    """One page of orchestrations."""

    orchestrations: list[Orchestration] | MISSING = MISSING
    """Orchestrations of this page."""
    count: int | MISSING = MISSING
    """Number of orchestrations in all. Other lists of Batch give it on the first page only."""
    has_more: bool | MISSING = MISSING
    """Whether another page follows. False on the last page."""
    next_from: str | MISSING = MISSING
    """Opaque cursor to send as `from_` for the next page. Its value on the last page is not
    documented, so `has_more` decides.
    """


class Orchestration(Model):
    """A campaign or an automation as the list shows it. Further members depend on its type."""

    id: str | MISSING = MISSING
    """ID of the orchestration, which stats takes."""
    type: str | MISSING = MISSING
    """Kind of orchestration. Words seen: `campaign`, `recurring`, `trigger`."""
    channels: list[str] | MISSING = MISSING
    """Channels in use."""
    platforms: list[str] | MISSING = MISSING
    """Platforms addressed."""
    source: str | MISSING = MISSING
    """Where the orchestration was created. Words seen: `dashboard`, and `api` on the view page."""
    created_date: str | MISSING = MISSING
    """When the orchestration was created, as an ISO timestamp that may lack a zone, such as
    `2017-03-02T09:43:17`. UTC is assumed, not documented.
    """
    name: str | MISSING = MISSING
    """Name given to the orchestration."""
    labels: list[str] | MISSING = MISSING
    """Labels of the orchestration."""
    status: str | MISSING = MISSING
    """Status in lower case. Words seen: `running`, and on the view page also `draft`, `completed` and
    `stopped`.
    """
    start_time: str | MISSING = MISSING
    """When the orchestration starts, as an ISO timestamp that may lack a zone, such as
    `2017-07-06T14:09:18`. UTC is assumed, not documented.
    """


class OrchestrationStats(Model):
    """Statistics of an orchestration. For an automation further members are possible."""

    id: str | MISSING = MISSING
    """ID of the orchestration."""
    details: list[StatsDay] | MISSING = MISSING
    """Counters, one entry per day."""


class StatsCounters(Model):
    """Message counters as seen for email. Other channels may have others."""

    sent: int | MISSING = MISSING
    """Number of messages sent."""
    delivered: int | MISSING = MISSING
    """Number of messages delivered."""
    unique_open: int | MISSING = MISSING
    """Number of unique opens."""
    total_open: int | MISSING = MISSING
    """Number of opens in all."""
    unique_machine_open: int | MISSING = MISSING
    """Number of unique machine opens."""
    unique_click: int | MISSING = MISSING
    """Number of unique clicks."""
    total_click: int | MISSING = MISSING
    """Number of clicks in all."""
    spam: int | MISSING = MISSING
    """Spam counter."""
    unsubscribe: int | MISSING = MISSING
    """Unsubscribe counter."""
    total_bounce: int | MISSING = MISSING
    """Number of bounces in all."""
    skipped: int | MISSING = MISSING
    """Number of messages skipped."""


class StatsDay(Model):
    """Counters of one day."""

    sent: int | MISSING = MISSING
    """Number of messages sent."""
    delivered: int | MISSING = MISSING
    """Number of messages delivered."""
    unique_open: int | MISSING = MISSING
    """Number of unique opens."""
    total_open: int | MISSING = MISSING
    """Number of opens in all."""
    unique_machine_open: int | MISSING = MISSING
    """Number of unique machine opens."""
    unique_click: int | MISSING = MISSING
    """Number of unique clicks."""
    total_click: int | MISSING = MISSING
    """Number of clicks in all."""
    spam: int | MISSING = MISSING
    """Spam counter."""
    unsubscribe: int | MISSING = MISSING
    """Unsubscribe counter."""
    total_bounce: int | MISSING = MISSING
    """Number of bounces in all."""
    skipped: int | MISSING = MISSING
    """Number of messages skipped."""
    date_: Annotated[date | MISSING, Field(alias="date")] = MISSING
    """The day counted."""
    platform: Any | MISSING = MISSING
    """Platform that the entry counts. Its form is not documented."""
    versions: list[StatsVersion] | MISSING = MISSING
    """The same counters for each version of an A/B test."""


class StatsVersion(Model):
    """Counters of one version of an A/B test."""

    sent: int | MISSING = MISSING
    """Number of messages sent."""
    delivered: int | MISSING = MISSING
    """Number of messages delivered."""
    unique_open: int | MISSING = MISSING
    """Number of unique opens."""
    total_open: int | MISSING = MISSING
    """Number of opens in all."""
    unique_machine_open: int | MISSING = MISSING
    """Number of unique machine opens."""
    unique_click: int | MISSING = MISSING
    """Number of unique clicks."""
    total_click: int | MISSING = MISSING
    """Number of clicks in all."""
    spam: int | MISSING = MISSING
    """Spam counter."""
    unsubscribe: int | MISSING = MISSING
    """Unsubscribe counter."""
    total_bounce: int | MISSING = MISSING
    """Number of bounces in all."""
    skipped: int | MISSING = MISSING
    """Number of messages skipped."""
    version: str | MISSING = MISSING
    """Letter of the version, `a` or `b` in the example."""


class PushCampaignDetails(Model):
    """The configuration of a push campaign. Its targeting and message are not described here."""

    id: str | MISSING = MISSING
    """ID of the campaign."""
    type: Literal["campaign"] | str | MISSING = MISSING
    """Kind of orchestration, `campaign`."""
    name: str | MISSING = MISSING
    """Name of the campaign."""
    status: Literal["draft", "running", "completed", "stopped"] | str | MISSING = MISSING
    """Status of the campaign."""
    source: Literal["dashboard", "api"] | str | MISSING = MISSING
    """Where the campaign was created."""
    labels: list[str] | MISSING = MISSING
    """Labels of the campaign."""
    created_date: DateTime | MISSING = MISSING
    """When the campaign was created."""
    updated_date: DateTime | MISSING = MISSING
    """When the campaign changed for the last time."""
    start_time: DateTime | MISSING = MISSING
    """When the campaign starts."""


class ProfileUpdate(Model):
    """What to change in one profile."""

    identifiers: ProfileIdentifiers
    """Which profile to change."""
    attributes: ProfileAttributes | MISSING = MISSING
    """Attributes to set."""
    events: list[ProfileEvent] | MISSING = MISSING
    """Events to record. No limit on their number is documented."""


class ProfileIdentifiers(Model):
    """The identifier of a profile. Exactly one of `custom_id` and `installation` is required."""

    custom_id: str | MISSING = MISSING
    """Custom user ID, as the apps and websites of the project use it."""
    installation: Any | MISSING = MISSING
    """An installation of an app. The form of this member is not documented."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if [self.custom_id is not MISSING, self.installation is not MISSING].count(True) != 1:
            raise ValueError("exactly one of custom_id and installation must be given")
        return self


class ProfileAttributes(Model):
    """Attributes of a profile. Names that start with `$` are native, all others are custom. The name
    of a custom date or URL is wrapped, as in `date(birthdate)` and `url(website)`. A custom array
    can be changed in place with an object such as `{"$add": ["premium_customer"]}`. Third-party
    code sends null as well, presumably to remove an attribute; no page that could be read confirms
    it.
    """

    email_address: Annotated[str | None | MISSING, Field(alias="$email_address")] = MISSING
    """Email address."""
    email_marketing: Annotated[str | None | MISSING, Field(alias="$email_marketing")] = MISSING
    """Consent to marketing emails. Words seen: `subscribed`, `unsubscribed`."""
    phone_number: Annotated[str | None | MISSING, Field(alias="$phone_number")] = MISSING
    """Phone number with its country code, such as `+33639981337`."""
    sms_marketing: Annotated[str | None | MISSING, Field(alias="$sms_marketing")] = MISSING
    """Consent to marketing by SMS. Words seen: `subscribed`, `unsubscribed`."""
    language: Annotated[str | None | MISSING, Field(alias="$language")] = MISSING
    """Language code, such as `en`."""
    region: Annotated[str | None | MISSING, Field(alias="$region")] = MISSING
    """Region code, such as `FR`."""
    timezone: Annotated[str | None | MISSING, Field(alias="$timezone")] = MISSING
    """Name of the time zone, such as `Europe/Paris`."""


class ProfileEvent(Model):
    """An event of a profile."""

    name: str | MISSING = MISSING
    """Name of the event, such as `added_to_cart`."""
    attributes: dict[str, Any] | MISSING = MISSING
    """Attributes of the event, objects and arrays of objects included. Names that start with `$` are
    reserved; `$label` and `$tags` are seen.
    """
    time_: Annotated[DateTime | MISSING, Field(alias="time")] = MISSING
    """When the event happened. What holds without it is not documented."""


class ProfileUpdateSuccess(Model):
    """All of the update is accepted."""

    code: Literal["SUCCESS"]
    """Outcome of the update, always `SUCCESS`."""


class ProfileUpdatePartialSuccess(Model):
    """The update is accepted apart from the parts that `errors` names."""

    code: Literal["SUCCESS_WITH_PARTIAL_ERRORS"]
    """Outcome of the update, always `SUCCESS_WITH_PARTIAL_ERRORS`."""
    errors: list[ProfileUpdateError] | MISSING = MISSING
    """What was dropped."""


ProfileUpdateResult: TypeAlias = ProfileUpdateSuccess | ProfileUpdatePartialSuccess | dict[str, Any]
"""Whether all of an update is accepted or only a part, told apart by `code`."""


class ProfileUpdateError(Model):
    """A part of an update that was dropped. Further members are possible."""

    category: str | MISSING = MISSING
    """Kind of the dropped part. The words are not documented."""
    bulk_index: int | MISSING = MISSING
    """Position of the profile in the request, counted from 0."""
    attribute: str | MISSING = MISSING
    """Name of the dropped attribute."""
    reason: str | MISSING = MISSING
    """Why the part was dropped."""


class ProfileAttributesExport(Model):
    """An export of profile attributes. At least one of `attributes` and `identifiers` is required."""

    export_type: Literal["ATTRIBUTES"]
    """Kind of export, always `ATTRIBUTES`."""
    attributes: Annotated[list[str] | MISSING, Field(min_length=1)] = MISSING
    """Attributes to export. At least 1 item."""
    identifiers: list[str] | MISSING = MISSING
    """Identifiers to export."""
    filter: ExportFilter | MISSING = MISSING
    """Which profiles to export. New in 2.7."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.attributes is MISSING and self.identifiers is MISSING:
            raise ValueError("attributes or identifiers must be given")
        return self


class ExportFilter(Model):
    """A choice of profiles. Further members are possible."""

    segment: str | MISSING = MISSING
    """Code of the segment whose profiles are exported, such as `MY-SEGMENT-CODE`."""


class ExportStarted(Model):
    """The response to the start of an export."""

    id: str | MISSING = MISSING
    """ID of the export request, to be read under Exports."""


class ExportList(Model):
    """One page of export requests."""

    exports: list[Export] | MISSING = MISSING
    """Export requests of this page."""
    count: int | MISSING = MISSING
    """Number of export requests in all."""
    has_more: bool | MISSING = MISSING
    """Whether another page follows. False on the last page."""
    next_from: str | MISSING = MISSING
    """Opaque cursor to send as `from_` for the next page."""


class Export(Model):
    """An export request. Further members are possible."""

    id: str
    """ID of the export request."""
    request_date: DateTime | MISSING = MISSING
    """When the export was asked for, in UTC."""
    start_date: DateTime | MISSING = MISSING
    """When the export began to run, in UTC."""
    completion_date: DateTime | MISSING = MISSING
    """When the export ended, in UTC."""
    scope: str
    """What is exported. Word seen: `PROFILE_ATTRIBUTES`."""
    status: Literal["CREATED", "PENDING", "RUNNING", "SUCCESS", "ERROR"] | str
    """State of the export: created, waiting to run, running, finished, or failed."""
    files: list[ExportFile]
    """Files of the export, if there are any yet."""
    request: ExportedRequest
    """The request as it was sent."""


class ExportFile(Model):
    """One file of an export, 100 MB at most."""

    id: str | MISSING = MISSING
    """ID of the file, which the download takes."""
    part: int | MISSING = MISSING
    """Number of the file among the files of the export, 1 in the example."""
    size: int | MISSING = MISSING
    """Size of the file. The unit is not documented."""
    url: str | MISSING = MISSING
    """Address of the download route for this file."""


class ExportedRequest(Model):
    """The request that an export came from. Further members depend on its type."""

    export_type: str | MISSING = MISSING
    """Kind of export. Word seen: `ATTRIBUTES`."""
    attributes: list[str] | MISSING = MISSING
    """Attributes asked for."""
    identifiers: list[str] | MISSING = MISSING
    """Identifiers asked for."""


class AudienceCreate(Model):
    """A new audience."""

    name: Annotated[str, Field(max_length=255, pattern="^[a-zA-Z0-9_-]+$")]
    """Name of the audience, unique in the project and case-sensitive. Letters, digits, `_` and `-`
    only. At most 255 characters. Matches `^[a-zA-Z0-9_-]+$`.
    """
    type: Literal["custom_ids"]
    """Kind of the users in the audience. Only custom user IDs are possible."""
    display_name: str | MISSING = MISSING
    """Text about the audience."""


class AudienceUpdate(Model):
    """Actions on the users of an audience."""

    name: str
    """Name of the audience."""
    ids: Annotated[list[AudienceAction], Field(max_length=10000)]
    """The actions, 10,000 at most. The last one for a user counts. At most 10000 items."""


class AudienceAddition(Model):
    """A user to add to an audience."""

    action: Literal["add"]
    """What to do, always `add`."""
    id: str
    """Custom user ID."""
    attributes: dict[str, Any] | MISSING = MISSING
    """Attributes to keep with the user."""


class AudienceRemoval(Model):
    """A user to remove from an audience."""

    action: Literal["remove"]
    """What to do, always `remove`."""
    id: str
    """Custom user ID."""


AudienceAction: TypeAlias = Annotated[AudienceAddition | AudienceRemoval, Field(discriminator="action")]
"""An addition to an audience or a removal from it, told apart by `action`."""


class AudienceReplace(Model):
    """The new users of an audience."""

    name: str
    """Name of the audience."""
    ids: Annotated[list[AudienceMember], Field(max_length=10000)]
    """The users, 10,000 at most. At most 10000 items."""


class AudienceMember(Model):
    """A user of an audience."""

    id: str
    """Custom user ID."""
    attributes: dict[str, Any] | MISSING = MISSING
    """Attributes to keep with the user."""


class AudienceRemove(Model):
    """The audience to remove."""

    name: str
    """Name of the audience."""


class IndexingStarted(Model):
    """The response to a change that is indexed later."""

    indexing_token: str | MISSING = MISSING
    """Token that the view route takes to tell how far the change is."""


class Audience(Model):
    """An audience."""

    name: str | MISSING = MISSING
    """Name of the audience."""
    display_name: str | MISSING = MISSING
    """Text about the audience."""
    type: Literal["CUSTOM_ID"] | str | MISSING = MISSING
    """Kind of the users in the audience."""
    nb_ids: int | MISSING = MISSING
    """Number of users in the audience."""
    indexing_state: Literal["IN_PROGRESS", "APPLIED", "REPLACED"] | str | MISSING = MISSING
    """How far a change is. `IN_PROGRESS` is not finished, `APPLIED` is finished, and `REPLACED` means
    that the users were replaced after the given token was returned.
    """
    created: DateTime | MISSING = MISSING
    """When the audience was created, in UTC."""
    updated: DateTime | MISSING = MISSING
    """When the audience was last changed, in UTC."""


class AudienceList(Model):
    """One page of audiences."""

    audiences: list[Audience] | MISSING = MISSING
    """Audiences of this page."""
    count: int | MISSING = MISSING
    """Number of audiences in all. Given on the first page only."""
    has_more: bool | MISSING = MISSING
    """Whether another page follows. False on the last page."""
    next_from: str | MISSING = MISSING
    """Opaque cursor to send as `from_` for the next page."""


class Segment(Model):
    """A segment."""

    code: str | MISSING = MISSING
    """Code of the segment, which an export takes."""
    display_name: str | MISSING = MISSING
    """Name of the segment for display."""
    created_at: DateTime | MISSING = MISSING
    """When the segment was created, in UTC."""
    updated_at: DateTime | MISSING = MISSING
    """When the segment was last changed, in UTC."""


class SegmentList(Model):
    """One page of segments."""

    segments: list[Segment] | MISSING = MISSING
    """Segments of this page."""
    count: int | MISSING = MISSING
    """Number of segments in all."""
    has_more: bool | MISSING = MISSING
    """Whether another page follows. False on the last page."""
    next_from: str | MISSING = MISSING
    """Opaque cursor to send as `from_` for the next page."""


class CatalogCreate(Model):
    """A new catalog."""

    name: str
    """Name of the catalog, unique in the project."""
    fields: Annotated[list[CatalogField] | MISSING, Field(max_length=25)] = MISSING
    """Fields of the catalog, 25 at most. At most 25 items."""


class CatalogField(Model):
    """A field that each item of a catalog can fill."""

    name: str
    """Name of the field, in lower-case letters, digits and `_`. 1 to 250 characters. Matches
    `[a-z0-9_]+$`.
    """
    type: CatalogFieldType
    """Type of the values."""


CatalogFieldType: TypeAlias = Literal["array", "bool", "date", "float", "integer", "string", "url"] | str
"""Type of a field."""


class CatalogUpdate(Model):
    """Actions on the fields of a catalog."""

    name: str | MISSING = MISSING
    """Name of the catalog."""
    fields: list[CatalogFieldAction] | MISSING = MISSING
    """The actions."""


class CatalogFieldAddition(Model):
    """A field to add to a catalog."""

    action: Literal["add"]
    """What to do, always `add`."""
    name: str | MISSING = MISSING
    """Name of the field."""
    type: CatalogFieldType | MISSING = MISSING
    """Type of the values."""


class CatalogFieldRemoval(Model):
    """A field to remove from a catalog."""

    action: Literal["remove"]
    """What to do, always `remove`."""
    name: str | MISSING = MISSING
    """Name of the field."""


CatalogFieldAction: TypeAlias = Annotated[CatalogFieldAddition | CatalogFieldRemoval, Field(discriminator="action")]
"""The addition of a field or its removal, told apart by `action`."""


class CatalogRemove(Model):
    """The catalog to remove."""

    name: str
    """Name of the catalog."""


class Catalog(Model):
    """A catalog, without its items."""

    name: str
    """Name of the catalog."""
    fields: list[CatalogField]
    """Fields of the catalog. 1 to 25 items."""
    items: int
    """Number of items in the catalog."""
    size: int
    """Size of the catalog in bytes."""
    created: DateTime
    """When the catalog was created, in UTC."""
    updated: DateTime
    """When the catalog was last changed, in UTC."""
    indexing_state: Literal["IN_PROGRESS", "APPLIED"] | str | MISSING = MISSING
    """How far an edit of items is: `IN_PROGRESS` or `APPLIED`. The view route gives it only together
    with an indexing token.
    """


class CatalogList(Model):
    """One page of catalogs."""

    catalogs: list[Catalog] | MISSING = MISSING
    """Catalogs of this page."""
    count: int | MISSING = MISSING
    """Number of catalogs in all. Given on the first page only."""
    has_more: bool | MISSING = MISSING
    """Whether another page follows. False on the last page."""
    next_from: str | MISSING = MISSING
    """Opaque cursor to send as `from_` for the next page. It can be there on the last page too, so
    `has_more` decides.
    """


class CatalogItemsEdit(Model):
    """Actions on the items of a catalog."""

    name: str
    """Name of the catalog."""
    items: Annotated[list[CatalogItemAction] | MISSING, Field(max_length=200)] = MISSING
    """The actions, 200 at most. At most 200 items."""


class CatalogItemAction(Model):
    """An action on one item. Further members are possible."""

    id: str | MISSING = MISSING
    """ID of the item."""
    action: str | MISSING = MISSING
    """What to do. Word seen: `add`. The page also speaks of updating and removing items without giving
    the words.
    """
    attributes: CatalogItemAttributes | MISSING = MISSING
    """Values of the item."""


CatalogItemAttributes: TypeAlias = dict[str, list[str] | bool | int | float | str]
"""Values of an item by field. A value under `date(...)` is an RFC 3339 or Unix time and one under
`url(...)` is a URL; all other names consist of lower-case letters, digits and `_`.
"""


class ErrorResponse(Model):
    """The error envelope of every route."""

    error_code: str
    """Code of the error. The pages number the errors 10 (AUTHENTICATION_INVALID), 12 (API_MISUSE), 20
    (ROUTE_NOT_FOUND), 30 (MISSING_PARAMETER), 31 (MALFORMED_PARAMETER), 32 (MALFORMED_JSON_BODY), 0
    or 1 (SERVER_ERROR), 2 (MAINTENANCE_ERROR) and 60 (TOO_MANY_REQUESTS). Whether this member holds
    the number or the name is not documented, so a caller accepts both.
    """
    error_message: str
    """Text about the error for a human reader."""
