"""Compare two contracts, operation by operation.

In: two contracts and the rules of time.  Out: differences, each cause once, with what it reaches.
Never: decides how bad one is, or says what follows in Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbill_generator.changes import lifecycle
from handbill_generator.changes.difference import Difference, Use, gathered
from handbill_generator.changes.lifecycle import LifecycleRules
from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.operations import lifecycles
from handbill_generator.changes.operations.bodies import compare_request_bodies, compare_responses
from handbill_generator.changes.operations.existence import compare_existence
from handbill_generator.changes.operations.matching import matched
from handbill_generator.changes.operations.parameters import compare_parameters
from handbill_generator.changes.operations.place import Both, Spotted
from handbill_generator.changes.operations.security import compare_requirements, compare_schemes, renamed_schemes
from handbill_generator.changes.operations.servers import compare_server_variables, compare_servers
from handbill_generator.changes.schemas import SchemaDifference, SchemaGraph
from handbill_generator.contract import Contract, Operation, Webhook

__all__ = ["compare"]


def compare(old: Contract, new: Contract, rules: LifecycleRules) -> tuple[Difference, ...]:
    """Give what differs between two contracts, in the order of the new one."""
    both = Both(old=old, new=new, graph=SchemaGraph(old, new), rules=rules)
    renamed = renamed_schemes(old, new)
    pairs = matched(old, new)
    compare_existence(both, pairs)
    asked: dict[str, dict[Use, None]] = {}
    for pair in pairs:
        if pair.old and pair.new:
            at = Spotted(both=both, old=pair.old, new=pair.new, name=named(pair.new))
            _compare_operation(at)
            compare_requirements(at, renamed)
            compare_servers(at)
            compare_server_variables(at)
            _compare_webhooks(both, pair.old.callbacks, pair.new.callbacks, kind="callback", of=f" of {at.name}")
            for key in {key for alternative in pair.old.security for key in alternative}:
                asked.setdefault(key, {})[at.use("security")] = None
    _compare_webhooks(both, old.webhooks, new.webhooks, kind="webhook", of="")
    compare_schemes(both, renamed, {key: tuple(uses) for key, uses in asked.items()})
    return gathered([*both.found, *_schemas(both)])


def named(operation: Operation) -> str:
    """Give what reports call an operation."""
    return f"{operation.method} {operation.path.raw}"


def _compare_operation(at: Spotted) -> None:
    old, new = at.old, at.new
    lifecycles.compare(at, old.lifecycle, new.lifecycle, (old.pointer, new.pointer), prefix="api")
    _compare_names(at)
    compare_parameters(at)
    compare_request_bodies(at)
    compare_responses(at)


def _compare_names(at: Spotted) -> None:
    """Find what is not sent and yet gives Python its names."""
    old, new = at.old, at.new

    def report(id: str, message: str, before: object, after: object, key: str = "") -> None:
        spots = ((old.pointer, before) if before else None, (new.pointer, after))
        at.report(id, "name", Effect.none, message, direction=Direction.neither, old=spots[0], new=spots[1], key=key)

    if old.id != new.id:
        verb = "changed" if old.id and new.id else "added" if new.id else "removed"
        message = f'the operationId "{old.id.raw}" became "{new.id.raw}"'
        report(f"api-operation-id-{verb}", message, old.id.raw, new.id.raw)
    before, after = ({tag.raw for tag in operation.tags} for operation in (old, new))
    for tag in sorted(before - after):
        report("api-tag-removed", f'the tag "{tag}" was removed', tag, None, key=tag)
    for tag in sorted(after - before):
        report("api-tag-added", f'the tag "{tag}" was added', None, tag, key=tag)


def _compare_webhooks(both: Both, old: tuple[Webhook, ...], new: tuple[Webhook, ...], *, kind: str, of: str) -> None:
    """Compare requests that the API makes by itself: what they carry is received, as responses are."""
    before = {(webhook.name.raw, webhook.operation.method): webhook for webhook in old}
    after = {(webhook.name.raw, webhook.operation.method): webhook for webhook in new}
    for key, webhook in after.items():
        name = f"{kind} {key[0]}{of}"
        if key in before:
            known = before[key].operation
            _compare_operation(
                Spotted(both=both, old=known, new=webhook.operation, name=name, sends=Direction.response)
            )
        else:
            both.found.append(_webhook(f"{kind}-added", None, webhook, name))
    for key, webhook in before.items():
        if key not in after:
            both.found.append(_webhook(f"{kind}-removed", webhook, None, f"{kind} {key[0]}{of}"))


def _webhook(id: str, old: Webhook | None, new: Webhook | None, name: str) -> Difference:
    webhook = new or old
    assert webhook
    spot = (webhook.operation.pointer, webhook.name.raw)
    return Difference(
        id=id,
        facet="webhook",
        direction=Direction.response,
        # Nobody is sent what is gone, and who waits for it waits in vain.
        effect=Effect.none if new else Effect.both,
        message=f"the {id.replace('-', ' was ')}",
        old=spot if old else None,
        new=spot if new else None,
        uses=(Use(operation=name, tags=tuple(tag.raw for tag in webhook.operation.tags), where=""),),
    )


def _schemas(both: Both) -> Iterator[Difference]:
    for found in both.graph.differences():
        difference = _difference(found, tuple(both.uses[use] for use in sorted(found.uses)))
        if found.facet == "lifecycle":
            yield from _lifecycle(difference, both.rules)
        else:
            yield difference
    for old, new in both.graph.component_pairs():
        before, after = (pointer.rpartition("/")[2] for pointer in (old, new))
        yield Difference(
            id="api-schema-renamed",
            facet="name",
            direction=Direction.neither,
            effect=Effect.none,
            message=f"the schema {before} is called {after} now; its name is not sent",
            old=(old, before),
            new=(new, after),
        )


def _lifecycle(difference: Difference, rules: LifecycleRules) -> Iterator[Difference]:
    """Hold what a schema says of its own future against the rules of time."""
    assert difference.old is not None
    assert difference.new is not None
    (old_place, before), (new_place, after) = difference.old, difference.new
    for suffix, wire, message in lifecycle.flips(before, after, rules):
        yield replace(
            difference,
            id=difference.id.removesuffix("lifecycle") + suffix,
            message=message,
            wire=wire,
            old=(old_place, lifecycles.told(before)),
            new=(new_place, lifecycles.told(after)),
        )


def _difference(found: SchemaDifference, uses: tuple[Use, ...]) -> Difference:
    return Difference(
        id=found.id,
        facet=found.facet,
        direction=found.direction,
        effect=found.effect,
        message=found.message,
        old=found.old,
        new=found.new,
        key=found.key,
        path=found.path,
        uses=uses,
    )
