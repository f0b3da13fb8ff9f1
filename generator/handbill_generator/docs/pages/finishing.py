"""Makes a page of what was noted while it was read.

In: `Notes`, complete.  Out: the facts of a `Page`, each with its operation.
Never: reads text for fields; takes names for more than they are when it decides where loose fields belong.
"""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from handbill_generator.docs.model import (
    SUCCESS,
    Attribute,
    Confidence,
    Fact,
    Format,
    Page,
    Path,
    Side,
    SourceKind,
    Value,
    sorted_facts,
)
from handbill_generator.docs.pages.notes import Loose, Notes, Sentence, about
from handbill_generator.docs.pages.operations import Operations, settled, variables
from handbill_generator.docs.words.examples import echoes
from handbill_generator.docs.words.names import matching_name
from handbill_generator.docs.words.rules import read_rules
from handbill_generator.docs.words.statuses import StatusSaid, read_statuses


def finished(notes: Notes, *, name: str, format: Format, lines: int) -> Page:
    """Give the page; *lines* is how many it has."""
    operations = settled(notes.statements, notes.headings, _path_parameters(notes), lines + 1)
    facts: list[Fact] = []
    for fact, statement in notes.facts:
        operation = fact.operation or (operations.of_samples.get(statement, "") if statement else "")
        facts.append(replace(fact, operation=operation or operations.at(fact.line)))
    facts += _stated(notes, operations)
    for loose in notes.loose:
        facts += _placed(loose, facts, operations)
    facts += _told(notes.sentences, facts, operations)
    facts += _echoed(notes, operations)
    return Page(name=name, format=format, facts=sorted_facts(facts), links=tuple(dict.fromkeys(notes.links)))


def _path_parameters(notes: Notes) -> tuple[str, ...]:
    found = {
        fact.path[1]: None
        for fact, _ in sorted(notes.facts, key=lambda noted: noted[0].line)
        if fact.path[:1] == ("path",) and len(fact.path) == 2 and fact.attribute is Attribute.exists
    }
    return tuple(found)


def _stated(notes: Notes, operations: Operations) -> Iterator[Fact]:
    """Give the facts that a page states an operation, and the base addresses that its samples call."""
    for said in notes.statements:
        source = SourceKind.sample if said.is_sample else SourceKind.tag
        confidence = Confidence.shown if said.is_sample else Confidence.stated
        fact = about(Side.neither, Attribute.exists, True, line=said.line, source=source, confidence=confidence)
        fact = replace(fact, operation=operations.of_samples[said])
        yield fact
        if server := operations.servers.get(said):
            yield replace(fact, attribute=Attribute.server, value=server)


def _placed(loose: Loose, facts: Sequence[Fact], operations: Operations) -> Iterator[Fact]:
    """Give the facts of loose fields with their places: what the address has is of the path, and the rest is together
    where most of their names are known from samples and examples, else where the method has its parameters."""
    line = loose.facts[0].line
    operation = operations.at(line)
    names = {fact.path[1] for fact in loose.facts}
    known = [fact for fact in facts if fact.operation == operation and len(fact.path) > 1]
    in_path = set(variables(operation)) & names if loose.section.side is not Side.response else set()
    where = _most_alike(names - in_path, known, loose)
    for fact in loose.facts:
        place = (Side.request, "", "path") if fact.path[1] in in_path else where
        if place:
            side, status, location = place
            yield replace(fact, operation=operation, side=side, status=status, path=(location, *fact.path[1:]))


def _most_alike(names: set[str], known: Sequence[Fact], loose: Loose) -> tuple[Side, str, str] | None:
    """Say where fields called *names* are, by where most of them are known to be."""
    if not names:
        return None
    side = loose.section.side
    counts: dict[tuple[Side, str, str], set[str]] = {}
    for fact in known:
        if fact.path[0] != "path" and fact.path[1] in names and side in (None, fact.side):
            counts.setdefault((fact.side, fact.status, fact.path[0]), set()).add(fact.path[1])
    if counts:
        return max(counts, key=lambda place: (len(counts[place]), place[0] is Side.request, place[1] == SUCCESS, place))
    if side is None and not any(fact.attribute is Attribute.type for fact in loose.facts):
        return None
    if side is Side.response:
        return side, loose.section.status or SUCCESS, "body"
    method = known[0].operation.partition(" ")[0] if known else loose.facts[0].operation.partition(" ")[0]
    return Side.request, "", "query" if method in ("GET", "DELETE", "HEAD") else "body"


class _Elements:
    """The elements of the requests of one operation, by their names: the first one of each."""

    def __init__(self) -> None:
        self.references: dict[str, Path] = {}
        self.bodies: dict[str, Path] = {}
        self._inside: dict[Path, dict[str, Path]] = {}

    def add(self, path: Path) -> None:
        """Add the element at *path*."""
        if path[0] != "header":
            self.references.setdefault(path[-1], path)
        if path[0] == "body":
            self.bodies.setdefault(path[-1], path)
            self._inside.setdefault(path[:-1], {})[path[-1]] = path

    def near(self, parent: Path) -> Mapping[str, Path]:
        """Give the elements of the body, those inside of *parent* before others of the same name."""
        return ChainMap(self._inside.get(parent, {}), self.bodies)


def _told(sentences: Sequence[Sentence], facts: Sequence[Fact], operations: Operations) -> Iterator[Fact]:
    """Give what sentences say of statuses and of a body as a whole."""
    elements: defaultdict[str, _Elements] = defaultdict(_Elements)
    for fact in facts:
        if fact.side is Side.request and fact.attribute is Attribute.exists and len(fact.path) > 1:
            elements[fact.operation].add(fact.path)
    for sentence in sentences:
        operation = operations.at(sentence.line)
        for said in read_statuses(sentence.text):
            found = _status(said, sentence, elements[operation].references)
            yield from (replace(fact, operation=operation) for fact in found)
        if sentence.section.side is not Side.response:
            yield from (replace(fact, operation=operation) for fact in _rules(sentence, elements[operation]))


def _status(said: StatusSaid, sentence: Sentence, references: Mapping[str, Path]) -> Iterator[Fact]:
    fact = _inferred(Side.response, Attribute.exists, True, sentence, status=said.status)
    yield fact
    for code in said.codes:
        yield replace(fact, attribute=Attribute.code, value=code)
    if said.causes > 1:
        yield replace(fact, attribute=Attribute.causes, value=said.causes)
    for noun in said.missing:
        name = matching_name(noun, references)
        if name:
            yield _inferred(Side.request, Attribute.missing_status, said.status, sentence, path=references[name])


def _rules(sentence: Sentence, elements: _Elements) -> Iterator[Fact]:
    """Give rules about the body, or about the object that the field is in which a description is of."""
    inside = sentence.owner[:-1] if sentence.owner[:1] == ("body",) else ("body",)
    named = elements.near(inside)
    for owner, attribute, value in read_rules(sentence.text, named):
        if attribute is Attribute.exists:
            continue
        path = named.get(owner, inside) if owner else inside
        if attribute is Attribute.required_together:
            path = named.get(str(value).partition(" | ")[0], (*inside, ""))[:-1]
        yield _inferred(Side.request, attribute, value, sentence, path=path)


def _inferred(
    side: Side, attribute: Attribute, value: Value, sentence: Sentence, *, status: str = "", path: Path = ()
) -> Fact:
    return about(
        side,
        attribute,
        value,
        line=sentence.line,
        source=SourceKind.prose,
        status=status,
        path=path,
        confidence=Confidence.inferred,
    )


def _echoed(notes: Notes, operations: Operations) -> Iterator[Fact]:
    """Give what the first example of a response shows otherwise than the first request of the same operation."""
    first: dict[tuple[str, Side], int] = {}
    for at, body in enumerate(notes.bodies):
        of_sample = operations.of_samples.get(body.statement, "") if body.statement else ""
        first.setdefault((of_sample or operations.at(body.line), body.side), at)
    for (operation, side), at in first.items():
        answer = first.get((operation, Side.response))
        if side is Side.request and answer is not None:
            for path in echoes(notes.bodies[at].value, notes.bodies[answer].value):
                echoed = about(
                    Side.request,
                    Attribute.echoed,
                    False,
                    line=notes.bodies[answer].line,
                    source=SourceKind.example,
                    path=("body", *path),
                    confidence=Confidence.shown,
                )
                yield replace(echoed, operation=operation)
