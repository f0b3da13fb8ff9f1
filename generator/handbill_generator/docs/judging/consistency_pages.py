"""What a page says of itself as a whole, and what the pages of one provider say of the same field.

In: what a page tells of an operation, or several pages.  Out: findings.
Never: compares fields of different resources, though they have one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.elements import is_shown, texts_of
from handbill_generator.docs.judging.finding import found
from handbill_generator.docs.judging.held import Places
from handbill_generator.docs.judging.operations import has_base, is_update_by_post, resource_of
from handbill_generator.docs.judging.told import EXAMPLES, Told
from handbill_generator.docs.judging.wording import element, quoted
from handbill_generator.docs.model import Attribute, Fact, Format, Page, Path, Side

_NAMING = (Attribute.exists, Attribute.server)
"""What a page says of an operation that it names itself."""


def whole_page(page: Page, contract: str) -> Iterator[Finding]:
    """Find that a page does not name its operation."""
    named = any(fact.operation and fact.side is Side.neither and fact.attribute in _NAMING for fact in page.facts)
    if page.format is Format.index or named or not any(fact.side is not Side.neither for fact in page.facts):
        return
    yield found(
        "operation-unstated",
        page=page.name,
        contract=contract,
        message="the page does not say which method and path it documents",
        hint="write operation: METHOD PATH below the source in docs.yaml",
        attribute=Attribute.exists,
    )


def pages(told: Told) -> Iterator[Finding]:
    """Find how an operation is reached, and where else it is described."""
    for fact in told.of(Attribute.published):
        yield told.finding(
            "openapi-published",
            [fact],
            f"an OpenAPI document is said to be published ({quoted([fact.value])})",
            "fetch the document, and hold the contract against it",
        )
    for fact in told.of(Attribute.refers):
        yield told.finding(
            "described-elsewhere",
            [fact],
            f"{element(fact.side, fact.status, fact.path)} is described on another page",
            "audit that page too",
        )
    yield from _base_path(told)
    yield from _by_post(told)


def _base_path(told: Told) -> Iterator[Finding]:
    for fact in told.of(Attribute.server):
        base = urlsplit(str(fact.value)).path.rstrip("/") if _is_address(str(fact.value)) else ""
        if base and has_base(told.operation):
            yield told.finding(
                "base-path-split",
                [fact],
                f"the address ends with {quoted([base])}, and the path begins with a base of its own",
                "look at a call, to see which parts are sent",
            )
            return


def _is_address(text: str) -> bool:
    try:
        return bool(urlsplit(text).netloc)
    except ValueError:
        return False


def _by_post(told: Told) -> Iterator[Finding]:
    if is_update_by_post(told.operation) and told.facts:
        yield told.finding(
            "update-by-post",
            told.facts[:1],
            "an update is sent with POST, as creating is",
            "tell the two apart by their paths",
            path=(),
            attribute=Attribute.exists,
        )


def values_across(several: Sequence[Page], contract: str, places: Places | None) -> Iterator[Finding]:
    """Find fields whose values two pages on one resource list differently."""
    told = [part for page in several for part in Told.all_of(page, contract, places) if resource_of(part.operation)]
    for index, one in enumerate(told):
        for other in told[index + 1 :]:
            if one.page != other.page and resource_of(one.operation) == resource_of(other.operation):
                yield from _between(one, other)


def _between(one: Told, other: Told) -> Iterator[Finding]:
    for path in sorted(one.success.plain.paths.keys() & other.success.plain.paths.keys()):
        mine, others = _said(one, path), _said(other, path)
        if not (_is_list(mine) or _is_list(others)) or not mine or not others or set(mine) == set(others):
            continue
        yield one.finding(
            "values-differ-across-pages",
            tuple(mine.values()),
            f"{element(Side.response, 'success', path)} has the values {quoted(mine)} here, "
            f"and {quoted(others)} on {other.page}",
            "ask the provider which values there are",
            others=tuple(others.values()),
            names=(other.page,),
            path=path,
            attribute=Attribute.enum,
        )


def _said(told: Told, path: Path) -> dict[str, Fact]:
    """Give the values that a page lists or names in words; those of examples are only some."""
    elements = told.success.plain
    listed = elements.stated(path, Attribute.enum)
    named = tuple(fact for fact in elements.of(path, Attribute.shown) if fact.source not in EXAMPLES)
    return texts_of(listed or named)


def _is_list(values: dict[str, Fact]) -> bool:
    return any(fact.attribute is Attribute.enum and not is_shown(fact) for fact in values.values())
