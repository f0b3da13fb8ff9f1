"""A project with the contract of the printer whose pages `shop_pages` has, and the command line in it.

In: a folder.  Out: a `Shop`: its files, and what `handbill docs` writes there.
Never: leaves the folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbill_generator.cli.app import app
from handbill_generator.diagnostics import HandbillError
from typer.testing import CliRunner

from tests.docs.shop_pages import MARKDOWN

CONTRACT = """\
# The print shop. Whoever edits this keeps the comments.
openapi: 3.1.0
info:
  title: Print shop  # as the sign says
  version: "4"
servers:
  - url: https://api.printshop.example

paths:
  /v1/orders/{orderId}:
    patch:
      # Only what is not printed yet.
      operationId: updateOrder
      tags: [orders]
      parameters:
        - {name: orderId, in: path, required: true, schema: {type: string}}
        - {name: notify, in: query, schema: {type: boolean, default: false}}
        - {name: language, in: query, schema: {type: string}}  # ours
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/OrderUpdate'
      responses:
        '200':
          description: The order as it is now.
          content:
            application/json:
              schema:
                type: object
                properties:
                  success: {type: boolean}
                  data: {$ref: '#/components/schemas/Order'}
        '404':
          description: There is no such order.
          content: &problem
            application/json:
              schema: {$ref: '#/components/schemas/Problem'}
        '409':
          description: It is too late.
          content: *problem
components:
  schemas:
    OrderUpdate:
      type: object
      required: [copies]
      properties:  # what may change
        reference: {type: string, maxLength: 80}
        copies:      # how many
          type: integer
        paper:
          type: string
          enum: [matte, glossy, recycled]
        delivery:
          type: object
          properties:
            method: {type: string, enum: [pickup, courier]}
            street: {type: string}

    Order:
      type: object
      properties:
        id: {type: string}
        reference: {type: string}
        state: {type: string}   # how far it is
        copies: {type: integer}
        createdAt: {type: string}
    Problem:
      type: object
      properties:
        code: {type: string, enum: [ORDER_NOT_FOUND, ORDER_PRINTED]}
"""
"""It says what `MARKDOWN` says."""

DOCS = """\
sources:
  update-page:
    file: update.md
    date: 2026-05-01
    covers: The page on updates.
"""

PROJECT = """\
[tool.handbill]
output = "out"

[tool.handbill.clients.shop]
spec = "specs/openapi.yaml"
package = "shop_client"
"""

RUSH = "| rush            | boolean | no       | Print it before all others.                     |\n"
STREET = "| delivery.street | string  | no       | Where to bring them.                            |\n"


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a command left: its exit code and its streams."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.out)
        return told

    @property
    def ids(self) -> list[str]:
        """What was found, but for notes."""
        return [found["id"] for found in self.report["findings"] if found["level"] != "note"]


@dataclass(frozen=True)
class Shop:
    """A project in *folder*, which is the current folder of who uses it, or whose files are named in full."""

    folder: Path

    @property
    def spec(self) -> Path:
        return self.folder / "specs" / "openapi.yaml"

    @property
    def lock(self) -> Path:
        return self.folder / "specs" / "docs.lock.json"

    @property
    def page(self) -> Path:
        return self.folder / "pages" / "update.md"

    @property
    def files(self) -> dict[str, bytes]:
        """All that is in the project."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def edit(self, *edits: tuple[str, str]) -> None:
        """Edit the page: each text stands on it once."""
        text = self.page.read_text()
        for old, new in edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.page.write_text(text)

    def lines(self) -> list[str]:
        """Give the lines of the contract."""
        return self.spec.read_text().splitlines()

    def json(self, command: str, *arguments: str) -> Ran:
        return run(command, *arguments, "--format", "json")


def shop_in(folder: Path, *, contract: str = CONTRACT, page: str = MARKDOWN) -> Shop:
    """Make a project in *folder*."""
    shop = Shop(folder)
    for path, text in (
        (shop.spec, contract),
        (shop.spec.with_name("docs.yaml"), DOCS),
        (shop.page, page),
        (folder / "pyproject.toml", PROJECT),
    ):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return shop


def run(*arguments: str) -> Ran:
    """Run `handbill docs`; what is no error for a user to put right is raised."""
    result = CliRunner().invoke(app, ["docs", *arguments])
    if isinstance(result.exception, HandbillError):
        # As `main` tells it, which ends the process.
        return Ran(code=2, out=result.stdout, err=f"{result.stderr}error: {result.exception}\n")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(code=result.exit_code, out=result.stdout, err=result.stderr)


def moved(before: Iterable[str], after: Iterable[str]) -> tuple[set[str], set[str]]:
    """Give the lines that are gone, and those that are new."""
    old, new = set(before), set(after)
    return old - new, new - old
