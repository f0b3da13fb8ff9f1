"""A contract that every rule is content with, its docs.yaml, and what the rules say of changed ones.

In: texts of files.  Out: findings.
Never: writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.evidence import Evidence, read_evidence
from handbill_generator.lint import RULES, Finding, Rule, lint
from handbill_generator.lint.pages import Page, words
from handbill_generator.load import load_bytes

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"

VALIDITY = tuple(
    rule for rule in RULES if rule.id.startswith(("openapi", "reference", "operation-id-p", "operation-id-u", "path"))
)
VALIDITY += tuple(rule for rule in RULES if rule.id in ("component-unused", "example-valid"))
"""The rules that are about what works, not about names, words and sources."""

CONTRACT = """\
openapi: 3.1.0
info:
  title: Shop
  version: "1"
  description: The interface of a shop for books.
servers:
  - url: https://shop.test
    description: The only server.
tags:
  - name: Rare Books
    description: What is on sale.
security:
  - apiKey: []
paths:
  /books:
    parameters:
      - $ref: "#/components/parameters/Genre"
    get:
      tags: [Rare Books]
      operationId: listBooks
      summary: List books
      description: Reads the books on sale.
      responses:
        "200":
          description: The books of the genre.
          headers:
            X-Total:
              $ref: "#/components/headers/Total"
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Book"}}
              examples:
                oneBook: {summary: A book alone, value: [{title: Emma, genre: novel, kind: used}]}
        "404":
          $ref: "#/components/responses/NotFound"
    post:
      tags: [Rare Books]
      operationId: addBook
      summary: Add a book
      description: Puts a book on sale.
      requestBody:
        description: The book.
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Book"}
            examples:
              emma: {$ref: "#/components/examples/Emma"}
      responses:
        "201":
          description: The book is on sale.
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-Key, description: The key of the shop.}
  parameters:
    Genre:
      name: genre
      in: query
      description: Which books.
      schema: {$ref: "#/components/schemas/Genre"}
  headers:
    Total: {description: How many books there are., schema: {type: integer}}
  responses:
    NotFound: {description: There is no such genre.}
  examples:
    Emma: {value: {title: Emma, genre: novel, kind: used}}
  schemas:
    Book:
      type: object
      description: A book as the shop sells it.
      required: [title]
      properties:
        title:
          type: string
          description: What stands on the cover.
        genre: {$ref: "#/components/schemas/Genre"}
        kind:
          const: used
          description: Every book is second-hand.
      allOf:
        - if: {properties: {genre: {const: poem}}, required: [genre]}
          then: {required: [title]}
    Genre:
      description: What the book is.
      enum: [novel, poem]
"""

DOCS = """\
sources:
  page-1:
    url: https://shop.test/docs
    date: 2026-03-28
    covers: The page on books, read whole.
  saved-2:
    file: books.txt
    date: 2026-03
    covers: An older capture of the same page.
evidence:
  /paths/~1books/get:
    page-1: [genre, "200"]
    saved-2: [genre, 200]
  /paths/~1books/post:
    page-1: [genre, "201"]
  /components/schemas/Book:
    page-1: [title, genre, kind]
  /components/schemas/Book/properties/kind:
    page-1: [used]
rulings:
  - at: /paths/~1books/get
    members: ["404"]
    says: {page-1: an unknown genre is an error}
    chosen: The status is 404.
    why: It is that of the whole interface.
  - at: /components/schemas/Genre
    members: [novel, poem]
    says:
      page-1: the genres are `novel` and `poem`
      saved-2: the only genre is `novel`
    chosen: There are both.
    why: The page is newer than the capture.
"""


def bundled(text: str) -> Bundle:
    """Load *text* as api.yaml."""
    return bundle(load_bytes(text.encode(), path=Path("/nowhere/api.yaml"), name="api.yaml"))


def evidence(text: str) -> Evidence:
    """Read *text* as docs.yaml; raises SpecError."""
    return read_evidence(load_bytes(text.encode(), path=Path("/nowhere/docs.yaml"), name="docs.yaml"))


def page(text: str) -> Page:
    """Give the page of that text."""
    return Page(name="page.txt", words=tuple(words(text)))


def findings(
    text: str = CONTRACT, docs: str | None = None, *, rules: Iterable[Rule] = RULES, pages: tuple[Page, ...] = ()
) -> tuple[Finding, ...]:
    """Check *text* with *docs* beside it."""
    return lint(bundled(text), rules, evidence=None if docs is None else evidence(docs), pages=pages)


def said(found: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Give `file:line:column rule`, the pointer and the message of each finding."""
    return [(f"{finding.position} {finding.rule}", finding.pointer, finding.message) for finding in found]


def edited(text: str, old: str, new: str) -> str:
    """Replace *old*, which stands in *text* once."""
    assert text.count(old) == 1, f"{old!r} stands in the text {text.count(old)} times"
    return text.replace(old, new)


def rules(*ids: str) -> tuple[Rule, ...]:
    """Give the rules of those ids."""
    return tuple(rule for rule in RULES if rule.id in ids)
