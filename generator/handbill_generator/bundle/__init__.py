"""Make one document of many files.

In: the main document.  Out: a `Bundle`: one tree in which every `$ref` points inside, and where each part came from.
Never: fetches, leaves the root folder, takes for a reference what OpenAPI calls data, changes an internal `$ref`.

What a reference pulls in becomes a component.  Where OpenAPI has no component for it (a whole paths map, one
operation: other bundlers allow `$ref` there), the text itself stands in.

`grammar` knows what is a reference, `files` what it means, `where` what to say about it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TypeAlias

from ..diagnostics import Position
from ..load import JSON, STANDARD, Document, Limits, Tokens, pointer_of, tokens_of, value_at
from .files import DISK, Files, Reader
from .grammar import SECTIONS, kind_below
from .where import Where, origin, quoted

__all__ = ["DISK", "Bundle", "Reader", "bundle"]

_Key: TypeAlias = tuple[Path, Tokens]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One document without outside references.  Nobody changes *tree*."""

    name: str
    """What messages call the main document."""
    tree: dict[str, JSON] = field(repr=False)
    sources: tuple[Document, ...] = field(repr=False)
    """The files it was made of, the main one first."""
    sha256: str
    """Over the contents of all sources in the order of their names."""
    origins: dict[Tokens, Where] = field(repr=False, compare=False)
    """Where the parts were written that stand elsewhere in their file, or in another."""

    def position(self, pointer: str) -> Position:
        """Give the place of *pointer* in the file it was written in, as `Document.position` does."""
        where = origin(self.origins, tokens_of(pointer))
        return where.document.position(pointer_of(where.tokens))


def bundle(document: Document, *, root: Path | None = None, limits: Limits = STANDARD, reader: Reader = DISK) -> Bundle:
    """Pull into *document* what it refers to in files below *root*, by default the folder it is in.

    *reader* has these files.  Raises SpecError for a reference that is refused, leads nowhere or in a circle, and for
    files past *limits*.
    """
    work = _Bundling(document, root, limits, reader)
    work.run()
    sources = tuple(work.files.loaded.values())
    digests = "".join(source.content_sha256 for source in sorted(sources, key=lambda source: source.name))
    return Bundle(
        name=document.name,
        tree=work.tree,
        sources=sources,
        sha256=sha256(digests.encode()).hexdigest(),
        origins=work.origins,
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mapping or list of the output: what it is, where it is, where it was written."""

    value: dict[str, JSON] | list[JSON]
    kind: str
    out: Tokens
    source: Where
    via: frozenset[_Key] = frozenset()
    """The places whose text stands in for a reference above this; to come to one again is never to end."""


class _Bundling:
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
        self.references: list[tuple[dict[str, JSON], Where]] = []

    def run(self) -> None:
        while self.queue or self.targets:
            if self.queue:
                self.look(self.queue.popleft())
            else:
                self.look_at_target(*self.targets.popleft())
        self.check_targets()
        self.check_circles()

    def look(self, spot: _Spot) -> None:
        if spot.out in self.seen:
            return
        if len(spot.out) >= self.limits.depth:
            message = f'more than {self.limits.depth} levels of nesting, references copied in (limit "depth")'
            raise spot.source.error(message, "use components instead of nesting")
        if isinstance(spot.value, dict):
            ref = spot.value.get("$ref")
            if spot.kind == "mapping":
                self.rewrite_mapping(spot, spot.value)
            elif isinstance(ref, str) and self.stands_in(spot, spot.value, ref):
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
            return  # check_targets says so
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
                target = self.files.target(at.below("$ref"), ref)
                if target.document is not self.main and isinstance(target.value, dict):
                    self.components.setdefault((target.key, kind), out)

    def stands_in(self, spot: _Spot, holder: dict[str, JSON], ref: str) -> bool:
        """Rewrite the reference; or put what it means in its place and say True."""
        if ref.startswith("#") and spot.kind not in SECTIONS | {"operation"}:
            return False  # a member of a map that happens to be called $ref; mostly its indent is wrong
        at = spot.source.below("$ref")
        target = self.files.target(at, ref)
        if spot.kind not in SECTIONS or self.components.get((target.key, spot.kind)) == spot.out:
            self.stand_in(spot, holder, ref, target)
            return True
        holder["$ref"] = self.address(at, ref, spot.kind)
        self.references.append((holder, at))
        return False

    def stand_in(self, spot: _Spot, holder: dict[str, JSON], ref: str, target: Where) -> None:
        at = spot.source.below("$ref")
        if target.key in spot.via:
            raise at.error(f"{quoted(ref)} leads back to the text it stands in", "write the text out at one of them")
        try:
            value = self.copy(target.value, at)
        except KeyError:
            raise at.unresolved(ref, target.document.tree, target.tokens) from None
        if not isinstance(value, dict):
            raise at.error(f"{quoted(ref)} is not a mapping", "refer to a mapping")
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
        for name, ref in mapping.items():
            if isinstance(ref, str) and ("#" in ref or "/" in ref or ref.endswith((".json", ".yaml", ".yml"))):
                mapping[name] = self.address(spot.source.below(name), ref, "schemas")

    def address(self, at: Where, ref: str, kind: str) -> str:
        """Give what to write for *ref*, standing at *at*, in the output."""
        target = self.files.target(at, ref)
        if target.document is not self.main:
            return pointer_of(self.component(at, ref, target, kind))
        self.targets.append((target.tokens, kind))
        return ref if at.document is self.main and ref.startswith("#") else pointer_of(target.tokens)

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

    def check_targets(self) -> None:
        resolved: set[str] = set()
        for holder, at in self.references:
            ref = str(holder["$ref"])
            if ref not in resolved:
                try:
                    value_at(self.tree, tokens_of(ref))
                except KeyError:
                    raise at.unresolved(ref, self.tree, tokens_of(ref)) from None
                resolved.add(ref)

    def check_circles(self) -> None:
        """Refuse references that only lead to each other; to come back by way of a property is plain recursion."""
        ended: set[str] = set()
        for holder, at in self.references:
            trail: dict[str, None] = {}
            value: JSON = holder
            while isinstance(value, dict) and isinstance(ref := value.get("$ref"), str) and ref not in ended:
                if ref in trail:
                    circle = " -> ".join(quoted(step) for step in [*list(trail)[list(trail).index(ref) :], ref])
                    raise at.error(f"{circle} never leads to content", "write the object at one of them")
                trail[ref] = None
                value = value_at(self.tree, tokens_of(ref))
            ended.update(trail)


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
