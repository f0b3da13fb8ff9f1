"""Do something again whenever what it read has changed.

In: the targets, and what builds them.  Out: nothing; it goes on until Ctrl-C.
Never: does again what nothing changed for, or ends because of a document that cannot be used at the moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from handbill_generator.cli.building import Attempt
from handbill_generator.cli.sources import Stamp, stamp
from handbill_generator.config import Target
from handbill_generator.diagnostics import ConfigError, HandbillError

_LOOK_MS = 1000
"""How often the files are looked at even where the system tells of no change: it tells nothing of some file systems."""
_QUIET_S = 0.1
_GONE_S = 1.0
"""How long a file may be away while an editor, or git, puts another in its place."""


def watch(
    find: Callable[[], Sequence[Target]],
    work: Callable[[Sequence[Target]], Iterable[Attempt]],
    tell: Callable[[HandbillError], None],
    configuration: Path | None,
) -> NoReturn:
    """Do *work* on all targets that *find* gives, and again on those whose sources changed.

    *find* is asked again after each change of *configuration*; what is wrong with it then is told.
    """
    if find_spec("watchfiles") is None:
        raise ConfigError('--watch needs watchfiles; install it with: pip install "handbill[generator]"')
    settings = _stamps([configuration] if configuration else [])
    targets = find()
    known: dict[str, Attempt] = {}
    while True:
        due = [target for target in targets if _is_due(target, known.get(target.name))]
        known |= {attempt.target.name: attempt for attempt in (work(due) if due else ())}
        _wait({path: was for target in targets for path, was in known[target.name].sources.items()} | settings)
        if any(stamp(path) != was for path, was in settings.items()):
            settings = _stamps(settings)
            try:
                targets = find()
            except HandbillError as error:
                tell(error)


def _is_due(target: Target, last: Attempt | None) -> bool:
    return last is None or last.target != target or any(stamp(path) != was for path, was in last.sources.items())


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: stamp(path) for path in paths}


def _wait(files: Mapping[Path, Stamp]) -> None:
    """Wait until one of *files* is not as it was, and then until nobody is at work on them."""
    from watchfiles import watch as events

    while _stamps(files) == files:
        folders = {_folder(path) for path in files}
        try:
            for _ in events(
                *folders, watch_filter=None, recursive=False, step=50, rust_timeout=_LOOK_MS, yield_on_timeout=True
            ):
                if _stamps(files) != files or {_folder(path) for path in files} != folders:
                    break
        except FileNotFoundError:
            continue  # a folder went away since it was looked for
    _settle(files)


def _settle(files: Mapping[Path, Stamp]) -> None:
    last, deadline = _stamps(files), time.monotonic() + _GONE_S
    while True:
        time.sleep(_QUIET_S)
        now = _stamps(files)
        is_gone = any(now[path] is None and was is not None for path, was in files.items())
        if now == last and (not is_gone or time.monotonic() > deadline):
            return
        last = now


def _folder(path: Path) -> Path:
    """Give the folder in which something happens when the file at *path* changes, or comes into being."""
    return next(folder for folder in path.parents if folder.is_dir())
