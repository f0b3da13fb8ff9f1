"""What pages are attacked with: credentials in every place, pieces of every format, shapes that are slow to read.

In: nothing, or a size.  Out: texts.
Never: has a real credential, or a sentence of a provider.
"""
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable

from tests.docs import pages_choir, pages_of_tools, shop_pages, texts_flattened, texts_prose, texts_reference

SYNTHETIC = tuple(
    value
    for module in (pages_choir, pages_of_tools, shop_pages, texts_flattened, texts_prose, texts_reference)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, str) and len(value) > 200
)
"""All pages of these tests."""

SECRETS = (
    "sk_live_9aXb7Qw2Lm",
    "sk_test_AbcDefGhiJkl",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl",
    "AKIAIOSFODNN7ABCDEFG",
    "wJalrXUtnFEMIK7MDENG/bPxRfiCYzABCDEFKEY1",
    "d41d8cd98f00b204e9800998ecf8427e",
    "0123456789abcdef0123456789abcdef0123456789abcdef",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "xoxb-123456789012-abcdefGHIJKL",
    "SG.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9",
    "AIzaSyD4x7kQ2mN8pR5tW1vZ3",
    "ada.voss@choir.example",
    "Bearer a8f5f167f44f4964",
    "Basic YWRhOnZvc3NQYXNz",
)
"""Credentials and addresses of people, in the shapes that examples have."""
PASSWORDS = ("hunter", "correct-horse", "S3same")
"""What only its name tells to be one."""

PLACES: dict[str, str] = {
    "the header of curl": "# x\n\n```bash\ncurl -X POST https://a.example/v1/x -H 'Authorization: {0}' -H 'X-Api-Key: {0}'\n```\n",
    "the user of curl": "# x\n\n```bash\ncurl -u '{0}:{0}' https://a.example/v1/x\n```\n",
    "the host of an address": "# x\n\n```bash\ncurl https://ada:{0}@a.example/v1/x\n```\n\n`GET https://ada:{0}@a.example/v1/x`\n",
    "the query of an address": "# x\n\n```bash\ncurl 'https://a.example/v1/x?api_key={0}&limit=1'\n```\n\n`GET /v1/x?token={0}`\n",
    "a segment of a path": "# x\n\n```bash\ncurl 'https://a.example/bot/{0}/send'\n```\n",
    "the body of a sample": "# x\n\n```bash\ncurl https://a.example/v1/x -d '{{\"password\": \"{0}\", \"note\": \"{0}\"}}'\n```\n",
    "a sample in Python": "# x\n\n```python\nimport requests\nkey = '{0}'\nrequests.post('https://a.example/v1/x', headers={{'X-Api-Key': key}}, json={{'password': '{0}', 'token': key}})\n```\n",
    "a sample in JavaScript": "# x\n\n```js\nfetch('https://a.example/v1/x', {{method: 'POST', headers: {{'X-Api-Key': '{0}'}}, body: JSON.stringify({{secret: '{0}'}})}})\n```\n",
    "an example": "# x\n\n`GET /v1/x`\n\n## Response\n\n```json\n{{\"password\": \"{0}\", \"accessTokens\": [\"{0}\"], \"note\": \"{0}\", \"{0}\": 1}}\n```\n",
    "a tag": "---\napi: POST /v1/x\n---\n<ParamField body=\"password\" type=\"string\" default=\"{0}\" enum=\"{0}\">Defaults to `{0}`.</ParamField>\n"
    "<ParamField body=\"note\" type=\"string\" default=\"{0}\">One of `{0}`, `b`. Defaults to `{0}`.</ParamField>\n",
    "a table": "# x\n\n`POST /v1/x`\n\n## Body\n\n| Name | Type | Default | Values | Description |\n|---|---|---|---|---|\n"
    "| `note` | string | `{0}` | `{0}` `b` | One of `{0}`, `b`. The first state (`{0}`). See [it](https://a.example/?key={0}). |\n",
    "a rendered page": "POST\n/\nv1\n/\nx\nBody\npassword\nstring\nrequired\ndefault:{0}\nExample:\n\"{0}\"\nnote\nstring\ndefault:{0}\n"
    "Available options:\n{0},\nb\nExample:\n\"{0}\"\nname\nstring\nThe name.\n",
    "a link": "# x\n\n[it](https://ada:{0}@a.example/openapi.json?token={0}) [{0}](https://a.example/llms.txt)\n",
    "an index": "- [{0}](https://a.example/1.md?key={0})\n- [b](https://a.example/2.md)\n- [c](https://a.example/3.md)\n",
    "HTML": "<html><body><main><h1>x</h1><p>GET https://ada:{0}@a.example/v1/x?key={0}</p><h2>Body</h2><dl><dt><code>note</code> "
    "<i>string</i></dt><dd>Default: <code>{0}</code></dd></dl><a href='https://ada:{0}@a.example/openapi.json'>{0}</a></main></body></html>",
    "an OpenAPI document": 'openapi: 3.1.0\ninfo: {{title: x, version: "1"}}\nservers: [{{url: "https://ada:{0}@a.example"}}]\npaths:\n'
    '  /x:\n    get:\n      parameters: [{{name: note, in: query, schema: {{type: string, default: "{0}", enum: ["{0}", b]}}}}]\n'
    "      responses: {{'200': {{description: ok}}}}\n",
    "an error": 'openapi: 3.1.0\ninfo: {{title: x, version: "1"}}\npaths: {{/x: {{$ref: "https://ada:{0}@a.example/x.yaml"}}}}\n',
    "prose": "POST - Update x\n\nPOST https://ada:{0}@a.example/v1/x\n\n    \"token\": \"{0}\",\n    \"{0}\": \"a\"\n\nIt returns 400 {0}.\n",
}  # fmt: skip
"""Pages with a hole for a credential."""


TOKENS = (
    "\n", "\n\n", "|", "`", "{", "}", "[", "]", '"', "<", "</", "-->", "<!--", "**", "# ", "> ", "- `a` (string): ", "\0", "\x1b[31m",
    "\u202e", "\ud800", "\u2028", "\r", "%0A", "404", "required", "string", "One of `a`, `b`.", "GET /x\n", "POST /a b/\x07\n",
    "```json\n", "```\n", "{% tab title=\"200\" %}", "{% endtab %}", '<ParamField body="a\u200bb" type="string" default="x\ty">',
    "</ParamField>", "<table><tr><th>Name<th>Type<tr><td>", "openapi: 3.1.0\n", "$ref: '#/a'", "&a [*a, *a]", "9" * 400, "a" * 300,
    '{"a b c d e f g h i j k": {"\\n": "\\u0007"}}', "NaN", "1e999", "body.a.b.c.d", "a[]" * 50, "<details><summary>200",
    "\u540d\u524d", "word " * 30, "<html><body>", "| Name | Type |\n|---|---|\n", "Default: `" + "x " * 20 + "`",
)  # fmt: skip


def numbered(line: str, head: str = "") -> Callable[[int], str]:
    """Give a page of a size: *head*, then *line* with other numbers in each."""

    def written(size: int) -> str:
        count = size // (len(line) + 4)
        return head + "".join(line.replace("{n}", str(number)) for number in range(count))

    return written


_BODY = "# x\n\n`POST /v1/x/{id}`\n\n## Body\n\n"
SHAPES: dict[str, Callable[[int], str]] = {
    "rows": numbered(
        "| `f{n}` | string | Either `f{n}` or `f1` is required. A 404 if the f{n} does not exist. |\n",
        f"{_BODY}| Name | Type | Description |\n|---|---|---|\n",
    ),
    "tags": numbered(
        '<ParamField body="f{n}" type="string">At least one field must be provided.</ParamField>\n\n',
        "---\napi: POST /v1/x\n---\n",
    ),
    "objects": numbered("f{n}\nobject\nShow child attributes\nf{n}.a\nstring\n", "POST\n/\nv1\n/\nx\nBody\n"),
    "sentences": numbered("A 404 is returned if the thing{n} or the other{n} does not exist. ", _BODY),
    "samples": numbered("```bash\ncurl -X POST https://a.example/v{n}/x/{n}123\n```\n", _BODY),
    "headings": numbered("## GET /v{n}/x\n\nIt is.\n\n", "# x\n\n"),
    "runs": numbered(
        "draft{n}activepausedThe state of it.\nfoo{n} is a legacy value.\n", "x\ncurl https://a.example/x\n"
    ),
    "elements": numbered(
        "<div><div><b>f{n}</b><i>string</i></div><p>Max 5.</p>", "<html><body><h1>x</h1><h2>Body</h2>"
    ),
    "divs": lambda size: "<html><body><h1>x</h1>" + ("<div>" * 90 + "</div>" * 90) * (size // 990),
    "brackets": lambda size: "x\n" + '{"a": [' * (size // 7),
    "lines": lambda size: "POST\n/\nx\nBody\na\nstring\nb\nstring\nc\nstring\n" + "a\n" * (size // 2),
    "enums": numbered("f{n}\nstring\nAvailable options:\na{n},\nb{n}\n", "POST\n/\nv1\n/\nx\nBody\n"),
}
"""Pages of a size that repeat what once was slow to read."""
