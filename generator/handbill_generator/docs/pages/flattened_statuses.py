"""Say what the sentences of a page tell of answers: statuses, error codes, what is missing, how many causes.

In: text and the names of what a request may refer to.  Out: facts.
Never: finds a meaning for a noun that could mean two fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from handbill_generator.docs.model import MAX_TOKEN, Attribute, Confidence, Fact, Path, Side, SourceKind
from handbill_generator.docs.words.names import matching_name
from handbill_generator.docs.words.statuses import read_statuses

MAX_REFERENCES = 200
"""The most elements that a noun is held against."""


def exists(status: str, *, line: int, source: SourceKind, confidence: Confidence) -> Fact:
    """Give the fact that there is an answer with *status*."""
    return Fact(
        side=Side.response,
        status=status,
        attribute=Attribute.exists,
        value=True,
        source=source,
        confidence=confidence,
        line=line,
    )


def said_of_statuses(text: str, line: int, references: Mapping[str, Path]) -> Iterator[Fact]:
    """Read *text*; *references* are the elements of the request that something can be missing for, by name."""
    for said in read_statuses(text):
        fact = exists(said.status, line=line, source=SourceKind.prose, confidence=Confidence.inferred)
        yield fact
        for code in said.codes:
            yield replace(fact, attribute=Attribute.code, value=code[:MAX_TOKEN])
        if said.causes > 1:
            yield replace(fact, attribute=Attribute.causes, value=said.causes)
        for noun in said.missing:
            name = matching_name(noun, references)
            if name is not None:
                yield replace(
                    fact,
                    side=Side.request,
                    status="",
                    path=references[name],
                    attribute=Attribute.missing_status,
                    value=said.status,
                )


def references(paths: Iterable[Path]) -> dict[str, Path]:
    """Give by name the elements of a request that name something; a variable of the path before a field of the body."""
    found: dict[str, Path] = {}
    for path in sorted(paths, key=lambda path: (path[0] != "path", len(path), path)):
        if len(found) < MAX_REFERENCES:
            found.setdefault(path[-1], path)
    return found
