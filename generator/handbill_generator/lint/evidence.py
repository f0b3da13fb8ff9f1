"""Rules about docs.yaml, which says what the contract rests on.

In: a document and its evidence.  Out: what no source documents, what is documented and not there, unfinished rulings.
Never: reads a source; says more than one thing where there is no docs.yaml.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from handbill_generator.evidence import FILE, Entry, Evidence, Ruling, Source, target_of, text_of, written
from handbill_generator.lint.places import outside
from handbill_generator.lint.rule import Linted, Problem, Rule, Spot
from handbill_generator.load import JSON, Tokens, value_at
from handbill_generator.load.source import shown

_KEBAB = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_URL = re.compile(r"https?://\S+")
_DATE = re.compile(r"[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?")
_SENTENCE = re.compile(r"[A-Z0-9`\"(].*\.[)\"]?", re.DOTALL)
_PLAIN = re.compile(r"(?!(?:true|false|null)$)[A-Za-z_][\w.-]*", re.IGNORECASE)


class _Member(NamedTuple):
    what: str
    tokens: Tokens


def present(linted: Linted) -> Iterator[Problem]:
    """Find that there is no docs.yaml; the other rules have nothing to say then."""
    if linted.evidence is None:
        hint = f"write {FILE}, with sources, evidence and rulings"
        yield Problem((), f"no {FILE} stands beside the document", hint)


def complete(linted: Linted) -> Iterator[Problem]:
    """Find operations without an entry, and members that stand neither under a source nor in a ruling."""
    if linted.evidence is None:
        return
    entered = {target_of(entry.holder) for entry in linted.evidence.entries}
    documented = _documented(linted.evidence)
    for spot, members in _holders(linted):
        if spot.kind == "operation" and spot.tokens not in entered:
            yield Problem(spot.tokens, f"{FILE} has no entry for the operation", _entry_hint(spot, members))
            continue
        for name, member in members.items():
            if name not in documented[spot.tokens]:
                hint = f"write {_yaml(name)} under a source of {written(spot.tokens)} in {FILE}, or in a ruling at it"
                yield Problem(member.tokens, f'no source documents the {member.what} "{shown(name)}"', hint)


def current(linted: Linted) -> Iterator[Problem]:
    """Find what docs.yaml names and is not there."""
    if evidence := linted.evidence:
        holders = {spot.tokens: set(members) for spot, members in _holders(linted)}
        for entry in evidence.entries:
            yield from _in_file(evidence, _stale_entry(linted, holders, entry))
        for ruling in evidence.rulings:
            yield from _in_file(evidence, _stale_ruling(linted, holders, ruling))
        yield from _in_file(evidence, _sources(evidence))


def rulings_complete(linted: Linted) -> Iterator[Problem]:
    """Find sources and rulings that leave out what they have to say."""
    if evidence := linted.evidence:
        unfinished = (*map(_source, evidence.sources.values()), *map(_ruling, evidence.rulings))
        yield from _in_file(evidence, chain.from_iterable(unfinished))


def _holders(linted: Linted) -> Iterator[tuple[Spot, dict[str, _Member]]]:
    """Give operations, and schemas with members; a condition (`if`) states nothing that a source could document."""
    for spot in outside(linted, "if"):
        if spot.kind == "operation":
            yield spot, dict(_of_operation(linted, spot))
        elif spot.kind == "schemas" and (members := dict(_of_schema(spot))):
            yield spot, members


def _of_operation(linted: Linted, spot: Spot) -> Iterator[tuple[str, _Member]]:
    above = spot.tokens[:-2] if spot.tokens[-2] == "additionalOperations" else spot.tokens[:-1]
    for holder, at in ((value_at(linted.bundle.tree, above), above), (spot.value, spot.tokens)):
        parameters = holder.get("parameters") if isinstance(holder, dict) else None
        for index, value in enumerate(parameters if isinstance(parameters, list) else ()):
            parameter, _ = linted.resolved(value, ())
            if isinstance(parameter, dict) and isinstance(name := parameter.get("name"), str):
                yield name, _Member("parameter", (*at, "parameters", str(index)))
    responses = spot.value.get("responses")
    for status in responses if isinstance(responses, dict) else ():
        if not status.startswith("x-"):
            yield status, _Member("status", (*spot.tokens, "responses", status))


def _of_schema(spot: Spot) -> Iterator[tuple[str, _Member]]:
    if "const" in spot.value:
        yield text_of(spot.value["const"]), _Member("value", (*spot.tokens, "const"))
    values = spot.value.get("enum")
    for index, value in enumerate(values if isinstance(values, list) else ()):
        yield text_of(value), _Member("value", (*spot.tokens, "enum", str(index)))
    properties = spot.value.get("properties")
    for name in properties if isinstance(properties, dict) else ():
        yield name, _Member("property", (*spot.tokens, "properties", name))


def _documented(evidence: Evidence) -> defaultdict[Tokens, set[str]]:
    known: defaultdict[Tokens, set[str]] = defaultdict(set)
    stated = [(entry.holder, entry.members) for entry in evidence.entries]
    for pointer, members in (*stated, *((ruling.at, ruling.members) for ruling in evidence.rulings)):
        if (holder := target_of(pointer)) is not None:
            known[holder].update(members)
    return known


def _entry_hint(spot: Spot, members: dict[str, _Member]) -> str:
    names = shown(", ".join(map(_yaml, members)), 200)
    return f"write {written(spot.tokens)} under evidence, and below it SOURCE: [{names}]"


def _yaml(name: str) -> str:
    """Give *name* as an item of a YAML list."""
    return shown(name if _PLAIN.fullmatch(name) else text_of([name])[1:-1])


def _stale_entry(linted: Linted, holders: dict[Tokens, set[str]], entry: Entry) -> Iterator[Problem]:
    at = entry.tokens[:-1]
    target = target_of(entry.holder)
    if target not in holders:
        message = f"{_quoted(entry.holder)} is neither an operation nor a schema with members"
        yield from _nowhere(linted, entry.holder, at) or [Problem(at, message, "remove the entry")]
    else:
        yield from _strangers(holders[target], entry.members, entry.holder, entry.tokens)


def _stale_ruling(linted: Linted, holders: dict[Tokens, set[str]], ruling: Ruling) -> Iterator[Problem]:
    if nowhere := _nowhere(linted, ruling.at, (*ruling.tokens, "at")):
        yield from nowhere
    else:
        known = holders.get(target_of(ruling.at) or (), set())
        yield from _strangers(known, ruling.members, ruling.at, (*ruling.tokens, "members"))


def _nowhere(linted: Linted, pointer: str, at: Tokens) -> list[Problem]:
    """Say that *pointer*, standing at *at* of docs.yaml, leads to nothing; say nothing where it leads to something."""
    target = target_of(pointer)
    if target is None:
        return [Problem(at, f"{_quoted(pointer)} is not a JSON pointer", "begin it with a slash: /components/...")]
    try:
        value_at(linted.bundle.tree, target)
    except KeyError as missing:
        message = f"{_quoted(pointer)} leads nowhere: there is no {_quoted(str(missing.args[0]))}"
        return [Problem(at, message, "correct the pointer, or remove what rests on it")]
    return []


def _strangers(known: set[str], members: tuple[str, ...], holder: str, at: Tokens) -> Iterator[Problem]:
    for index, name in enumerate(members):
        if name not in known:
            message = f"{_quoted(name)} is no member of {shown(holder, 200)}"
            yield Problem((*at, str(index)), message, "correct the name, or remove it")


def _sources(evidence: Evidence) -> Iterator[Problem]:
    used = [(entry.source, entry.tokens) for entry in evidence.entries]
    used += [(name, (*ruling.tokens, "says", name)) for ruling in evidence.rulings for name in ruling.says]
    for name, at in used:
        if name not in evidence.sources:
            yield Problem(at, f"the source {_quoted(name)} is not declared", "declare it under sources, or correct it")
    for name in evidence.sources.keys() - {name for name, _ in used}:
        yield Problem(("sources", name), f"nothing rests on the source {_quoted(name)}", "write what it documents")


def _source(source: Source) -> Iterator[Problem]:
    at = source.tokens
    if not _KEBAB.fullmatch(source.name):
        yield Problem(at, f"the name {_quoted(source.name)} is not kebab-case", "write it like page-2026-03")
    if not source.url and not source.file:
        yield Problem(at, "the source has neither url nor file", "add the one where it can be read")
    if source.url and not _URL.fullmatch(source.url):
        yield Problem((*at, "url"), f"{_quoted(source.url)} is not a URL", "begin it with https://")
    if source.date and not _DATE.fullmatch(source.date):
        yield Problem((*at, "date"), f"{_quoted(source.date)} is not a date", "write it like 2026-03-28 or 2026-03")
    yield from _said(at, "date", source.date)
    yield from _sentence(at, "covers", source.covers)


def _ruling(ruling: Ruling) -> Iterator[Problem]:
    yield from _said(ruling.tokens, "at", ruling.at)
    if not ruling.says:
        yield Problem(ruling.tokens, '"says" is missing', "add what each source states")
    for name, fact in ruling.says.items():
        if not fact:
            yield Problem((*ruling.tokens, "says", name), f"what {_quoted(name)} says is left out", "add the fact")
    yield from _sentence(ruling.tokens, "chosen", ruling.chosen)
    yield from _sentence(ruling.tokens, "why", ruling.why)


def _said(at: Tokens, key: str, text: str) -> Iterator[Problem]:
    if not text:
        yield Problem(at, f'"{key}" is missing', "add it")


def _sentence(at: Tokens, key: str, text: str) -> Iterator[Problem]:
    yield from _said(at, key, text)
    if text and not _SENTENCE.fullmatch(text):
        yield Problem((*at, key), f'"{key}" is not a sentence', "begin it with a capital and end it with a period")


def _quoted(text: JSON) -> str:
    return f'"{shown(str(text), 200)}"'


def _in_file(evidence: Evidence, problems: Iterator[Problem]) -> Iterator[Problem]:
    return (Problem(found.tokens, found.message, found.hint, evidence.document) for found in problems)


RULES = (
    Rule("evidence-present", "A docs.yaml stands beside the document.", present),
    Rule(
        "evidence-complete",
        "Each operation has an entry in docs.yaml, each parameter, status, property and value a source or a ruling.",
        complete,
    ),
    Rule("evidence-current", "What docs.yaml names is there; every source is declared and used.", current),
    Rule("ruling-complete", "Every ruling and every source in docs.yaml says all it has to.", rulings_complete),
)
