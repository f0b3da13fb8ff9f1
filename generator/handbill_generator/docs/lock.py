"""The docs lock: what the pages of a provider said when they were last accepted.

In: pages, or `docs.lock.json` beside a contract.  Out: the other of the two.
Never: has a sentence of a page.

    {
      "format": 1,
      "pages": {
        "update-book": {
          "url": "https://docs.example.org/update-book",
          ...
          "facts": [
            ["PATCH /books/{bookId}", "request", "", "body/title", "type", "string", "tag", "stated"],

`locking.pages` knows what a lock is, `locking.writing` and `locking.reading` the file.
"""

from __future__ import annotations

from handbill_generator.docs.locking.pages import EXTRACTOR, Lock, LockedPage, fingerprint_of, locked
from handbill_generator.docs.locking.reading import read_lock
from handbill_generator.docs.locking.writing import changed_lock, dump_lock, write_lock

__all__ = [
    "EXTRACTOR",
    "FILE",
    "Lock",
    "LockedPage",
    "changed_lock",
    "dump_lock",
    "fingerprint_of",
    "locked",
    "read_lock",
    "write_lock",
]

FILE = "docs.lock.json"
"""What the file is called; it stands beside the contract."""
