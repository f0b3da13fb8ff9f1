"""What a documentation page says, in words that every stage shares: facts.

A `Fact` is one attribute of one element of one operation, with where it comes from and how sure it is.  Facts are
names, numbers and tokens; no sentence of a page is ever in one.  What a page does not say has no fact: absent is not
false.  A `Page` is what was read from one page.

    PATCH /campaigns/{campaignId}  request   -        body/from/email     type      string     tag      stated
    PATCH /campaigns/{campaignId}  response  success  body/data/status    shown     draft      example  shown
    PATCH /campaigns/{campaignId}  response  404      -                   exists    true       embedded stated
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

MAX_TOKEN = 200
"""The most characters that a value of a fact has: what is longer is prose."""

SUCCESS = "success"
"""The status of what succeeded, where a page does not say the number."""
ERROR = "error"
"""The status of what failed, where a page describes one body for all errors."""

ITEMS = "[]"
"""The token of a path for the items of an array."""
VALUES = "{}"
"""The token of a path for the values of a map."""


class Side(StrEnum):
    """Who sends what a fact is about; `neither` is the operation itself."""

    request = "request"
    response = "response"
    neither = "neither"


class Attribute(StrEnum):
    """What a fact says of its element.

    The value is a boolean for `exists`, `nullable`, `required`, `deprecated`, `readOnly`, `writeOnly`, `all-optional`,
    `opaque`, `example-broken`, `echoed`; a number for limits and for counts; else a token.
    """

    exists = "exists"
    type = "type"
    """`string`, `integer`, `number`, `boolean`, `object` or `array`; a fact for each of several."""
    nullable = "nullable"
    required = "required"
    format = "format"  # type: ignore[assignment]  # OpenAPI's word; nobody formats text with an attribute
    enum = "enum"
    """A value of a closed list; a fact a value."""
    minimum = "minimum"
    maximum = "maximum"
    exclusive_minimum = "exclusiveMinimum"
    exclusive_maximum = "exclusiveMaximum"
    multiple_of = "multipleOf"
    min_length = "minLength"
    max_length = "maxLength"
    min_items = "minItems"
    max_items = "maxItems"
    min_properties = "minProperties"
    max_properties = "maxProperties"
    pattern = "pattern"
    default = "default"
    deprecated = "deprecated"
    read_only = "readOnly"
    write_only = "writeOnly"
    media_type = "media-type"
    """At `body`."""
    code = "code"
    """An error code, at a status."""
    security = "security"
    """`http bearer`, `apiKey header X-Api-Key`, `oauth2`; at the operation."""
    server = "server"
    """A base address, at the operation."""
    required_together = "any-of-required"
    """At an object: names joined by ` | `, one of which must be there."""
    all_optional = "all-optional"
    """At an object: the page says that none of its properties is required."""
    opaque = "opaque"
    """At an object that a schema describes without any property."""
    shown = "shown"
    """A token that an example has as the value: it can widen a list of values, and proves no list."""

    # About the page rather than the API.
    example_broken = "example-broken"
    """At `body`: an example is there that is no JSON."""
    sample_broken = "sample-broken"
    """The language of a sample that is not valid in it; at the request."""
    names_lost = "names-lost"
    """How many fields of a body are described whose names the page does not have."""
    enum_run = "enum-run"
    """Values of a list run together (`draftactivepaused`), their field unknown; in a fact at `body`."""
    published = "published"
    """An OpenAPI document is said to be published: its address, or its version as `3.1` where there is none."""
    refers = "refers"
    """At an element that another page describes: that page's address, or `elsewhere`."""
    missing_status = "missing-status"
    """At an element of a request that names something: the status where that is not there."""
    causes = "causes"
    """At a status: how many causes the page names."""
    echoed = "echoed"
    """At an element of a request, false: the example of the response shows another value than that of the request."""
    read_only_unnamed = "read-only-unnamed"
    """At a body: how many fields are called read-only whose names the page does not have."""
    legacy = "legacy"
    """A value that is read and no longer written, or stored as another: `custom`, `old_value -> new_value`."""
    mislabelled = "mislabelled"
    """At a parameter: the location that the page gives and that it cannot have."""


TRANSIENT = frozenset({Attribute.shown, Attribute.echoed})
"""Attributes that follow the values of examples: they move with each edit of a page, and mean no drift."""


class SourceKind(StrEnum):
    """What part of a page a fact was read from, the most trustworthy first."""

    published = "published"
    """A published OpenAPI document."""
    embedded = "embedded"
    """An OpenAPI document inside of a page."""
    tag = "tag"
    """A component of MDX, such as `<ParamField>`."""
    table = "table"
    """A table or list of fields in Markdown or HTML."""
    flattened = "flattened"
    """The text of a rendered reference."""
    example = "example"
    sample = "sample"
    """Code that sends the request."""
    prose = "prose"
    """A pattern in a sentence."""


class Confidence(StrEnum):
    """How sure a fact is."""

    stated = "stated"
    shown = "shown"
    """An example or a sample has it: it exists, and proves no rule."""
    inferred = "inferred"
    """A sentence was read by a pattern."""


TYPES = ("string", "integer", "number", "boolean", "object", "array")

Value = str | int | float | bool
Path = tuple[str, ...]
"""Where in a message: first `path`, `query`, `header`, `cookie` or `body`, then names, `ITEMS` and `VALUES`; empty for
the operation or the response itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One attribute of one element.

    *operation* is written `PATCH /campaigns/{campaignId}`, the path as the page has it; empty where a page does not
    say.  *status* is a status, a range as `4XX`, `default`, `SUCCESS` or `ERROR` for a response, else empty.  *line* is
    where the page says it, from 1 on; it is no part of the fact.
    """

    operation: str = ""
    side: Side
    status: str = ""
    path: Path = ()
    attribute: Attribute
    value: Value
    source: SourceKind
    confidence: Confidence
    line: int = field(default=0, compare=False)

    @property
    def element(self) -> tuple[str, str, str, Path]:
        """What the fact is about, without the attribute."""
        return (self.operation, str(self.side), self.status, self.path)


class Format(StrEnum):
    """How a page is written."""

    mintlify = "mintlify"
    """Markdown with `<ParamField>` and `<ResponseField>`; Scalar writes the same."""
    gitbook = "gitbook"
    markdown = "markdown"
    """Any other Markdown, with tables or lists of fields."""
    html = "html"
    text = "text"
    """The text of a rendered page with names, types and `required` on lines of their own."""
    reference = "reference"
    """The text of a rendered reference that has lost its names."""
    prose = "prose"
    openapi = "openapi"
    index = "index"  # type: ignore[assignment]  # as sites call it
    """An `llms.txt`: the list of the pages of a site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something that a page points at: *rel* is `openapi` (a document), `page` or `index` (an llms.txt).

    *title* is a name of a page, at most `MAX_TOKEN` characters.
    """

    rel: str
    url: str
    title: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read from one page.  *name* is what messages call it."""

    name: str
    format: Format
    facts: tuple[Fact, ...]
    """Sorted, each once: see `sorted_facts`."""
    links: tuple[Link, ...] = ()

    @property
    def operations(self) -> tuple[str, ...]:
        """The operations that the page names, in their order in `facts`."""
        return tuple(dict.fromkeys(fact.operation for fact in self.facts if fact.operation))

    def of(self, operation: str) -> Page:
        """Give the page with *operation* in every fact that names none."""
        facts = (replace(fact, operation=fact.operation or operation) for fact in self.facts)
        return replace(self, facts=sorted_facts(facts))


def order(fact: Fact) -> tuple[str, ...]:
    """Give what facts are sorted by; values of different types are told apart (`1` is not `true`)."""
    return (
        fact.operation,
        str(fact.side),
        fact.status,
        written_path(fact.path),
        str(fact.attribute),
        type(fact.value).__name__,
        str(fact.value),
        str(fact.source),
        str(fact.confidence),
    )


def sorted_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give *facts* sorted, each once, with the first line that says it."""
    once: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        known = once.setdefault(order(fact), fact)
        if fact.line and (not known.line or fact.line < known.line):
            once[order(fact)] = fact
    return tuple(once[key] for key in sorted(once))


def written_path(path: Path) -> str:
    """Give *path* as one token, names escaped as in a JSON pointer (RFC 6901).

    >>> written_path(("body", "toLists", "[]", "a/b"))
    'body/toLists/[]/a~1b'
    """
    return "/".join(token.replace("~", "~0").replace("/", "~1") for token in path)


def path_of(text: str) -> Path:
    """Read what `written_path` wrote.

    >>> path_of("body/toLists/[]/a~1b"), path_of("")
    (('body', 'toLists', '[]', 'a/b'), ())
    """
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in text.split("/")) if text else ()
