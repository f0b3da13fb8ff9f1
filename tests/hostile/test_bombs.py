"""Laws against documents that ask for too much: a result or a clear error, in bounded memory, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .bombs import REFUSED, RESULTS
from .guard import deeds

# A tenth of this is what the slowest needs on a machine with nothing else to do.
SECONDS = 100
MEMORY = 2 * 2**30

_PROGRAM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
from handbill_generator.cli.entry import main
sys.argv[0] = "handbill"
main()
""".replace("MEMORY", str(MEMORY))


def generate(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `handbill generate` on a document with little memory; a run that takes too long raises TimeoutExpired."""
    spec = folder / ("api.json" if text.startswith("{") else "api.yaml")
    spec.write_text(text)
    command = [sys.executable, "-c", _PROGRAM, "generate", str(spec), "--package", "shop", "--out", str(folder / "out")]
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "TMPDIR")}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=SECONDS, cwd=folder
    )


@pytest.mark.skipif(sys.platform == "win32", reason="its limits are set in another way")
@pytest.mark.parametrize("name", RESULTS)
def test_what_is_only_large_is_emitted(name: str, tmp_path: Path) -> None:
    """Documents with much of one thing, or with references everywhere, become packages that import."""
    done = generate(RESULTS[name](), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    found = deeds(tmp_path / "out")
    # What pydantic cannot build is built when it is used, and that is beyond what an import does.
    assert not found or (name.startswith("row of") and "RecursionError" in found), found


@pytest.mark.skipif(sys.platform == "win32", reason="its limits are set in another way")
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_too_much_is_refused(name: str, tmp_path: Path) -> None:
    """Documents beyond a limit are refused in one line, which names the place and the limit, and nothing is written."""
    make, said = REFUSED[name]
    done = generate(make(), tmp_path)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert done.stderr.startswith(f"error: {tmp_path}/api.")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out" / "shop").exists()
