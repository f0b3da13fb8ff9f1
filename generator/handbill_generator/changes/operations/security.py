"""Compare who may call.

In: security schemes and requirements of both contracts.  Out: findings about both.
Never: goes by the key of a scheme where its content says that it is the same.

Requirements are an OR of ANDs (OpenAPI 3.1.0, 4.8.30): a way in that worked still works if some alternative of the new
contract asks for no more than it did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from handbill_generator.changes.difference import Difference, Use
from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.operations.place import Both, Spotted
from handbill_generator.contract import Contract, Flow, SecurityRequirement, SecurityScheme

_Way: TypeAlias = "Mapping[str, frozenset[str]]"
"""One alternative: the scopes by scheme, schemes called as in the new contract."""


def renamed_schemes(old: Contract, new: Contract) -> dict[str, str]:
    """Give, for each scheme of the old contract, its key in the new one: the same key, or that of the same content."""
    known = {_content(scheme): key for key, scheme in new.security_schemes.items() if key not in old.security_schemes}
    return {
        key: key if key in new.security_schemes else known.get(_content(scheme), key)
        for key, scheme in old.security_schemes.items()
    }


def compare_requirements(at: Spotted, renamed: Mapping[str, str]) -> None:
    """Find what changed in the credentials that an operation asks for."""
    old = _ways(at.old.requirements, renamed)
    new = _ways(at.new.requirements, {})
    pointers = at.old.requirements_pointer, at.new.requirements_pointer
    for way in old:
        if not any(_asks_no_more(other, way) for other in new):
            _lost(at, way, old, new, pointers)
    for way in new:
        if not any(_asks_no_more(other, way) for other in old):
            _won(at, way, old, new, pointers)


def _ways(requirements: tuple[tuple[SecurityRequirement, ...], ...], renamed: Mapping[str, str]) -> list[_Way]:
    """Give the alternatives, schemes called as in the new contract; no requirement at all is one that asks nothing."""
    ways: list[_Way] = [
        {renamed.get(needed.key, needed.key): frozenset(needed.scopes) for needed in alternative}
        for alternative in requirements
    ]
    return ways or [{}]


def _asks_no_more(one: _Way, other: _Way) -> bool:
    return all(key in other and scopes <= other[key] for key, scopes in one.items())


def _lost(at: Spotted, way: _Way, old: list[_Way], new: list[_Way], pointers: tuple[str, str]) -> None:
    """Report a way in that no longer works, by what it would need now."""
    nearest = next((other for other in new if other.keys() == way.keys()), None)
    if nearest is not None:
        for scheme, scope in _extra_scopes(nearest, way):
            message = f'the scope "{scope}" of {scheme} is needed now'
            _report(at, "scope-added", Effect.narrows, message, way, nearest, pointers, key=f"{scheme} {scope}")
        return
    wider = min((other for other in new if way.keys() <= other.keys()), key=len, default=None)
    if wider is not None:
        extra = _names({key: wider[key] for key in wider if key not in way})
        _report(at, "added", Effect.narrows, f"{extra} is needed now", way, wider, pointers, key=extra)
        return
    message = f"{_names(way)} alone does not do any more; what does is {' or '.join(map(_names, new))}"
    _report(at, "alternative-removed", Effect.narrows, message, way, None, pointers, key=_names(way))


def _won(at: Spotted, way: _Way, old: list[_Way], new: list[_Way], pointers: tuple[str, str]) -> None:
    """Report a way in that is new, unless another new one asks for even less."""
    if any(_asks_no_more(other, way) for other in new if other is not way):
        return
    nearest = next((other for other in old if other.keys() == way.keys()), None)
    if nearest is not None:
        for scheme, scope in _extra_scopes(nearest, way):
            message = f'the scope "{scope}" of {scheme} is no longer needed'
            _report(at, "scope-removed", Effect.widens, message, nearest, way, pointers, key=f"{scheme} {scope}")
        return
    narrower = min((other for other in old if way.keys() <= other.keys()), key=len, default=None)
    if narrower is not None:
        extra = _names({key: narrower[key] for key in narrower if key not in way})
        _report(at, "removed", Effect.widens, f"{extra} is no longer needed", narrower, way, pointers, key=extra)
        return
    if any(other.keys() < way.keys() for other in old) and len(new) == len(old):
        return  # what was added to a way that is gone; the finding about that says so
    message = f"{_names(way)} does now too"
    _report(at, "alternative-added", Effect.widens, message, None, way, pointers, key=_names(way))


def _extra_scopes(one: _Way, other: _Way) -> Iterator[tuple[str, str]]:
    """Give each scheme and scope that *one* asks for and *other*, with the same schemes, does not."""
    for scheme, scopes in one.items():
        yield from ((scheme, scope) for scope in sorted(scopes - other[scheme]))


def _report(
    at: Spotted,
    what: str,
    effect: Effect,
    message: str,
    old: _Way | None,
    new: _Way | None,
    pointers: tuple[str, str],
    *,
    key: str,
) -> None:
    scope = "global-" if pointers[1] == "#/security" and pointers[0] == "#/security" else ""
    at.report(
        f"api-{scope}security-{what}",
        "security",
        effect,
        message,
        direction=Direction.request,
        old=(pointers[0], _told(old)),
        new=(pointers[1], _told(new)),
        where="security",
        key=key,
    )


def _names(way: _Way) -> str:
    return " with ".join(way) or "no credential"


def _told(way: _Way | None) -> dict[str, list[str]] | None:
    return None if way is None else {key: sorted(scopes) for key, scopes in way.items()}


def compare_schemes(both: Both, renamed: Mapping[str, str], uses: Mapping[str, tuple[Use, ...]]) -> None:
    """Find what changed in the schemes themselves; *uses* are the operations that ask for each, by its old key."""
    for key, scheme in both.old.security_schemes.items():
        after = both.new.security_schemes.get(renamed[key])
        reached = uses.get(key, ())
        if after is None:
            both.found.append(_component("removed", scheme, None, Effect.none, "the scheme was removed", reached))
            continue
        if after.key != key:
            message = f"the scheme is called {after.key} now; its name is not sent"
            both.found.append(_component("renamed", scheme, after, Effect.none, message, reached))
        for what, effect, message in _changed(scheme, after):
            both.found.append(_component(what, scheme, after, effect, message, reached))
    for key, scheme in both.new.security_schemes.items():
        if key not in renamed.values():
            both.found.append(_component("added", None, scheme, Effect.none, "the scheme was added", ()))


def _component(
    what: str,
    old: SecurityScheme | None,
    new: SecurityScheme | None,
    effect: Effect,
    message: str,
    uses: tuple[Use, ...],
) -> Difference:
    return Difference(
        id=f"api-security-component-{what}",
        facet="security-scheme",
        direction=Direction.request,
        effect=effect,
        message=message,
        old=(old.pointer, old.key) if old else None,
        new=(new.pointer, new.key) if new else None,
        key=message if "scope" in what or "flow" in what else "",
        uses=uses,
    )


def _changed(old: SecurityScheme, new: SecurityScheme) -> Iterator[tuple[str, Effect, str]]:
    """Say what a client must do otherwise to be let in; a change of each of these leaves it outside."""
    sent: list[tuple[str, str, str]] = [
        ("type-changed", old.type, new.type),
        ("scheme-changed", old.scheme, new.scheme),
        ("in-changed", old.location, new.location),
        ("name-changed", _header_name(old), _header_name(new)),
        ("open-id-connect-url-changed", old.open_id_connect_url.raw, new.open_id_connect_url.raw),
    ]
    for what, before, after in sent:
        if before != after:
            yield what, Effect.both, f'"{before}" became "{after}"'
            if what == "type-changed":
                return
    before_flows, after_flows = ({flow.type: flow for flow in scheme.flows} for scheme in (old, new))
    for type, flow in before_flows.items():
        if type in after_flows:
            yield from _flow_changed(flow, after_flows[type])
        else:
            yield "oauth-flow-removed", Effect.narrows, f"the flow {type} was removed"
    for type in after_flows:
        if type not in before_flows:
            yield "oauth-flow-added", Effect.widens, f"the flow {type} was added"


def _flow_changed(old: Flow, new: Flow) -> Iterator[tuple[str, Effect, str]]:
    urls = [
        ("oauth-token-url-changed", old.token_url.raw, new.token_url.raw),
        ("oauth-url-changed", old.authorization_url.raw, new.authorization_url.raw),
        ("oauth-refresh-url-changed", old.refresh_url.raw, new.refresh_url.raw),
    ]
    for what, before, after in urls:
        if before != after:
            yield what, Effect.both, f'"{before}" became "{after}"'
    before_scopes, after_scopes = ({scope.raw for scope in flow.scopes} for flow in (old, new))
    for scope in sorted(before_scopes - after_scopes):
        yield "oauth-scope-removed", Effect.narrows, f'the scope "{scope}" was removed from the flow {new.type}'
    for scope in sorted(after_scopes - before_scopes):
        yield "oauth-scope-added", Effect.widens, f'the scope "{scope}" was added to the flow {new.type}'


def _header_name(scheme: SecurityScheme) -> str:
    return scheme.name.raw.lower() if scheme.location == "header" else scheme.name.raw


def _content(scheme: SecurityScheme) -> tuple[object, ...]:
    flows = tuple(
        (flow.type, flow.token_url, flow.authorization_url, flow.refresh_url, frozenset(flow.scopes))
        for flow in sorted(scheme.flows, key=lambda flow: flow.type)
    )
    return (
        scheme.type,
        scheme.scheme,
        scheme.location,
        _header_name(scheme),
        scheme.open_id_connect_url,
        flows,
    )
