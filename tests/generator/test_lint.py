"""Laws of `handbill lint`: what is right passes, what is wrong is found where it stands, nothing makes it run away."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.lint import RULES, lint_file
from handbill_generator.lint.examples import valid
from handbill_generator.lint.rule import linted
from hypothesis import given, settings
from hypothesis import strategies as st

from .linting import CONTRACT, DOCS, HEAD, VALIDITY, bundled, edited, findings, page, rules, said

CHECKOUT = Path(__file__).parents[2]
SPECS = sorted((CHECKOUT / "specs").glob("*/openapi.yaml"))
HEAD_3_0 = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n"


def found(text: str) -> list[str]:
    """Give `line:column rule message` of each finding of the rules about what works."""
    return [f"{f.position.line}:{f.position.column} {f.rule} {f.message}" for f in findings(text, rules=VALIDITY)]


def schema_findings(head: str = HEAD, **schemas: Any) -> list[str]:
    """Give the messages for a document that has nothing but *schemas*."""
    text = head + f"components: {{schemas: {json.dumps(schemas)}}}\n"
    return [f.message for f in findings(text, rules=VALIDITY) if f.rule != "component-unused"]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_curated(spec: Path) -> None:
    """The curated contracts have no findings."""
    assert [str(finding) for finding in lint_file(spec, name=str(spec.relative_to(CHECKOUT)))] == []


def test_curated_are_there() -> None:
    """There are four curated contracts."""
    assert len(SPECS) == 4


def test_rules_are_told_apart() -> None:
    """Every rule has its own id in kebab-case, and says in one line what it asks for."""
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)+", rule.id) for rule in RULES)
    assert all(rule.asks.endswith(".") and "\n" not in rule.asks for rule in RULES)


def test_every_rule_is_content() -> None:
    """There is a contract that no rule has anything to say about."""
    assert findings(CONTRACT, DOCS) == ()


OK = "{default: {description: ok}}"
GET = f"    get: {{operationId: a, responses: {OK}}}\n"
RIGHT = {
    "valid": f"paths:\n  /a:\n{GET}",
    "library": "components: {schemas: {A: {type: string}}}\n",
    "ids": f"paths:\n  /a:\n{GET}    put: {{operationId: b, responses: {OK}}}\n",
    "callback": f"""
paths:
  /a:
    post:
      operationId: a
      responses: {OK}
      callbacks: {{done: {{"{{$request.body#/url}}": {{post: {{responses: {OK}}}}}}}}}
""",
    "webhook": f"webhooks: {{done: {{post: {{responses: {OK}}}}}}}\n",
    "path parameter by reference": f"""
paths:
  /a/{{id}}:
    parameters: [{{$ref: "#/components/parameters/Id"}}]
{GET}
components:
  parameters:
    Id: {{name: id, in: path, required: true, schema: {{type: string}}}}
""",
    "path item by reference": f"""
paths:
  /a/{{id}}: {{$ref: "#/components/pathItems/A"}}
components:
  pathItems:
    A:
{GET}
      parameters: [{{name: id, in: path, required: true, schema: {{}}}}]
""".replace("    get", "      get"),
    "implicit variant": """
paths:
  /a:
    get:
      operationId: a
      responses:
        default:
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet: {discriminator: {propertyName: kind}}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}]}
""",
    "security": f"""
security: [{{key: []}}]
paths:
  /a:
{GET}
components:
  securitySchemes: {{key: {{type: apiKey, in: header, name: X-Key}}}}
""",
}


@pytest.mark.parametrize("name", RIGHT)
def test_right(name: str) -> None:
    """A document with nothing wrong has no findings."""
    assert found(HEAD + RIGHT[name]) == []


# The text goes on from line 3.
WRONG = {
    "unknown key": ("paths:\n  /a:\n    nope: 1\n", ['5:5 openapi-valid the key "nope" is not known here']),
    "type": ("tags:\n  - name: 5\npaths: {}\n", ["4:5 openapi-valid the number 5 stands where a string must be"]),
    "tags": ("tags: [{name: a}, {name: a}]\npaths: {}\n", ['3:19 openapi-valid "a" stands in this list twice']),
    "missing": ("servers:\n  - description: x\npaths: {}\n", ['4:5 openapi-valid "url" is missing']),
    "schema": (
        "components:\n  schemas:\n    A:\n      type: [strin]\n      minimum: '5'\n",
        [
            (
                '6:14 openapi-valid "strin" is not one of '
                '"array", "boolean", "integer", "null", "number", "object", "string"'
            ),
            '7:7 openapi-valid the string "5" stands where a number must be',
        ],
    ),
    "alternatives": (
        "components:\n  parameters:\n    P: {name: q, in: query}\n",
        ['5:5 openapi-valid one of "schema", "content" is missing'],
    ),
    "no id": (
        f"paths:\n  /a:\n    get: {{responses: {OK}}}\n",
        ["5:5 operation-id-present the operation has no operationId"],
    ),
    "id twice": (
        f"paths:\n  /a:\n{GET}  /b:\n{GET}",
        ['7:11 operation-id-unique the operationId "a" is that of GET /a too'],
    ),
    "path parameter": (
        f"paths:\n  /a/{{id}}:\n{GET}    parameters:\n      - {{name: it, in: path, required: true, schema: {{}}}}\n",
        [
            '5:5 path-parameter-declared "{id}" in the path has no parameter',
            '7:9 path-parameter-declared the path parameter "it" has no place in "/a/{id}"',
        ],
    ),
    "unused": (
        f"paths:\n  /a:\n{GET}components:\n  schemas:\n    A: {{items: {{$ref: '#/components/schemas/A'}}}}\n",
        ['8:5 component-unused no operation uses the component "A"'],
    ),
    "schema examples": (
        (
            "components:\n  schemas:\n    A:\n      properties: {n: {type: [integer, 'null']}}\n"
            "      required: [n, m]\n      example:\n        n: x\n        m: y\n      default: {n: 1}\n"
        ),
        [
            '9:9 example-valid the string "x" stands where an integer or null must be',
            '11:7 example-valid "m" is missing',
        ],
    ),
    "example by reference": (
        (
            "components:\n  parameters:\n    P:\n      name: p\n      in: query\n      schema: {format: uuid}\n"
            "      examples: {one: {$ref: '#/components/examples/E'}}\n  examples:\n    E:\n      value: no\n"
        ),
        ['12:7 example-valid "no" is not of the format uuid'],
    ),
    "header": (
        "components:\n  headers:\n    H:\n      schema: {type: integer, maximum: 5}\n      example: 7\n",
        ["7:7 example-valid 7 is more than 5"],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong(name: str) -> None:
    """What is wrong is found by its rule, at its line and column, and nothing else is."""
    text, expected = WRONG[name]
    assert found(HEAD + text) == expected


def test_wrong_3_0() -> None:
    """A document of 3.0 is checked by the rules of 3.0, in plain words where its schema has alternatives."""
    schemas = {"A": {"type": ["string"]}, "B": {"type": "string", "nullable": True, "example": None}}
    assert schema_findings(HEAD_3_0, **schemas) == ["a list stands where a string must be"]


def test_line_of_a_finding() -> None:
    """A finding is one line: position, rule, message, pointer, what to do."""
    text = HEAD + "servers:\n  - description: x\npaths: {}\n"
    (finding,) = findings(text, rules=VALIDITY)
    assert str(finding) == 'api.yaml:4:5: openapi-valid: "url" is missing [#/servers/0]; add what is missing'


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        ("date-time", "2026-01-31T10:00:00Z", "2026-01-31"),
        ("date", "2026-01-31", "2026-02-31"),
        ("email", "a@example.org", "a"),
        ("uri", "https://example.org/a", "example"),
        ("uuid", "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "6f"),
    ],
)
def test_formats(form: str, good: str, bad: str) -> None:
    """The formats that are known are asserted."""
    assert schema_findings(A={"type": "string", "format": form, "examples": [good]}) == []
    assert schema_findings(A={"type": "string", "format": form, "examples": [bad]}) == [
        f'"{bad}" is not of the format {form}'
    ]


EXAMPLES: list[tuple[dict[str, Any], Any, list[str]]] = [
    ({"type": "string", "enum": ["a"]}, 5, ["the number 5 stands where a string must be"]),
    ({"enum": ["a", "b"]}, "c", ['"c" is not one of "a", "b"']),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, 1, ["the number 1 stands where a string or null must be"]),
    ({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {}, ['one of "a", "b" is missing']),
    ({"oneOf": [{}, {}]}, 1, ["this does not fit exactly one of the alternatives"]),
    ({"additionalProperties": False}, {"b', 'c": 1}, ["the key \"b', 'c\" is not known here"]),
    ({"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": False}, {"a": 1}, []),
    ({"properties": {"a": {}}, "unevaluatedProperties": False}, {"b": 1}, ['the key "b" is not known here']),
    ({"patternProperties": {"^x": {"type": "string"}}}, {"x1": 1}, ["the number 1 stands where a string must be"]),
    ({"patternProperties": {"^x": {}}, "additionalProperties": False}, {"y": 1}, ['the key "y" is not known here']),
    ({"uniqueItems": True}, [{"a": 1}, {"a": 1}], ["the same item stands here twice"]),
    ({"pattern": "^a+$"}, "b", ['"b" does not match the pattern "^a+$"']),
    ({"pattern": "(?=a)b"}, "b", []),
    ({"not": {}}, 1, ['this is what "not" in the schema excludes']),
    ({"minLength": 2, "const": "ab"}, "ab", []),
]


@pytest.mark.parametrize(("schema", "example", "expected"), EXAMPLES)
def test_keywords(schema: dict[str, Any], example: Any, expected: list[str]) -> None:
    """What an example has wrong is said in plain words."""
    assert schema_findings(A={**schema, "examples": [example]}) == expected


BODY = """paths:
  /a:
    post:
      operationId: a
      requestBody:
        content:
          application/json:
            schema: {$ref: "#/components/schemas/A"}
            example: %s
          text/csv:
            schema: {$ref: "#/components/schemas/A"}
            example: id,secret
      responses:
        default:
          description: ok
          content:
            application/json:
              schema: {$ref: "#/components/schemas/A"}
              example: %s
components:
  schemas:
    Base: {properties: {id: {readOnly: true}, secret: {writeOnly: true}}}
    A: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, required: [id, secret]}], example: {}}
"""


def test_directions() -> None:
    """A request needs no readOnly member, a response no writeOnly one, and a schema by itself neither."""
    assert found(HEAD + BODY % ("{secret: s}", "{id: i}")) == []
    assert found(HEAD + BODY % ("{id: i}", "{secret: s}")) == [
        '11:13 example-valid "secret" is missing',
        '21:15 example-valid "id" is missing',
    ]


LISTED = """
                oneBook: {summary: A book alone, value: [{title: Emma, genre: novel, kind: used}]}"""


def test_without_example() -> None:
    """Contents of requests and responses have an example; those of parameters need none."""
    text = edited(CONTRACT, LISTED, " {}").replace("emma: {$ref: ", "x-emma: {$ref: ")
    text = edited(text, "            examples:\n              x-emma", "            x-examples:\n              x-emma")
    place = "content/application~1json"
    assert said(findings(text, DOCS, rules=rules("example-present"))) == [
        (
            "api.yaml:30:13 example-present",
            f"#/paths/~1books/get/responses/200/{place}",
            "the response has no example",
        ),
        (
            "api.yaml:43:11 example-present",
            f"#/paths/~1books/post/requestBody/{place}",
            "the request body has no example",
        ),
    ]
    content = edited(
        CONTRACT, 'schema: {$ref: "#/components/schemas/Genre"}\n  headers', "content: {text/x: {}}\n  headers"
    )
    assert findings(content, rules=rules("example-present")) == ()


@pytest.mark.parametrize(
    ("media_type", "needs_one"),
    [
        ("{}", False),
        ("{schema: {type: string, format: binary}}", False),
        ("{schema: {type: string, contentEncoding: base64}}", False),
        ("{example: null}", False),
        ("{schema: {type: string}}", True),
        ("{schema: true}", True),
        ("{itemSchema: {type: string}}", True),
        ("{schema: {}, examples: {}}", True),
    ],
)
def test_bytes_need_no_example(media_type: str, needs_one: bool) -> None:
    """What has no schema, or is bytes by its schema, cannot be shown in a document."""
    text = f"components: {{responses: {{A: {{description: A., content: {{a/b: {media_type}}}}}}}}}\n"
    assert bool(findings(HEAD + text, rules=rules("example-present"))) == needs_one


def nested(levels: int, leaf: Any, *keys: str) -> Any:
    """Put *leaf* below *levels* times *keys*."""
    for _ in range(levels):
        for key in keys:
            leaf = {key: leaf}
    return leaf


REF = "#/components/schemas/"
HOSTILE: dict[str, dict[str, Any]] = {
    "regular expression": {"A": {"type": "string", "pattern": "^(a+)+$", "example": "a" * 50_000 + "b"}},
    "pattern of members": {
        "A": {"patternProperties": {"^(a+)+$": {"type": "string"}}, "unevaluatedProperties": False}
        | {"example": {"a" * 900 + "b": 1, "a": 1}}
    },
    "another dialect": {
        "A": {"$schema": "http://json-schema.org/draft-03/schema#", "$id": "http://example.org/", "$dynamicRef": "/b"}
        | {"pattern": "^(a+)+$", "example": "a" * 50 + "b"}
    },
    "large example": {"A": {"items": {"type": "string"}, "example": [1] * 20_000}},
    "deep": {"A": {**nested(90, {"type": "string"}, "a", "properties"), "example": nested(90, 1, "a")}},
    "circle": {"A": {"allOf": [{"$ref": f"{REF}A"}], "example": 1}},
    "malformed": {
        "A": {"type": 1, "required": True, "properties": [1], "minimum": "5", "enum": 3, "allOf": {}, "items": [1]}
        | {"multipleOf": 0, "pattern": "(", "format": 7, "$ref": 5, "dependentRequired": {"a": 3}, "example": {"a": 1}},
        "B": 7,
        "C": None,
    },
    "number": {"A": {"multipleOf": 1e-300, "example": 10**398}},
    "forged line": {"A": {"additionalProperties": False, "example": {"a\nb.yaml:1:1: \x1b[31m\u202e": 1}}},
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("head", [HEAD, HEAD_3_0], ids=["3.1", "3.0"])
def test_hostile(name: str, head: str) -> None:
    """A hostile document ends in a few findings of one printable line each."""
    text = head + f"components: {{schemas: {json.dumps(HOSTILE[name])}}}\n"
    result = findings(text, rules=VALIDITY)
    assert 0 < len(result) < 40
    assert all(str(finding).isprintable() for finding in result)


JUNK: list[Any] = [
    None,
    True,
    -1.5,
    "(",
    [],
    {},
    [1],
    {"$ref": 5},
    {"$ref": "#"},
    {"$ref": "#/info"},
    {"type": "object"},
]
FULL = bundled(HEAD + BODY % ("{}", "{}")).tree
PAGE = page(CONTRACT)


@settings(deadline=None)
@given(data=st.data())
def test_junk_anywhere(data: st.DataObject) -> None:
    """Whatever stands wherever in a document, it has findings or is refused."""
    tree: Any = json.loads(json.dumps(data.draw(st.sampled_from([FULL, bundled(CONTRACT).tree]))))
    here = tree
    while True:
        key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        if not here[key] or not isinstance(here[key], dict | list) or data.draw(st.integers(0, 4)) == 0:
            break
        here = here[key]
    here[key] = data.draw(st.sampled_from(JUNK))
    with contextlib.suppress(SpecError):
        assert all(str(finding).isprintable() for finding in findings(json.dumps(tree), DOCS, pages=(PAGE,)))


def test_steps_are_limited() -> None:
    """References that multiply end in one finding that says that not all was checked."""
    chain = {f"L{i}": {"anyOf": [{"$ref": f"{REF}L{i + 1}"}] * 3} for i in range(30)}
    text = HEAD + f"components: {{schemas: {json.dumps({**chain, 'L30': {'type': 'string', 'example': 'a'}})}}}\n"
    text = text.replace('"L0": {', '"L0": {"example": 1, ')
    (problem,) = valid(linted(bundled(text)), steps=1000)
    assert "too much work" in problem.message


@pytest.mark.parametrize("version", ["swagger: '2.0'", "openapi: 4.0.0", "openapi: [1]", "title: x"])
def test_other_documents(version: str) -> None:
    """What is not OpenAPI 3 is refused."""
    with pytest.raises(SpecError):
        findings(version + "\n")
