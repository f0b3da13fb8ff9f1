"""Explain every id that a change can have: `handbill diff --explain ID`.

In: an id.  Out: what it means, who is hurt, and where the rule comes from.
Never: says how bad a change is in other words than `levels` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from handbill_generator.changes.levels import exemption_of
from handbill_generator.changes.lifecycle import SUFFIXES
from handbill_generator.changes.schemas import FACETS, schema_ids
from handbill_generator.diagnostics import ConfigError
from handbill_generator.load.source import shown


@dataclass(frozen=True, slots=True)
class _Entry:
    """What ids of one kind mean, and the rule that it rests on; *ids* are words, a blank between two."""

    meaning: str
    rule: str
    ids: str


_ENTRIES = (
    _Entry(
        "An operation came or went. Operations are told apart by method and path as they are sent: the names in "
        "braces do not count, and a base path may move between the server and the paths. What was deprecated with "
        "a sunset may go once the day is past.",
        "OpenAPI 3.1.0, section 4.8.8; RFC 8594",
        "endpoint-added api-removed-without-deprecation api-removed-with-deprecation api-removed-before-sunset "
        "api-path-removed-without-deprecation api-path-removed-with-deprecation api-path-removed-before-sunset "
        "api-path-sunset-parse api-removed-sunset-parse",
    ),
    _Entry(
        "What the document says of how long something will be there: deprecated, x-sunset, x-stability-level. A "
        "deprecated thing of a stable API needs a sunset that gives the days of notice of "
        "[tool.handbill.diff.deprecation].",
        "OpenAPI 3.1.0, section 4.8.10; oasdiff's extensions x-sunset and x-stability-level",
        " ".join(
            [
                "endpoint-deprecated endpoint-deprecated-with-sunset endpoint-reactivated",
                "sunset-deleted response-header-deprecated",
                *(f"{prefix}-{suffix}" for prefix in ("api", "request-parameter") for suffix in SUFFIXES),
            ]
        ),
    ),
    _Entry(
        "A name that is not sent, and that emitted code takes its own from: the operationId names a method, a tag a "
        "module and a class, a schema a model. Nothing changes on the wire; what changes in Python stands beside it.",
        "OpenAPI 3.1.0, section 4.8.10",
        "api-operation-id-changed api-operation-id-added api-operation-id-removed api-tag-added api-tag-removed "
        "api-schema-renamed request-parameter-renamed",
    ),
    _Entry(
        "A symbol of the emitted package changes, and no other finding says why.",
        "the emitted packages of both sides, read side by side",
        "api-symbol-added api-symbol-removed api-symbol-renamed api-symbol-retyped api-symbol-became-required "
        "api-symbol-became-optional api-symbol-changed",
    ),
    _Entry(
        "A parameter came, went or moved. It is known by its location and name; header names have no capitals, and "
        "a path parameter is known by its place. A required one that is new refuses every old request.",
        "OpenAPI 3.1.0, section 4.8.12",
        "new-required-request-parameter new-optional-request-parameter new-request-path-parameter "
        "new-required-request-default-parameter-to-existing-path "
        "new-optional-request-default-parameter-to-existing-path request-parameter-removed "
        "request-parameter-removed-with-deprecation request-parameter-removed-before-sunset",
    ),
    _Entry(
        "Whether something must be there. What is sent may only become optional, what is received only required.",
        "OpenAPI 3.1.0, sections 4.8.12 and 4.8.13",
        "request-parameter-became-required request-parameter-became-optional request-body-became-required "
        "request-body-became-optional",
    ),
    _Entry(
        "How a parameter is written into the request: style, explode, allowReserved, or the media type of its "
        "content. A server that expects one way does not read the other. For a single value most of this makes no "
        "difference, and then there is no finding.",
        "OpenAPI 3.1.0, section 4.8.12.2; RFC 6570",
        "request-parameter-style-changed request-parameter-content-changed request-parameter-allow-reserved-changed",
    ),
    _Entry(
        "A request body, a media type of a body or its schema came or went, or a property of a form is written "
        "otherwise. Media types are compared without capitals and charset.",
        "OpenAPI 3.1.0, sections 4.8.13 to 4.8.15; RFC 9110, section 8.3",
        "request-body-added-required request-body-added-optional request-body-removed request-body-media-type-added "
        "request-body-media-type-removed response-media-type-added response-media-type-removed "
        "request-body-media-type-schema-added request-body-media-type-schema-removed "
        "response-body-media-type-schema-added response-body-media-type-schema-removed request-body-encoding-changed "
        "response-body-encoding-changed",
    ),
    _Entry(
        "A status came or went. One that a range or default still covers is not gone. Clients must expect errors "
        "that no document lists; a success that they do not know they cannot read.",
        "OpenAPI 3.1.0, section 4.8.16",
        "response-success-status-added response-success-status-removed response-non-success-status-added "
        "response-non-success-status-removed",
    ),
    _Entry(
        "A response header came or went, or is no longer promised. Names have no capitals.",
        "OpenAPI 3.1.0, section 4.8.21; RFC 9110, section 5.1",
        "response-header-added required-response-header-removed optional-response-header-removed "
        "response-header-became-optional response-header-became-required",
    ),
    _Entry(
        "What credentials a request needs. The requirements are alternatives, each of which may ask for several "
        "schemes and scopes; a way in that worked still works if some alternative asks for no more than it did.",
        "OpenAPI 3.1.0, section 4.8.30",
        " ".join(
            f"api-{scope}security-{what}"
            for scope in ("", "global-")
            for what in ("added", "removed", "scope-added", "scope-removed", "alternative-added", "alternative-removed")
        ),
    ),
    _Entry(
        "How a credential is presented: type, HTTP scheme, the place and name of a key, the addresses, flows and "
        "scopes of OAuth 2. The key of a scheme in components is not sent; it names an argument of the emitted "
        "client.",
        "OpenAPI 3.1.0, sections 4.8.27 to 4.8.29",
        "api-security-component-added api-security-component-removed api-security-component-renamed "
        "api-security-component-type-changed api-security-component-scheme-changed api-security-component-in-changed "
        "api-security-component-name-changed api-security-component-open-id-connect-url-changed "
        "api-security-component-oauth-url-changed api-security-component-oauth-token-url-changed "
        "api-security-component-oauth-refresh-url-changed api-security-component-oauth-flow-added "
        "api-security-component-oauth-flow-removed api-security-component-oauth-scope-added "
        "api-security-component-oauth-scope-removed",
    ),
    _Entry(
        "The address that requests go to, compared whole: server and path together. The first server is the "
        "default of the emitted client.",
        "OpenAPI 3.1.0, sections 4.8.5 and 4.8.6",
        "api-server-url-changed api-server-default-changed api-server-added api-server-removed "
        "api-server-variable-became-enum api-server-variable-enum-removed api-server-variable-enum-value-added "
        "api-server-variable-enum-value-removed",
    ),
    _Entry(
        "A request that the API makes by itself came or went. What it carries is received, so it is judged as "
        "responses are.",
        "OpenAPI 3.1.0, sections 4.8.1 and 4.8.18",
        "webhook-added webhook-removed callback-added callback-removed",
    ),
    _Entry(
        "Two contracts of a repository are compared by their paths; one of them is there on one side alone.",
        "the folders or revisions that were compared",
        "contract-added contract-removed",
    ),
    _Entry(
        "What info.version says of the changes: a breaking change asks for a new major version, any other for a "
        "higher one.",
        "Semantic Versioning 2.0.0",
        "api-version-not-bumped api-version-decreased api-major-version-not-bumped",
    ),
)


def known_ids() -> Mapping[str, str]:
    """Give what every id means, by id."""
    found = {id: f"{entry.meaning} ({entry.rule})" for entry in _ENTRIES for id in entry.ids.split()}
    return {id: FACETS[facet] for id, facet in schema_ids().items()} | found


def explain(id: str) -> str:
    """Explain one id in a few lines; raises ConfigError for one that no change has."""
    known = known_ids()
    if id not in known:
        close = get_close_matches(id[:100], known, n=3)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        raise ConfigError(f'no change has the id "{shown(id)}"{hint}')
    exemption = exemption_of(id)
    lines = [id, "", known[id], "", _judged(id)]
    if exemption:
        lines += [f"Where it leaves the accepted set as it is, it is {exemption.level.value}: {exemption.reason}."]
    return "\n".join(lines)


def _judged(id: str) -> str:
    if id.startswith(("request-", "new-")):
        return "Requests are sent to the API: what it accepts may only grow. Narrower breaks, wider is compatible."
    if id.startswith(("response-", "required-response-", "optional-response-")):
        return "Responses come from the API: what it gives may only shrink. Wider breaks, narrower is compatible."
    return "The level follows from what a client that was written against the old contract can still do."
