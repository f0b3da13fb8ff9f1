"""Documents of one operation that takes or gives content of some media types, and schemas to describe it with.

In: content as it stands in a document.  Out: the document; what a plan makes of it.
Never: writes, emits or imports a package.
"""

from __future__ import annotations

from typing import Any

from handbill_generator.plan.model import Method

from .documents import JSON, body, document, plan, ref

STRING: JSON = {"type": "string"}
FILE: JSON = {"type": "string", "format": "binary"}
NULL: JSON = {"type": "null"}
PET: JSON = {"type": "object", "required": ["name"], "properties": {"name": STRING, "age": {"type": "integer"}}}
UPLOAD: JSON = {"type": "object", "properties": {"file": FILE, "name": STRING}}
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
SAME = {"schema": ref("Pet")}


def taking(content: JSON, **rest: Any) -> JSON:
    """Give a document of one operation that takes *content*; *rest* are component schemas."""
    operation = {
        "operationId": "run",
        "requestBody": {"content": content, "required": True},
        "responses": {"200": body({})},
    }
    return document(paths={"/run": {"post": operation}}, schemas=rest)


def giving(content: JSON, status: str = "200", method: str = "get", **rest: Any) -> JSON:
    """Give a document of one operation that gives *content*; *rest* are component schemas."""
    operation = {"operationId": "run", "responses": {status: {"description": "d", "content": content}}}
    return document(paths={"/run": {method: operation}}, schemas=rest)


def method_of(source: JSON) -> Method:
    (method,) = plan(source).resources[0].methods
    return method


def shown(annotation: Any) -> str:
    return str(annotation).replace("'", '"')
