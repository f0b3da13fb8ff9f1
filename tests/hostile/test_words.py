"""Laws against hostile words: whatever stands anywhere in a document, the package is inert and says nothing."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

import pytest
from handbill_generator.diagnostics import SpecError

from .documents import PLACES, everywhere, named
from .emitting import emitted
from .guard import deeds
from .payloads import ADDRESSES, ALL, BREAKOUTS, MARKUP, NAMES, PATTERNS

DOCUMENTS = 16
AT_ONCE = len(PLACES) // 4

# How a careless template writes a word into a program.
CARELESS = {
    "docstring": 'def f():\n    """@"""\nf()\n',
    "other docstring": "def f():\n    '''@'''\n",
    "comment": "# @\n",
    "literal": 'x = "@"\n',
    "other literal": "x = '@'\n",
    "format": 'x = f"@"\n',
    "name": "@ = 1\n",
    "annotation": "class X:\n    x: int = @\n",
    "class": "class @:\n    pass\n",
    "argument": "def f(x=(@)):\n    pass\n",
}


def words(number: int) -> dict[str, str]:
    """Give the words of one document: over all documents each word stands somewhere, each place is used, none alike."""
    start = number * AT_ONCE
    chosen = islice(cycle(ALL), start, start + AT_ONCE)
    # 37 has no divisor with the number of places: the places of one document lie apart.
    return {PLACES[37 * (start + index) % len(PLACES)]: word for index, word in enumerate(chosen)}


def test_there_are_enough_of_both() -> None:
    """Over all documents each word is used, and each place."""
    assert len(PLACES) > 120
    assert len(PLACES) % 37
    used = [words(number) for number in range(DOCUMENTS)]
    assert {word for found in used for word in found.values()} == set(ALL)
    assert {place for found in used for place in found} == set(PLACES)


@pytest.mark.parametrize("form", CARELESS)
def test_the_words_bite(form: str, tmp_path: Path) -> None:
    """Written by a careless template, words of the corpus do what they want, and the guard sees it."""
    for number, word in enumerate(BREAKOUTS):
        text = CARELESS[form].replace("@", word)
        try:
            compile(text, "careless", "exec")
        except (SyntaxError, ValueError):
            continue
        root = tmp_path / f"{number}"
        root.mkdir()
        (root / f"careless{number}.py").write_bytes(text.encode("utf-8"))
        if "DEED" in deeds(root, warnings="ignore"):
            return
    pytest.fail("no word of the corpus does anything here")


@pytest.mark.parametrize("part", range(4))
def test_hostile_words_stay_words(part: int, tmp_path: Path) -> None:
    """Every word of the corpus, all over a document: the package is emitted and inert, or the document is refused."""
    roots = []
    for number in range(part, DOCUMENTS, 4):
        source = everywhere(named(words(number)))
        found = emitted(source, tmp_path / f"{number}" / "all", f"package{number}")
        if not isinstance(found, SpecError):
            roots.append(found)
    assert roots
    assert deeds(*roots) == ""


@pytest.mark.parametrize("place", ["schema", "property", "operation", "tag", "query", "webhook", "security scheme"])
def test_hostile_names_get_names(place: str, tmp_path: Path) -> None:
    """Names that would shadow, collide, climb or overflow, all of them in one document, are each another name."""
    names = [name for name in (*NAMES, *PATTERNS, *MARKUP, *ADDRESSES) if "\n" not in name]
    source = everywhere(named({}))
    operation = {"responses": {"200": {"description": "d"}}}
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    match place:
        case "schema":
            source["components"]["schemas"] |= dict.fromkeys(names, schema)
        case "property":
            members = {name: {"type": "string"} for name in names}
            source["components"]["schemas"]["first"]["properties"] |= members
        case "operation":
            found = {f"/x{n}": {"get": operation | {"operationId": name}} for n, name in enumerate(names)}
            source["paths"] |= found
        case "tag":
            source["paths"] |= {f"/x{n}": {"get": operation | {"tags": [name]}} for n, name in enumerate(names)}
        case "query":
            parameters = [{"name": name, "in": "query", "schema": {}} for name in names]
            source["paths"]["/x"] = {"get": operation | {"parameters": parameters}}
        case "webhook":
            hook = {"requestBody": {"content": {"application/json": {"schema": schema}}}, **operation}
            source["webhooks"] |= {name: {"post": hook} for name in names}
        case _:
            scheme = {"type": "http", "scheme": "bearer"}
            source["components"]["securitySchemes"] |= dict.fromkeys(names, scheme)
            source["security"] = [{name: []} for name in names]
    root = emitted(source, tmp_path / "all", "named")
    assert isinstance(root, Path), root
    assert deeds(root) == ""
