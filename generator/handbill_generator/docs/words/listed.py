"""Read lists of values and defaults.

In: one sentence of a field's description.  Out: the values of a closed list, and the default.
Never: takes examples for a list: `such as`, `e.g.` and the like leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from handbill_generator.docs.model import Attribute, Value
from handbill_generator.docs.words.tokens import BARE, QUOTED, Listing, are_booleans, listing, typed, unmarked

_OPEN = re.compile(
    r"\b(?:e\.g|i\.e|eg|for example|for instance|such as|including|includes?|etc|among others|like|"
    r"and (?:more|others|so on))\b|\.\.\.|\u2026",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|when|where|unless|whether|while|whose|that|which|only|until)\b", re.IGNORECASE)
_NOUNS = r"(?:values?|options?|choices?|types?|statuses|states|modes?)"
_ONE_OF = re.compile(
    rf"(?:^|[(,:;\u2013\u2014-] ?|\b(?:be|is|are) )(?:exactly |any )?one of(?: the following)?(?: {_NOUNS})?:? ?",
    re.IGNORECASE,
)
_VALUES_ARE = re.compile(
    rf"\b(?:possible|allowed|valid|accepted|available|supported|permitted) {_NOUNS}(?: are:?| include:?|:) ?"
    r"|(?:^|[(,;] ?)(?:items )?(?:enum(?: values)?|options|values|allowed): ?",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"(?:^|[(,:] ?|\b(?:must|can|may|should|will|has to) be (?:set to )?|\b(?:is|are) (?:always )?)either (?=[`\"'])"
    r"|\b(?:must|can|may|should|will|has to) be (?:set to )?(?=[`\"'])|^(?:accepts|use) (?:only )?(?=[`\"'])",
    re.IGNORECASE,
)
_HEAD = re.compile(r"([A-Za-z][A-Za-z' -]{0,80})([:,]) ?(?=[`\"'])")
_LIST_HEAD = re.compile(
    r"\b(?:modes?|status|state|types?|kind|method|order|direction|level|role|strategy|unit|interval|frequency|priority|"
    r"visibility|severity|channel|category)$",
    re.IGNORECASE,
)
_NO_LIST_HEAD = re.compile(
    r"\b(?:examples?|default|see|note|format|fields?|scopes?|permissions?|headers?|param(?:eter)?s?|propert(?:y|ies)|"
    r"related|requires?|returns?|with|contains|variables?|placeholders?|conflicts?|pattern|tags?)\b",
    re.IGNORECASE,
)
_ANY_DEFAULT = re.compile(r"default", re.IGNORECASE)
_BRACKETS = re.compile(r"(: ?)\[([^\[\]]{1,2000})\]$")
"""`Possible values: [a, b]`"""
_COMPARED = ("<", ">", "=", "\u2264", "\u2265")
"""What a limit begins with, and no value."""
_MARKED_DEFAULT = rf"{QUOTED}|-?[0-9]{{1,15}}(?:\.[0-9]{{1,10}})?"
_DEFAULT = re.compile(
    rf"\b(?:(?:defaults? to|default(?: value)?(?: is|:| =|=)) ?({_MARKED_DEFAULT}|{BARE})|default ({_MARKED_DEFAULT}))"
    r"(?=$|[;,)]| (?:if|when|unless) (?:it is |it's |this is )?(?:omitted|not |absent|empty|unset|missing|left))",
    re.IGNORECASE,
)
_VALUE_WITH_DEFAULT = re.compile(rf"({QUOTED}|{BARE}) \(default\)", re.IGNORECASE)
_BY_DEFAULT = re.compile(rf"(?:^|[,(] ?|\bis )({QUOTED}|true|false) by default$", re.IGNORECASE)
_FROM_DEFAULT = re.compile(r"[,(;]? ?(?:and |it )?\b(?:defaults? to|default(?: value)?(?: is|:))", re.IGNORECASE)
_NO_DEFAULTS = frozenset(
    "null none nothing empty unset undefined now today current is the a an your its this that all any value "
    "values".split()
)
_LONE = re.compile(
    rf"\b(?:status|state|mode|type|kind|method) "
    rf"\(({QUOTED}|[A-Z][A-Za-z0-9_-]{{1,40}}|[a-z0-9]{{1,30}}_[a-z0-9_]{{1,30}})\)$"
)
_NO_LONE = frozenset("optional required string enum deprecated nullable boolean integer number object array".split())


def listed(sentence: str, *, is_alone: bool) -> tuple[str, ...]:
    """Give the values of the closed list that *sentence* is; *is_alone* where the description has no other."""
    plain = _BRACKETS.sub(r"\1\2", _without_default(sentence))
    found = None if _OPEN.search(sentence) else _listing(plain, is_alone=is_alone)
    if found is None or are_booleans(found.values) or any(value.startswith(_COMPARED) for value in found.values):
        return ()
    return tuple(dict.fromkeys(found.values))


def lone_value(sentence: str) -> str:
    """Give the only value that a sentence names in brackets behind its noun, as in `The first state (Open)`."""
    match = _LONE.search(sentence)
    value = unmarked(match[1]) if match else ""
    return "" if value.lower() in _NO_LONE else value


def default(sentence: str, types: Collection[str]) -> Iterator[tuple[Attribute, Value]]:
    """Give the default that *sentence* names as a token; `Defaults to the first list` names none."""
    if not _ANY_DEFAULT.search(sentence):
        return
    match = _DEFAULT.search(sentence) or _BY_DEFAULT.search(sentence) or _VALUE_WITH_DEFAULT.search(sentence)
    if match is None:
        return
    written = next(group for group in match.groups() if group)
    value = unmarked(written)
    if value and (value != written or value.lower() not in _NO_DEFAULTS) and value != "null":
        yield Attribute.default, typed(value, types)


def _listing(text: str, *, is_alone: bool) -> Listing | None:
    for pattern in (_ONE_OF, _VALUES_ARE):
        match = pattern.search(text)
        if match and not _CONDITION.search(text, 0, match.start()):
            found = listing(text, match.end())
            return None if found and found.joint == "and" and not found.is_marked and pattern is _ONE_OF else found
    match = _MARKED.search(text)
    if match:
        return None if _CONDITION.search(text, 0, match.start()) else _marked(listing(text, match.end()))
    head = _HEAD.match(text)
    if head:
        found = None if _NO_LIST_HEAD.search(head[1]) else _marked(listing(text, head.end()))
        is_list = _LIST_HEAD.search(head[1]) is not None
        return found if found and (is_list or (found.joint == "or" and head[2] == ":")) else None
    found = _marked(listing(text))
    return found if found and (found.joint == "or" or is_alone) else None


def _marked(found: Listing | None) -> Listing | None:
    return found if found and found.is_marked and found.joint != "and" else None


def _without_default(sentence: str) -> str:
    match = _FROM_DEFAULT.search(sentence)
    return sentence[: match.start()].rstrip(" ,;(") if match and match.start() else sentence
