"""The client and its async twin: start here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from ._call import Settings
from ._client import AsyncClient, Client
from ._credentials import Credentials, Scheme
from ._transport import AsyncTransport, HTTPX2AsyncTransport, HTTPX2Transport, Transport

if TYPE_CHECKING:
    from .resources.analytics import Analytics, AsyncAnalytics
    from .resources.campaigns import AsyncCampaigns, Campaigns

BASE_URL = "https://api.sendkit.ai"
"""The production server."""

_SCHEMES: dict[str, Scheme] = {
    "apiKey": Scheme(
        kind="header",
        name="X-Api-Key",
        argument="api_key",
        variable="SENDKIT_API_KEY",
    ),
    "workspaceId": Scheme(
        kind="header",
        name="X-Workspace-Id",
        argument="workspace_id",
        variable="SENDKIT_WORKSPACE_ID",
    ),
    "bearerToken": Scheme(
        kind="bearer",
        name="Authorization",
        argument="bearer_token",
        variable="SENDKIT_BEARER_TOKEN",
    ),
}
_SECURITY = (("apiKey", "workspaceId"), ("apiKey",), ("bearerToken", "workspaceId"), ("bearerToken",))


class SendKit(Client):
    """Calls the SendKit API.

    Use it in a `with` block, or call `close` when done. One client may be shared between threads.

    Args:
        api_key: The API key. A workspace key (`sk_...`) is bound to one workspace. A platform
            key (`sk_user_...`) acts for a user in any of several workspaces, and needs the
            workspace header as well. Taken from the environment variable SENDKIT_API_KEY if not
            given.
        workspace_id: The id of the workspace that a platform key acts on. Send it with a
            platform key, and leave it out with a workspace key. Taken from the environment
            variable SENDKIT_WORKSPACE_ID if not given.
        bearer_token: The same API key as a bearer token. Use it in place of the key header,
            never together with it. Taken from the environment variable SENDKIT_BEARER_TOKEN if
            not given.
        base_url: Where the API is served.
        timeout: Seconds to wait for each phase of a request: connecting, sending, receiving.
        total_timeout: Seconds that a call may take with all its tries and pauses.
        max_retries: How often a call is sent again: GET, PUT and DELETE after a broken
            connection or the statuses 408, 425, 429, 500, 502, 503 and 504; POST and PATCH only
            after 429, or if no connection was made.
        http_client: An httpx2 client to send with, for proxies, transports and event hooks. It
            is not closed here, and its own timeout, base URL and redirect setting are not used.
        transport: What sends requests in place of httpx2; see `_transport`.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        workspace_id: str | None = None,
        bearer_token: str | None = None,
        base_url: str = BASE_URL,
        timeout: float = 60.0,
        total_timeout: float = 600.0,
        max_retries: int = 2,
        http_client: httpx2.Client | None = None,
        transport: Transport | None = None,
    ) -> None:
        super().__init__(
            Settings(
                base_url=base_url,
                security=_SECURITY,
                credentials=Credentials.of(
                    _SCHEMES,
                    api_key=api_key,
                    workspace_id=workspace_id,
                    bearer_token=bearer_token,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2Transport(http_client),
        )

    @property
    def campaigns(self) -> Campaigns:
        """Campaigns, their lifecycle, their leads and their own analytics."""
        from .resources.campaigns import Campaigns

        return Campaigns(self)

    @property
    def analytics(self) -> Analytics:
        """The workspace analytics endpoints that report on one campaign."""
        from .resources.analytics import Analytics

        return Analytics(self)


class AsyncSendKit(AsyncClient):
    """Calls the SendKit API.

    Use it in an `async with` block, or await `aclose` when done. One client may be shared between
    tasks.

    Args:
        api_key: The API key. A workspace key (`sk_...`) is bound to one workspace. A platform
            key (`sk_user_...`) acts for a user in any of several workspaces, and needs the
            workspace header as well. Taken from the environment variable SENDKIT_API_KEY if not
            given.
        workspace_id: The id of the workspace that a platform key acts on. Send it with a
            platform key, and leave it out with a workspace key. Taken from the environment
            variable SENDKIT_WORKSPACE_ID if not given.
        bearer_token: The same API key as a bearer token. Use it in place of the key header,
            never together with it. Taken from the environment variable SENDKIT_BEARER_TOKEN if
            not given.
        base_url: Where the API is served.
        timeout: Seconds to wait for each phase of a request: connecting, sending, receiving.
        total_timeout: Seconds that a call may take with all its tries and pauses.
        max_retries: How often a call is sent again: GET, PUT and DELETE after a broken
            connection or the statuses 408, 425, 429, 500, 502, 503 and 504; POST and PATCH only
            after 429, or if no connection was made.
        http_client: An httpx2 client to send with, for proxies, transports and event hooks. It
            is not closed here, and its own timeout, base URL and redirect setting are not used.
        transport: What sends requests in place of httpx2; see `_transport`.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        workspace_id: str | None = None,
        bearer_token: str | None = None,
        base_url: str = BASE_URL,
        timeout: float = 60.0,
        total_timeout: float = 600.0,
        max_retries: int = 2,
        http_client: httpx2.AsyncClient | None = None,
        transport: AsyncTransport | None = None,
    ) -> None:
        super().__init__(
            Settings(
                base_url=base_url,
                security=_SECURITY,
                credentials=Credentials.of(
                    _SCHEMES,
                    api_key=api_key,
                    workspace_id=workspace_id,
                    bearer_token=bearer_token,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2AsyncTransport(http_client),
        )

    @property
    def campaigns(self) -> AsyncCampaigns:
        """Campaigns, their lifecycle, their leads and their own analytics."""
        from .resources.campaigns import AsyncCampaigns

        return AsyncCampaigns(self)

    @property
    def analytics(self) -> AsyncAnalytics:
        """The workspace analytics endpoints that report on one campaign."""
        from .resources.analytics import AsyncAnalytics

        return AsyncAnalytics(self)
