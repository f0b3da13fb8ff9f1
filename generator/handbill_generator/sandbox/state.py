"""Open the file that keeps the state of a sandbox, for this sandbox alone.

In: the path of a SQLite file, or None.  Out: a connection that holds it until it is closed.
Never: changes, or so much as opens as a database, a file that no sandbox made; waits for another to let go of it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from handbill_generator.diagnostics import ConfigError

_OURS = int.from_bytes(b"hbsb")
"""SQLite's `application_id` of a file that a sandbox made."""

_VERSION = 1
"""SQLite's `user_version`: what such a file holds, and how."""

# https://www.sqlite.org/fileformat.html, section 1.3
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_VERSION_AT = slice(60, 64)
_APPLICATION_AT = slice(68, 72)

_TABLE = """
CREATE TABLE IF NOT EXISTS objects (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    provider TEXT NOT NULL,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (provider, collection, id)
)
"""


def opened(path: Path | None) -> sqlite3.Connection:
    """Open *path*, which need not be there yet; raises ConfigError where a sandbox cannot keep its state in it."""
    if path is None:
        return _database(":memory:")
    try:
        _check(path)
        return _database(path.absolute())
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise ConfigError(
                f"{path}: another sandbox, or another program, has this state open; stop it, or give another file"
            ) from None
        raise _unusable(path, str(error)) from None
    except sqlite3.Error as error:
        raise _unusable(path, str(error)) from None
    except OSError as error:
        raise _unusable(path, (error.strerror or str(error)).lower()) from None


def _check(path: Path) -> None:
    """Look at the first bytes of a file, so that SQLite never opens one of somebody else."""
    if not path.exists():
        return
    if not path.is_file():  # to open a pipe would wait for ever
        raise _unusable(path, "it is no file")
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        return
    if not header.startswith(_MAGIC) or int.from_bytes(header[_APPLICATION_AT]) != _OURS:
        raise ConfigError(f"{path}: this is no state of a sandbox; give another file, or one that is not there yet")
    if (version := int.from_bytes(header[_VERSION_AT])) != _VERSION:
        raise ConfigError(f"{path}: another version of handbill made this state ({version}); give another file")


def _database(name: str | Path) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=0, check_same_thread=False, isolation_level=None)
    try:
        # What is locked exclusively stays so until it is closed; and what cannot be written shows here, as each
        # of the two numbers is written, whether it is there already or not.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("BEGIN EXCLUSIVE")
        database.execute(f"PRAGMA application_id = {_OURS}")
        database.execute(f"PRAGMA user_version = {_VERSION}")
        database.execute(_TABLE)
        database.execute("COMMIT")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _unusable(path: Path, why: str) -> ConfigError:
    return ConfigError(f"{path}: cannot keep the state of the sandbox: {why}; give another file")
