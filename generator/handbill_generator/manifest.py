"""Remember what was emitted: `handbill.json` in every package.

In: the folder of a package, or the bytes of its manifest.  Out: a `Manifest`, or one clear error.
Never: trusts the file.  It lies in somebody's repository, and its paths say what is replaced and removed,
its symbols what is emitted as code.
"""

from __future__ import annotations

import json
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from keyword import iskeyword
from pathlib import Path

from handbill_generator.diagnostics import OutputError, Position, SpecError

MANIFEST_NAME = "handbill.json"
FORMAT = 1
MAX_BYTES = 64 * 1024 * 1024

# No emitted path comes near; Windows stops at 260 with the folder before it.
_MAX_PATH_CHARACTERS = 240
_MAX_PATH_PARTS = 20
_KEYS = ("contract_sha256", "files", "format", "handbill", "losses", "package", "symbols")
_OLD_NAMES = "old_names"
_OLD_NAME_KEYS = ("key", "name", "version")
_LOSS_KEYS = ("became", "pointer", "position", "what", "why")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_HINT = "restore the file from version control, or delete the folder and generate again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What one run emitted, and under which names."""

    format: int = FORMAT
    handbill: str
    """Version of the generator."""
    package: str
    contract_sha256: str
    files: Mapping[str, str]
    """Relative posix path -> sha256 of the content; the manifest itself is not in it."""
    symbols: Mapping[str, str]
    """JSON pointer -> dotted Python name."""
    losses: tuple[Mapping[str, str], ...] = ()
    """The ledger: position (`file:line:column`), pointer, what, became, why."""
    old_names: tuple[Mapping[str, str], ...] = ()
    """Names of earlier runs that are still emitted: key (as in *symbols*), name, version of the API that renamed."""


class _Fault(Exception):
    """What is wrong at a path of keys; `parse_manifest` adds the place in the file."""

    def __init__(self, message: str, *keys: str) -> None:
        super().__init__(message, *keys)
        self.message = message
        self.keys = keys


def dump_manifest(manifest: Manifest) -> str:
    """Give the text of `handbill.json`: ASCII, keys sorted, the same bytes for the same manifest."""
    fields = {key: getattr(manifest, key) for key in _KEYS}
    plain = {key: dict(value) if isinstance(value, Mapping) else value for key, value in fields.items()}
    plain["losses"] = [dict(loss) for loss in manifest.losses]
    if manifest.old_names:
        plain[_OLD_NAMES] = [dict(old) for old in manifest.old_names]
    return json.dumps(plain, indent=2, sort_keys=True) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """Give the manifest of *folder*, or None where it has none.

    Raises SpecError for a file that is not a manifest, OutputError for one that is no plain file or cannot be read.
    """
    path = folder / MANIFEST_NAME
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise OutputError(f"{path}: is not a plain file; {_HINT}")
        with path.open("rb") as file:
            # One byte more than allowed is enough to tell.
            raw = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {error.strerror}") from error
    return parse_manifest(raw, file=path.as_posix())


def parse_manifest(raw: bytes, *, file: str = MANIFEST_NAME) -> Manifest:
    """Give the manifest that *raw* holds; *file* is the name for messages.  Raises SpecError."""
    if len(raw) > MAX_BYTES:
        raise SpecError(f"manifest is larger than {MAX_BYTES >> 20} MiB", position=Position(file, 1, 1), hint=_HINT)
    text = _decode(raw, file)
    try:
        return _manifest(_load(text, file))
    except _Fault as fault:
        pointer = "#" + "".join("/" + key.replace("~", "~0").replace("/", "~1") for key in fault.keys)
        position = _position(text, _offset_of_key(text, fault.keys), file)
        raise SpecError(fault.message, position=position, pointer=pointer, hint=_HINT) from None


def path_fault(path: str) -> str:
    """Say why *path* may not be written below a package's folder on any of our systems, or give ''."""
    parts = path.split("/")
    if len(path) > _MAX_PATH_CHARACTERS or len(parts) > _MAX_PATH_PARTS:
        return f"is longer than {_MAX_PATH_CHARACTERS} characters or {_MAX_PATH_PARTS} parts"
    if not path.isprintable() or "\\" in path:
        return "holds a backslash or a control character"
    if ":" in path:
        return "holds a colon, which names a drive or a stream on Windows"
    if path.startswith("/"):
        return "is absolute"
    if ".." in parts:
        return "climbs out of the folder"
    # Windows drops dots and spaces at the end of a name: "a." and "a" would be one file.
    if any(not part or part != part.rstrip(". ") for part in parts):
        return "is not normalised"
    return ""


def path_clash(paths: Iterable[str]) -> tuple[str, str] | None:
    """Give two of *paths* that cannot stand side by side where file names ignore case or Unicode form."""
    seen: dict[str, tuple[str, str]] = {}
    for path in sorted(paths):
        for prefix in prefixes(path):
            # A folder must always be spelt alike and never be a file too; the mark at its end tells them apart.
            spelling = prefix if prefix == path else prefix + "/"
            folded = unicodedata.normalize("NFKC", prefix).casefold()
            known = seen.setdefault(folded, (spelling, path))
            if known[0] != spelling:
                return known[1], path
    return None


def prefixes(path: str) -> list[str]:
    """Give every folder of *path*, outermost first, and *path* itself: `a/b` -> `a`, `a/b`."""
    return list(accumulate(path.split("/"), "{}/{}".format))


def _decode(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        position = _position(before, len(before), file)
        raise SpecError("manifest is not UTF-8", position=position, hint=_HINT) from None


def _load(text: str, file: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        # No line of valid JSON begins with a marker, so only broken text needs the search.
        if conflict := _CONFLICT.search(text):
            position = _position(text, conflict.start(), file)
            hint = "take one side of the merge and generate again"
            raise SpecError("manifest holds merge conflict markers", position=position, hint=hint) from None
        position = Position(file, error.lineno, error.colno)
        raise SpecError(f"manifest is not JSON: {error.msg}", position=position, hint=_HINT) from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or thousands of brackets.
        raise _Fault("manifest holds a number too long or a list too deep to be one of ours") from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    unique = dict(pairs)
    if len(unique) < len(pairs):
        key = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise _Fault(f"key {_quoted(key)} stands twice", key)
    return unique


def _manifest(document: object) -> Manifest:
    top = _object(document)
    if type(top.get("format")) is not int or top["format"] != FORMAT:
        raise _Fault(f'"format" must be {FORMAT}; another one needs another version of handbill', "format")
    _exact_keys(top, (*_KEYS, *({_OLD_NAMES} & top.keys())))
    files = _mapping(top["files"], "files", _is_sha256, "the 64 lower-case hex digits of a sha256")
    _check_files(files)
    return Manifest(
        handbill=_checked(top["handbill"], _is_text, "a string", "handbill"),
        package=_checked(top["package"], _is_name, "a Python name", "package"),
        contract_sha256=_checked(top["contract_sha256"], _is_sha256, "64 lower-case hex digits", "contract_sha256"),
        files=files,
        symbols=_mapping(top["symbols"], "symbols", _is_dotted_name, "a dotted Python name"),
        losses=_texts(top["losses"], "losses", _LOSS_KEYS),
        old_names=_old_names(top.get(_OLD_NAMES, [])),
    )


def _check_files(files: Mapping[str, str]) -> None:
    for path in files:
        if fault := path_fault(path):
            raise _Fault(f"path {_quoted(path)} {fault}", "files", path)
    if clash := path_clash([*files, MANIFEST_NAME]):
        raise _Fault(f"paths {_quoted(clash[0])} and {_quoted(clash[1])} are one on some systems", "files", clash[1])


def _texts(value: object, name: str, keys: tuple[str, ...]) -> tuple[Mapping[str, str], ...]:
    if not isinstance(value, list):
        raise _Fault(f'"{name}" must be a list', name)
    for index, item in enumerate(value):
        _exact_keys(_object(item, name, str(index)), keys, name, str(index))
    return tuple(_mapping(item, name, _is_text, "a string") for item in value)


def _old_names(value: object) -> tuple[Mapping[str, str], ...]:
    found = _texts(value, _OLD_NAMES, _OLD_NAME_KEYS)
    for old in found:
        _checked(old["name"], _is_name, "a Python name", _OLD_NAMES, "name")
    return found


def _mapping(value: object, name: str, holds: Callable[[str], bool], wanted: str) -> dict[str, str]:
    pairs = sorted(_object(value, name).items())
    for key, _ in pairs:
        _checked(key, _is_text, "text", name, key)
    return {key: _checked(item, holds, wanted, name, key) for key, item in pairs}


def _checked(value: object, holds: Callable[[str], bool], wanted: str, *keys: str) -> str:
    if not isinstance(value, str) or not holds(value):
        raise _Fault(f"{_quoted(keys[-1])} must be {wanted}", *keys)
    return value


def _object(value: object, *keys: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _Fault(f"{_quoted(keys[-1]) if keys else 'manifest'} must be an object", *keys)
    return value


def _exact_keys(value: Mapping[str, object], wanted: tuple[str, ...], *keys: str) -> None:
    if wrong := sorted(value.keys() ^ set(wanted)):
        raise _Fault(f"key {_quoted(wrong[0])} is {'unknown' if wrong[0] in value else 'missing'}", *keys)


def _is_text(value: str) -> bool:
    # A lone surrogate cannot be written to a file or a terminal.
    return _SURROGATE.search(value) is None


def _is_sha256(value: str) -> bool:
    return re.fullmatch("[0-9a-f]{64}", value) is not None


def _is_name(value: str) -> bool:
    return value.isidentifier() and not iskeyword(value)


def _is_dotted_name(value: str) -> bool:
    return all(_is_name(part) for part in value.split("."))


def _quoted(text: str) -> str:
    return json.dumps(text if len(text) <= 80 else text[:80] + "...", ensure_ascii=False)


def _offset_of_key(text: str, keys: tuple[str, ...]) -> int:
    # The last one: of a key that stands twice, the second is the one to remove.
    return max(text.rfind(json.dumps(keys[-1]) + ":"), 0) if keys else 0


def _position(text: str, offset: int, file: str) -> Position:
    return Position(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
