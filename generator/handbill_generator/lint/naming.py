"""Rules about names.

In: a document.  Out: names of operations, components, tags and examples that are not written as such names are.
Never: judges names that are on the wire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.lint.places import listed
from handbill_generator.lint.rule import Linted, Problem, Rule
from handbill_generator.load import Tokens
from handbill_generator.load.source import shown

_CAMEL = re.compile(r"[a-z][A-Za-z0-9]*")
_CAMEL_WORDS = re.compile(r"[a-z][a-z0-9]*([A-Z][a-z0-9]*)+")
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
_PASCAL_SECTIONS = ("schemas", "parameters", "responses", "headers", "requestBodies", "examples")
_SMALL = frozenset("a an and as at by for from in of on or per the to with".split())


def operation_ids(linted: Linted) -> Iterator[Problem]:
    """Find operationIds that are not a verb and its object in camelCase."""
    for spot in linted.of("operation"):
        name = spot.value.get("operationId")
        if isinstance(name, str) and not _CAMEL_WORDS.fullmatch(name):
            message = f"the operationId {_quoted(name)} is not a verb and its object in camelCase"
            yield Problem((*spot.tokens, "operationId"), message, "write it like listCampaigns")


def components(linted: Linted) -> Iterator[Problem]:
    """Find names of components that are not PascalCase, or camelCase where they are security schemes."""
    sections = linted.bundle.tree.get("components")
    for section, members in sections.items() if isinstance(sections, dict) else ():
        for name in members if isinstance(members, dict) else ():
            tokens = ("components", section, name)
            if section in _PASCAL_SECTIONS and not _PASCAL.fullmatch(name):
                yield _miswritten(tokens, "component", "PascalCase", "CampaignList")
            if section == "securitySchemes" and not _CAMEL.fullmatch(name):
                yield _miswritten(tokens, "security scheme", "camelCase", "apiKey")


def tags(linted: Linted) -> Iterator[Problem]:
    """Find names of declared tags that are not in Title Case."""
    for _, tokens, tag in listed(linted.bundle.tree, (), "tags", "tag"):
        if isinstance(name := tag.get("name"), str) and not _is_title(name):
            message = f"the name of the tag {_quoted(name)} is not in Title Case"
            yield Problem((*tokens, "name"), message, "write it like Mailing Lists")


def declared(linted: Linted) -> Iterator[Problem]:
    """Find operations that have no tag, several, or one that is not declared; callbacks need none."""
    known = {str(tag.get("name")) for _, _, tag in listed(linted.bundle.tree, (), "tags", "tag")}
    for spot in linted.of("operation"):
        used = spot.value.get("tags")
        if "callbacks" in spot.tokens[:-3] or not isinstance(used, list | None):
            continue
        if len(used or ()) != 1:
            message = "the operation has no tag" if not used else f"the operation has {len(used)} tags"
            yield Problem((*spot.tokens, "tags") if used else spot.tokens, message, "give it exactly one")
        for index, name in enumerate(used or ()):
            if isinstance(name, str) and name not in known:
                message = f"the tag {_quoted(name)} is not declared"
                yield Problem((*spot.tokens, "tags", str(index)), message, "declare it under tags, or correct it")


def examples(linted: Linted) -> Iterator[Problem]:
    """Find names of examples, where they are used, that are not camelCase."""
    for spot in linted.of("examples"):
        is_component = spot.tokens[0] == "components" and len(spot.tokens) == 3
        if not is_component and not _CAMEL.fullmatch(spot.tokens[-1]):
            yield _miswritten(spot.tokens, "example", "camelCase", "lastPage")


def _is_title(name: str) -> bool:
    words = name.split(" ")
    begun = [not word[:1].islower() and word != "" for word in words]
    return bool(words) and begun[0] and all(ok or word in _SMALL for ok, word in zip(begun, words, strict=True))


def _miswritten(tokens: Tokens, what: str, case: str, example: str) -> Problem:
    return Problem(tokens, f"the name of the {what} {_quoted(tokens[-1])} is not {case}", f"write it like {example}")


def _quoted(name: str) -> str:
    return f'"{shown(name)}"'


RULES = (
    Rule("operation-id-name", "An operationId is a verb and its object in camelCase.", operation_ids),
    Rule("component-name", "Components are named in PascalCase, security schemes in camelCase.", components),
    Rule("tag-name", "Tags are named in Title Case.", tags),
    Rule("tag-declared", "Every operation has exactly one tag, which is declared.", declared),
    Rule("example-name", "Examples are named in camelCase where they are used.", examples),
)
