"""Run one command at a time, and say what it took.

In: a command.  Out: a `Run`: exit code, what it said, seconds by the clock, peak memory of its process tree.
Never: runs two at once, or waits longer than the time allowed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TIMEOUT_S = 600
_SAMPLE_S = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """What a process left behind; *code* is None where it was stopped because its time was over."""

    code: int | None
    said: str
    seconds: float
    """By the clock."""
    processor: float
    """Seconds of the processor: what else the machine does counts less."""
    megabytes: float
    """The peak of the largest process, or of all of its tree together where that was sampled to be more."""


def run(command: Sequence[str], *, folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run *command* in *folder* and wait for its end."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | (environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        late = threading.Timer(TIMEOUT_S, os.killpg, (process.pid, signal.SIGKILL))
        late.start()
        with _Sampling(process.pid) as sampling:
            try:
                _, status, usage = os.wait4(process.pid, 0)
            except BaseException:
                os.killpg(process.pid, signal.SIGKILL)
                raise
        seconds = time.perf_counter() - started
        over = not late.is_alive()
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
    peak = max(usage.ru_maxrss * 1024, sampling.peak)
    return Run(None if over else process.returncode, text, seconds, usage.ru_utime + usage.ru_stime, peak / 1e6)


def best(
    command: Sequence[str], *, folder: Path, rounds: int, environment: Mapping[str, str] | None = None
) -> tuple[Run, ...]:
    """Run *command* up to *rounds* times, and less often where one run is long; the fastest is the first."""
    runs = [run(command, folder=folder, environment=environment)]
    while len(runs) < rounds and runs[0].code == 0 and sum(one.seconds for one in runs) < 5 * rounds:
        runs.append(run(command, folder=folder, environment=environment))
    return tuple(sorted(runs, key=lambda one: (one.code != 0, one.seconds)))


class _Sampling:
    """The memory of a process and all below it, added up twenty times a second; only where the system tells it."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Sampling:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_SAMPLE_S):
            self.peak = max(self.peak, _resident(self._pid))


def _resident(pid: int) -> int:
    """Give the bytes of a process and of its descendants; pages that they share count more than once."""
    try:
        own = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0
    return own + sum(_resident(int(child)) for child in children)
