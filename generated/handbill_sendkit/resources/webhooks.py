"""Webhooks of the workspace, which report events to a URL. A campaign can have one of its own besides."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, additional_to, body_of
from .._pages import AsyncPages, Pages, Paging
from ..models import Webhook, WebhookCreate, WebhookList, WebhookResponse, WebhookTestResponse, WebhookUpdate

_LIST: Operation[WebhookList] = Operation(
    id="listWebhooks",
    method="GET",
    path="/v1/webhooks",
    results={"200": WebhookList},
)
_LIST_PAGES = Paging(
    style="cursor",
    items=("data",),
    following=("pagination", "next_cursor"),
    more=("pagination", "has_more"),
)

_CREATE: Operation[WebhookResponse] = Operation(
    id="createWebhook",
    method="POST",
    path="/v1/webhooks",
    results={"200": WebhookResponse},
)

_GET: Operation[WebhookResponse] = Operation(
    id="getWebhook",
    method="GET",
    path="/v1/webhooks/{webhookId}",
    results={"200": WebhookResponse},
)

_UPDATE: Operation[WebhookResponse] = Operation(
    id="updateWebhook",
    method="PATCH",
    path="/v1/webhooks/{webhookId}",
    results={"200": WebhookResponse},
)

_TEST: Operation[WebhookTestResponse] = Operation(
    id="testWebhook",
    method="POST",
    path="/v1/webhooks/{webhookId}/test",
    results={"200": WebhookTestResponse},
)


class Webhooks:
    """Webhooks of the workspace, which report events to a URL. A campaign can have one of its own
    besides.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *, cursor: str | MISSING = MISSING, limit: int | MISSING = MISSING) -> Pages[WebhookList, Webhook]:
        """List webhooks.

        Pages through the webhooks of the workspace. The listing ends when `pagination.has_more` is
        false; a short or empty page does not end it by itself.

        Args:
            cursor: The `next_cursor` of the page before, an opaque text. The first page needs none.
            limit: The largest number of items in one page. The server's default is not documented.
                1 to 100.

        Returns:
            The items, page after page as they are asked for; its `pages()` gives the pages
            themselves.

        Raises:
            UnlistedStatusError: Any other failure.
        """

        def fetch(cursor: str | MISSING) -> WebhookList:
            return self._client.send(_LIST, Arguments(query={"cursor": cursor, "limit": limit}))

        return Pages(fetch, cursor, _LIST_PAGES)

    @overload
    def create(
        self,
        *,
        name: str,
        url: str,
        events: builtins.list[str],
        secret: str | MISSING = MISSING,
        retry_attempts: int | MISSING = MISSING,
        timeout_ms: int | MISSING = MISSING,
    ) -> WebhookResponse: ...

    @overload
    def create(self, *, body: WebhookCreate) -> WebhookResponse: ...

    def create(
        self,
        *,
        name: str | MISSING = MISSING,
        url: str | MISSING = MISSING,
        events: builtins.list[str] | MISSING = MISSING,
        secret: str | MISSING = MISSING,
        retry_attempts: int | MISSING = MISSING,
        timeout_ms: int | MISSING = MISSING,
        body: WebhookCreate | None = None,
    ) -> WebhookResponse:
        """Create a webhook.

        Adds a webhook that covers the whole workspace. Without a `secret`, the server makes one of
        32 random bytes in hexadecimal. Its events have other names than those of a campaign's own
        webhook.

        Args:
            name: The name, which is trimmed. At least 1 character.
            url: The address that deliveries go to.
            events: The events to report, such as `email.replied` and `email.positive_reply`.
            secret: The secret that signs deliveries. The server makes one when it is omitted.
            retry_attempts: How often a failed delivery is tried again. 0 to 10. The server's
                default is `3`.
            timeout_ms: The milliseconds that a delivery may take. 1000 to 30000. The server's
                default is `10000`.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The new webhook with its secret.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    WebhookCreate,
                    body,
                    name=name,
                    url=url,
                    events=events,
                    secret=secret,
                    retry_attempts=retry_attempts,
                    timeout_ms=timeout_ms,
                )
            ),
        )

    def get(self, webhook_id: str) -> WebhookResponse:
        """Get a webhook.

        Returns one webhook with its secret.

        Args:
            webhook_id: The `_id` of the webhook.

        Returns:
            The webhook.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_GET, Arguments(path={"webhookId": webhook_id}))

    def update(
        self,
        webhook_id: str,
        *,
        url: str | MISSING = MISSING,
        additional_properties: Mapping[str, Any] | MISSING = MISSING,
        body: WebhookUpdate | None = None,
    ) -> WebhookResponse:
        """Update a webhook.

        Changes the properties that the body names and leaves the rest alone.

        Args:
            webhook_id: The `_id` of the webhook.
            url: The new address that deliveries go to.
            additional_properties: Properties that have no argument of their own, by their names in
                the API.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The webhook after the update.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _UPDATE,
            Arguments(
                path={"webhookId": webhook_id},
                body=body_of(WebhookUpdate, body, url=url, **additional_to(WebhookUpdate, additional_properties)),
            ),
        )

    def test(self, webhook_id: str) -> WebhookTestResponse:
        """Send a test delivery.

        Sends one delivery to the URL of the webhook and tells what came back. The delivery carries
        an HMAC-SHA256 signature made with the secret in `X-Webhook-Signature`, and `test` in
        `X-Webhook-Event`. `timeout_ms` of the webhook limits the wait.

        Args:
            webhook_id: The `_id` of the webhook.

        Returns:
            The outcome of the delivery.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_TEST, Arguments(path={"webhookId": webhook_id}))


class AsyncWebhooks:
    """Webhooks of the workspace, which report events to a URL. A campaign can have one of its own
    besides.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def list(
        self, *, cursor: str | MISSING = MISSING, limit: int | MISSING = MISSING
    ) -> AsyncPages[WebhookList, Webhook]:
        """List webhooks.

        Arguments, result and errors are those of `Webhooks.list`.
        """

        async def fetch(cursor: str | MISSING) -> WebhookList:
            return await self._client.send(_LIST, Arguments(query={"cursor": cursor, "limit": limit}))

        return AsyncPages(fetch, cursor, _LIST_PAGES)

    @overload
    async def create(
        self,
        *,
        name: str,
        url: str,
        events: builtins.list[str],
        secret: str | MISSING = MISSING,
        retry_attempts: int | MISSING = MISSING,
        timeout_ms: int | MISSING = MISSING,
    ) -> WebhookResponse: ...

    @overload
    async def create(self, *, body: WebhookCreate) -> WebhookResponse: ...

    async def create(
        self,
        *,
        name: str | MISSING = MISSING,
        url: str | MISSING = MISSING,
        events: builtins.list[str] | MISSING = MISSING,
        secret: str | MISSING = MISSING,
        retry_attempts: int | MISSING = MISSING,
        timeout_ms: int | MISSING = MISSING,
        body: WebhookCreate | None = None,
    ) -> WebhookResponse:
        """Create a webhook.

        Arguments, result and errors are those of `Webhooks.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(
                body=body_of(
                    WebhookCreate,
                    body,
                    name=name,
                    url=url,
                    events=events,
                    secret=secret,
                    retry_attempts=retry_attempts,
                    timeout_ms=timeout_ms,
                )
            ),
        )

    async def get(self, webhook_id: str) -> WebhookResponse:
        """Get a webhook.

        Arguments, result and errors are those of `Webhooks.get`.
        """
        return await self._client.send(_GET, Arguments(path={"webhookId": webhook_id}))

    async def update(
        self,
        webhook_id: str,
        *,
        url: str | MISSING = MISSING,
        additional_properties: Mapping[str, Any] | MISSING = MISSING,
        body: WebhookUpdate | None = None,
    ) -> WebhookResponse:
        """Update a webhook.

        Arguments, result and errors are those of `Webhooks.update`.
        """
        return await self._client.send(
            _UPDATE,
            Arguments(
                path={"webhookId": webhook_id},
                body=body_of(WebhookUpdate, body, url=url, **additional_to(WebhookUpdate, additional_properties)),
            ),
        )

    async def test(self, webhook_id: str) -> WebhookTestResponse:
        """Send a test delivery.

        Arguments, result and errors are those of `Webhooks.test`.
        """
        return await self._client.send(_TEST, Arguments(path={"webhookId": webhook_id}))
