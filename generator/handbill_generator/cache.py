"""What later runs may use of earlier ones: a folder of the user's own, which may be deleted at any time.

In: a name.  Out: a folder to keep things under, or None where there can be none.
Never: lies in a repository, where others could put something into it; or is needed for anything but speed.
"""

from __future__ import annotations

import os
import stat
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path


@cache
def cache_folder(name: str) -> Path | None:
    """Give the folder *name* of the cache, such as `~/.cache/handbill/templates`; only its owner may write there."""
    folder = user_cache_path("handbill", appauthor=False) / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return None
    if os.name == "posix" and (status.st_uid != os.getuid() or stat.S_IMODE(status.st_mode) & 0o022):
        return None  # Somebody else could leave code there.
    return folder
