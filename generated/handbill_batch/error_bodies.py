"""What the answers hold that are errors, by status; loaded when a `body` is asked for."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import TypeAdapter

from . import models

BadRequestBody: TypeAlias = models.ErrorResponse
BAD_REQUEST_BODY: TypeAdapter[BadRequestBody] = TypeAdapter(BadRequestBody)

UnauthorizedBody: TypeAlias = models.ErrorResponse
UNAUTHORIZED_BODY: TypeAdapter[UnauthorizedBody] = TypeAdapter(UnauthorizedBody)

ForbiddenBody: TypeAlias = models.ErrorResponse
FORBIDDEN_BODY: TypeAdapter[ForbiddenBody] = TypeAdapter(ForbiddenBody)

NotFoundBody: TypeAlias = models.ErrorResponse
NOT_FOUND_BODY: TypeAdapter[NotFoundBody] = TypeAdapter(NotFoundBody)

TooManyRequestsBody: TypeAlias = models.ErrorResponse
TOO_MANY_REQUESTS_BODY: TypeAdapter[TooManyRequestsBody] = TypeAdapter(TooManyRequestsBody)

InternalServerBody: TypeAlias = models.ErrorResponse
INTERNAL_SERVER_BODY: TypeAdapter[InternalServerBody] = TypeAdapter(InternalServerBody)

ServiceUnavailableBody: TypeAlias = models.ErrorResponse
SERVICE_UNAVAILABLE_BODY: TypeAdapter[ServiceUnavailableBody] = TypeAdapter(ServiceUnavailableBody)

UnlistedStatusBody: TypeAlias = models.ErrorResponse
UNLISTED_STATUS_BODY: TypeAdapter[UnlistedStatusBody] = TypeAdapter(UnlistedStatusBody)
