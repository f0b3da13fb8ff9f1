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


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Actions, in their order, that correct what *why* says; not *is_known* where somebody is to write the update."""

    why: str
    actions: tuple[dict[str, JSON], ...]
    is_known: bool

    @property
    def target(self) -> str:
        """The normalised path of what is wrong."""
        return str(self.actions[-1]["target"])


def suggested(tree: JSON, pointer: str, *, why: str, hint: str = "") -> Suggestion | None:
    """Give the actions for what stands at *pointer* of *tree*; None where nothing of the tree is meant.

    *hint* says in words what to write.
    """
    tokens = _reached(tree, tokens_of(pointer))
    if not tokens:
        return None
    value = value_at(tree, tokens)
    if tokens[:-1] == ("paths",) and not tokens[-1].startswith(("/", "x-")):
        return Suggestion(why=why, actions=tuple(_renamed(tree, tokens, f"/{tokens[-1]}")), is_known=True)
    told = _told(value, why, hint)
    if isinstance(value, str) and not told and len(value) > _SHORT:
        tokens = tokens[:-1]
        value = value_at(tree, tokens)
    update: JSON = {} if isinstance(value, dict) else [] if isinstance(value, list) else value
    action: dict[str, JSON] = {"target": normalised(tree, tokens), "update": told or update}
    return Suggestion(why=why, actions=(action,), is_known=bool(told))


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
        lines.append(f"  # {one_line(suggestion.why).encode('ascii', 'backslashreplace').decode()}")
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


def _renamed(tree: JSON, tokens: Tokens, name: str) -> Iterator[dict[str, JSON]]:
    """Give the actions that give a member of a mapping another name (Overlay 1.1.0, "Move Example")."""
    above = normalised(tree, tokens[:-1])
    yield {"target": above, "update": {name: {}}}
    yield {"target": f"{above}{normalised({name: {}}, (name,))[1:]}", "copy": normalised(tree, tokens)}
    yield {"target": normalised(tree, tokens), "remove": True}


def _told(value: JSON, why: str, hint: str) -> JSON:
    """Give the update that *hint* tells, if it does: for a text, or for the member of a mapping that *why* quotes."""
    if isinstance(value, str):
        return _nearest(value, hint)
    if isinstance(value, dict):
        quoted = [(key, text) for key, text in value.items() if isinstance(text, str) and f'"{text}"' in why]
        return {key: word for key, text in quoted if (word := _nearest(text, hint))}
    return None


def _nearest(text: str, hint: str) -> str | None:
    """Give the word of *hint* that *text* nearly is, if there is one: it names what may stand there."""
    words = re.findall(r'"([^"]+)"', hint) or re.findall(r"[\w$-]+", hint)
    close = get_close_matches(text[:_LONGEST], [word for word in words if len(word) <= 200], n=1)
    return close[0] if close and close[0] != text else None
