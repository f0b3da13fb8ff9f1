"""Let rulings of docs.yaml settle what was found.

In: findings, and the rulings of the contract.  Out: the findings, those that are decided with their ruling; and a
finding for each ruling that no longer decides anything.
Never: lets a ruling settle what it does not name: an id, a place, and a source or a member.

    rulings:
      - at: /components/schemas/Thing
        settles: [property-missing, field-names-differ body/title]
        says: {page-2026-03: the name is `title`}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from handbill_generator.diagnostics import SpecError
from handbill_generator.docs.findings import Finding, Settled
from handbill_generator.docs.judging.catalogue import IDS, nearest
from handbill_generator.docs.judging.finding import found
from handbill_generator.docs.model import written_path
from handbill_generator.evidence import Evidence, Ruling, target_of
from handbill_generator.load import Tokens, pointer_of
from handbill_generator.load.source import shown


@dataclass(frozen=True, slots=True)
class _Claim:
    """One entry of *settles*: an id, and the path or name it is narrowed to, if any."""

    ruling: Ruling
    index: int
    id: str
    name: str

    def settles(self, finding: Finding) -> bool:
        """Say whether *finding* is what the claim is about."""
        if finding.id != self.id or not (finding.page in self.ruling.says or self._has_member(finding)):
            return False
        return self._is_named(finding) and self._is_there(finding)

    def _has_member(self, finding: Finding) -> bool:
        return bool({*finding.names, *finding.path[-1:]} & set(self.ruling.members))

    def _is_named(self, finding: Finding) -> bool:
        return not self.name or self.name in (written_path(finding.path), *finding.path[-1:], *finding.names)

    def _is_there(self, finding: Finding) -> bool:
        at = target_of(self.ruling.at)
        pointers = {finding.pointer, *(said.pointer for said in (finding.old, finding.new) if said)} - {""}
        # What is missing has its place where a schema is referred to, and its edit is in the schema.
        pointers |= {edit.pointer for edit in finding.edits}
        # What is about no place of the contract is about all of it.
        return at is not None and (not pointers or any(_on_one_line(at, target_of(pointer)) for pointer in pointers))


def settled(
    findings: Iterable[Finding],
    evidence: Evidence | None,
    sources_read: Collection[str],
    contract_name: str,
    *,
    sources_known: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Give *findings* with what rulings decide of them, and those of the rulings themselves.

    *sources_read* are the pages of this run, as docs.yaml calls them, *sources_known* those that a run could read:
    older editions of a page stand in docs.yaml as well, and are no reason to keep a ruling.  Raises SpecError for an id
    that no finding has.
    """
    claims = tuple(_claims(evidence)) if evidence else ()
    used: set[tuple[Tokens, int]] = set()
    result = []
    for finding in findings:
        deciding = [claim for claim in claims if claim.settles(finding)]
        used.update((claim.ruling.tokens, claim.index) for claim in deciding)
        result.append(replace(finding, settled=_decision(evidence, deciding[0])) if evidence and deciding else finding)
    for claim in claims:
        said = set(claim.ruling.says) & {*sources_read, *sources_known}
        if evidence and said and said <= set(sources_read) and (claim.ruling.tokens, claim.index) not in used:
            result.append(_unused(evidence, claim, contract_name))
    return tuple(result)


def _claims(evidence: Evidence) -> Iterator[_Claim]:
    for ruling in evidence.rulings:
        for index, text in enumerate(ruling.settles):
            id, _, name = text.partition(" ")
            if id not in IDS:
                raise _unknown(evidence, ruling, index, id)
            yield _Claim(ruling, index, id, name.strip())


def _unknown(evidence: Evidence, ruling: Ruling, index: int, id: str) -> SpecError:
    tokens = (*ruling.tokens, "settles", str(index))
    close = nearest(id)
    return SpecError(
        f'no finding has the id "{shown(id)}"',
        position=evidence.position(tokens),
        pointer=pointer_of(tokens),
        hint=f"write {' or '.join(close)}" if close else "write one of those that handbill docs --explain knows",
    )


def _decision(evidence: Evidence, claim: _Claim) -> Settled:
    position = evidence.position((*claim.ruling.tokens, "settles", str(claim.index)))
    return Settled(position=position, chosen=claim.ruling.chosen, why=claim.ruling.why)


def _unused(evidence: Evidence, claim: _Claim, contract: str) -> Finding:
    what = f"{claim.id} {claim.name}".strip()
    return found(
        "ruling-unused",
        page=", ".join(claim.ruling.says),
        contract=contract,
        message=f'the ruling settles "{shown(what)}" at {shown(claim.ruling.at, 200)}, which is not found any more',
        hint="remove it from the ruling, and the ruling if nothing else rests on it",
        names=(claim.ruling.at, what),
        position=evidence.position((*claim.ruling.tokens, "settles", str(claim.index))),
    )


def _on_one_line(one: Tokens, other: Tokens | None) -> bool:
    """Say whether two places are the same, or one is above the other."""
    if other is None:
        return False
    length = min(len(one), len(other))
    return one[:length] == other[:length]
