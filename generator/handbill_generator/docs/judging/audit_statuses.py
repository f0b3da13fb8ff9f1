"""Statuses, the error codes at them, and the media types of bodies.

In: a comparison.  Out: findings for what only one side has.
Never: reads more than that something succeeded or failed into a page that says no number.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.aligning import covered, is_range
from handbill_generator.docs.judging.audit_elements import pointers_at
from handbill_generator.docs.judging.comparison import Comparison
from handbill_generator.docs.judging.elements import LISTING, Elements, is_shown, texts_of
from handbill_generator.docs.judging.wording import element, message, quoted
from handbill_generator.docs.model import ERROR, SUCCESS, Attribute, Fact, Side
from handbill_generator.evidence import text_of


def statuses(comparison: Comparison) -> Iterator[Finding]:
    """Find the statuses, codes and media types that only one side has."""
    yield from _missing(comparison)
    yield from _undocumented(comparison)
    yield from _codes(comparison)
    yield from _media_types(comparison)


def _missing(comparison: Comparison) -> Iterator[Finding]:
    for status in comparison.page_statuses:
        if not covered(status, comparison.statuses):
            facts = [fact for fact in comparison.facts if fact.side is Side.response and fact.status == status]
            existing = [fact for fact in facts if fact.attribute is Attribute.exists and not fact.path]
            yield comparison.finding(
                "response-missing",
                side=Side.response,
                status=status,
                attribute=Attribute.exists,
                message=f"the page documents {message(Side.response, status)}, which the contract does not have",
                hint="add the status to the contract, or settle it with a ruling",
                names=(status,),
                said=existing or facts,
                values=(),
            )


def _undocumented(comparison: Comparison) -> Iterator[Finding]:
    if not any(_is_listed(fact) for fact in comparison.facts):
        return
    for status in comparison.statuses:
        if any(status in covered(known, comparison.statuses) for known in comparison.page_statuses if known != ERROR):
            continue
        contract = comparison.message(Side.response, status)
        existing = contract.of((), Attribute.exists) or contract.facts[:1]
        if not comparison.documented.sources(pointers_at(comparison, existing), status):
            yield comparison.finding(
                "response-undocumented",
                side=Side.response,
                status=status,
                attribute=Attribute.exists,
                message=f"the page lists the statuses, and {message(Side.response, status)} is not among them",
                hint="remove the status from the contract, or write its source into docs.yaml",
                names=(status,),
                stated=existing,
            )


def _is_listed(fact: Fact) -> bool:
    """Say whether *fact* has a status that stands in a list of statuses."""
    is_status = fact.attribute is Attribute.exists and not fact.path and fact.side is Side.response
    has_number = fact.status not in ("", SUCCESS, ERROR) and not is_range(fact.status)
    return is_status and has_number and fact.source in LISTING and not is_shown(fact)


def _codes(comparison: Comparison) -> Iterator[Finding]:
    """Find codes that the contract does not list; one that has no list takes any code."""
    for pair in comparison.pairs:
        known = set().union(*(_codes_of(elements) for elements in pair.held.values()))
        for code, fact in texts_of(pair.page.of((), Attribute.code)).items():
            if known and code not in known:
                yield comparison.finding(
                    "code-missing",
                    side=pair.side,
                    status=pair.status,
                    attribute=Attribute.code,
                    message=f"the page documents the code {quoted([code])} of {message(pair.side, pair.status)}, "
                    "which the contract does not have",
                    hint="add the code to the contract, or settle it with a ruling",
                    names=(code,),
                    said=(fact,),
                    values=tuple(sorted(known)),
                )


def _codes_of(elements: Elements) -> set[str]:
    return {text_of(fact.value) for fact in elements.facts if fact.attribute is Attribute.code}


def _media_types(comparison: Comparison) -> Iterator[Finding]:
    path = ("body",)
    for pair in comparison.pairs:
        held = [fact for elements in pair.held.values() for fact in elements.of(path, Attribute.media_type)]
        known = {_plain(fact) for fact in held}
        for fact in pair.page.of(path, Attribute.media_type):
            if known and _plain(fact) not in known:
                yield comparison.finding(
                    "media-type-missing",
                    side=pair.side,
                    status=pair.status,
                    path=path,
                    attribute=Attribute.media_type,
                    message=f"the page has {element(pair.side, pair.status, path)} as {quoted([fact.value])}, "
                    f"the contract as {quoted(sorted(known))}",
                    hint="add the media type to the contract, or settle it with a ruling",
                    names=(_plain(fact),),
                    said=(fact,),
                    stated=held,
                )


def _plain(fact: Fact) -> str:
    """Give a media type without parameters and capitals."""
    return text_of(fact.value).partition(";")[0].strip().lower()
