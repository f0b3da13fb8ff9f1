"""What a hostile document says of servers, credentials and operations stays text in what is emitted for them."""

from __future__ import annotations

import ast
import re

import pytest

from ..generator.documents import JSON, body, document, render
from ..generator.hostile import TEXT


def hostile(payload: str) -> JSON:
    """Give a document that says *payload* wherever a server, a scheme or an operation takes text."""
    # A line break in an address is refused.
    name = re.sub(r"[{}\r\n\0]", "", payload)
    line = re.sub(r"[\r\n\0]", "", payload) or "n"
    variable = {"default": payload, "description": payload}
    operation = {
        "operationId": payload,
        "parameters": [
            {"name": line, "in": "cookie", "style": "cookie", "content": {"application/json": {"schema": {}}}}
        ],
        "servers": [{"url": f"https://c.test/{line}"}],
        "responses": {"200": body({}), "404": body({"type": "object"})},
        "security": [{"o": [payload]}, {"q": []}],
    }
    flow = {"tokenUrl": line, "scopes": {payload: payload}}
    return document(
        servers=[
            {
                "url": f"https://a.test/{{{name}}}",
                "description": payload,
                "variables": {name: variable | {"enum": [payload, "x"]}},
            },
            {"url": "https://b.test/{v}", "description": f"sandbox {payload}", "variables": {"v": variable}},
        ],
        paths={"/x": {"get": operation}},
        components={
            "securitySchemes": {
                "o": {"type": "oauth2", "description": payload, "flows": {"clientCredentials": flow}},
                "q": {"type": "apiKey", "in": "query", "name": line},
            }
        },
    )


@pytest.mark.parametrize("payload", TEXT, ids=range(len(TEXT)))
def test_nothing_hostile_gets_out(payload: str) -> None:
    """The same modules with the same definitions come of any text, and the README keeps its blocks of code."""
    texts, plain = render(hostile(payload)), render(hostile("word"))
    assert texts.keys() == plain.keys()
    for path in ("testing.py", "_oauth.py", "_client.py", "_credentials.py"):
        kinds, expected = ([type(node) for node in ast.parse(found[path]).body] for found in (texts, plain))
        assert kinds == expected
    fences = [line for line in texts["README.md"].splitlines() if line.startswith("```")]
    assert fences == ["```python", "```"] * (len(fences) // 2)
