"""An operation with its types still schemas: what stands between a contract and a method.

In: nothing.  Out: the words of `operations`, which drafts, and of `methods`, which finishes.
Never: decides anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbill_generator.contract import Encoding, Operation, Parameter, RequestBody, Response, Webhook
from handbill_generator.plan.model import Shape
from handbill_generator.plan.normalise import JSON
from handbill_generator.text import Code, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A schema in use: *use* is the key under which its annotation is asked for."""

    use: str
    normal: JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftParameter:
    """A parameter with its type; *style* is OpenAPI's, or `json` for a parameter with `content`."""

    parameter: Parameter
    type: Typed
    style: Code
    documentation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBody:
    """A request body of one media type.

    *shape* is the class whose fields become arguments, *additional* the type of the properties that it may have beyond
    them, if the contract says that there may be any.  *kind* is `json`, `form`, `multipart`, `lines`, `text`, `xml` or
    `bytes`; *range* says that the contract names no type but a range of them.
    """

    body: RequestBody
    media_type: Text
    range: bool
    type: Typed | None
    kind: Code
    shape: Shape | None
    additional: Typed | None
    encodings: Mapping[str, Encoding]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftResult:
    """An answer of one media type; *kind* is `json`, `events`, `lines`, `text`, `xml`, `bytes` or `none`."""

    response: Response
    media_type: Text
    type: Typed | None
    kind: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An operation, typed by schemas; *body* is the first choice, *others* are of other media types."""

    operation: Operation
    parameters: tuple[DraftParameter, ...]
    body: DraftBody | None
    others: tuple[DraftBody, ...]
    results: tuple[DraftResult, ...]
    errors: tuple[DraftResult, ...]
    callbacks: tuple[tuple[Webhook, Typed], ...]
