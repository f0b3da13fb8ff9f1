"""What docs.yaml says that a page documents, and what that page says.

In: a comparison.  Out: findings for members that the page is said to document, and does not.
Never: blames a page that has lost the names of its fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.aligning import covered, variables_of
from handbill_generator.docs.judging.audit_elements import kind_of, pointers_at
from handbill_generator.docs.judging.comparison import Comparison
from handbill_generator.docs.judging.documented import is_value, member_of
from handbill_generator.docs.judging.elements import Elements
from handbill_generator.docs.judging.told import group_of
from handbill_generator.docs.judging.wording import element, quoted
from handbill_generator.docs.model import Attribute, Fact, Path, Side
from handbill_generator.evidence import text_of

_VALUES = frozenset({Attribute.enum, Attribute.shown, Attribute.code, Attribute.default, Attribute.legacy})


def not_on_page(comparison: Comparison) -> Iterator[Finding]:
    """Find what the page is said to document and does not; a schema that is used twice is documented by either use."""
    if not comparison.source:
        return
    claimed: dict[tuple[str, str], list[Fact]] = {}
    for fact in comparison.contract:
        pointers = pointers_at(comparison, (fact,))
        member = _claimed(fact)
        if member and comparison.source in comparison.documented.sources(pointers, member):
            claimed.setdefault((pointers[0], member), []).append(fact)
    for (_, member), facts in claimed.items():
        if not any(_is_on_page(comparison, fact) for fact in facts):
            yield _finding(comparison, facts[0], member)


def names_lost(comparison: Comparison) -> Iterator[Finding]:
    """Find that the page has lost the names of fields, once a side, with what it may have described."""
    for side in (Side.request, Side.response):
        said = [f for f in comparison.facts if f.side is side and f.attribute is Attribute.names_lost]
        if said:
            known = {
                f.path
                for f in comparison.contract
                if f.side is side and group_of(f.status) == group_of(said[0].status) and f.path[:1] == ("body",)
            }
            there = {f.path for f in comparison.facts if f.side is side}
            unseen = sorted({path[1] for path in known - there if len(path) == 2})
            yield comparison.finding(
                "names-lost",
                side=side,
                status=said[0].status,
                path=("body",),
                attribute=Attribute.names_lost,
                message=f"the page describes {said[0].value} fields of {element(side, said[0].status, ('body',))} "
                f"without their names, so it cannot say whether it has {quoted(unseen) or 'more'}",
                hint="find a rendering of the page that has the names",
                names=tuple(unseen),
                said=said,
                values=(),
            )


def _claimed(fact: Fact) -> str:
    return member_of(fact) if fact.attribute is Attribute.exists or is_value(fact) else ""


def _is_on_page(comparison: Comparison, fact: Fact) -> bool:
    # Examples have more booleans and numbers than a page has facts of.
    if is_value(fact) and isinstance(fact.value, str):
        return _has_value(comparison, fact.side, text_of(fact.value))
    if not fact.path:
        return any(fact.status in covered(status, comparison.statuses) for status in comparison.page_statuses)
    if fact.path[0] == "path":
        return fact.path[-1] in variables_of(comparison.operation)
    return _has_element(comparison, fact.side, fact.status, fact.path)


def _has_value(comparison: Comparison, side: Side, value: str) -> bool:
    for fact in comparison.facts:
        if fact.attribute is Attribute.example_broken and fact.side is side:
            return True  # of a broken example only the names are known
        if fact.attribute in _VALUES and value in text_of(fact.value).split(" -> "):
            return True
        if fact.attribute is Attribute.enum_run and value in str(fact.value):
            return True
    return False


def _has_element(comparison: Comparison, side: Side, status: str, path: Path) -> bool:
    page = Elements(f for f in comparison.facts if f.side is side and group_of(f.status) == group_of(status))
    lost = path[0] == "body" and any(fact.attribute is Attribute.names_lost for fact in page.facts)
    return lost or path in page.paths or any(known[-1:] == path[-1:] for known in page.paths)


def _finding(comparison: Comparison, fact: Fact, member: str) -> Finding:
    if is_value(fact):
        what = f"the value {quoted([member])} of {element(fact.side, fact.status, fact.path)}"
    else:
        what = element(fact.side, fact.status, fact.path)
    sort = "value" if is_value(fact) else kind_of(fact.path) if fact.path else "status"
    return comparison.finding(
        "evidence-not-on-page",
        side=fact.side,
        status=fact.status,
        path=fact.path,
        attribute=fact.attribute,
        message=f'docs.yaml says that "{comparison.source}" documents {what}, and it does not',
        hint=f"remove the {sort} from what docs.yaml says of this source, or from the contract",
        names=(member,),
        stated=(fact,),
    )
