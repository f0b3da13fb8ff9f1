"""Edits of the printer's pages that have more structure: Mintlify with an OpenAPI block, HTML, and OpenAPI itself.

In: the pages of `shop_pages`.  Out: tables as those of `mutating`.
Never: expects two findings where two parts of a page say the same.
"""

from __future__ import annotations

from tests.docs import shop_pages
from tests.docs.mutating import Cases

_REFERENCE = """\
                reference:
                  type: string
                  minLength: 1
                  maxLength: 80
"""
_PROOF = """\
                proof:
                  type: string
                  format: uri
"""
_PROOF_FIELD = """\
<ParamField body="proof" type="string">
  Where the proof is.
</ParamField>
"""
_MISSING = """\
        '404':
          description: There is no such order.
"""
_PRINTED = """\
        '409':
          description: It is too late.
          content:
            application/json:
              schema:
                type: object
                properties:
                  error:
                    type: string
"""
_STATE_FIELD = """\
    <ResponseField name="state" type="string">
      How far the order is.
    </ResponseField>
"""
_RUSH_FIELD = """\

<ParamField body="rush" type="boolean">
  Print it first.
</ParamField>
"""
_RUSH_MEMBER = """\
                rush:
                  type: boolean
"""
_NULL = """\
                  type:
                    - string
                    - 'null'
"""
_LIST = """\
  /v1/orders:
    get:
      responses:
        '200':
          description: All of them.
"""
_STATE = """\
                      state:
                        type: string
"""

MINTLIFY: Cases = {
    "field added to the list": (
        [(_PROOF_FIELD, _PROOF_FIELD + _RUSH_FIELD)],
        ["property-added request body/rush"],
    ),
    "field added to the block": (
        [(_PROOF, _PROOF + _RUSH_MEMBER)],
        ["property-added request body/rush"],
    ),
    "field added to both": (
        [(_PROOF, _PROOF + _RUSH_MEMBER),
         (_PROOF_FIELD, _PROOF_FIELD + _RUSH_FIELD)],
        ["property-added request body/rush"],
    ),
    "field removed from both": ([(_PROOF, ""), (_PROOF_FIELD, "")], ["property-removed request body/proof"]),
    "field removed from the block": ([(_PROOF, "")], ["property-removed request body/proof"]),
    "field removed from the list": ([(_PROOF_FIELD, "")], ["property-removed request body/proof"]),
    "field renamed": (
        [('body="proof"', 'body="proofUrl"'), ("                proof:\n", "                proofUrl:\n")],
        ["property-renamed request body/proof proof proofUrl"],
    ),
    "field renamed in the list": (
        [('body="proof"', 'body="proofUrl"')], ["property-renamed request body/proof proof proofUrl"],
    ),
    "field retyped": (
        [('body="copies" type="integer"', 'body="copies" type="string"'),
         ("                copies:\n                  type: integer\n                  minimum: 1\n",
          "                copies:\n                  type: string\n                  minimum: 1\n")],
        ["type-changed request body/copies"],
    ),
    "field retyped in the list": (
        [('body="copies" type="integer"', 'body="copies" type="string"')], ["type-changed request body/copies"],
    ),
    "field made required": (
        [("                - copies\n", "                - copies\n                - proof\n"),
         ('body="proof" type="string"', 'body="proof" type="string" required')],
        ["required-changed request body/proof"],
    ),
    "field made optional": (
        [("              required:\n                - copies\n", ""),
         ('body="copies" type="integer" required', 'body="copies" type="integer"')],
        ["required-changed request body/copies"],
    ),
    "field made nullable": (
        [(_PROOF, _PROOF.replace("type: string", "type: [string, 'null']")),
         ('body="proof" type="string"', 'body="proof" type="string | null"')],
        ["nullable-changed request body/proof"],
    ),
    "value added": (
        [("`glossy`.", "`glossy`, `silk`."),
         ("                    - glossy\n", "                    - glossy\n                    - silk\n")],
        ["value-added request body/paper silk"],
    ),
    "value removed inside": (
        [("                        - courier\n", "                        - courier\n                        - post\n"),
         ("`pickup`, `courier`.", "`pickup`, `courier`, `post`.")],
        ["value-added request body/delivery/method post"],
    ),
    "bound changed": (
        [("Between 1 and 80", "Between 1 and 60"), ("maxLength: 80", "maxLength: 60")],
        ["limit-changed request body/reference"],
    ),
    "bound changed in words": ([("Between 1 and 80", "Between 1 and 60")], ["limit-changed request body/reference"]),
    "both bounds changed": (
        [("Between 1 and 80", "Between 2 and 60"), ("maxLength: 80", "maxLength: 60"),
         ("minLength: 1", "minLength: 2")],
        ["limit-changed request body/reference", "limit-changed request body/reference"],
    ),
    "format changed": ([("format: uri", "format: uuid")], ["format-changed request body/proof"]),
    "default changed": (
        [('default="false"', 'default="true"'), ("default: false", "default: true")],
        ["default-changed request query/notify"],
    ),
    "status added": ([(_MISSING, _MISSING + _PRINTED)], ["response-added 409"]),
    "status removed": ([(_MISSING, "")], ["response-removed 404"]),
    "header added": (
        [("### Query Parameters", '### Headers\n\n<ParamField header="X-Shop-Id" type="string" required>\n'
          "  Which shop.\n</ParamField>\n\n### Query Parameters")],
        ["parameter-added request header/X-Shop-Id"],
    ),
    "answer's field removed": (
        [(_STATE_FIELD, ""), (_STATE, ""), ('    "state": "queued",\n', "")],
        ["property-removed 200 body/data/state"],
    ),
    "answer's field removed from the example": (
        [('"state": "queued",\n', "")], ["property-removed 200 body/data/state"],
    ),
    "answer's field renamed everywhere": (
        [(_STATE_FIELD, _STATE_FIELD.replace('"state"', '"phase"')), (_STATE, _STATE.replace("state", "phase")),
         ('"state": "queued"', '"phase": "queued"')],
        ["property-renamed 200 body/data/state state phase"],
    ),
    "security changed": (
        [("      type: http\n      scheme: bearer", "      type: apiKey\n      in: header\n      name: X-Api-Key")],
        ["security-changed"],
    ),
    "rule added": (
        [("### Body\n", "### Body\n\nAt least one field must be provided.\n")], ["rule-changed request body"],
    ),
    "deprecated": (
        [(_PROOF, _PROOF + "                  deprecated: true\n"),
         ('body="proof" type="string"', 'body="proof" type="string" deprecated')],
        ["deprecated-changed request body/proof"],
    ),
    "block broken": ([("    patch:\n", "    patch\n")], ["note-changed"]),
    "block removed": (
        [(f"## OpenAPI\n\n````yaml PATCH /v1/orders/{{orderId}}\n{shop_pages.OPENAPI}````\n", "")],
        ["source-removed"],
    ),
    "cosmetic: noise of the theme": ([(" theme={null}", "")], []),
    "cosmetic: banner": ([("> ## Documentation Index\n", "> ## All of the documentation\n")], []),
    "cosmetic: other words": ([("What the customer calls the order.", "A name for the order.")], []),
    "cosmetic: description of the page": ([("> Change an order before it is printed.", "> Until it is printed.")], []),
    "cosmetic: order of fields": (
        [(_PROOF_FIELD + "\n", ""), ('<ParamField body="reference"', _PROOF_FIELD + '\n<ParamField body="reference"')],
        [],
    ),
    "cosmetic: order in the block": (
        [(_PROOF, ""), (_REFERENCE, _PROOF + _REFERENCE)], [],
    ),
    "cosmetic: description in the block": (
        [("description: There is no such order.", "description: The order was not found.")], [],
    ),
    "cosmetic: values of examples": (
        [("Posters for May", "Posters for June"), ("ord_81", "ord_9"), ('"queued"', '"done"'), ('": 40', '": 4')], [],
    ),
    "cosmetic: fewer fields in the sample": ([('"copies": 40,\n    "paper": "matte"', '"copies": 40')], []),
    "cosmetic: two fields on lines of their own": (
        [('<ParamField body="note" type="string | null">', '<ParamField\n  body="note"\n  type="string | null"\n>')],
        [],
    ),
    "cosmetic: title of the block": (
        [("title: Print shop", "title: The print shop"), ('version: "4"', 'version: "5"')], [],
    ),
}  # fmt: skip
"""Of the page on Mintlify."""

_RUSH = "<tr><td><code>rush</code></td><td>boolean</td><td>No</td><td>Print it before all others.</td></tr>\n"
_LATE = "<tr><td>409</td><td>It is too late.</td></tr>\n"

HTML: Cases = {
    "field added": (
        [(_RUSH, _RUSH + "<tr><td>folded</td><td>boolean</td><td>No</td><td>Fold them.</td></tr>\n")],
        ["property-added request body/folded"],
    ),
    "field removed": ([(_RUSH, "")], ["property-removed request body/rush"]),
    "field renamed": ([("<code>rush</code>", "<code>priority</code>")],
                      ["property-renamed request body/rush rush priority"]),
    "field retyped": ([("<td>boolean</td>", "<td>string</td>")], ["type-changed request body/rush"]),
    "field made required": ([("<td>boolean</td><td>No</td>", "<td>boolean</td><td>Yes</td>")],
                            ["required-changed request body/rush"]),
    "value added": ([("<code>glossy</code>", "<code>glossy</code>, <code>silk</code>")],
                    ["value-added request body/paper silk"]),
    "status added": ([(_LATE, _LATE + "<tr><td>429</td><td>Too many.</td></tr>\n")], ["response-added 429"]),
    "status removed": ([(_LATE, "")], ["response-removed 409"]),
    "method changed": (
        [("<code>PATCH ", "<code>PUT ")],
        ["operation-changed PATCH /v1/orders/{orderId} PUT /v1/orders/{orderId}"],
    ),
    "answer's field added": ([('"state": "queued"', '"rush": false, "state": "queued"')],
                             ["property-added success body/data/rush"]),
    "a page to sign in": (
        [("<main>", "<main><h1>Sign in</h1></main></body></html><!--"), ("</html>\n", "--></html>\n")],
        ["page-restructured"],
    ),
    "cosmetic: classes": ([("<td>", '<td class="px-2">')], []),
    "cosmetic: navigation": ([("<nav>", '<nav><a href="/prices">Prices</a>')], []),
    "cosmetic: foot of the page": ([("May 2, 2026", "June 30, 2026")], []),
    "cosmetic: scripts": ([("</body>", "<script>track({page: 'orders'})</script></body>")], []),
    "cosmetic: other words": ([("How many to print.", "The number of <em>prints</em>.")], []),
    "cosmetic: order of rows": ([(_RUSH, ""), ("<tr><td><code>reference", _RUSH + "<tr><td><code>reference")], []),
    "cosmetic: white space": ([("</tr>\n", "</tr>")], []),
}  # fmt: skip
"""Of the page in HTML."""

OPENAPI: Cases = {
    "field added": (
        [(_PROOF, _PROOF + _RUSH_MEMBER)],
        ["property-added request body/rush"],
    ),
    "field removed": ([(_PROOF, "")], ["property-removed request body/proof"]),
    "field made required": (
        [("                - copies\n", "                - copies\n                - proof\n")],
        ["required-changed request body/proof"],
    ),
    "field made optional": (
        [("              required:\n                - copies\n", "")], ["required-changed request body/copies"],
    ),
    "field no longer nullable": (
        [(_NULL, "                  type: string\n")],
        ["nullable-changed request body/note"],
    ),
    "value removed": ([("                    - glossy\n", "")], ["value-removed request body/paper glossy"]),
    "bound changed": ([("minimum: 1", "minimum: 5")], ["limit-changed request body/copies"]),
    "parameter made required": (
        [("          in: query\n", "          in: query\n          required: true\n")],
        ["required-changed request query/notify"],
    ),
    "status added": ([(_MISSING, _MISSING + _PRINTED)], ["response-added 409"]),
    "media type changed": (
        [("      requestBody:\n        required: true\n        content:\n          application/json:",
          "      requestBody:\n        required: true\n        content:\n          application/merge-patch+json:")],
        ["media-type-added request body application/merge-patch+json",
         "media-type-removed request body application/json"],
    ),
    "server changed": ([("url: https://api.", "url: https://eu.")], ["server-changed"]),
    "security changed": ([("scheme: bearer", "scheme: basic")], ["security-changed"]),
    "operation added": (
        [("components:\n", _LIST + "components:\n")],
        ["operation-added"],
    ),
    "path changed": (
        [("  /v1/orders/{orderId}:", "  /v2/orders/{orderId}:")],
        ["operation-changed PATCH /v1/orders/{orderId} PATCH /v2/orders/{orderId}"],
    ),
    "cosmetic: descriptions": ([("There is no such order.", "The order was not found.")], []),
    "cosmetic: order": ([(_PROOF, ""), (_REFERENCE, _PROOF + _REFERENCE)], []),
    "cosmetic: version": ([('version: "4"', 'version: "5"')], []),
    "cosmetic: quotes": ([("'404'", '"404"')], []),
}  # fmt: skip
"""Of the OpenAPI document."""
