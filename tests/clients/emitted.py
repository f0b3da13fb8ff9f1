"""The types that the emitted packages give to what is sent and received.

In: parts of a contract.  Out: the types of arguments, of the request body, of results and of the errors' bodies.
Never: looks at private parts of a package; what a caller's type checker sees is what counts.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import MISSING, BaseModel, TypeAdapter

from .contracts import Media, Operation, followed, manifest, resolved, symbol
from .providers import Provider, is_listing

STATUS_CLASSES = {
    "400": "BadRequestError",
    "401": "UnauthorizedError",
    "402": "PaymentRequiredError",
    "403": "ForbiddenError",
    "404": "NotFoundError",
    "405": "MethodNotAllowedError",
    "409": "ConflictError",
    "410": "GoneError",
    "413": "ContentTooLargeError",
    "422": "UnprocessableContentError",
    "429": "TooManyRequestsError",
    "500": "InternalServerError",
    "501": "NotImplementedByServerError",
    "502": "BadGatewayError",
    "503": "ServiceUnavailableError",
    "default": "UnlistedStatusError",
    "none": "APIStatusError",
}
"""The error class of each status that a contract documents, and of one that is not documented at all."""


def class_of(each: Operation, *, twin: bool = False) -> Any:
    """The class of the resource that has the operation."""
    _, resource, name, _ = each.symbol.split(".")
    return getattr(each.provider.module(f"resources.{resource}"), f"Async{name}" if twin else name)


@cache
def hints(each: Operation) -> dict[str, Any]:
    """The types of the method's arguments and of its result."""
    return get_type_hints(getattr(class_of(each), each.call.split(".")[1]), include_extras=True)


def request_type(each: Operation) -> Any:
    """The type of the request body."""
    return Union[present(hints(each)["body"])]  # noqa: UP007


def result_type(each: Operation) -> Any:
    """The type of the result; of a listing, that of a page."""
    kind = hints(each)["return"]
    return get_args(kind)[0] if is_listing(get_origin(kind)) else kind


def error_class(provider: Provider, status: str) -> Any:
    """The class of the error of a documented status."""
    return getattr(provider.module("errors"), STATUS_CLASSES[status])


def error_body_type(each: Operation, status: str) -> Any:
    """The type of the body of the error of a status."""
    names = {"error_bodies": each.provider.module("error_bodies")}
    return get_type_hints(error_class(each.provider, status).body.fget, globalns=names, include_extras=True)["return"]


def typed(annotation: Any, value: Any) -> Any:
    """The JSON *value* as a caller would give it to an argument: a date for a date, a model for an object."""
    if not isinstance(value, str | list | dict):
        return value
    kind: Any = Union[present(annotation)]  # noqa: UP007
    return TypeAdapter(kind).validate_python(value)


def present(annotation: Any) -> tuple[Any, ...]:
    """The members of a type but for what says that nothing is there."""
    return tuple(one for one in members(annotation) if one not in (MISSING, NoneType))


def members(kind: Any) -> tuple[Any, ...]:
    """The members of a union, or the type alone."""
    if get_origin(kind) is not None and hasattr(kind, "__metadata__"):
        return members(kind.__origin__)
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def attributes(kind: Any) -> dict[str, str]:
    """The attribute of a model for each name on the wire."""
    # Models are built on first use; until then pydantic does not know the aliases of fields that refer ahead.
    kind.model_rebuild()
    return {field.alias or name: name for name, field in kind.model_fields.items()}


def kinds_of(media: Media, value: Any) -> tuple[type, ...]:
    """The classes of which *value*, received as *media*, may be an instance: that of its schema, or plain JSON's."""
    if not media.is_json:
        return (str,) if media.type.startswith("text/") else (bytes,)
    return kinds_at(media.provider, media.schema, f"{media.pointer}/schema", value)


def kinds_at(provider: Provider, schema: dict[str, Any], pointer: str, value: Any) -> tuple[type, ...]:
    """The same for the schema at *pointer*."""
    name = symbol(provider, followed(provider, schema, pointer)[1])
    if name is None:
        return (type(value),)
    found = getattr(provider.module("models"), name.removeprefix("models."))
    kinds = tuple(get_origin(one) or one for one in members(found))
    # A union keeps a member that nobody knows as a dict, but none of those that the contract shows.
    return tuple(kind for kind in kinds if kind is not dict) or kinds


def models_in(value: Any, path: str = "") -> list[tuple[str, BaseModel]]:
    """Every model in a value, with its place."""
    if isinstance(value, BaseModel):
        inner = [(f"{path}/{name}", getattr(value, name)) for name in type(value).model_fields]
        return [(path or "/", value), *(found for place, one in inner for found in models_in(one, place))]
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in models_in(one, f"{path}/{key}")]
    if isinstance(value, list):
        return [found for index, one in enumerate(value) for found in models_in(one, f"{path}/{index}")]
    return []


def unlisted_in(provider: Provider, value: Any) -> list[str]:
    """The models in a value that hold fields without an attribute, though the contract does not say that they may."""
    return [place for place, model in models_in(value) if model.model_extra and not _is_open(provider, type(model))]


@cache
def _is_open(provider: Provider, kind: type) -> bool:
    name = f"models.{kind.__name__}"
    pointers = [pointer for pointer, found in manifest(provider)["symbols"].items() if found == name]
    # A class that is sent differs from the one that is received by a mark behind its pointer.
    schemas = [resolved(provider, {"$ref": pointer.partition("@")[0]}) for pointer in pointers]
    return any(schema.get("additionalProperties", False) is not False for schema in schemas)


def dumped(value: Any) -> Any:
    """What a result is as JSON."""
    return TypeAdapter(Any).dump_python(value, mode="json", by_alias=True)
