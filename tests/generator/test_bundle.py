"""Laws of `bundle`: one document, nothing lost, nothing outside the root, every place still known."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.bundle import Bundle, bundle
from handbill_generator.bundle.files import DISK
from handbill_generator.bundle.rewriting import Bundling
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, Limits, load, load_bytes, pointer_of, tokens_of, value_at
from hypothesis import given
from hypothesis import strategies as st

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def bundled(folder: Path, files: dict[str, str], *, root: Path | None = None, limits: Limits | None = None) -> Bundle:
    """Bundle `api.yaml` of *files*; the others are beside it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    document = load(folder / "api.yaml", name="specs/api.yaml")
    before = json.dumps(document.tree)
    result = bundle(document, root=root, limits=limits or Limits())
    assert json.dumps(document.tree) == before
    return result


def tree(folder: Path, files: dict[str, str]) -> Any:
    return bundled(folder, files).tree


def lost(folder: Path, files: dict[str, str]) -> list[str]:
    """Give what the ledger says: place, what, what it became, why."""
    result = bundled(folder, files)
    return [f"{result.position(loss.pointer)} {loss.what} -> {loss.became}: {loss.why}" for loss in result.losses]


def refusal(folder: Path, files: dict[str, str], *, root: Path | None = None, limits: Limits | None = None) -> str:
    with pytest.raises(SpecError) as caught:
        bundled(folder, files, root=root, limits=limits)
    return str(caught.value)


def schema(ref: str) -> str:
    """Give a document whose line 3 column 37 says *ref* as a schema."""
    return f"openapi: 3.1.0\ncomponents:\n  schemas: {{A: {{properties: {{$ref: {{$ref: {json.dumps(ref)}}}}}}}}}\n"


REFS = st.sampled_from([f"#/components/schemas/{name}" for name in "ABC"])
DATA = st.recursive(
    st.none() | st.integers() | st.just({"$ref": "nowhere.yaml"}),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["$ref", "a"]), inner, max_size=2),
    max_leaves=4,
)


def schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = st.sampled_from(["a", "b", "$ref", "x-c"])
    return st.fixed_dictionaries(
        {},
        optional={
            "properties": st.dictionaries(names, inner, max_size=2),
            "items": inner,
            "allOf": st.lists(inner, max_size=2),
            "default": DATA,
            "enum": st.lists(DATA, max_size=2),
            "const": DATA,
            "example": DATA,
            "x-data": DATA,
            "discriminator": st.just({"propertyName": "a", "mapping": {"b": "B", "c": "#/components/schemas/C"}}),
        },
    )


SCHEMAS = st.recursive(st.builds(lambda ref: {"$ref": ref, "description": "d"}, REFS) | st.just(True), schemas)
DOCUMENTS = st.fixed_dictionaries(
    {
        "openapi": st.just("3.1.0"),
        "components": st.fixed_dictionaries(
            {"schemas": st.fixed_dictionaries({name: schemas(SCHEMAS) for name in "ABC"})}
        ),
    }
)


@given(document=DOCUMENTS)
def test_what_is_one_document_already_stays_as_it_is(document: dict[str, JSON]) -> None:
    """A document without outside references is its own bundle, order of keys, data and properties called $ref too."""
    source = load_bytes(json.dumps(document).encode(), path=Path("/specs/api.json"), name="api.json")
    assert json.dumps(bundle(source).tree) == json.dumps(document)


def test_a_bundle_is_its_own_bundle(tmp_path: Path) -> None:
    """To bundle twice is to bundle once."""
    once = bundled(tmp_path, CAMPAIGNS)
    again = bundled(tmp_path / "again", {"api.yaml": json.dumps(once.tree)})
    assert json.dumps(again.tree) == json.dumps(once.tree)


CAMPAIGNS = {
    "api.yaml": HEAD
    + """\
paths:
  /campaigns:
    $ref: paths/campaigns.yaml
  /campaigns/{id}:
    get:
      parameters:
        - $ref: parts.json#/parameters/Id
      responses:
        200: {$ref: 'parts.json#/responses/OK'}
components:
  schemas:
    Campaign: {$ref: schemas/Campaign.yaml}
    Error: {type: object, example: {$ref: untouched.yaml}}
""",
    "paths/campaigns.yaml": """\
post:
  requestBody:
    content:
      application/json: {schema: {$ref: ../schemas/Campaign.yaml, description: beside}}
  responses:
    '400': {$ref: ../parts.json#/responses/Error}
""",
    "schemas/Campaign.yaml": """\
type: object
properties:
  parent: {$ref: '#'}
  status: {$ref: '#/$defs/Status'}
  error: {$ref: ../api.yaml#/components/schemas/Error}
$defs:
  Status: {enum: [draft, {$ref: data.yaml}]}
""",
    "parts.json": json.dumps(
        {
            "parameters": {"Id": {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}},
            "responses": {
                "OK": {"content": {"application/json": {"schema": {"$ref": "schemas/Campaign.yaml"}}}},
                "Error": {"description": "no", "headers": {"X-Id": {"$ref": "#/headers/Id"}}},
            },
            "headers": {"Id": {"schema": {"type": "string"}}},
        },
        indent=1,
    ),
}


def test_files_become_components(tmp_path: Path) -> None:
    """What a reference pulls in is a component of the fitting section, one per target, and data is left alone."""
    result = tree(tmp_path, CAMPAIGNS)
    parts = result["components"]
    assert list(result) == ["openapi", "info", "paths", "components"]
    assert {section: list(names) for section, names in parts.items()} == {
        "schemas": ["Campaign", "Error", "Status"],
        "pathItems": ["campaigns"],
        "parameters": ["Id"],
        "responses": ["OK", "Error"],
        "headers": ["Id"],
    }
    assert result["paths"]["/campaigns"] == {"$ref": "#/components/pathItems/campaigns"}
    body = parts["pathItems"]["campaigns"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/Campaign", "description": "beside"}
    assert parts["schemas"]["Campaign"]["properties"] == {
        "parent": {"$ref": "#/components/schemas/Campaign"},
        "status": {"$ref": "#/components/schemas/Status"},
        "error": {"$ref": "#/components/schemas/Error"},
    }
    assert parts["schemas"]["Error"]["example"] == {"$ref": "untouched.yaml"}
    assert parts["schemas"]["Status"]["enum"][1] == {"$ref": "data.yaml"}
    assert parts["responses"]["Error"]["headers"]["X-Id"] == {"$ref": "#/components/headers/Id"}


def test_every_part_is_placed_in_the_file_it_was_written_in(tmp_path: Path) -> None:
    """A position leads to the original file, also for what was pulled in, and for every pointer of the tree."""
    result = bundled(tmp_path, CAMPAIGNS)
    for pointer, place in {
        "#/paths/~1campaigns/$ref": "specs/api.yaml:5:5",
        "#/components/schemas/Campaign": "specs/schemas/Campaign.yaml:1:1",
        "#/components/schemas/Campaign/properties/error/$ref": "specs/schemas/Campaign.yaml:5:11",
        "#/components/schemas/Status/enum/1": "specs/schemas/Campaign.yaml:7:26",
        "#/components/schemas/Error/type": "specs/api.yaml:15:13",
        "#/components/pathItems/campaigns/post": "specs/paths/campaigns.yaml:1:1",
        "#/components/headers/Id": "specs/parts.json:32:3",
        "#/components/headers/Nope": "specs/api.yaml:12:1",
    }.items():
        assert str(result.position(pointer)) == place

    def walk(value: JSON, tokens: tuple[str, ...]) -> None:
        assert result.position(pointer_of(tokens)).line > 0
        members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, member in members:
            walk(member, (*tokens, str(key)))

    walk(result.tree, ())


def test_a_bundle_knows_its_sources(tmp_path: Path) -> None:
    """Sources are listed once, the main one first; the hash is over all of them, in order of name."""
    result = bundled(tmp_path, CAMPAIGNS)
    names = ["api.yaml", "schemas/Campaign.yaml", "paths/campaigns.yaml", "parts.json"]
    assert [source.name for source in result.sources] == [f"specs/{name}" for name in names]
    digests = [source.content_sha256 for source in sorted(result.sources, key=lambda source: source.name)]
    assert result.sha256 == sha256("".join(digests).encode()).hexdigest()
    (tmp_path / "parts.json").write_text(CAMPAIGNS["parts.json"] + "\n")
    assert bundle(load(tmp_path / "api.yaml")).sha256 != result.sha256


def test_names_are_made_unique_without_numbers_first(tmp_path: Path) -> None:
    """A taken name gets its file's or folder's name before it, and a number only when that is taken too."""
    refs = ["b.yaml#/A", "c/b.yaml#/A", "d/b.yaml#/A", "e/A.yaml", "b.yaml#/list/0", "f/x y.yaml"]
    main = "components: {schemas: {A: {allOf: [" + ", ".join(f"{{$ref: '{ref}'}}" for ref in refs) + "]}}}"
    part = "A: {type: string}\nlist: [{}]"
    files = {"b.yaml": part, "c/b.yaml": part, "d/b.yaml": part, "e/A.yaml": part, "f/x y.yaml": part}
    result = tree(tmp_path, {"api.yaml": main, **files})
    assert list(result["components"]["schemas"]) == ["A", "b_A", "b_A_2", "b_A_3", "e_A", "b_0", "x_y"]


@pytest.mark.parametrize(
    ("place", "section"),
    [
        ("paths: {/a: {$ref: R}}", "pathItems"),
        ("webhooks: {a: {$ref: R}}", "pathItems"),
        ("paths: {/a: {parameters: [{$ref: R}]}}", "parameters"),
        ("paths: {/a: {get: {parameters: [{$ref: R}]}}}", "parameters"),
        ("paths: {/a: {get: {requestBody: {$ref: R}}}}", "requestBodies"),
        ("paths: {/a: {get: {responses: {default: {$ref: R}}}}}", "responses"),
        ("paths: {/a: {get: {callbacks: {a: {$ref: R}}}}}", "callbacks"),
        ("paths: {/a: {get: {callbacks: {a: {'{$url}': {$ref: R}}}}}}", "pathItems"),
        ("paths: {/a: {query: {responses: {200: {headers: {a: {$ref: R}}}}}}}", "headers"),
        ("paths: {/a: {additionalOperations: {COPY: {responses: {200: {links: {a: {$ref: R}}}}}}}}", "links"),
        ("components: {examples: {a: {$ref: R}}}", None),
        ("components: {securitySchemes: {a: {$ref: R}}}", None),
        ("components: {headers: {a: {examples: {b: {$ref: R}}}}}", "examples"),
        ("components: {parameters: {a: {content: {b: {$ref: R}}}}}", "mediaTypes"),
        ("components: {requestBodies: {a: {content: {b: {encoding: {c: {headers: {d: {$ref: R}}}}}}}}}", "headers"),
        ("components: {responses: {a: {content: {b: {itemSchema: {$ref: R}}}}}}", "schemas"),
        ("components: {schemas: {a: {items: {$ref: R}}}}", "schemas"),
        ("components: {schemas: {a: {items: [{$ref: R}]}}}", "schemas"),
        ("components: {schemas: {a: {oneOf: [{not: {additionalProperties: {$ref: R}}}]}}}", "schemas"),
        ("components: {schemas: {a: {properties: {x-b: {$ref: R}}}}}", "schemas"),
        ("components: {schemas: {a: {properties: {$ref: {$ref: R}}}}}", "schemas"),
        ("components: {schemas: {a: {$defs: {b: {patternProperties: {c: {$ref: R}}}}}}}", "schemas"),
    ],
)
def test_the_section_follows_from_where_the_reference_stands(tmp_path: Path, place: str, section: str | None) -> None:
    """Each place of OpenAPI pulls into its own section; a component that only refers to a file is that component."""
    result = tree(tmp_path, {"api.yaml": place.replace("R", "part.json"), "part.json": '{"x-part": 1}'})
    assert "part.json" not in json.dumps(result)
    if section:
        assert result["components"][section]["part"] == {"x-part": 1}
    else:
        assert [list(names.values()) for names in result["components"].values()] == [[{"x-part": 1}]]


@pytest.mark.parametrize(
    "place",
    [
        "x-a: {$ref: R}",
        "paths: {x-a: {$ref: R}}",
        "paths: {/a: {get: {x-a: {$ref: R}, responses: {x-b: {$ref: R}}}}}",
        "components: {examples: {a: {value: {$ref: R}}}}",
        "components: {parameters: {a: {example: {$ref: R}, examples: {b: {value: {c: {$ref: R}}}}}}}",
        "components: {schemas: {a: {example: {$ref: R}, examples: [{$ref: R}], default: {$ref: R}}}}",
        "components: {schemas: {a: {enum: [{$ref: R}], const: {$ref: R}, x-a: {$ref: R}}}}",
        "components: {schemas: {a: {properties: {$ref: {type: string}}, $ref: 5}}}",
        "components: {schemas: {a: {properties: {$ref: '#/components/schemas/a'}}}}",
        "paths: {/a: {get: {responses: {$ref: '#/components/responses/a'}}}}",
        "components: {links: {a: {parameters: {$ref: R}}}}",
    ],
)
def test_data_is_not_a_reference(tmp_path: Path, place: str) -> None:
    """A $ref in an example, default, enum, const or extension, and a property of that name, stay as they are."""
    text = place.replace("R", "https://example.com/none.yaml")
    assert tree(tmp_path, {"api.yaml": text}) == load(tmp_path / "api.yaml").tree


def test_text_stands_in_where_there_is_no_component(tmp_path: Path) -> None:
    """A paths map, a map of components or an operation may be in a file of its own; what stands beside $ref is kept."""
    result = bundled(
        tmp_path,
        {
            "api.yaml": "paths: {$ref: p/paths.yaml, /b: {$ref: b.yaml}}\ncomponents: {schemas: {$ref: s/index.yaml}}",
            "p/paths.yaml": "/a:\n  get: {$ref: ops.yaml#/get}",
            "p/ops.yaml": "get: {responses: {200: {content: {a: {schema: {$ref: ../s/A.yaml}}}}}}",
            "b.yaml": "summary: b",
            "s/index.yaml": "A: {$ref: ./A.yaml}\nB: {items: {$ref: '#/A'}}",
            "s/A.yaml": "properties: {b: {$ref: 'index.yaml#/B'}}",
        },
    )
    to_a = {"$ref": "#/components/schemas/A"}
    assert result.tree == {
        "paths": {
            "/a": {"get": {"responses": {"200": {"content": {"a": {"schema": to_a}}}}}},
            "/b": {"$ref": "#/components/pathItems/b"},
        },
        "components": {
            "schemas": {"A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}}, "B": {"items": to_a}},
            "pathItems": {"b": {"summary": "b"}},
        },
    }
    places = [str(result.position(f"#/paths/{pointer}")) for pointer in ("~1a/get/responses", "~1b")]
    assert places == ["specs/p/ops.yaml:1:7", "specs/api.yaml:1:29"]


def test_a_file_that_passes_on_is_passed_over(tmp_path: Path) -> None:
    """An index of files gives the name, the file behind it the content, and it is there once."""
    result = tree(
        tmp_path,
        {
            "api.yaml": "components: {schemas: {X: {allOf: [{$ref: 'index.yaml#/Nice'}, {$ref: 's/v2.yaml'}]}}}",
            "index.yaml": "Nice: {$ref: s/v2.yaml}",
            "s/v2.yaml": "type: string",
        },
    )
    to_nice = {"$ref": "#/components/schemas/Nice"}
    assert result["components"]["schemas"] == {"X": {"allOf": [to_nice, to_nice]}, "Nice": {"type": "string"}}


def test_what_is_referred_to_outside_of_components_is_looked_through(tmp_path: Path) -> None:
    """An internal reference may mean any place; outside references there are pulled in too."""
    result = tree(
        tmp_path,
        {
            "api.yaml": "components: {schemas: {A: {$ref: '#/x-own/A%20b'}}}\nx-own: {A b: {items: {$ref: b.yaml}}}",
            "b.yaml": "type: string",
        },
    )
    assert result["components"]["schemas"] == {"A": {"$ref": "#/x-own/A%20b"}, "b": {"type": "string"}}
    assert result["x-own"] == {"A b": {"items": {"$ref": "#/components/schemas/b"}}}


def test_discriminators_name_files_too(tmp_path: Path) -> None:
    """A file in a discriminator mapping becomes the component that it is; a plain name stays a name."""
    mapping = "{a: A, b: b.yaml, c: 'api.yaml#/components/schemas/A', d: '#/components/schemas/A'}"
    main = f"components: {{schemas: {{A: {{discriminator: {{mapping: {mapping}}}, oneOf: [{{$ref: ./b.yaml}}]}}}}}}"
    result = tree(tmp_path, {"api.yaml": main, "b.yaml": "type: object"})
    found = result["components"]["schemas"]["A"]["discriminator"]["mapping"]
    to_a, to_b = "#/components/schemas/A", "#/components/schemas/b"
    assert found == {"a": "A", "b": to_b, "c": to_a, "d": to_a}


def test_pointers_are_decoded(tmp_path: Path) -> None:
    """Percent-encoding and ~0 ~1 are decoded once each, in this order, and files' names too."""
    main = "components: {schemas: {A: {allOf: [{$ref: 'a%20b.yaml#/x~1y~01%25'}, {$ref: '#/paths/~1%7Bi%7D'}]}}}"
    result = tree(tmp_path, {"api.yaml": f"{main}\npaths: {{'/{{i}}': {{}}}}", "a b.yaml": "x/y~1%: {type: string}"})
    assert result["components"]["schemas"]["x_y_1"] == {"type": "string"}


def test_recursion_through_content_is_fine(tmp_path: Path) -> None:
    """A schema may contain itself, over files and by way of other schemas."""
    files = {"api.yaml": "components: {schemas: {A: {properties: {a: {$ref: b.yaml}}}}}"}
    files["b.yaml"] = "items: {$ref: 'api.yaml#/components/schemas/A'}\nnot: {$ref: '#'}"
    result = tree(tmp_path, files)
    assert result["components"]["schemas"]["b"] == {
        "items": {"$ref": "#/components/schemas/A"},
        "not": {"$ref": "#/components/schemas/b"},
    }


AT = "specs/api.yaml:3:37 "
THERE = " [#/components/schemas/A/properties/$ref/$ref]; "
COPY = 'copy the file below "specs" and refer to it by a relative path'
RELATIVE = "write the path of a file, relative to the one this stands in"
POINTER = "write a JSON pointer such as #/components/schemas/Name"
WRITE = "write what it refers to, or correct the reference"
NO_FILE = "no such file or directory"


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("#/components/schemas/Nope", f"it does not resolve; {WRITE}"),
        ("#/components/schema/A", 'it does not resolve; write "#/components/schemas/A" if that is meant'),
        (
            "#/components/schemas/A/propertees",
            'it does not resolve; write "#/components/schemas/A/properties" if that is meant',
        ),
        ("#/openapi/0", f"it does not resolve; {WRITE}"),
        ("#", "it is the whole document; refer to a part of it"),
        ("b.yaml#/Campain", 'it does not resolve; write "b.yaml#/Campaign" if that is meant'),
        ("#A", f"it names an anchor that nobody set; {POINTER}"),
        ("b.yaml#A", f"it names an anchor that nobody set; {POINTER}"),
        ("http://example.com/a.yaml", f"it is remote; references are never fetched; {COPY}"),
        ("HTTPS://example.com/a.yaml#/A", f"it is remote; references are never fetched; {COPY}"),
        ("//example.com/a.yaml", f"it is remote; references are never fetched; {COPY}"),
        ("no.yaml", f'"specs/no.yaml" cannot be read: {NO_FILE}; {RELATIVE}'),
        ("s", f'"specs/s" cannot be read: is a directory; {RELATIVE}'),
    ],
)
def test_references_that_lead_nowhere(tmp_path: Path, ref: str, why: str) -> None:
    """What is missing is anything, what stands beside it stays, and the ledger says where and why."""
    (tmp_path / "s").mkdir()
    files = {"api.yaml": schema(ref).replace("}}}}\n", ", title: T}}}}\n"), "b.yaml": "Campaign: {}"}
    assert lost(tmp_path, files) == [f'{AT}reference "{ref}" -> anything: {why}']
    assert tree(tmp_path, files)["components"]["schemas"]["A"]["properties"]["$ref"] == {"title": "T"}


ANY_BODY = {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}


@pytest.mark.parametrize(
    ("place", "became", "what_stands_there"),
    [
        ("paths: {/a: {post: {requestBody: {$ref: R}}}}", "a body of any kind", ANY_BODY),
        ("paths: {/a: {get: {responses: {200: {$ref: R}}}}}", "an answer of any kind", {}),
        ("paths: {/a: {get: {parameters: [{$ref: R}]}}}", "no parameter", {}),
        ("paths: {/a: {get: {$ref: R}}}", "an operation of which nothing else is known", {}),
        ("paths: {/a: {$ref: R}}", "a path without operations of its own", {}),
        ("paths: {/a: {$ref: R, get: {}}}", "a path without operations of its own", {"get": {}}),
        ("components: {headers: {a: {$ref: R}}}", "a header of any kind", {}),
        ("components: {examples: {a: {$ref: R}}}", "no example", {}),
        ("components: {links: {a: {$ref: R}}}", "no link", {}),
        ("components: {callbacks: {a: {$ref: R}}}", "no callback", {}),
        ("components: {securitySchemes: {a: {$ref: R}}}", "no security scheme", {}),
        ("components: {requestBodies: {a: {content: {b: {$ref: R}}}}}", "a body of any kind", {}),
    ],
)
def test_what_stands_where_a_reference_leads_nowhere(
    tmp_path: Path, place: str, became: str, what_stands_there: JSON
) -> None:
    """No document is refused, and no operation lost, for a file that is missing."""
    result = bundled(tmp_path, {"api.yaml": place.replace("R", "no.yaml")})
    (loss,) = result.losses
    assert loss.became == became
    assert value_at(result.tree, tokens_of(loss.pointer)[:-1]) == what_stands_there


@pytest.mark.parametrize("ref", ["A", "#/definitions/A", "#/schemas/A"])
def test_habits_of_other_formats_are_understood(tmp_path: Path, ref: str) -> None:
    """A bare name, or one where Swagger 2.0 had it, means the component of that name."""
    text = f"components: {{schemas: {{A: {{type: string}}, B: {{items: {{$ref: '{ref}'}}}}}}}}"
    found = tree(tmp_path, {"api.yaml": text})["components"]["schemas"]["B"]
    assert found == {"items": {"$ref": "#/components/schemas/A"}}
    assert [loss.became for loss in bundled(tmp_path, {"api.yaml": text}).losses] == ['"#/components/schemas/A"']


def test_pointers_go_through_references(tmp_path: Path) -> None:
    """A pointer to a property of a schema that is itself a reference means the property behind it."""
    text = (
        "components: {schemas: {A: {properties: {a: {type: string}}}, B: {$ref: '#/components/schemas/A'},"
        " C: {$ref: '#/components/schemas/B/properties/a'}}}"
    )
    found = tree(tmp_path, {"api.yaml": text})["components"]["schemas"]["C"]
    assert found == {"$ref": "#/components/schemas/A/properties/a"}


SELF = "openapi: 3.2.0\n$self: https://example.com/api/openapi.yaml\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A: {$anchor: a, type: string}\n    B: {$ref: '#a'}", "#/components/schemas/A"),
        ("A: {$id: 'https://x.test/a', type: string}\n    B: {$ref: 'https://x.test/a'}", "#/components/schemas/A"),
        ("A: {$id: 'urn:x:a', type: string}\n    B: {$ref: 'urn:x:a#'}", "#/components/schemas/A"),
        ("A: {$id: a, type: string}\n    B: {$ref: a}", "#/components/schemas/A"),
        (
            "A: {$id: a, $defs: {x: {$anchor: b}}}\n    B: {$ref: 'a#b'}",
            "#/components/schemas/A/$defs/x",
        ),
        (
            "A: {$id: 'https://x.test/a', $defs: {x: {type: string}}}\n    B: {$ref: 'https://x.test/a#/$defs/x'}",
            "#/components/schemas/A/$defs/x",
        ),
        ("A: {type: string}\n    B: {$ref: 'https://example.com/api/openapi.yaml#/components/schemas/A'}", None),
        ("A: {type: string}\n    B: {$ref: 'openapi.yaml#/components/schemas/A'}", None),
        ("A: {$id: '#a', type: string}\n    B: {$ref: '#a'}", "#/components/schemas/A"),
        ("A: {$dynamicAnchor: a}\n    B: {$dynamicRef: '#a'}", "#/components/schemas/A"),
    ],
)
def test_names_that_a_document_gives_itself(tmp_path: Path, text: str, found: str | None) -> None:
    """`$self`, `$id` and `$anchor` are what a reference may name (JSON Schema 2020-12 core, 8.2)."""
    result = bundled(tmp_path, {"api.yaml": f"{SELF}components:\n  schemas:\n    {text}\n"})
    schemas: Any = result.tree["components"]
    assert schemas["schemas"]["B"] == {"$ref": found or "#/components/schemas/A"}
    assert result.losses == ()


def test_pointers_in_a_schema_with_an_id_are_its_own(tmp_path: Path) -> None:
    """In a schema with an `$id` a pointer begins at that schema, or where nothing is there at the document."""
    inside = "{$id: 'https://x.test/a', $defs: {x: {}}, allOf: [{$ref: '#/$defs/x'}, {$ref: '#/components/schemas/B'}]}"
    text = f"components: {{schemas: {{A: {inside}, B: {{}}}}}}"
    found = tree(tmp_path, {"api.yaml": text})["components"]["schemas"]["A"]["allOf"]
    assert found == [{"$ref": "#/components/schemas/A/$defs/x"}, {"$ref": "#/components/schemas/B"}]


def test_files_beside_a_document_with_a_uri_are_read(tmp_path: Path) -> None:
    """A URI below the folder of `$self` is the file below the folder of the document; another one is remote."""
    text = (
        f"{SELF}components: {{schemas: {{A: {{$ref: 'https://example.com/api/s/a.yaml'}},"
        " B: {$ref: 'https://example.com/b.yaml'}, C: {$ref: ../../c.yaml}}}\n"
    )
    with pytest.raises(SpecError, match="leads outside"):
        bundled(tmp_path, {"api.yaml": text, "s/a.yaml": "type: string"})
    result = bundled(tmp_path, {"api.yaml": text.replace(", C: {$ref: ../../c.yaml}", ""), "s/a.yaml": "type: string"})
    assert result.tree["components"] == {"schemas": {"A": {"type": "string"}, "B": {}}}


def test_an_ambiguous_dynamic_reference_is_a_loss(tmp_path: Path) -> None:
    """Which of several dynamic anchors is meant is known only while a value is checked."""
    text = (
        "components: {schemas: {A: {$id: a, $dynamicAnchor: n, items: {$dynamicRef: '#n'}},"
        " B: {$id: b, $dynamicAnchor: n, allOf: [{$ref: a}]}, C: {$ref: '#/components/schemas/A', $dynamicRef: '#n'}}}"
    )
    result = bundled(tmp_path, {"api.yaml": text})
    schemas: Any = result.tree["components"]
    assert schemas["schemas"]["A"]["items"] == {"$ref": "#/components/schemas/A"}
    assert schemas["schemas"]["B"]["allOf"] == [{"$ref": "#/components/schemas/A"}]
    assert {loss.pointer: loss.became for loss in result.losses} == {
        "#/components/schemas/A/items/$dynamicRef": '"$dynamicRef as $ref"',
        "#/components/schemas/C/$dynamicRef": "nothing",
    }


@given(document=DOCUMENTS)
def test_a_document_that_is_whole_is_left_as_it_is(document: dict[str, JSON]) -> None:
    """What is not gone through because it needs nothing is what going through it would have given."""
    source = load_bytes(json.dumps(document).encode(), path=Path("/specs/api.json"), name="api.json")
    work = Bundling(source, None, Limits(), DISK)
    work.run()
    assert json.dumps(work.tree) == json.dumps(bundle(source).tree)


@pytest.mark.parametrize(
    ("ref", "what", "hint"),
    [
        ("urn:x:a", "is not a relative path", COPY),
        ("file:///etc/passwd", "is not a relative path", COPY),
        ("c:a.yaml", "is not a relative path", COPY),
        ("/etc/passwd", "is not a relative path", COPY),
        ("%2Fetc/passwd", "is not a relative path", COPY),
        ("%66ile:a.yaml", "is not a relative path", COPY),
        ("a\\b.yaml", "is not a relative path", COPY),
        ("../a.yaml", 'leads outside of "specs"', COPY),
        ("%2e%2e/a.yaml", 'leads outside of "specs"', COPY),
        ("b/../../a.yaml", 'leads outside of "specs"', COPY),
        ("link.yaml", 'leads outside of "specs"', COPY),
        ("out/a.yaml", 'leads outside of "specs"', COPY),
    ],
)
def test_references_that_are_refused(tmp_path: Path, ref: str, what: str, hint: str) -> None:
    """A reference that could lead out of the root folder is refused where it stands."""
    (tmp_path / "a.yaml").write_text("secret: {}")
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs/link.yaml").symlink_to(tmp_path / "a.yaml")
    (tmp_path / "specs/out").symlink_to(tmp_path)
    files = {"api.yaml": schema(ref), "b.yaml": "Campaign: {}"}
    assert refusal(tmp_path / "specs", files) == f'specs/api.yaml:3:37: "{ref}" {what}{THERE}{hint}'


def test_what_is_wrong_in_another_file_is_said_there(tmp_path: Path) -> None:
    """Positions and pointers of an error are those of the file that is wrong."""
    main = schema("s/b.yaml#/B")
    assert refusal(tmp_path, {"api.yaml": main, "s/b.yaml": "B: [1"}).startswith("specs/s/b.yaml:1:6: not valid YAML")
    files = {"api.yaml": main, "s/b.yaml": "B:\n  items: {$ref: '#/C'}"}
    assert lost(tmp_path, files) == [f'specs/s/b.yaml:2:11 reference "#/C" -> anything: it does not resolve; {WRITE}']


def test_a_wider_root_lets_folders_share(tmp_path: Path) -> None:
    """References may go up as far as the root folder that was given."""
    (tmp_path / "shared.yaml").write_text("type: string")
    result = bundled(tmp_path / "specs", {"api.yaml": schema("../shared.yaml")}, root=tmp_path)
    assert [source.name for source in result.sources] == ["specs/api.yaml", "shared.yaml"]


CIRCLES: list[tuple[dict[str, str], str]] = [
    (
        {"api.yaml": "components:\n  schemas:\n    A: {$ref: '#/components/schemas/A'}"},
        'specs/api.yaml:3:9 reference "#/components/schemas/A" -> anything: '
        '"#/components/schemas/A" -> "#/components/schemas/A" never leads to content; write the object at one of them',
    ),
    (
        {
            "api.yaml": "components: {schemas: {C: {items: {$ref: '#/components/schemas/A'}},"
            "\nA: {$ref: '#/components/schemas/B'},\nB: {$ref: '#/components/schemas/A', title: b}}}"
        },
        'specs/api.yaml:2:5 reference "#/components/schemas/B" -> anything: '
        '"#/components/schemas/B" -> "#/components/schemas/A" -> "#/components/schemas/B" never leads to content;'
        " write the object at one of them",
    ),
    (
        {
            "api.yaml": "components: {schemas: {A: {items: {$ref: b.yaml}}}}",
            "b.yaml": "$ref: c.yaml",
            "c.yaml": "$ref: b.yaml",
        },
        'specs/api.yaml:1:36 reference "b.yaml" -> anything: it leads in a circle and never to content;'
        " write the object at one end",
    ),
    (
        {"api.yaml": "components: {schemas: {A: {$ref: b.yaml}}}", "b.yaml": "$ref: 'api.yaml#/components/schemas/A'"},
        'specs/api.yaml:1:28 reference "#/components/schemas/A" -> anything: '
        '"#/components/schemas/A" -> "#/components/schemas/A" never leads to content; write the object at one of them',
    ),
    (
        {"api.yaml": "paths: {/a: {get: {$ref: op.yaml}}}", "op.yaml": "callbacks: {a: {b: {get: {$ref: op.yaml}}}}"},
        'specs/op.yaml:1:27 reference "op.yaml" -> an operation of which nothing else is known:'
        " it leads back to the text it stands in; write the text out at one of them",
    ),
]


@pytest.mark.parametrize(("files", "message"), CIRCLES)
def test_references_that_never_lead_to_content(tmp_path: Path, files: dict[str, str], message: str) -> None:
    """References that only lead to each other are cut at one of them, and the ledger names the circle."""
    assert lost(tmp_path, files) == [message]


DOUBLING = {
    f"o{n}.yaml": f"callbacks: {{a: {{b: {{get: {{$ref: o{n + 1}.yaml}}, put: {{$ref: o{n + 1}.yaml}}}}}}}}"
    for n in range(30)
}


@pytest.mark.parametrize(
    ("files", "limits", "message"),
    [
        (
            {"api.yaml": "paths: {/a: {$ref: b.yaml}}", "b.yaml": "get: {$ref: c.yaml}", "c.yaml": "{}"},
            Limits(files=2),
            'specs/b.yaml:1:7: "c.yaml" is one file more than 2 (limit "files") [#/get/$ref]; split the document',
        ),
        (
            {"api.yaml": "paths: {/a: {$ref: b.yaml}}", "b.yaml": "get: {}"},
            Limits(nodes=4),
            'specs/api.yaml:1:14: more than 4 values, references copied in (limit "nodes") [#/paths/~1a/$ref];'
            " split the document, or repeat less",
        ),
        (
            {"api.yaml": "paths: {/a: {get: {$ref: o0.yaml}}}", "o30.yaml": "{}", **DOUBLING},
            Limits(nodes=1000, depth=1000),
            "more than 1000 values, references copied in",
        ),
        (
            {"api.yaml": "paths: {/a: {get: {$ref: o0.yaml}}}", "o30.yaml": "{}", **DOUBLING},
            Limits(depth=20),
            'more than 20 levels of nesting, references copied in (limit "depth")',
        ),
    ],
)
def test_limits(tmp_path: Path, files: dict[str, str], limits: Limits, message: str) -> None:
    """References cannot multiply files, values or levels past the limits."""
    found = refusal(tmp_path, files, limits=limits)
    assert found == message if message.startswith("specs/") else message in found


@pytest.mark.parametrize("place", ["components: 1", "components: {schemas: []}"])
def test_components_that_are_no_mapping(tmp_path: Path, place: str) -> None:
    """There must be a place for what is pulled in."""
    text = f"{place}\npaths: {{/a: {{parameters: [{{schema: {{$ref: b.yaml}}}}]}}}}"
    assert "is not a mapping" in refusal(tmp_path, {"api.yaml": text, "b.yaml": "{}"})


def test_text_that_cannot_stand_in(tmp_path: Path) -> None:
    """Only a mapping can stand where a mapping is due."""
    files = {"api.yaml": "paths: {$ref: 'b.yaml#/a'}", "b.yaml": "a: []"}
    message = 'specs/api.yaml:1:9 reference "b.yaml#/a" -> nothing: it is not a mapping; refer to a mapping'
    assert lost(tmp_path, files) == [message]
