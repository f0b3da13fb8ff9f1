"""The operations of Größe."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Literal, overload

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation

_CLASS: Operation[str | None] = Operation(
    id="class",
    method="PUT",
    path="/v1/things/{thing-id}/{rest}",
    results={"202": str, "204": None},
    media_type="text/plain",
    accept="text/plain",
)

_POST_V1_THINGS_THING_ID_REST: Operation[bytes] = Operation(
    id="Class",
    method="POST",
    path="/v1/things/{thing-id}/{rest}",
    results={"200": bytes},
    media_type="application/octet-stream",
    accept="image/png",
)


class Größe:
    """The operations of Größe."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def class_(self, thing_id: int, rest: str, *, body: str) -> str | None:
        """PUT /v1/things/{thing-id}/{rest}.

        Args:
            body: The body of the request.

        Returns:
            Taken.
        """
        return self._client.send(_CLASS, Arguments(path={"thing-id": thing_id, "rest": rest}, body=body))

    @overload
    def post_v1_things_thing_id_rest(
        self,
        thing_id: str,
        rest: str,
        *,
        body: bytes | Iterable[bytes] | None = None,
        content_type: Literal["application/octet-stream"] = "application/octet-stream",
    ) -> bytes: ...

    @overload
    def post_v1_things_thing_id_rest(
        self, thing_id: str, rest: str, *, body: bytes, content_type: Literal["application/xml"]
    ) -> bytes: ...

    def post_v1_things_thing_id_rest(
        self,
        thing_id: str,
        rest: str,
        *,
        body: bytes | Iterable[bytes] | None = None,
        content_type: Literal["application/octet-stream", "application/xml"] = "application/octet-stream",
    ) -> bytes:
        """POST /v1/things/{thing-id}/{rest}.

        Args:
            body: The body of the request. Bytes, or what gives them piece by piece, as a file open
                in binary mode does.
            content_type: The media type of the body.

        Returns:
            Bytes.

        Raises:
            ServerFaultError: It broke.
        """
        return self._client.send(
            _POST_V1_THINGS_THING_ID_REST,
            Arguments(path={"thing-id": thing_id, "rest": rest}, body=body, media_type=content_type),
        )


class AsyncGröße:
    """The operations of Größe."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def class_(self, thing_id: int, rest: str, *, body: str) -> str | None:
        """PUT /v1/things/{thing-id}/{rest}.

        Arguments, result and errors are those of `Größe.class_`.
        """
        return await self._client.send(_CLASS, Arguments(path={"thing-id": thing_id, "rest": rest}, body=body))

    @overload
    async def post_v1_things_thing_id_rest(
        self,
        thing_id: str,
        rest: str,
        *,
        body: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
        content_type: Literal["application/octet-stream"] = "application/octet-stream",
    ) -> bytes: ...

    @overload
    async def post_v1_things_thing_id_rest(
        self, thing_id: str, rest: str, *, body: bytes, content_type: Literal["application/xml"]
    ) -> bytes: ...

    async def post_v1_things_thing_id_rest(
        self,
        thing_id: str,
        rest: str,
        *,
        body: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
        content_type: Literal["application/octet-stream", "application/xml"] = "application/octet-stream",
    ) -> bytes:
        """POST /v1/things/{thing-id}/{rest}.

        Arguments, result and errors are those of `Größe.post_v1_things_thing_id_rest`.
        """
        return await self._client.send(
            _POST_V1_THINGS_THING_ID_REST,
            Arguments(path={"thing-id": thing_id, "rest": rest}, body=body, media_type=content_type),
        )
