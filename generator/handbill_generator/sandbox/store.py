"""What the sandbox remembers: JSON objects by provider, collection and id, in memory or in a SQLite file.

In: objects.  Out: copies of them, in the order in which they were first stored.
Never: knows what an object means, gives out a value that changes what is stored, or shares its file (see `state`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from handbill_generator.diagnostics import ConfigError
from handbill_generator.sandbox.state import opened


class StoreError(ConfigError):
    """What is stored can be neither read nor changed, for a reason that lies in its file."""


class Store:
    """All objects; *path* is the SQLite file, or None for memory.

    Raises ConfigError where the file cannot be used, StoreError where it no longer can.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = RLock()
        self._database = opened(path)
        self._name = path or "memory"

    def collection(self, provider: str, name: str) -> Collection:
        """Give the objects of one kind of one provider."""
        return Collection(self, provider, name)

    def is_empty(self, provider: str) -> bool:
        """Whether nothing is stored for a provider."""
        return not self._rows("SELECT 1 FROM objects WHERE provider = ? LIMIT 1", provider)

    def clear(self) -> None:
        """Forget everything."""
        self._rows("DELETE FROM objects")

    @contextmanager
    def together(self) -> Iterator[None]:
        """Carry out all changes of the block, or none of them where it raises."""
        with self._lock:
            self._rows("BEGIN")
            try:
                yield
                self._rows("COMMIT")
            except BaseException:
                if self._database.in_transaction:  # SQLite itself takes everything back where a disk is full
                    self._rows("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._database.close()

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise StoreError(f"{self._name}: the state of the sandbox cannot be used: {error}") from None


@dataclass(frozen=True, slots=True)
class Collection:
    """The objects of one kind."""

    _store: Store
    _provider: str
    _name: str

    def get(self, id: str) -> Any:
        """Give an object, or None."""
        rows = self._store._rows(
            "SELECT value FROM objects WHERE provider = ? AND collection = ? AND id = ?", self._provider, self._name, id
        )
        return json.loads(rows[0][0]) if rows else None

    def put(self, id: str, value: Any) -> None:
        """Store an object; one that is there already keeps its place in the order."""
        self._store._rows(
            "INSERT INTO objects (provider, collection, id, value) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (provider, collection, id) DO UPDATE SET value = excluded.value",
            self._provider,
            self._name,
            id,
            json.dumps(value),
        )

    def remove(self, id: str) -> bool:
        """Remove an object; False where there was none."""
        found = self._store._rows(
            "DELETE FROM objects WHERE provider = ? AND collection = ? AND id = ? RETURNING 1",
            self._provider,
            self._name,
            id,
        )
        return bool(found)

    def all(self) -> list[Any]:
        """Give all objects, the oldest first."""
        rows = self._store._rows(
            "SELECT value FROM objects WHERE provider = ? AND collection = ? ORDER BY position",
            self._provider,
            self._name,
        )
        return [json.loads(value) for (value,) in rows]
