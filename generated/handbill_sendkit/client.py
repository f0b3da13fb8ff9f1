"""The client and its async twin: start here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from ._client import AsyncClient, Client, Settings
from ._credentials import Credentials, Scheme
from ._transport import AsyncTransport, HTTPX2AsyncTransport, HTTPX2Transport, Transport

if TYPE_CHECKING:
    from .resources.account import AccountResource, AsyncAccountResource
    from .resources.analytics import Analytics, AsyncAnalytics
    from .resources.api_keys import APIKeys, AsyncAPIKeys
    from .resources.campaigns import AsyncCampaigns, Campaigns
    from .resources.leads import AsyncLeads, Leads
    from .resources.mailboxes import AsyncMailboxes, Mailboxes
    from .resources.webhooks import AsyncWebhooks, Webhooks
    from .resources.workspaces import AsyncWorkspaces, Workspaces

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
        workspace_id: The ID of the workspace that a platform key acts on. A platform key needs
            it for whatever belongs to a workspace; a workspace key goes without it. Taken from
            the environment variable SENDKIT_WORKSPACE_ID if not given.
        bearer_token: The same API key as a bearer token. It takes the place of the key header
            and never accompanies it. Taken from the environment variable SENDKIT_BEARER_TOKEN
            if not given.
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
        """The analytics of the workspace, and its reports on one campaign."""
        from .resources.analytics import Analytics

        return Analytics(self)

    @property
    def leads(self) -> Leads:
        """Leads are the people of a workspace to whom campaigns can write."""
        from .resources.leads import Leads

        return Leads(self)

    @property
    def mailboxes(self) -> Mailboxes:
        """Mailboxes are the accounts that send and receive the emails of campaigns."""
        from .resources.mailboxes import Mailboxes

        return Mailboxes(self)

    @property
    def workspaces(self) -> Workspaces:
        """Workspaces hold campaigns, leads and mailboxes, and have members."""
        from .resources.workspaces import Workspaces

        return Workspaces(self)

    @property
    def api_keys(self) -> APIKeys:
        """API keys of workspaces. A workspace has one at most."""
        from .resources.api_keys import APIKeys

        return APIKeys(self)

    @property
    def account(self) -> AccountResource:
        """The user whom a platform key belongs to."""
        from .resources.account import AccountResource

        return AccountResource(self)

    @property
    def webhooks(self) -> Webhooks:
        """Webhooks of the workspace, which report events to a URL. A campaign can have one of its own
        besides.
        """
        from .resources.webhooks import Webhooks

        return Webhooks(self)


class AsyncSendKit(AsyncClient):
    """Calls the SendKit API.

    Use it in an `async with` block, or await `aclose` when done. One client may be shared between
    tasks.

    Args:
        api_key: The API key. A workspace key (`sk_...`) is bound to one workspace. A platform
            key (`sk_user_...`) acts for a user in any of several workspaces, and needs the
            workspace header as well. Taken from the environment variable SENDKIT_API_KEY if not
            given.
        workspace_id: The ID of the workspace that a platform key acts on. A platform key needs
            it for whatever belongs to a workspace; a workspace key goes without it. Taken from
            the environment variable SENDKIT_WORKSPACE_ID if not given.
        bearer_token: The same API key as a bearer token. It takes the place of the key header
            and never accompanies it. Taken from the environment variable SENDKIT_BEARER_TOKEN
            if not given.
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
        """The analytics of the workspace, and its reports on one campaign."""
        from .resources.analytics import AsyncAnalytics

        return AsyncAnalytics(self)

    @property
    def leads(self) -> AsyncLeads:
        """Leads are the people of a workspace to whom campaigns can write."""
        from .resources.leads import AsyncLeads

        return AsyncLeads(self)

    @property
    def mailboxes(self) -> AsyncMailboxes:
        """Mailboxes are the accounts that send and receive the emails of campaigns."""
        from .resources.mailboxes import AsyncMailboxes

        return AsyncMailboxes(self)

    @property
    def workspaces(self) -> AsyncWorkspaces:
        """Workspaces hold campaigns, leads and mailboxes, and have members."""
        from .resources.workspaces import AsyncWorkspaces

        return AsyncWorkspaces(self)

    @property
    def api_keys(self) -> AsyncAPIKeys:
        """API keys of workspaces. A workspace has one at most."""
        from .resources.api_keys import AsyncAPIKeys

        return AsyncAPIKeys(self)

    @property
    def account(self) -> AsyncAccountResource:
        """The user whom a platform key belongs to."""
        from .resources.account import AsyncAccountResource

        return AsyncAccountResource(self)

    @property
    def webhooks(self) -> AsyncWebhooks:
        """Webhooks of the workspace, which report events to a URL. A campaign can have one of its own
        besides.
        """
        from .resources.webhooks import AsyncWebhooks

        return AsyncWebhooks(self)
