"""The client and its async twin: start here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx2

from ._client import AsyncClient, Client, Settings
from ._credentials import Credentials, Scheme
from ._transport import AsyncTransport, HTTPX2AsyncTransport, HTTPX2Transport, Transport

if TYPE_CHECKING:
    from .resources.bodies import AsyncBodies, Bodies
    from .resources.groe import AsyncGröße, Größe
    from .resources.groe2 import AsyncGrößeResource, GrößeResource
    from .resources.things_list import AsyncThingsList, ThingsList

BASE_URL = "https://eu.odd.test/api"

_SCHEMES: dict[str, Scheme] = {
    "login": Scheme(
        kind="basic",
        name="Authorization",
        argument="login",
        variable="ODDENDS_LOGIN",
    ),
    "key": Scheme(
        kind="query",
        name="api-key",
        argument="key",
        variable="ODDENDS_KEY",
    ),
    "session": Scheme(
        kind="cookie",
        name="sid",
        argument="session",
        variable="ODDENDS_SESSION",
    ),
}
_SECURITY = (("login",), ("key", "session"))


def server_url(*, region: str = "eu", base: str = "api") -> str:
    """Give an address to call the API at, as `base_url`.

    Raises:
        ValueError: A value cannot stand where it would.
    """
    return _filled(
        "https://{region}.odd.test/{base}",
        ("region", region, "[A-Za-z0-9._-]+"),
        ("base", base, "[A-Za-z0-9._~-]+"),
    )


def _filled(template: str, *parts: tuple[str, str, str]) -> str:
    """Fill in a server's address; raises ValueError for a value that its place, or the contract, does not allow."""
    for name, value, pattern in parts:
        if not re.fullmatch(pattern, value) or {".", ".."} & {*value.split("/")}:
            raise ValueError(f"{name} cannot be {value!r}")
        template = template.replace("{" + name + "}", value)
    return template.rstrip("/")


class OddEnds(Client):
    """Calls the odd & ends API.

    Use it in a `with` block, or call `close` when done. One client may be shared between threads.

    Args:
        login: A user name and a password with a colon between them. Taken from the environment
            variable ODDENDS_LOGIN if not given.
        key: Taken from the environment variable ODDENDS_KEY if not given.
        session: Taken from the environment variable ODDENDS_SESSION if not given.
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
        login: str | None = None,
        key: str | None = None,
        session: str | None = None,
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
                    login=login,
                    key=key,
                    session=session,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2Transport(http_client),
        )

    @property
    def things_list(self) -> ThingsList:
        """The operations of ThingsList."""
        from .resources.things_list import ThingsList

        return ThingsList(self)

    @property
    def groe(self) -> Größe:
        """The operations of Größe."""
        from .resources.groe import Größe

        return Größe(self)

    @property
    def groe2(self) -> GrößeResource:
        """The operations of GrößeResource."""
        from .resources.groe2 import GrößeResource

        return GrößeResource(self)

    @property
    def bodies(self) -> Bodies:
        """The operations of Bodies."""
        from .resources.bodies import Bodies

        return Bodies(self)


class AsyncOddEnds(AsyncClient):
    """Calls the odd & ends API.

    Use it in an `async with` block, or await `aclose` when done. One client may be shared between
    tasks.

    Args:
        login: A user name and a password with a colon between them. Taken from the environment
            variable ODDENDS_LOGIN if not given.
        key: Taken from the environment variable ODDENDS_KEY if not given.
        session: Taken from the environment variable ODDENDS_SESSION if not given.
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
        login: str | None = None,
        key: str | None = None,
        session: str | None = None,
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
                    login=login,
                    key=key,
                    session=session,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2AsyncTransport(http_client),
        )

    @property
    def things_list(self) -> AsyncThingsList:
        """The operations of ThingsList."""
        from .resources.things_list import AsyncThingsList

        return AsyncThingsList(self)

    @property
    def groe(self) -> AsyncGröße:
        """The operations of Größe."""
        from .resources.groe import AsyncGröße

        return AsyncGröße(self)

    @property
    def groe2(self) -> AsyncGrößeResource:
        """The operations of GrößeResource."""
        from .resources.groe2 import AsyncGrößeResource

        return AsyncGrößeResource(self)

    @property
    def bodies(self) -> AsyncBodies:
        """The operations of Bodies."""
        from .resources.bodies import AsyncBodies

        return AsyncBodies(self)
