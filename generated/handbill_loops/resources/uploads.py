"""Uploads bring images to Loops, in three steps."""

from __future__ import annotations

from typing import Literal, overload

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation, body_of
from ..models import CompletedUpload, Upload, UploadCreate

_CREATE: Operation[Upload] = Operation(
    id="createUpload",
    method="POST",
    path="/v1/uploads",
    results={"200": Upload},
)

_COMPLETE: Operation[CompletedUpload] = Operation(
    id="completeUpload",
    method="POST",
    path="/v1/uploads/{emailAssetId}/complete",
    results={"200": CompletedUpload},
)


class Uploads:
    """Uploads bring images to Loops, in three steps."""

    def __init__(self, client: Client) -> None:
        self._client = client

    @overload
    def create(
        self, *, content_type: Literal["image/jpeg", "image/png", "image/gif", "image/webp"], content_length: int
    ) -> Upload: ...

    @overload
    def create(self, *, body: UploadCreate) -> Upload: ...

    def create(
        self,
        *,
        content_type: Literal["image/jpeg", "image/png", "image/gif", "image/webp"] | MISSING = MISSING,
        content_length: int | MISSING = MISSING,
        body: UploadCreate | None = None,
    ) -> Upload:
        """Create an upload.

        Starts the upload of an image and returns the URL to send it to. Three steps make an upload:
        this call; a `PUT` of the bytes to `presigned_url`, whose `Content-Type` and
        `Content-Length` are those of this body; and the call that completes the upload.

        Args:
            content_type: The MIME type of the file.
            content_length: The size of the file in bytes. 1 to 4000000.
            body: All fields of the body at once, instead of one by one.

        Returns:
            The URL to upload to.

        Raises:
            BadRequestError: The body is not valid, or the content type is not supported.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            MethodNotAllowedError: The path does not support the HTTP method.
            ContentTooLargeError: The file is larger than 4,000,000 bytes.
            TooManyRequestsError: The team has used up its rate limit. A repeated call is expected
                to wait first, and longer after each failure.
        """
        return self._client.send(
            _CREATE,
            Arguments(body=body_of(UploadCreate, body, content_type=content_type, content_length=content_length)),
        )

    def complete(self, email_asset_id: str) -> CompletedUpload:
        """Complete an upload.

        Ends an upload after the bytes have been sent, and returns the public URL of the image. The
        call takes no body.

        Args:
            email_asset_id: The `email_asset_id` of the upload, as returned when it was created.

        Returns:
            The URL of the image.

        Raises:
            BadRequestError: The ID is missing, or the file that was sent has a content type that is
                not supported.
            UnauthorizedError: The API key is not valid, or the team has no access to the content
                API.
            NotFoundError: The upload does not exist.
            MethodNotAllowedError: The path does not support the HTTP method.
            TooManyRequestsError: The team has used up its uploads or its rate limit.
        """
        return self._client.send(_COMPLETE, Arguments(path={"emailAssetId": email_asset_id}))


class AsyncUploads:
    """Uploads bring images to Loops, in three steps."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @overload
    async def create(
        self, *, content_type: Literal["image/jpeg", "image/png", "image/gif", "image/webp"], content_length: int
    ) -> Upload: ...

    @overload
    async def create(self, *, body: UploadCreate) -> Upload: ...

    async def create(
        self,
        *,
        content_type: Literal["image/jpeg", "image/png", "image/gif", "image/webp"] | MISSING = MISSING,
        content_length: int | MISSING = MISSING,
        body: UploadCreate | None = None,
    ) -> Upload:
        """Create an upload.

        Arguments, result and errors are those of `Uploads.create`.
        """
        return await self._client.send(
            _CREATE,
            Arguments(body=body_of(UploadCreate, body, content_type=content_type, content_length=content_length)),
        )

    async def complete(self, email_asset_id: str) -> CompletedUpload:
        """Complete an upload.

        Arguments, result and errors are those of `Uploads.complete`.
        """
        return await self._client.send(_COMPLETE, Arguments(path={"emailAssetId": email_asset_id}))
