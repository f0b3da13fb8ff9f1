"""Bring a changed tree into the text it was read from.

In: a text, its spans, the tree before and after.  Out: the text, other in those places only where the trees differ.
Never: touches a line that holds nothing of a difference; guesses: what it cannot place it refuses.

A removed member of a block takes the comments directly above it and those indented below it along, and one of the
blank lines around it.  A changed text keeps its folds, an inserted member is written as its neighbours are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from handbill_generator.load import JSON
from handbill_generator.round_trip import writing
from handbill_generator.round_trip.lines import Lines
from handbill_generator.round_trip.spans import Member, Span


class Unplaceable(Exception):
    """A difference that has no place of its own in the text; *offset* is the nearest."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def spliced(lines: Lines, root: Span, before: JSON, after: JSON) -> str:
    """Give the text with the difference between *before* and *after* in it; raises Unplaceable."""
    work = _Splicing(lines, writing.Indent(**_indents(lines, root)))
    work.value(root, before, after)
    return work.text()


def canonical(value: JSON) -> str:
    """Give what two equal values have in common; unlike `==` this tells 1 from true and 1.0, and knows the order."""
    return json.dumps(value)


@dataclass(slots=True)
class _Splicing:
    lines: Lines
    indent: writing.Indent
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def text(self) -> str:
        pieces: list[str] = []
        done = 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            if start < done:
                raise Unplaceable(start)
            pieces += [self.lines.text[done:start], re.sub(r"\r\n|\r|\n", self.lines.newline, new)]
            done = end
        return "".join([*pieces, self.lines.text[done:]])

    def value(self, span: Span, before: JSON, after: JSON) -> None:
        """Bring in the difference below a mapping, or below a list, that is one before and after."""
        if not before or not after:
            raise Unplaceable(span.start)
        if isinstance(before, dict) and isinstance(after, dict):
            self.mapping(span, before, after)
        elif isinstance(before, list) and isinstance(after, list):
            self.sequence(span, before, after)

    def mapping(self, span: Span, before: dict[str, JSON], after: dict[str, JSON]) -> None:
        old, new = list(before), list(after)
        if span.names() != old:
            self.merged(span, before, after)
            return
        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            pairs = list(zip(span.members[i:j], new[k:m], strict=False))
            if tag == "equal":
                for member, name in pairs:
                    self.member(span, member, before[name], after[name])
            elif j - i == m - k and all(_same(before[member.name], after[name]) for member, name in pairs):
                self.edits += [(member.start, member.key_end, self.key(span, name)) for member, name in pairs]
            else:
                self.region(span, i, j, [{name: after[name]} for name in new[k:m]])

    def merged(self, span: Span, before: dict[str, JSON], after: dict[str, JSON]) -> None:
        """Bring in other values of a mapping with a merge key, as far as they are its own."""
        own = {member.name: member for member in span.members}
        for name, value in before.items():
            if list(before) != list(after) or (name not in own and not _same(value, after[name])):
                raise Unplaceable(span.start)
            if name in own:
                self.member(span, own[name], value, after[name])

    def sequence(self, span: Span, before: list[JSON], after: list[JSON]) -> None:
        if len(span.members) != len(before):
            raise Unplaceable(span.start)
        for i, j, k, m in _differences([canonical(item) for item in before], [canonical(item) for item in after]):
            pairs = min(j - i, m - k)
            for index in range(pairs):
                self.member(span, span.members[i + index], before[i + index], after[k + index])
            if j - i != m - k:
                self.region(span, i + pairs, j, [[item] for item in after[k + pairs : m]])

    def member(self, parent: Span, member: Member, before: JSON, after: JSON) -> None:
        """Bring in another value of *member*."""
        span = member.value
        if _same(before, after):
            return
        if span.style == "*":
            raise Unplaceable(span.start)
        if span.kind != "scalar" and type(before) is type(after) and before and after:
            self.value(span, before, after)
        elif not parent.flow and (_is_block(span) or (isinstance(after, (dict, list)) and after)):
            self.edits.append((member.start, self.lines.rest(member.end), self.whole(parent, member, after)))
        else:
            new = self.in_flow(span, before, after) if parent.flow else self.in_block(parent, span, before, after)
            space = " " if span.start == span.end == member.lead_end else ""
            self.edits.append((span.start, span.end, space + new))

    def whole(self, parent: Span, member: Member, after: JSON) -> str:
        """Write *member* of a block anew, its key as it stands."""
        column = self.lines.column(member.start)
        if parent.kind == "list":
            lines = writing.block([after], self.indent, column)
        else:
            first, *rest = writing.block({"k": after}, self.indent, column)
            lines = [self.lines.text[member.start : member.lead_end] + first.removeprefix("k:"), *rest]
        comment = self.lines.text[member.end : self.lines.rest(member.end)]
        return ("\n" + " " * column).join([lines[0] + comment, *lines[1:]])

    def in_flow(self, span: Span, before: JSON, after: JSON) -> str:
        if self.lines.is_json:
            return self.json(after, span.start)
        return self.same_words(span, before, after, flow=True) or (
            writing.scalar(after, flow=True, quote=_quote(span)) if isinstance(after, str) else writing.flow(after)
        )

    def in_block(self, parent: Span, span: Span, before: JSON, after: JSON) -> str:
        kept = self.same_words(span, before, after, flow=False)
        if kept or not isinstance(after, str):
            return kept or writing.flow(after)
        column = self.lines.column(parent.members[0].start) + (2 if parent.kind == "list" else self.indent.step)
        room = 1 if span.style in (">", "|") else writing.WIDTH - self.lines.column(span.start)
        if _quote(span) or self.lines.rest(span.end) > span.end:
            return writing.scalar(after, quote=_quote(span))
        return writing.prose(after, column, room=room)

    def same_words(self, span: Span, before: JSON, after: JSON, *, flow: bool) -> str:
        """Give the text of a string with the changed words in their places, empty where that does not do."""
        if not isinstance(before, str) or not isinstance(after, str):
            return ""
        written = writing.reworded(self.lines.text[span.start : span.end], before, after)
        return written if written and writing.read_scalar(written, flow=flow) == after else ""

    def key(self, span: Span, name: str) -> str:
        if self.lines.is_json:
            return self.json(name, span.start)
        return writing.scalar(name, flow=span.flow)

    def json(self, value: JSON, offset: int) -> str:
        ascii_only = self.lines.text.isascii()
        if not self.lines.step:
            return json.dumps(value, ensure_ascii=ascii_only)
        indented = json.dumps(value, ensure_ascii=ascii_only, indent=self.lines.step)
        return indented.replace("\n", "\n" + self.lines.indent(offset))

    def region(self, span: Span, i: int, j: int, new: Sequence[JSON]) -> None:
        """Put *new*, mappings of one member or lists of one item, in the place of the members from *i* to *j*."""
        if span.flow:
            self.edits.append(self.in_brackets(span, i, j, [self.flow_member(span, part) for part in new]))
        else:
            column = self.lines.column(span.members[0].start)
            lines = [line for part in new for line in writing.block(part, self.indent, column)]
            self.edits.append(self.in_lines(span, i, j, lines, " " * column))

    def flow_member(self, span: Span, part: JSON) -> str:
        if self.lines.is_json:
            offset = span.members[0].start
            if isinstance(part, list):
                return self.json(part[0], offset)
            return ", ".join(
                f"{self.json(name, offset)}: {self.json(value, offset)}"
                for name, value in (part.items() if isinstance(part, dict) else ())
            )
        return writing.flow(part)[1:-1]

    def in_brackets(self, span: Span, i: int, j: int, parts: list[str]) -> tuple[int, int, str]:
        members = span.members
        if i == j:
            lead = self.lead(span, i, sum(map(len, parts)))
            joined = f",{lead}".join(parts)
            if i == 0:
                return members[0].start, members[0].start, f"{joined},{lead}"
            return members[i - 1].end, members[i - 1].end, f",{lead}{joined}"
        if parts:
            return members[i].start, members[j - 1].end, f",{self.lead(span, i, 0)}".join(parts)
        if i == 0 or (j < len(members) and self.lines.begins(members[i].start)):
            return members[i].start, members[j].start if j < len(members) else members[j - 1].end, ""
        return members[i - 1].end, members[j - 1].end, ""

    def lead(self, span: Span, i: int, length: int) -> str:
        """Give what stands behind a comma: a line break where the first member has one, or where it gets too long."""
        gap = re.match(r"\s*", self.lines.text[span.start + 1 :])
        if gap and re.search(r"[\r\n]", gap.group()):
            return gap.group()
        end = self.lines.column(self.lines.rest(span.members[max(i, 1) - 1].end))
        is_long = not self.lines.is_json and i > 0 and end + length + 2 > writing.WIDTH
        return "\n" + " " * self.lines.column(span.members[0].start) if is_long else " "

    def in_lines(self, span: Span, i: int, j: int, new: list[str], indent: str) -> tuple[int, int, str]:
        members, lines = span.members, self.lines
        if i == 0 and not lines.begins(members[0].start):
            return self.behind_dash(members, j, new, indent)
        column, bound = len(indent), members[i - 1].end if i else span.lead
        end = lines.end_of(members[j - 1].end, column) if j else lines.start_of(members[0].start, column, bound)
        start = lines.start_of(members[i].start, column, bound) if i < j else end
        body = "".join(f"{indent}{line}\n" if line else "\n" for line in new)
        if not new:
            start, end = lines.with_blank(start, end, bound, has_next=j < len(members), is_first=i == 0)
        elif i == j and self.spaced(span):
            body = f"\n{body}" if i else f"{body}\n"
        return lines.final(start, end, body)

    def behind_dash(self, members: list[Member], j: int, new: list[str], indent: str) -> tuple[int, int, str]:
        """Put *new* in the place of the first *j* members of a mapping or list that begins behind a dash: `- a: 1`."""
        start = end = members[0].start
        if j == len(members):
            return start, members[-1].end, f"\n{indent}".join(new)
        if j:
            end = self.lines.text_after(members[j - 1].end)
        return start, end, f"\n{indent}".join([*new, ""])

    def spaced(self, span: Span) -> bool:
        """Say whether blank lines stand between the members of a block."""
        pairs = zip(span.members, span.members[1:], strict=False)
        return any(self.lines.has_blank(first.end, second.start) for first, second in pairs)


def _differences(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Give the slices of two lists that differ: one by one where that is less, for items may be equal by chance."""
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found = [(i, j, k, m) for tag, i, j, k, m in opcodes if tag != "equal"]
    single = [(i, i + 1, i, i + 1) for i, (was, now) in enumerate(zip(old, new, strict=False)) if was != now]
    if len(old) == len(new) and len(single) <= sum(max(j - i, m - k) for i, j, k, m in found):
        return single
    return found


def _same(one: JSON, other: JSON) -> bool:
    return canonical(one) == canonical(other)


def _is_block(span: Span) -> bool:
    return span.kind != "scalar" and not span.flow


def _quote(span: Span) -> str:
    return span.style if span.style in ("'", '"') else ""


def _indents(lines: Lines, root: Span) -> dict[str, int]:
    """Read off the file how far mappings and dashes stand right of their keys: in the first that do."""
    found: dict[str, int] = {}
    waiting = [root]
    while waiting and len(found) < 2:
        span = waiting.pop()
        for member in span.members:
            inner = member.value
            if inner.kind != "scalar" and not inner.flow and span.kind == "mapping" and not span.flow:
                by = lines.column(inner.members[0].start) - lines.column(member.start)
                name = "dash" if inner.kind == "list" else "step"
                if by > 0 or name == "dash":
                    found.setdefault(name, by)
        waiting += [member.value for member in reversed(span.members)]
    return found
