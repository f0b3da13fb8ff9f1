"""The table: every fault, every kind of call, and to the number what becomes of it.

In: nothing.  Out: the faults; for each what a call of each kind ends in, and how long it pauses before.
Never: plays a fault; `test_table` does.
"""

from __future__ import annotations

import gzip
import time
import zlib
from dataclasses import dataclass

from .faults import (
    THING,
    Fault,
    answer,
    breaks_off,
    closes_unread,
    date_in,
    drips,
    hangs,
    hangs_in_body,
    informs_first,
    message,
    refuses_upload,
    resets,
    resets_unread,
    says,
)

PAGE = b"<html>" + b"<p>sorry</p>" * 900_000
"""An error page of 10 MB."""
CHUNKED = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"

FAULTS: dict[str, Fault] = {
    # No answer, or not the whole of one.
    "reset before it is read": resets_unread,
    "close before it is read": closes_unread,
    "reset after it is read": resets,
    "close after it is read": breaks_off(),
    "hang": hangs,
    "hang in the body": hangs_in_body,
    "length that lies": breaks_off(message(200, THING, {}, length=5000)),
    "length below zero": breaks_off(message(200, THING, {}, length=-1)),
    "two lengths": breaks_off(message(200, THING, {"Content-Length ": "3"})),
    "chunked, cut off": breaks_off(CHUNKED + b'8\r\n{"id": "\r\n'),
    "chunk without a size": breaks_off(CHUNKED + b"many\r\n{}\r\n"),
    "gzip that lies": says(message(200, b"not gzip at all", {"content-encoding": "gzip"})),
    "deflate that lies": says(message(200, b"not deflate", {"content-encoding": "deflate"})),
    "garbage status line": breaks_off(b"ICY 200 OK\r\n\r\n{}"),
    "status that is none": breaks_off(b"HTTP/1.1 20x OK\r\n\r\n{}"),
    "header with NUL": breaks_off(message(200, THING, {"x-a": "b\x00c"})),
    "header without end": breaks_off(b"HTTP/1.1 200 OK\r\nx-a: " + b"a" * 200_000),
    "bytes from elsewhere": breaks_off(b"\x16\x03\x01\x00\xa5"),
    # An answer that is a refusal.
    "503": answer(503, {"message": "down"}),
    "503, Retry-After 7": answer(503, {"message": "down"}, Retry_After="7"),
    "503, Retry-After 31": answer(503, {"message": "down"}, Retry_After="31"),
    "503, hostile Retry-After": answer(503, {"message": "down"}, Retry_After="1e9"),
    "503, endless Retry-After": answer(503, {"message": "down"}, Retry_After="inf"),
    "503, Retry-After in words": answer(503, {"message": "down"}, Retry_After="soon"),
    "503, date out of bounds": answer(503, {"message": "down"}, Retry_After="Fri, 31 Dec 99999 23:59:59 GMT"),
    "503, date far away": answer(503, {"message": "down"}, Retry_After="Fri, 31 Dec 9999 23:59:59 GMT"),
    "500": answer(500, b"oops", content_type="text/plain"),
    "408": answer(408, {}),
    "409": answer(409, {"message": "changed meanwhile"}, Retry_After="1"),
    "404": answer(404, {"message": "no such thing"}),
    "429": answer(429, {"message": "slow down"}),
    "429, Retry-After 0": answer(429, {"message": "slow down"}, Retry_After="0"),
    "429, Retry-After 7": answer(429, {"message": "slow down"}, Retry_After="7"),
    "429, Retry-After date": lambda peer: answer(429, {}, Retry_After=date_in(20))(peer),
    "429, date in the past": lambda peer: answer(429, {}, Retry_After=date_in(-3600))(peer),
    "429, hostile Retry-After": answer(429, {}, Retry_After="99999999999999999999"),
    "429, reset header": lambda peer: answer(429, {}, X_RateLimit_Reset=reset_in(12))(peer),
    "429, reset far away": lambda peer: answer(429, {}, X_RateLimit_Reset=reset_in(3600))(peer),
    "429, reset has passed": lambda peer: answer(429, {}, X_RateLimit_Reset=reset_in(-60))(peer),
    "429, reset is hostile": answer(429, {}, X_RateLimit_Reset="1e309"),
    "429, both headers": answer(429, {}, Retry_After="9", X_RateLimit_Reset="nan"),
    "early 413": refuses_upload,
    "302 to another port": answer(302, {}, location="http://127.0.0.1:1/stolen"),
    "307 to another port": answer(307, {}, location="http://127.0.0.1:1/stolen"),
    "302 to nowhere": answer(302, {}, location="http://[/"),
    "302 to no port": answer(302, {}, location="http://shop.test:x/"),
    "10 MB error page": answer(400, PAGE, content_type="text/html"),
    "10 MB error page, 502": answer(502, PAGE, content_type="text/html"),
    "error page that bursts": answer(400, zlib.compress(b" " * 2**26), content_encoding="deflate"),
    "status 999": answer(999, {"message": "?"}),
    # A success that is none.
    "truncated JSON": says(message(200, b'{"id": "t1", "na', {})),
    "HTML": answer(200, b"<html>welcome</html>", content_type="text/html"),
    "empty": answer(200, b""),
    "wrong type": answer(200, {"id": 1, "name": "Lamp"}),
    "deep JSON": answer(200, b"[" * 100_000),
    "not UTF-8": answer(200, b'{"id": "\xff", "name": "n"}'),
    # A success after all.
    "wrong content type": answer(200, THING, content_type="text/html"),
    "drips": drips,
    "informs first": informs_first,
    "compressed": answer(200, gzip.compress(b'{"id": "t1", "name": "Lamp"}'), content_encoding="gzip"),
    "status 299": answer(299, THING),
}


def reset_in(seconds: float) -> str:
    """Write a moment in Unix seconds."""
    return str(int(time.time() + seconds))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a call: how many requests, and the error with its facts; no *error* stands for a result."""

    requests: int
    error: str = ""
    delivery: str = ""
    not_retried: str = ""

    @classmethod
    def read(cls, text: str) -> Outcome:
        """Read what the table writes."""
        number, *rest = text.split()
        return cls(int(number), *rest)


# The columns: GET, PUT and POST with a key, which may be repeated; POST, which may not; PUT of a stream, which cannot.
LOST = (
    "3 APIConnectionError maybe_sent max_retries",
    "1 APIConnectionError maybe_sent unsafe",
    "1 APIConnectionError maybe_sent body",
)
LATE = tuple(text.replace("Connection", "Timeout") for text in LOST)
DOWN = (
    "3 APIStatusError answered max_retries",
    "1 APIStatusError answered unsafe",
    "1 APIStatusError answered body",
)
LATER = (
    "1 APIStatusError answered retry_after",
    "1 APIStatusError answered unsafe",
    "1 APIStatusError answered retry_after",
)
FULL = (
    "3 TooManyRequestsError answered max_retries",
    "3 TooManyRequestsError answered max_retries",
    "1 TooManyRequestsError answered body",
)
FULL_LONG = ("1 TooManyRequestsError answered retry_after",) * 3
FINAL = ("1 APIStatusError answered final",) * 3
WRONG = ("1 ResponseValidationError answered final",) * 3
FINE = ("1",) * 3

TABLE: dict[str, tuple[str, ...]] = {
    "reset before it is read": LOST,
    "close before it is read": LOST,
    "reset after it is read": LOST,
    "close after it is read": LOST,
    "hang": LATE,
    "hang in the body": LATE,
    "length that lies": LOST,
    "length below zero": LOST,
    "two lengths": LOST,
    "chunked, cut off": LOST,
    "chunk without a size": LOST,
    "gzip that lies": LOST,
    "deflate that lies": LOST,
    "garbage status line": LOST,
    "status that is none": LOST,
    "header with NUL": LOST,
    "header without end": LOST,
    "bytes from elsewhere": LOST,
    "503": DOWN,
    "503, Retry-After 7": DOWN,
    "503, Retry-After 31": LATER,
    "503, hostile Retry-After": LATER,
    "503, endless Retry-After": DOWN,
    "503, Retry-After in words": DOWN,
    "503, date out of bounds": DOWN,
    "503, date far away": LATER,
    "500": DOWN,
    "408": DOWN,
    "409": FINAL,
    "404": ("1 NotFoundError answered final",) * 3,
    "429": FULL,
    "429, Retry-After 0": FULL,
    "429, Retry-After 7": FULL,
    "429, Retry-After date": FULL,
    "429, date in the past": FULL,
    "429, hostile Retry-After": FULL_LONG,
    "429, reset header": FULL,
    "429, reset far away": FULL_LONG,
    "429, reset has passed": FULL,
    "429, reset is hostile": FULL,
    "429, both headers": FULL,
    "early 413": FINAL,
    "302 to another port": FINAL,
    "307 to another port": FINAL,
    "302 to nowhere": FINAL,
    "302 to no port": FINAL,
    "10 MB error page": FINAL,
    "10 MB error page, 502": DOWN,
    "error page that bursts": FINAL,
    "status 999": FINAL,
    "truncated JSON": WRONG,
    "HTML": WRONG,
    "empty": WRONG,
    "wrong type": WRONG,
    "deep JSON": WRONG,
    "not UTF-8": WRONG,
    "wrong content type": FINE,
    "drips": FINE,
    "informs first": FINE,
    "compressed": FINE,
    "status 299": FINE,
}
COLUMNS = {"GET": 0, "PUT": 0, "keyed POST": 0, "POST": 1, "streamed PUT": 2}

# The least and the most that is paused before the second try, where it is not the client's own 0 to 0.5 seconds.
PAUSES: dict[str, tuple[float, float]] = {
    "503, Retry-After 7": (7, 7),
    "429": (5, 5),
    "429, Retry-After 0": (5, 5),
    "429, Retry-After 7": (7, 7),
    "429, Retry-After date": (18, 20),
    "429, date in the past": (5, 5),
    "429, reset header": (10, 12),
    "429, reset has passed": (5, 5),
    "429, reset is hostile": (5, 5),
    "429, both headers": (9, 9),
}
