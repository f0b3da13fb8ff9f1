"""The contract of a choir, pages made of facts by hand, and what judging says of them.

In: facts.  Out: findings.
Never: reads a page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path as File

from handbill_generator.bundle import bundle
from handbill_generator.contract import Contract, read_contract
from handbill_generator.docs.findings import Finding
from handbill_generator.docs.grounding import Places
from handbill_generator.docs.judging import across, audited, grounds_of, inconsistent
from handbill_generator.docs.judging.elements import SHOWING
from handbill_generator.docs.judging.held import Grounds
from handbill_generator.docs.model import (
    Attribute,
    Confidence,
    Fact,
    Format,
    Page,
    Side,
    SourceKind,
    Value,
    path_of,
    sorted_facts,
)
from handbill_generator.evidence import Evidence, read_evidence
from handbill_generator.load import load_bytes

OPERATION = "PATCH /songs/{songId}"

CONTRACT = """\
openapi: 3.1.0
info: {title: Choir, version: "1"}
servers: [{url: https://choir.test/v1}]
security: [{token: []}]
paths:
  /songs/{songId}:
    patch:
      operationId: updateSong
      parameters:
        - {name: songId, in: path, required: true, schema: {type: string}}
        - {name: notify, in: query, schema: {type: boolean, default: true}}
        - {name: tempo, in: query, schema: {type: integer, minimum: 40, maximum: 240}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/SongUpdate"}
      responses:
        "200":
          description: The song.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data: {$ref: "#/components/schemas/Song"}
        "400": {$ref: "#/components/responses/Refused"}
        "401": {$ref: "#/components/responses/Refused"}
        "404": {$ref: "#/components/responses/Refused"}
  /songs:
    get:
      operationId: listSongs
      responses:
        "200": {description: All songs.}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
  responses:
    Refused:
      description: It was refused.
      content:
        application/json:
          schema: {$ref: "#/components/schemas/Error"}
  schemas:
    Error:
      type: object
      required: [code]
      properties:
        code: {type: string, enum: [NO_SUCH_SONG, BAD_KEY]}
        detail: {type: string}
    Voice:
      type: string
      enum: [soprano, alto, tenor, bass]
    Singer:
      type: object
      required: [name]
      properties:
        name: {type: string}
        voice: {$ref: "#/components/schemas/Voice"}
    SongUpdate:
      type: object
      minProperties: 1
      properties:
        title: {type: string, minLength: 1, maxLength: 80}
        composer: {type: [string, "null"]}
        premiere: {type: string, format: date}
        soloists: {type: array, maxItems: 4, items: {$ref: "#/components/schemas/Singer"}}
        labels: {type: object, additionalProperties: {type: string}}
        volume: {type: number, deprecated: true}
    Song:
      type: object
      required: [id, title]
      properties:
        id: {type: string, readOnly: true}
        title: {type: string}
        composer: {type: [string, "null"]}
        state: {type: string, enum: [draft, rehearsed, sung]}
        soloists: {type: array, items: {$ref: "#/components/schemas/Singer"}}
"""


@cache
def contract(text: str = CONTRACT) -> Contract:
    """Read the contract of *text*."""
    return read_contract(bundle(load_bytes(text.encode(), path=File("/nowhere/api.yaml"), name="api.yaml")))


@cache
def grounds(text: str = CONTRACT) -> Grounds:
    """Give the facts of the contract of *text*."""
    return grounds_of(contract(text))


@cache
def places(text: str = CONTRACT) -> Places:
    """Give the places of the contract of *text*."""
    return Places(contract(text))


def docs(text: str) -> Evidence:
    """Read *text* as docs.yaml."""
    return read_evidence(load_bytes(text.encode(), path=File("/nowhere/docs.yaml"), name="docs.yaml"))


def fact(
    where: str,
    attribute: Attribute = Attribute.exists,
    value: Value = True,
    source: SourceKind = SourceKind.tag,
    *,
    operation: str = OPERATION,
    line: int = 0,
    confidence: Confidence | None = None,
) -> Fact:
    """Give a fact; *where* is `request body/title`, `404`, `success body/data` or `operation`."""
    first, _, path = where.partition(" ")
    side = {"request": Side.request, "operation": Side.neither}.get(first, Side.response)
    usual = {SourceKind.example: Confidence.shown, SourceKind.sample: Confidence.shown}
    return Fact(
        operation=operation,
        side=side,
        status=first if side is Side.response else "",
        path=path_of(path),
        attribute=attribute,
        value=value,
        source=source,
        confidence=confidence or usual.get(source, Confidence.stated),
        line=line,
    )


def field(
    where: str, type: str = "string", source: SourceKind = SourceKind.tag, *, operation: str = OPERATION
) -> tuple[Fact, ...]:
    """Give the facts of a field with a type."""
    return (
        fact(where, Attribute.exists, True, source, operation=operation),
        fact(where, Attribute.type, type, source, operation=operation),
    )


NAMED = fact("operation")
"""That a page names the operation."""


def page(*facts: Fact | Iterable[Fact], name: str = "songs-page") -> Page:
    """Give a page of *facts*."""
    flat = [each for given in facts for each in ([given] if isinstance(given, Fact) else given)]
    return Page(name=name, format=Format.markdown, facts=sorted_facts(flat))


def own(operation: str = OPERATION, source: SourceKind = SourceKind.tag, text: str = CONTRACT) -> tuple[Fact, ...]:
    """Give what the contract states of *operation* as a page would that has it all."""
    confidence = Confidence.shown if source in SHOWING else Confidence.stated
    known = grounds(text).of(operation)
    return tuple(replace(ground.fact, source=source, confidence=confidence) for ground in known)


def audit(told: Page, evidence: Evidence | None = None, text: str = CONTRACT) -> tuple[Finding, ...]:
    """Hold a page against the contract."""
    return audited(
        told, "api.yaml", grounds=grounds(text), places=places(text), evidence=evidence, source_name=told.name
    )


def itself(*facts: Fact | Iterable[Fact]) -> tuple[Finding, ...]:
    """Hold a page of *facts*, which names its operation, against itself."""
    return inconsistent(page(NAMED, *facts), contract_name="api.yaml", places=places())


def between(*several: Page) -> tuple[Finding, ...]:
    """Hold pages against each other."""
    return across(several, contract_name="api.yaml", places=places())


def told(findings: Iterable[Finding]) -> list[str]:
    """Give each finding as `id status path names`, as far as it has them."""
    return sorted(" ".join(filter(None, (f.id, f.status, "/".join(f.path), ",".join(f.names)))) for f in findings)


def ids(findings: Iterable[Finding]) -> list[str]:
    """Give the ids of *findings*, sorted."""
    return sorted(finding.id for finding in findings)
