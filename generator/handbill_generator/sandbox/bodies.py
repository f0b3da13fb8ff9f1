"""Read the body of a request, as the contract says it must be.

In: what the contract says of bodies, and a request.  Out: its JSON.
Never: reads what another reader would read otherwise (duplicate keys, NaN); checks a body that is not JSON.
"""

from __future__ import annotations

from typing import Any

from handbill_generator.contract import MediaType, RequestBody
from handbill_generator.diagnostics import SpecError
from handbill_generator.load.json_reader import NotJSON
from handbill_generator.load.json_reader import read as read_json
from handbill_generator.load.source import Limits, Source
from handbill_generator.sandbox.checks import Checker
from handbill_generator.sandbox.model import Problem
from handbill_generator.sandbox.request import LONGEST_BODY, Request

_LIMITS = Limits(bytes=LONGEST_BODY, nodes=1_000_000, depth=200)


class TooLarge(Problem):
    """The body has more bytes than the sandbox reads."""

    def __init__(self) -> None:
        super().__init__("invalid", f"the body has more than {LONGEST_BODY} bytes")


def read_body(body: RequestBody | None, request: Request, checker: Checker) -> Any:
    """Give the JSON of a request, None where there is none; raises Problem (`invalid`)."""
    content = request.body
    if content is None:
        raise TooLarge
    if body is None:
        return None  # RFC 9110, section 9.3: such a body means nothing
    if not content:
        if body.required:
            raise Problem("invalid", "the body is missing")
        return None
    media = _media(body, request)
    if not is_json(media.name.raw) and not is_json(request.header("content-type") or ""):
        return None
    value = _json(content)
    if media.schema and (wrong := checker.wrong(media.schema, value, "request")):
        raise invalid([(place or "body", how) for place, how in wrong])
    return value


def invalid(wrong: list[tuple[str, str]]) -> Problem:
    """Make the problem that names every field that is wrong."""
    field, how = wrong[0]
    said = f"{field} {how}" if how.startswith("is ") else f"{field}: {how}"
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return Problem("invalid", f"{said}{more}", fields=tuple(wrong))


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    essence = _essence(media_type)
    return essence.endswith(("/json", "+json"))


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _media(body: RequestBody, request: Request) -> MediaType:
    if (request.header("content-encoding") or "identity").lower() != "identity":
        raise Problem("invalid", "the body must not be compressed")
    stated = _essence(request.header("content-type") or "")
    allowed = {_essence(media.name.raw): media for media in body.content}
    for name in (stated, f"{stated.partition('/')[0]}/*", "*/*"):
        if name in allowed and stated:
            return allowed[name]
    wanted = " or ".join(allowed)
    if not stated:
        raise Problem("invalid", f"the header Content-Type is missing; it must be {wanted}")
    raise Problem("invalid", f"the Content-Type must be {wanted}, not {stated[:60]}")


def _json(content: bytes) -> Any:
    try:
        return read_json(Source("body", content.decode()), _LIMITS)
    except UnicodeDecodeError:
        raise Problem("invalid", "the body is not UTF-8") from None
    except NotJSON as error:
        raise Problem("invalid", _said(error.problem)) from None
    except SpecError as error:
        raise Problem("invalid", _said(error)) from None


def _said(error: SpecError) -> str:
    place = f"line {error.position.line}, column {error.position.column} of " if error.position else ""
    return f"{place}the body: {error.message}"
