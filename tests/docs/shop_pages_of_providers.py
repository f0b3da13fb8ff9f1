"""Pages of the four providers before and after an edit that their sheets record in section 5.

In: fields.  Out: the text of a page, laid out as that provider's site lays it out.
Never: has a sentence of a provider; names, types and values are what the sheets say, the words between them are ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def triples(fields: Iterable[str]) -> str:
    """Write `name type [required]; words` as a rendered page has it: each on a line of its own."""
    lines = []
    for field in fields:
        said, _, words = field.partition(";")
        name, *kind = said.split()
        required = kind[-1] == "required"
        lines += [name, " ".join(kind[:-1] if required else kind), *(["required"] if required else [])]
        lines.append(words.strip() or "It is what it is called.")
    return "\n".join(lines)


def loops(
    method: str,
    path: str,
    *,
    variables: Iterable[str] = (),
    body: Iterable[str] = (),
    success: Iterable[str],
    error: Iterable[str],
    answer: Any,
    words: str = "",
) -> str:
    """Give the text of a rendered Mintlify page."""
    pieces = "".join(f"/\n{piece}\n" for piece in path.strip("/").split("/"))
    sent = {field.split()[0]: "<string>" for field in body}
    data = (
        f" \\\n  --header 'Content-Type: application/json' \\\n  --data '\n{json.dumps(sent, indent=2)}\n'"
        if sent
        else ""
    )
    parts = [("Path parameters", variables), ("Body", body)]
    request = "\n\n".join(f"{heading}\n\n{triples(fields)}" for heading, fields in parts if fields)
    return f"""\
Skip to main content
{method}
{pieces}\
An operation on campaigns
curl --request {method} \\
  --url https://app.loops.so/api{path} \\
  --header 'Authorization: Bearer <token>'{data}
{json.dumps(answer, indent=2)}
It works on a campaign. {words}

Request

{request}

Response

Success

{triples(success)}

Error

{triples(error)}
Was this page helpful?
"""


def autosend(method: str, path: str, *, body: Iterable[str], answer: Any, fields: Iterable[str] = ()) -> str:
    """Give a page in Mintlify's Markdown; fields are `name type [required]; words`."""

    def field(tag: str, attribute: str, text: str) -> str:
        said, _, words = text.partition(";")
        name, kind, *required = said.split()
        marks = " required" if required else ""
        return f'<{tag} {attribute}="{name}" type="{kind}"{marks}>\n  {words.strip() or "As it is called."}\n</{tag}>\n'

    shown = "\n".join(field("ParamField", "body", each) for each in body)
    given = "\n".join(field("ResponseField", "name", each) for each in fields)
    return f"""\
# An operation on campaigns

<RequestExample>
  ```bash cURL
  curl --request {method} \\
    --url 'https://api.autosend.com{path}' \\
    --header 'Authorization: Bearer <token>'
  ```
</RequestExample>

<ResponseExample>
  ```json Response
{json.dumps(answer, indent=2)}
  ```
</ResponseExample>

### Body

{shown}
### Response

{given}"""


def batch(*, body: Iterable[str], example: Any) -> str:
    """Give a page in running text with a list of fields, `name (type, required): words`."""
    fields = "\n".join(f"• {field}" for field in body)
    return f"""\
POST - Create campaign

Makes a campaign.

Request body

{fields}

An example of what is sent:

{json.dumps(example, indent=2)}

Responses

If it goes well you will receive an HTTP 201 confirmation.

Errors

ROUTE_NOT_FOUND (Http status code: 404, Error code: 20)
MISSING_PARAMETER (Http status code: 400, Error code: 30)
"""


def sendkit(path: str, *, headers: Iterable[str], sent: Any, answer: Any, words: str = "") -> str:
    """Give the text of a rendered reference without the names of fields."""
    given = "".join(f'-H "{header}" \\\n' for header in ("Content-Type: application/json", *headers))
    return f"""\
Update campaign
curl -X PATCH "https://api.sendkit.ai/v1/campaigns/example_string" \\
{given}-d '{json.dumps(sent, indent=0)}'
{json.dumps(answer, indent=0)}
PATCH
{path}
{words}
Responses
404
Campaign not found
"""
