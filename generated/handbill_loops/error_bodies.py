"""What the answers hold that are errors, by status; loaded when a `body` is asked for."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import TypeAdapter

from . import models

BadRequestBody: TypeAlias = (
    models.ErrorResponse | models.FailureResponse | models.TransactionalEmailFailure | models.UploadFailure
)
BAD_REQUEST_BODY: TypeAdapter[BadRequestBody] = TypeAdapter(BadRequestBody)

UnauthorizedBody: TypeAlias = models.LooseErrorResponse
UNAUTHORIZED_BODY: TypeAdapter[UnauthorizedBody] = TypeAdapter(UnauthorizedBody)

NotFoundBody: TypeAlias = (
    models.ErrorResponse | models.FailureResponse | models.TransactionalEmailFailure | models.UploadFailure
)
NOT_FOUND_BODY: TypeAdapter[NotFoundBody] = TypeAdapter(NotFoundBody)

MethodNotAllowedBody: TypeAlias = models.LooseErrorResponse
METHOD_NOT_ALLOWED_BODY: TypeAdapter[MethodNotAllowedBody] = TypeAdapter(MethodNotAllowedBody)

ConflictBody: TypeAlias = models.ErrorResponse | models.FailureResponse
CONFLICT_BODY: TypeAdapter[ConflictBody] = TypeAdapter(ConflictBody)

ContentTooLargeBody: TypeAlias = models.ErrorResponse | models.UploadFailure
CONTENT_TOO_LARGE_BODY: TypeAdapter[ContentTooLargeBody] = TypeAdapter(ContentTooLargeBody)

UnprocessableContentBody: TypeAlias = models.ErrorResponse | models.ComponentFailure
UNPROCESSABLE_CONTENT_BODY: TypeAdapter[UnprocessableContentBody] = TypeAdapter(UnprocessableContentBody)

TooManyRequestsBody: TypeAlias = models.LooseErrorResponse | models.UploadLimitFailure
TOO_MANY_REQUESTS_BODY: TypeAdapter[TooManyRequestsBody] = TypeAdapter(TooManyRequestsBody)

InternalServerBody: TypeAlias = models.ErrorResponse
INTERNAL_SERVER_BODY: TypeAdapter[InternalServerBody] = TypeAdapter(InternalServerBody)

NotImplementedByServerBody: TypeAlias = models.ErrorResponse
NOT_IMPLEMENTED_BY_SERVER_BODY: TypeAdapter[NotImplementedByServerBody] = TypeAdapter(NotImplementedByServerBody)
