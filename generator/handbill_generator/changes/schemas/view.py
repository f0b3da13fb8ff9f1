"""Read the schemas of one contract, as one direction sees them.

In: places of schemas.  Out: a `Node` for what holds at them together: `$ref` followed, `allOf` merged, what one
direction does not see left out.
Never: changes the set of values that are accepted; where a merge would, the part stays a condition of its own.

A property that is readOnly is not sent, one that is writeOnly not received (OpenAPI 3.1.0, section 4.8.24).
"""

from __future__ import annotations

from collections.abc import Mapping

from handbill_generator.changes.model import Direction
from handbill_generator.changes.schemas.merging import Merging
from handbill_generator.changes.schemas.node import Conjunction, Node
from handbill_generator.changes.schemas.source import Source
from handbill_generator.changes.schemas.unions import settled

_DEEPEST = 40
"""Unions inside of unions that are looked into at once; what is deeper is compared step by step, as all else is."""


class View:
    """One contract as one direction sees it."""

    def __init__(self, source: Source, direction: Direction) -> None:
        self.source = source
        self.hides = "readOnly" if direction is Direction.request else "writeOnly"
        self._nodes: dict[Conjunction, Node] = {}
        self._depth = 0

    def node(self, conjunction: Conjunction) -> Node:
        """Give what holds at these places together."""
        if conjunction not in self._nodes:
            self._nodes[conjunction] = self._read(conjunction)
        return self._nodes[conjunction]

    def branch(self, conjunction: Conjunction) -> Node | None:
        """Give the node of an alternative, None where that is too deep inside of others."""
        if conjunction in self._nodes:
            return self._nodes[conjunction]
        return self.node(conjunction) if self._depth < _DEEPEST else None

    def _read(self, conjunction: Conjunction) -> Node:
        self._depth += 1
        try:
            merging = Merging(self.source)
            merging.add(conjunction)
            while True:
                node = settled(merging.node(conjunction, hidden=self._hidden(merging.properties)), self.branch)
                if not self._settle(node, merging):
                    return node
        finally:
            self._depth -= 1

    def _settle(self, node: Node, merging: Merging) -> bool:
        """Take one keyword apart that comes to something simpler; false where there is none."""
        for group in node.groups:
            if len(group.branches) == 1 and "null" not in node.types:
                merging.settle(group.pointer, group.branches)
                return True
            branches = [self.branch(branch) for branch in group.branches]
            if all(branch and branch.finite is not None for branch in branches):
                listed = {k: v for branch in branches if branch for k, v in (branch.finite or {}).items()}
                if "null" in node.types:
                    listed["null"] = None
                merging.limit(group.pointer, listed.values())
                return True
        for negation in node.negations:
            inner = self.branch(negation)
            if inner and negation and inner.is_negation:
                merging.settle(negation[0], inner.negations)
                return True
        for condition in node.conditions:
            test = self.branch(condition.test)
            if test and (test.is_whole(node.types) or not test.types & node.types):
                is_met = test.is_whole(node.types)
                merging.settle(condition.pointer, [condition.then if is_met else condition.otherwise])
                return True
        return False

    def _hidden(self, properties: Mapping[str, list[str]]) -> frozenset[str]:
        return frozenset(
            name for name, places in properties.items() if any(self._says(place, self.hides) for place in places)
        )

    def _says(self, place: str, keyword: str) -> bool:
        """Whether a schema says `true` of a keyword, itself or by what it refers to."""
        waiting, seen = [place], set[str]()
        while waiting:
            place = waiting.pop()
            keywords = self.source.keywords(place)
            if place in seen or not isinstance(keywords, Mapping):
                continue
            seen.add(place)
            if keywords.get(keyword) is True:
                return True
            if isinstance(reference := keywords.get("$ref"), str):
                waiting.append(self.source.target(reference))
            if isinstance(members := keywords.get("allOf"), list):
                waiting += [
                    self.source.below(place, "allOf", str(i), keywords=member) for i, member in enumerate(members)
                ]
        return False
