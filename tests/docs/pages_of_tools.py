"""Pages of one API, which lends books, as a dozen tools write or render them.

In: nothing.  Out: the text of each page, with what it says beside it.
Never: has a sentence of a provider; the API is an invention.

What a page says is written `where attribute attribute=value`, one element a line, as `pages_of_tools.said` gives it.
"""
# ruff: noqa: E501

from __future__ import annotations

from handbill_generator.docs.model import Attribute, Page, Side


def said(page: Page) -> list[str]:
    """Give each element of *page* with all that is said of it, whatever part of the page says it."""
    elements: dict[tuple[str, ...], set[str]] = {}
    for fact in page.facts:
        if fact.attribute is Attribute.exists and fact.value is True:
            words = ""
        elif fact.attribute is Attribute.type:
            words = str(fact.value)
        elif isinstance(fact.value, bool) and fact.value:
            words = str(fact.attribute)
        else:
            words = f"{fact.attribute}={str(fact.value).replace(' ', '_')}"
        side = fact.status if fact.side is Side.response else "" if fact.path else "operation"
        where = (fact.operation, side, "/".join(fact.path))
        elements.setdefault(where, set()).add(words)
    return [" ".join(filter(None, (*where, *sorted(words)))) for where, words in sorted(elements.items())]


STRIPE = """\
# Create a loan

Creates a loan of a book to a member of the library.

`POST /v1/loans`

### Parameters

**`member`** string Required

The ID of the member who borrows the book.

**`copy`** string Required

The ID of the copy.

**`due_days`** integer

How many days the member may keep it. Must be between 1 and 90. Defaults to `28`.

**`notify`** enum

Whom to tell. Possible values: `member`, `branch`, `nobody`.

**`metadata`** map

Key-value pairs for your own use.

### Returns

Returns the loan object if the call succeeded. Raises an error if the member has too many loans.

```json
{
  "id": "loan_1",
  "object": "loan",
  "member": "mem_7",
  "copy": "cop_9",
  "due_days": 28,
  "returned_at": null,
  "status": "open"
}
```
"""
"""Paragraphs of names and types, as Stripe writes them."""

TWILIO = """\
# Loans resource

## Create a Loan

`POST https://api.library.example/2026-01-01/Loans.json`

### Request body parameters

| Property name | Type | Required | PII | Description |
|---|---|---|---|---|
| MemberSid | SID&lt;ME&gt; | Required | Not PII | The SID of the member. |
| CopySid | string | Required | Not PII | The SID of the copy. |
| DueDays | integer | Optional | Not PII | Between 1 and 90. Default is `28`. |
| Notify | enum&lt;string&gt; | Optional | Not PII | Can be: `member`, `branch`, or `nobody`. |
| StatusCallback | string&lt;uri&gt; | Optional | Not PII | The URL that we call. |

### Response

```json
{
  "sid": "LOaaa",
  "status": "open",
  "due_days": 28
}
```
"""
"""A table with escaped types."""

README = """\
<!DOCTYPE html><html><head><title>Create a loan</title></head><body><div id="ssr-main"><header class="rm-Header"><nav><a href="/docs">Guides</a></nav></header>
<main class="rm-ReferenceMain"><h1>Create a loan</h1>
<div class="APIHeader-url"><span class="APIMethod">post</span><span class="rm-Playground-url">https://api.library.example/v1/loans</span></div>
<form><section><header class="Param-header">Body Params</header><div class="Param-list">
<div class="Param"><label class="Param-left"><span class="Param-name">member_id</span><span class="Param-type">string</span><span class="Param-required">required</span></label><div class="Param-description"><p>The member who borrows.</p></div></div>
<div class="Param"><label class="Param-left"><span class="Param-name">due_days</span><span class="Param-type">integer</span><span class="Param-minmax">1 to 90</span></label><div class="Param-description"><p>Days to keep it.</p></div><div>Defaults to 28</div></div>
<div class="Param"><label class="Param-left"><span class="Param-name">notify</span><span class="Param-type">string</span><span class="Param-type">enum</span></label><div class="Param-description"><p>Whom to tell.</p></div><div><p>Allowed:</p><code>member</code> <code>branch</code> <code>nobody</code></div></div>
</div></section></form>
<section><header>Responses</header><div class="rm-APIResponseSchemaPicker"><button><span>201</span><p>Created</p></button><button><span>404</span><p>Not found</p></button></div></section>
</main></div></body></html>
"""
"""What ReadMe renders."""

GITBOOK = """\
> For the complete documentation index, see [llms.txt](https://docs.library.example/llms.txt).

# Create a loan

## Create a loan

<mark style="color:green;">`POST`</mark> `/v1/loans`

Lends a copy to a member.

**Headers**

| Name          | Value              |
| ------------- | ------------------ |
| Content-Type  | `application/json` |
| Authorization | `Bearer <token>`   |

**Body**

| Name        | Type    | Description                                   |
| ----------- | ------- | --------------------------------------------- |
| `member_id`<mark style="color:red;">\\*</mark> | string | The member who borrows. |
| `due_days`  | integer | Days to keep it, 28 by default.                |
| `notify`    | string  | One of `member`, `branch`, `nobody`. |

**Response**

{% tabs %}
{% tab title="201" %}
```json
{"id": "l_1", "status": "open", "returned_at": null}
```
{% endtab %}

{% tab title="404" %}
```json
{"error": "MEMBER_NOT_FOUND"}
```
{% endtab %}
{% endtabs %}
"""
"""GitBook's Markdown."""

MINTLIFY = """\
---
title: "Create a loan"
api: "POST https://api.library.example/v1/loans"
authMethod: "bearer"
---

<ParamField body="member_id" type="string" required>
  The member who borrows.
</ParamField>

<ParamField body="due_days" type="integer" default="28">
  Days to keep it. Between 1 and 90.
</ParamField>

<ParamField body="notify" type="enum<string>">
  Whom to tell.
  Available options: `member`, `branch`, `nobody`
</ParamField>

<ParamField body="address" type="object">
  Where to bring it.
  <Expandable title="properties">
    <ParamField body="street" type="string" required>The street. Maximum 80 characters.</ParamField>
    <ParamField body="zip" type="string | null">Null to use that of the member.</ParamField>
  </Expandable>
</ParamField>

<ResponseField name="id" type="string" required>The loan.</ResponseField>
<ResponseField name="status" type="string">One of `open`, `returned`, `lost`.</ResponseField>
<ResponseField name="items" type="object[]">
  <Expandable title="item">
    <ResponseField name="copy" type="string">The copy.</ResponseField>
  </Expandable>
</ResponseField>

<ResponseExample>
```json 201
{"id": "l_1", "status": "open", "items": [{"copy": "c_1"}]}
```
```json 409
{"code": "TOO_MANY_LOANS"}
```
</ResponseExample>
"""
"""Mintlify's components."""

RENDERED = """\
Skip to main content
Loans
Create a loan
POST
/
v1
/
loans

Try it
Create a loan
cURL
curl --request POST \\
  --url https://api.library.example/v1/loans \\
  --header 'Authorization: Bearer <token>' \\
  --header 'Content-Type: application/json' \\
  --data '
{
  "member_id": "<string>",
  "due_days": 28,
  "notify": "member"
}
'
201
404
{
  "id": "l_1",
  "status": "open"
}
{
  "code": "MEMBER_NOT_FOUND"
}
Authorizations
Authorization
string
header
required
Bearer authentication header of the form Bearer <token>, where <token> is your auth token.
Body
application/json
member_id
string
required
The member who borrows.
Required string length: 3 - 40
due_days
integer
default:28
Days to keep it.
Required range: 1 <= x <= 90
notify
enum<string>
Whom to tell.
Available options:
member,
branch,
nobody
Example:
"member"
address
object
Where to bring it.
Show child attributes
Response
201 - application/json
Lent.
id
string
required
The loan.
status
enum<string>
Available options:
open,
returned
Last modified on May 4, 2026
"""
"""The text of a page that Mintlify rendered."""

SCALAR = """\
<!doctype html><html><body><div class="references-rendered"><section id="tag/loans/POST/loans"><h3>Create a loan</h3>
<div class="endpoint"><span class="post">POST</span><code>/v1/loans</code></div>
<div class="request-body"><div class="request-body-header"><span>Body</span><span>application/json</span></div>
<ul><li class="property"><div class="property-heading"><div class="property-name">member_id</div><span class="property-detail">Type: string</span><div class="property-required">required</div></div><div class="property-description"><p>The member who borrows.</p></div></li>
<li class="property"><div class="property-heading"><div class="property-name">due_days</div><span class="property-detail">Type: integer</span><span class="property-detail">min: 1</span><span class="property-detail">max: 90</span><span class="property-detail">Default: 28</span></div><p>Days to keep it.</p></li>
<li class="property"><div class="property-heading"><div class="property-name">notify</div><span class="property-detail">Type: string</span><span>enum</span></div><ul class="property-enum"><li>member</li><li>branch</li><li>nobody</li></ul></li></ul></div>
<div class="responses"><h4>Responses</h4><ul><li><button><span>201</span> <span>Lent</span></button></li><li><button><span>404</span> <span>No such member</span></button></li></ul></div>
</section></div></body></html>
"""
"""What Scalar renders."""

REDOC = """\
<!DOCTYPE html><html><head><title>Library</title></head><body><div id="redoc"><div class="api-content">
<div id="operation/createLoan"><h2><a href="#operation/createLoan"></a>Create a loan</h2>
<h5>Authorizations:</h5><div><span>bearerAuth</span></div>
<h5>Request Body schema: <span>application/json</span><div>required</div></h5>
<table><tbody><tr class=""><td kind="field" title="member_id"><span></span><span class="property-name">member_id</span><div>required</div></td><td><div><div><span></span><span class="sc">string</span><span> [ 3 .. 40 ] characters </span></div> <div><div><p>The member who borrows.</p></div></div></div></td></tr>
<tr><td kind="field" title="due_days"><span></span><span class="property-name">due_days</span></td><td><div><div><span></span><span>integer</span><span> [ 1 .. 90 ] </span></div><div><span> Default: </span> <span>28</span></div><div><p>Days to keep it.</p></div></div></td></tr>
<tr class="last"><td kind="field" title="notify"><span></span><span class="property-name">notify</span></td><td><div><div><span></span><span>string</span></div><div><span>Enum:</span> <span>"member"</span> <span>"branch"</span> <span>"nobody"</span> </div><div><p>Whom to tell.</p></div></div></td></tr></tbody></table>
<h3>Responses</h3><div><button class="success"><strong>201 </strong><div><p>Lent</p></div></button></div><div><button><strong>404 </strong><div><p>No such member</p></div></button></div>
<div><button><span type="post">post</span><span>/loans</span></button></div>
</div></div></div></body></html>
"""
"""What Redoc renders."""

DOCUSAURUS = """\
<!doctype html><html><body><div id="__docusaurus"><nav>menu</nav><main><article><div class="theme-api-markdown"><header><h1>Create a loan</h1></header>
<pre class="openapi__method-endpoint"><span class="badge badge--success openapi__method-endpoint-path">POST</span> <h2 class="openapi__method-endpoint-path">/v1/loans</h2></pre>
<h2 id="request">Request</h2>
<details class="openapi-markdown__details mime" open><summary><h3 class="openapi-markdown__details-summary-header-body">Body<strong class="openapi-schema__required">required</strong></h3></summary><ul>
<div class="openapi-schema__list-item"><span class="openapi-schema__container"><strong class="openapi-schema__property">member_id</strong><span class="openapi-schema__name">string</span><span class="openapi-schema__divider"></span><span class="openapi-schema__required">required</span></span><p><strong>Possible values:</strong> <code>&gt;= 3 characters</code> and <code>&lt;= 40 characters</code></p><p>The member who borrows.</p></div>
<div class="openapi-schema__list-item"><span class="openapi-schema__container"><strong class="openapi-schema__property">due_days</strong><span class="openapi-schema__name">integer</span></span><p><strong>Possible values:</strong> <code>&gt;= 1</code> and <code>&lt;= 90</code></p><p><strong>Default value:</strong> <code>28</code></p><p>Days to keep it.</p></div>
<div class="openapi-schema__list-item"><span class="openapi-schema__container"><strong class="openapi-schema__property">notify</strong><span class="openapi-schema__name">string</span></span><p><strong>Possible values:</strong> [<code>member</code>, <code>branch</code>, <code>nobody</code>]</p><p>Whom to tell.</p></div></ul></details>
<h2 id="responses">Responses</h2><div class="openapi-tabs__container"><ul role="tablist"><li role="tab">201</li><li role="tab">404</li></ul><div role="tabpanel"><p>Lent</p><details><summary><strong>Schema</strong></summary><div class="openapi-schema__list-item"><span class="openapi-schema__container"><strong class="openapi-schema__property">id</strong><span class="openapi-schema__name">string</span></span></div></details></div></div>
</div></article></main></div></body></html>
"""
"""What the OpenAPI plugin of Docusaurus renders."""

PLAIN = """\
# library-api

A small service. Version 2.1 of 2026.

## Installation

```bash
pip install library-api
```

## Endpoints

### `POST /v1/loans`

Lend a copy.

| Parameter | Type | Required? | Default | Notes |
|-----------|------|-----------|---------|-------|
| member_id | string | ✓ | | the member, max. 40 characters |
| due_days | int | | 28 | between 1 and 90 |
| notify | string | | `nobody` | one of `member`, `branch`, `nobody` |

Returns `201 Created` with the loan, or `404 Not Found` if the member does not exist.

### `GET /v1/loans/:id`

| Parameter | In | Type |
|---|---|---|
| id | path | string |
| expand | query | boolean |

## Configuration

| Option | Default | Description |
|---|---|---|
| PORT | 8080 | The port to listen at. |

## License

MIT
"""
"""The README of a small project."""

FRENCH = """\
Passer au contenu principal
POST
/
v1
/
loans
Prêter un exemplaire
curl --request POST \\
  --url https://api.library.example/v1/loans \\
  --header 'Authorization: Bearer <token>' \\
  --header 'Content-Type: application/json' \\
  --data '{"member_id": "<string>", "due_days": 28}'
201
{
  "id": "l_1",
  "status": "open"
}
Autorisations
Authorization
string
header
requis
Jeton Bearer dans l'en-tête.
Corps
application/json
member_id
string
requis
Le membre qui emprunte.
due_days
integer
défaut:28
Nombre de jours.
Plage requise : 1 <= x <= 90
notify
enum<string>
Qui prévenir.
Options disponibles :
member,
branch,
nobody
Réponse
201 - application/json
Prêté.
id
string
requis
Le prêt.
status
enum<string>
Options disponibles :
open,
returned
Dernière modification le 4 mai 2026
"""
"""A rendered page in French."""

JAPANESE = """\
# 貸出を作成する

`POST /v1/loans`

## リクエストボディ

| フィールド | 型 | 必須 | 説明 |
|---|---|---|---|
| `member_id` | string | はい | 借りる会員のIDです。 |
| `due_days` | integer | いいえ | 貸出日数です。 |
| `notify` | string | いいえ | 通知先です。`member`、`branch`、`nobody` のいずれか。 |

## クエリパラメータ

| 名前 | 型 | 必須 | 説明 |
|---|---|---|---|
| `dry_run` | boolean | 任意 | 試すだけです。 |

## レスポンス

```json
{"id": "l_1", "status": "open"}
```

## エラー

| ステータス | コード | 説明 |
|---|---|---|
| 404 | MEMBER_NOT_FOUND | 会員が存在しません。 |
"""
"""Markdown in Japanese."""

LISTS = """\
# Loans API

## PATCH /v1/loans/{loan_id}

Changes a loan.

**Path parameters**

- `loan_id` (string, required): The loan.

**Body parameters**

- `due_days` (integer, optional, default: 28): Days to keep it. Minimum 1, maximum 90.
- `address` (object, optional): Where to bring it.
  - `street` (string, required): The street.
  - `zip` (string or null): The code.
- `tags` (array of strings): At most 5 items.
- `legacy_note` (string): Deprecated. Use `note`.

**Responses**

- `200 OK`: the loan as it is now.
- `404 Not Found`: the loan does not exist.
- `409 Conflict` (`LOAN_RETURNED`): it is too late.

## DELETE /v1/loans/{loan_id}

Returns 204 No Content.
"""
"""Lists of fields."""

PAGES = {
    "stripe": STRIPE,
    "twilio": TWILIO,
    "readme": README,
    "gitbook": GITBOOK,
    "mintlify": MINTLIFY,
    "rendered": RENDERED,
    "scalar": SCALAR,
    "redoc": REDOC,
    "docusaurus": DOCUSAURUS,
    "plain": PLAIN,
    "french": FRENCH,
    "japanese": JAPANESE,
    "lists": LISTS,
}
