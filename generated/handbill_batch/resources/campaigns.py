"""Writing campaigns. A campaign sends one message on one channel to many users at once."""

from __future__ import annotations

from typing import Any, Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import Campaign, CampaignCreated, CampaignDelete, CampaignUpdate, Message, Targeting, When

_CREATE: Operation[CampaignCreated] = Operation(
    id="createCampaign",
    method="POST",
    path="/campaigns/create",
    results={"2XX": CampaignCreated},
)

_UPDATE: Operation[dict[str, Any]] = Operation(
    id="updateCampaign",
    method="POST",
    path="/campaigns/update",
    results={"200": dict[str, Any]},
)

_DELETE: Operation[dict[str, Any] | None] = Operation(
    id="deleteCampaign",
    method="POST",
    path="/campaigns/delete",
    results={"200": dict[str, Any], "204": None},
)


class Campaigns:
    """Writing campaigns. A campaign sends one message on one channel to many users at once."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self,
        *,
        name: str,
        state: Literal["DRAFT", "RUNNING", "STOPPED"],
        when: When,
        messages: list[Message],
        send_rate: int | MISSING = MISSING,
        labels: list[str] | MISSING = MISSING,
        targeting: Targeting | MISSING = MISSING,
    ) -> CampaignCreated: ...

    @overload
    def create(self, *, body: Campaign) -> CampaignCreated: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        state: Literal["DRAFT", "RUNNING", "STOPPED"] | MISSING = MISSING,
        when: When | MISSING = MISSING,
        messages: list[Message] | MISSING = MISSING,
        send_rate: int | MISSING = MISSING,
        labels: list[str] | MISSING = MISSING,
        targeting: Targeting | MISSING = MISSING,
        body: Campaign | None = None,
    ) -> CampaignCreated:
        """Create a campaign.

        Creates a campaign and returns its ID, which update, delete, stats and view take. The
        campaign goes live only when `state` is `RUNNING`. With `DRAFT` nothing is sent until an
        update sets `RUNNING`, and with `STOPPED` the campaign is paused until an update sets
        `RUNNING`. Leaving out `targeting` addresses the whole user base of the project. No
        idempotency key is documented, so a repeated call may create a second campaign.

        Args:
            name: Name that the dashboard shows for the campaign.
            state: State to put the campaign in. A campaign in `DRAFT` is not sent, and one in
                `STOPPED` is paused, until an update sets `RUNNING`.
            when: When and how the campaign is sent.
            messages: The message to send, always exactly one, as a campaign has a single channel.
                Language variants go inside the message. Exactly 1 item.
            send_rate: Greatest number of messages to send in a minute. No default is documented.
                1000 to 1000000.
            labels: Labels of the campaign, which frequency capping can use. Five at most. At most 5
                items.
            targeting: The users the campaign is for. Left out, it goes to the whole user base of
                the project.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign is created.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
            UnlistedStatusError: An error that the documentation of the operation does not number.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    Campaign,
                    body,
                    name=name,
                    state=state,
                    when=when,
                    messages=messages,
                    send_rate=send_rate,
                    labels=labels,
                    targeting=targeting,
                )
            ),
        )

    @overload
    def update(self, *, id: str, campaign: Campaign) -> dict[str, Any]: ...

    @overload
    def update(self, *, body: CampaignUpdate) -> dict[str, Any]: ...

    def update(
        self, *, id: str | MISSING = MISSING, campaign: Campaign | MISSING = MISSING, body: CampaignUpdate | None = None
    ) -> dict[str, Any]:
        """Replace a campaign.

        Overwrites the whole campaign with the one in the body. Nothing is merged: `name`, `state`,
        `when` and `messages` are required even when only the state changes, and every optional part
        that is to stay must be sent again. An update without `targeting` counts as one addressed to
        the whole user base. The ID stands in the body next to the campaign.

        A campaign that is running or completed can be replaced only if it is recurrent. The error
        for a refused update is not documented. Setting `state` to `RUNNING` starts a draft and
        resumes a stopped campaign. Whether a running campaign can be set to `STOPPED` is not
        documented.

        Args:
            id: ID of the campaign, as create returned it.
            campaign: The complete campaign that takes the place of the present one.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign is replaced. The body is an empty object.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            ForbiddenError: Refused: API_MISUSE (error code 12). What counts as misuse is not
                documented.
            NotFoundError: The route is unknown, ROUTE_NOT_FOUND (error code 20), or no object has
                the given ID or name. The error code for an unknown object is not documented.
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
        """
        return self._client.send(_UPDATE, Arguments(body=body_of(CampaignUpdate, body, id=id, campaign=campaign)))

    @overload
    def delete(self, *, id: str) -> dict[str, Any] | None: ...

    @overload
    def delete(self, *, body: CampaignDelete) -> dict[str, Any] | None: ...

    def delete(self, *, id: str | MISSING = MISSING, body: CampaignDelete | None = None) -> dict[str, Any] | None:
        """Delete a campaign.

        Deletes a campaign. The ID stands in the body. Whether a running campaign may be deleted,
        and whether a deletion can be undone, is not documented.

        Args:
            id: ID of the campaign, as create returned it.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign is deleted. The body is an empty object. The 2.8 page shows this form.

        Raises:
            BadRequestError: Batch cannot use the request. The update page of campaigns names
                MISSING_PARAMETER (error code 30), MALFORMED_PARAMETER (31) and MALFORMED_JSON_BODY
                (32).
            UnauthorizedError: Batch does not accept the REST API key for the given project:
                AUTHENTICATION_INVALID (error code 10).
            ForbiddenError: Refused: API_MISUSE (error code 12). What counts as misuse is not
                documented.
            NotFoundError: The route is unknown, ROUTE_NOT_FOUND (error code 20), or no object has
                the given ID or name. The error code for an unknown object is not documented.
            TooManyRequestsError: Too many requests: TOO_MANY_REQUESTS (error code 60). A caller
                pauses for 5 seconds or more; the next attempt may still meet the same error. No
                retry header is documented.
            InternalServerError: Batch failed unexpectedly: SERVER_ERROR. Update of campaigns
                numbers it 1 and delete 0, so the status tells more than the number.
            ServiceUnavailableError: Batch is down for maintenance: MAINTENANCE_ERROR (error code
                2). A later attempt can succeed.
        """
        return self._client.send(_DELETE, Arguments(body=body_of(CampaignDelete, body, id=id)))


class AsyncCampaigns:
    """Writing campaigns. A campaign sends one message on one channel to many users at once."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self,
        *,
        name: str,
        state: Literal["DRAFT", "RUNNING", "STOPPED"],
        when: When,
        messages: list[Message],
        send_rate: int | MISSING = MISSING,
        labels: list[str] | MISSING = MISSING,
        targeting: Targeting | MISSING = MISSING,
    ) -> CampaignCreated: ...

    @overload
    async def create(self, *, body: Campaign) -> CampaignCreated: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        state: Literal["DRAFT", "RUNNING", "STOPPED"] | MISSING = MISSING,
        when: When | MISSING = MISSING,
        messages: list[Message] | MISSING = MISSING,
        send_rate: int | MISSING = MISSING,
        labels: list[str] | MISSING = MISSING,
        targeting: Targeting | MISSING = MISSING,
        body: Campaign | None = None,
    ) -> CampaignCreated:
        """Create a campaign.

        Arguments, result and errors are those of `Campaigns.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    Campaign,
                    body,
                    name=name,
                    state=state,
                    when=when,
                    messages=messages,
                    send_rate=send_rate,
                    labels=labels,
                    targeting=targeting,
                )
            ),
        )

    @overload
    async def update(self, *, id: str, campaign: Campaign) -> dict[str, Any]: ...

    @overload
    async def update(self, *, body: CampaignUpdate) -> dict[str, Any]: ...

    async def update(
        self, *, id: str | MISSING = MISSING, campaign: Campaign | MISSING = MISSING, body: CampaignUpdate | None = None
    ) -> dict[str, Any]:
        """Replace a campaign.

        Arguments, result and errors are those of `Campaigns.update`.
        """
        return await self._client.send(_UPDATE, Arguments(body=body_of(CampaignUpdate, body, id=id, campaign=campaign)))

    @overload
    async def delete(self, *, id: str) -> dict[str, Any] | None: ...

    @overload
    async def delete(self, *, body: CampaignDelete) -> dict[str, Any] | None: ...

    async def delete(self, *, id: str | MISSING = MISSING, body: CampaignDelete | None = None) -> dict[str, Any] | None:
        """Delete a campaign.

        Arguments, result and errors are those of `Campaigns.delete`.
        """
        return await self._client.send(_DELETE, Arguments(body=body_of(CampaignDelete, body, id=id)))
