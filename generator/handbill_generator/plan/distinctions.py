"""Find the word that tells each alternative of a union from its siblings; it becomes part of the name of a class.

In: the alternatives, the discriminator, and what the manifest knows of the alternatives of the last run.
Out: a word for each, no two alike.
Never: counts while anything that can be said in a word differs, or depends on the order in which members stand.

A word depends on the siblings: a property that only one of them has tells nothing more when another gets it too.
So an alternative that looks like one of the last run keeps the word that it had there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from handbill_generator.contract import Schema
from handbill_generator.contract.nodes import join
from handbill_generator.plan.flatten import Flat, flatten
from handbill_generator.plan.names import pointer_in
from handbill_generator.plan.scalars import closed_values
from handbill_generator.text import class_name

Resolve = Callable[[str], Schema]
Marks = frozenset[str]
"""The properties by which an alternative is known again, with the way to them: `items/properties/id`."""

_ALIKE = 0.5
_DEEPEST = 4
_KINDS = {"array": "list", "boolean": "flag", "integer": "number", "object": "map", "string": "text"}


def distinctions(
    alternatives: Sequence[Schema], resolve: Resolve, *, discriminator: str = "", known: Mapping[str, Marks]
) -> list[str]:
    """Give the word for each of *alternatives*; *known* has the words of the last run with what stood behind them."""
    flats = [flatten(schema, resolve) for schema in alternatives]
    wanted = [list(_candidates(flat, flats, resolve, discriminator)) for flat in flats]
    kept = _kept(alternatives, wanted, known, resolve) if known else {}
    taken = {_folded(word) for word in kept.values()}
    words: list[str] = []
    for index, flat in enumerate(flats):
        word = kept.get(index) or next((w for w in wanted[index] if _folded(w) not in taken), "")
        number = index + 1
        while not word:
            word = f"Option{number}" if _folded(f"Option{number}") not in taken else ""
            number += 1
        words.append(word)
        if not flat.reference:
            taken.add(_folded(word))
    return words


def remembered(symbols: Mapping[str, str]) -> dict[str, dict[str, Marks]]:
    """Read from the manifest's *symbols* the alternatives of the last run: by the key of the union, then by word."""
    found: dict[str, dict[str, set[str]]] = {}
    for key, symbol in symbols.items():
        parts = pointer_in(key).split("/") if symbol.startswith("models.") else []
        for index, part in enumerate(parts[:-1]):
            if part == "oneOf" and parts[index - 1] != "properties":
                words = found.setdefault("/".join(parts[:index]), {})
                mark = _mark(parts[index + 2 :])
                words.setdefault(_unescaped(parts[index + 1]), set()).update([mark] if mark else [])
    return {base: {word: frozenset(marks) for word, marks in words.items()} for base, words in found.items()}


def _mark(parts: Sequence[str]) -> str:
    """Give the way to a property as `_marks` does; empty for what is no property, or one of an inner class."""
    way: list[str] = []
    rest = iter(parts)
    for part in rest:
        way.append(part)
        if part == "properties":
            name = next(rest, "").removesuffix("@request")
            return "" if next(rest, None) is not None else "/".join([*way, _unescaped(name)])
        if part == "oneOf":
            next(rest, None)
    return ""


def _marks(schema: Schema, resolve: Resolve, depth: int = 0) -> Iterator[str]:
    flat = flatten(schema, resolve)
    if flat.reference or depth > _DEEPEST:
        return
    yield from (f"properties/{name}" for name in flat.properties)
    if flat.is_object:
        return
    for key in ("items", "additionalProperties"):
        if isinstance(inner := flat.keywords.get(key), Mapping):
            part = Schema(keywords=inner, pointer=join(flat.pointer, key))
            yield from (f"{key}/{mark}" for mark in _marks(part, resolve, depth + 1))
    for alternative in flat.alternatives:
        yield from (f"oneOf/{mark}" for mark in _marks(alternative, resolve, depth + 1))


def _kept(
    alternatives: Sequence[Schema], wanted: Sequence[Sequence[str]], known: Mapping[str, Marks], resolve: Resolve
) -> dict[int, str]:
    """Match the alternatives with those of the last run, the most alike first."""
    scores: list[tuple[float, int, str]] = []
    for index, schema in enumerate(alternatives):
        marks = frozenset(_marks(schema, resolve))
        for word, before in known.items():
            alike = len(marks & before) / len(marks | before) if marks else 0.0
            # What would be called so anyway is the better one of two that look alike.
            alike += 1.0 if wanted[index][:1] == [word] and marks else 0.0
            if alike >= _ALIKE:
                scores.append((-alike, index, word))
    kept: dict[int, str] = {}
    for _, index, word in sorted(scores):
        if index not in kept and word not in kept.values():
            kept[index] = word
    return kept


# Words


def _candidates(flat: Flat, siblings: Sequence[Flat], resolve: Resolve, discriminator: str) -> Iterator[str]:
    """Give the words to try, the best first: what people wrote, then what differs, then what it is."""
    title = flat.keywords.get("title")
    if isinstance(title, str) and title.strip():
        yield title
    yield from _constants(flat, siblings, discriminator)
    names = _ordered(flat)
    shared = Counter(name for one in siblings for name in one.properties)
    yield from (name for name in names if shared[name] == 1)
    needed = Counter(name for one in siblings for name in one.required)
    yield from (name for name in names if name in flat.required and needed[name] == 1)
    if names:
        yield from names
    else:
        yield from _kinds(flat, resolve)


def _ordered(flat: Flat) -> list[str]:
    """Give the properties in an order that the document's has no part in."""
    return sorted(flat.properties, key=lambda name: (name not in flat.required, name))


def _constants(flat: Flat, siblings: Sequence[Flat], discriminator: str) -> Iterator[str]:
    """Give the single values of properties that no sibling has: first of the property that says so in most of them."""
    fixed = [_fixed(one) for one in siblings]
    counted = Counter(pair for one in fixed for pair in one.items())
    used = Counter(name for one in fixed for name in one)
    own = [(name, value) for name, value in _fixed(flat).items() if counted[name, value] == 1]
    for _, value in sorted(own, key=lambda pair: (pair[0] != discriminator, -used[pair[0]], pair)):
        yield value


def _fixed(flat: Flat) -> dict[str, str]:
    """Give the properties that have a single value, in words: a string for itself, another one with its property."""
    found: dict[str, str] = {}
    for name, member in flat.properties.items():
        values, _ = closed_values(member.keywords if isinstance(member.keywords, Mapping) else {})
        if len(values) == 1 and values[0] is not None:
            found[name] = values[0] if isinstance(values[0], str) else f"{name} {values[0]}"
    return found


def _kinds(flat: Flat, resolve: Resolve, depth: int = 0) -> Iterator[str]:
    """Say what an alternative without properties is: `list`, and `text list` where there are several lists."""
    stated = flat.keywords.get("type")
    kind = stated if isinstance(stated, str) else "array" if "items" in flat.keywords else ""
    word = _KINDS.get(kind, kind)
    if not word and flat.alternatives:
        yield "union"
    own = [word, *(str(flat.keywords[key]) for key in ("format",) if isinstance(flat.keywords.get(key), str))]
    inner = flat.keywords.get("items", flat.keywords.get("additionalProperties"))
    if word and isinstance(inner, Mapping) and depth < _DEEPEST:
        reference = inner.get("$ref")
        part = flatten(Schema(keywords=inner, pointer=join(flat.pointer, "items")), resolve)
        below = [reference.rpartition("/")[2]] if isinstance(reference, str) else _inner(part, resolve, depth)
        own += [f"{one} {word}" for one in below]
    yield from filter(None, own)


def _inner(part: Flat, resolve: Resolve, depth: int) -> Iterable[str]:
    title = part.keywords.get("title")
    named = [title] if isinstance(title, str) and title.strip() else []
    return [*named, *_ordered(part), *_kinds(part, resolve, depth + 1)]


def _folded(word: str) -> str:
    return class_name(word, fallback="Value").casefold()


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~").replace("%25", "%")
