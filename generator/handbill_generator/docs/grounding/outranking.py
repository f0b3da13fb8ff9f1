"""Whether a part of a page that is trusted more still says what the contract says.

In: a finding of a drift, and the facts of the page.  Out: whether it is too early to edit the contract.
Never: judges which part is right; the order of `SourceKind` is the order of trust.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbill_generator.docs.findings import Finding, Kind
from handbill_generator.docs.grounding.composing import is_of
from handbill_generator.docs.model import Attribute, Confidence, Fact, SourceKind

_TRUST = {kind: number for number, kind in enumerate(SourceKind)}


def is_outranked(finding: Finding, facts: Iterable[Fact]) -> bool:
    """Whether the page says otherwise in a part that is trusted at least as much.

    What is gone from one part and still in another is not gone; what changed in a list of fields and not in the OpenAPI
    block beside it is a contradiction of the page, and no reason to edit.
    """
    attribute = finding.attribute or Attribute.exists
    here = [
        fact
        for fact in facts
        if fact.attribute is attribute
        and (fact.side, fact.path) == (finding.side, finding.path)
        and is_of(fact.status, finding.status)
        and fact.confidence is not Confidence.shown
    ]
    match finding.kind:
        case Kind.removed:
            return any(fact.value in finding.old.values for fact in here) if finding.old else False
        case Kind.changed if finding.new and finding.new.source:
            own = _TRUST[finding.new.source]
            return any(_TRUST[fact.source] < own and fact.value not in finding.new.values for fact in here)
    return False
