"""The names that a document and its schemas give themselves: `$self`, `$id`, `$anchor`, `$dynamicAnchor`.

In: the tree of one file.  Out: which URI and which anchor names which place of it, and what a reference is relative to.
Never: follows a reference, loads a file.

Source: JSON Schema 2020-12 core, section 8.2; OpenAPI 3.2, section 4.1.2 (`$self`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from ..load import JSON, Tokens

KEYWORDS = frozenset({"$self", "$id", "$anchor", "$dynamicAnchor"})
"""The keywords that give names."""

DYNAMIC = frozenset({"$dynamicRef", "$recursiveRef"})
"""The keywords that refer to what is only known while a value is checked."""

_DATA = frozenset({"const", "default", "enum", "example", "examples"})
_MAPS = frozenset({"$defs", "definitions", "dependentSchemas", "patternProperties", "properties", "schemas"})


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The names in one file.  A resource is the document, or a schema with an `$id`, by the tokens of its place."""

    bases: dict[Tokens, str] = field(default_factory=lambda: {(): ""})
    """The URI of each resource, empty where the document has none."""
    uris: dict[str, Tokens] = field(default_factory=dict[str, Tokens])
    anchors: dict[tuple[Tokens, str], Tokens] = field(default_factory=dict[tuple[Tokens, str], Tokens])
    """The place of each anchor, by its resource and its name."""
    dynamic: dict[str, list[Tokens]] = field(default_factory=dict[str, list[Tokens]])
    """The places of the anchors that are dynamic, by name."""

    def resource(self, tokens: Tokens) -> Tokens:
        """Give the resource that the place at *tokens* is a part of."""
        return next(tokens[:length] for length in range(len(tokens), -1, -1) if tokens[:length] in self.bases)

    def anchor(self, resource: Tokens, name: str) -> Tokens | None:
        """Give the place of the anchor *name*: in its *resource*, or else the first of that name in the file."""
        if found := self.anchors.get((resource, name)):
            return found
        return next((place for (_, other), place in self.anchors.items() if other == name), None)


def identifiers(tree: JSON) -> Identifiers:
    """Find the names in *tree*; what looks like one in an example is none."""
    found = Identifiers()
    waiting: list[tuple[Tokens, JSON, Tokens, bool]] = [((), tree, (), False)]
    while waiting:
        tokens, value, resource, is_map = waiting.pop()
        if isinstance(value, list):
            waiting += [((*tokens, str(index)), item, resource, False) for index, item in enumerate(value)]
        elif isinstance(value, dict):
            resource = resource if is_map else _named(found, tokens, value, resource)
            waiting += [
                ((*tokens, name), member, resource, name in _MAPS and not is_map)
                for name, member in value.items()
                if isinstance(member, (dict, list)) and (is_map or name not in _DATA)
            ]
    return found


def _named(found: Identifiers, tokens: Tokens, value: dict[str, JSON], resource: Tokens) -> Tokens:
    """Add the names of the mapping at *tokens*, and give the resource that it is a part of."""
    stated = value.get("$self") if not tokens and "$self" in value else value.get("$id")
    if isinstance(stated, str):
        location, _, fragment = stated.partition("#")
        if location and (uri := joined(found.bases[resource], location)):
            found.bases[tokens] = uri
            found.uris.setdefault(uri, tokens)
            resource = tokens
        elif fragment:  # how drafts 6 and 7 wrote an anchor
            found.anchors.setdefault((resource, fragment), tokens)
    for keyword in ("$anchor", "$dynamicAnchor"):
        if isinstance(name := value.get(keyword), str):
            found.anchors.setdefault((resource, name), tokens)
            if keyword == "$dynamicAnchor":
                found.dynamic.setdefault(name, []).append(tokens)
    return resource


def joined(base: str, location: str) -> str:
    """Resolve *location* against *base* (RFC 3986, section 5), both without fragments; empty where that is no URI."""
    try:
        return urljoin(base, location)
    except ValueError:
        return ""


def mappings(tree: JSON) -> Iterator[dict[str, JSON]]:
    """Go through every mapping in *tree*, level by level."""
    level: list[JSON] = [tree]
    while level:
        below: list[JSON] = []
        for value in level:
            if isinstance(value, dict):
                yield value
                below += [member for member in value.values() if isinstance(member, (dict, list))]
            elif isinstance(value, list):
                below += [item for item in value if isinstance(item, (dict, list))]
        level = below
