"""Texts of rendered pages about a library that does not exist, in as many ways as a browser may copy them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.docs.model import TRANSIENT, Attribute, Page, Side, written_path

SEEDS = Path(__file__).parents[2] / "../shared/seeds"


def seed(number: str) -> str:
    """Give the text of a page that the issue names; skips the test where it is not there."""
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the seeds are not in this checkout")
    return found[0].read_text()


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a site writes around the fields."""

    required: str = "required"
    path: str = "Path parameters"
    body: str = "Body"
    response: str = "Response"
    error: str = "Error"


LANGUAGES = {
    "en": Words(),
    "fr": Words(required="requis", path="Paramètres de chemin", body="Corps", response="Réponse", error="Erreur"),
    "de": Words(required="erforderlich", path="Pfadparameter", response="Antwort", error="Fehler"),
    "es": Words(required="requerido", path="Parámetros de ruta", body="Cuerpo", response="Respuesta", error="Errores"),
    "zh": Words(required="必填", path="路径参数", body="请求体", response="响应", error="错误"),
    "ja": Words(required="必須", path="パスパラメータ", body="本文", response="レスポンス", error="エラー"),
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A field as the page lists it; *lines* stand below its marks."""

    name: str
    type: str
    required: bool = False
    lines: tuple[str, ...] = ()

    def text(self, words: Words) -> list[str]:
        """Give its lines."""
        return [self.name, self.type, *([words.required] if self.required else []), *self.lines]


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A page: `PUT /v2/shelves/{shelfId}` of the library."""

    words: Words = Words()
    body: tuple[Entry, ...] = (
        Entry(name="label", type="string", required=True, lines=("What stands on the shelf.",)),
        Entry(name="roomId", type="nullable string", lines=("The room.",)),
        Entry(name="light", type="object"),
    )
    answer: tuple[Entry, ...] = (
        Entry(name="id", type="string", required=True),
        Entry(name="state", type="string", required=True, lines=("The state. One of open, closed, moved.",)),
        Entry(name="roomId", type="nullable string", required=True),
    )
    intro: str = "Put a shelf elsewhere."
    errors: str = "A 404 Not Found is returned if the shelf or room does not exist."
    sent: dict[str, Any] = field(
        default_factory=lambda: {"label": "<string>", "roomId": {}, "light": {"tone": "<string>"}}
    )
    received: dict[str, Any] = field(default_factory=lambda: {"id": "sh_1", "state": "open", "roomId": None})
    modified: str = "Last modified on May 4, 2025"
    blanks: int = 0

    def text(self) -> str:
        """Give the text as a browser would copy it."""
        words = self.words
        lines = [
            *("Skip to main content", "PUT", "/", "v2", "/", "shelves", "/", "{shelfId}", "Move a shelf"),
            *("curl --request PUT \\", "  --url https://api.library.test/base/v2/shelves/{shelfId} \\"),
            *("  --header 'Authorization: Bearer <token>' \\", "  --header 'Content-Type: application/json' \\"),
            *("  --data '", *json.dumps(self.sent, indent=2).splitlines(), "'"),
            *json.dumps(self.received, indent=2).splitlines(),
            self.intro,
            words.path,
            *Entry(name="shelfId", type="string", required=True).text(words),
            words.body,
            *(line for entry in self.body for line in entry.text(words)),
            words.response,
            *(line for entry in self.answer for line in entry.text(words)),
            words.error,
            self.errors,
            *Entry(name="message", type="string", required=True).text(words),
            *json.dumps(self.received, indent=2).splitlines(),
            self.modified,
        ]
        return ("\n" * (self.blanks + 1)).join(line for line in lines if line)

    def with_body(self, *entries: Entry) -> Shelf:
        """Give the page with other fields in the body."""
        return replace(self, body=entries)


def said(page: Page, attribute: Attribute, *, side: Side | None = None) -> dict[str, Any]:
    """Give the values of *attribute* by path, a sorted list where there are several."""
    found: dict[str, list[Any]] = {}
    for fact in page.facts:
        if fact.attribute is attribute and side in (None, fact.side):
            values = found.setdefault(written_path(fact.path), [])
            values.extend([fact.value] if fact.value not in values else [])
    return {path: sorted(values) if len(values) > 1 else values[0] for path, values in found.items()}


def lasting(page: Page) -> frozenset[tuple[Any, ...]]:
    """Give what a page says, without what moves with the values of its examples."""
    return frozenset(
        (*fact.element, fact.attribute, fact.value, fact.source, fact.confidence)
        for fact in page.facts
        if fact.attribute not in TRANSIENT
    )
