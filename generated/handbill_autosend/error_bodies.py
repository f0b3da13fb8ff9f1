"""What the answers hold that are errors, by status; loaded when a `body` is asked for."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import TypeAdapter

from . import models

BadRequestBody: TypeAlias = models.AnyErrorResponse | models.ErrorResponse | models.TextErrorResponse
BAD_REQUEST_BODY: TypeAdapter[BadRequestBody] = TypeAdapter(BadRequestBody)

UnauthorizedBody: TypeAlias = models.ErrorResponse
UNAUTHORIZED_BODY: TypeAdapter[UnauthorizedBody] = TypeAdapter(UnauthorizedBody)

PaymentRequiredBody: TypeAlias = models.ErrorResponse
PAYMENT_REQUIRED_BODY: TypeAdapter[PaymentRequiredBody] = TypeAdapter(PaymentRequiredBody)

ForbiddenBody: TypeAlias = models.AnyErrorResponse | models.ErrorResponse
FORBIDDEN_BODY: TypeAdapter[ForbiddenBody] = TypeAdapter(ForbiddenBody)

NotFoundBody: TypeAlias = models.AnyErrorResponse | models.TextErrorResponse
NOT_FOUND_BODY: TypeAdapter[NotFoundBody] = TypeAdapter(NotFoundBody)

TooManyRequestsBody: TypeAlias = models.RateLimitErrorResponse
TOO_MANY_REQUESTS_BODY: TypeAdapter[TooManyRequestsBody] = TypeAdapter(TooManyRequestsBody)

InternalServerBody: TypeAlias = models.AnyErrorResponse
INTERNAL_SERVER_BODY: TypeAdapter[InternalServerBody] = TypeAdapter(InternalServerBody)
