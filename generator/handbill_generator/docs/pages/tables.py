"""Tables that describe fields, and tables of statuses and error codes.

In: the cells of a table.  Out: `Row`s and `StatusRow`s, none where it is no such table.
Never: depends on the order of columns; takes an empty cell for `no`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from handbill_generator.docs.model import SourceKind
from handbill_generator.docs.pages.fields import Field, read_name
from handbill_generator.docs.pages.lists import Row, read_said
from handbill_generator.docs.words.types import read_type

_COLUMNS = {
    "name": "name field parameter param property attribute key argument header variable option parámetro paramètre "
    "parâmetro nom nombre nome campo champ feld schlüssel eigenschaft 名称 参数 参数名 字段 字段名 名前 パラメータ "
    "이름 매개변수 имя параметр поле".split(),
    "type": "type types datatype schema format tipo typ 类型 タイプ 型 유형 тип".split(),
    "required": "required requirement mandatory necessity presence requis obligatoire requerido obligatorio "
    "obrigatório erforderlich pflicht richiesto 必填 必须 必需 必須 필수 обязательный".split(),
    "optional": ["optional"],
    "default": "default défaut predeterminado standard padrão 默认 默认值 デフォルト 기본값".split(),
    "location": "in location where passed".split(),
    "nullable": ["nullable"],
    "values": "values enum options allowed possible".split(),
    "description": "description value desc descriptions meaning notes note details comment comments explanation "
    "descripción beschreibung descrição descrizione 描述 说明 説明 설명 описание".split(),
    "status": "status http statuscode httpstatus 状态码 ステータス".split(),
    "code": "code error errorcode código 错误码 コード".split(),
}
_WORD = re.compile(r"[^\W_]+")
_YES = frozenset(
    "yes y true required mandatory always ✓ ✔ ✔️ ✅ ☑ x • oui sí si ja sim 是 必填 必须 必需 はい 必須 예 да".split()
)
_NO = frozenset(
    "no n false optional never ✗ ✘ ❌ ☐ - \u2013 \u2014 non nein não 否 可选 いいえ 任意 아니요 нет".split()
)
_LOCATIONS = {"path": "path", "query": "query", "header": "header", "cookie": "cookie", "body": "body", "json": "body"}
_NESTING = re.compile(r"(?:&nbsp;|[\u21b3\u2514\u251c\u2500\u2192\u00a0\u2003\u2022>\u2013\u2014|.\s-])*")
_STATUS = re.compile(r"[`*\s]*([1-5](?:\d\d|xx))\b", re.IGNORECASE)
_CODE = re.compile(r"[`*\s]*([A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)+|[A-Z][A-Z0-9]{3,}|\d{1,6})[`*\s]*")
_BESIDE = re.compile(r"[*_`(\s]*(?P<said>[\w ,]{1,60})[*_`)\s]*")
"""What stands in the same cell as a name."""
_STAR = re.compile(r"\s*\\?\*(?!\*)")
"""The mark of what is required, behind a name."""
_CODED = re.compile(r"[*_]*`([^`]{1,100})`")
_QUOTED = re.compile(r"`([^`]{1,100})`")
_MAX_VALUES = 200
_MAX_COLUMNS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """A status of a table with an error code, one of them perhaps empty; *text* is the rest of its words."""

    status: str = ""
    code: str = ""
    text: str = ""
    line: int


def read_table(rows: Sequence[Sequence[str]], line: int, *, lines_a_row: int = 1) -> tuple[Row | StatusRow, ...]:
    """Read a table whose first row is its head; *line* is that of the head.

    The second line of a table in Markdown is no row.  Nothing comes out of a table of something else.
    """
    if len(rows) < 2 or len(rows[0]) > _MAX_COLUMNS:
        return ()
    columns = _columns(rows[0])
    if "name" in columns and columns.keys() & {"type", "required", "optional", "description", "location", "default"}:
        read: Callable[[Mapping[str, str], int], Row | StatusRow | None] = _field
    elif columns.keys() & {"status", "code"}:
        read = _status
    else:
        return ()
    cells = ((line + (index + 1) * lines_a_row, row) for index, row in enumerate(rows[1:], 1))
    found = (read({key: row[at] for key, at in columns.items() if at < len(row)}, where) for where, row in cells)
    return tuple(row for row in found if row)


def rows_of_html(source: str) -> tuple[tuple[str, ...], ...]:
    """Give the cells of an HTML table as text."""
    rows = LexborHTMLParser(source).css("tr")
    return tuple(tuple(cell.text(separator=" ").strip() for cell in row.css("th, td")) for row in rows)


def _columns(head: Sequence[str]) -> Mapping[str, int]:
    """Say which column is which, by the words above it; the first that fits is it."""
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        words = _WORD.findall(cell.lower())
        for column in _meanings(words):
            if column not in found:
                found[column] = at
                break
    if "name" not in found and "type" in found and found["type"] > 0 and 0 not in found.values():
        found["name"] = 0
    return found


def _meanings(words: Sequence[str]) -> Iterator[str]:
    if {"status", "code"} <= set(words) or {"http", "code"} <= set(words):
        yield "status"
    if "default" in words:
        yield "default"
    singular = [word.removesuffix("s") if word not in ("status", "values") else word for word in words]
    for column, known in _COLUMNS.items():
        if any(word in known for word in (*words, *singular)):
            yield column


def _field(cells: Mapping[str, str], line: int) -> Row | None:
    nesting = _NESTING.match(cells["name"])
    above = nesting.group() if nesting else ""
    bare = cells["name"][len(above) :]
    code = _CODED.match(bare)
    first, _, rest = bare.partition(" ")
    name = read_name(code[1] if code else first)
    if name is None:
        return None
    rest = bare[code.end() :] if code else rest
    said = _BESIDE.fullmatch(rest)
    beside = read_said(said["said"], "", line) if said else None
    written_type, asked = _split_type(cells.get("type", ""))
    optional = _yes_or_no(cells.get("optional", ""))
    answers = (
        _yes_or_no(cells.get("required", "")),
        None if optional is None else not optional,
        asked,
        beside.required if beside else None,
        True if code and _STAR.match(rest) else name.required,
    )
    field = Field(
        type=written_type or (beside.type if beside else ""),
        required=next((answer for answer in answers if answer is not None), None),
        nullable=_yes_or_no(cells.get("nullable", "")),
        default=_default(cells.get("default", "")),
        values=tuple(_QUOTED.findall(cells.get("values", ""))[:_MAX_VALUES]),
        description=cells.get("description", ""),
        line=line,
        source=SourceKind.table,
    )
    indent = len(above.replace("&nbsp;", " "))
    return Row(name=name, field=field, location=_location(cells), indent=indent)


def _location(cells: Mapping[str, str]) -> str:
    words = _WORD.findall(cells.get("location", "").lower())
    return next((_LOCATIONS[word] for word in words if word in _LOCATIONS), "")


def _split_type(text: str) -> tuple[str, bool | None]:
    """Split `string (required)` and `string, optional` in what is a type and what is asked."""
    plain = html.unescape(text).strip("*_ ").replace("\\|", "|").replace("\\_", "_")
    if not plain or read_type(plain):
        return plain, None
    said = read_said(plain.replace("(", ",").replace(")", "").replace("<br>", ",").strip(" ,"), "", 1)
    return (said.type, said.required) if said else (plain, None)


def _yes_or_no(cell: str) -> bool | None:
    plain = cell.strip("`*_. ").lower()
    return True if plain in _YES else False if plain in _NO else None


def _default(cell: str) -> str | None:
    plain = cell.strip().strip("`\"'* ")
    return plain if (plain and plain.lower() not in {*_NO, "none", "n/a", "null"}) or plain == "false" else None


def _status(cells: Mapping[str, str], line: int) -> StatusRow | None:
    code_cell = cells.get("code", "")
    found = _STATUS.match(cells.get("status", "")) or _STATUS.fullmatch(code_cell.strip())
    code = _CODE.fullmatch(code_cell) if not _STATUS.fullmatch(code_cell.strip("`* ")) else None
    if found is None and code is None:
        return None
    return StatusRow(
        status=found[1].upper() if found else "",
        code=code[1] if code else "",
        text=cells.get("description", ""),
        line=line,
    )
