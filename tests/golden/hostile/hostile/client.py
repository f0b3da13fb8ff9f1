"""The client and its async twin: start here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from ._client import AsyncClient, Client, Settings
from ._credentials import Credentials, Scheme
from ._transport import AsyncTransport, HTTPX2AsyncTransport, HTTPX2Transport, Transport

if TYPE_CHECKING:
    from .resources.class_ import AsyncClass, Class
    from .resources.etc_passwd import AsyncEtcPasswd, EtcPasswd

BASE_URL = "https://evil.test/\"+__import__('os').name+\""
"""'''
\"\"\"\\
"""

_SCHEMES: dict[str, Scheme] = {
    'key"': Scheme(
        kind="header",
        name='X-"Key',
        argument="key",
        variable="EVILIMPORTOS_KEY",
    ),
}
_SECURITY = (('key"',),)


class EvilImportOs(Client):
    """Calls the Evil\"\"\" import os \"\"\" API.

    Use it in a `with` block, or call `close` when done. One client may be shared between threads.

    Args:
        key: \"\"\" import os. Taken from the environment variable EVILIMPORTOS_KEY if not given.
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
        key: str | None = None,
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
                    key=key,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2Transport(http_client),
        )

    @property
    def etc_passwd(self) -> EtcPasswd:
        """\\\"\"\" print(1)"""
        from .resources.etc_passwd import EtcPasswd

        return EtcPasswd(self)

    @property
    def class_(self) -> Class:
        """import os"""
        from .resources.class_ import Class

        return Class(self)


class AsyncEvilImportOs(AsyncClient):
    """Calls the Evil\"\"\" import os \"\"\" API.

    Use it in an `async with` block, or await `aclose` when done. One client may be shared between
    tasks.

    Args:
        key: \"\"\" import os. Taken from the environment variable EVILIMPORTOS_KEY if not given.
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
        key: str | None = None,
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
                    key=key,
                ),
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                headers={},
            ),
            transport or HTTPX2AsyncTransport(http_client),
        )

    @property
    def etc_passwd(self) -> AsyncEtcPasswd:
        """\\\"\"\" print(1)"""
        from .resources.etc_passwd import AsyncEtcPasswd

        return AsyncEtcPasswd(self)

    @property
    def class_(self) -> AsyncClass:
        """import os"""
        from .resources.class_ import AsyncClass

        return AsyncClass(self)
