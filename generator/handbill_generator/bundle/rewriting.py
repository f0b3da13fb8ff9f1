"""Go through a document and make every reference in it one to the inside.

In: the main document and the files it refers to.  Out: the new tree, where its parts came from, what led nowhere.
Never: changes a document that was loaded.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypeAlias

from ..diagnostics import Loss
from ..load import JSON, Document, Limits, Tokens, pointer_of, tokens_of, value_at
from .ends import Ends, Reference, gap, meant
from .files import Files, Reader
from .grammar import SECTIONS, kind_below
from .identifiers import DYNAMIC
from .where import Unresolvable, Where, origin

_Key: TypeAlias = tuple[Path, Tokens]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mapping or list of the output: what it is, where it is, where it was written."""

    value: dict[str, JSON] | list[JSON]
    kind: str
    out: Tokens
    source: Where
    via: frozenset[_Key] = frozenset()
    """The places whose text stands in for a reference above this; to come to one again is never to end."""


class Bundling:
    """Looks through the output level by level, components first, and rewrites it in place."""

    def __init__(self, main: Document, root: Path | None, limits: Limits, reader: Reader) -> None:
        self.main = main
        self.limits = limits
        self.files = Files(main, root, limits, reader)
        self.copied = 0
        self.tree = {key: self.copy(value, Where(main, ())) for key, value in main.tree.items()}
        self.origins: dict[Tokens, Where] = {(): Where(main, ())}
        self.components: dict[tuple[_Key, str], Tokens] = {}
        self.queue = deque([_Spot(self.tree, "document", (), self.origins[()])])
        self.targets: deque[tuple[Tokens, str]] = deque()
        self.seen: set[Tokens] = set()
        self.ends = Ends(self.tree)

    def run(self) -> None:
        while self.queue or self.targets:
            if self.queue:
                self.look(self.queue.popleft())
            else:
                self.look_at_target(*self.targets.popleft())
        self.ends.check()

    def look(self, spot: _Spot) -> None:
        if spot.out in self.seen:
            return
        if len(spot.out) >= self.limits.depth:
            message = f'more than {self.limits.depth} levels of nesting, references copied in (limit "depth")'
            raise spot.source.error(message, "use components instead of nesting")
        if isinstance(spot.value, dict):
            if spot.kind == "mapping":
                self.rewrite_mapping(spot, spot.value)
            elif spot.kind == "schemas":
                self.fix_dynamic(spot, spot.value)
            if isinstance(ref := spot.value.get("$ref"), str) and self.stands_in(spot, spot.value, ref):
                return
            if spot.out[:1] == ("components",) and len(spot.out) == 2:
                self.claim(spot, spot.value)
        self.seen.add(spot.out)
        self.queue.extend(self.below(spot))

    def below(self, spot: _Spot) -> Iterator[_Spot]:
        if isinstance(spot.value, list):
            members = [(str(index), spot.kind, value) for index, value in enumerate(spot.value)]
        else:
            members = [
                (name, kind, value) for name, value in spot.value.items() if (kind := kind_below(spot.kind, name))
            ]
            members.sort(key=lambda member: member[1] != "components")
        for name, kind, value in members:
            if isinstance(value, (dict, list)):
                out = (*spot.out, name)
                yield _Spot(value, kind, out, self.origins.get(out) or spot.source.below(name), spot.via)

    def look_at_target(self, out: Tokens, kind: str) -> None:
        """Look at what a reference means where the walk did not come by: components of one's own, old definitions."""
        try:
            value = value_at(self.tree, out)
        except KeyError:
            return  # check_target says so
        if isinstance(value, (dict, list)):
            self.queue.append(_Spot(value, kind, out, origin(self.origins, out)))

    def claim(self, spot: _Spot, section: dict[str, JSON]) -> None:
        """Let a component that is nothing but a reference to a file be the component of what stands there."""
        kind = spot.kind[1:-1]
        for name, value in section.items():
            out = (*spot.out, name)
            at = self.origins.get(out) or spot.source.below(name)
            if at.document is not self.main:
                self.components.setdefault((at.key, kind), out)
            if isinstance(value, dict) and list(value) == ["$ref"] and isinstance(ref := value["$ref"], str):
                try:
                    target = self.files.target(at.below("$ref"), ref)
                except Unresolvable:
                    continue  # it is said where the reference is looked at
                if target.document is not self.main and isinstance(target.value, dict):
                    self.components.setdefault((target.key, kind), out)

    def stands_in(self, spot: _Spot, holder: dict[str, JSON], ref: str) -> bool:
        """Rewrite the reference; or put what it means in its place and say True."""
        if ref.startswith("#") and spot.kind not in SECTIONS | {"operation"}:
            return False  # a member of a map that happens to be called $ref; mostly its indent is wrong
        reference = Reference(holder, spot.kind, spot.out, spot.source.below("$ref"))
        try:
            target = self.files.target(reference.at, ref)
            if spot.kind not in SECTIONS or self.components.get((target.key, spot.kind)) == spot.out:
                self.stand_in(spot, holder, ref, target)
                return True
            holder["$ref"] = self.address(reference.at, ref, spot.kind)
        except Unresolvable as error:
            self.ends.degrade(reference, ref, error)
        else:
            self.ends.references.append(reference)
        return False

    def fix_dynamic(self, spot: _Spot, schema: dict[str, JSON]) -> None:
        """Read `$dynamicRef` as the `$ref` to the anchor that is known without running a validation."""
        for keyword in sorted(DYNAMIC & schema.keys()):
            if not isinstance(ref := schema.get(keyword), str):
                continue
            place = (*spot.out, keyword)
            if "$ref" in schema:
                why = "a $ref stands beside it"
                self.ends.losses[place] = Loss(pointer=pointer_of(place), what=keyword, became="nothing", why=why)
            else:
                schema["$ref"] = ref
                if self.files.dynamic(ref.rpartition("#")[2]) > 1:
                    why = "which of the anchors of this name is meant depends on the way there"
                    self.ends.losses[place] = meant(place, ref, f"{keyword} as $ref", why)
            del schema[keyword]

    def stand_in(self, spot: _Spot, holder: dict[str, JSON], ref: str, target: Where) -> None:
        at = spot.source.below("$ref")
        if target.key in spot.via:
            hint = "write the text out at one of them"
            raise at.leads_nowhere(ref, "leads back to the text it stands in", hint)
        try:
            value = self.copy(target.value, at)
        except KeyError:
            raise at.unresolved(ref, target.document.tree, target.tokens) from None
        if not isinstance(value, dict):
            raise at.leads_nowhere(ref, "is not a mapping", "refer to a mapping")
        del holder["$ref"]
        for name in holder:
            self.origins[(*spot.out, name)] = self.origins.get((*spot.out, name)) or spot.source.below(name)
        beside = dict(holder)
        holder.clear()
        holder.update(value | beside)
        self.origins[spot.out] = target
        self.queue.appendleft(_Spot(holder, spot.kind, spot.out, target, spot.via | {target.key}))

    def rewrite_mapping(self, spot: _Spot, mapping: dict[str, JSON]) -> None:
        """Rewrite the files that a discriminator names; what may be a schema's name is one (OpenAPI 3.1, 4.8.25)."""
        for name, ref in list(mapping.items()):
            if isinstance(ref, str) and ("#" in ref or "/" in ref or ref.endswith((".json", ".yaml", ".yml"))):
                try:
                    mapping[name] = self.address(spot.source.below(name), ref, "schemas")
                except Unresolvable as error:
                    del mapping[name]
                    place = (*spot.out, name)
                    self.ends.losses[place] = gap(place, ref, "mapping", error)

    def address(self, at: Where, ref: str, kind: str) -> str:
        """Give what to write for *ref*, standing at *at*, in the output."""
        target = self.files.target(at, ref)
        if target.document is not self.main:
            return pointer_of(self.component(at, ref, target, kind))
        if not target.tokens:
            raise at.leads_nowhere(ref, "is the whole document", "refer to a part of it")
        self.targets.append((target.tokens, kind))
        is_same = ref.startswith("#/") and tokens_of(ref) == target.tokens
        return ref if is_same and at.document is self.main else pointer_of(target.tokens)

    def component(self, at: Where, ref: str, target: Where, kind: str) -> Tokens:
        known = self.components.get((target.key, kind))
        if known:
            return known
        section = self.section(kind)
        name = next(name for name in _names(self.files.locate(at, ref)) if name not in section)
        section[name] = value = self.copy(target.value, at)
        out = self.components[target.key, kind] = ("components", kind, name)
        self.origins[out] = target
        if isinstance(value, (dict, list)):
            self.queue.append(_Spot(value, kind, out, target))
        return out

    def section(self, kind: str) -> dict[str, JSON]:
        here = self.tree
        out: Tokens = ()
        for name in ("components", kind):
            out = (*out, name)
            below = here.setdefault(name, {})
            if not isinstance(below, dict):
                raise origin(self.origins, out).error(f'"{name}" is not a mapping', "write the components by name")
            here = below
        return here

    def copy(self, value: JSON, at: Where) -> JSON:
        self.copied += 1
        if self.copied > self.limits.nodes:
            message = f'more than {self.limits.nodes} values, references copied in (limit "nodes")'
            raise at.error(message, "split the document, or repeat less")
        if isinstance(value, dict):
            return {name: self.copy(member, at) for name, member in value.items()}
        return [self.copy(item, at) for item in value] if isinstance(value, list) else value


def _names(target: Where) -> Iterator[str]:
    """Give names for the component of *target*: its own, then with that of the file or folder, then with a number."""
    path = target.document.path
    if target.tokens:
        own, more = _clean(target.tokens[-1]), _clean(path.stem)
    else:
        own, more = _clean(path.stem), _clean(path.parent.name)
    if not own.isdigit():
        yield own
    yield f"{more}_{own}"
    yield from (f"{more}_{own}_{number}" for number in count(2))


def _clean(text: str) -> str:
    """Give *text* as a component's name, which is of these characters only (OpenAPI 3.1, section 4.8.7)."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", text).strip("_") or "unnamed"
