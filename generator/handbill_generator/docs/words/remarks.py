"""Read remarks: whether a field may be null, is deprecated, read-only or required, and what format it has.

In: one sentence or clause of a field's description.  Out: attributes.
Never: takes what is said of another field, or only sometimes holds, for a remark about this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.docs.model import Attribute, Value
from handbill_generator.docs.words.tokens import QUOTED, unmarked
from handbill_generator.docs.words.type_words import as_format

_IT = r"(?:(?:this|it|the|value|field|property|parameter|attribute|option|will|which|and|but|also) ){0,4}"
_NULL = re.compile(
    rf"^{_IT}(?:(?:set|pass|send|use|submit|provide|leave|specify|assign)(?: this| it| the field)?(?: to| as)? null"
    r"(?: to| for| if| when|$)|(?:can|may|could|might|will)(?: also)? be (?:set to )?null\b|"
    r"(?:is|are|be|becomes?) null(?: if| when| until| for| before| unless|$)|(?:is )?nullable\b|"
    r"null (?:if|when|until|unless|before|for|to|means|clears|removes)\b|accepts null\b)"
    r"|(?:,|\(|\bor| [\u2013\u2014-]) ?(?:or )?null (?:if|when|until|unless|before|to)\b|(?:,| or) null$|"
    r"\((?:nullable|or null)\)",
    re.IGNORECASE,
)
_NOT_NULL = re.compile(
    rf"^{_IT}(?:(?:cannot|can't|must not|can never|may not|must never|is never|never|should not)(?: be)? null\b|"
    r"(?:is )?(?:not nullable|non-nullable)\b)",
    re.IGNORECASE,
)
_NULL_ELSEWHERE = re.compile(r"\b(?:if|when|unless|where|while) [^,]{0,80}\bnull$", re.IGNORECASE)
_THIS = (
    r"(?:\W{0,3}(?:this|it|the)(?: (?:field|parameter|property|attribute|option|value|endpoint|feature))?"
    r"(?: is|'s)(?: now)? )?"
)
_DEPRECATED = re.compile(
    rf"^{_THIS}\W{{0,3}}(?:deprecated\b(?! (?:values?|options?|names?|fields?|versions?|orders?|items?)\b)|"
    r"legacy\b(?! (?:values?|options?|names?|versions?|clients?|systems?|users?)\b))|\(deprecated\)",
    re.IGNORECASE,
)
_READ_ONLY = re.compile(
    rf"^{_THIS}\W{{0,3}}read-? ?only(?:$|[,;:.)\]]| (?:field|property|value|attribute|parameter)\b)|\(read-?only\)",
    re.IGNORECASE,
)
_WRITE_ONLY = re.compile(
    rf"^{_THIS}\W{{0,3}}write-? ?only(?:$|[,;:.)\]]| (?:field|property|value|attribute|parameter)\b)|\(write-?only\)",
    re.IGNORECASE,
)
_REQUIRED = re.compile(rf"^{_THIS}\W{{0,3}}(?:required|mandatory)\W{{0,2}}$|\(required\)", re.IGNORECASE)
_OPTIONAL = re.compile(rf"^{_THIS}\W{{0,3}}(?:optional|not required)\W{{0,2}}$|\(optional\)", re.IGNORECASE)

_ISO = re.compile(
    r"\b(?:iso[- ]?8601|rfc[- ]?3339)(?::[0-9]{4})?(?: ?[ -](?:utc )?(?:formatted )?"
    r"(date-?time|timestamp|date and time|date string|datetime|date|duration|time|week|interval))?\b"
    r"(?! (?:week|interval))",
    re.IGNORECASE,
)
_ISO_FORMATS = {
    "date": "date",
    "date string": "date",
    "duration": "duration",
    "time": "time",
    "week": "",
    "interval": "",
}
_DAY = re.compile(r"\b(?:YYYY-MM-DD|yyyy-mm-dd)\b(?![T ]?(?:T|HH|hh))")
_VALID = re.compile(
    r"(?:^|\b(?:must|should|has to) be )(?:an? )?(?:valid|well-formed) "
    r"(email|url|uri|uuid|ipv4|ipv6|hostname)(?: address)?$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^(?:format|string format): ?`?([A-Za-z0-9-]{2,30})`?$", re.IGNORECASE)
_UUID = re.compile(r"^(?:an? |the )?uuid\b", re.IGNORECASE)

_VALUE = rf"({QUOTED}|[a-z0-9][a-z0-9_-]{{0,39}})"
_LEGACY = re.compile(rf"^(?:the value )?{_VALUE} is (?:an? )?(?:legacy|deprecated|obsolete)\b", re.IGNORECASE)
_BECOMES = re.compile(
    rf"\b(?:normali[sz]ed|converted|mapped|changed|rewritten|migrated|stored|treated) (?:to|as) {_VALUE}(?=$|[\s.,;)])"
)
_KINDS = re.compile(
    r"(?P<null>null)|(?P<mark>deprecated|legacy|only|required|mandatory|optional)|"
    r"(?P<format>iso|rfc|yyyy|valid|well-formed|format|uuid)",
    re.IGNORECASE,
)
"""Words that the remarks have; most clauses have none of them, and need not be searched for each."""
_NO_VALUES = frozenset("this it that which field value endpoint parameter property option api version a an the".split())


def remarks(clause: str) -> Iterator[tuple[Attribute, Value]]:
    """Give what *clause*, which is without code marks, remarks."""
    kinds = {found.lastgroup for found in _KINDS.finditer(clause)}
    if "null" in kinds:
        yield from _nullable(clause)
    for pattern, attribute, value in (
        (_DEPRECATED, Attribute.deprecated, True),
        (_READ_ONLY, Attribute.read_only, True),
        (_WRITE_ONLY, Attribute.write_only, True),
        (_REQUIRED, Attribute.required, True),
        (_OPTIONAL, Attribute.required, False),
    ):
        if "mark" in kinds and pattern.search(clause):
            yield attribute, value
    form = _format(clause) if "format" in kinds else ""
    if form:
        yield Attribute.format, form


def _nullable(clause: str) -> Iterator[tuple[Attribute, Value]]:
    if _NOT_NULL.search(clause):
        yield Attribute.nullable, False
    elif _NULL.search(clause) and not _NULL_ELSEWHERE.search(clause):
        yield Attribute.nullable, True


def legacy(sentence: str) -> str:
    """Give the value that *sentence* calls legacy, with ` -> ` and what it becomes where that is said; else nothing.

    >>> legacy("`paper` is a legacy value; on write it is converted to `mail`")
    'paper -> mail'
    """
    match = _LEGACY.match(sentence)
    value = unmarked(match[1]) if match else ""
    if match is None or not value or value.lower() in _NO_VALUES:
        return ""
    becomes = _BECOMES.search(sentence, match.end())
    return f"{value} -> {unmarked(becomes[1])}" if becomes else value


def _format(clause: str) -> str:
    iso = _ISO.search(clause)
    if iso:
        return _ISO_FORMATS.get((iso[1] or "").lower(), "date-time")
    if _DAY.search(clause):
        return "date"
    match = _VALID.search(clause) or _NAMED.match(clause)
    if match:
        return as_format(match[1].lower())
    return "uuid" if _UUID.match(clause) else ""
