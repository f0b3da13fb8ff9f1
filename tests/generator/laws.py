"""What must hold between the names of two runs, the second of which knew those of the first.

In: the symbols of both.  Out: what shifted, in words; nothing where the law holds.
Never: looks at what a webhook brings: that is a type, and not a name of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

Symbols = Mapping[str, str]


def after_another_order(before: Symbols, after: Symbols) -> list[str]:
    """Another order renames nothing, and makes nothing come or go."""
    return _shifts(before, after, [*before, *(key for key in after if key not in before)])


def after_addition(before: Symbols, after: Symbols) -> list[str]:
    """What was there has the name that it had."""
    return _shifts(before, after, before)


def after_removal(before: Symbols, after: Symbols) -> list[str]:
    """What is left has the name that it had, and nothing new came."""
    return _shifts(before, after, after)


def _shifts(before: Symbols, after: Symbols, keys: Mapping[str, str] | list[str]) -> list[str]:
    pairs = ((key, before.get(key, "nothing"), after.get(key, "nothing")) for key in keys)
    return [f"{key}: {old} -> {new}" for key, old, new in pairs if old != new and not _is_webhook(old, new)]


def _is_webhook(old: str, new: str) -> bool:
    return old.startswith("webhooks.") or new.startswith("webhooks.")
