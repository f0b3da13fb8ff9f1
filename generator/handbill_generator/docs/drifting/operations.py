"""The same operation and the same status under another name.

In: the facts of two pages.  Out: drafts of what was renamed, and both sides' facts under the old names.
Never: takes an operation for another where neither method nor path is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from handbill_generator.docs.drifting.statements import Spot
from handbill_generator.docs.drifting.telling import Draft, parts_of
from handbill_generator.docs.judging.wording import quoted
from handbill_generator.docs.model import SUCCESS, Attribute, Fact, Page, Side


@dataclass(frozen=True, slots=True)
class Paired:
    """The facts of two pages that call the same things by the same names, and what was renamed for that."""

    before: tuple[Fact, ...]
    after: tuple[Fact, ...]
    drafts: tuple[Draft, ...] = ()


def paired(before: Page, after: Page) -> Paired:
    """Give the facts of both pages with the operations, path variables and statuses of *before*."""
    pair = _filled(before, after)
    return _statuses(_operations(pair))


def _filled(before: Page, after: Page) -> Paired:
    """Give facts that name no operation that of their page; where only one page names one, it is that of both."""
    ours, theirs = (page.operations for page in (before, after))
    drafts: list[Draft] = []
    if len(ours) == 1:
        before = before.of(ours[0])
    if len(theirs) == 1:
        after = after.of(theirs[0])
    if not ours and len(theirs) == 1 and before.facts:
        before = before.of(theirs[0])
        drafts.append(_said(theirs[0], after.facts))
    if not theirs and len(ours) == 1 and after.facts:
        after = after.of(ours[0])
        drafts.append(_unsaid(ours[0], before.facts))
    return Paired(before.facts, after.facts, tuple(drafts))


def _operations(pair: Paired) -> Paired:
    ours, theirs = _named(pair.before), _named(pair.after)
    # A side without any operation is no side that lost or won one.
    gone = [operation for operation in ours if operation not in theirs and theirs]
    fresh = [operation for operation in theirs if operation not in ours and (ours or not pair.before)]
    names = _same_templates(gone, fresh)
    drafts = [draft for new, old in names.items() for draft in _variables(old, new, pair)]
    gone, fresh = [name for name in gone if name not in names.values()], [name for name in fresh if name not in names]
    if len(gone) == 1 and len(fresh) == 1 and _is_like(gone[0], fresh[0]):
        names[fresh[0]] = gone[0]
        if not _addresses(gone[0], pair.before) & _addresses(fresh[0], pair.after):
            drafts.append(_changed(gone[0], fresh[0], pair))
        gone, fresh = [], []
    drafts += [_draft("operation-removed", old, f"{old} is gone", old=pair.before) for old in gone]
    drafts += [_draft("operation-added", new, f"{new} is new", new=pair.after) for new in fresh]
    # What was said of an operation that came or went is said with it.
    before = tuple(fact for fact in pair.before if fact.operation not in gone)
    after = tuple(_called(fact, names) for fact in pair.after if fact.operation not in fresh)
    return Paired(before, after, (*pair.drafts, *drafts))


def _same_templates(gone: Iterable[str], fresh: Iterable[str]) -> dict[str, str]:
    """Give the old name of each operation that has another only for its path variables."""
    names: dict[str, str] = {}
    for old in gone:
        same = [new for new in fresh if new not in names and _template(new) == _template(old)]
        if len(same) == 1:
            names[same[0]] = old
    return names


def _statuses(pair: Paired) -> Paired:
    """Take what succeeds for the same where one page gives its number and the other does not."""
    written = pair
    pair = Paired(_one_success(pair.before), _one_success(pair.after), pair.drafts)
    ours, theirs = _successes(pair.before), _successes(pair.after)
    drafts = list(pair.drafts)
    names: dict[tuple[str, str], str] = {}
    for operation in sorted(ours.keys() & theirs.keys()):
        gone, fresh = ours[operation] - theirs[operation], theirs[operation] - ours[operation]
        if len(gone) != 1 or len(fresh) != 1 or SUCCESS not in gone | fresh:
            continue
        (old,), (new,) = gone, fresh
        names[operation, new] = old
        drafts.append(_numbered(operation, old, new, written))
    return Paired(pair.before, _with_statuses(pair.after, names), tuple(drafts))


def _one_success(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Give *facts* with the number of what succeeds where a part of the page gives it and another does not."""
    names = {
        (operation, SUCCESS): next(iter(found - {SUCCESS}))
        for operation, found in _successes(facts).items()
        if SUCCESS in found and len(found) == 2
    }
    return _with_statuses(facts, names)


def _with_statuses(facts: tuple[Fact, ...], names: Mapping[tuple[str, str], str]) -> tuple[Fact, ...]:
    if not names:
        return facts
    return tuple(replace(fact, status=names.get((fact.operation, fact.status), fact.status)) for fact in facts)


def _numbered(operation: str, old: str, new: str, pair: Paired) -> Draft:
    is_gone = new == SUCCESS
    number = old if is_gone else new
    facts = tuple(
        fact
        for fact in (pair.before if is_gone else pair.after)
        if (fact.operation, fact.status) == (operation, number)
    )
    does = "no longer gives" if is_gone else "gives"
    return Draft(
        id="note-changed" if is_gone else "response-added",  # that nobody gives a number takes no response away
        spot=Spot(operation, Side.response, number),
        message=f"the page {does} the status of what succeeds: {number}",
        attribute=None if is_gone else Attribute.exists,
        old=facts if is_gone else (),
        new=() if is_gone else facts,
        moved=parts_of(facts),
    )


def _successes(facts: Iterable[Fact]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for fact in facts:
        if fact.status == SUCCESS or fact.status.startswith("2"):
            found.setdefault(fact.operation, set()).add(fact.status)
    return found


def _variables(old: str, new: str, pair: Paired) -> list[Draft]:
    drafts = []
    for ours, theirs in zip(_pieces(old), _pieces(new), strict=True):
        if ours != theirs:
            was, now = ours[1:-1], theirs[1:-1]
            drafts.append(
                Draft(
                    id="parameter-renamed",
                    spot=Spot(old, Side.request, "", ("path", was)),
                    message=f"the path parameter {quoted([was])} is called {quoted([now])}; requests stay as they are",
                    names=(was, now),
                    old=tuple(fact for fact in pair.before if fact.path == ("path", was)),
                    new=tuple(fact for fact in pair.after if fact.path == ("path", now)),
                )
            )
    return drafts


def _called(fact: Fact, names: Mapping[str, str]) -> Fact:
    """Give a fact of the new page with the operation and the path variables of the old one."""
    old = names.get(fact.operation)
    if old is None:
        return fact
    path = fact.path
    if path[:1] == ("path",) and len(path) == 2 and _template(old) == _template(fact.operation):
        variables = {
            theirs[1:-1]: ours[1:-1] for ours, theirs in zip(_pieces(old), _pieces(fact.operation), strict=True)
        }
        path = ("path", variables.get(path[1], path[1]))
    return replace(fact, operation=old, path=path)


def _changed(old: str, new: str, pair: Paired) -> Draft:
    message = f"the operation was {old}, and is {new}"
    was = tuple(fact for fact in pair.before if fact.operation == old)
    now = tuple(fact for fact in pair.after if fact.operation == new)
    return Draft(id="operation-changed", spot=Spot(old), message=message, names=(old, new), old=was, new=now)


def _said(operation: str, facts: tuple[Fact, ...]) -> Draft:
    return _draft("note-changed", operation, f"the page names its operation: {operation}", new=facts)


def _unsaid(operation: str, facts: tuple[Fact, ...]) -> Draft:
    return _draft("note-changed", operation, f"the page no longer names its operation, {operation}", old=facts)


def _draft(id: str, operation: str, message: str, *, old: tuple[Fact, ...] = (), new: tuple[Fact, ...] = ()) -> Draft:
    was, now = (tuple(fact for fact in facts if fact.operation == operation) for facts in (old, new))
    return Draft(id=id, spot=Spot(operation), message=message, old=was, new=now)


def _named(facts: Iterable[Fact]) -> list[str]:
    return list(dict.fromkeys(fact.operation for fact in facts if fact.operation))


def _is_like(old: str, new: str) -> bool:
    """Whether one may have become the other: of method and path at least one stays, path variables aside."""
    ours, theirs = _template(old), _template(new)
    return ours[0] == theirs[0] or ours[1:] == theirs[1:]


def _template(operation: str) -> tuple[str, ...]:
    """Give the method and the pieces of the path, without the names of variables."""
    method = operation.partition(" ")[0].upper()
    return (method, *("{}" if _is_variable(piece) else piece for piece in _pieces(operation)))


def _pieces(operation: str) -> list[str]:
    return operation.partition(" ")[2].strip("/").split("/")


def _is_variable(piece: str) -> bool:
    return piece.startswith("{") and piece.endswith("}")


def _addresses(operation: str, facts: Iterable[Fact]) -> set[tuple[str, ...]]:
    """Give the whole addresses of an operation: a piece that moved from the path to the server changes nothing."""
    servers = [str(f.value) for f in facts if f.attribute is Attribute.server and f.operation in ("", operation)]
    method, *pieces = _template(operation)
    return {(method, *server.rstrip("/").split("/"), *pieces) for server in servers}
