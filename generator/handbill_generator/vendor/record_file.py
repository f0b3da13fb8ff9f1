"""Write the record, as little of it as changed.

In: the text that is there and the packages that it is to say.  Out: the new text; comments and order are kept.
Never: writes a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from handbill_generator.diagnostics import Position, SpecError
from handbill_generator.vendor.project import RECORD_NAME
from handbill_generator.vendor.record import FORMAT, Record, Vendored, read_record_text

_HEAD = (
    "What handbill copied into this project, and what every file was.",
    "`handbill vendor check` holds the files against it; `handbill vendor update` moves them on.",
)


def written(record: Record, packages: Mapping[str, Vendored]) -> bytes:
    """Give the record with *packages* instead of those that it has; raises SpecError where it cannot be edited."""
    try:
        document = tomlkit.parse((record.raw or b"").decode("utf-8").replace("\r\n", "\n"))
        if record.raw is None:
            for line in _HEAD:
                document.add(tomlkit.comment(line))
            document.add("format", tomlkit.item(FORMAT))
        wanted = {name: _plain(entry) for name, entry in packages.items()}
        if wanted or "packages" in document:
            if "packages" not in document:
                document.add("packages", tomlkit.table(is_super_table=True))
            _merge(document["packages"], wanted)
        text = tomlkit.dumps(document)
    except (TOMLKitError, TypeError, ValueError, KeyError, IndexError, RecursionError) as error:
        hint = "write its tables plainly, as [packages.NAME]"
        raise SpecError(
            f"the record cannot be edited: {error}", position=Position(RECORD_NAME, 1, 1), hint=hint
        ) from None
    raw = text.encode("utf-8")
    # The library edits text; what it wrote must say what was meant.
    if dict(read_record_text(raw).packages) != dict(packages):
        hint = "write its tables plainly, as [packages.NAME]"
        raise SpecError("the record cannot be edited as it is written", position=Position(RECORD_NAME, 1, 1), hint=hint)
    return raw


def _merge(table: Any, wanted: Mapping[str, Any]) -> None:
    """Make *table* say *wanted*; what it says already is not touched."""
    for key in [key for key in table if key not in wanted]:
        del table[key]
    for key, value in wanted.items():
        if key not in table:
            table.add(key, _item(value))
        elif isinstance(value, dict) and isinstance(table[key], dict):
            _merge(table[key], value)
        elif tomlkit.item(table[key]).unwrap() != value:
            table[key] = _item(value)


def _item(value: Any) -> Any:
    if not isinstance(value, dict):
        return tomlkit.item(value)
    table = tomlkit.table()
    for key, member in value.items():
        table.add(key, _item(member))
    return table


def _plain(entry: Vendored) -> dict[str, Any]:
    """Give an entry as tables, texts and lists; what it has none of is left out."""
    plain: dict[str, Any] = {
        "path": entry.path,
        "import": entry.import_name,
        "package": entry.package,
        "handbill": entry.handbill,
        "notice": entry.notice,
        "dependencies": list(entry.dependencies),
    }
    if entry.clients:
        plain["clients"] = list(entry.clients)
    source = {"kind": entry.source.kind, "place": entry.source.place, "name": entry.source.name}
    plain["source"] = {key: value for key, value in source.items() if value}
    if entry.contract:
        contract = entry.contract
        plain["contract"] = {"title": contract.title, "version": contract.version, "sha256": contract.sha256}
        if contract.document:
            plain["contract"]["document"] = contract.document
    plain["files"] = dict(sorted(entry.files.items()))
    for key, digests in (("kept", entry.kept), ("rewritten", entry.rewritten)):
        if digests:
            plain[key] = dict(sorted(digests.items()))
    if entry.patches:
        plain["patches"] = {
            path: {"sha256": patch.sha256} | ({"reason": patch.reason} if patch.reason else {})
            for path, patch in sorted(entry.patches.items())
        }
    return plain
