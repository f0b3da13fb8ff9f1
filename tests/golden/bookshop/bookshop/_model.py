"""What all models have in common."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, TypeAdapter


class Model(BaseModel):
    """A JSON object.

    A field that is `MISSING` is not sent; `None` is sent as null.  Fields that the contract does not know are kept in
    `model_extra` and sent back.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        defer_build=True,
        protected_namespaces=(),
    )


class _ReadDatetime(datetime):
    """A datetime that remembers how it was written, so that it can be sent back to the letter.

    What is computed from it, and a copy, is another time to Python and remembers nothing.
    """

    written: str | None = None


def _read(value: Any) -> Any:
    if isinstance(value, str):
        # A leap second (RFC 3339, section 5.7) is the one before it, as Python knows none.
        moment = _DATETIME.validate_python(_LEAP_SECOND.sub(r"\g<1>59", value))
        remembering = _ReadDatetime.fromisoformat(moment.isoformat())
        remembering.written = value
        return remembering
    if not isinstance(value, datetime):
        raise ValueError("this is no date and time")
    if value.tzinfo is None:
        raise ValueError("a date and time needs a time zone, such as datetime.UTC")
    return value


def _write(value: datetime) -> str:
    if isinstance(value, _ReadDatetime) and value.written is not None:
        return value.written
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


_DATETIME = TypeAdapter(datetime)
_LEAP_SECOND = re.compile(r"(?<=[Tt ])(\d\d:59:)60")

# Not a wrap validator: in a union with other objects, pydantic would take that for a worse match than a plain dict.
DateTime = Annotated[datetime, BeforeValidator(_read), PlainSerializer(_write, when_used="json")]
"""A date and time with its time zone, as RFC 3339 writes it."""
