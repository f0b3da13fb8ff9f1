"""Laws of the progress that a long run shows: on a terminal alone, in one line that goes away."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from handbill_generator.cli import progress
progress._SOON_S = {soon}
with progress.Progress({packages}) as shown:
    shown.stage("reading api.json")
    shown.done()
    shown.stage("planning [bold]shop")
print("rich" in sys.modules)
"""


def run(*, packages: int = 2, soon: float = 0, terminal: bool = True, **environment: str) -> tuple[str, str]:
    """Give what a program prints, and what it shows meanwhile on stderr: a terminal, or a pipe."""
    reader, writer = os.openpty() if terminal else os.pipe()
    bare = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "FORCE_COLOR")}
    command = [sys.executable, "-c", PROGRAM.format(packages=packages, soon=soon)]
    env = bare | {"TERM": "xterm", "COLUMNS": "100"} | environment
    with os.fdopen(reader, "rb", buffering=0) as shown:
        done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=writer, text=True, check=True)
        os.set_blocking(shown.fileno(), False)
        os.write(writer, b"end")
        os.close(writer)
        text = b""
        try:
            while chunk := shown.read(100_000):
                text += chunk
        except OSError:  # how a terminal says that it is closed
            pass
    return done.stdout, text.decode().removesuffix("end")


def test_a_terminal_sees_stage_and_packages() -> None:
    """The line has the stage as it is called, and how many packages are done; at the end it is wiped away."""
    _, shown = run()
    assert "planning [bold]shop" in shown
    assert "1/2" in shown
    assert "\x1b[2K" in shown[-30:]
    assert "\n" not in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown).strip()


def test_one_package_is_not_counted() -> None:
    """For one package there is no bar."""
    assert "/1" not in run(packages=1)[1]


def test_text_of_a_document_is_no_markup() -> None:
    """A name is shown as it is."""
    assert "planning [bold]shop" in run(packages=1)[1]


def test_no_color_is_heeded() -> None:
    """With NO_COLOR the line moves, and has no colour."""
    shown = run(NO_COLOR="1")[1]
    assert "planning [bold]shop" in shown
    assert not re.search(r"\x1b\[(?:3|9)\d|\x1b\[[\d;]*;(?:3|9)\d", shown)


@pytest.mark.parametrize("given", [{"terminal": False}, {"soon": 1000.0}, {"TERM": "dumb"}])
def test_nothing_is_shown_where_nobody_looks_or_it_is_over_at_once(given: dict[str, object]) -> None:
    """On a pipe, a dumb terminal, or for a short run, nothing is shown and rich is not even imported."""
    assert run(**given) == ("False\n", "")  # type: ignore[arg-type]
