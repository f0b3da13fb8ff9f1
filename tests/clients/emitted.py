"""The types that the emitted packages give to bodies, found by their annotations.

In: an operation of a contract.  Out: the type of its request body, of its result and of its errors' bodies.
Never: looks at private parts of a package; what a caller's type checker sees is what counts.
"""

from __future__ import annotations

from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .contracts import Operation
from .providers import pages_of


def method_of(each: Operation) -> Any:
    """The method of the sync client, unbound."""
    resource, name = each.call.split(".")
    return getattr(getattr(each.provider.module(f"resources.{resource}"), resource.title()), name)


def request_type(each: Operation) -> Any:
    """The model of the request body."""
    (kind,) = [part for part in get_args(get_type_hints(method_of(each))["body"]) if part is not type(None)]
    # Models are built on first use; until then pydantic does not know the aliases of fields that refer ahead.
    kind.model_rebuild()
    return kind


def result_type(each: Operation) -> Any:
    """The type of the result; of a listing, that of a page."""
    kind = get_type_hints(method_of(each))["return"]
    return get_args(kind)[0] if get_origin(kind) in pages_of(each.provider) else kind


def error_type(each: Operation, status: str) -> Any:
    """The error class of a status, by the sentence that every one of them begins with."""
    errors = each.provider.module("errors")
    number = 555 if status == "default" else int(status)
    return errors.error_class(number)


def error_body_type(each: Operation, status: str) -> Any:
    """The type of the body of the error of a status."""
    return get_type_hints(error_type(each, status).body.fget)["return"]


def members(kind: Any) -> tuple[Any, ...]:
    """The members of a union, or the type alone."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
