"""The mistakes that a machine can mend.

In: the tree of a file as `round_trip` gives it, and the tokens of a problem in it.  Out: the tree, changed in place.
Never: renames what is part of an interface, decides what only a person can know, changes more than a problem asks.

What is not here is left alone for a reason: an undeclared path parameter has no evident type, a missing description
no evident words, and the name of a component is the name of a class.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from handbill_generator.lint.rule import Fix
from handbill_generator.lint.style import judged, spelled
from handbill_generator.load import Tokens, value_at
from handbill_generator.round_trip import written
from handbill_generator.text import identifier

_METHODS = frozenset("get put post delete options head patch trace query".split())
_TEXTS = frozenset("description summary title name operationId termsOfService pattern format".split())
_LIMITS = frozenset("minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains".split())
_NUMBERS = frozenset(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"))
_FLAGS = frozenset(
    "required deprecated readOnly writeOnly nullable uniqueItems explode allowReserved allowEmptyValue".split()
)
_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

_WORD = re.compile(r"(?<![\w./@:#$-])[^\W\d_][\w'-]*(?![\w/@]|[.:]\w)")
_ENDED = re.compile("[.][)\"'`*_\u201d\u2019]*\\Z")
_OPEN_END = re.compile(r"[\w)`\"'%]\Z")
_LAST_IS_URL = re.compile(r"\S*://\S*\Z")
_BLOCK = re.compile(r"^[ \t]*(?:[-*+|>] ?|\d+[.)] |```)", re.MULTILINE)
_LOWER_WORD = re.compile(r"[a-z]+(?=[\s,])")
# Behind one of these "id" is a word; alone it may be the name of a field whose backticks are missing.
_DETERMINED = re.compile(r"\b(?:an?|the|this|that|its|their|each|every|any|no|one|whose|\w+'s)\s+(?:\w+\s+)?\Z", re.I)


def remove_component(root: Any, tokens: Tokens) -> bool:
    """Remove a component, then a section that is empty now, then `components`."""
    return _remove(root, tokens, emptied=2)


def remove_evidence(root: Any, tokens: Tokens) -> bool:
    """Remove from docs.yaml a holder or a member that is not there any more, or a source that is not used.

    An undeclared source, and a ruling about something that is gone, are left to a person.
    """
    match tokens:
        case ("evidence", _) | ("sources", _):
            return _remove(root, tokens)
        case ("evidence", _, _, _):
            return _remove(root, tokens, emptied=2)
        case ("rulings", _, "members", _):
            return len(_at(root, tokens[:-1]) or ()) > 1 and _remove(root, tokens)
    return False


def retype(root: Any, tokens: Tokens) -> bool:
    """Mend what is not valid OpenAPI by its type alone: see the functions below."""
    holder = _at(root, tokens[:-1])
    if isinstance(holder, dict) and tokens[-1] in holder:
        value = holder[tokens[-1]]
        for right in (_as_text, _as_flag, _as_number):
            if (better := right(tokens, value, holder)) is not None:
                holder[tokens[-1]] = better
                return True
    return _require(_at(root, tokens)) or _remove_twin(root, tokens)


def _as_text(tokens: Tokens, value: Any, _: Any) -> str | None:
    """Take a number that stands where text must for the text it was written as: `version: 1.10`."""
    return written(value) if tokens == ("info", "version") or tokens[-1] in _TEXTS else None


def _as_flag(tokens: Tokens, value: Any, holder: Any) -> bool | None:
    """Take the word of a boolean for the boolean; a parameter of the path is required (OpenAPI 3.1.0, 4.8.12.2)."""
    if tokens[-1] == "required" and value is False and holder.get("in") == "path":
        return True
    return _BOOLEANS.get(value.lower()) if tokens[-1] in _FLAGS and isinstance(value, str) else None


def _as_number(tokens: Tokens, value: Any, _: Any) -> int | float | None:
    """Take a limit in quotes for the number."""
    if not isinstance(value, str) or tokens[-1] not in _LIMITS | _NUMBERS:
        return None
    if re.fullmatch(r"0|[1-9][0-9]{0,14}", value) or (
        tokens[-1] in _NUMBERS and re.fullmatch(r"-[1-9]\d{0,14}", value)
    ):
        return int(value)
    return float(value) if tokens[-1] in _NUMBERS and re.fullmatch(r"-?\d{1,9}\.\d{0,5}[1-9]", value) else None


def _require(parameter: Any) -> bool:
    if not isinstance(parameter, dict) or parameter.get("in") != "path" or "required" in parameter:
        return False
    _insert(parameter, "required", True, behind="in")
    return True


def _remove_twin(root: Any, tokens: Tokens) -> bool:
    """Remove a tag or parameter that an earlier one of the same list says in the same words."""
    if len(tokens) < 2 or tokens[-2] not in ("tags", "parameters") or not tokens[-1].isdecimal():
        return False
    members = _at(root, tokens[:-1])
    index = int(tokens[-1])
    if not isinstance(members, list) or index >= len(members) or members[index] not in members[:index]:
        return False
    return _remove(root, tokens)


def add_operation_id(root: Any, tokens: Tokens) -> bool:
    """Add the operationId from which the method of the client gets the name that it has without one."""
    operation = _at(root, tokens)
    if not isinstance(operation, dict) or "operationId" in operation or len(tokens) != 3 or tokens[0] != "paths":
        return False
    parts = [part.strip("{}") for part in tokens[1].split("/") if part]
    name = identifier("_".join([tokens[2].lower(), *parts]), fallback="call")
    camel = _camel(name)
    if identifier(camel, fallback="call") != name or camel in _operation_ids(root):
        return False
    _insert(operation, "operationId", camel, behind="tags")
    return True


def _operation_ids(value: Any) -> set[Any]:
    found: set[Any] = set()
    waiting = [value]
    while waiting:
        match waiting.pop():
            case dict() as members:
                found.add(str(members.get("operationId")))
                waiting += members.values()
            case list() as items:
                waiting += items
            case _:
                pass
    return found


def rename_example(root: Any, tokens: Tokens) -> bool:
    """Give an example a name in camelCase; nothing calls it by its name."""
    name = tokens[-1]
    holder = _at(root, tokens[:-1])
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", name)
    camel = _camel("_".join(words))
    if not isinstance(holder, dict) or name not in holder or not camel[:1].isalpha() or not name.isascii():
        return False
    if camel in holder:
        return False
    members = {camel if key == name else key: value for key, value in holder.items()}
    holder.clear()
    holder.update(members)
    return True


def polish(root: Any, tokens: Tokens) -> bool:
    """Mend the form of a description, a summary or a sentence of docs.yaml: its begin, its end, the spelling."""
    text = _at(root, tokens)
    if not isinstance(text, str) or not text.strip():
        return False
    is_summary = tokens[-1] == "summary"
    better = _begun(_spelled(text))
    if tokens[-1] in ("description", "chosen", "why", "covers"):
        better = _ended(better)
    elif is_summary and tokens[-2] in _METHODS and not better.rstrip().endswith(".."):
        better = re.sub(r"\.(\s*)\Z", r"\1", better)
    _at(root, tokens[:-1])[tokens[-1]] = better
    return better != text


def _spelled(text: str) -> str:
    pieces: list[str] = []
    done = 0
    for match in _WORD.finditer(judged(text)):
        pieces += [text[done : match.start()], _word(match[0], text[: match.start()])]
        done = match.end()
    return "".join([*pieces, text[done:]])


def _word(word: str, before: str) -> str:
    parts = [word] if word.lower().startswith("e-mail") else word.split("-")
    return "-".join(_part(part, before) for part in parts)


def _part(part: str, before: str) -> str:
    bare = part.removesuffix("'s")
    right = spelled(bare) if bare else None
    if right is None or (bare.islower() and not right.islower() and not _DETERMINED.search(before)):
        return part
    return right + part[len(bare) :]


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:] if _LOWER_WORD.match(text) else text


def _ended(text: str) -> str:
    said = text.rstrip()
    if (
        _ENDED.search(said)
        or not _OPEN_END.search(said)
        or _LAST_IS_URL.search(said)
        or _BLOCK.search(said.split("\n\n")[-1])
    ):
        return text
    return f"{said}.{text[len(said) :]}"


def _camel(snake: str) -> str:
    first, *rest = snake.split("_")
    return first.lower() + "".join(word[:1].upper() + word[1:].lower() for word in rest)


def _at(root: Any, tokens: Tokens) -> Any:
    try:
        return value_at(root, tokens)
    except KeyError:
        return None


def _remove(root: Any, tokens: Tokens, *, emptied: int = 0) -> bool:
    """Remove what stands at *tokens*, and up to *emptied* levels above it that hold nothing then."""
    holder = _at(root, tokens[:-1])
    if isinstance(holder, dict) and tokens[-1] in holder:
        del holder[tokens[-1]]
    elif isinstance(holder, list) and tokens[-1].isdecimal() and int(tokens[-1]) < len(holder):
        del holder[int(tokens[-1])]
    else:
        return False
    if emptied and len(tokens) > 1 and not holder:
        _remove(root, tokens[:-1], emptied=emptied - 1)
    return True


def _insert(mapping: dict[str, Any], name: str, value: Any, *, behind: str) -> None:
    """Put a member behind the one called *behind*, or first."""
    members = list(mapping.items())
    place = list(mapping).index(behind) + 1 if behind in mapping else 0
    members.insert(place, (name, value))
    mapping.clear()
    mapping.update(members)


FIXES: Mapping[str, Fix] = {
    "component-unused": remove_component,
    "description-style": polish,
    "evidence-current": remove_evidence,
    "example-name": rename_example,
    "openapi-valid": retype,
    "operation-id-present": add_operation_id,
    "ruling-complete": polish,
}
"""What mends the findings of a rule, by its id."""
