"""The JSON objects that `handbill_batch` sends and receives.

A field that is `MISSING` was not there, or is not sent; `None` is null.  `MISSING` is true in a condition, so ask
`if x is not MISSING`.  What a response brings beyond these fields is kept in `model_extra`; an enum of a response takes
words that the contract does not know yet, and an unknown member of a union arrives as a plain dict.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import MISSING, Field

from ._model import DateTime, Model


class Campaign(Model):
    """A complete campaign as it is written, with its schedule, its audience and its message."""

    name: str
    """Name that the dashboard shows for the campaign."""
    state: Literal["DRAFT", "RUNNING", "STOPPED"]
    """State to put the campaign in. `DRAFT` is not sent until an update sets `RUNNING`. `STOPPED`
    waits, and goes on once an update sets `RUNNING`.
    """
    send_rate: Annotated[int | MISSING, Field(ge=1000, le=1000000)] = MISSING
    """How many messages may leave in a minute. No default is documented. 1000 to 1000000."""
    labels: Annotated[list[str] | MISSING, Field(max_length=5)] = MISSING
    """Labels that sort campaigns and that frequency capping can go by. Five at most. At most 5 items."""
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
    """Id of a sender configured in the project, digits written as a string such as `"4012"`."""
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
    """Id of the sender for this language, which may differ from that of the message."""
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
    """The answer to a creation. Further members are possible."""

    id: str | MISSING = MISSING
    """Id of the new campaign, which update, delete, stats and view take."""


class CampaignUpdate(Model):
    """A campaign id together with the complete new content of that campaign."""

    id: str
    """Id of the campaign, as create returned it."""
    campaign: Campaign
    """The complete campaign that takes the place of the present one."""


class CampaignDelete(Model):
    """The campaign to delete."""

    id: str
    """Id of the campaign, as create returned it."""


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
    documented, so go by `has_more`.
    """


class Orchestration(Model):
    """A campaign or an automation as the list shows it. Further members depend on its type."""

    id: str | MISSING = MISSING
    """Id of the orchestration, which stats takes."""
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
    """Id of the orchestration."""
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
    """Id of the campaign."""
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
    """When the campaign was last updated."""
    start_time: DateTime | MISSING = MISSING
    """When the campaign starts."""


class ErrorResponse(Model):
    """The error envelope of every route."""

    error_code: str
    """Code of the error. The pages number the errors 10 (AUTHENTICATION_INVALID), 12 (API_MISUSE), 20
    (ROUTE_NOT_FOUND), 30 (MISSING_PARAMETER), 31 (MALFORMED_PARAMETER), 32 (MALFORMED_JSON_BODY), 0
    or 1 (SERVER_ERROR), 2 (MAINTENANCE_ERROR) and 60 (TOO_MANY_REQUESTS). Whether this member holds
    the number or the name is not documented, so accept both.
    """
    error_message: str
    """Text about the error for a human reader."""
