"""One email to lists and segments of contacts, sent at once, at a set time, or in growing daily
batches.
"""

from __future__ import annotations

import builtins

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._model import DateTime
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    CampaignCreate,
    CampaignDeleteResponse,
    CampaignListItem,
    CampaignListResponse,
    CampaignResponse,
    CampaignSummaryResponse,
    CampaignUpdate,
    GradualStrategy,
    Sender,
    SendMode,
)

_LIST: Operation[CampaignListResponse] = Operation(
    id="listCampaigns",
    method="GET",
    path="/campaigns",
    results={"200": CampaignListResponse},
)
_LIST_PAGES = Paging(
    style="page",
    items=("data", "campaigns"),
    following=("data", "pagination", "total_pages"),
)

_CREATE: Operation[CampaignResponse] = Operation(
    id="createCampaign",
    method="POST",
    path="/campaigns",
    results={"2XX": CampaignResponse},
)

_GET: Operation[CampaignResponse] = Operation(
    id="getCampaign",
    method="GET",
    path="/campaigns/{campaignId}",
    results={"200": CampaignResponse},
)

_DELETE: Operation[CampaignDeleteResponse] = Operation(
    id="deleteCampaign",
    method="DELETE",
    path="/campaigns/{campaignId}",
    results={"200": CampaignDeleteResponse},
)

_UPDATE: Operation[CampaignSummaryResponse] = Operation(
    id="updateCampaign",
    method="PATCH",
    path="/campaigns/{campaignId}",
    results={"200": CampaignSummaryResponse},
)

_ABORT: Operation[CampaignSummaryResponse] = Operation(
    id="abortCampaign",
    method="POST",
    path="/campaigns/{campaignId}/abort",
    results={"200": CampaignSummaryResponse},
)

_PAUSE: Operation[CampaignSummaryResponse] = Operation(
    id="pauseCampaign",
    method="POST",
    path="/campaigns/{campaignId}/pause",
    results={"200": CampaignSummaryResponse},
)

_RESUME: Operation[CampaignSummaryResponse] = Operation(
    id="resumeCampaign",
    method="POST",
    path="/campaigns/{campaignId}/resume",
    results={"200": CampaignSummaryResponse},
)


class Campaigns:
    """One email to lists and segments of contacts, sent at once, at a set time, or in growing daily
    batches.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, *, status: str | MISSING = MISSING, page: int | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> Pages[CampaignListResponse, CampaignListItem]:
        """List campaigns.

        Lists the campaigns of the project page by page, all of them or those in one status. Items
        are shorter than a campaign read on its own: sender, recipients and template are not part of
        them.

        Args:
            status: Keeps only the campaigns in this status. The documentation shows `draft` here
                and names other statuses elsewhere without closing the set.
            page: The page to read. The first page is 1.
            limit: How many campaigns a page holds at most.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """

        def fetch(page: int | MISSING) -> CampaignListResponse:
            return self._client.send(_LIST, Arguments(query={"status": status, "page": page, "limit": limit}))

        return Pages(fetch, page, _LIST_PAGES)

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        from_: Sender | MISSING = MISSING,
        from_sender_id: str | MISSING = MISSING,
        reply_to: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        html_template: str | MISSING = MISSING,
        to_lists: builtins.list[str] | MISSING = MISSING,
        exclude_lists: builtins.list[str] | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        send_now: bool | MISSING = MISSING,
        scheduled_at: DateTime | MISSING = MISSING,
        send_to_global_list: bool | MISSING = MISSING,
        publish: bool | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        send_mode: SendMode | MISSING = MISSING,
        gradual_strategy: GradualStrategy | MISSING = MISSING,
        daily_batch_size: int | MISSING = MISSING,
        timezone: str | MISSING = MISSING,
        body: CampaignCreate | None = None,
    ) -> CampaignResponse:
        """Create a campaign.

        Creates a campaign. The documented example without `publish` and `send_now` leaves a draft;
        the one that sets both returns a campaign in status `scheduled`, which leaves 120 seconds
        after its creation. Sending happens after the call has returned, so the response never
        confirms that email has left. `template_id` or `html_template` must be given, or both. A
        repeated call is not documented to be recognised as such.

        Args:
            name: The name of the campaign. 1 to 200 characters.
            subject: The subject line. 1 to 998 characters.
            preview_text: The text that email programs show next to the subject. At most 200
                characters.
            from_: The sender, given in place.
            from_sender_id: The ID of a stored sender. It may be given along with `from_`; which of
                the two then counts is not documented.
            reply_to: The address that replies go to.
            template_id: The ID of the template with the content, for example
                `A-280fa451a7ca5cc17513`.
            html_template: The content as HTML. It wins over `template_id`; if both are given, the
                template of that ID is overwritten with this HTML.
            to_lists: The IDs of the lists and segments to send to. Responses hold objects in this
                place.
            exclude_lists: The IDs of the lists and segments to leave out.
            unsubscribe_group_id: The ID of the group that recipients unsubscribe from. AutoSend
                calls the same thing a suppression group elsewhere.
            send_now: Whether to send the campaign without a date. It is then scheduled to leave 120
                seconds after the call.
            scheduled_at: When to send the campaign.
            send_to_global_list: Whether to send to every contact of the project.
            publish: Whether to publish the campaign, which makes it final.
            tracking_click: Whether clicks are tracked. The default is not documented.
            tracking_open: Whether opens are tracked. The default is not documented.
            send_mode: How the campaign is sent.
            gradual_strategy: How the daily number of emails grows. Required where `send_mode` is
                `gradual`.
            daily_batch_size: How many emails are sent per day in gradual sending. At least 1.
            timezone: The time zone for scheduled and gradual sending, for example
                `America/New_York`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign exists.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    CampaignCreate,
                    body,
                    name=name,
                    subject=subject,
                    preview_text=preview_text,
                    from_=from_,
                    from_sender_id=from_sender_id,
                    reply_to=reply_to,
                    template_id=template_id,
                    html_template=html_template,
                    to_lists=to_lists,
                    exclude_lists=exclude_lists,
                    unsubscribe_group_id=unsubscribe_group_id,
                    send_now=send_now,
                    scheduled_at=scheduled_at,
                    send_to_global_list=send_to_global_list,
                    publish=publish,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    send_mode=send_mode,
                    gradual_strategy=gradual_strategy,
                    daily_batch_size=daily_batch_size,
                    timezone=timezone,
                )
            ),
        )

    def get(self, campaign_id: str) -> CampaignResponse:
        """Get a campaign.

        Reads one campaign in full, with its recipients, its template and its delivery counts. Lists
        come back as objects, whereas create and update take their IDs: what is read cannot be sent
        back as it is.

        Args:
            campaign_id: The ID of the campaign.

        Returns:
            The campaign.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_GET, Arguments(path={"campaignId": campaign_id}))

    def delete(self, campaign_id: str) -> CampaignDeleteResponse:
        """Delete a campaign.

        Deletes a campaign for good. Only a campaign in status `draft` can be deleted; any other is
        refused with 400.

        Args:
            campaign_id: The ID of the campaign.

        Returns:
            The campaign is gone.

        Raises:
            BadRequestError: The campaign is not a draft, or the request is malformed.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The project has no campaign with this ID.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_DELETE, Arguments(path={"campaignId": campaign_id}))

    def update(
        self,
        campaign_id: str,
        *,
        name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        from_: Sender | MISSING = MISSING,
        from_sender_id: str | MISSING = MISSING,
        reply_to: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        html_template: str | MISSING = MISSING,
        to_lists: builtins.list[str] | MISSING = MISSING,
        exclude_lists: builtins.list[str] | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        send_now: bool | MISSING = MISSING,
        scheduled_at: DateTime | MISSING = MISSING,
        send_to_global_list: bool | MISSING = MISSING,
        publish: bool | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        send_mode: SendMode | MISSING = MISSING,
        gradual_strategy: GradualStrategy | MISSING = MISSING,
        daily_batch_size: int | MISSING = MISSING,
        timezone: str | MISSING = MISSING,
        body: CampaignUpdate | None = None,
    ) -> CampaignSummaryResponse:
        """Update a campaign.

        Changes the fields that are sent and leaves every other field as it is; an empty object is
        allowed. No field is documented to take null, and no way to clear a field is documented;
        `preview_text` has no least length, so an empty string is valid there. Whether a list that
        is sent replaces or extends the stored one, whether `from_` is merged field by field, and in
        which statuses a campaign can be changed is not documented either. `send_now` makes email
        leave; `html_template` can rewrite a stored template.

        Args:
            campaign_id: The ID of the campaign.
            name: The name of the campaign. 1 to 200 characters.
            subject: The subject line. 1 to 998 characters.
            preview_text: The text that email programs show next to the subject. It may be empty. At
                most 200 characters.
            from_: The sender, given in place. Whether one of its two fields can be changed alone is
                not documented.
            from_sender_id: The ID of a stored sender.
            reply_to: The address that replies go to.
            template_id: The ID of the template with the content, for example
                `A-280fa451a7ca5cc17513`.
            html_template: The content as HTML. It wins over `template_id`; if both are given, the
                template of that ID is overwritten with this HTML.
            to_lists: The IDs of the lists and segments to send to. Responses hold objects in this
                place.
            exclude_lists: The IDs of the lists and segments to leave out.
            unsubscribe_group_id: The ID of the group that recipients unsubscribe from. AutoSend
                calls the same thing a suppression group elsewhere.
            send_now: Whether to start sending right away. The status in the response is not
                documented to be `sent` by then.
            scheduled_at: When to send the campaign.
            send_to_global_list: Whether to send to every contact of the project.
            publish: Whether to publish the campaign, which makes it final.
            tracking_click: Whether clicks are tracked.
            tracking_open: Whether opens are tracked.
            send_mode: How the campaign is sent.
            gradual_strategy: How the daily number of emails grows. Used where `send_mode` is
                `gradual`.
            daily_batch_size: How many emails are sent per day in gradual sending. At least 1.
            timezone: The time zone for scheduled and gradual sending.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The campaign has been changed.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"campaignId": campaign_id},
                body=body_of(
                    CampaignUpdate,
                    body,
                    name=name,
                    subject=subject,
                    preview_text=preview_text,
                    from_=from_,
                    from_sender_id=from_sender_id,
                    reply_to=reply_to,
                    template_id=template_id,
                    html_template=html_template,
                    to_lists=to_lists,
                    exclude_lists=exclude_lists,
                    unsubscribe_group_id=unsubscribe_group_id,
                    send_now=send_now,
                    scheduled_at=scheduled_at,
                    send_to_global_list=send_to_global_list,
                    publish=publish,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    send_mode=send_mode,
                    gradual_strategy=gradual_strategy,
                    daily_batch_size=daily_batch_size,
                    timezone=timezone,
                ),
            ),
        )

    def abort(self, campaign_id: str) -> CampaignSummaryResponse:
        """Abort a campaign.

        Stops a campaign that is being sent: whatever is still waiting is dropped at once, what has
        left stays sent. The campaign ends up in status `aborted`. No way back is documented, nor
        the response where the campaign is not being sent.

        Args:
            campaign_id: The ID of the campaign.

        Returns:
            The campaign is aborted.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_ABORT, Arguments(path={"campaignId": campaign_id}))

    def pause(self, campaign_id: str) -> CampaignSummaryResponse:
        """Pause a campaign.

        Holds a running campaign until it is resumed and then goes on from where it stopped. Mostly
        of use for gradual sending. The campaign ends up in status `paused`. The response where the
        campaign is not running is not documented.

        Args:
            campaign_id: The ID of the campaign.

        Returns:
            The campaign is paused.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_PAUSE, Arguments(path={"campaignId": campaign_id}))

    def resume(self, campaign_id: str) -> CampaignSummaryResponse:
        """Resume a campaign.

        Lets a paused campaign go on from where it stopped, which makes email leave again. Its
        status becomes `sending` or, for gradual sending, `sending_gradual`. The response where the
        campaign is not paused is not documented.

        Args:
            campaign_id: The ID of the campaign.

        Returns:
            The campaign is being sent again.

        Raises:
            BadRequestError: The request is malformed: broken JSON, a missing field, a wrong type or
                a value beyond its limit.
            UnauthorizedError: The key is missing, wrong, expired or badly formed.
            PaymentRequiredError: A payment is due or the subscription has run out.
            ForbiddenError: The key is valid but may not do this, or a limit of the plan is reached.
            NotFoundError: The ID is unknown, deleted or part of another project.
            TooManyRequestsError: The rate limit is exceeded. The body says how many seconds to
                wait; exponential backoff is advised.
            InternalServerError: AutoSend failed to process the request.
        """
        return self._client.send(_RESUME, Arguments(path={"campaignId": campaign_id}))


class AsyncCampaigns:
    """One email to lists and segments of contacts, sent at once, at a set time, or in growing daily
    batches.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, status: str | MISSING = MISSING, page: int | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> AsyncPages[CampaignListResponse, CampaignListItem]:
        """List campaigns.

        Arguments, result and errors are those of `Campaigns.list`.
        """

        async def fetch(page: int | MISSING) -> CampaignListResponse:
            return await self._client.send(_LIST, Arguments(query={"status": status, "page": page, "limit": limit}))

        return AsyncPages(fetch, page, _LIST_PAGES)

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        from_: Sender | MISSING = MISSING,
        from_sender_id: str | MISSING = MISSING,
        reply_to: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        html_template: str | MISSING = MISSING,
        to_lists: builtins.list[str] | MISSING = MISSING,
        exclude_lists: builtins.list[str] | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        send_now: bool | MISSING = MISSING,
        scheduled_at: DateTime | MISSING = MISSING,
        send_to_global_list: bool | MISSING = MISSING,
        publish: bool | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        send_mode: SendMode | MISSING = MISSING,
        gradual_strategy: GradualStrategy | MISSING = MISSING,
        daily_batch_size: int | MISSING = MISSING,
        timezone: str | MISSING = MISSING,
        body: CampaignCreate | None = None,
    ) -> CampaignResponse:
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
                    subject=subject,
                    preview_text=preview_text,
                    from_=from_,
                    from_sender_id=from_sender_id,
                    reply_to=reply_to,
                    template_id=template_id,
                    html_template=html_template,
                    to_lists=to_lists,
                    exclude_lists=exclude_lists,
                    unsubscribe_group_id=unsubscribe_group_id,
                    send_now=send_now,
                    scheduled_at=scheduled_at,
                    send_to_global_list=send_to_global_list,
                    publish=publish,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    send_mode=send_mode,
                    gradual_strategy=gradual_strategy,
                    daily_batch_size=daily_batch_size,
                    timezone=timezone,
                )
            ),
        )

    async def get(self, campaign_id: str) -> CampaignResponse:
        """Get a campaign.

        Arguments, result and errors are those of `Campaigns.get`.
        """
        return await self._client.send(_GET, Arguments(path={"campaignId": campaign_id}))

    async def delete(self, campaign_id: str) -> CampaignDeleteResponse:
        """Delete a campaign.

        Arguments, result and errors are those of `Campaigns.delete`.
        """
        return await self._client.send(_DELETE, Arguments(path={"campaignId": campaign_id}))

    async def update(
        self,
        campaign_id: str,
        *,
        name: str | MISSING = MISSING,
        subject: str | MISSING = MISSING,
        preview_text: str | MISSING = MISSING,
        from_: Sender | MISSING = MISSING,
        from_sender_id: str | MISSING = MISSING,
        reply_to: str | MISSING = MISSING,
        template_id: str | MISSING = MISSING,
        html_template: str | MISSING = MISSING,
        to_lists: builtins.list[str] | MISSING = MISSING,
        exclude_lists: builtins.list[str] | MISSING = MISSING,
        unsubscribe_group_id: str | MISSING = MISSING,
        send_now: bool | MISSING = MISSING,
        scheduled_at: DateTime | MISSING = MISSING,
        send_to_global_list: bool | MISSING = MISSING,
        publish: bool | MISSING = MISSING,
        tracking_click: bool | MISSING = MISSING,
        tracking_open: bool | MISSING = MISSING,
        send_mode: SendMode | MISSING = MISSING,
        gradual_strategy: GradualStrategy | MISSING = MISSING,
        daily_batch_size: int | MISSING = MISSING,
        timezone: str | MISSING = MISSING,
        body: CampaignUpdate | None = None,
    ) -> CampaignSummaryResponse:
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
                    subject=subject,
                    preview_text=preview_text,
                    from_=from_,
                    from_sender_id=from_sender_id,
                    reply_to=reply_to,
                    template_id=template_id,
                    html_template=html_template,
                    to_lists=to_lists,
                    exclude_lists=exclude_lists,
                    unsubscribe_group_id=unsubscribe_group_id,
                    send_now=send_now,
                    scheduled_at=scheduled_at,
                    send_to_global_list=send_to_global_list,
                    publish=publish,
                    tracking_click=tracking_click,
                    tracking_open=tracking_open,
                    send_mode=send_mode,
                    gradual_strategy=gradual_strategy,
                    daily_batch_size=daily_batch_size,
                    timezone=timezone,
                ),
            ),
        )

    async def abort(self, campaign_id: str) -> CampaignSummaryResponse:
        """Abort a campaign.

        Arguments, result and errors are those of `Campaigns.abort`.
        """
        return await self._client.send(_ABORT, Arguments(path={"campaignId": campaign_id}))

    async def pause(self, campaign_id: str) -> CampaignSummaryResponse:
        """Pause a campaign.

        Arguments, result and errors are those of `Campaigns.pause`.
        """
        return await self._client.send(_PAUSE, Arguments(path={"campaignId": campaign_id}))

    async def resume(self, campaign_id: str) -> CampaignSummaryResponse:
        """Resume a campaign.

        Arguments, result and errors are those of `Campaigns.resume`.
        """
        return await self._client.send(_RESUME, Arguments(path={"campaignId": campaign_id}))
