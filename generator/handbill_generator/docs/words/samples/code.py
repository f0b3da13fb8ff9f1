"""Read samples in JavaScript, PHP, Go, Java and Ruby.

In: code.  Out: the request that it sends, as far as literals say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handbill_generator.docs.words.samples.literals import literal
from handbill_generator.docs.words.samples.sample import ABSENT, Absent, Sample, sample
from handbill_generator.load import JSON

MAX_BODIES = 20
"""The most places that are tried for a body."""

_URL = re.compile(r"[\"'`](https?://[^\"'`\s<>\\]{1,2000})[\"'`]")
_INSERTED = re.compile(r"[$#]\{\s{0,5}(?:[\w.]{1,80}\.)?([A-Za-z_]\w{0,80})\s{0,5}\}|\{\$([A-Za-z_]\w{0,80})\}")
_VERBS = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS"
_METHODS = (
    re.compile(rf"\bmethod\(?\s{{0,5}}[:=(]?\s{{0,5}}[\"'`]({_VERBS})[\"'`]", re.IGNORECASE),
    re.compile(rf"CURLOPT_CUSTOMREQUEST\s{{0,5}}(?:=>|,)\s{{0,5}}[\"']({_VERBS})[\"']", re.IGNORECASE),
    re.compile(rf"NewRequest(?:WithContext)?\((?:\w{{1,40}}(?:\.\w{{1,40}}\(\))?,\s{{0,5}})?\"({_VERBS})\""),
    re.compile(
        rf"NewRequest(?:WithContext)?\((?:\w{{1,40}}(?:\.\w{{1,40}}\(\))?,\s{{0,5}})?http\.Method({_VERBS})\b", re.I
    ),
    re.compile(rf"Net::HTTP::({_VERBS})\b", re.IGNORECASE),
    re.compile(rf"(?:->|\.)request\(\s{{0,20}}[\"']({_VERBS})[\"']", re.IGNORECASE),
    re.compile(rf"\.open\(\s{{0,20}}[\"']({_VERBS})[\"']", re.IGNORECASE),
    re.compile(rf"(?:->|\.|::)({_VERBS})\(\s{{0,20}}[\"'`]https?://", re.IGNORECASE),
    re.compile(r"\.(GET|POST|PUT|DELETE|PATCH)\("),
    re.compile(r"\.(post|put|patch)\((?:body|requestBody)\)"),
)
_HEADER_NAME = (
    r"(Authorization|Accept|Cookie|Host|Accept-[A-Za-z-]{2,30}|Content-[A-Za-z-]{2,30}|User-Agent|Idempotency-Key|"
    r"X-[A-Za-z0-9-]{1,60}|[A-Za-z0-9-]{1,40}-(?:Key|Token|Id|Version|Secret|Signature))"
)
_HEADERS = (
    re.compile(
        rf"[\"']{_HEADER_NAME}[\"']\]?\s{{0,20}}(?::|=>|,|=)\s{{0,20}}[\"'`]([^\"'`\n]{{0,500}})", re.IGNORECASE
    ),
    re.compile(r"(?<![\w\"'-])(Authorization|Accept):\s{0,20}[\"'`]([^\"'`\n]{0,500})"),
    re.compile(rf"[\"']{_HEADER_NAME}: ([^\"'`\n]{{0,500}})[\"']", re.IGNORECASE),
)
_BASIC = re.compile(r"\bbasic_auth\(|CURLOPT_USERPWD|\bSetBasicAuth\(")
_BODY = re.compile(
    r"JSON\.stringify\(\s*|json_encode\(\s*|JSON\.generate\(\s*|\bCURLOPT_POSTFIELDS\s{0,5}(?:=>|,)\s*|"
    r"\.body\s{0,5}=\s*|\b(?:body|data|json|payload)[\"']?\s{0,5}(?::=|:|=>|=)\s*(?:\[\]byte\(\s*)?|"
    r"\bstrings\.NewReader\(\s*|\bofString\(\s*|\[\]byte\(\s*"
)
_NAME = re.compile(r"\$?([A-Za-z_]\w{0,80})\b")
_DEFAULTS: Mapping[str, str] = MappingProxyType({"javascript": "GET"})


def read(code: str, language: str) -> Sample | None:
    """Read the request that *code* sends; None where it has no address."""
    url = _URL.search(code)
    if url is None:
        return None
    return sample(
        language,
        method=_method(code, language),
        url=_INSERTED.sub(lambda match: f"{{{match[1] or match[2]}}}", url[1]),
        headers=_headers(code),
        body=_body(code),
        has_user=_BASIC.search(code) is not None,
    )


def _method(code: str, language: str) -> str:
    for pattern in _METHODS:
        match = pattern.search(code)
        if match:
            return match[1]
    if re.search(r"\bCURLOPT_POST\b", code):
        return "POST"
    return _DEFAULTS.get(language, "") if re.search(r"\bfetch\(", code) else ""


def _headers(code: str) -> Iterator[tuple[str, str]]:
    found = [(match.start(), match[1], match[2]) for pattern in _HEADERS for match in pattern.finditer(code)]
    for _, name, value in sorted(found):
        yield name, value


def _body(code: str) -> JSON | Absent:
    """Give the first object or array at a place where a body stands, or that a name there was given."""
    for _, place in zip(range(MAX_BODIES), _BODY.finditer(code), strict=False):
        value = literal(code, place.end())
        if value is ABSENT:
            value = _named(code, place.end())
        if value is not ABSENT and value != [] and value != {}:
            return value
    return ABSENT


def _named(code: str, position: int) -> JSON | Absent:
    name = _NAME.match(code, position)
    if name is None:
        return ABSENT
    given = re.search(rf"(?<![\w.]){re.escape(name[1])}\s{{0,5}}(?::=|=(?![=>]))\s*(?:\[\]byte\(\s*)?", code)
    return literal(code, given.end()) if given else ABSENT
