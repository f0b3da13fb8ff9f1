"""What the answers hold that are errors, by status; loaded when a `body` is asked for."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import TypeAdapter

from . import models

NotFoundBody: TypeAlias = models.XImportOsResponse404
NOT_FOUND_BODY: TypeAdapter[NotFoundBody] = TypeAdapter(NotFoundBody)
