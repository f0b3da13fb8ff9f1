"""What a document promises, in OpenAPI's own words and in the meaning of OpenAPI 3.1.

Every part keeps the JSON pointer of the place it was read from; `Contract.position` turns that into file:line:column.
A *python_name* is what `x-handbill-name` says, if anything.  Free text is `Text`; what is only ever compared (a status,
a method, a location) is `str` and was checked on reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.diagnostics import Loss, Position
from handbill_generator.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A JSON Schema (draft 2020-12), lifted to OpenAPI 3.1; *keywords* is a boolean or a mapping as in the document."""

    keywords: Any
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How a property of a form is written.

    *style* is empty where the document states neither a style nor explode nor allowReserved: then *content_type*
    decides.  *has_headers* says that its part would bring headers of its own.
    """

    content_type: Text
    style: str
    explode: bool
    has_headers: bool
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaType:
    """One entry of a `content` map.

    *items* is the schema of each item of a sequence (`itemSchema` of 3.2), *encoding* says how the properties of a form
    are written.  *examples* are the values, by name.
    """

    name: Text
    schema: Schema | None
    items: Schema | None
    encoding: Mapping[str, Encoding]
    examples: Mapping[str, Any]
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A response header that is documented."""

    name: Text
    description: Text
    required: bool
    deprecated: bool
    schema: Schema | None
    content: tuple[MediaType, ...]
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """How long something will be there; *sunset* and *stability* are `x-sunset` and `x-stability-level` as written."""

    deprecated: bool
    sunset: str
    stability: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter; *location* is `path`, `query`, `header` or `cookie`, *style* and *explode* are never left open.

    One that is the whole query (`in: querystring` of 3.2) is in the `query` and has the style `querystring`.
    """

    name: Text
    python_name: Text
    location: str
    description: Text
    required: bool
    lifecycle: Lifecycle
    schema: Schema | None
    content: tuple[MediaType, ...]
    style: str
    explode: bool
    allow_reserved: bool
    pointer: str

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return self.lifecycle.deprecated


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBody:
    """What a request carries, one entry a media type."""

    description: Text
    required: bool
    content: tuple[MediaType, ...]
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer; *status* is `200`, a range as `4XX`, or `default`."""

    status: str
    description: Text
    content: tuple[MediaType, ...]
    headers: tuple[Header, ...]
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How a listing goes on, from `x-handbill-pagination`.

    *items*, *next* and *more* are JSON pointers into the body of the answer, already split into tokens.
    *style* is `cursor` (*next* holds the cursor to send as *parameter*) or `page` (*next* holds the number of pages).
    """

    style: str
    items: tuple[str, ...]
    parameter: str
    next: tuple[str, ...]
    more: tuple[str, ...]
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """What the API says of trying again, from `x-handbill-retries`.

    *minimum_pause* is in seconds, after a 429; *reset_header* holds the moment, in Unix seconds, at which a rate limit
    is lifted.
    """

    minimum_pause: float
    reset_header: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityRequirement:
    """A security scheme that must be satisfied, with the scopes that are asked of it."""

    key: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path.

    *requirements* lists the alternatives (OR); each alternative holds what goes together (AND).  An empty alternative
    means that no credential is needed; *requirements_pointer* is where they stand, at the operation or at the root.
    *servers* are those that the operation or its path has of its own.
    """

    id: Text
    python_name: Text
    method: str
    path: Text
    tags: tuple[Text, ...]
    summary: Text
    description: Text
    lifecycle: Lifecycle
    parameters: tuple[Parameter, ...]
    request_body: RequestBody | None
    responses: tuple[Response, ...]
    requirements: tuple[tuple[SecurityRequirement, ...], ...]
    requirements_pointer: str
    servers: tuple[Server, ...]
    callbacks: tuple[Webhook, ...]
    pagination: Pagination | None
    pointer: str

    @property
    def tag(self) -> Text:
        """The tag that the operation is filed under: its first one."""
        return self.tags[0] if self.tags else Text("")

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return self.lifecycle.deprecated

    @property
    def security(self) -> tuple[tuple[str, ...], ...]:
        """The alternatives with the keys of the schemes alone."""
        return tuple(tuple(needed.key for needed in alternative) for alternative in self.requirements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A request that the API makes by itself: the body of *operation* is what its user receives.

    A callback of an operation is one too; its *name* is then the callback's with the expression of its address.
    """

    name: Text
    operation: Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A flow of OAuth 2; *type* is the key it stands under, such as `clientCredentials`."""

    type: str
    authorization_url: Text
    token_url: Text
    refresh_url: Text
    scopes: tuple[Text, ...]
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A security scheme.

    *type* is `http`, `apiKey`, `oauth2`, `openIdConnect` or `mutualTLS`; *scheme* is the HTTP scheme in lower case,
    *location* and *name* say where an apiKey goes.
    """

    key: str
    type: str
    scheme: str
    location: str
    name: Text
    open_id_connect_url: Text
    flows: tuple[Flow, ...]
    description: Text
    pointer: str

    @property
    def token_url(self) -> Text:
        """Where the flow of client credentials fetches its token."""
        return next((flow.token_url for flow in self.flows if flow.type == "clientCredentials"), Text(""))

    @property
    def scopes(self) -> tuple[Text, ...]:
        """The scopes of the flow of client credentials."""
        return next((flow.scopes for flow in self.flows if flow.type == "clientCredentials"), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A part of a server's address that its user chooses; *values* are empty where any will do.

    *default* is None where the document forgets it.
    """

    name: Text
    default: Text | None
    values: tuple[Text, ...]
    description: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base address: *template* as it stands in the document, *url* with the default of each variable filled in."""

    url: Text
    template: Text
    variables: tuple[ServerVariable, ...]
    python_name: Text
    description: Text
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag and what the document says of it."""

    name: Text
    python_name: Text
    description: Text
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """All that a document promises.

    *schemas* are the component schemas by key.  *error_message* holds the pointers of `x-handbill-error-message`,
    split into tokens.  *resolve* gives the schema at any pointer of the document, one that allows anything where
    nothing stands.  *losses* are what was not taken exactly as it stands, in the order of reading.
    """

    source: str
    sha256: str
    title: Text
    python_name: Text
    version: Text
    description: Text
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    webhooks: tuple[Webhook, ...]
    schemas: Mapping[str, Schema]
    security_schemes: Mapping[str, SecurityScheme]
    error_message: tuple[tuple[str, ...], ...]
    retries: Retries
    losses: tuple[Loss, ...]
    resolve: Callable[[str], Schema]
    position: Callable[[str], Position]
