"""Where the parts of an installation lie.

In: nothing.  Out: folders.
Never: looks outside of the installation, or of the checkout.
"""

from __future__ import annotations

from pathlib import Path


def templates_folder() -> Path:
    """Give the folder of templates: inside of an installed package, at the top of a checkout."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "templates"
