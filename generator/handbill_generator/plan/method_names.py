"""Name the method of an operation and the error class of a status.

In: operationIds, tags, paths and statuses.  Out: the names that a person would give them.
Never: resolves collisions; that is for `names`.
"""

from __future__ import annotations

import re

from handbill_generator.contract import Operation
from handbill_generator.text import Code, identifier

# RFC 9110 section 15 and the IANA registry.  Not `http.HTTPStatus`: its phrases differ between versions of Python.
_STATUS_NAMES = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "402": "PaymentRequired",
    "403": "Forbidden",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "406": "NotAcceptable",
    "407": "ProxyAuthenticationRequired",
    "408": "RequestTimeout",
    "409": "Conflict",
    "410": "Gone",
    "411": "LengthRequired",
    "412": "PreconditionFailed",
    "413": "ContentTooLarge",
    "414": "URITooLong",
    "415": "UnsupportedMediaType",
    "416": "RangeNotSatisfiable",
    "417": "ExpectationFailed",
    "421": "MisdirectedRequest",
    "422": "UnprocessableContent",
    "423": "Locked",
    "424": "FailedDependency",
    "425": "TooEarly",
    "426": "UpgradeRequired",
    "428": "PreconditionRequired",
    "429": "TooManyRequests",
    "431": "RequestHeaderFieldsTooLarge",
    "451": "UnavailableForLegalReasons",
    "500": "InternalServer",
    "501": "NotImplementedByServer",
    "502": "BadGateway",
    "503": "ServiceUnavailable",
    "504": "GatewayTimeout",
    "507": "InsufficientStorage",
    "4XX": "ClientFault",
    "5XX": "ServerFault",
    "default": "UnlistedStatus",
}

AVOIDED_METHODS = frozenset({"builtins", "date", "overload"})
"""Names that the bodies of emitted classes use; `list` and its like they can write as `builtins.list`."""


def error_name(status: str) -> Code:
    """Give the class name for a documented *status* such as `404`, `4XX` or `default`."""
    return Code(f"{_STATUS_NAMES.get(status, f'Status{status}')}Error")


def method_names(operation: Operation) -> tuple[Code, ...]:
    """Give the names to try for the method of *operation*, the best first.

    `createCampaign` under the tag `Campaigns` is `create`: the class already says what is created.  Without a tag
    `getCustomersCustomer` at `/customers/{customer}` is `get_customer`.
    """
    whole = identifier(operation.id, fallback="call", avoid=AVOIDED_METHODS) if operation.id else _from_path(operation)
    short = _without(whole.strip("_").split("_"), identifier(resource_name(operation)).split("_"))
    by_path = _from_path(operation)
    return tuple(
        dict.fromkeys(
            [identifier("_".join(short), fallback="call", avoid=AVOIDED_METHODS) if short else whole, whole, by_path]
        )
    )


def resource_name(operation: Operation) -> str:
    """Give the name of the resource an operation belongs to: its tag, else the first fixed part of its path.

    `POST /sendMessage` with the operationId `sendMessage` names a call and no thing; such calls are in `calls`.
    It is told from the operation alone, so that no other operation can move it.
    """
    if operation.tag:
        return operation.tag.raw
    parts = [part for part in operation.path.raw.split("/") if part and not re.fullmatch(r"v\d+", part)]
    fixed = [part for part in parts if "{" not in part]
    if len(parts) == len(fixed) == 1 and operation.id:
        name = identifier(fixed[0])
        if name == identifier(operation.id) and ("_" in name or operation.method.lower() == "post"):
            return "calls"
    return fixed[0] if fixed else "root"


def _from_path(operation: Operation) -> Code:
    parts = [part.strip("{}") for part in operation.path.raw.split("/") if part]
    return identifier("_".join([operation.method.lower(), *parts]), fallback="call", avoid=AVOIDED_METHODS)


def _without(words: list[str], noun: list[str]) -> list[str]:
    """Take *noun*, in the singular or the plural, out of *words*; give nothing where that leaves nothing."""
    size = len(noun)
    for start in range(len(words) - size + 1):
        if [_singular(word) for word in words[start : start + size]] == [_singular(word) for word in noun]:
            return words[:start] + words[start + size :]
    return words


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if re.search(r"(ch|sh|ss|x|z)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
