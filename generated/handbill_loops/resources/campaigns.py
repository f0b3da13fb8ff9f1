"""Campaigns are emails to an audience, from draft to sent."""

from __future__ import annotations

from typing import overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    AudienceFilter,
    Campaign,
    CampaignCreate,
    CampaignList,
    CampaignUpdate,
    CreatedCampaign,
    EngagementMetrics,
    SchedulingRequest,
)

_LIST: Operation[CampaignList] = Operation(
    id="listCampaigns",
    method="GET",
    path="/v1/campaigns",
    results={"200": CampaignList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
)

_CREATE: Operation[CreatedCampaign] = Operation(
    id="createCampaign",
    method="POST",
    path="/v1/campaigns",
    results={"201": CreatedCampaign},
)

_GET: Operation[Campaign] = Operation(
    id="getCampaign",
    method="GET",
    path="/v1/campaigns/{campaignId}",
    results={"200": Campaign},
)

_UPDATE: Operation[Campaign] = Operation(
    id="updateCampaign",
    method="POST",
    path="/v1/campaigns/{campaignId}",
    results={"200": Campaign},
)

_GET_METRICS: Operation[EngagementMetrics] = Operation(
    id="getCampaignMetrics",
    method="GET",
    path="/v1/campaigns/{campaignId}/metrics",
    results={"200": EngagementMetrics},
)


class Campaigns:
    """Campaigns are emails to an audience, from draft to sent."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> Pages[CampaignList, Campaign]:
        """List campaigns.

        Reads the campaigns of the team, one page at a time. The order is not documented, and there
        is no way to sort or to filter.

        Args:
            per_page: The number of items on a page, from 10 to 50, written as a string of digits.
                Matches `^([1-4][0-9]|50)$`. The server's default is `"20"`.
            cursor: The `pagination.next_cursor` of the page before. The first page needs none.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: The value of `per_page` is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """

        def fetch(cursor: str | MISSING) -> CampaignList:
            return self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(
        self,
        *,
        name: str,
        campaign_group_id: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        audience_segment_id: str | None | MISSING = MISSING,
        audience_filter: AudienceFilter | None | MISSING = MISSING,
        scheduling: SchedulingRequest | MISSING = MISSING,
    ) -> CreatedCampaign: ...

    @overload
    def create(self, *, body: CampaignCreate) -> CreatedCampaign: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        campaign_group_id: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        audience_segment_id: str | None | MISSING = MISSING,
        audience_filter: AudienceFilter | None | MISSING = MISSING,
        scheduling: SchedulingRequest | MISSING = MISSING,
        body: CampaignCreate | None = None,
    ) -> CreatedCampaign:
        """Create a campaign.

        Adds a campaign as a draft, along with an email message that is still empty. Subject, sender
        and content are then written to that message: its ID is `email_message_id`, and the first
        write sends `email_message_content_revision_id` as its `expected_revision_id`. Only `name`
        is needed; group, audience and send time can follow in an update. The team needs a sending
        domain. No idempotency key is accepted, so a repeated call may make a second campaign. An
        unknown group leads to 400, but an unknown mailing list or segment leads to 404.

        Args:
            name: The name of the campaign.
            campaign_group_id: The group to put the campaign in, by ID. Without it, the campaign
                joins the default group of the team.
            mailing_list_id: The mailing list that is to receive the campaign, by ID.
            audience_segment_id: The ID of the segment to send to. It can be combined with
                `audience_filter`, which then narrows the segment down.
            audience_filter: The conditions that pick the contacts to send to. They can be combined
                with `audience_segment_id`, and then pick contacts from within that segment.
            scheduling: When to send the campaign. The documentation names no default.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign is created as a draft.

        Raises:
            BadRequestError: The body is not valid, the group does not exist, or no sending domain
                is set up.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The mailing list or the segment does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    CampaignCreate,
                    body,
                    name=name,
                    campaign_group_id=campaign_group_id,
                    mailing_list_id=mailing_list_id,
                    audience_segment_id=audience_segment_id,
                    audience_filter=audience_filter,
                    scheduling=scheduling,
                )
            ),
        )

    def get(self, campaign_id: str) -> Campaign:
        """Get a campaign.

        Reads one campaign. The response has no revision of the email message; only the response to
        creating the campaign carries it.

        Args:
            campaign_id: The ID of the campaign.

        Returns:
            The campaign.

        Raises:
            BadRequestError: The campaign ID is not valid.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The campaign does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET, Arguments(path={"campaignId": campaign_id}))

    def update(
        self,
        campaign_id: str,
        *,
        name: str | MISSING = MISSING,
        campaign_group_id: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        audience_segment_id: str | None | MISSING = MISSING,
        audience_filter: AudienceFilter | None | MISSING = MISSING,
        scheduling: SchedulingRequest | MISSING = MISSING,
        body: CampaignUpdate | None = None,
    ) -> Campaign:
        """Update a campaign.

        Changes the fields that the body names, of which there must be at least one. A field that is
        left out is understood to keep its value. Null is accepted for `mailing_list_id`,
        `audience_segment_id` and `audience_filter`, where it is understood to remove what was set;
        for the other fields it is not. A draft takes every field. Since 2026-08-05 a campaign
        already sent still takes `name` and `campaign_group_id`; until 2026-08-04 only drafts could
        be changed. On a campaign that is scheduled or being sent, a change of audience or send time
        is expected to lead to 409; whether such a campaign takes a name or a group is not
        documented. An unknown group leads to 400, but an unknown mailing list or segment leads to
        404.

        Args:
            campaign_id: The ID of the campaign.
            name: The new name of the campaign.
            campaign_group_id: The group to move the campaign to, by ID.
            mailing_list_id: The mailing list that is to receive the campaign, by ID. Null is
                understood to leave the campaign without a mailing list.
            audience_segment_id: The ID of the segment to send to. Without `audience_filter`, it
                removes a filter set earlier; with it, the filter narrows the segment down. Null is
                understood to leave the campaign without a segment.
            audience_filter: The conditions that pick the contacts to send to. Without
                `audience_segment_id`, they remove a segment set earlier; with it, they pick
                contacts from within that segment. Null is understood to leave the campaign without
                a filter.
            scheduling: When to send the campaign. It does not change the status of the campaign by
                itself.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign after the change.

        Raises:
            BadRequestError: The body is not valid or names no field, or the group does not exist.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The campaign, the mailing list or the segment does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            ConflictError: The status of the campaign does not allow the change.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignUpdate,
                    body,
                    name=name,
                    campaign_group_id=campaign_group_id,
                    mailing_list_id=mailing_list_id,
                    audience_segment_id=audience_segment_id,
                    audience_filter=audience_filter,
                    scheduling=scheduling,
                ),
            ),
        )

    def get_metrics(self, campaign_id: str) -> EngagementMetrics:
        """Get the metrics of a campaign.

        Counts what became of the emails of a campaign, over all time. Loops has to switch the
        metrics API on for the team. The operation is recent; no parameter for a range of time is
        documented.

        Args:
            campaign_id: The ID of the campaign.

        Returns:
            The counts.

        Raises:
            BadRequestError: The campaign ID is not valid. The status is also reported for campaigns
                without an email message, and before sending.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The campaign does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_GET_METRICS, Arguments(path={"campaignId": campaign_id}))


class AsyncCampaigns:
    """Campaigns are emails to an audience, from draft to sent."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, per_page: str | MISSING = MISSING, cursor: str | MISSING = MISSING
    ) -> AsyncPages[CampaignList, Campaign]:
        """List campaigns.

        Arguments, result and errors are those of `Campaigns.list`.
        """

        async def fetch(cursor: str | MISSING) -> CampaignList:
            return await self._client.send(_LIST, Arguments(query={"perPage": per_page, "cursor": cursor}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self,
        *,
        name: str,
        campaign_group_id: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        audience_segment_id: str | None | MISSING = MISSING,
        audience_filter: AudienceFilter | None | MISSING = MISSING,
        scheduling: SchedulingRequest | MISSING = MISSING,
    ) -> CreatedCampaign: ...

    @overload
    async def create(self, *, body: CampaignCreate) -> CreatedCampaign: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        campaign_group_id: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        audience_segment_id: str | None | MISSING = MISSING,
        audience_filter: AudienceFilter | None | MISSING = MISSING,
        scheduling: SchedulingRequest | MISSING = MISSING,
        body: CampaignCreate | None = None,
    ) -> CreatedCampaign:
        """Create a campaign.

        Arguments, result and errors are those of `Campaigns.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    CampaignCreate,
                    body,
                    name=name,
                    campaign_group_id=campaign_group_id,
                    mailing_list_id=mailing_list_id,
                    audience_segment_id=audience_segment_id,
                    audience_filter=audience_filter,
                    scheduling=scheduling,
                )
            ),
        )

    async def get(self, campaign_id: str) -> Campaign:
        """Get a campaign.

        Arguments, result and errors are those of `Campaigns.get`.
        """
        return await self._client.send(_GET, Arguments(path={"campaignId": campaign_id}))

    async def update(
        self,
        campaign_id: str,
        *,
        name: str | MISSING = MISSING,
        campaign_group_id: str | MISSING = MISSING,
        mailing_list_id: str | None | MISSING = MISSING,
        audience_segment_id: str | None | MISSING = MISSING,
        audience_filter: AudienceFilter | None | MISSING = MISSING,
        scheduling: SchedulingRequest | MISSING = MISSING,
        body: CampaignUpdate | None = None,
    ) -> Campaign:
        """Update a campaign.

        Arguments, result and errors are those of `Campaigns.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignUpdate,
                    body,
                    name=name,
                    campaign_group_id=campaign_group_id,
                    mailing_list_id=mailing_list_id,
                    audience_segment_id=audience_segment_id,
                    audience_filter=audience_filter,
                    scheduling=scheduling,
                ),
            ),
        )

    async def get_metrics(self, campaign_id: str) -> EngagementMetrics:
        """Get the metrics of a campaign.

        Arguments, result and errors are those of `Campaigns.get_metrics`.
        """
        return await self._client.send(_GET_METRICS, Arguments(path={"campaignId": campaign_id}))
