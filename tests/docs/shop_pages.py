"""The page of one invented operation, as sites of every kind would write it: a printer's, which updates an order.

In: a format.  Out: the text of the page.
Never: is the page of a real provider; every sentence is ours.
"""

from __future__ import annotations

from collections.abc import Mapping

_CURL = """\
curl --request PATCH \\
  --url https://api.printshop.example/v1/orders/ord_81 \\
  --header 'Authorization: Bearer <token>' \\
  --header 'Content-Type: application/json' \\
  --data '{
  "reference": "Posters for May",
  "copies": 40,
  "paper": "matte"
}'
"""

_ANSWER = """\
{
  "success": true,
  "data": {
    "id": "ord_81",
    "reference": "Posters for May",
    "state": "queued",
    "copies": 40,
    "createdAt": "2026-05-02T08:00:00Z"
  }
}
"""

_YAML = """\
paths:
  /v1/orders/{orderId}:
    patch:
      summary: Update an order
      parameters:
        - name: orderId
          in: path
          required: true
          schema:
            type: string
        - name: notify
          in: query
          schema:
            type: boolean
            default: false
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required:
                - copies
              properties:
                reference:
                  type: string
                  minLength: 1
                  maxLength: 80
                copies:
                  type: integer
                  minimum: 1
                paper:
                  type: string
                  enum:
                    - matte
                    - glossy
                note:
                  type:
                    - string
                    - 'null'
                proof:
                  type: string
                  format: uri
                delivery:
                  type: object
                  properties:
                    method:
                      type: string
                      enum:
                        - pickup
                        - courier
                    street:
                      type: string
      responses:
        '200':
          description: The order as it is now.
          content:
            application/json:
              schema:
                type: object
                properties:
                  success:
                    type: boolean
                  data:
                    type: object
                    properties:
                      id:
                        type: string
                      reference:
                        type: string
                      state:
                        type: string
                      copies:
                        type: integer
                      createdAt:
                        type: string
                        format: date-time
        '404':
          description: There is no such order.
"""

OPENAPI = f"""\
openapi: 3.1.0
info:
  title: Print shop
  version: "4"
servers:
  - url: https://api.printshop.example
security:
  - token: []
{_YAML}\
components:
  securitySchemes:
    token:
      type: http
      scheme: bearer
"""


def _indented(text: str, width: int = 2) -> str:
    return "".join(f"{' ' * width}{line}\n" for line in text.splitlines())


MINTLIFY = f"""\
> ## Documentation Index
> Fetch the complete documentation index at: https://docs.printshop.example/llms.txt

# Update an order

> Change an order before it is printed.

<RequestExample>
  ```bash cURL theme={{null}}
{_indented(_CURL)}\
  ```
</RequestExample>

<ResponseExample>
  ```json 200 theme={{null}}
{_indented(_ANSWER)}\
  ```
</ResponseExample>

### Path Parameters

<ParamField path="orderId" type="string" required>
  The order to change.
</ParamField>

### Query Parameters

<ParamField query="notify" type="boolean" default="false">
  Whether the customer gets a message.
</ParamField>

### Body

<ParamField body="reference" type="string">
  What the customer calls the order. Between 1 and 80 characters.
</ParamField>

<ParamField body="copies" type="integer" required>
  How many to print.
</ParamField>

<ParamField body="paper" type="string">
  One of `matte`, `glossy`.
</ParamField>

<ParamField body="note" type="string | null">
  A word to the printer.
</ParamField>

<ParamField body="proof" type="string">
  Where the proof is.
</ParamField>

<ParamField body="delivery" type="object">
  How the posters leave the shop.

  <Expandable title="properties">
    <ParamField body="method" type="string">
      One of `pickup`, `courier`.
    </ParamField>

    <ParamField body="street" type="string">
      Where to bring them.
    </ParamField>
  </Expandable>
</ParamField>

### Response

<ResponseField name="success" type="boolean">
  Whether it went well.
</ResponseField>

<ResponseField name="data" type="object">
  The order.

  <Expandable title="properties">
    <ResponseField name="id" type="string">
      The order's own name.
    </ResponseField>

    <ResponseField name="reference" type="string">
      As above.
    </ResponseField>

    <ResponseField name="state" type="string">
      How far the order is.
    </ResponseField>

    <ResponseField name="copies" type="integer">
      As above.
    </ResponseField>

    <ResponseField name="createdAt" type="string">
      When it came in.
    </ResponseField>
  </Expandable>
</ResponseField>

## OpenAPI

````yaml PATCH /v1/orders/{{orderId}}
{OPENAPI}\
````
"""

GITBOOK = f"""\
# Update an order

{{% hint style="info" %}}
An order that is printed stays as it is.
{{% endhint %}}

`PATCH` `https://api.printshop.example/v1/orders/{{orderId}}`

**Headers**

| Name          | Value              |
| ------------- | ------------------ |
| Content-Type  | `application/json` |
| Authorization | `Bearer <token>`   |

**Path parameters**

| Name      | Type   | Description          |
| --------- | ------ | -------------------- |
| `orderId` | string | The order to change. |

**Body**

| Name        | Type    | Required | Description                |
| ----------- | ------- | -------- | -------------------------- |
| `reference` | string  | No       | What you call the order.   |
| `copies`    | integer | Yes      | How many to print.         |
| `paper`     | string  | No       | One of `matte`, `glossy`.  |
| `rush`      | boolean | No       | Print it before all others. |

**Response**

{{% tabs %}}
{{% tab title="200" %}}
```json
{_ANSWER}\
```
{{% endtab %}}

{{% tab title="404" %}}
```json
{{
  "error": "ORDER_NOT_FOUND"
}}
```
{{% endtab %}}
{{% endtabs %}}
"""

MARKDOWN = f"""\
# Update an order

`PATCH /v1/orders/{{orderId}}`

Changes an order that is not printed yet.

## Path parameters

| Parameter | Type   | Required | Description          |
|-----------|--------|----------|----------------------|
| orderId   | string | yes      | The order to change. |

## Query parameters

| Parameter | Type    | Required | Default | Description                   |
|-----------|---------|----------|---------|-------------------------------|
| notify    | boolean | no       | false   | Tell the customer about it.   |
| language  | string  | no       |         | The language of that message. |

## Request body

| Field           | Type    | Required | Description                                     |
|-----------------|---------|----------|-------------------------------------------------|
| reference       | string  | no       | What you call the order. Maximum 80 characters. |
| copies          | integer | yes      | How many to print.                              |
| paper           | string  | no       | One of `matte`, `glossy`, `recycled`.           |
| delivery        | object  | no       | How the posters leave the shop.                 |
| delivery.method | string  | no       | One of `pickup`, `courier`.                     |
| delivery.street | string  | no       | Where to bring them.                            |

## Response

```json
{_ANSWER}\
```

## Errors

| Status | Code            | Description             |
|--------|-----------------|-------------------------|
| 404    | ORDER_NOT_FOUND | There is no such order. |
| 409    | ORDER_PRINTED   | It is too late.         |
"""

TEXT = f"""\
Skip to main content
PATCH
/
v1
/
orders
/
{{orderId}}
Update an order
{_CURL}{_ANSWER}\
Changes an order that is not printed yet.

Request

Path parameters

orderId
string
required
The order to change.

Body

reference
string
What you call the order.
copies
integer
required
How many to print.
paper
string
One of matte, glossy.
note
nullable string
A word to the printer.
rush
boolean
Print it before all others.

Response

Success

id
string
required
The order's own name.
reference
string
As above.

Error

If the order is printed, a 409 Conflict is returned.
If the order does not exist, a 404 Not Found is returned.

message
string
required
What went wrong.

Last modified on May 2, 2026
Was this page helpful?
Yes
No
"""

REFERENCE = """\
Update order
Change an order with any combination of posterIds or posterTags.
curl -X PATCH "https://api.printshop.example/v1/orders/example_string" \\
-H "Content-Type: application/json" \\
-H "X-Api-Key: YOUR_API_KEY" \\
-d '{
"reference": "Posters for May",
"delivery": {
"method": "courier",
"insured": false
}
}'
{
"success": true,
"data": {
"_id": "ord_81",
"reference": "Posters for May",
"state": "queued"
}
}
{
"success": false,
"error": {
"code": "ORDER_NOT_FOUND",
"message": "There is no such order"
}
}
PATCH
/v1/orders/{orderId}
The order to change
Request Body
What you call the order
queuedprintingdoneHow far the order is.
Responses
200
Order updated
404
Order not found
"""

PROSE = """\
POST - Update order

It changes an order that is not printed yet.

Request structure

The order API exposes a POST endpoint:

Headers and authentication

See the overview.

Post data

The body of the request must contain a valid JSON payload.

    {
      "id": "ord_81",
      "order": {
        "reference": "Posters for May",
        "state": "QUEUED"
      }
    }

Responses

If it goes well you will receive an HTTP 200 confirmation.

Errors

AUTHENTICATION_INVALID (Http status code: 401, Error code: 10)
ROUTE_NOT_FOUND (Http status code: 404, Error code: 20)
MISSING_PARAMETER (Http status code: 400, Error code: 30)
"""

HTML = f"""\
<!doctype html>
<html lang="en">
<head><title>Update an order</title></head>
<body>
<nav><a href="/orders">Orders</a><a href="/posters">Posters</a></nav>
<main>
<h1>Update an order</h1>
<p><code>PATCH /v1/orders/{{orderId}}</code></p>
<h2>Path parameters</h2>
<table>
<thead><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr></thead>
<tbody>
<tr><td>orderId</td><td>string</td><td>Yes</td><td>The order to change.</td></tr>
</tbody>
</table>
<h2>Body</h2>
<table>
<thead><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr></thead>
<tbody>
<tr><td><code>reference</code></td><td>string</td><td>No</td><td>What you call the order.</td></tr>
<tr><td><code>copies</code></td><td>integer</td><td>Yes</td><td>How many to print.</td></tr>
<tr><td><code>paper</code></td><td>string</td><td>No</td><td>One of <code>matte</code>, <code>glossy</code>.</td></tr>
<tr><td><code>rush</code></td><td>boolean</td><td>No</td><td>Print it before all others.</td></tr>
</tbody>
</table>
<h2>Response</h2>
<pre><code class="language-json">{_ANSWER}</code></pre>
<h2>Errors</h2>
<table>
<thead><tr><th>Status</th><th>Description</th></tr></thead>
<tbody>
<tr><td>404</td><td>There is no such order.</td></tr>
<tr><td>409</td><td>It is too late.</td></tr>
</tbody>
</table>
</main>
<footer>Last updated on May 2, 2026</footer>
</body>
</html>
"""

PAGES: Mapping[str, str] = {
    "openapi": OPENAPI,
    "mintlify": MINTLIFY,
    "gitbook": GITBOOK,
    "markdown": MARKDOWN,
    "text": TEXT,
    "reference": REFERENCE,
    "prose": PROSE,
    "html": HTML,
}
"""A page in each format, by the name of the format."""
