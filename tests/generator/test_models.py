"""Laws of `models` and `engine`: the models are what datamodel-code-generator writes for the same schemas."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.pipeline import templates_folder
from handbill_generator.plan import Package, annotations, engine
from handbill_generator.plan.engine import ModelsError

from .documents import both_ways, call, document, plan, ref, types_of

PET = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "petName": {"type": "string"}}}
SOURCE = both_ways({"Pet": PET, "Kind": {"type": "string", "enum": ["a"]}}, takes="Pet", gives="Kind")


def fake(change: Callable[[str, list[dict[str, Any]]], str]) -> Callable[..., str]:
    """Make an engine whose text and account *change* changes."""
    real = getattr(engine, "generate")  # noqa: B009  # the engine's own, which `engine` only imports

    def generate(*arguments: Any, emit_model_metadata: Path, **options: Any) -> str:
        source = str(real(*arguments, emit_model_metadata=emit_model_metadata, **options))
        account = json.loads(emit_model_metadata.read_text(encoding="utf-8"))
        source = change(source, account["models"])
        emit_model_metadata.write_text(json.dumps(account), encoding="utf-8")
        return source

    return generate


def compare(package: Package) -> None:
    engine.compare_models(package.models, templates_folder() / "models")


def test_the_phrases_are_those_of_the_engine() -> None:
    """What is kept of the engine's spelling is what the engine spells today."""
    assert json.loads(annotations.PHRASES.read_text()) == engine.phrases(templates_folder() / "models")


def pet(told: list[dict[str, Any]]) -> dict[str, Any]:
    return next(model for model in told if model["class_name"] == "Pet")


def renamed_class(source: str, told: list[dict[str, Any]]) -> str:
    pet(told)["class_name"] = "Pet1"
    return source


def renamed_field(source: str, told: list[dict[str, Any]]) -> str:
    pet(told)["fields"][1]["name"] = "name"
    return source


def other_wire_name(source: str, told: list[dict[str, Any]]) -> str:
    pet(told)["fields"][1]["original_name"] = "pet_name"
    return source


def optional_made_required(source: str, told: list[dict[str, Any]]) -> str:
    pet(told)["fields"][1]["required"] = True
    return source


def lost_field(source: str, told: list[dict[str, Any]]) -> str:
    pet(told)["fields"].pop()
    return source


def lost_class(source: str, told: list[dict[str, Any]]) -> str:
    told.remove(pet(told))
    return source


def added_class(source: str, told: list[dict[str, Any]]) -> str:
    told.append({**pet(told), "source_ref": "#/components/schemas/Other", "class_name": "Other"})
    return source


def text_instead(line: str) -> Callable[[str, list[dict[str, Any]]], str]:
    return lambda source, _: f"{source}\n{line}\n"


@pytest.mark.parametrize(
    "change",
    [
        renamed_class,
        renamed_field,
        other_wire_name,
        optional_made_required,
        lost_field,
        lost_class,
        added_class,
        text_instead("class Other: pass"),
        text_instead("print('hello')"),
        text_instead("import os"),
        text_instead("from os import system"),
        text_instead("from pydantic import create_model"),
        text_instead("other: int = 1"),
        text_instead("if True: pass"),
        lambda source, _: source.replace("class Pet(", "class Dog("),
        lambda source, _: source.replace("    id: str", "    id: str = print()"),
        lambda source, _: source.replace("    id: str", "    id: str\n    def f(self) -> None: ..."),
        lambda source, _: source.replace("    id: str", "    id: str = Field(default=print(1))"),
    ],
)
def test_a_difference_stops_the_run(change: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A class, field or statement that is not what was planned is an error of ours, never a silent rename."""
    monkeypatch.setattr(engine, "generate", fake(change))
    with pytest.raises(ModelsError):
        compare(plan(SOURCE))


def test_the_engine_agrees() -> None:
    """Left alone, the engine writes what was planned."""
    compare(plan(SOURCE))
    assert types_of(plan(SOURCE)) == {
        "Pet.id": "str",
        "Pet.pet_name": 'Annotated[str | MISSING, Field(alias="petName")] = MISSING',
        "Kind": 'Literal["a"] | str',
    }


def test_an_alias_stands_behind_what_it_names() -> None:
    """Aliases are evaluated where they stand; classes may stand in the order of the document."""
    schemas = {
        "First": {"type": "array", "items": ref("Second")},
        "Second": {"type": "array", "items": ref("Third")},
        "Third": {"type": "object", "properties": {"first": ref("Kind")}},
        "Kind": {"enum": ["a"]},
    }
    names = [str(definition.name) for definition in plan(both_ways(schemas, gives="First")).models.definitions]
    assert names.index("First") > names.index("Second") > names.index("Third")


def test_only_what_is_used_is_imported() -> None:
    """`models.py` has no import that nothing needs."""
    imports = plan(SOURCE).models.imports
    assert {str(module): [str(name) for name in names] for module, names in imports.items()} == {
        "._model": ["Model"],
        "pydantic": ["Field", "MISSING"],
        "typing": ["Annotated", "Literal", "TypeAlias"],
    }


def test_a_document_needs_no_models() -> None:
    """An API whose operations neither take nor give JSON is an API all the same."""
    assert plan(document(paths={"/ping": {"post": call()}})).models.shapes == ()


def test_a_document_needs_no_operations() -> None:
    """A document without paths gives a client without methods."""
    assert plan(document()).resources == ()
