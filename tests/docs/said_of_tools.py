"""What the pages of `pages_of_tools` say, as a reader of them would.

In: nothing.  Out: for each page a line an element, as `pages_of_tools.said` writes them.
"""

from __future__ import annotations

SAID = {
    "stripe": """\
POST /v1/loans body/copy required string
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member required string
POST /v1/loans body/metadata object
POST /v1/loans body/notify enum=branch enum=member enum=nobody
POST /v1/loans operation
POST /v1/loans success body object
POST /v1/loans success body/copy shown=cop_9 string
POST /v1/loans success body/due_days integer
POST /v1/loans success body/id shown=loan_1 string
POST /v1/loans success body/member shown=mem_7 string
POST /v1/loans success body/object shown=loan string
POST /v1/loans success body/returned_at nullable
POST /v1/loans success body/status shown=open string
""",
    "twilio": """\
POST /2026-01-01/Loans.json body/CopySid required string
POST /2026-01-01/Loans.json body/DueDays default=28 integer maximum=90 minimum=1 required=False
POST /2026-01-01/Loans.json body/MemberSid required
POST /2026-01-01/Loans.json body/Notify enum=branch enum=member enum=nobody required=False string
POST /2026-01-01/Loans.json body/StatusCallback format=uri required=False string
POST /2026-01-01/Loans.json operation server=https://api.library.example
POST /2026-01-01/Loans.json success body object
POST /2026-01-01/Loans.json success body/due_days integer
POST /2026-01-01/Loans.json success body/sid shown=LOaaa string
POST /2026-01-01/Loans.json success body/status shown=open string
""",
    "readme": """\
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member_id required string
POST /v1/loans body/notify enum=branch enum=member enum=nobody string
POST /v1/loans 201
POST /v1/loans 404
POST /v1/loans operation server=https://api.library.example
""",
    "gitbook": """\
POST /v1/loans body media-type=application/json
POST /v1/loans body/due_days integer
POST /v1/loans body/member_id required string
POST /v1/loans body/notify enum=branch enum=member enum=nobody string
POST /v1/loans 201
POST /v1/loans 201 body object
POST /v1/loans 201 body/id shown=l_1 string
POST /v1/loans 201 body/returned_at nullable
POST /v1/loans 201 body/status shown=open string
POST /v1/loans 404
POST /v1/loans 404 body object
POST /v1/loans 404 body/error shown=MEMBER_NOT_FOUND string
POST /v1/loans operation security=http_bearer
""",
    "mintlify": """\
POST /v1/loans body/address object
POST /v1/loans body/address/street maxLength=80 required string
POST /v1/loans body/address/zip nullable string
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member_id required string
POST /v1/loans body/notify enum=branch enum=member enum=nobody string
POST /v1/loans 201
POST /v1/loans 201 body object
POST /v1/loans 201 body/id shown=l_1 string
POST /v1/loans 201 body/items array
POST /v1/loans 201 body/items/[] object
POST /v1/loans 201 body/items/[]/copy shown=c_1 string
POST /v1/loans 201 body/status shown=open string
POST /v1/loans 409
POST /v1/loans 409 body object
POST /v1/loans 409 body/code shown=TOO_MANY_LOANS string
POST /v1/loans operation security=http_bearer server=https://api.library.example
POST /v1/loans success body/id required string
POST /v1/loans success body/items array
POST /v1/loans success body/items/[] object
POST /v1/loans success body/items/[]/copy string
POST /v1/loans success body/status enum=lost enum=open enum=returned string
""",
    "rendered": """\
POST /v1/loans body media-type=application/json object
POST /v1/loans body/address object
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member_id maxLength=40 minLength=3 required string
POST /v1/loans body/notify enum=branch enum=member enum=nobody shown=member string
POST /v1/loans 201
POST /v1/loans 201 body media-type=application/json object
POST /v1/loans 201 body/id required shown=l_1 string
POST /v1/loans 201 body/status enum=open enum=returned shown=open string
POST /v1/loans 404
POST /v1/loans 404 body object
POST /v1/loans 404 body/code shown=MEMBER_NOT_FOUND string
POST /v1/loans operation security=http_bearer server=https://api.library.example
""",
    "scalar": """\
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member_id required string
POST /v1/loans body/notify enum=branch enum=member enum=nobody string
POST /v1/loans 201
POST /v1/loans 404
POST /v1/loans operation
""",
    "redoc": """\
POST /loans body/due_days default=28 integer maximum=90 minimum=1
POST /loans body/member_id maxLength=40 minLength=3 required string
POST /loans body/notify enum=branch enum=member enum=nobody string
POST /loans 201
POST /loans 404
POST /loans operation
""",
    "docusaurus": """\
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member_id maxLength=40 minLength=3 required string
POST /v1/loans body/notify enum=branch enum=member enum=nobody string
POST /v1/loans 201
POST /v1/loans 404
POST /v1/loans operation
POST /v1/loans success body/id string
""",
    "plain": """\
GET /v1/loans/{id} path/id string
GET /v1/loans/{id} query/expand boolean
GET /v1/loans/{id} operation
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member_id maxLength=40 missing-status=404 required string
POST /v1/loans body/notify default=nobody enum=branch enum=member enum=nobody string
POST /v1/loans 201
POST /v1/loans 404
POST /v1/loans operation
""",
    "french": """\
POST /v1/loans body media-type=application/json object
POST /v1/loans body/due_days default=28 integer maximum=90 minimum=1
POST /v1/loans body/member_id required string
POST /v1/loans body/notify enum=branch enum=member enum=nobody string
POST /v1/loans 201
POST /v1/loans 201 body media-type=application/json object
POST /v1/loans 201 body/id required shown=l_1 string
POST /v1/loans 201 body/status enum=open enum=returned shown=open string
POST /v1/loans operation security=http_bearer server=https://api.library.example
""",
    "japanese": """\
POST /v1/loans body/due_days integer required=False
POST /v1/loans body/member_id required string
POST /v1/loans body/notify required=False string
POST /v1/loans query/dry_run boolean required=False
POST /v1/loans 404 code=MEMBER_NOT_FOUND
POST /v1/loans operation
POST /v1/loans success body object
POST /v1/loans success body/id shown=l_1 string
POST /v1/loans success body/status shown=open string
""",
    "lists": """\
DELETE /v1/loans/{loan_id} 204
DELETE /v1/loans/{loan_id} operation
PATCH /v1/loans/{loan_id} body/address object required=False
PATCH /v1/loans/{loan_id} body/address/street required string
PATCH /v1/loans/{loan_id} body/address/zip nullable string
PATCH /v1/loans/{loan_id} body/due_days default=28 integer maximum=90 minimum=1 required=False
PATCH /v1/loans/{loan_id} body/legacy_note deprecated string
PATCH /v1/loans/{loan_id} body/tags array maxItems=5
PATCH /v1/loans/{loan_id} body/tags/[] string
PATCH /v1/loans/{loan_id} path/loan_id missing-status=404 required string
PATCH /v1/loans/{loan_id} 200
PATCH /v1/loans/{loan_id} 404
PATCH /v1/loans/{loan_id} 409 code=LOAN_RETURNED
PATCH /v1/loans/{loan_id} operation
""",
}
"""What each page says, no more and no less."""
