"""Fields that one part of a page has and another has not.

In: what a page tells of an operation.  Out: findings.
Never: expects an example to have every field.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.elements import Elements, is_shown
from handbill_generator.docs.judging.told import BODY, EXAMPLES, FIELDS, SCHEMAS, Message, Told
from handbill_generator.docs.judging.wording import element, quoted
from handbill_generator.docs.model import VALUES, Attribute, Path, SourceKind

_LEAST_SHARED = 2


def fields(told: Told) -> Iterator[Finding]:
    """Find fields and names that the parts of a page do not share."""
    for message in told.messages:
        listed, schema = message.by(FIELDS), message.by(SCHEMAS)
        yield from _only_in(told, message, "field-only-in-fields", listed, schema)
        yield from _only_in(told, message, "field-only-in-openapi", schema, listed)
        yield from _opaque(told, message, listed, schema)
        yield from _in_examples(told, message)
        yield from _mentioned(told, message)
    yield from _renamed(told)
    yield from _mislabelled(told)


def _only_in(told: Told, message: Message, id: str, one: Elements, other: Elements) -> Iterator[Finding]:
    where, lacking = (
        ("list of fields", "OpenAPI block") if id.endswith("fields") else ("OpenAPI block", "list of fields")
    )
    for path in sorted(one.paths):
        if len(path) < 2 or path in other.paths or path[-1] == VALUES or not other.children.get(path[:-1]):
            continue
        yield told.finding(
            id,
            tuple(one.under(path)),
            f"{element(message.side, message.status, path)} is in the {where} and not in the {lacking}",
            "ask the provider which of the two is right",
            names=(path[-1],),
            path=path,
            attribute=Attribute.exists,
        )


def _opaque(told: Told, message: Message, listed: Elements, schema: Elements) -> Iterator[Finding]:
    for path in sorted(schema.paths):
        is_object = any(fact.value == "object" for fact in schema.of(path, Attribute.type))
        opaque = schema.of(path, Attribute.opaque)
        children = listed.children.get(path, ())
        if children and not schema.children.get(path) and (opaque or is_object):
            yield told.finding(
                "object-opaque",
                opaque or schema.of(path, Attribute.type),
                f"{element(message.side, message.status, path)} has no properties in the OpenAPI block, "
                f"and {len(children)} in the list of fields",
                "take the properties from the list of fields",
                others=tuple(fact for child in children for fact in listed.under(child)),
                path=path,
                attribute=Attribute.opaque,
            )


def _in_examples(told: Told, message: Message) -> Iterator[Finding]:
    """Find what is in examples of an object that is described without it."""
    described = message.plain.where(lambda fact: fact.source in FIELDS | SCHEMAS and not is_shown(fact))
    examples = message.by(EXAMPLES)
    for path in sorted(examples.children):
        if path[:1] != BODY or path not in described.paths or not described.paths.keys() - {path}:
            continue
        only = {child[-1] for child in examples.children[path]} - {
            child[-1] for child in described.children.get(path, ())
        }
        if VALUES in {child[-1] for child in described.children.get(path, ())}:
            continue
        unseen = _unseen(described, path, examples)
        pairs = {name: other for name in sorted(only) for other in sorted(unseen) if _is_one_name(name, other)}
        for name, other in pairs.items():
            yield _names_differ(told, message, examples, described, (*path, name), (*path, other))
        rest = sorted(only - pairs.keys())
        if rest and (path != BODY or described.children.get(path)):
            yield _children(told, message, examples, path, rest)


def _unseen(described: Elements, path: Path, examples: Elements) -> set[str]:
    """Give the names in lists of fields that no example has."""
    listed = {child[-1] for child in described.children.get(path, ())}
    return listed - {child[-1] for child in examples.children.get(path, ())}


def _names_differ(
    told: Told, message: Message, examples: Elements, described: Elements, shown: Path, listed: Path
) -> Finding:
    return told.finding(
        "field-names-differ",
        tuple(described.under(listed)),
        f"{element(message.side, message.status, listed)} is {quoted([shown[-1]])} in the example",
        "ask the provider for the name that is sent",
        others=tuple(examples.under(shown)),
        names=(listed[-1], shown[-1]),
        path=listed,
        attribute=Attribute.exists,
    )


def _children(told: Told, message: Message, examples: Elements, path: Path, names: list[str]) -> Finding:
    return told.finding(
        "children-only-in-example",
        tuple(fact for name in names for fact in examples.under((*path, name))),
        f"{quoted(names)} of {element(message.side, message.status, path)} are in the example, and not described",
        "ask the provider for the properties of the object",
        names=tuple(names),
        path=path,
        attribute=Attribute.exists,
    )


def _mentioned(told: Told, message: Message) -> Iterator[Finding]:
    """Find names of a sentence that no other part of the page has, on either side."""
    elsewhere = {fact.path[-1] for fact in told.facts if fact.path and fact.source is not SourceKind.prose}
    words = message.by({SourceKind.prose})
    for path in sorted(words.paths) if elsewhere else ():
        exists = words.of(path, Attribute.exists)
        # Of what has a type the sentence says more than the name.
        is_mention = bool(path[1:] and exists) and len(exists) == len(words.paths[path])
        if is_mention and path[-1] not in elsewhere:
            yield told.finding(
                "mentioned-not-shown",
                exists,
                f"{element(message.side, message.status, path)} is named in the text alone",
                "ask the provider what the field is",
                names=(path[-1],),
                path=path,
            )


def _renamed(told: Told) -> Iterator[Finding]:
    """Find a field that is sent under one name and comes back under another, with the same children."""
    sent, received = told.request.plain, told.success.plain
    names = {path[-1] for path in received.paths if path[:1] == BODY}
    sent_names = {path[-1] for path in sent.paths if path[:1] == BODY}
    for path in sorted(sent.children):
        for other in sorted(received.children):
            if path[:1] != BODY or len(path) < 2 or len(other) < 2 or path[-1] in names or other[-1] in sent_names:
                continue
            if (
                _is_one_name(path[-1], other[-1])
                and len(_names_in(sent, path) & _names_in(received, other)) >= _LEAST_SHARED
            ):
                yield told.finding(
                    "request-and-response-names-differ",
                    tuple(sent.under(path)),
                    f"{element(told.request.side, '', path)} comes back as {quoted([other[-1]])}",
                    "ask the provider whether they are one field",
                    others=tuple(received.under(other)),
                    names=(path[-1], other[-1]),
                    path=path,
                    attribute=Attribute.exists,
                )


def _mislabelled(told: Told) -> Iterator[Finding]:
    for fact in told.of(Attribute.mislabelled):
        where = f"the location {quoted([fact.value])}"
        what = quoted(fact.path[-1:]) if fact.path else "the credentials"
        yield told.finding(
            "parameter-mislabelled",
            [fact],
            f"the page gives {what} {where}, where it cannot be",
            "read it as credentials, which are sent in a header",
            names=fact.path[-1:],
        )


def _names_in(elements: Elements, path: Path) -> set[str]:
    return {child[-1] for child in elements.children.get(path, ())}


def _is_one_name(one: str, other: str) -> bool:
    """Say whether two names may mean the same: one ends with the other, or they differ in how they are written."""
    longer, shorter = sorted((_bare(one), _bare(other)), key=len, reverse=True)
    return bool(shorter) and longer.endswith(shorter)


def _bare(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())
