"""What the answers hold that are errors, by status; loaded when a `body` is asked for."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import TypeAdapter

from . import models

UnlistedStatusBody: TypeAlias = models.NoneModel
UNLISTED_STATUS_BODY: TypeAdapter[UnlistedStatusBody] = TypeAdapter(UnlistedStatusBody)
