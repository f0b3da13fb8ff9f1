"""The facts of a contract, as judging asks for them.

In: a contract.  Out: `Grounds`, which looks each operation up once.
Never: reads an operation that no page names.
"""

from __future__ import annotations

from functools import cache

from handbill_generator.contract import Contract
from handbill_generator.docs.grounding import Grounded, grounded, matched
from handbill_generator.docs.grounding.matching import key_of
from handbill_generator.docs.judging.held import Grounds


def grounds_of(contract: Contract) -> Grounds:
    """Give the facts of *contract*."""

    @cache
    def of(operation: str) -> tuple[Grounded, ...]:
        known = matched(contract, operation)
        return grounded(contract, known) if known else ()

    return Grounds(tuple(key_of(operation) for operation in contract.operations), of)
