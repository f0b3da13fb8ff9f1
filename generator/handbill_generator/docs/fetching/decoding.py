"""The text of an answer.

In: bytes, and the content type that came with them.  Out: text.
Never: gives garbage: bytes that do not fit their charset, or that are no text, are refused.

A byte order mark goes first, as the Encoding standard has it.  Then text that is valid UTF-8 is UTF-8, whatever else
it is called, for text of an older charset is hardly ever valid UTF-8.  Then the charset of the header counts, then
that of the page.
"""

from __future__ import annotations

import codecs
from email.message import Message

from selectolax.lexbor import LexborHTMLParser

from handbill_generator.diagnostics import one_line
from handbill_generator.docs.fetching.answers import Unfetched
from handbill_generator.load.source import shown

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSETS = frozenset(
    """
    utf-8 utf-16 utf-16-le utf-16-be gb2312 gbk gb18030 big5 shift_jis cp932 euc_jp euc_kr koi8-r koi8-u iso8859-2
    iso8859-5 iso8859-7 iso8859-9 iso8859-15 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
    """.split()
)
"""What a page may be written in; Python has codecs that are no charsets, and some that run code."""
_AS_WINDOWS = frozenset({"ascii", "iso8859-1"})
"""What is called so is written in Windows-1252 (Encoding standard, section 4.2)."""
_HEAD = 1024
_SAVE = "save the page as a UTF-8 file and give that"
_TEXTS = ("json", "yaml", "x-yaml", "xml", "octet-stream", "x-ndjson", "x-markdown")


def check_type(content_type: str) -> None:
    """Raise Unfetched where *content_type* says that this is no text; to be called before the bytes are read."""
    media_type = _read(content_type).get_content_type() if content_type else "text/plain"
    main, _, sub = media_type.partition("/")
    if main != "text" and not (main == "application" and sub.rpartition("+")[2] in _TEXTS):
        raise Unfetched(f"the server sent {one_line(shown(media_type))}, no text", "give the address of the page")


def decoded(content: bytes, content_type: str) -> str:
    """Give the text of *content*.  Raises Unfetched where it is none."""
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _text(content[len(mark) :], charset, "a byte order mark")
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    header = _read(content_type).get_content_charset("")
    if header:
        return _text(content, header, "the content type")
    named = _of_page(content[:_HEAD])
    return _text(content, named, "the page") if named else _text(content, "utf-8", "no charset")


def _text(content: bytes, charset: str, named_by: str) -> str:
    written = one_line(shown(charset))
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        name = ""
    name = "cp1252" if name in _AS_WINDOWS else name
    if name not in _CHARSETS:
        raise Unfetched(f'the charset "{written}" is not known', _SAVE)
    try:
        return _checked(content.decode(name))
    except UnicodeDecodeError as error:
        said = f"though {named_by} says so" if named_by != "no charset" else "and no charset is named"
        raise Unfetched(f"byte {error.start} of the page is not {written}, {said}", _SAVE) from None


def _checked(text: str) -> str:
    if "\0" in text:
        raise Unfetched("the server sent a binary file, no text", "give the address of the page")
    return text


def _read(content_type: str) -> Message:
    message = Message()
    message["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")[:500]
    return message


def _of_page(head: bytes) -> str:
    """Give the charset that the beginning of an HTML page names."""
    page = LexborHTMLParser(head.decode("latin-1"))
    for tag in page.css("meta"):
        found = tag.attributes.get("charset")
        if not found and (tag.attributes.get("http-equiv") or "").lower() == "content-type":
            found = _read(tag.attributes.get("content") or "").get_content_charset("")
        if found:
            return found.strip()
    return ""
