"""Suggest the overlay that corrects a document.

In: a tree, and pointers at what is wrong in it.  Out: actions, and the text of an overlay that holds them.
Never: guesses what is not told: where the correction is not known, the action says what is there now, and so changes
nothing until somebody edits it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from handbill_generator.diagnostics import one_line
from handbill_generator.load import JSON, Tokens, tokens_of, value_at
from handbill_generator.overlay.queries import normalised

_LONGEST = 100  # difflib is quadratic, and a document says how long its texts are
_SHORT = 60
"""Longer texts are not repeated; what they stand in is the target then."""
_WORDS: dict[str, tuple[str, ...]] = {
    "in": ("path", "query", "querystring", "header", "cookie"),
    "style": ("simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"),
    "type": ("string", "number", "integer", "boolean", "object", "array", "null"),
}
"""The words that a key of OpenAPI may have."""
_UNDECLARED = re.compile(r'path parameter "(.+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """What is wrong at *pointer*: *said* is the one line that tells it, with all of the words below.

    *told* are words that say what to write.  A loss has *what* was lost, and what it *became*.
    """

    pointer: str
    said: str
    told: str
    what: str = ""
    became: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Actions, in their order, that correct what is *wrong*; not *is_known* where somebody is to write the update."""

    wrong: Wrong
    actions: tuple[dict[str, JSON], ...]
    is_known: bool

    @property
    def target(self) -> str:
        """The normalised path of what is wrong."""
        return str(self.actions[-1]["target"])


def suggested(tree: JSON, wrong: Wrong) -> Suggestion | None:
    """Give the actions for what is *wrong* in *tree*; None where no part of it is meant."""
    tokens = _reached(tree, tokens_of(wrong.pointer))
    if not tokens:
        return None
    value = value_at(tree, tokens)
    if several := tuple(_several(tree, tokens, value)):
        return Suggestion(wrong=wrong, actions=several, is_known=True)
    known = _correction(tokens[-1], value, wrong)
    if known is None and isinstance(value, str) and len(value) > _SHORT:
        tokens = tokens[:-1]
        value = value_at(tree, tokens)
    update: JSON = {} if isinstance(value, dict) else [] if isinstance(value, list) else value
    action: dict[str, JSON] = {"target": normalised(tree, tokens), "update": update if known is None else known}
    return Suggestion(wrong=wrong, actions=(action,), is_known=known is not None)


def overlay_text(suggestions: Iterable[Suggestion], *, extends: str, title: str) -> str:
    """Give an overlay, in YAML, with these actions; *extends* is the path of the document from where it will be."""
    lines = [
        "overlay: 1.1.0",
        "info:",
        f"  title: {_written(f'Corrections of {title}')}",
        "  version: 1.0.0",
        f"extends: {_written(extends)}",
        "actions:",
    ]
    for suggestion in suggestions:
        lines.append(f"  # {one_line(suggestion.wrong.said).encode('ascii', 'backslashreplace').decode()}")
        if not suggestion.is_known:
            lines.append("  # To be written; as it stands, this changes nothing.")
        for action in suggestion.actions:
            (first, value), *others = action.items()
            lines.append(f"  - {first}: {_written(value)}")
            lines += [f"    {key}: {_written(member)}" for key, member in others]
    return "\n".join(lines) + "\n"


def _written(value: JSON) -> str:
    """Write a value as JSON in ASCII that is YAML too: YAML does not know surrogate pairs."""
    return re.sub(r"[^\x20-\x7e]", lambda found: _escaped(found[0]), json.dumps(value, ensure_ascii=False))


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _reached(tree: JSON, tokens: Tokens) -> Tokens:
    """Give *tokens* as far as they lead to something."""
    for length in range(len(tokens), 0, -1):
        try:
            value_at(tree, tokens[:length])
        except KeyError:
            continue
        return tokens[:length]
    return ()


def _several(tree: JSON, tokens: Tokens, value: JSON) -> Iterator[dict[str, JSON]]:
    """Give the actions that correct what takes more than one, nothing for anything else; the last is at *tokens*."""
    *above, name = tokens
    here: dict[str, JSON] = {"target": normalised(tree, tokens), "remove": True}
    if above == ["paths"] and not name.startswith(("/", "x-")):
        yield from _renamed(tree, tokens, f"/{name}")
    elif name == "nullable" and value is True:
        schema = value_at(tree, above)
        if isinstance(schema, dict) and isinstance(stated := schema.get("type"), str):
            # A list takes the place of a text only where that is gone.
            yield {"target": normalised(tree, (*above, "type")), "remove": True}
            yield {"target": normalised(tree, tuple(above)), "update": {"type": [stated, "null"]}}
            yield here
    elif name == "required" and value is True and above[-2:-1] == ["properties"]:
        yield {"target": normalised(tree, tuple(above[:-2])), "update": {"required": [above[-1]]}}
        yield here


def _renamed(tree: JSON, tokens: Tokens, name: str) -> Iterator[dict[str, JSON]]:
    """Give the actions that give a member of a mapping another name (Overlay 1.1.0, "Move Example")."""
    above = normalised(tree, tokens[:-1])
    yield {"target": above, "update": {name: {}}}
    yield {"target": f"{above}{normalised({name: {}}, (name,))[1:]}", "copy": normalised(tree, tokens)}
    yield {"target": normalised(tree, tokens), "remove": True}


def _correction(name: str, value: JSON, wrong: Wrong) -> JSON:
    """Give the update that corrects the *value* of the member *name*, None where that is not told."""
    if isinstance(value, dict):
        if found := _UNDECLARED.fullmatch(wrong.what if "declares" in wrong.said else ""):
            return {"parameters": [{"name": found[1], "in": "path", "required": True, "schema": {"type": "string"}}]}
        quoted = [(key, text) for key, text in value.items() if isinstance(text, str) and f'"{text}"' in wrong.said]
        return {key: word for key, text in quoted if (word := _word(key, text, wrong))} or None
    if isinstance(value, str) and value.lower() in ("true", "false") and "boolean" in wrong.told:
        return value.lower() == "true"
    return _word(name, value, wrong) if isinstance(value, str) else None


def _word(name: str, text: str, wrong: Wrong) -> str | None:
    """Give what is to stand in place of *text*: what it was read as, or the word that it nearly is."""
    words = _WORDS.get(name, ())
    if wrong.became in words:
        return wrong.became
    told = re.split(r"\b(?:write|use) ", wrong.told, maxsplit=1)[1:]
    told = re.findall(r'"([^"]+)"', told[0]) or re.findall(r"[\w$-]+", told[0]) if told else []
    close = get_close_matches(text[:_LONGEST], [word for word in (*told, *words) if len(word) <= 200], n=1)
    return close[0] if close and close[0] != text else None
