"""Where the `handbill` script begins: before anything of the generator's extra is imported."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from handbill_generator.cli.interrupts import ended_by_ctrl_c

_NEEDED = ("typer", "datamodel_code_generator", "openapi_python_client", "ruamel.yaml", "jinja2", "ruff")


def main() -> None:
    """Run the command line, or say how to install it."""
    try:
        with ended_by_ctrl_c():
            _check()
            from handbill_generator.cli.app import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _check() -> None:
    # The facade and the clients install without the engines; then the script is there and they are not.
    missing = [name for name in _NEEDED if not _is_installed(name)]
    if missing:
        print(
            f'error: the command line needs {", ".join(missing)}; install it with: pip install "handbill[generator]"',
            file=sys.stderr,
        )
        raise SystemExit(2)


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


if __name__ == "__main__":
    main()
