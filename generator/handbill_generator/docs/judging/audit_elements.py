"""Parameters and properties: those that only the page has, and those that only the contract has.

In: a comparison.  Out: findings, for the topmost element of what is not there.
Never: takes an example for a list of all that there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.aligning import variables_of
from handbill_generator.docs.judging.comparison import Comparison, Pair, is_unsure
from handbill_generator.docs.judging.documented import member_of
from handbill_generator.docs.judging.elements import LISTING, Elements, is_shown, most_trusted
from handbill_generator.docs.judging.wording import element
from handbill_generator.docs.model import ITEMS, VALUES, Attribute, Fact, Path, Side, SourceKind

_WHOLE = frozenset({SourceKind.published, SourceKind.embedded})
"""Sources that list all parameters where they list any member of the message."""
_TRANSPORT = frozenset(
    {"accept", "authorization", "connection", "content-length", "content-type", "host", "user-agent"}
)
"""Headers that an OpenAPI document has no parameters for (section 4.8.12), or that every client sends."""


def missing(comparison: Comparison) -> Iterator[Finding]:
    """Find what the page has and the contract does not."""
    for pair in comparison.pairs:
        for path in sorted(pair.page.paths):
            if path and not pair.having(path) and _has_above(pair, path) and not _is_given(comparison, pair, path):
                yield _missing(comparison, pair, path)


def undocumented(comparison: Comparison) -> Iterator[Finding]:
    """Find what the contract has and the page does not, though it lists what stands beside it."""
    yield from _undocumented(comparison, Side.request, "")
    for status in comparison.statuses:
        yield from _undocumented(comparison, Side.response, status)


def kind_of(path: Path) -> str:
    """Say whether *path* is a `parameter` or a `property`; headers of responses count as parameters."""
    return "property" if path[0] == "body" else "parameter"


def pointers_at(comparison: Comparison, facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """Give where the contract states *facts*, and the operation, which holds parameters and statuses."""
    operation = comparison.held.places.at(comparison.operation, Side.neither, "", ()).pointer
    stated = (comparison.pointers[fact] for fact in facts if fact in comparison.pointers)
    return tuple(dict.fromkeys((*stated, operation)))


def _missing(comparison: Comparison, pair: Pair, path: Path) -> Finding:
    facts = tuple(pair.page.under(path))
    sure = tuple(fact for fact in facts if not is_unsure(fact)) or facts
    does = "only shows" if all(map(is_shown, facts)) else "mentions" if all(map(is_unsure, facts)) else "documents"
    what = element(pair.side, pair.status, path)
    return comparison.finding(
        f"{kind_of(path)}-missing",
        side=pair.side,
        status=pair.status,
        path=path,
        attribute=Attribute.exists,
        message=f"the page {does} {what}, which the contract does not have",
        hint=f"add the {kind_of(path)} to the contract, or settle it with a ruling",
        names=(path[-1],),
        said=_existing(sure),
        values=(),
    )


def _existing(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Give the facts that say that their element is there, or all where it is only implied."""
    return most_trusted(fact for fact in facts if fact.attribute is Attribute.exists) or most_trusted(facts)


def _has_above(pair: Pair, path: Path) -> bool:
    """Say whether *path* is the topmost of what the contract does not have."""
    return len(path) == 1 or path[:-1] == ("body",) or path[0] != "body" or bool(pair.having(path[:-1]))


def _is_given(comparison: Comparison, pair: Pair, path: Path) -> bool:
    """Say whether *path* needs no place in the contract."""
    if len(path) == 1:
        return path != ("body",)
    if path[0] == "body":
        return path[-1] in (ITEMS, VALUES) or _is_free(pair, path)
    if pair.side is Side.response and path[0] != "header":
        return True
    return (path[0] == "header" and path[-1].lower() in _TRANSPORT) or _is_key(comparison, path)


def _is_free(pair: Pair, path: Path) -> bool:
    """Say whether an example shows *path* in an object that may have any properties, or there is no such body."""
    if path[:-1] == ("body",) and not pair.having(("body",)):
        return True  # the body itself is missing
    above = pair.having(path[:-1])
    is_open = all(not elements.children.get(path[:-1]) for elements in above)
    return is_open and all(map(is_shown, pair.page.under(path)))


def _is_key(comparison: Comparison, path: Path) -> bool:
    """Say whether *path* carries an API key, which is no parameter."""
    written = f"{path[0]} {path[-1]}".lower()
    return any(
        fact.attribute is Attribute.security and str(fact.value).lower() == f"apikey {written}"
        for fact in (*comparison.contract, *comparison.facts)
    )


def _undocumented(comparison: Comparison, side: Side, status: str) -> Iterator[Finding]:
    page = comparison.on_page(side, status)
    contract = comparison.message(side, status)
    lost = any(fact.attribute is Attribute.names_lost for fact in page.facts)
    for path in sorted(contract.paths):
        if len(path) < 2 or path in page.paths or path[-1] in (ITEMS, VALUES) or (lost and path[0] == "body"):
            continue
        if not _lists_members(page, side, path) or _is_in_path(comparison, path):
            continue
        facts = tuple(contract.under(path))
        existing = tuple(fact for fact in contract.paths[path] if fact.attribute is Attribute.exists)
        at = existing or facts
        if not comparison.documented.sources(pointers_at(comparison, at), member_of(at[0])):
            yield _unlisted(comparison, side, status, path, at)


def _unlisted(comparison: Comparison, side: Side, status: str, path: Path, at: tuple[Fact, ...]) -> Finding:
    return comparison.finding(
        f"{kind_of(path)}-undocumented",
        side=side,
        status=status,
        path=path,
        attribute=Attribute.exists,
        message=f"the page lists what stands beside {element(side, status, path)}, and does not have it",
        hint=f"remove the {kind_of(path)} from the contract, or write its source into docs.yaml",
        names=(path[-1],),
        stated=at,
    )


def _lists_members(page: Elements, side: Side, path: Path) -> bool:
    """Say whether the page lists what stands beside *path*; few documents have the headers of responses."""
    if side is Side.request and path[0] != "body" and any(fact.source in _WHOLE for fact in page.facts):
        return True
    return any(page.listed(sibling, LISTING) for sibling in page.children.get(path[:-1], ()))


def _is_in_path(comparison: Comparison, path: Path) -> bool:
    """Say whether *path* is a variable of the path, which a page that has the path documents."""
    return path[0] == "path" and path[-1] in variables_of(comparison.operation)
