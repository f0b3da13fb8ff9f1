"""Where the `handbill` script begins: before anything of the generator's extra is imported."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

_NEEDED = ("typer", "datamodel_code_generator", "openapi_python_client", "ruamel.yaml", "jinja2", "ruff")


def main() -> None:
    """Run the command line, or say how to install it."""
    # The facade and the clients install without the engines; then the script is there and they are not.
    missing = [name for name in _NEEDED if not _is_installed(name)]
    if missing:
        print(
            f'error: the command line needs {", ".join(missing)}; install it with: pip install "handbill[generator]"',
            file=sys.stderr,
        )
        raise SystemExit(2)
    try:
        with _ended_by_ctrl_c():
            from handbill_generator.cli.app import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


@contextmanager
def _ended_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl-C end the process at once; an exception would be lost, or told, by whatever is being imported."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # such as SIG_IGN, under nohup
        yield
        return
    signal.signal(signal.SIGINT, lambda number, frame: os._exit(130))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


if __name__ == "__main__":
    main()
