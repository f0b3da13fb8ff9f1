"""Small OpenAPI documents made in Python, and the stages run on them in memory.

In: mappings as they would stand in a file.  Out: what each stage makes of them.
Never: writes, except `emit` into the folder it is given.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from handbill_generator.bundle import bundle
from handbill_generator.config import Target
from handbill_generator.contract import Contract, read_contract
from handbill_generator.load import load_bytes
from handbill_generator.pipeline import Build, build, publish, templates_folder
from handbill_generator.plan import Package, plan_package
from handbill_generator.render import render_package

JSON = dict[str, Any]

NAME = "api.json"
"""What messages call a document that is read by `read`."""


def document(*, paths: Mapping[str, Any] | None = None, schemas: Mapping[str, Any] | None = None, **rest: Any) -> JSON:
    """Give an OpenAPI 3.1 document of these parts; *rest* are further keys at its top."""
    components = {"schemas": dict(schemas or {}), **rest.pop("components", {})}
    head = {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "servers": [{"url": "https://shop.test"}]}
    return {**head, "paths": dict(paths or {}), "components": components, **rest}


def ref(name: str) -> JSON:
    """Refer to a component schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def body(schema: Any, media_type: str = "application/json") -> JSON:
    """Give the content of an answer or a request."""
    return {"description": "d", "content": {media_type: {"schema": schema}}}


def call(*, takes: Any = None, gives: Any = None, parameters: Sequence[JSON] = (), **rest: Any) -> JSON:
    """Give an operation that takes and gives JSON of these schemas; *rest* are further keys of it."""
    made: JSON = {"responses": {"200": body(gives) if gives is not None else {"description": "d"}}, **rest}
    if takes is not None:
        made["requestBody"] = {**body(takes), "required": True}
    return {**made, "parameters": list(parameters)} if parameters else made


def query(name: str, schema: Any = None, **rest: Any) -> JSON:
    """Give a query parameter."""
    return {"name": name, "in": "query", "schema": {"type": "string"} if schema is None else schema, **rest}


def both_ways(schemas: Mapping[str, Any], *, takes: str = "", gives: str = "") -> JSON:
    """Give a document of one operation that takes and gives the components named, and of all *schemas*."""
    operation = call(takes=ref(takes) if takes else None, gives=ref(gives) if gives else None, operationId="run")
    return document(paths={"/run": {"post": operation}}, schemas=schemas)


def read(source: Mapping[str, Any] | str) -> Contract:
    """Read a document, given as a mapping or as the text of a file, into its contract."""
    text = source if isinstance(source, str) else json.dumps(source, indent=1)
    name = "api.yaml" if isinstance(source, str) else NAME
    return read_contract(bundle(load_bytes(text.encode(), path=Path("/nowhere") / name, name=name)))


def plan(source: Mapping[str, Any] | str, symbols: Mapping[str, str] | None = None) -> Package:
    """Plan the package `shop` of a document; *symbols* are the names of the last run."""
    return plan_package(read(source), name="shop", symbols=symbols or {})


def render(source: Mapping[str, Any] | str) -> dict[str, str]:
    """Render the package of a document."""
    return render_package(plan(source), templates_folder())


def types_of(package: Package) -> dict[str, str]:
    """Give what `models.py` says of each field (`Pet.name`) and of each alias (`Status`)."""
    said: dict[str, str] = {}
    for definition in package.models.definitions:
        for line, _ in definition.lines:
            name, _, annotation = line.partition(": ")
            said[f"{definition.name}.{name}" if definition.is_class else name] = annotation.removeprefix("TypeAlias = ")
    return {name: " ".join(annotation.split()) for name, annotation in said.items()}


def losses(package: Package) -> dict[str, str]:
    """Give what was lost, by pointer."""
    return {loss.pointer: loss.what for loss in package.losses}


def target(spec: Path, output: Path, package: str = "shop") -> Target:
    """Give the target that makes *package* below *output*."""
    return Target(name=package, spec=spec, shown=spec.name, package=package, output=output)


def emit(source: Mapping[str, Any], folder: Path, package: str = "shop") -> Build:
    """Write a document into *folder* and its package beside it, as the command line does."""
    spec = folder / "api.json"
    spec.write_text(json.dumps(source, indent=1), encoding="utf-8")
    built = build(target(spec, folder, package))
    publish(built)
    return built
