"""Tell what must not be kept: credentials, and addresses of people.

In: a value, a name or an address of a page.  Out: whether it is one, or the address without them.
Never: keeps what only might be harmless; a value that looks like a key is one.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_SECRET = re.compile(
    r"\b(?:sk|pk|rk|ghp|gho|ghs|ghu|glpat|xox[abprs]|whsec|shpat)[_-](?=[\w-]*\d)[\w-]{6,}"
    r"|\b(?:key|api[_-]?key|tok|token|secret|live|test)[_-](?=[\w-]*\d)[\w-]{16,}"
    r"|\b(?:sk|pk|rk)_(?:live|test)_\w+"
    r"|\beyJ[\w-]{8,}"
    r"|\b(?:AKIA|ASIA|AIza|SG\.)[\w.-]{12,}"
    r"|-----BEGIN\b"
    r"|\b(?:bearer|basic|token) +(?![<{$\[])(?=[\w+/.~-]{0,200}[\d=]|(?-i:[\w+/.~-]{0,200}[a-z][A-Z]))[\w+/.=~-]{6,}"
    r"|[\w.+%-]{1,64}(?:@|%40)[\w-]{1,63}\.[A-Za-z][\w.-]{1,200}"
    r"|://[^\s/@]{1,200}@",
    re.IGNORECASE,
)
_BASE64 = re.compile(
    r"(?<![\w/+:.])(?=[A-Za-z/+]{0,39}\d)(?=[a-z0-9/+]{0,39}[A-Z])[A-Za-z0-9+][A-Za-z0-9/+]{39}(?![\w/+])"
)
_LONG = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z0-9_+=-]{32,}(?![A-Za-z0-9_])")
_HEX = re.compile(r"[0-9a-fA-F-]{32,}")
_DIGITS = 4
"""The fewest digits of a long run that is random: names have fewer."""

_NAME = re.compile(
    r"(?:^|[^a-z])(?:.*[^a-z])?(?:pass(?:word|wd|code|phrase)?|pwd|secret|token|jwt|credentials?|signature|"
    r"(?:api|access|auth|private|secret|signing|encryption)[ _-]?key|authorization|cvc|cvv|pin)s?",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_KEY = re.compile(
    r"(?:^|[-_])(?:api-?_?key|apikey|auth-?_?token|access-?_?token|token|secret|key|password|pass|pwd|sig|signature)$",
    re.IGNORECASE,
)


def is_secret(text: str) -> bool:
    """Tell whether *text* has a key, a token, a password in an address, or an address of e-mail.

    >>> is_secret("sk_live_a1b2c3d4"), is_secret("jo@choir.example"), is_secret("pickup_in_store")
    (True, True, False)
    """
    is_known = _SECRET.search(text) or _BASE64.search(text)
    return bool(is_known) or any(_is_random(found[0]) for found in _LONG.finditer(text))


def is_secret_name(name: str) -> bool:
    """Tell whether what is called *name* is a secret.

    >>> is_secret_name("accessToken"), is_secret_name("api_key"), is_secret_name("sort_key")
    (True, True, False)
    """
    return _NAME.fullmatch(_CAMEL.sub("_", name[:200])) is not None


def public(url: str) -> str:
    """Give *url* without user and password, and without the values of keys in its query.

    >>> public("https://me:pass@api.choir.example/songs?api_key=abc&limit=1")
    'https://api.choir.example/songs?api_key=&limit=1'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    query = "&".join(map(_without_key, parts.query.split("&")))
    if parts.query == query and "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query=query))


def is_key(name: str) -> bool:
    """Tell whether a header or a member of a query that is called *name* signs a request in."""
    return _KEY.search(name) is not None


def _without_key(pair: str) -> str:
    name, equals, value = pair.partition("=")
    return name + equals if _KEY.search(name) or is_secret(value) else pair


def _is_random(run: str) -> bool:
    return _HEX.fullmatch(run) is not None or sum(character.isdigit() for character in run) >= _DIGITS
