"""Edits of the printer's pages, each with all that it is to be found as.

In: the pages of `shop_pages`.  Out: tables that name an edit, and give it and its findings.
Never: expects more than what a reader of the page would say that changed.

An edit is pairs of a text that the page has once and what stands in its place.  A finding is written
`id, request or the status, path, names`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Edits: TypeAlias = "list[tuple[str, str]]"
Cases: TypeAlias = "Mapping[str, tuple[Edits, list[str]]]"

_RUSH = "| `rush`      | boolean | No       | Print it before all others. |\n"

GITBOOK: Cases = {
    "field added": (
        [(_RUSH, _RUSH + "| `folded`    | boolean | No       | Fold them.                 |\n")],
        ["property-added request body/folded"],
    ),
    "field removed": ([(_RUSH, "")], ["property-removed request body/rush"]),
    "field renamed": ([("`rush`", "`priority`")], ["property-renamed request body/rush rush priority"]),
    "field retyped": ([("| integer |", "| string  |")], ["type-changed request body/copies"]),
    "field made optional": ([("| integer | Yes ", "| integer | No  ")], ["required-changed request body/copies"]),
    "field made required": ([("| boolean | No ", "| boolean | Yes")], ["required-changed request body/rush"]),
    "field deprecated": (
        [("Print it before all others.", "Deprecated. Print it before all others.")],
        ["deprecated-changed request body/rush"],
    ),
    "value added": ([("`glossy`.", "`glossy`, `silk`.")], ["value-added request body/paper silk"]),
    "parameter for another": (
        [("| `orderId` | string | The order to change. |\n", "| `shopId` | integer | The shop. |\n"),
         ("/v1/orders/{orderId}", "/v1/shops/{shopId}/orders")],
        ["operation-changed PATCH /v1/orders/{orderId} PATCH /v1/shops/{shopId}/orders",
         "parameter-added request path/shopId", "parameter-removed request path/orderId"],
    ),
    "path variable renamed": (
        [("`orderId`", "`id`"), ("{orderId}", "{id}")],
        ["parameter-renamed request path/orderId orderId id"],
    ),
    "path changed": (
        [("/v1/orders/{orderId}", "/v1/print-orders/{orderId}")],
        ["operation-changed PATCH /v1/orders/{orderId} PATCH /v1/print-orders/{orderId}"],
    ),
    "server changed": ([("//api.printshop", "//eu.printshop")], ["server-changed"]),
    "status added": (
        [('{% endtabs %}',
          '{% tab title="409" %}\n```json\n{"error": "ORDER_PRINTED"}\n```\n{% endtab %}\n{% endtabs %}')],
        ["response-added 409"],
    ),
    "status removed": (
        [('{% tab title="404" %}\n```json\n{\n  "error": "ORDER_NOT_FOUND"\n}\n```\n{% endtab %}\n', "")],
        ["response-removed 404"],
    ),
    "answer has a new field": (
        [('"copies": 40,\n    "created', '"copies": 40,\n    "rush": true,\n    "created')],
        ["property-added 200 body/data/rush"],
    ),
    "answer has a field less": ([('    "state": "queued",\n', "")], ["property-removed 200 body/data/state"]),
    "answer has null": ([('"queued"', "null")], ["nullable-changed 200 body/data/state"]),
    "example broken": ([('"state": "queued",', '"state": ')], ["note-changed 200 body"]),
    "cosmetic: other words": ([("What you call the order.", "A name of your own for the order.")], []),
    "cosmetic: order of rows": (
        [(_RUSH, ""), ("| `reference` | string ", _RUSH + "| `reference` | string ")], [],
    ),
    "cosmetic: widths of columns": ([("| `reference` | string  | No       |", "|`reference`|string|No|")], []),
    "cosmetic: other values": ([("ord_81", "ord_82"), ('"queued"', '"printing"'), ('": 40', '": 7')], []),
    "cosmetic: a hint": (
        [("{% endhint %}", "{% endhint %}\n\n{% hint style=\"warning\" %}\nMind the paper.\n{% endhint %}")], [],
    ),
}  # fmt: skip
"""Of the page on GitBook."""

_NOTIFY = "| notify    | boolean | no       | false   | Tell the customer about it.   |\n"
_LANGUAGE = "| language  | string  | no       |         | The language of that message. |\n"
_STREET = "| delivery.street | string  | no       | Where to bring them.                            |\n"
_PRINTED = "| 409    | ORDER_PRINTED   | It is too late.         |\n"

MARKDOWN: Cases = {
    "field added": (
        [(_STREET, _STREET + "| delivery.phone | string | no | Whom to call. |\n")],
        ["property-added request body/delivery/phone"],
    ),
    "field removed": ([(_STREET, "")], ["property-removed request body/delivery/street"]),
    "field renamed": (
        [("delivery.street", "delivery.address")],
        ["property-renamed request body/delivery/street street address"],
    ),
    "object renamed": (
        [("| delivery        |", "| shipping        |"), ("delivery.method", "shipping.method"),
         ("delivery.street", "shipping.street")],
        ["property-renamed request body/delivery delivery shipping"],
    ),
    "object removed": (
        [("| delivery        | object  | no       | How the posters leave the shop.                 |\n", ""),
         ("| delivery.method | string  | no       | One of `pickup`, `courier`.                     |\n", ""),
         (_STREET, "")],
        ["property-removed request body/delivery"],
    ),
    "field retyped": ([("| copies          | integer", "| copies          | number ")],
                      ["type-changed request body/copies"]),
    "field made an array": ([("| reference       | string ", "| reference       | string[]")],
                            ["type-changed request body/reference"]),
    "field made nullable": (
        [("| reference       | string ", "| reference       | string \\| null")],
        ["nullable-changed request body/reference"],
    ),
    "field made required": (
        [("| paper           | string  | no ", "| paper           | string  | yes")],
        ["required-changed request body/paper"],
    ),
    "field made optional": ([("| integer | yes", "| integer | no ")], ["required-changed request body/copies"]),
    "nothing said of required": ([("| integer | yes", "| integer |    ")], ["required-changed request body/copies"]),
    "value removed": ([("`glossy`, `recycled`", "`glossy`")], ["value-removed request body/paper recycled"]),
    "value replaced": (
        [("`matte`, `glossy`", "`matte`, `gloss`")],
        ["value-added request body/paper gloss", "value-removed request body/paper glossy"],
    ),
    "list of values removed": (
        [("One of `matte`, `glossy`, `recycled`.", "The paper to print on.")],
        ["value-removed request body/paper glossy matte recycled"],
    ),
    "bound changed": ([("Maximum 80", "Maximum 60")], ["limit-changed request body/reference"]),
    "bound removed": ([(" Maximum 80 characters.", "")], ["limit-changed request body/reference"]),
    "bound added": ([("Where to bring them.", "Where to bring them. Maximum 200 characters.")],
                    ["limit-changed request body/delivery/street"]),
    "default changed": ([("| false   |", "| true    |")], ["default-changed request query/notify"]),
    "default removed": ([("| false   |", "|         |")], ["default-changed request query/notify"]),
    "parameter added": (
        [(_NOTIFY, _NOTIFY + "| dry_run | boolean | no | | Try it. |\n")],
        ["parameter-added request query/dry_run"],
    ),
    "parameter removed": ([(_LANGUAGE, "")], ["parameter-removed request query/language"]),
    "parameter renamed": ([("| language  |", "| locale    |")],
                          ["parameter-renamed request query/language language locale"]),
    "status added": (
        [(_PRINTED, _PRINTED + "| 429 | TOO_MANY_ORDERS | Wait a while. |\n")],
        ["response-added 429"],
    ),
    "status removed": ([(_PRINTED, "")], ["response-removed 409"]),
    "code added": (
        [(_PRINTED, _PRINTED + "| 409 | ORDER_SHIPPED | It is gone. |\n")],
        ["code-added 409 ORDER_SHIPPED"],
    ),
    "code changed": (
        [("ORDER_PRINTED  ", "ALREADY_PRINTED")],
        ["code-added 409 ALREADY_PRINTED", "code-removed 409 ORDER_PRINTED"],
    ),
    "method changed": (
        [("`PATCH /v1", "`PUT /v1")],
        ["operation-changed PATCH /v1/orders/{orderId} PUT /v1/orders/{orderId}"],
    ),
    "answer renamed": ([('"createdAt"', '"created_at"')],
                       ["property-renamed success body/data/createdAt createdAt created_at"]),
    "answer retyped": ([('"id": "ord_81"', '"id": 81')], ["type-changed success body/data/id"]),
    "restructured": (
        [("## Path parameters", "Sign in to read on."), ("## Query parameters", ""), ("## Request body", ""),
         ("| Parameter | Type   | Required | Description          |\n|-----------|--------|", ""),
         ("| Parameter | Type    | Required | Default | Description                   |\n|-----------|", ""),
         ("| Field           | Type    | Required | Description                                     |\n|-----", ""),
         ("```json", "")],
        ["page-restructured"],
    ),
    "cosmetic: other words": ([("How many to print.", "The number of prints.")], []),
    "cosmetic: an unrelated sentence": ([("## Response", "We are closed on Sundays.\n\n## Response")], []),
    "cosmetic: order of rows": ([(_NOTIFY + _LANGUAGE, _LANGUAGE + _NOTIFY)], []),
    "cosmetic: order of columns": (
        [("| Status | Code            | Description             |", "| Code | Status | Description |"),
         ("| 404    | ORDER_NOT_FOUND |", "| ORDER_NOT_FOUND | 404 |"),
         ("| 409    | ORDER_PRINTED   |", "| ORDER_PRINTED | 409 |")],
        [],
    ),
    "cosmetic: code marks": ([("| copies          |", "| `copies`        |")], []),
    "cosmetic: values of the sample": ([("Posters for May", "Posters for June"), ('"queued"', '"done"')], []),
    "cosmetic: dates": ([("2026-05-02T08:00:00Z", "2027-01-31T23:59:59Z")], []),
    "cosmetic: lines end as on Windows": ([("\n", "\r\n")], []),
    "cosmetic: level of headings": ([("## Errors", "### Errors")], []),
}  # fmt: skip
"""Of the page in Markdown."""

TEXT: Cases = {
    "field added": (
        [("rush\nboolean\n", "folded\nboolean\nFold them.\nrush\nboolean\n")],
        ["property-added request body/folded"],
    ),
    "field removed": ([("note\nnullable string\nA word to the printer.\n", "")],
                      ["property-removed request body/note"]),
    "field renamed": ([("rush\nboolean", "priority\nboolean")], ["property-renamed request body/rush rush priority"]),
    "field retyped": ([("rush\nboolean", "rush\nstring")], ["type-changed request body/rush"]),
    "field made required": ([("rush\nboolean\n", "rush\nboolean\nrequired\n")], ["required-changed request body/rush"]),
    "field not said to be required": ([("integer\nrequired\n", "integer\n")], ["required-changed request body/copies"]),
    "field no longer nullable": ([("nullable string", "string")], ["nullable-changed request body/note"]),
    "value added": ([("matte, glossy.", "matte, glossy, silk.")], ["value-added request body/paper silk"]),
    "status removed": ([("If the order is printed, a 409 Conflict is returned.\n", "")], ["response-removed 409"]),
    "status added": (
        [("a 404 Not Found is returned.\n",
          "a 404 Not Found is returned.\nIf you ask too often, a 429 Too Many Requests is returned.\n")],
        ["response-added 429"],
    ),
    "credentials changed": ([("Authorization: Bearer <token>", "X-Api-Key: <token>")], ["security-changed"]),
    "server changed": ([("//api.printshop", "//eu.printshop")], ["server-changed"]),
    "method changed": (
        [("content\nPATCH\n", "content\nPUT\n"), ("--request PATCH", "--request PUT")],
        ["operation-changed PATCH /v1/orders/{orderId} PUT /v1/orders/{orderId}"],
    ),
    "cosmetic: date of the page": ([("Last modified on May 2, 2026", "Last modified on June 9, 2026")], []),
    "cosmetic: navigation": ([("Skip to main content\n", "Skip to main content\nOrders\nPosters\nPrices\n")], []),
    "cosmetic: foot of the page": ([("Was this page helpful?\nYes\nNo\n", "Powered by a printer\n")], []),
    "cosmetic: other words": ([("Print it before all others.", "It goes first.")], []),
    "cosmetic: values of the sample": ([("ord_81", "ord_99"), ('"copies": 40', '"copies": 12')], []),
    "cosmetic: order of fields": (
        [("rush\nboolean\nPrint it before all others.\n", ""),
         ("reference\nstring\nWhat", "rush\nboolean\nPrint it before all others.\nreference\nstring\nWhat")],
        [],
    ),
    "cosmetic: blank lines": ([("Body\n\n", "Body\n\n\n\n")], []),
}  # fmt: skip
"""Of the text of a rendered page."""

REFERENCE: Cases = {
    "field added": (
        [('"insured": false', '"insured": false,\n"weight": 3')], ["property-added request body/delivery/weight"],
    ),
    "field removed": ([(',\n"insured": false', "")], ["property-removed request body/delivery/insured"]),
    "field renamed": (
        [('"insured"', '"is_insured"')],
        ["property-renamed request body/delivery/insured insured is_insured"],
    ),
    "field retyped": ([('"insured": false', '"insured": "no"')], ["type-changed request body/delivery/insured"]),
    "answer's field renamed": ([('"_id"', '"id"')], ["property-renamed success body/data/_id _id id"]),
    "credentials changed": ([("X-Api-Key: YOUR", "X-Shop-Key: YOUR")], ["security-changed"]),
    "path variable renamed": ([("{orderId}", "{id}")], ["parameter-renamed request path/orderId orderId id"]),
    "field no longer mentioned": (
        [("posterIds or posterTags", "posterIds")], ["property-removed request body/posterTags"],
    ),
    "cosmetic: values of the sample": (
        [("Posters for May", "Posters for July"), ('"courier"', '"pickup"'), ('"queued"', '"done"')], [],
    ),
    "value added to a run": ([("queuedprintingdone", "queuedprintingdonelost")], ["run-changed request body"]),
    "cosmetic: example of an identifier": ([("example_string", "ord_12345678")], []),
}  # fmt: skip
"""Of the text of a reference that has lost its names."""

PROSE: Cases = {
    "code added": (
        [("(Http status code: 400, Error code: 30)\n",
          "(Http status code: 400, Error code: 30)\nMALFORMED_PARAMETER (Http status code: 400, Error code: 31)\n")],
        ["code-added 400 MALFORMED_PARAMETER"],
    ),
    "code removed, and its status": (
        [("ROUTE_NOT_FOUND (Http status code: 404, Error code: 20)\n", "")], ["response-removed 404"],
    ),
    "code renamed": (
        [("MISSING_PARAMETER", "PARAMETER_MISSING")],
        ["code-added 400 PARAMETER_MISSING", "code-removed 400 MISSING_PARAMETER"],
    ),
    "code with another status": (
        [("Http status code: 400", "Http status code: 422")], ["response-added 422", "response-removed 400"],
    ),
    "status added": (
        [("(Http status code: 400, Error code: 30)\n",
          "(Http status code: 400, Error code: 30)\nMAINTENANCE (Http status code: 503, Error code: 2)\n")],
        ["response-added 503"],
    ),
    "field added": ([('"state": "QUEUED"', '"rush": true,\n        "state": "QUEUED"')],
                    ["property-added request body/order/rush"]),
    "example broken": ([('      }\n    }\n', "")], ["note-changed request body"]),
    "cosmetic: other words": ([("It changes an order that is not printed yet.", "Edits what is in the queue.")], []),
    "cosmetic: order of errors": (
        [("ROUTE_NOT_FOUND (Http status code: 404, Error code: 20)\n", ""),
         ("AUTHENTICATION_INVALID", "ROUTE_NOT_FOUND (Http status code: 404, Error code: 20)\nAUTHENTICATION_INVALID")],
        [],
    ),
    "cosmetic: values of the example": ([("ord_81", "ord_82"), ('"QUEUED"', '"DONE"')], []),
}  # fmt: skip
"""Of the page in running text."""
