"""Every id that a finding on documentation can have: what sort of finding it is, how bad, and what it means.

In: an id.  Out: its `Entry`, or a few lines for `handbill docs --explain ID`.
Never: decides whether something is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from handbill_generator.diagnostics import ConfigError
from handbill_generator.docs.findings import Kind, Level
from handbill_generator.load.source import shown


@dataclass(frozen=True, slots=True)
class Entry:
    """What findings of one id have in common; *level* is the worst that they have."""

    kind: Kind
    level: Level
    meaning: str


_AUDIT = {
    (Kind.missing, Level.error): {
        "operation-missing": "A page documents an operation that the contract does not have.",
        "parameter-missing": "A page documents a parameter that the contract does not have.",
        "property-missing": "A page documents or shows a property that the contract does not have.",
        "response-missing": "A page documents a status that the contract does not have.",
        "value-missing": "A page documents or shows a value that the list of the contract does not have.",
        "code-missing": "A page documents an error code that the contract does not have.",
        "media-type-missing": "A page documents a media type that the contract does not have.",
    },
    (Kind.undocumented, Level.warning): {
        "parameter-undocumented": "The contract has a parameter that a page lists its siblings without.",
        "property-undocumented": "The contract has a property that a page lists its siblings without.",
        "response-undocumented": "The contract has a status that a page lists the others without.",
        "value-undocumented": "The contract has a value that a page lists the others without.",
    },
    (Kind.undocumented, Level.error): {
        "evidence-not-on-page": "docs.yaml says that a page documents a member of the contract, and it does not.",
    },
    (Kind.contradicted, Level.error): {
        "type-contradicted": "A page gives a type that the contract does not allow.",
        "required-contradicted": "What a page calls required the contract calls optional, or the other way round.",
        "nullable-contradicted": "A page and the contract disagree on whether null is a value.",
        "method-contradicted": "A page calls a path by a method that the contract does not have there.",
        "security-contradicted": "A page asks for credentials that the contract does not have.",
        "server-contradicted": "A page gives a base address that the contract does not have.",
    },
    (Kind.contradicted, Level.warning): {
        "format-contradicted": "A page and the contract give different formats.",
        "limit-contradicted": "A page and the contract give different limits of a value, a text, a list or an object.",
        "default-contradicted": "A page and the contract give different defaults.",
        "deprecated-contradicted": "A page and the contract disagree on whether something is deprecated.",
        "access-contradicted": "A page and the contract disagree on whether something is only read, or only written.",
        "run-unexplained": "Values that a page runs together are not the values of any list of the contract.",
    },
    (Kind.unknowable, Level.note): {
        "names-lost": "A page describes fields whose names it does not have, so it cannot say which are missing.",
        "value-not-in-runs": "A list of the contract is in none of the runs of values that a page has.",
    },
}

_ITSELF = {
    (Kind.inconsistent, Level.warning): {
        "field-only-in-fields": "A field is in the list of fields, and not in the OpenAPI block of the same page.",
        "field-only-in-openapi": "A field is in the OpenAPI block, and not in the list of fields of the same page.",
        "optional-but-required": "All fields are said to be optional, and of some one must be there.",
        "field-names-differ": "The list of fields has one name and the example has another, under the same parent.",
        "object-opaque": "The OpenAPI block has an object without properties, and the list of fields has them.",
        "parameter-mislabelled": "A page gives a parameter a location that it cannot have.",
        "status-only-in-openapi": "A status is in the OpenAPI block, and nowhere else on the page.",
        "status-only-in-words": "A status is in a sentence, and not in the list of responses.",
        "sample-unclear": "A sample prints `{}` for a field whose type is no object.",
        "sample-broken": "A sample is not valid in its own language.",
        "example-broken": "An example is no valid JSON.",
        "children-only-in-example": "An object is described without properties that its example has.",
        "null-only-in-example": "An example shows null for a field that is not said to be nullable.",
        "rule-only-in-words": "A rule about a whole body is in a sentence, and no list of fields can say it.",
        "cannot-be-cleared": "A field is null in responses, and the update cannot set it to null.",
        "missing-reference-statuses-differ": "What is not there has one status for one field and another for another.",
        "status-has-several-causes": "One status stands for causes that a caller would treat differently.",
        "request-and-response-names-differ": "A field has one name when it is sent and another when it is received.",
        "request-and-response-values-differ": "A field has other values when it is received than it may be sent with.",
        "example-not-echoed": "The example of a response has another value than the example of its request sets.",
        "mentioned-not-shown": "A field is named in a sentence, and in no list, example or sample.",
        "identifier-names-differ": "The identifier has one name in the path and another in the response.",
        "values-differ-across-pages": "The pages of a provider give different values of the same field.",
        "types-differ-on-page": "Two parts of a page give different types of the same element.",
        "required-differs-on-page": "One part of a page calls an element required, another calls it optional.",
        "nullable-differs-on-page": "Two parts of a page disagree on whether null is a value.",
        "values-differ-on-page": "Two parts of a page give different lists of values of the same element.",
        "limits-differ-on-page": "Two parts of a page give different limits of the same element.",
    },
    (Kind.unknowable, Level.note): {
        "authentication-errors-undocumented": "Credentials are asked for, and no status says that they are refused.",
        "values-unstated": "A field has values of a fixed list, as its name and examples tell, and no list is there.",
        "format-unstated": "The OpenAPI block has a format that the list of fields does not say.",
        "success-status-unstated": "A page does not say the status of what succeeded.",
        "base-path-split": "The path begins with a part of the base address, so it is not clear where one ends.",
        "update-by-post": "An update is sent with POST, so it cannot be told from creating by its method.",
        "openapi-published": "An OpenAPI document is said to be published: it says more than the page does.",
        "operation-unstated": "A page does not say which method and path it documents.",
        "response-body-unstated": "A page says that a request succeeds, and not what comes back.",
        "described-elsewhere": "A field is described on another page.",
        "missing-resource-unstated": "No status or code says that what an identifier names is not there.",
        "read-only-unnamed": "Fields are called read-only whose names the page does not have.",
    },
}

_RULINGS = {
    (Kind.problem, Level.error): {
        "ruling-unused": "A ruling of docs.yaml settles nothing, though every source that it names was read.",
    },
}

_DRIFT = {
    (Kind.added, Level.error): {
        f"{what}-added": f"A page has a new {noun}."
        for what, noun in (
            ("operation", "operation"),
            ("parameter", "parameter"),
            ("property", "property"),
            ("response", "status"),
            ("value", "value in a list"),
            ("code", "error code"),
            ("media-type", "media type"),
            ("source", "part, such as a sample or an OpenAPI block: what it alone says was not known before"),
        )
    },
    (Kind.removed, Level.error): {
        f"{what}-removed": f"A page no longer has {noun}."
        for what, noun in (
            ("operation", "an operation"),
            ("parameter", "a parameter"),
            ("property", "a property"),
            ("response", "a status"),
            ("value", "a value in a list"),
            ("code", "an error code"),
            ("media-type", "a media type"),
            ("source", "a part, such as a sample or an OpenAPI block: what it alone said can no longer be known"),
        )
    },
    (Kind.changed, Level.error): {
        f"{what}-changed": f"A page says something new of {noun}."
        for what, noun in (
            ("type", "a type"),
            ("required", "what must be there"),
            ("nullable", "whether null is a value"),
            ("format", "a format"),
            ("limit", "a limit"),
            ("default", "a default"),
            ("deprecated", "what is deprecated"),
            ("access", "what is only read or only written"),
            ("security", "the credentials"),
            ("server", "the base address"),
            ("rule", "a rule about a whole body"),
            ("run", "a list whose values it runs together"),
            ("note", "what a page itself is like: broken examples, lost names"),
        )
    }
    | {
        "property-renamed": "A page gives a property another name.",
        "parameter-renamed": "A page gives a parameter another name.",
        "operation-changed": "A page documents an operation under another method or path.",
    },
    (Kind.problem, Level.error): {
        "page-restructured": "A page lost most of its facts at once, so it is read anew rather than held to its lock.",
        "page-unlocked": "A page has no entry in the lock.",
        "page-unread": "A page could not be read, or nothing of an API could be read from it.",
        "extractor-outdated": "A page was locked by an older version of the reader: lock it again.",
    },
}

IDS: Mapping[str, Entry] = {
    id: Entry(kind, level, meaning)
    for part in (_AUDIT, _ITSELF, _RULINGS, _DRIFT)
    for (kind, level), meanings in part.items()
    for id, meaning in meanings.items()
}
"""What every id means."""


def nearest(id: str) -> tuple[str, ...]:
    """Give the known ids that *id* is most like, at most three."""
    return tuple(get_close_matches(id[:100], IDS, n=3))


def explain(id: str) -> str:
    """Explain one id in a few lines; raises ConfigError for one that no finding has."""
    entry = IDS.get(id)
    if entry is None:
        close = nearest(id)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        raise ConfigError(f'no finding has the id "{shown(id)}"{hint}')
    fails = "It does not fail a run." if entry.level is Level.note else "It fails a run unless a ruling settles it."
    return "\n".join([id, "", entry.meaning, "", f"It is a finding of the kind {entry.kind}. {fails}"])


def ids_of(*kinds: Kind) -> Iterable[str]:
    """Give the ids of some *kinds*, in their order here."""
    return (id for id, entry in IDS.items() if entry.kind in kinds)
