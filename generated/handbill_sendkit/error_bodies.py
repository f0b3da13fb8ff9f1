"""What the answers hold that are errors, by status; loaded when a `body` is asked for."""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import TypeAdapter

from . import models

BadRequestBody: TypeAlias = models.ErrorResponse | models.GenericError | dict[str, Any]
BAD_REQUEST_BODY: TypeAdapter[BadRequestBody] = TypeAdapter(BadRequestBody)

ForbiddenBody: TypeAlias = models.ErrorResponse | models.GenericError | dict[str, Any]
FORBIDDEN_BODY: TypeAdapter[ForbiddenBody] = TypeAdapter(ForbiddenBody)

NotFoundBody: TypeAlias = models.ErrorResponse | models.GenericError | dict[str, Any]
NOT_FOUND_BODY: TypeAdapter[NotFoundBody] = TypeAdapter(NotFoundBody)

ConflictBody: TypeAlias = models.ErrorResponse | models.GenericError | dict[str, Any]
CONFLICT_BODY: TypeAdapter[ConflictBody] = TypeAdapter(ConflictBody)

UnlistedStatusBody: TypeAlias = models.ErrorResponse | models.GenericError | dict[str, Any]
UNLISTED_STATUS_BODY: TypeAdapter[UnlistedStatusBody] = TypeAdapter(UnlistedStatusBody)
