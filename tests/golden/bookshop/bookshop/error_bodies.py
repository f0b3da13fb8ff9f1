"""What the answers hold that are errors, by status; loaded when a `body` is asked for."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import TypeAdapter

from . import models

UnauthorizedBody: TypeAlias = models.Problem
UNAUTHORIZED_BODY: TypeAdapter[UnauthorizedBody] = TypeAdapter(UnauthorizedBody)

NotFoundBody: TypeAlias = models.Problem
NOT_FOUND_BODY: TypeAdapter[NotFoundBody] = TypeAdapter(NotFoundBody)

UnprocessableContentBody: TypeAlias = models.Problem
UNPROCESSABLE_CONTENT_BODY: TypeAdapter[UnprocessableContentBody] = TypeAdapter(UnprocessableContentBody)
