"""Import emitted packages where every deed of theirs is seen.

In: folders, each of which holds packages.  Out: what was done that importing a client has no need of.
Never: imports anything hostile into the process of the tests.

The interpreter tells its audit hooks of every file that is opened for writing, every connection and every process
(PEP 578), whatever the code that does it looks like.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CANARY = "HANDBILL_CANARY"

# What importing and building the models does not do.  The hook is set when all that emitted code imports is there.
_PROGRAM = """
import importlib, os, pathlib, sys
import asyncio, concurrent.futures, email, httpx2, logging.handlers, pydantic, pydantic.deprecated.decorator
import typing_extensions, uuid, mimetypes, ssl, socket

def seen(event, arguments):
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        deed("opens a file for writing")
    if event.partition(".")[0] in ("subprocess", "shutil", "ctypes", "ftplib", "smtplib", "webbrowser") or event in (
        "socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto", "os.system", "os.exec",
        "os.posix_spawn", "os.fork", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
        "os.truncate",
    ):
        deed(event)

def deed(what):
    sys.stderr.write("DEED " + what + "\\n")
    sys.stderr.flush()
    os._exit(9)

environment = dict(os.environ)
sys.addaudithook(seen)
for root in map(pathlib.Path, sys.argv[1:]):
    sys.path.insert(0, str(root))
    names = []
    for file in sorted(root.rglob("*.py")):
        name = ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        names.append(name)
        module = importlib.import_module(name)
        for thing in list(vars(module).values()):
            if isinstance(thing, type) and issubclass(thing, pydantic.BaseModel) and thing.__module__ == name:
                thing.model_rebuild(force=True)
        if dict(os.environ) != environment:
            deed("changes the environment")
    sys.path.remove(str(root))
    for name in [name for name in sys.modules if name.partition(".")[0] in {name.partition(".")[0] for name in names}]:
        del sys.modules[name]
print("imported")
"""


def deeds(*roots: Path, warnings: str = "error") -> str:
    """Import every module below *roots* and build every model; give what was done or went wrong, or ''."""
    command = [sys.executable, "-W", warnings, "-c", _PROGRAM, *map(str, roots)]
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=roots[0])
    return "" if (done.returncode, done.stdout) == (0, "imported\n") else done.stderr[-2000:] or str(done.returncode)
