"""The client and its async twin: start here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx2

from ._client import AsyncClient, Client, Settings
from ._credentials import Credentials, Scheme
from ._transport import AsyncTransport, HTTPX2AsyncTransport, HTTPX2Transport, Transport

if TYPE_CHECKING:
    from .resources.audiences import AsyncAudiences, Audiences
    from .resources.campaigns import AsyncCampaigns, Campaigns
    from .resources.catalogs import AsyncCatalogs, Catalogs
    from .resources.exports import AsyncExports, Exports
    from .resources.orchestrations import AsyncOrchestrations, Orchestrations
    from .resources.profiles import AsyncProfiles, Profiles
    from .resources.segments import AsyncSegments, Segments

BASE_URL = "https://api.batch.com/2.11"
"""Production. No sandbox is documented."""

_SCHEMES: dict[str, Scheme] = {
    "apiKey": Scheme(
        kind="bearer",
        name="Authorization",
        argument="api_key",
        variable="BATCH_API_KEY",
    ),
    "projectKey": Scheme(
        kind="header",
        name="X-Batch-Project",
        argument="project_key",
        variable="BATCH_PROJECT_KEY",
    ),
}
_SECURITY = (("apiKey", "projectKey"),)


def server_url(*, version: str = "2.11") -> str:
    """Give an address to call the API at, as `base_url`: Production. No sandbox is documented.

    Args:
        version: Version of the API, the first segment of every path. Official pages show
            versions from 2.1 to 2.11. The orchestration routes first appear in 2.5, the catalog
            routes in 2.6, and the view route of orchestrations and the list of segments in
            2.11.

    Raises:
        ValueError: A value cannot stand where it would.
    """
    return _filled(
        "https://api.batch.com/{version}",
        ("version", version, "[A-Za-z0-9._~-]+"),
    )


def _filled(template: str, *parts: tuple[str, str, str]) -> str:
    """Fill in a server's address; raises ValueError for a value that its place, or the contract, does not allow."""
    for name, value, pattern in parts:
        if not re.fullmatch(pattern, value) or {".", ".."} & {*value.split("/")}:
            raise ValueError(f"{name} cannot be {value!r}")
        template = template.replace("{" + name + "}", value)
    return template.rstrip("/")


class Batch(Client):
    """Calls the Batch API.

    Use it in a `with` block, or call `close` when done. One client may be shared between threads.

    Args:
        api_key: REST API key, sent as `Authorization: Bearer <key>`. It stands in the dashboard
            under Settings > General, where only account managers see it. It belongs on servers
            and never in a client app. Taken from the environment variable BATCH_API_KEY if not
            given.
        project_key: Key of the project that a call works on, such as
            `project_0664hxvwffvbpn278gxdyhsadddqgna6`. Every call needs it next to the REST API
            key. Taken from the environment variable BATCH_PROJECT_KEY if not given.
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
        project_key: str | None = None,
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
                    project_key=project_key,
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
        """Writing campaigns. A campaign sends one message on one channel to many users at once."""
        from .resources.campaigns import Campaigns

        return Campaigns(self)

    @property
    def orchestrations(self) -> Orchestrations:
        """Reading campaigns and automations. A campaign is one kind of orchestration and keeps the
        same ID here.
        """
        from .resources.orchestrations import Orchestrations

        return Orchestrations(self)

    @property
    def profiles(self) -> Profiles:
        """Writing profiles and exporting them. A profile gathers the attributes and events of one user
        of the project.
        """
        from .resources.profiles import Profiles

        return Profiles(self)

    @property
    def exports(self) -> Exports:
        """Reading export requests and fetching their files. An export request starts under Profiles."""
        from .resources.exports import Exports

        return Exports(self)

    @property
    def audiences(self) -> Audiences:
        """Named lists of custom user IDs that a campaign can be addressed to. Changes are indexed
        after the response.
        """
        from .resources.audiences import Audiences

        return Audiences(self)

    @property
    def segments(self) -> Segments:
        """Groups of profiles of the project. They are read-only here, and an export can be limited to
        one.
        """
        from .resources.segments import Segments

        return Segments(self)

    @property
    def catalogs(self) -> Catalogs:
        """Tables of items, such as products, with typed fields. All catalog routes together take 5
        requests per second.
        """
        from .resources.catalogs import Catalogs

        return Catalogs(self)


class AsyncBatch(AsyncClient):
    """Calls the Batch API.

    Use it in an `async with` block, or await `aclose` when done. One client may be shared between
    tasks.

    Args:
        api_key: REST API key, sent as `Authorization: Bearer <key>`. It stands in the dashboard
            under Settings > General, where only account managers see it. It belongs on servers
            and never in a client app. Taken from the environment variable BATCH_API_KEY if not
            given.
        project_key: Key of the project that a call works on, such as
            `project_0664hxvwffvbpn278gxdyhsadddqgna6`. Every call needs it next to the REST API
            key. Taken from the environment variable BATCH_PROJECT_KEY if not given.
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
        project_key: str | None = None,
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
                    project_key=project_key,
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
        """Writing campaigns. A campaign sends one message on one channel to many users at once."""
        from .resources.campaigns import AsyncCampaigns

        return AsyncCampaigns(self)

    @property
    def orchestrations(self) -> AsyncOrchestrations:
        """Reading campaigns and automations. A campaign is one kind of orchestration and keeps the
        same ID here.
        """
        from .resources.orchestrations import AsyncOrchestrations

        return AsyncOrchestrations(self)

    @property
    def profiles(self) -> AsyncProfiles:
        """Writing profiles and exporting them. A profile gathers the attributes and events of one user
        of the project.
        """
        from .resources.profiles import AsyncProfiles

        return AsyncProfiles(self)

    @property
    def exports(self) -> AsyncExports:
        """Reading export requests and fetching their files. An export request starts under Profiles."""
        from .resources.exports import AsyncExports

        return AsyncExports(self)

    @property
    def audiences(self) -> AsyncAudiences:
        """Named lists of custom user IDs that a campaign can be addressed to. Changes are indexed
        after the response.
        """
        from .resources.audiences import AsyncAudiences

        return AsyncAudiences(self)

    @property
    def segments(self) -> AsyncSegments:
        """Groups of profiles of the project. They are read-only here, and an export can be limited to
        one.
        """
        from .resources.segments import AsyncSegments

        return AsyncSegments(self)

    @property
    def catalogs(self) -> AsyncCatalogs:
        """Tables of items, such as products, with typed fields. All catalog routes together take 5
        requests per second.
        """
        from .resources.catalogs import AsyncCatalogs

        return AsyncCatalogs(self)
