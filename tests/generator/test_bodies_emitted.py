"""Laws of packages with bodies: they hold what they need and no more, and a type checker takes only what works."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from .bodies import DOCUMENT
from .documents import JSON, call, document, emit, query, render
from .media import FILE, FORM, MULTIPART, NULL, PET, STRING, UPLOAD, giving, taking

RUNTIME = {"_events.py", "_forms.py", "_multipart.py", "_uploads.py"}


def runtime(source: JSON) -> set[str]:
    return RUNTIME & render(source).keys()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (taking({"application/json": {"schema": PET}}), set()),
        (taking({"text/plain": {}}), set()),
        (taking({"application/xml": {}}), set()),
        (taking({FORM: {"schema": PET}}), {"_forms.py"}),
        (taking({"image/png": {}}), {"_uploads.py"}),
        (taking({MULTIPART: {"schema": PET}}), {"_forms.py", "_multipart.py", "_uploads.py"}),
        (giving({"text/event-stream": {}}), {"_events.py"}),
        (giving({"application/jsonl": {}}), {"_events.py"}),
    ],
)
def test_a_package_has_what_it_needs(source: JSON, expected: set[str]) -> None:
    """JSON alone brings nothing of forms, files and streams."""
    assert runtime(source) == expected


def test_json_alone_knows_of_nothing_else() -> None:
    """No branch for other media types is left in a package that has none."""
    texts = render(document(paths={"/run": {"post": call(takes=PET, gives=PET, parameters=[query("q")])}}))
    for word in ("multipart", "EventStream", "essence", "by_type", "FileInput"):
        assert not [path for path, text in texts.items() if word in text], word


NASTY = 'a/b"; import os  # \\'


def test_hostile_media_types_stay_text() -> None:
    """Media types and encodings from a document are literals wherever they are written."""
    upload = {"schema": UPLOAD, "encoding": {"file": {"contentType": NASTY}}}
    source = taking({MULTIPART: upload, NASTY: {}, NASTY.upper() + "2": {}})
    texts = render(source)
    (path,) = (path for path in texts if path.startswith("resources/") and "__init__" not in path)
    tree = ast.parse(texts[path])
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert strings.count(NASTY) > 1


USES = """
import io
from collections.abc import AsyncIterator
from bodies_shop import AsyncBodiesShop, BodiesShop, EventStream, FileInput, models

def upload(shop: BodiesShop, cover: FileInput) -> None:
    shop.things.album(cover=cover)
    answer = shop.things.chat()
    if isinstance(answer, EventStream):
        chunk: models.Chunk = next(answer).data

def use(shop: BodiesShop) -> None:
    shop.things.album(cover=b"", photos=[io.BytesIO(), ("a", b""), ("a", open("f", "rb"), "image/png")])
    shop.things.any(text="a")
    shop.things.any(body=models.AnyFormDataRequest(file=b""), content_type="multipart/form-data")
    shop.things.any(body="a;b", content_type="text/csv")
    shop.things.any(body=[b"a"], content_type="image/png")
    shop.things.content(body=open("f", "rb"))
    text: str = next(event.data for event in shop.things.words())
    chunk: models.Chunk = next(shop.things.lines())

async def chunks() -> AsyncIterator[bytes]:
    yield b""

async def ause(shop: AsyncBodiesShop) -> None:
    await shop.things.content(body=chunks())
    async for event in await shop.things.events():
        chunk: models.Chunk = event.data
"""
MISUSES = [
    'shop.things.album(cover="path")',
    'shop.things.any(body="a;b")',
    'shop.things.any(body=models.Chunk(), content_type="text/csv")',
    'shop.things.content(body="text")',
    "number: int = next(shop.things.words()).data",
]
KINDS = [
    "*/*",
    "application/json",
    "application/json-seq",
    "application/octet-stream",
    "application/vnd.a+json",
    "application/xml",
    "image/*",
    "multipart/mixed",
    "text/*",
    "text/event-stream",
    "text/plain",
    "weird",
    FORM,
    MULTIPART,
]
SCHEMAS = [
    {},
    STRING,
    FILE,
    PET,
    UPLOAD,
    {"oneOf": [PET, UPLOAD]},
    {"type": ["object", "null"], "properties": {"content_type": {"type": "array", "items": FILE}}},
    {"type": "array", "items": {"anyOf": [FILE, NULL]}},
]


def offered(number: int) -> JSON:
    """Give three media types with schemas, other ones for each *number*."""
    return {KINDS[number * step % 14]: {"schema": SCHEMAS[(number + step) % 8]} for step in (1, 3, 5)}


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("typed")
    emit({**DOCUMENT, "info": {"title": "Bodies Shop", "version": "1"}}, folder, "bodies_shop")
    return folder


def checked(folder: Path, program: str) -> str:
    (folder / "program.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "program.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def test_what_is_emitted_is_typed(emitted: Path) -> None:
    """mypy --strict takes the package and every way to use it."""
    assert "Success" in checked(emitted, USES)


def test_whatever_is_offered_is_typed(tmp_path: Path) -> None:
    """All kinds of bodies beside each other make methods whose overloads mypy --strict can tell apart."""
    paths = {
        f"/{number}": {
            "post": {
                "requestBody": {"content": offered(number), "required": bool(number % 2)},
                "responses": {"200": {"description": "d", "content": offered(number + 1)}, "202": {"description": "d"}},
            }
        }
        for number in range(56)
    }
    emit(document(paths=paths), tmp_path, "mixed")
    assert "Success" in checked(tmp_path, "from mixed import Shop as Shop\n")


@pytest.mark.parametrize("misuse", MISUSES)
def test_misuse_is_a_type_error(emitted: Path, misuse: str) -> None:
    """A path in place of a file, or a body of another media type, is found before the program runs."""
    program = f"from bodies_shop import BodiesShop, models\n\n\ndef use(shop: BodiesShop) -> None:\n    {misuse}\n"
    assert "program.py:5: error" in checked(emitted, program)
