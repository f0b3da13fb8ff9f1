"""Tell whether a package is just as the last run left it, from the same sources, without building it.

In: a `Target`.  Out: an `Unchanged`, or None where anything at all may differ; and what to `remember` of a build.
Never: believes a file of the repository: what was built from what is kept in the user's own cache, and each source and
each emitted file is read and hashed again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from handbill_generator.cache import cache_folder
from handbill_generator.config import Target
from handbill_generator.diagnostics import HandbillError
from handbill_generator.locations import templates_folder
from handbill_generator.manifest import MANIFEST_NAME, Manifest, parse_manifest
from handbill_generator.staging import is_interrupted, read

_ENGINES = ("jinja2", "openapi_python_client", "ruamel.yaml", "ruff", "yaml")
_PARTS = ("*.py", *(f"{part}/**/*.*" for part in ("bundle", "contract", "load", "overlay", "plan", "render")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """What a run would find, were it made: the *manifest* that lies there, and the counts of its summary."""

    manifest: Manifest
    operations: int
    models: int


def unchanged(target: Target, *, look: Callable[[Path], None] = lambda path: None) -> Unchanged | None:
    """Give what stands in the folder of *target* if building it again could only give the same.

    *look* is called with each source just before it is read.
    """
    try:
        known = json.loads(_entry(target).read_bytes())
        sources: Mapping[str, str] = known["sources"]
        for path in sources:
            look(Path(path))
        if is_interrupted(target.folder) or any(_digest(Path(path)) != digest for path, digest in sources.items()):
            return None
        manifest = read(target.folder, MANIFEST_NAME) or b""
        if sha256(manifest).hexdigest() != known["manifest"]:
            return None
        parsed = parse_manifest(manifest)
        if any(sha256(read(target.folder, path) or b"").hexdigest() != sum for path, sum in parsed.files.items()):
            return None
        return Unchanged(manifest=parsed, operations=int(known["operations"]), models=int(known["models"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, HandbillError):
        return None  # Then it is built, which tells of whatever is wrong.


def remember(target: Target, *, sources: Iterable[Path], manifest: str, operations: int, models: int) -> None:
    """Keep what a package was built from: its *sources*, also such as are not there, and the text of its *manifest*."""
    known = {
        "sources": {str(path): _digest(path) for path in sources},
        "manifest": sha256(manifest.encode()).hexdigest(),
        "operations": operations,
        "models": models,
    }
    with suppress(OSError):
        entry = _entry(target)
        new = entry.with_name(f"{entry.name}.{os.getpid()}")
        new.write_text(json.dumps(known), encoding="utf-8")
        new.replace(entry)


def _entry(target: Target) -> Path:
    """Give the file of the cache for a target, its settings, and the generator as it is."""
    folder = cache_folder("builds")
    if folder is None:
        raise FileNotFoundError("there is no cache")
    settings = asdict(target) | {"output": target.folder.resolve(), "spec": target.spec.resolve()}
    key = json.dumps([_generator(), settings], default=str, sort_keys=True)
    return folder / f"{sha256(key.encode()).hexdigest()}.json"


@cache
def _generator() -> str:
    """Give a hash of the code and the templates that packages are built by, and of the engines' versions."""
    found = sha256(json.dumps([_installed(engine) for engine in _ENGINES]).encode())
    for path in _files():
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _files() -> Iterator[Path]:
    here = Path(__file__).parent
    for part in _PARTS:
        yield from sorted(path for path in here.glob(part) if path.is_file() and path.suffix != ".pyc")
    yield from sorted(path for path in templates_folder().rglob("*.jinja*") if path.is_file())


def _installed(engine: str) -> list[object]:
    """Give what changes when another version of an engine is installed; to ask for the version itself takes longer."""
    found = find_spec(engine)
    if found is None or found.origin is None:
        return []
    status = Path(found.origin).stat()
    return [found.origin, status.st_mtime_ns, status.st_size]


def _digest(path: Path) -> str:
    """Give the hash of a file; nothing for one that is not there, whose coming is a change too."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
