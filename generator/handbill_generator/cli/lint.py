"""`handbill lint`: check curated contracts."""

from __future__ import annotations


def lint() -> None:
    """Check curated contracts."""
