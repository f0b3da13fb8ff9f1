"""Pages about the API of a choir, in every kind of Markdown that is read; the choir is made up."""

from __future__ import annotations

MINTLIFY = """\
> ## Documentation Index
> Fetch the complete documentation index at: https://docs.choir.example/llms.txt

# Change a concert

> Moves a concert, or gives it another programme.

<RequestExample>
  ```bash cURL theme={null}
  curl --request PATCH \\
    --url 'https://api.choir.example/v2/concerts/c9f81a2b77e0' \\
    --header 'Authorization: Bearer <token>' \\
    --header 'Content-Type: application/json' \\
    --data '{"title": "Vespers", "hall": {"city": "Graz"}}'
  ```
</RequestExample>

<ResponseExample>
  ```json 200 theme={null}
  {"concert": {"key": "c9f81a2b77e0", "title": "Vespers", "state": "planned", "endsAt": null}}
  ```

  ```json 404
  {"code": "NO_CONCERT", "message": "nothing there"}
  ```
</ResponseExample>

### Authorizations

<ParamField path="Authorizations" type="string | header" required>
  A Bearer token, as `<token>`.
</ParamField>

### Path Parameters

<ParamField path="concertId" type="string" required>
  Which concert.
</ParamField>

### Query

<ParamField query="notify" type="boolean" default={false}>
  Whether singers are told.
</ParamField>
<ParamField query="filter[voice]" type={"string"} enum={["alto", "bass"]} required={false} />

### Body

All body fields are optional.

<ParamField body="title" type="string" required="false">
  Between 1 and 80 characters.
</ParamField>

<ParamField body="hall" type="object">
  Where it is.

  <Expandable title="hall">
    <ParamField body="hall.city" type="string" deprecated>
      A town.
    </ParamField>

        <ParamField body="seats" type="integer<int32>" default="200">
          How many. Must be at least `1`.
        </ParamField>
  </Expandable>
</ParamField>

<ParamField body="songs" type="object[]" post={["nullable"]}>
  <Expandable title="child attributes">
    <ParamField body="composer" type="nullable string">
      ```json
      <ParamField body="inside_of_code" type="string" />
      ```
    </ParamField>
  </Expandable>
</ParamField>

### Response

<ResponseField name="concert" type="object" required>
  <Expandable title="concert">
    <ResponseField name="state" type="string">
      One of: `planned`, `sung`.
    </ResponseField>
    <ResponseField name="singers" type="array">
      <ResponseField name="singers.voice" type="string" />
    </ResponseField>
  </Expandable>
</ResponseField>

## OpenAPI

````yaml PATCH /concerts/{concertId}
openapi: 3.1.0
info: {title: Choir, version: "2"}
servers:
  - url: https://api.choir.example/v2
paths:
  /concerts/{concertId}:
    patch:
      parameters:
        - {name: concertId, in: path, required: true, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                title: {type: string, maxLength: 80}
      responses:
        '200': {description: Done.}
        '409': {description: Sung already.}
````
"""

TABLES = """\
# Hire a hall

`POST /v2/halls/{hallId}/hires`

The OpenAPI document is [here](/files/choir-openapi.yaml).

## Path parameters

| Description | Type | Parameter |
|---|---|---|
| Which hall | string | `hallId` |

## Headers

| Header | Value |
|---|---|
| Authorization | Bearer `<token>` |
| Content-Type | application/json |

## Request body

| Required | Field | Type | Description | Default |
|:-:|---|---|---|---|
| ✓ | `from` | string (date-time) | When it begins | |
| No | `guests` | object[] | Who comes | |
| optional | `guests[].name` | string or null | At most 40 characters | |
| Yes | `contact` | object | Who pays | |
| Yes | ↳ `phone` | string | | |
| | `until`* | string | | |
| | `chairs` | integer | | `12` |

## Response

### 201 Created

- `hire` (object, required): what was agreed
  - `number` (string): its number
  - `state` (string, optional): one of `open`, `paid`
- and a word on nothing

<table><thead><tr><th>Field</th><th>Type</th><th>Required</th></tr></thead><tbody>
<tr><td>paidAt</td><td>string</td><td>No</td></tr></tbody></table>

### Errors

| HTTP status | Code | Meaning |
|---|---|---|
| 404 | `HALL_UNKNOWN` | No such hall |
| 409 | `HALL_TAKEN` | Hired already |
"""

GITBOOK = """\
> For the complete documentation index, see [llms.txt](https://choir.example/llms.txt). Pages have Markdown too.

# Singers

{% hint style="info" %}
A 429 Too Many Requests is returned if you ask too often.
{% endhint %}

{% openapi src="<https://choir.example/files/choir.json?alt=media>" path="/singers" method="get" %}
[choir.json](https://choir.example/files/choir.json?alt=media)
{% endopenapi %}

{% openapi-operation spec="choir" path="/singers/{id}" method="delete" %}
[OpenAPI choir](https://choir.example/raw/choir.json)
{% endopenapi-operation %}

{% swagger method="post" path="/singers" baseUrl="https://api.choir.example/v2" summary="Add" %}
{% swagger-parameter in="body" name="name" type="string" required="true" %}
Up to you
{% endswagger-parameter %}

{% swagger-parameter in="body" name="voice" type="string" required="false" %}
{% endswagger-parameter %}

{% swagger-response status="201: Created" description="" %}
```json
{"id": "s1", "name": "Ida"}
```
{% endswagger-response %}
{% endswagger %}
"""

GITBOOK_EXPORT = """\
# Concerts

## GET /concerts

> List them

```json
{"openapi": "3.0.3", "info": {"title": "Choir", "version": "1"}, "paths": {"/concerts": {"get":
 {"responses": {"200": {"description": "All of them."}}}}}}
```
"""

SEVERAL = """\
# Rehearsals

Everything needs a token.

## Plan one

```bash
curl -X POST https://api.choir.example/v2/rehearsals -d '{"day": "2030-01-01"}'
```

### Body

- `day` (string, required): when

## Forget one

```bash
curl -X DELETE https://api.choir.example/v2/rehearsals/81723
```

### Query parameters

| Name | Type |
|---|---|
| `quiet` | boolean |
"""
