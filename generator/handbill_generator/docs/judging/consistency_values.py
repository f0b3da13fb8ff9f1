"""Lists of values: those that no part of a page has, and those that differ between request and response.

In: what a page tells of an operation.  Out: findings.
Never: takes a field for one with a fixed list unless its name says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.elements import texts_of
from handbill_generator.docs.judging.told import BODY, Message, Told
from handbill_generator.docs.judging.wording import element, quoted
from handbill_generator.docs.model import Attribute, Fact, Path, Side

_MEMBERS = ("status", "state", "mode", "type", "method", "kind")


def values(told: Told) -> Iterator[Finding]:
    """Find lists of values that are not there or do not fit."""
    for message in told.messages:
        yield from _unstated(told, message)
    yield from _legacy(told)
    yield from _unread(told)
    yield from _read_only(told)


def names_a_list(name: str) -> bool:
    """Say whether a field of this *name* has one of a fixed list of values.

    >>> names_a_list("sendMode"), names_a_list("channel_type"), names_a_list("model"), names_a_list("estate")
    (True, True, False, False)
    """
    for member in _MEMBERS:
        head, found, tail = name.lower().rpartition(member)
        if found and not tail:
            last = name[len(head)]
            return not head or last.isupper() or not head[-1].isalpha()
    return False


def _unstated(told: Told, message: Message) -> Iterator[Finding]:
    for path in sorted(message.plain.paths):
        shown = [f for f in message.plain.of(path, Attribute.shown) if isinstance(f.value, str) and f.value != "{}"]
        if not path or not shown or not names_a_list(path[-1]) or message.plain.of(path, Attribute.enum):
            continue
        if any(_is_in_run(told, fact) for fact in shown):
            continue
        yield told.finding(
            "values-unstated",
            shown,
            f"{element(message.side, message.status, path)} is {quoted(texts_of(shown))} in the example, "
            "and no list says what else it may be",
            "ask the provider for the values",
            path=path,
            attribute=Attribute.enum,
        )


def _is_in_run(told: Told, fact: Fact) -> bool:
    return any(str(fact.value) in str(run.value) for run in told.of(Attribute.enum_run))


def _legacy(told: Told) -> Iterator[Finding]:
    for value, fact in texts_of(told.of(Attribute.legacy)).items():
        old, arrow, new = value.partition(" -> ")
        stored = f"may be sent, and is stored as {quoted([new])}"
        rule = stored if arrow else "may be received, and is no longer written"
        yield told.finding(
            "request-and-response-values-differ",
            [fact],
            f"the value {quoted([old])} {rule}",
            "let the contract take other values than it gives",
            names=(old,),
        )


def _unread(told: Told) -> Iterator[Finding]:
    """Find values that may be sent, and that the list of the response does not have."""
    received = told.success.plain
    for path in sorted(told.request.plain.paths):
        sent = _listed(told.request, path)
        for other in _same(told, path) if sent else ():
            known = _listed(told.success, other)
            unread = [value for value in sent if value not in known]
            if known and unread and set(known) & set(sent):
                yield told.finding(
                    "request-and-response-values-differ",
                    tuple(sent.values()),
                    f"{quoted(unread)} may be sent for {element(Side.request, '', path)}, "
                    "and is not among the values of the response",
                    "ask the provider what comes back",
                    others=received.stated(other, Attribute.enum),
                    names=tuple(unread),
                    path=path,
                )


def _listed(message: Message, path: Path) -> dict[str, Fact]:
    return texts_of(message.plain.stated(path, Attribute.enum))


def _same(told: Told, path: Path) -> Iterator[Path]:
    """Give where the response has the field of the request: at the same place, or in a wrapper."""
    for other in told.success.plain.paths:
        if path[:1] == BODY and len(path) > 1 and other[1:][-len(path) + 1 :] == path[1:]:
            yield other


def _read_only(told: Told) -> Iterator[Finding]:
    for fact in told.of(Attribute.read_only_unnamed):
        yield told.finding(
            "read-only-unnamed",
            [fact],
            f"{fact.value} fields of {element(fact.side, fact.status, fact.path or BODY)} are called read-only, "
            "and the page does not have their names",
            "find a rendering of the page that has the names",
        )
