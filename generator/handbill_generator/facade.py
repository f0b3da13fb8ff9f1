"""`handbill demo` and `handbill capabilities`: the facade, asked from outside.

In: the name of a program of `handbill_demo`.  Out: the JSON that it wrote.
Never: imports the facade or a client, which the generator does not depend on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from handbill_generator.diagnostics import HandbillError


def asked(*arguments: str) -> dict[str, Any]:
    """Run a program of the facade, and give what it wrote; raises HandbillError with its last line where it failed."""
    command = [sys.executable, "-m", "handbill_demo", *arguments]
    # The sandbox is on this machine, and no business of a proxy.
    local = dict.fromkeys(("NO_PROXY", "no_proxy"), "127.0.0.1")
    done = subprocess.run(  # noqa: S603  # words of our own
        command, capture_output=True, text=True, check=False, env=os.environ | local
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"]
        raise HandbillError(lines[-1].removeprefix("error: "))
    found: dict[str, Any] = json.loads(done.stdout)
    return found
