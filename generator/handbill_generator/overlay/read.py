"""Read an overlay (OpenAPI Overlay Specification 1.0.0, 1.1.0 and 1.2.0, section "Schema").

In: a loaded document.  Out: an `Overlay`, its reusable actions filled in.
Never: looks at the document that the overlay is for, or accepts a key that it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

from handbill_generator.bundle.where import Where
from handbill_generator.load import JSON, Document, tokens_of, value_at
from handbill_generator.load.source import shown
from handbill_generator.overlay.model import Action, Kind, Overlay

_ROOT = ("overlay", "info", "extends", "actions")
_INFO = ("title", "version", "description")
_ACTION = ("target", "description", "update", "remove")
_FIRST_OF = {"copy": 1, "$self": 2, "components": 2, "$ref": 2}
"""The minor version that a key came with, where that is not 1.0."""


def read_overlay(document: Document) -> Overlay:
    """Read *document* as an overlay; raises SpecError with its place for whatever it may not say."""
    root = Where(document, ())
    tree = document.tree
    if "overlay" not in tree:
        kind = "an OpenAPI document" if "openapi" in tree else "no overlay: it has no overlay key"
        raise root.error(f"this is {kind}", 'begin an overlay with "overlay: 1.1.0"')
    minor = _minor(root.below("overlay"), tree["overlay"])
    _check_keys(root, tree, _ROOT, ("$self", "components"), minor)
    _check_info(root.below("info"), tree.get("info"))
    extends = tree.get("extends", "")
    if not isinstance(extends, str):
        raise root.below("extends").error("extends must be the address of a document", "write a relative path")
    actions = tree.get("actions")
    if not isinstance(actions, list) or not actions:
        at = root.below("actions") if "actions" in tree else root
        raise at.error("an overlay needs a list of actions, with at least one in it", "write actions: [{target: ...}]")
    return Overlay(
        document=document,
        can_select_scalars=minor > 0,
        extends=extends,
        actions=tuple(_action(root.below("actions", str(index)), value, minor) for index, value in enumerate(actions)),
    )


def _minor(at: Where, version: JSON) -> int:
    # `overlay: 1.1` is a number in YAML, and means what it looks like.
    found = re.fullmatch(r"1\.([0-2])(\.\d+.*)?", str(version))
    if found is None:
        raise at.error(f'overlay version "{shown(str(version))}" is not supported', "use 1.0.0, 1.1.0 or 1.2.0")
    return int(found[1])


def _check_info(at: Where, info: JSON) -> None:
    if not isinstance(info, dict):
        above = Where(at.document, ()) if info is None else at
        raise above.error("an overlay needs info", "write info: {title: ..., version: ...}")
    _check_keys(at, info, _INFO, (), 0)
    for key in ("title", "version"):
        if key not in info:
            raise at.error(f"info lacks {key}", "add it")
        if not isinstance(info[key], str | int | float):
            raise at.below(key).error(f"{key} must be text", "write a string")


def _action(at: Where, value: JSON, minor: int) -> Action:
    if not isinstance(value, dict):
        raise at.error("an action must be a mapping", "write {target: ..., update: ...}")
    _check_keys(at, value, _ACTION, ("copy", "$ref"), minor)
    places = {key: at.below(key) for key in value}
    if "$ref" in value:
        reused = _reused(at.below("$ref"), value["$ref"], minor)
        places = {key: reused.below(key) for key in _mapping(reused)} | places
    if "target" not in places:
        raise at.error("the action has no target", "add the JSONPath of what it changes")
    target = places["target"].value
    if not isinstance(target, str):
        raise places["target"].error("a target must be a JSONPath", 'write text such as "$.info"')
    kind = _kind(at, places)
    if kind is Kind.copy and not isinstance(places["copy"].value, str):
        raise places["copy"].error("what is copied must be told by a JSONPath", 'write text such as "$.info"')
    return Action(at=at, target=target, kind=kind, given=places[kind.value])


def _kind(at: Where, places: dict[str, Where]) -> Kind:
    """Say what the action does; a `remove` of false is as if it were not there, and one of true outdoes the rest."""
    removes = places["remove"].value if "remove" in places else False
    if not isinstance(removes, bool):
        raise places["remove"].error("remove must be true or false", "write true, or leave it out")
    if removes:
        return Kind.remove
    if "update" in places and "copy" in places:
        raise at.error("the action has update and copy, and neither outdoes the other", "make it two actions")
    if "update" not in places and "copy" not in places:
        raise at.error("the action does nothing", "add update, copy or remove: true")
    return Kind.update if "update" in places else Kind.copy


def _reused(at: Where, ref: JSON, minor: int) -> Where:
    """Give the fields of the reusable action that *ref* names (Overlay 1.2.0, "Reusable Action Reference Object")."""
    prefix = "#/components/actions/"
    tokens = tokens_of(ref) if isinstance(ref, str) and ref.startswith(prefix) else ()
    if len(tokens) != 3:
        raise at.error("a reusable action must stand in this file", f'write "{prefix}NAME"')
    try:
        value_at(at.document.tree, tokens)
    except KeyError:
        raise at.unresolved(str(ref), at.document.tree, tokens) from None
    whole = Where(at.document, tokens)
    _check_keys(whole, _mapping(whole), ("description", "fields"), (), minor)
    if "fields" not in _mapping(whole):
        raise whole.error("a reusable action has no fields", "write fields: {update: ...}")
    fields = whole.below("fields")
    _check_keys(fields, _mapping(fields), _ACTION[1:], ("copy",), minor)
    return fields


def _mapping(at: Where) -> dict[str, JSON]:
    value = at.value
    if not isinstance(value, dict):
        raise at.error("a mapping must stand here", "write {update: ...} or the like")
    return value


def _check_keys(at: Where, value: dict[str, JSON], names: Collection[str], later: Collection[str], minor: int) -> None:
    """Refuse keys that are neither *names* nor, from their minor version on, of *later*, nor extensions."""
    known = [*names, *(name for name in later if _FIRST_OF[name] <= minor)]
    for key in value:
        if key in known or key.startswith("x-"):
            continue
        if key in later:
            raise at.below(key).error(f"overlay 1.{minor} has no {key}", f"begin with overlay: 1.{_FIRST_OF[key]}.0")
        close = get_close_matches(key[:100], known, n=1)
        hint = f"write {close[0]} if that is meant" if close else f"there are {', '.join(known)}"
        raise at.below(key).error(f'an overlay has no key "{shown(key)}" here', hint)
