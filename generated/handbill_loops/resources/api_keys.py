"""API keys stand for a team. They are made in the Loops app and can only be tested here."""

from __future__ import annotations

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from ..models import ApiKeyTest

_TEST: Operation[ApiKeyTest] = Operation(
    id="testApiKey",
    method="GET",
    path="/v1/api-key",
    results={"200": ApiKeyTest},
)


class APIKeys:
    """API keys stand for a team. They are made in the Loops app and can only be tested here."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def test(self) -> ApiKeyTest:
        """Test the API key.

        Tells whether the API key is valid, and which team it belongs to.

        Returns:
            The API key is valid.

        Raises:
            UnauthorizedError: The API key is not valid.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(_TEST, Arguments())


class AsyncAPIKeys:
    """API keys stand for a team. They are made in the Loops app and can only be tested here."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def test(self) -> ApiKeyTest:
        """Test the API key.

        Arguments, result and errors are those of `APIKeys.test`.
        """
        return await self._client.send(_TEST, Arguments())
