"""Read rules about a whole body.

In: the sentences above the fields of a body, or of a field's description.  Out: rules, and names that are mentioned.
Never: takes a word for a name: it is one of the fields, in code marks, or written as no word is (`orderId`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from handbill_generator.docs.model import MAX_TOKEN, Attribute, Value
from handbill_generator.docs.words.sentences import bare, sentences

_FIELDS = r"(?:body |request )?(?:fields?|parameters?|properties|property|attributes?)"
_ALL_OPTIONAL = re.compile(
    rf"^(?:in the body,? |here,? )?(?:all|every|each)(?: of the| the)? (?:{_FIELDS}|`?(?P<owner>[A-Za-z_]{{2,40}})`?)"
    r"(?: of the (?:body|request)| in the (?:body|request)| below)? (?:are|is) optional\b(?! (?:if|when|unless|except))"
    rf"|^no(?:ne of the)? {_FIELDS} (?:are|is) required$",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:except|other than|but|apart from|besides|unless)\b", re.IGNORECASE)
_AT_LEAST_ONE = re.compile(
    rf"^(?:you must )?(?:(?:provide|include|specify|send|requires) )?at least (one|1|two|2) {_FIELDS}"
    r"(?: (?:(?:must|should|has to|needs to) be|is) (?:provided|present|set|given|included|specified|sent|required))?"
    r"(?: (?:in|for|to) (?:the|this|an?) (?:body|request|update)(?: body)?)?$",
    re.IGNORECASE,
)
_NAME = r"`?([A-Za-z_$][\w$.-]{0,80})`?"
_NAMES = rf"{_NAME}(?:,? (?:or|and|and/or) {_NAME}|, {_NAME}(?:, {_NAME})?(?:, {_NAME})?,? (?:or|and/or) {_NAME})"
_IS_REQUIRED = (
    r"(?:is|are|must be|needs to be|has to be) (?:required|provided|present|set|given|specified|included|sent|supplied)"
)
_EITHER = re.compile(
    rf"^(?:either|one of|at least one of|any of)(?: the)? {_NAMES}(?: field)? {_IS_REQUIRED}\b"
    r"(?! (?:if|when|unless|for))"
    rf"|^(?:you must |please )?(?:provide|specify|include|send|pass|supply|requires?) "
    rf"(?:either|one of|at least one of) {_NAMES}$",
    re.IGNORECASE,
)
_USING = re.compile(
    r"\b(?:using|with|via|by (?:setting|passing|providing|sending)) (?:(?:any|a) )?"
    r"(?:combination|one|any|some|all|either)(?: or more)?(?: of)?:? ",
    re.IGNORECASE,
)
_LISTED_NAME = re.compile(rf"{_NAME}(?:,? (?:or|and|and/or) |, )?")
_WRITTEN_AS_NAME = re.compile(r"[a-z][a-z0-9]{0,40}(?:(?:[A-Z][a-z0-9]{0,40}){1,8}|(?:_[a-z0-9]{1,40}){1,8})")


def read_rules(text: str, names: Container[str] = ()) -> tuple[tuple[str, Attribute, Value], ...]:
    """Give the rules that *text* states, each once, in its order; *names* are the fields that are known.

    The first of each is the field that it is about, empty for the whole body: `all-optional` (of `All
    settings are optional` the owner is `settings`, where that is a field); `minProperties` for
    "At least one field"; `any-of-required` with the names, sorted, joined by ` | `.  `exists` says that a field is
    mentioned in a list of them ("with any combination of a, b or c").
    """
    return tuple(dict.fromkeys(rule for sentence in sentences(text) for rule in _rules(sentence, names)))


def _rules(sentence: str, known: Container[str]) -> Iterator[tuple[str, Attribute, Value]]:
    plain = bare(sentence)
    optional = _ALL_OPTIONAL.match(plain)
    if optional and not _EXCEPT.search(plain) and (not optional["owner"] or optional["owner"] in known):
        yield optional["owner"] or "", Attribute.all_optional, True
    least = _AT_LEAST_ONE.match(plain)
    if least:
        yield "", Attribute.min_properties, 2 if least[1].lower() in ("two", "2") else 1
    either = _EITHER.match(sentence)
    if either:
        fields = sorted({name for name in either.groups() if name})
        if len(fields) > 1 and all(_is_name(name, sentence, known) for name in fields):
            joined = " | ".join(fields)
            if len(joined) <= MAX_TOKEN:
                yield "", Attribute.required_together, joined
    using = _USING.search(sentence)
    if using:
        yield from ((name, Attribute.exists, True) for name in _mentioned(sentence, using.end(), known))


def _mentioned(sentence: str, start: int, known: Container[str]) -> Iterator[str]:
    """Give the names of the list that begins at *start*."""
    position = start
    for _ in range(20):
        match = _LISTED_NAME.match(sentence, position)
        if match is None or not _is_name(match[1], sentence, known):
            return
        yield match[1]
        if not match[0].endswith(" "):
            return
        position = match.end()


def _is_name(name: str, sentence: str, known: Container[str]) -> bool:
    return name in known or f"`{name}`" in sentence or _WRITTEN_AS_NAME.fullmatch(name) is not None
