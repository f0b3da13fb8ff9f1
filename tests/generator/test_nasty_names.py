"""Laws of names over a document in which everything is called as badly as it can be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .documents import call, document, emit, plan, ref
from .nasty_names import NAMES, nasty_document

READING = """
import importlib, json, pkgutil, sys
import shop
for module in pkgutil.walk_packages(shop.__path__, "shop."):
    importlib.import_module(module.name)
symbols, names = (json.loads(text) for text in sys.stdin.read().splitlines())
for key, value in {
    "everything": {name: str(number) for number, name in enumerate(names)},
    "inline": {name: {name: "1", "z": "2"} for name in names},
}.items():
    model = getattr(shop.models, symbols[f"#/components/schemas/{key}"].removeprefix("models."))
    read = model.model_validate(value)
    assert read.model_dump(mode="json") == value, key
    assert json.loads(read.model_dump_json()) == value, key
    assert not read.model_extra, key
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Emit the package once."""
    place = tmp_path_factory.mktemp("nasty")
    emit(nasty_document(), place)
    return place


def test_nasty_names_import_and_go_round(folder: Path) -> None:
    """Every module imports without a warning, and a model with every name gives back what it read."""
    symbols = json.loads((folder / "shop" / "handbill.json").read_text())["symbols"]
    given = f"{json.dumps(symbols)}\n{json.dumps(NAMES)}\n"
    command = [sys.executable, "-W", "error", "-c", READING]
    done = subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_nasty_names_type_check(folder: Path) -> None:
    """mypy --strict has nothing to say."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "shop"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


def test_no_operation_is_lost() -> None:
    """There is a method for every operation, and all names of a scope differ where file names ignore case, too."""
    source = nasty_document()
    package = plan(source)
    methods = [method for resource in package.resources for method in resource.methods]
    assert len(methods) == sum(len(item) for item in source["paths"].values())
    assert len({name.casefold() for name in package.symbols.values()}) == len(package.symbols)
    for resource in package.resources:
        for method in resource.methods:
            assert len({str(argument.name) for argument in method.arguments}) == len(method.arguments)


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("$", "dollar_sign"),
        ("😀", "grinning_face"),
        ("<=", "less_than_sign_equals_sign"),
    ],
)
def test_marks_have_words(wire: str, name: str) -> None:
    """A name without a letter is called after its characters, and not by a number."""
    schema = {"type": "object", "properties": {wire: {"type": "string"}}}
    package = plan(document(paths={"/x": {"get": call(gives=ref("Pet"))}}, schemas={"Pet": schema}))
    assert [str(field.name) for field in package.models.shapes[0].fields] == [name]
