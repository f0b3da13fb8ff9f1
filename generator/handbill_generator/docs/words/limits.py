"""Read limits: lengths, numbers of items, ranges.

In: one clause of a field's description.  Out: limits.
Never: takes a number for a limit where the clause goes on: `up to 50% off` and `at most 3 items a page` are none; nor
one that holds only sometimes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from handbill_generator.docs.model import Attribute, Value

_RANGE = (Attribute.minimum, Attribute.maximum)
_LENGTH = (Attribute.min_length, Attribute.max_length)
_ITEMS = (Attribute.min_items, Attribute.max_items)
_PROPERTIES = (Attribute.min_properties, Attribute.max_properties)
_BY_TYPE: Mapping[str, tuple[Attribute, Attribute]] = MappingProxyType(
    {"string": _LENGTH, "array": _ITEMS, "object": _PROPERTIES, "integer": _RANGE, "number": _RANGE}
)

_N = r"(-?[0-9]{1,3}(?:,[0-9]{3}){1,4}|-?[0-9]{1,15}(?:\.[0-9]{1,10})?)"
_UNIT = (
    r"(?:[ -](?:(?P<length>characters?|chars?|letters?)|"
    r"(?P<items>items?|elements?|entries|entry|values?|objects?|ids?|addresses|urls?|tags?)|(?P<properties>properties|keys)))?"
)
_END = (
    r"(?: (?:long|in length|allowed|in total|total|max|maximum))?(?: \(?inclusive\)?)?[ )\]]{0,3}"
    r"(?=$|[,;:]| \(| [\u2013\u2014-] )"
)
_MUST = (
    r"(?:(?:it|this|the (?:value|name|string|list|array|length|number)) )?(?:(?:must|should|can|may|has to) )?"
    r"(?:(?:be|have|contain|is|has) )?"
)
_LEAD = (
    rf"(?:(?:^|[,(\u2013\u2014-] ?){_MUST}|\b(?:must|should|may|has to) (?:be|have|contain) |"
    r"\b(?:array|list|string|text) (?:with|of|containing) )"
    r"(?:an? |of )?(?:(?P<noun>length|size|number|integer|string|value|list|array|text) )?(?:of )?"
)
_BOTH = re.compile(
    rf"{_LEAD}(?P<word>between |from |range:? ?|\[ ?)?{_N} ?(?:and|to|-|\u2013|\.\.) ?{_N}(?: ?\])?{_UNIT}{_END}",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"{_LEAD}(?:max(?:imum)?\.?(?P<size> length| string length| size)?(?: of| is|:)?|at most|"
    rf"(?:no|not) (?:more|longer|greater|larger) than|(?P<weak>up to|limited to)|"
    rf"(?:must |can |may )?not (?:exceed|be (?:more|longer|greater|larger) than)|cannot exceed|"
    rf"less than or equal to|<=|\u2264) ?{_N}{_UNIT}{_END}",
    re.IGNORECASE,
)
_LEAST = re.compile(
    rf"{_LEAD}(?:min(?:imum)?\.?(?P<size> length| string length| size)?(?: of| is|:)?|at least|"
    rf"(?:no|not) (?:less|fewer|shorter) than|greater than or equal to|>=|\u2265) ?{_N}{_UNIT}{_END}",
    re.IGNORECASE,
)
_OVER = re.compile(rf"{_LEAD}(?:(?:greater|larger|higher|more) than|>) ?{_N}{_END}", re.IGNORECASE)
_UNDER = re.compile(rf"{_LEAD}(?:(?:less|smaller|lower) than|<) ?{_N}{_END}", re.IGNORECASE)
_EXACTLY = re.compile(rf"{_LEAD}(?:exactly |: ?){_N}{_UNIT}{_END}", re.IGNORECASE)
_MULTIPLE = re.compile(rf"{_LEAD}multiple of:? ?{_N}{_END}", re.IGNORECASE)
_SIGNS = ("<", ">", "\u2264", "\u2265")
_DIGIT = re.compile(r"[0-9]")
_POSSIBLE = re.compile(r"^(?:possible|allowed) values?:? ?(?=[<>\u2264\u2265])", re.IGNORECASE)
_SOMETIMES = re.compile(r"\b(?:if|when|unless|until|while|each|every|per|for example|e\.g|by default)\b", re.IGNORECASE)

_KEYWORD = re.compile(
    rf"(?:required )?([A-Za-z][A-Za-z _-]{{2,30}}?) ?[:=] ?{_N}(?: ?- ?{_N})?(?: [a-z]{{3,12}})?", re.IGNORECASE
)
_KEYWORDS: Mapping[str, tuple[Attribute, ...]] = MappingProxyType(
    {
        "minlength": _LENGTH[:1],
        "minimumlength": _LENGTH[:1],
        "minimumstringlength": _LENGTH[:1],
        "maxlength": _LENGTH[1:],
        "maximumlength": _LENGTH[1:],
        "maximumstringlength": _LENGTH[1:],
        "stringlength": _LENGTH,
        "length": _LENGTH,
        "minitems": _ITEMS[:1],
        "minimumarraylength": _ITEMS[:1],
        "maxitems": _ITEMS[1:],
        "maximumarraylength": _ITEMS[1:],
        "arraylength": _ITEMS,
        "minproperties": _PROPERTIES[:1],
        "maxproperties": _PROPERTIES[1:],
        "exclusiveminimum": (Attribute.exclusive_minimum,),
        "exclusivemaximum": (Attribute.exclusive_maximum,),
        "multipleof": (Attribute.multiple_of,),
        "range": _RANGE,
        "minimumvalue": _RANGE[:1],
        "maximumvalue": _RANGE[1:],
    }
)
_AROUND = re.compile(
    rf"(?:required range: ?)?(?:{_N} ?(<=?|\u2264) ?)?x(?: ?(<=?|>=?|\u2264|\u2265) ?{_N})?", re.IGNORECASE
)


def limits(clause: str, types: Collection[str], *, is_array: bool) -> Iterator[tuple[Attribute, Value]]:
    """Give the limits that *clause* sets, which is without code marks.

    A number without a unit limits what *types* say; where they are not known, the items of what *is_array* and else
    the value itself.
    """
    if not _DIGIT.search(clause):
        return
    clause = _POSSIBLE.sub("", clause)
    keyword = list(_by_keyword(clause))
    if keyword:
        yield from keyword
        return
    if _SOMETIMES.search(clause):
        return
    both = _BOTH.search(clause)
    if both and (_has_unit(both) or both["word"]):
        lower, upper = _attributes(both, types, is_array=is_array)
        yield lower, _number(both, 0)
        yield upper, _number(both, 1)
        return
    if clause.startswith(_SIGNS):
        # `>= 3 characters and <= 40 characters`
        clause = clause.replace(" and ", ", ")
    least, most = _LEAST.search(clause), _MOST.search(clause)
    if least:
        yield _attributes(least, types, is_array=is_array)[0], _number(least, 0)
    if most and (_has_unit(most) or not most["weak"]):
        yield _attributes(most, types, is_array=is_array)[1], _number(most, 0)
    if not least and not most:
        yield from _others(clause)


def _others(clause: str) -> Iterator[tuple[Attribute, Value]]:
    exactly = _EXACTLY.search(clause)
    if exactly and _has_unit(exactly):
        for attribute in _attributes(exactly, (), is_array=False):
            yield attribute, _number(exactly, 0)
    for pattern, attribute in (
        (_OVER, Attribute.exclusive_minimum),
        (_UNDER, Attribute.exclusive_maximum),
        (_MULTIPLE, Attribute.multiple_of),
    ):
        match = pattern.search(clause)
        if match:
            yield attribute, _number(match, 0)


def _by_keyword(clause: str) -> Iterator[tuple[Attribute, Value]]:
    """Read what renderers of OpenAPI print: `Max length: 200`, `Required range: 1 <= x <= 100`."""
    around = _AROUND.fullmatch(clause)
    if around and (around[1] or around[4]):
        if around[1]:
            yield (Attribute.exclusive_minimum if around[2] == "<" else Attribute.minimum), _as_number(around[1])
        if around[4]:
            yield _BY_SIGN[around[3]], _as_number(around[4])
        return
    match = _KEYWORD.fullmatch(clause)
    if match is None:
        return
    word = match[1].lower().replace(" ", "").replace("_", "").replace("-", "")
    attributes = _KEYWORDS.get(word, ())
    numbers = [number for number in (match[2], match[3]) if number]
    if len(attributes) == len(numbers):
        yield from ((attribute, _as_number(number)) for attribute, number in zip(attributes, numbers, strict=True))


_BY_SIGN: Mapping[str, Attribute] = MappingProxyType(
    {
        "<": Attribute.exclusive_maximum,
        "<=": Attribute.maximum,
        "\u2264": Attribute.maximum,
        ">": Attribute.exclusive_minimum,
        ">=": Attribute.minimum,
        "\u2265": Attribute.minimum,
    }
)


def _has_unit(match: re.Match[str]) -> bool:
    return bool(match["length"] or match["items"] or match["properties"])


def _attributes(match: re.Match[str], types: Collection[str], *, is_array: bool) -> tuple[Attribute, Attribute]:
    groups = match.groupdict()
    noun = (groups["noun"] or "").lower()
    if groups["length"]:
        return _LENGTH
    if groups["items"]:
        return _ITEMS
    if groups["properties"]:
        return _PROPERTIES
    if "array" in types or is_array or noun in ("list", "array"):
        return _ITEMS
    if groups.get("size") or noun in ("length", "string", "text"):
        return _LENGTH
    known = [name for name in types if name in _BY_TYPE]
    return _BY_TYPE[known[0]] if len(known) == 1 else _RANGE


def _number(match: re.Match[str], index: int) -> int | float:
    numbers = [text for text in match.groups() if text and re.fullmatch(_N, text)]
    return _as_number(numbers[index])


def _as_number(text: str) -> int | float:
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)
