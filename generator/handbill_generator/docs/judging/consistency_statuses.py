"""Statuses and error codes: what one part of a page has and another has not, and what no part says.

In: what a page tells of an operation.  Out: findings.
Never: takes a status that is not said for one that is not there, but as a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.operations import is_variable, segments_of
from handbill_generator.docs.judging.told import BODY, FIELDS, SCHEMAS, Told, group_of
from handbill_generator.docs.judging.wording import message, quoted
from handbill_generator.docs.model import SUCCESS, Attribute, Fact, Side, SourceKind, written_path
from handbill_generator.evidence import text_of

_REFUSED = frozenset({"401", "403"})
_NOT_THERE = re.compile(r"not_?found|does_?not_?exist|unknown_|_missing$|no_such", re.IGNORECASE)
_ROUTE = re.compile(r"route|endpoint|url|path|method", re.IGNORECASE)
_IDENTIFIER = re.compile(r"_?id", re.IGNORECASE)


def statuses(told: Told) -> Iterator[Finding]:
    """Find what a page leaves open about statuses, or says in one place alone."""
    by_status = _by_status(told)
    yield from _only_in_openapi(told, by_status)
    yield from _only_in_words(told, by_status)
    yield from _refusals(told, by_status)
    yield from _success(told, by_status)
    yield from _causes(told)
    yield from _missing_references(told)
    yield from _missing_resource(told, by_status)


def _by_status(told: Told) -> Mapping[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = {}
    for fact in told.facts:
        if fact.side is Side.response and fact.status:
            found.setdefault(fact.status, []).append(fact)
    return {status: tuple(facts) for status, facts in found.items()}


def _is_number(status: str) -> bool:
    return status[:1].isdigit()


def _only_in_openapi(told: Told, by_status: Mapping[str, tuple[Fact, ...]]) -> Iterator[Finding]:
    if not any(fact.source in FIELDS and fact.side is not Side.neither for fact in told.facts):
        return
    only = [s for s, facts in by_status.items() if _is_number(s) and all(fact.source in SCHEMAS for fact in facts)]
    if only:
        yield told.finding(
            "status-only-in-openapi",
            [fact for status in only for fact in by_status[status] if not fact.path] or by_status[only[0]],
            f"the statuses {quoted(only)} are in the OpenAPI block alone",
            "take the statuses from the OpenAPI block",
            names=tuple(only),
            path=(),
            attribute=Attribute.exists,
        )


def _only_in_words(told: Told, by_status: Mapping[str, tuple[Fact, ...]]) -> Iterator[Finding]:
    in_words = {
        status: facts
        for status, facts in by_status.items()
        if _is_number(status) and all(fact.source is SourceKind.prose for fact in facts)
    }
    listed = [status for status in by_status if _is_number(status) and status not in in_words]
    for status, facts in in_words.items():
        if any(group_of(other) == group_of(status) for other in listed):
            codes = tuple(text_of(fact.value) for fact in facts if fact.attribute is Attribute.code)
            about = f" with {quoted(codes)}" if codes else ""
            yield told.finding(
                "status-only-in-words",
                facts,
                f"{message(Side.response, status)}{about} is in the text, and not among the responses {quoted(listed)}",
                "write the status into the contract",
                names=(status, *codes),
                path=(),
                attribute=Attribute.exists,
            )


def _refusals(told: Told, by_status: Mapping[str, tuple[Fact, ...]]) -> Iterator[Finding]:
    security = told.of(Attribute.security)
    if security and not by_status.keys() & {*_REFUSED, "4XX", "default"}:
        yield told.finding(
            "authentication-errors-undocumented",
            security,
            f"the page asks for credentials ({quoted(fact.value for fact in security[:1])}), "
            "and has neither 401 nor 403",
            "look for a page on errors of all operations",
            path=(),
        )


def _success(told: Told, by_status: Mapping[str, tuple[Fact, ...]]) -> Iterator[Finding]:
    numbers = [status for status in by_status if _is_number(status) and group_of(status) == SUCCESS]
    if SUCCESS in by_status and not numbers:
        yield told.finding(
            "success-status-unstated",
            by_status[SUCCESS],
            "the page does not say the status of a success",
            "ask the provider for the status",
            path=(),
            attribute=Attribute.exists,
        )
    body = [f for f in told.facts if f.side is Side.response and group_of(f.status) == SUCCESS and f.path[:1] == BODY]
    empty = [status for status in numbers if status not in ("204", "205", "304")]
    if empty and not body:
        yield told.finding(
            "response-body-unstated",
            by_status[empty[0]],
            f"the page does not say what comes back with {message(Side.response, empty[0])}",
            "ask the provider for the body, or whether there is none",
            path=BODY,
            attribute=Attribute.exists,
        )


def _causes(told: Told) -> Iterator[Finding]:
    for fact in told.of(Attribute.causes):
        if fact.status in _REFUSED and isinstance(fact.value, int) and fact.value > 1:
            yield told.finding(
                "status-has-several-causes",
                [fact],
                f"{message(Side.response, fact.status)} has {fact.value} causes, which a caller cannot tell apart",
                "ask the provider how the causes are told apart",
                names=(fact.status,),
            )


def _missing_references(told: Told) -> Iterator[Finding]:
    said = told.of(Attribute.missing_status)
    statuses = sorted({text_of(fact.value) for fact in said})
    if len(statuses) > 1:
        by_status = {
            status: sorted({written_path(fact.path[-1:]) for fact in said if text_of(fact.value) == status})
            for status in statuses
        }
        told_of = "; ".join(f"{status} for {quoted(names)}" for status, names in by_status.items())
        yield told.finding(
            "missing-reference-statuses-differ",
            said,
            f"what is not there has different statuses: {told_of}",
            "handle each of the statuses",
            names=tuple(f"{name} {status}" for status, names in by_status.items() for name in names),
            path=(),
        )


def _missing_resource(told: Told, by_status: Mapping[str, tuple[Fact, ...]]) -> Iterator[Finding]:
    """Find that an identifier is sent, and nothing says what happens where it names nothing."""
    identifiers = _identifiers(told)
    if identifiers and not told.of(Attribute.missing_status) and not _says_not_there(told, by_status):
        names = ", ".join(dict.fromkeys(fact.path[-1] for fact in identifiers))
        yield told.finding(
            "missing-resource-unstated",
            identifiers,
            f"no status or code says that what {quoted([names])} names is not there",
            "ask the provider for the status",
            attribute=Attribute.missing_status,
        )


def _identifiers(told: Told) -> tuple[Fact, ...]:
    """Give the facts of the identifier of what the operation is on: the last variable of the path, else `id`."""
    variables = [segment[1:-1] for segment in segments_of(told.operation) if is_variable(segment)]
    if variables:
        return tuple(fact for fact in told.facts if fact.path == ("path", variables[-1]) and fact.side is Side.request)
    return tuple(
        fact
        for fact in told.request.elements.facts
        if len(fact.path) == 2 and fact.path[0] == "body" and _IDENTIFIER.fullmatch(fact.path[1])
    )


def _says_not_there(told: Told, by_status: Mapping[str, tuple[Fact, ...]]) -> bool:
    codes = {
        status: [text_of(fact.value) for fact in facts if fact.attribute is Attribute.code and fact.value is not True]
        for status, facts in by_status.items()
    }
    if any(_NOT_THERE.search(code) and not _ROUTE.search(code) for named in codes.values() for code in named):
        return True
    # A code of the route alone says that there is no such address.
    missing = [code for code in codes.get("404", ()) if not code.isdigit()]
    return "404" in by_status and not (missing and all(_ROUTE.search(code) for code in missing))
