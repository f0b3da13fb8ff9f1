"""Laws of the rules about names: what is written otherwise is found where it stands."""

from __future__ import annotations

import pytest
from handbill_generator.lint.naming import RULES

from .linting import CONTRACT, HEAD, edited, findings, said

OK = "{default: {description: ok}}"
# What is replaced, what stands there instead, and what is found then.
WRONG = {
    "one word": (
        "operationId: listBooks",
        "operationId: list",
        [
            (
                "api.yaml:20:7 operation-id-name",
                "#/paths/~1books/get/operationId",
                'the operationId "list" is not a verb and its object in camelCase',
            )
        ],
    ),
    "snake case": (
        "operationId: listBooks",
        "operationId: list_books",
        [
            (
                "api.yaml:20:7 operation-id-name",
                "#/paths/~1books/get/operationId",
                'the operationId "list_books" is not a verb and its object in camelCase',
            )
        ],
    ),
    "schema": (
        "schemas:\n    Book:",
        "schemas:\n    book: {description: B.}\n    Book:",
        [
            (
                "api.yaml:67:5 component-name",
                "#/components/schemas/book",
                'the name of the component "book" is not PascalCase',
            )
        ],
    ),
    "header": (
        "    Total: {desc",
        "    X-Total: {description: A header.}\n    Total: {desc",
        [
            (
                "api.yaml:61:5 component-name",
                "#/components/headers/X-Total",
                'the name of the component "X-Total" is not PascalCase',
            )
        ],
    ),
    "security scheme": (
        "    apiKey: {type",
        "    ApiKey: {}\n    apiKey: {type",
        [
            (
                "api.yaml:53:5 component-name",
                "#/components/securitySchemes/ApiKey",
                'the name of the security scheme "ApiKey" is not camelCase',
            )
        ],
    ),
    "component example": (
        "    Emma: {value",
        "    emma: {value: 1}\n    Emma: {value",
        [
            (
                "api.yaml:65:5 component-name",
                "#/components/examples/emma",
                'the name of the component "emma" is not PascalCase',
            )
        ],
    ),
    "tag": (
        "tags:\n  - name: Rare",
        "tags:\n  - {name: Lists of books}\n  - name: Rare",
        [("api.yaml:10:6 tag-name", "#/tags/0/name", 'the name of the tag "Lists of books" is not in Title Case')],
    ),
    "no tag": (
        "tags: [Rare Books]\n      operationId: addBook",
        "operationId: addBook",
        [("api.yaml:36:5 tag-declared", "#/paths/~1books/post", "the operation has no tag")],
    ),
    "two tags": (
        "[Rare Books]\n      operationId: add",
        "[Rare Books, More]\n      operationId: add",
        [
            ("api.yaml:37:7 tag-declared", "#/paths/~1books/post/tags", "the operation has 2 tags"),
            ("api.yaml:37:26 tag-declared", "#/paths/~1books/post/tags/1", 'the tag "More" is not declared'),
        ],
    ),
    "undeclared tag": (
        "[Rare Books]\n      operationId: add",
        "[Books]\n      operationId: add",
        [("api.yaml:37:14 tag-declared", "#/paths/~1books/post/tags/0", 'the tag "Books" is not declared')],
    ),
    "example": (
        "oneBook:",
        "one-book:",
        [
            (
                "api.yaml:33:17 example-name",
                "#/paths/~1books/get/responses/200/content/application~1json/examples/one-book",
                'the name of the example "one-book" is not camelCase',
            )
        ],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong(name: str) -> None:
    """A name that is not written as such names are is found at its place."""
    old, new, expected = WRONG[name]
    assert said(findings(edited(CONTRACT, old, new), rules=RULES)) == expected


@pytest.mark.parametrize("name", ["listBooks", "getV2Book", "getAPIKey", "sendX"])
def test_operation_ids(name: str) -> None:
    """An id has two words or more; capitals in a row are a word."""
    assert findings(edited(CONTRACT, "listBooks", name), rules=RULES) == ()


@pytest.mark.parametrize(
    ("name", "is_title"),
    [
        ("Books", True),
        ("Books and Papers", True),
        ("A/B Tests", True),
        ("2FA Keys", True),
        ("of Books", False),
        ("books", False),
        ("Rare books", False),
        ("Rare  Books", False),
        ("''", False),
    ],
)
def test_tags(name: str, is_title: bool) -> None:
    """In Title Case small words stay small, but for the first one."""
    found = findings(CONTRACT.replace("Rare Books", name), rules=RULES)
    assert [finding.rule for finding in found] == ([] if is_title else ["tag-name"])


def test_callbacks_need_no_tag() -> None:
    """What a client does not call is in no group of its methods; a webhook has a tag, for its reader."""
    callback = f'callbacks: {{done: {{"{{$request.body#/url}}": {{post: {{responses: {OK}}}}}}}}}'
    text = f"tags: [{{name: A}}]\npaths: {{/a: {{post: {{tags: [A], responses: {OK}, {callback}}}}}}}\n"
    assert findings(HEAD + text, rules=RULES) == ()
    webhook = f"webhooks: {{done: {{post: {{responses: {OK}}}}}}}\n"
    assert [finding.rule for finding in findings(HEAD + webhook, rules=RULES)] == ["tag-declared"]
