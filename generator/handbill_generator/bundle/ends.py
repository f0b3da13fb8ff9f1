"""What becomes of a reference that leads nowhere.

In: the references of the output.  Out: each leads to content, and the ledger has what was put in place of those that
did not.
Never: loses an operation, or refuses a document for it.

What such a reference would have brought is unknown, and all else is still worth having: that is our own decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..diagnostics import Loss
from ..load import JSON, Tokens, pointer_of, tokens_of, value_at
from .where import Unresolvable, Where, quoted

_UNKNOWN: dict[str, str] = {
    "schemas": "anything",
    "parameters": "no parameter",
    "requestBodies": "a body of any kind",
    "responses": "an answer of any kind",
    "headers": "a header of any kind",
    "mediaTypes": "a body of any kind",
    "examples": "no example",
    "links": "no link",
    "callbacks": "no callback",
    "securitySchemes": "no security scheme",
    "pathItems": "a path without operations of its own",
    "operation": "an operation of which nothing else is known",
    "mapping": "no entry of the mapping",
}
_ANY_BODY: dict[str, JSON] = {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}


@dataclass(frozen=True, slots=True)
class Reference:
    """A mapping of the output with a `$ref`: *out* is its place there, *at* where the reference was written."""

    holder: dict[str, JSON]
    kind: str
    out: Tokens
    at: Where


class Ends:
    """The *references* of a *tree*, and the *losses* among them by their place."""

    def __init__(self, tree: dict[str, JSON]) -> None:
        self.references: list[Reference] = []
        self.losses: dict[Tokens, Loss] = {}
        self._tree = tree
        self._resolved: set[str] = set()

    def degrade(self, reference: Reference, ref: str, error: Unresolvable) -> None:
        """Write into the ledger that *ref* leads nowhere; put there what it evidently means, or what is known."""
        place = (*reference.out, "$ref")
        if found := habit(self._tree, ref, reference.kind):
            reference.holder["$ref"] = found
            self.losses[place] = meant(place, ref, found, error.why)
            self.references.append(reference)
        else:
            reference.holder.pop("$ref", None)
            fill(reference.holder, reference.kind)
            self.losses[place] = gap(place, ref, reference.kind, error)

    def check(self) -> None:
        """See to it that every reference leads to content."""
        for reference in self.references:
            self._check_target(reference)
        ended: set[str] = set()
        for reference in self.references:
            self._check_circle(reference, ended)

    def _check_target(self, reference: Reference) -> None:
        ref = reference.holder.get("$ref")
        if not isinstance(ref, str) or ref in self._resolved:
            return
        tokens = tokens_of(ref)
        try:
            value_at(self._tree, tokens)
        except KeyError:
            found = _through(self._tree, tokens)
            if found is None:
                self.degrade(reference, ref, reference.at.unresolved(ref, self._tree, tokens))
            else:
                place = (*reference.out, "$ref")
                reference.holder["$ref"] = pointer_of(found)
                self.losses[place] = meant(place, ref, pointer_of(found), "a reference stands on the way there")
        else:
            self._resolved.add(ref)

    def _check_circle(self, reference: Reference, ended: set[str]) -> None:
        """Cut references that only lead to each other; to come back by way of a property is plain recursion."""
        trail: list[str] = []
        here: JSON = reference.holder
        while isinstance(here, dict) and isinstance(ref := here.get("$ref"), str) and ref not in ended:
            if ref in trail:
                circle = " -> ".join(quoted(step) for step in [*trail[trail.index(ref) :], ref])
                last = self._at(tokens_of(trail[-1])) or reference
                message = f"{circle} never leads to content"
                error = last.at.error(message, "write the object at one of them")
                self.degrade(last, ref, Unresolvable(error, message))
                break
            trail.append(ref)
            here = _value(self._tree, ref)
        ended.update(trail)

    def _at(self, out: Tokens) -> Reference | None:
        return next((reference for reference in self.references if reference.out == out), None)


def _value(tree: JSON, ref: str) -> JSON:
    """Give what *ref* leads to, None where that is nothing: what only looks like a reference was not looked at."""
    try:
        return value_at(tree, tokens_of(ref))
    except (KeyError, ValueError):
        return None


def _through(tree: JSON, tokens: Tokens) -> Tokens | None:
    """Give the place that *tokens* lead to if references on the way are followed, None where there is none."""
    at: Tokens = ()
    for token in tokens:
        for _ in tokens:
            value = value_at(tree, at)
            if not isinstance(value, Mapping) or token in value or not isinstance(ref := value.get("$ref"), str):
                break
            if _value(tree, ref) is None:
                return None
            at = tokens_of(ref)
        try:
            value_at(value_at(tree, at), (token,))
        except KeyError:
            return None
        at = (*at, token)
    return at


def fill(holder: dict[str, JSON], kind: str) -> None:
    """Put into *holder*, whose reference was taken out, what is known of an object of *kind* all the same."""
    if kind == "requestBodies" and "content" not in holder:
        holder.update(_ANY_BODY)


def gap(out: Tokens, ref: str, kind: str, error: Unresolvable) -> Loss:
    """Give the entry for *ref*, standing at *out* of the output, that leads nowhere for the reason of *error*."""
    hint = f"; {error.hint}" if error.hint else ""
    became = _UNKNOWN.get(kind, "nothing")
    return Loss(pointer=pointer_of(out), what=f"reference {quoted(ref)}", became=became, why=f"{error.why}{hint}")


def meant(out: Tokens, ref: str, found: str, why: str) -> Loss:
    """Give the entry for *ref*, standing at *out* of the output, that leads to *found* if one is kind."""
    return Loss(pointer=pointer_of(out), what=f"reference {quoted(ref)}", became=quoted(found), why=why)


def habit(tree: JSON, ref: str, kind: str) -> str:
    """Give the component that *ref* evidently means: a bare name, or where Swagger 2.0 had it; empty where none."""
    name = ref.rpartition("/")[2] if ref.startswith(("#/definitions/", f"#/{kind}/")) else ref
    components = tree.get("components") if isinstance(tree, dict) else None
    section = components.get(kind) if isinstance(components, dict) else None
    return pointer_of(("components", kind, name)) if isinstance(section, dict) and name in section else ""
