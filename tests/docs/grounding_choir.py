"""The contract of a choir, of our own invention, in both ways of writing null, and what tests ask of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handbill_generator.bundle import bundle
from handbill_generator.contract import Contract, Operation, read_contract
from handbill_generator.docs.findings import Finding, Kind, Level, Said
from handbill_generator.docs.grounding import Grounded, grounded, matched
from handbill_generator.docs.model import Attribute, Side, Value, written_path
from handbill_generator.docs.model import Path as FactPath
from handbill_generator.load import load, load_bytes

UPDATE = "PATCH /songs/{songId}"

CHOIR = """\
# A choir and its songs.
openapi: 3.1.0
info: {title: Choir, version: "1"}
servers:
  - url: https://api.choir.example/v2
security:
  - key: []
paths:
  /songs/{songId}:
    parameters:
      - $ref: '#/components/parameters/SongId'
    patch:
      operationId: updateSong
      tags: [Songs]
      parameters:
        - name: dryRun
          in: query
          schema: {type: boolean, default: false}
        - name: voices
          in: query
          required: true
          deprecated: true
          schema: {type: array, items: {type: string, enum: [alto, bass]}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/SongUpdate'
      responses:
        "200":
          description: The song.
          headers:
            X-Verse: {schema: {type: integer}}
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/SongAnswer'
        "404":
          $ref: '#/components/responses/Missing'
        5XX:
          $ref: '#/components/responses/Missing'
  /songs/latest:
    patch:
      operationId: updateLatestSong
      tags: [Songs]
      responses:
        "204": {description: Done.}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Choir-Key}
  parameters:
    SongId:
      name: songId
      in: path
      required: true
      schema: {type: string}
  responses:
    Missing:
      description: There is no such song.
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Problem'
  schemas:
    Named:
      type: object
      required: [title]  # every song has one
      properties:
        title: {type: string, minLength: 1, maxLength: 80}
    SongUpdate:
      allOf:
        - $ref: '#/components/schemas/Named'
        - type: object
          properties:
            # How fast it is sung.
            tempo: {type: [integer, "null"], minimum: 40, exclusiveMaximum: 240}
            key:
              $ref: '#/components/schemas/Key'
            singer:
              oneOf:
                - $ref: '#/components/schemas/Person'
                - type: "null"
            note: {type: string, readOnly: true, default: none, pattern: "^[a-z]+$"}
            rehearsals:
              type: array
              maxItems: 9
              items: {type: string, format: date}
            seats:
              type: object
              additionalProperties: {type: integer}
            extra: {type: object}
    Key:
      type: string
      enum:
        - major  # bright
        - minor  # dark
    Person:
      type: object
      required: [name]
      properties:
        name: {type: string}
        teacher:
          $ref: '#/components/schemas/Person'
    SongAnswer:
      type: object
      required: [song]
      properties:
        song:
          $ref: '#/components/schemas/Song'
    Song:
      anyOf:
        - type: object
          required: [id, verses]
          properties:
            id: {type: string}
            verses: {type: integer}
            mood: {anyOf: [{type: string, enum: [glad, sad]}, {type: string}]}
        - type: object
          required: [id]
          properties:
            id: {type: string}
            refrain: {type: string}
    Problem:
      type: object
      properties:
        code: {type: string, enum: [SONG_NOT_FOUND, SONG_LOCKED]}
        message: {type: string}
"""


def contract_of(text: str) -> Contract:
    """Read a document."""
    return read_contract(bundle(load_bytes(text.encode(), path=Path("/choir.yaml"), name="choir.yaml")))


def contract_at(path: Path) -> Contract:
    """Read a file."""
    return read_contract(bundle(load(path)))


def document(schema: dict[str, Any], **schemas: Any) -> str:
    """Give a document whose one operation, `POST /notes`, sends *schema*."""
    operation = {
        "operationId": "addNote",
        "tags": ["Notes"],
        "requestBody": {"content": {"application/json": {"schema": schema}}},
        "responses": {"201": {"description": "Added."}},
    }
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "Notes", "version": "1"},
        "paths": {"/notes": {"post": operation}},
        "components": {"schemas": schemas},
    }
    return json.dumps(tree)  # JSON is YAML


def operation_of(contract: Contract, written: str) -> Operation:
    """Give an operation that is there."""
    found = matched(contract, written)
    assert found
    return found


def facts_of(contract: Contract, operation: str = UPDATE) -> tuple[Grounded, ...]:
    """Give the facts of one operation."""
    return grounded(contract, operation_of(contract, operation))


def told(facts: Iterable[Grounded], start: str = "") -> set[str]:
    """Write facts on a line each: `request 404 body/title required True`; those whose line begins with *start*."""
    lines = set()
    for each in facts:
        fact = each.fact
        words = (fact.side, fact.status, written_path(fact.path), fact.attribute, fact.value)
        lines.add(" ".join(str(word) for word in words if word != ""))
    return {line for line in lines if line.startswith(start)}


def finding(
    kind: Kind,
    attribute: Attribute | None,
    *,
    side: Side = Side.request,
    status: str = "",
    path: FactPath = (),
    old: tuple[Value, ...] = (),
    new: tuple[Value, ...] = (),
    names: tuple[str, ...] = (),
    operation: str = UPDATE,
) -> Finding:
    """Give a finding that says no more than what edits are made of."""
    return Finding(
        id="of-a-test",
        kind=kind,
        level=Level.error,
        page="a page",
        operation=operation,
        side=side,
        status=status,
        path=path,
        attribute=attribute,
        message="",
        names=names,
        old=Said(values=old),
        new=Said(values=new),
    )
