"""Laws of old names: what the contract renames can be called as before, with a warning, for one version of the API."""

from __future__ import annotations

import asyncio
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.manifest import dump_manifest, parse_manifest
from handbill_generator.pipeline import Build, build, publish
from handbill_generator.plan import plan_package
from handbill_generator.plan.aliases import OldName

from .documents import JSON, call, document, read, ref, target
from .editing import own

STRING = {"type": "string"}
ID = {"name": "id", "in": "path", "required": True, "schema": STRING}
BEFORE = document(
    paths={
        "/pets/{id}": {
            "get": call(operationId="getPet", tags=["Pets"], gives=ref("Pet"), parameters=[ID]),
            "put": call(operationId="changePet", tags=["Pets"], takes=ref("Pet"), gives=ref("Pet"), parameters=[ID]),
        },
        "/pets": {"get": call(operationId="listPets", tags=["Pets"], gives={"type": "array", "items": ref("Pet")})},
    },
    schemas={
        "Pet": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": STRING,
                "petName": STRING,
                "home": {"type": "object", "properties": {"street": STRING}},
            },
        }
    },
    tags=[{"name": "Pets"}],
)


def renamed(source: JSON) -> JSON:
    """Name a class, its fields, its methods and its resource otherwise."""
    changed = own(source)
    pet, paths = changed["components"]["schemas"]["Pet"], changed["paths"]
    pet["x-handbill-name"] = "Animal"
    pet["properties"]["petName"]["x-handbill-name"] = "label"
    paths["/pets/{id}"]["get"]["x-handbill-name"] = "fetch_one"
    paths["/pets/{id}"]["put"]["x-handbill-name"] = "rewrite"
    paths["/pets"]["get"]["x-handbill-name"] = "everything"
    changed["tags"][0]["x-handbill-name"] = "animals"
    return changed


def emitted(folder: Path, source: JSON, *, aliases: bool = True) -> Build:
    """Emit the package of a document over that of the last run."""
    (folder / "api.json").write_text(json.dumps(source), encoding="utf-8")
    built = build(replace(target(folder / "api.json", folder), aliases=aliases))
    publish(built)
    return built


def old_names(built: Build) -> dict[str, str]:
    return {old["name"]: old["key"] for old in built.manifest.old_names}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], ModuleType]]:
    """Give what imports the package after both runs."""
    emitted(tmp_path, BEFORE)
    emitted(tmp_path, renamed(BEFORE))
    monkeypatch.syspath_prepend(str(tmp_path))

    def forget() -> None:
        for name in [name for name in sys.modules if name.partition(".")[0] == "shop"]:
            del sys.modules[name]

    forget()
    yield lambda: importlib.import_module("shop")
    forget()


def answer(request: httpx2.Request) -> httpx2.Response:
    pet = {"id": "p1", "petName": "Rex"}
    return httpx2.Response(200, json=[pet] if request.url.path == "/pets" else pet)


def test_old_names_work_and_warn(shop: Callable[[], Any]) -> None:
    """The old attribute, methods, field and class do what the new ones do, and say what these are."""
    package = shop()
    with package.Shop(http_client=httpx2.Client(transport=httpx2.MockTransport(answer))) as client:
        with pytest.warns(DeprecationWarning, match="pets was renamed to animals in version 1"):
            pets = client.pets
        assert type(pets) is type(client.animals)
        with pytest.warns(DeprecationWarning, match="get was renamed to fetch_one"):
            pet = pets.get("p1")
        with pytest.warns(DeprecationWarning, match="list was renamed to everything"):
            assert pets.list() == [pet]
        with pytest.warns(DeprecationWarning, match="change was renamed to rewrite"):
            assert pets.change("p1", id_field="p1", label="Rex") == pet
        with pytest.warns(DeprecationWarning, match="pet_name was renamed to label"):
            assert pet.pet_name == pet.label == "Rex"
        assert pet.model_dump() == {"id": "p1", "petName": "Rex"}
    with pytest.warns(DeprecationWarning, match="Pet was renamed to Animal"):
        assert package.models.Pet is package.models.Animal
    with pytest.raises(AttributeError):
        _ = package.models.Nobody


def test_old_names_work_in_the_async_client(shop: Callable[[], Any]) -> None:
    """The async twin has the same old names."""

    async def use() -> None:
        transport = httpx2.MockTransport(answer)
        async with shop().AsyncShop(http_client=httpx2.AsyncClient(transport=transport)) as client:
            with pytest.warns(DeprecationWarning, match="pets was renamed"):
                pets = client.pets
            with pytest.warns(DeprecationWarning, match="get was renamed"):
                assert (await pets.get("p1")).label == "Rex"

    asyncio.run(use())


USE = """
from shop import Shop
from shop.models import Animal, Pet

def use(client: Shop, pet: Pet) -> str:
    found: Animal = client.pets.get("p1")
    both: list[Pet] = client.pets.list()
    client.pets.change("p1", id_field="p1")
    client.pets.change("p1", body=pet)
    return found.id + both[0].id
"""
MISUSE = """
from shop import Shop

def use(client: Shop) -> int:
    return client.pets.get(1).id
"""


def test_old_names_are_typed(tmp_path: Path) -> None:
    """A type checker knows the old names as it knows the new ones, overloads too."""
    emitted(tmp_path, BEFORE)
    emitted(tmp_path, renamed(BEFORE))
    (tmp_path / "use.py").write_text(USE)
    (tmp_path / "misuse.py").write_text(MISUSE)
    checked = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "shop", "use.py", "misuse.py"]
    done = subprocess.run(checked, cwd=tmp_path, capture_output=True, text=True, check=False)
    wrong = [line for line in done.stdout.splitlines() if "error:" in line]
    assert [line.partition(":")[0] for line in wrong] == ["misuse.py", "misuse.py"], done.stdout


def test_old_names_stay_for_one_version(tmp_path: Path) -> None:
    """They stay while the API has the version that renamed, are the same bytes again, and go with the next version."""
    emitted(tmp_path, BEFORE)
    first = emitted(tmp_path, renamed(BEFORE))
    assert set(old_names(first)) == {"Pet", "change", "get", "list", "pet_name", "pets"}
    assert emitted(tmp_path, renamed(BEFORE)).files == first.files
    later = renamed(BEFORE)
    later["info"]["version"] = "2"
    last = emitted(tmp_path, later)
    assert (last.manifest.old_names, "deprecated" in last.files["resources/animals.py"]) == ((), False)


def test_nothing_is_kept_unasked(tmp_path: Path) -> None:
    """Without the setting a rename is a rename, and the manifest reads as it always did."""
    emitted(tmp_path, BEFORE, aliases=False)
    built = emitted(tmp_path, renamed(BEFORE), aliases=False)
    assert "old_names" not in built.files["handbill.json"]
    assert "deprecated" not in built.files["resources/animals.py"]


def test_two_renames_leave_two_old_names(tmp_path: Path) -> None:
    """Within one version all earlier names work; to go back to one makes it the name again."""
    emitted(tmp_path, BEFORE)
    source = own(BEFORE)
    found = []
    for name in ("Animal", "Beast", "Pet"):
        source["components"]["schemas"]["Pet"]["x-handbill-name"] = name
        found.append(set(old_names(emitted(tmp_path, source))))
    assert found == [{"Pet"}, {"Pet", "Animal"}, {"Animal", "Beast"}]


def test_an_old_name_takes_none_from_the_living(tmp_path: Path) -> None:
    """Where something else is called so now, there is no old name any more."""
    emitted(tmp_path, BEFORE)
    source = renamed(BEFORE)
    assert {"Pet", "pet_name"} <= old_names(emitted(tmp_path, source)).keys()
    source["components"]["schemas"]["Other"] = {
        "type": "object",
        "x-handbill-name": "Pet",
        "properties": {"a": STRING},
    }
    source["components"]["schemas"]["Pet"]["properties"]["other"] = {**STRING, "x-handbill-name": "pet_name"}
    built = emitted(tmp_path, source)
    assert not {"Pet", "pet_name"} & old_names(built).keys()
    assert built.manifest.symbols["#/components/schemas/Other"] == "models.Pet"


HOSTILE = [
    OldName(key="#/components/schemas/Pet", name="Model", version="1"),
    OldName(key="#/components/schemas/Pet", name="not_pascal", version="1"),
    OldName(key="#/components/schemas/Pet/properties/id", name="model_dump", version="1"),
    OldName(key="#/components/schemas/Pet/properties/id", name="_private", version="1"),
    OldName(key="tag:Pets", name="with_options", version="1"),
    OldName(key="#/paths/~1pets/get", name="__init__", version="1"),
    OldName(key="#/nowhere", name="Ghost", version="1"),
    OldName(key="class:tag:Pets", name="Cats", version="1"),
]


@pytest.mark.parametrize("old", HOSTILE, ids=lambda old: f"{old.key} {old.name}")
def test_a_manifest_cannot_ask_for_any_name(old: OldName) -> None:
    """An old name that we would not have given, or whose place is gone, is left out."""
    package = plan_package(read(BEFORE), name="shop", symbols={}, old_names=[old])
    assert package.old_names == ()


@pytest.mark.parametrize(
    "wrong", [[{}], {}, [{"key": "a", "name": "b c", "version": "1"}], [{"key": "a", "name": 1, "version": "1"}]]
)
def test_a_manifest_with_bad_old_names_is_refused(wrong: object, tmp_path: Path) -> None:
    """What is no list of old names is an error with its place."""
    manifest = json.loads(dump_manifest(emitted(tmp_path, BEFORE).manifest))
    with pytest.raises(SpecError):
        parse_manifest(json.dumps(manifest | {"old_names": wrong}).encode())


def test_the_manifest_keeps_old_names(tmp_path: Path) -> None:
    """What was written is read again."""
    emitted(tmp_path, BEFORE)
    manifest = emitted(tmp_path, renamed(BEFORE)).manifest
    assert parse_manifest(dump_manifest(manifest).encode()) == manifest


def test_the_version_is_only_ever_text(tmp_path: Path) -> None:
    """A version that would end a string ends none."""
    source = own(BEFORE)
    source["info"]["version"] = '1"""); raise SystemExit(1) #\n"""\\'
    emitted(tmp_path, source)
    built = emitted(tmp_path, renamed(source))
    assert old_names(built)
    for path, text in built.files.items():
        if path.endswith(".py"):
            compile(text, path, "exec")
