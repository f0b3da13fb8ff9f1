"""Read code samples that send a request.

In: the code of a sample and, where the page says it, its language.  Out: a `Sample`, or None.
Never: runs anything; keeps the value of a credential; takes a sample for a rule: it is evidence for names.

`shell` reads curl, `python` Python, `raw` a request as HTTP writes it, `code` the other languages with `literals`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from handbill_generator.docs.words.samples import code as other
from handbill_generator.docs.words.samples import python, raw, shell
from handbill_generator.docs.words.samples.sample import ABSENT, Absent, Sample

__all__ = ["ABSENT", "MAX_SAMPLE", "Absent", "Sample", "read_sample"]

MAX_SAMPLE = 200_000
"""The most characters of a sample."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "bash": "curl",
        "sh": "curl",
        "shell": "curl",
        "zsh": "curl",
        "console": "curl",
        "curl": "curl",
        "python": "python",
        "py": "python",
        "python3": "python",
        "javascript": "javascript",
        "js": "javascript",
        "jsx": "javascript",
        "node": "javascript",
        "nodejs": "javascript",
        "node.js": "javascript",
        "typescript": "javascript",
        "ts": "javascript",
        "php": "php",
        "go": "go",
        "golang": "go",
        "java": "java",
        "kotlin": "java",
        "ruby": "ruby",
        "rb": "ruby",
        "http": "http",
    }
)
_MARKS = (
    ("curl", re.compile(r"^[$> \t]{0,8}curl\s", re.MULTILINE)),
    ("http", re.compile(r"\A\s{0,20}(?:GET|POST|PUT|PATCH|DELETE) \S{1,500} HTTP/[12]")),
    ("php", re.compile(r"<\?php|\bcurl_setopt|->request\(")),
    ("go", re.compile(r"^package \w|\bhttp\.NewRequest", re.MULTILINE)),
    ("ruby", re.compile(r"\bNet::HTTP\b|^require '", re.MULTILINE)),
    ("java", re.compile(r"\bHttpRequest\b|\bOkHttpClient\b|\bUnirest\.")),
    (
        "python",
        re.compile(r"^(?:import|from) (?:requests|httpx|http)\b|\brequests\.(?:get|post|put|patch|delete)\(", re.M),
    ),
    ("javascript", re.compile(r"\bfetch\(|\baxios\b|\bXMLHttpRequest\b")),
)


def read_sample(code: str, language: str = "") -> Sample | None:
    """Read what a sample sends; None where it sends no request, or where it is in a language that is not read.

    *language* is what the page calls it (`bash`, `Node.js`); without it the code decides.  A sample that is not valid
    in its language `is_broken`; what could be read of it is there all the same.
    """
    if len(code) > MAX_SAMPLE:
        return None
    code = code.replace("\r\n", "\n")
    known = _language(code, language)
    if known == "curl":
        return shell.read(code)
    if known == "python":
        return python.read(code)
    if known == "http":
        return raw.read(code)
    return other.read(code, known) if known else None


def _language(code: str, language: str) -> str:
    marked = next((name for name, mark in _MARKS if mark.search(code)), "")
    said = language.strip().lower().split(" ")[0]
    if not said or said in ("text", "plaintext", "plain"):
        return marked
    return marked if marked in ("curl", "http") and said not in _NAMES else _NAMES.get(said, "")
