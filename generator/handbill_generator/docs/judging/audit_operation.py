"""Whether the contract has the operation of a page, and how it is reached.

In: a comparison, or the operation of a page that the contract does not have.  Out: findings.
Never: asks that a page parts the address into server and path where the contract does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbill_generator.docs.findings import Finding, Said
from handbill_generator.docs.judging.comparison import Comparison
from handbill_generator.docs.judging.elements import most_trusted, texts_of, values_of
from handbill_generator.docs.judging.finding import found, place_on
from handbill_generator.docs.judging.held import Held
from handbill_generator.docs.judging.wording import quoted
from handbill_generator.docs.model import Attribute, Fact, Side
from handbill_generator.evidence import text_of
from handbill_generator.load.source import shown

_VARIABLE = re.compile(r"\{[^{}]*\}")
_BASE = re.compile(r"(/(api|v[0-9]{1,3}))*")
_BEARERS = ("oauth2", "openidconnect")


def unknown_operation(page: str, operation: str, facts: Sequence[Fact], held: Held) -> Iterator[Finding]:
    """Find that the contract does not have *operation*, or has its path with other methods."""
    method, _, path = operation.partition(" ")
    same = [other for other in held.grounds.operations if _is_same_path(other.partition(" ")[2], path)]
    methods = sorted(other.partition(" ")[0] for other in same)
    first = next((fact for fact in facts if fact.line), facts[0])
    message = f"the page documents {shown(operation)}, which the contract does not have"
    if same:
        message = f"the page calls {shown(path)} with {shown(method)}, the contract with {' and '.join(methods)}"
    place = held.places.at(same[0] if same else operation, Side.neither, "", ())
    yield found(
        "method-contradicted" if same else "operation-missing",
        page=page,
        contract=held.name,
        operation=operation,
        attribute=Attribute.exists,
        message=message,
        hint="add the operation to the contract, or write its name as the contract has it into docs.yaml",
        names=tuple(methods),
        old=Said(values=(method,), source=first.source, position=place_on(page, first)),
        new=Said(values=tuple(methods), position=place.position, pointer=place.pointer),
        pointer=place.pointer,
    )


def contradicted_operation(comparison: Comparison) -> Iterator[Finding]:
    """Find credentials and addresses that the contract does not have."""
    yield from _security(comparison)
    yield from _server(comparison)


def _security(comparison: Comparison) -> Iterator[Finding]:
    said = texts_of(most_trusted(_of(comparison.facts, Attribute.security)))
    stated = _of(comparison.contract, Attribute.security)
    known = {text_of(fact.value).lower() for fact in stated}
    for value, fact in said.items():
        if not known or value.lower() in known or _is_bearer(value, known):
            continue
        yield comparison.finding(
            "security-contradicted",
            side=Side.neither,
            attribute=Attribute.security,
            message=f"the page asks for {quoted([value])}, the contract for {quoted(values_of(stated))}",
            hint="correct the security of the contract, or settle it with a ruling",
            names=(value,),
            said=(fact,),
            stated=stated,
        )


def _is_bearer(value: str, known: set[str]) -> bool:
    """Say whether *value* is how what is *known* looks in a request: a token of OAuth 2 is sent as a bearer's."""
    is_sent = value.lower() == "http bearer" or value.lower().startswith("apikey header authorization")
    return is_sent and any(other.startswith(_BEARERS) or other == "http bearer" for other in known)


def _server(comparison: Comparison) -> Iterator[Finding]:
    said = most_trusted(_of(comparison.facts, Attribute.server))
    stated = _of(comparison.contract, Attribute.server)
    path = comparison.operation.partition(" ")[2]
    addresses = [_plain(text_of(fact.value)) + _plain(path) for fact in stated]
    for value, fact in texts_of(said).items():
        if stated and not any(f"{address}/".startswith(f"{_plain(value)}/") for address in addresses):
            yield comparison.finding(
                "server-contradicted",
                side=Side.neither,
                attribute=Attribute.server,
                message=f"the page calls {quoted([value])}, the contract {quoted(values_of(stated))}",
                hint="correct the servers of the contract, or settle it with a ruling",
                names=(value,),
                said=(fact,),
                stated=stated,
            )


def _of(facts: Sequence[Fact], attribute: Attribute) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.attribute is attribute)


def _plain(address: str) -> str:
    return _VARIABLE.sub("{}", address.rstrip("/")).lower()


def _is_same_path(contract: str, page: str) -> bool:
    """Say whether two paths are one, up to a base path and the names of variables."""
    longer, shorter = sorted((_plain(contract), _plain(page)), key=len, reverse=True)
    head, tail = longer[: len(longer) - len(shorter)], longer[len(longer) - len(shorter) :]
    return bool(shorter) and tail == shorter and bool(_BASE.fullmatch(head))
