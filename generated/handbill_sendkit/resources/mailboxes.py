"""Mailboxes are the accounts that send and receive the emails of campaigns."""

from __future__ import annotations

import builtins
from typing import Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import (
    ConnectionTestResponse,
    Mailbox,
    MailboxCreate,
    MailboxHealthResponse,
    MailboxList,
    MailboxResponse,
    MailboxUpdate,
    MailServer,
)

_LIST: Operation[MailboxList] = Operation(
    id="listMailboxes",
    method="GET",
    path="/v1/mailboxes",
    results={"200": MailboxList},
    styles={"query": {"tags": ("form", False), "campaignIds": ("form", False)}},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
    more=("pagination", "has_more"),
)

_CREATE: Operation[MailboxResponse] = Operation(
    id="createMailbox",
    method="POST",
    path="/v1/mailboxes",
    results={"200": MailboxResponse},
)

_GET: Operation[MailboxResponse] = Operation(
    id="getMailbox",
    method="GET",
    path="/v1/mailboxes/{mailboxId}",
    results={"200": MailboxResponse},
)

_UPDATE: Operation[MailboxResponse] = Operation(
    id="updateMailbox",
    method="PATCH",
    path="/v1/mailboxes/{mailboxId}",
    results={"200": MailboxResponse},
)

_GET_CONNECTION_TEST: Operation[ConnectionTestResponse] = Operation(
    id="getMailboxConnectionTest",
    method="GET",
    path="/v1/mailboxes/{mailboxId}/connection-test",
    results={"200": ConnectionTestResponse},
)

_GET_HEALTH: Operation[MailboxHealthResponse] = Operation(
    id="getMailboxHealth",
    method="GET",
    path="/v1/mailboxes/{mailboxId}/health",
    results={"200": MailboxHealthResponse},
)


class Mailboxes:
    """Mailboxes are the accounts that send and receive the emails of campaigns."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self,
        *,
        status: str | MISSING = MISSING,
        provider: str | MISSING = MISSING,
        sending_enabled: bool | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        tag_mode: Literal["any", "all"] | MISSING = MISSING,
        untagged: bool | MISSING = MISSING,
        search: str | MISSING = MISSING,
        warmup_enabled: bool | MISSING = MISSING,
        warmup_status: str | MISSING = MISSING,
        warmup_health: str | MISSING = MISSING,
        min_bounce_rate: int | float | MISSING = MISSING,
        max_bounce_rate: int | float | MISSING = MISSING,
        high_bounce_rate: bool | MISSING = MISSING,
        min_health_score: int | MISSING = MISSING,
        max_health_score: int | MISSING = MISSING,
        campaign_ids: builtins.list[str] | MISSING = MISSING,
        not_in_campaign: bool | MISSING = MISSING,
        in_active_campaign: bool | MISSING = MISSING,
        connection_type: str | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> Pages[MailboxList, Mailbox]:
        """List mailboxes.

        Pages through the mailboxes of the workspace with their health and warm-up. Credentials are
        never returned. The listing ends when `pagination.has_more` is false; a short or empty page
        does not end it by itself.

        Args:
            status: Keeps only the mailboxes in this state. The words seen are `active`, `inactive`,
                `error`, `warming_up`, `suspended`, `failed` and `pending`.
            provider: Keeps only the mailboxes of this provider. The words seen are `gmail`,
                `outlook`, `azure` and `custom`.
            sending_enabled: Keeps only the mailboxes that may send, or only the others.
            tags: Keeps only the mailboxes that carry these tags, as `tag_mode` says. The names are
                joined with commas.
            tag_mode: Whether one of the `tags` is enough (`any`) or all are needed (`all`).
            untagged: True keeps only the mailboxes without a tag.
            search: Keeps only the mailboxes that match this text. Which properties it searches is
                not documented.
            warmup_enabled: Keeps only the mailboxes whose warm-up is on, or only the others.
            warmup_status: Keeps only the mailboxes whose warm-up is in this state, such as
                `not_started`.
            warmup_health: Keeps only the mailboxes whose warm-up goes this well, such as `good`.
            min_bounce_rate: Keeps only the mailboxes that bounce at this rate or a higher one. The
                unit is not documented.
            max_bounce_rate: Keeps only the mailboxes that bounce at this rate or a lower one. The
                unit is not documented.
            high_bounce_rate: True keeps only the mailboxes that bounce often. The threshold is not
                documented.
            min_health_score: Keeps only the mailboxes with this health score or a higher one.
            max_health_score: Keeps only the mailboxes with this health score or a lower one.
            campaign_ids: Keeps only the mailboxes of these campaigns. The IDs are joined with
                commas.
            not_in_campaign: True keeps only the mailboxes that no campaign uses.
            in_active_campaign: True keeps only the mailboxes that an active campaign uses.
            connection_type: Keeps only the mailboxes that are connected this way. The words seen
                are `oauth` and `smtp`.
            cursor: The `next_cursor` of the page before, an opaque text. The first page needs none.
            limit: The largest number of items in one page. The server's default is not documented.
                1 to 100.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnlistedStatusError: Any other failure.
        """

        def fetch(cursor: str | MISSING) -> MailboxList:
            return self._client.send(
                _LIST,
                Arguments(
                    query={
                        "status": status,
                        "provider": provider,
                        "sendingEnabled": sending_enabled,
                        "tags": tags,
                        "tagMode": tag_mode,
                        "untagged": untagged,
                        "search": search,
                        "warmupEnabled": warmup_enabled,
                        "warmupStatus": warmup_status,
                        "warmupHealth": warmup_health,
                        "minBounceRate": min_bounce_rate,
                        "maxBounceRate": max_bounce_rate,
                        "highBounceRate": high_bounce_rate,
                        "minHealthScore": min_health_score,
                        "maxHealthScore": max_health_score,
                        "campaignIds": campaign_ids,
                        "notInCampaign": not_in_campaign,
                        "inActiveCampaign": in_active_campaign,
                        "connectionType": connection_type,
                        "cursor": cursor,
                        "limit": limit,
                    }
                ),
            )

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(
        self,
        *,
        email: str,
        display_name: str | MISSING = MISSING,
        provider: str | MISSING = MISSING,
        smtp: MailServer | MISSING = MISSING,
        imap: MailServer | MISSING = MISSING,
        daily_send_limit: int | MISSING = MISSING,
        signature: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
    ) -> MailboxResponse: ...

    @overload
    def create(self, *, body: MailboxCreate) -> MailboxResponse: ...

    def create(
        self,
        *,
        email: str | MISSING = MISSING,
        display_name: str | MISSING = MISSING,
        provider: str | MISSING = MISSING,
        smtp: MailServer | MISSING = MISSING,
        imap: MailServer | MISSING = MISSING,
        daily_send_limit: int | MISSING = MISSING,
        signature: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        body: MailboxCreate | None = None,
    ) -> MailboxResponse:
        """Add a mailbox over SMTP.

        Stores a mailbox with its SMTP and IMAP access as `inactive`. A worker then checks the
        access in the background: the mailbox becomes `active`, or it is deleted again. The
        connection test tells when that is over. The records of the domain are looked up too and
        fill `setup_status`. The request groups the access in `smtp` and `imap`; the response
        spreads it over `smtp_host` and its like, without user names and passwords.

        Args:
            email: The address, which is stored in lower case.
            display_name: The name that recipients see.
            provider: The provider. The words seen are `gmail`, `outlook`, `azure` and `custom`.
            smtp: The access for sending.
            imap: The access for receiving.
            daily_send_limit: The number of messages per day at most.
            signature: The signature as HTML.
            tags: The tags.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The stored mailbox, before its access is checked.

        Raises:
            ForbiddenError: The key is of the wrong kind, the role is too low, or the plan of the
                workspace does not allow more.
            ConflictError: What is to be created exists already.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    MailboxCreate,
                    body,
                    email=email,
                    display_name=display_name,
                    provider=provider,
                    smtp=smtp,
                    imap=imap,
                    daily_send_limit=daily_send_limit,
                    signature=signature,
                    tags=tags,
                )
            ),
        )

    def get(self, mailbox_id: str) -> MailboxResponse:
        """Get a mailbox.

        Returns one mailbox with its servers, its warm-up plan and the checks of its domain.
        Credentials are never returned.

        Args:
            mailbox_id: The `_id` of the mailbox.

        Returns:
            The mailbox.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_GET, Arguments(path={"mailboxId": mailbox_id}))

    def update(
        self,
        mailbox_id: str,
        *,
        display_name: str | MISSING = MISSING,
        daily_send_limit: int | MISSING = MISSING,
        signature: str | MISSING = MISSING,
        sending_enabled: bool | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        body: MailboxUpdate | None = None,
    ) -> MailboxResponse:
        """Update a mailbox.

        Changes the settings that the body names. `tags` replaces all tags of the mailbox. A
        `daily_send_limit` out of range is moved into it and not refused. The response holds a part
        of the mailbox.

        Args:
            mailbox_id: The `_id` of the mailbox.
            display_name: The name that recipients see.
            daily_send_limit: The number of messages per day at most. The server moves a value out
                of range into it. 1 to 50.
            signature: The signature as HTML.
            sending_enabled: Whether campaigns may send from here.
            tags: The new tags, which replace all stored ones.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The mailbox after the update.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"mailboxId": mailbox_id},
                body=body_of(
                    MailboxUpdate,
                    body,
                    display_name=display_name,
                    daily_send_limit=daily_send_limit,
                    signature=signature,
                    sending_enabled=sending_enabled,
                    tags=tags,
                ),
            ),
        )

    def get_connection_test(self, mailbox_id: str) -> ConnectionTestResponse:
        """Get the connection test of a mailbox.

        Tells how far the background check of a new mailbox is. It is meant to be polled after the
        mailbox was added. A failed check is reported here also when the mailbox is gone by then.

        Args:
            mailbox_id: The `_id` of the mailbox.

        Returns:
            The state of the check.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_GET_CONNECTION_TEST, Arguments(path={"mailboxId": mailbox_id}))

    def get_health(self, mailbox_id: str) -> MailboxHealthResponse:
        """Get the health of a mailbox.

        Returns what decides on deliverability for one mailbox, from DNS records to bounces.

        Args:
            mailbox_id: The `_id` of the mailbox.

        Returns:
            The health of the mailbox.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_GET_HEALTH, Arguments(path={"mailboxId": mailbox_id}))


class AsyncMailboxes:
    """Mailboxes are the accounts that send and receive the emails of campaigns."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self,
        *,
        status: str | MISSING = MISSING,
        provider: str | MISSING = MISSING,
        sending_enabled: bool | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        tag_mode: Literal["any", "all"] | MISSING = MISSING,
        untagged: bool | MISSING = MISSING,
        search: str | MISSING = MISSING,
        warmup_enabled: bool | MISSING = MISSING,
        warmup_status: str | MISSING = MISSING,
        warmup_health: str | MISSING = MISSING,
        min_bounce_rate: int | float | MISSING = MISSING,
        max_bounce_rate: int | float | MISSING = MISSING,
        high_bounce_rate: bool | MISSING = MISSING,
        min_health_score: int | MISSING = MISSING,
        max_health_score: int | MISSING = MISSING,
        campaign_ids: builtins.list[str] | MISSING = MISSING,
        not_in_campaign: bool | MISSING = MISSING,
        in_active_campaign: bool | MISSING = MISSING,
        connection_type: str | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        limit: int | MISSING = MISSING,
    ) -> AsyncPages[MailboxList, Mailbox]:
        """List mailboxes.

        Arguments, result and errors are those of `Mailboxes.list`.
        """

        async def fetch(cursor: str | MISSING) -> MailboxList:
            return await self._client.send(
                _LIST,
                Arguments(
                    query={
                        "status": status,
                        "provider": provider,
                        "sendingEnabled": sending_enabled,
                        "tags": tags,
                        "tagMode": tag_mode,
                        "untagged": untagged,
                        "search": search,
                        "warmupEnabled": warmup_enabled,
                        "warmupStatus": warmup_status,
                        "warmupHealth": warmup_health,
                        "minBounceRate": min_bounce_rate,
                        "maxBounceRate": max_bounce_rate,
                        "highBounceRate": high_bounce_rate,
                        "minHealthScore": min_health_score,
                        "maxHealthScore": max_health_score,
                        "campaignIds": campaign_ids,
                        "notInCampaign": not_in_campaign,
                        "inActiveCampaign": in_active_campaign,
                        "connectionType": connection_type,
                        "cursor": cursor,
                        "limit": limit,
                    }
                ),
            )

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self,
        *,
        email: str,
        display_name: str | MISSING = MISSING,
        provider: str | MISSING = MISSING,
        smtp: MailServer | MISSING = MISSING,
        imap: MailServer | MISSING = MISSING,
        daily_send_limit: int | MISSING = MISSING,
        signature: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
    ) -> MailboxResponse: ...

    @overload
    async def create(self, *, body: MailboxCreate) -> MailboxResponse: ...

    async def create(
        self,
        *,
        email: str | MISSING = MISSING,
        display_name: str | MISSING = MISSING,
        provider: str | MISSING = MISSING,
        smtp: MailServer | MISSING = MISSING,
        imap: MailServer | MISSING = MISSING,
        daily_send_limit: int | MISSING = MISSING,
        signature: str | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        body: MailboxCreate | None = None,
    ) -> MailboxResponse:
        """Add a mailbox over SMTP.

        Arguments, result and errors are those of `Mailboxes.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    MailboxCreate,
                    body,
                    email=email,
                    display_name=display_name,
                    provider=provider,
                    smtp=smtp,
                    imap=imap,
                    daily_send_limit=daily_send_limit,
                    signature=signature,
                    tags=tags,
                )
            ),
        )

    async def get(self, mailbox_id: str) -> MailboxResponse:
        """Get a mailbox.

        Arguments, result and errors are those of `Mailboxes.get`.
        """
        return await self._client.send(_GET, Arguments(path={"mailboxId": mailbox_id}))

    async def update(
        self,
        mailbox_id: str,
        *,
        display_name: str | MISSING = MISSING,
        daily_send_limit: int | MISSING = MISSING,
        signature: str | MISSING = MISSING,
        sending_enabled: bool | MISSING = MISSING,
        tags: builtins.list[str] | MISSING = MISSING,
        body: MailboxUpdate | None = None,
    ) -> MailboxResponse:
        """Update a mailbox.

        Arguments, result and errors are those of `Mailboxes.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"mailboxId": mailbox_id},
                body=body_of(
                    MailboxUpdate,
                    body,
                    display_name=display_name,
                    daily_send_limit=daily_send_limit,
                    signature=signature,
                    sending_enabled=sending_enabled,
                    tags=tags,
                ),
            ),
        )

    async def get_connection_test(self, mailbox_id: str) -> ConnectionTestResponse:
        """Get the connection test of a mailbox.

        Arguments, result and errors are those of `Mailboxes.get_connection_test`.
        """
        return await self._client.send(_GET_CONNECTION_TEST, Arguments(path={"mailboxId": mailbox_id}))

    async def get_health(self, mailbox_id: str) -> MailboxHealthResponse:
        """Get the health of a mailbox.

        Arguments, result and errors are those of `Mailboxes.get_health`.
        """
        return await self._client.send(_GET_HEALTH, Arguments(path={"mailboxId": mailbox_id}))
