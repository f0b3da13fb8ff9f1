"""Laws of the rules about docs.yaml: it says of every member who documents it, and of nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from handbill_generator.diagnostics import SpecError
from handbill_generator.evidence import written
from handbill_generator.lint.evidence import RULES
from hypothesis import given
from hypothesis import strategies as st

from .linting import CONTRACT, DOCS, HEAD, edited, evidence, findings, said

# What is replaced in docs.yaml, what stands there instead, and what is found then.
WRONG = {
    "operation": (
        '  /paths/~1books/post:\n    page-1: [genre, "201"]\n',
        "",
        [("api.yaml:36:5 evidence-complete", "#/paths/~1books/post", "docs.yaml has no entry for the operation")],
    ),
    "parameter": (
        '[genre, "201"]',
        '["201"]',
        [
            (
                "api.yaml:17:9 evidence-complete",
                "#/paths/~1books/parameters/0",
                'no source documents the parameter "genre"',
            )
        ],
    ),
    "status": (
        '[genre, "201"]',
        "[genre]",
        [
            (
                "api.yaml:49:9 evidence-complete",
                "#/paths/~1books/post/responses/201",
                'no source documents the status "201"',
            )
        ],
    ),
    "property": (
        "[title, genre, kind]",
        "[genre, kind]",
        [
            (
                "api.yaml:72:9 evidence-complete",
                "#/components/schemas/Book/properties/title",
                'no source documents the property "title"',
            )
        ],
    ),
    "const": (
        "page-1: [used]",
        "page-1: []",
        [
            (
                "api.yaml:77:11 evidence-complete",
                "#/components/schemas/Book/properties/kind/const",
                'no source documents the value "used"',
            )
        ],
    ),
    "enum value": (
        "[novel, poem]",
        "[poem]",
        [
            (
                "api.yaml:84:14 evidence-complete",
                "#/components/schemas/Genre/enum/0",
                'no source documents the value "novel"',
            )
        ],
    ),
    "holder": (
        "/paths/~1books/post:",
        "/paths/~1papers/post:",
        [
            ("api.yaml:36:5 evidence-complete", "#/paths/~1books/post", "docs.yaml has no entry for the operation"),
            (
                "docs.yaml:14:3 evidence-current",
                "#/evidence/~1paths~1~01papers~1post",
                '"/paths/~1papers/post" leads nowhere: there is no "/papers"',
            ),
        ],
    ),
    "not a pointer": (
        "/components/schemas/Book/properties/kind:",
        "kind:",
        [
            (
                "api.yaml:77:11 evidence-complete",
                "#/components/schemas/Book/properties/kind/const",
                'no source documents the value "used"',
            ),
            ("docs.yaml:18:3 evidence-current", "#/evidence/kind", '"kind" is not a JSON pointer'),
        ],
    ),
    "not a holder": (
        "  /components/schemas/Book/properties/kind:",
        "  /info: {page-1: []}\n  /components/schemas/Book/properties/kind:",
        [
            (
                "docs.yaml:18:3 evidence-current",
                "#/evidence/~1info",
                '"/info" is neither an operation nor a schema with members',
            )
        ],
    ),
    "member": (
        "[title, genre, kind]",
        "[title, genre, kind, author]",
        [
            (
                "docs.yaml:17:34 evidence-current",
                "#/evidence/~1components~1schemas~1Book/page-1/3",
                '"author" is no member of /components/schemas/Book',
            )
        ],
    ),
    "undeclared source": (
        "  /components/schemas/Book/properties/kind:\n    page-1: [used]",
        "  /components/schemas/Book/properties/kind:\n    page-2: [used]",
        [
            (
                "docs.yaml:19:5 evidence-current",
                "#/evidence/~1components~1schemas~1Book~1properties~1kind/page-2",
                'the source "page-2" is not declared',
            )
        ],
    ),
    "unused source": (
        "evidence:\n",
        "  page-3: {url: 'https://shop.test', date: 2026, covers: Nothing of use.}\nevidence:\n",
        [("docs.yaml:10:3 evidence-current", "#/sources/page-3", 'nothing rests on the source "page-3"')],
    ),
    "at": (
        "at: /components/schemas/Genre",
        "at: /components/schemas/Kind",
        [
            (
                "api.yaml:84:14 evidence-complete",
                "#/components/schemas/Genre/enum/0",
                'no source documents the value "novel"',
            ),
            (
                "api.yaml:84:21 evidence-complete",
                "#/components/schemas/Genre/enum/1",
                'no source documents the value "poem"',
            ),
            (
                "docs.yaml:26:5 evidence-current",
                "#/rulings/1/at",
                '"/components/schemas/Kind" leads nowhere: there is no "Kind"',
            ),
        ],
    ),
    "member of a ruling": (
        'members: ["404"]',
        'members: ["404", "500"]',
        [("docs.yaml:22:22 evidence-current", "#/rulings/0/members/1", '"500" is no member of /paths/~1books/get')],
    ),
    "undeclared in a ruling": (
        "says: {page-1: an",
        "says: {page-9: an",
        [("docs.yaml:23:12 evidence-current", "#/rulings/0/says/page-9", 'the source "page-9" is not declared')],
    ),
    "name of a source": (
        "  page-1:\n    url",
        "  Page_1: {file: a.txt, date: 2026, covers: All.}\n  page-1:\n    url",
        [
            ("docs.yaml:2:3 evidence-current", "#/sources/Page_1", 'nothing rests on the source "Page_1"'),
            ("docs.yaml:2:3 ruling-complete", "#/sources/Page_1", 'the name "Page_1" is not kebab-case'),
        ],
    ),
    "no place": (
        "    file: books.txt\n",
        "",
        [("docs.yaml:6:3 ruling-complete", "#/sources/saved-2", "the source has neither url nor file")],
    ),
    "no URL": (
        "url: https://shop.test/docs",
        "url: shop.test/docs",
        [("docs.yaml:3:5 ruling-complete", "#/sources/page-1/url", '"shop.test/docs" is not a URL')],
    ),
    "no date": (
        "    date: 2026-03\n",
        "",
        [("docs.yaml:6:3 ruling-complete", "#/sources/saved-2", '"date" is missing')],
    ),
    "date": (
        "date: 2026-03-28",
        "date: March 2026",
        [("docs.yaml:4:5 ruling-complete", "#/sources/page-1/date", '"March 2026" is not a date')],
    ),
    "covers": (
        "covers: An older capture of the same page.",
        "covers: An older capture",
        [("docs.yaml:9:5 ruling-complete", "#/sources/saved-2/covers", '"covers" is not a sentence')],
    ),
    "no at": (
        "  - at: /components/schemas/Genre\n    members: [novel, poem]\n    says:",
        "  - says:",
        [
            (
                "api.yaml:84:14 evidence-complete",
                "#/components/schemas/Genre/enum/0",
                'no source documents the value "novel"',
            ),
            (
                "api.yaml:84:21 evidence-complete",
                "#/components/schemas/Genre/enum/1",
                'no source documents the value "poem"',
            ),
            ("docs.yaml:26:5 ruling-complete", "#/rulings/1", '"at" is missing'),
        ],
    ),
    "no says": (
        "    says: {page-1: an unknown genre is an error}\n",
        "",
        [("docs.yaml:21:5 ruling-complete", "#/rulings/0", '"says" is missing')],
    ),
    "empty says": (
        "{page-1: an unknown genre is an error}",
        "{page-1: }",
        [("docs.yaml:23:12 ruling-complete", "#/rulings/0/says/page-1", 'what "page-1" says is left out')],
    ),
    "no chosen": (
        "    chosen: There are both.\n",
        "",
        [("docs.yaml:26:5 ruling-complete", "#/rulings/1", '"chosen" is missing')],
    ),
    "chosen": (
        "chosen: There are both.",
        "chosen: both",
        [("docs.yaml:31:5 ruling-complete", "#/rulings/1/chosen", '"chosen" is not a sentence')],
    ),
    "no why": (
        "    why: The page is newer than the capture.\n",
        "",
        [("docs.yaml:26:5 ruling-complete", "#/rulings/1", '"why" is missing')],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong(name: str) -> None:
    """What docs.yaml leaves out, or names and is not there, is found where it stands, and by no other rule."""
    old, new, expected = WRONG[name]
    assert said(findings(CONTRACT, edited(DOCS, old, new))) == expected


def test_without_docs() -> None:
    """Where there is no docs.yaml one finding says so, and nothing else is asked."""
    (finding,) = findings(CONTRACT, None)
    assert (str(finding.position), finding.rule, finding.pointer) == ("api.yaml:1:1", "evidence-present", "#")


def test_empty_docs() -> None:
    """An empty docs.yaml lacks every operation, and every member of every schema."""
    found = [finding.pointer for finding in findings(CONTRACT, "sources: {}\n")]
    schemas = "#/components/schemas"
    assert found == [
        "#/paths/~1books/get",
        "#/paths/~1books/post",
        *(f"{schemas}/Book/properties/{name}" for name in ("title", "genre", "kind", "kind/const")),
        *(f"{schemas}/Genre/enum/{index}" for index in range(2)),
    ]


def test_hint_is_the_entry() -> None:
    """What to do for an operation without an entry is the entry, in YAML, as it can be pasted."""
    hint = findings(CONTRACT, "sources: {}\n")[0].hint
    pasted = (
        "evidence: {" + hint.removeprefix("write ").replace(" under evidence, and below it SOURCE", ": {page-1") + "}}"
    )
    assert "/paths/~1books/get" in evidence(pasted).entries[0].holder
    assert evidence(pasted).entries[0].members == ("genre", "200", "404")


def test_line_of_a_finding() -> None:
    """A finding in docs.yaml tells the place and the pointer in that file."""
    (finding,) = findings(CONTRACT, edited(DOCS, "date: 2026-03-28", "date: today"))
    assert str(finding) == (
        'docs.yaml:4:5: ruling-complete: "today" is not a date [#/sources/page-1/date]; '
        "write it like 2026-03-28 or 2026-03"
    )
    assert (finding.where.document.name, finding.where.tokens) == ("docs.yaml", ("sources", "page-1", "date"))


HOLDERS = """
paths:
  /a{b}%/~c:
    x-more: {}
    parameters: [{name: id, in: query}]
    get:
      parameters: [{name: id, in: header}, {name: q, in: query, schema: {enum: [1, null, true, 1.5, "", a b, [x]]}}]
      responses: {default: {}, 4XX: {}, x-note: {}}
      callbacks: {done: {"{$url}": {post: {responses: {"200": {}}}}}}
webhooks: {sold: {post: {responses: {"204": {}}}}}
components:
  schemas:
    A:
      properties: {if: {const: 5}, "null": {}}
      allOf: [{if: {properties: {a: {const: 1}}}, then: {properties: {b: {const: 2}}}}]
      default: {enum: [1], properties: {c: {}}}
"""
MEMBERS = {
    ("paths", "/a{b}%/~c", "get"): ["id", "q", "default", "4XX"],
    ("paths", "/a{b}%/~c", "get", "parameters", "1", "schema"): ["1", "null", "true", "1.5", "", "a b", '["x"]'],
    ("paths", "/a{b}%/~c", "get", "callbacks", "done", "{$url}", "post"): ["200"],
    ("webhooks", "sold", "post"): ["204"],
    ("components", "schemas", "A"): ["if", "null"],
    ("components", "schemas", "A", "properties", "if"): ["5"],
    ("components", "schemas", "A", "allOf", "0", "then"): ["b"],
    ("components", "schemas", "A", "allOf", "0", "then", "properties", "b"): ["2"],
}


def documented(members: dict[tuple[str, ...], list[str]]) -> list[tuple[str, str]]:
    """Give rule and message of what is found where docs.yaml says that a source documents *members*."""
    entries = {written(holder): {"page": names} for holder, names in members.items()}
    source = {"url": "https://shop.test", "date": "2026", "covers": "All."}
    docs = json.dumps({"sources": {"page": source}, "evidence": entries})
    return [(finding.rule, finding.message) for finding in findings(HEAD + HOLDERS, docs, rules=RULES)]


def test_holders_and_members() -> None:
    """Operations and schemas have members wherever they stand; a condition, a default and an extension have none."""
    assert documented(MEMBERS) == []


@pytest.mark.parametrize("holder", MEMBERS, ids=written)
def test_any_member(holder: tuple[str, ...]) -> None:
    """Each member that is left out is found, and each that is too many; nothing else is."""
    for name in MEMBERS[holder]:
        others = [other for other in MEMBERS[holder] if other != name]
        ((rule, message),) = documented({**MEMBERS, holder: others})
        assert (rule, f'"{name}"' in message) == ("evidence-complete", True)
        ((rule, message),) = documented({**MEMBERS, holder: [*MEMBERS[holder], f"{name}!"]})
        assert (rule, f'"{name}!"' in message) == ("evidence-current", True)


JUNK: list[Any] = [None, True, -1.5, "", "(", [], {}, [1], [[1]], {"a": 1}, {"a": {"b": []}}, "/", "#/paths", "/%zz"]


@given(data=st.data())
def test_junk_anywhere(data: st.DataObject) -> None:
    """Whatever stands wherever in docs.yaml, it has findings of a printable line each, or is refused with a place."""
    tree: Any = json.loads(json.dumps(evidence(DOCS).document.tree))
    here = tree
    while True:
        key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        if not here[key] or not isinstance(here[key], dict | list) or data.draw(st.integers(0, 4)) == 0:
            break
        here = here[key]
    here[key] = data.draw(st.sampled_from(JUNK))
    try:
        assert all(str(finding).isprintable() for finding in findings(CONTRACT, json.dumps(tree)))
    except SpecError as error:
        assert error.position
        assert error.position.file == "docs.yaml"
        assert str(error).isprintable()


def test_forged_lines() -> None:
    """Names in docs.yaml start no line of their own and move no cursor."""
    name = "a\nb.yaml:1:1: \x1b[31m\u202e"
    docs = {"sources": {name: {"url": name, "date": name, "covers": name}}, "evidence": {name: {name: [name]}}}
    found = findings(CONTRACT, json.dumps(docs | {"rulings": [{"at": name, "members": [name], "says": {name: name}}]}))
    assert len(found) > 10
    assert all(str(finding).isprintable() for finding in found)


def test_large_docs() -> None:
    """Thousands of entries, sources and rulings are checked in one go."""
    many = range(5_000)
    docs = {
        "sources": {f"s{number}": {} for number in many},
        "evidence": {f"/paths/{number}": {"page": ["a"] * 3} for number in many},
        "rulings": [{"at": "/info", "members": ["a"]} for _ in many],
    }
    assert len(findings(CONTRACT, json.dumps(docs), rules=RULES)) > 25_000
