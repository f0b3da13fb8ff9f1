"""Ask git about a repository: what a revision is called, what an object holds, which commits changed a path.

In: a folder of the repository.  Out: hashes, bytes, commits.
Never: fetches, checks out, writes, looks at the index or the working tree, runs what a configuration names.

It is the git executable that is asked, by its plumbing alone (`rev-parse`, `rev-list`, `cat-file --batch`).  Who writes
a revision has it; it knows every way to write one and every format of a repository; and it tells the size of an object
before it sends it.  dulwich, the one library that needs no compiler, knows a part of the ways, unpacks before it tells
the size, and brings a network client with it.  None of these commands looks at hooks, monitors, filters or drivers; a
missing object of a partial clone would be fetched, and so every transport is shut off.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handbill_generator.diagnostics import ConfigError, SpecError
from handbill_generator.load.source import shown

_OPTIONS = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_OURS = {
    "GIT_ALLOW_PROTOCOL": "",  # no transport: a partial clone must not fetch what it lacks
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Hooks set these; they would make git read another repository than the one that the folder is in.
_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
_DEEPER = "this clone is shallow; fetch more history, e.g. fetch-depth: 0"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit by its hash, and the day it was made, as git writes it (`2026-05-01`)."""

    oid: str
    day: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with the hash of its commit, and the day it was made, or its commit where the tag has none of its own."""

    name: str
    oid: str
    day: str


class Repository:
    """The repository that a folder is in.  To be used in a `with`, which ends the git that reads objects.

    *prefix* is the folder below the top of the repository, such as `services/mail/`, or empty; *top* is None where the
    repository has no working tree.
    """

    def __init__(self, folder: Path) -> None:
        self._git = _executable()
        self._folder = folder
        self._reader: subprocess.Popen[bytes] | None = None
        answer = self._ask("rev-parse", "--is-inside-work-tree", "--show-prefix")
        if answer is None:
            raise ConfigError(f"{folder}: {self._why()}")
        inside, self.prefix = [*answer.split("\n"), ""][:2]
        self.top = self._top() if inside == "true" else None
        self._folder = self.top or folder

    def __enter__(self) -> Repository:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def tree(self, name: str) -> str:
        """Give the hash of the tree of the revision that is called *name*; raises ConfigError where there is none."""
        return self._resolved(name, "tree")

    def commit(self, name: str) -> str:
        """Give the hash of the commit that is called *name*; raises ConfigError where there is none."""
        return self._resolved(name, "commit")

    def history(self, commit: str, path: str, *, most: int) -> tuple[Commit, ...]:
        """Give the commits up to *commit*, a hash, that changed what is at *path*, the newest first, at most *most*."""
        limit = f"--max-count={most}"
        paths = ["--", path] if path else ["--"]
        answer = self._ask("rev-list", limit, "--format=%H %cs", commit, *paths)
        lines = (answer or "").splitlines()[1::2]  # each has a line of the word commit and the hash before it
        return tuple(Commit(*line.split(" ", 1)) for line in lines)

    def tags(self, commit: str, *, after: str = "") -> tuple[Tag, ...]:
        """Give the tags of *commit* and of what it builds on, the oldest commit first; both commits are hashes.

        What *after* builds on is left out, and so is itself.
        """
        limits = (f"--merged={commit}", *([f"--no-merged={after}"] if after else []))
        fields = "--format=%(refname:strip=2)%00%(*objectname)%00%(objectname)%00%(creatordate:short)"
        answer = self._ask("for-each-ref", *limits, fields, "refs/tags")
        told = (line.split("\0") for line in (answer or "").splitlines())
        tags = [Tag(name, peeled or oid, day) for name, peeled, oid, day in told]
        order = self._ask("rev-list", "--topo-order", "--reverse", "--simplify-by-decoration", commit)
        place = {oid: index for index, oid in enumerate((order or "").splitlines())}
        return tuple(sorted(tags, key=lambda tag: place.get(tag.oid, -1)))

    def read(self, oid: str, *, most: int, name: str) -> bytes:
        """Give the object *oid*, a hash; raises SpecError where it has more than *most* bytes or is not there."""
        reader = self._reader or self._start()
        assert reader.stdin is not None
        assert reader.stdout is not None
        try:
            reader.stdin.write(f"{oid}\n".encode())
            reader.stdin.flush()
            head = reader.stdout.readline().split()
            if len(head) != 3:
                hint = "fetch it, e.g. clone without --filter"
                raise SpecError(f'"{name}" is not in this clone, though the revision has it', hint=hint)
            size = int(head[2])
            if size > most:
                raise SpecError(f'"{name}" has {size} bytes, more than {most}', hint="split the document")
            content = reader.stdout.read(size + 1)
        except OSError as error:
            self._end()
            raise SpecError(f'"{name}" cannot be read from git: {error.strerror or error}') from error
        except SpecError:
            self._end()  # what it has still to say is not wanted
            raise
        if len(content) != size + 1:
            self._end()
            raise SpecError(f'"{name}" cannot be read from git: the repository is damaged')
        return content[:-1]

    @cached_property
    def is_shallow(self) -> bool:
        """Whether history was left out when it was cloned."""
        return self._ask("rev-parse", "--is-shallow-repository") == "true"

    def _resolved(self, name: str, kind: str) -> str:
        # A dash would begin an option, two dots are a range, and what is not printable stands in no name.
        if not name or name.startswith("-") or ".." in name or not name.isprintable():
            raise ConfigError(f'"{shown(name)}" is not how a revision is written; give a tag, a branch or a hash')
        answer = self._ask("rev-parse", "--verify", "--quiet", f"{name}^{{{kind}}}")
        if not answer or not re.fullmatch("[0-9a-f]{40,64}", answer):
            more = f"; {_DEEPER}" if self.is_shallow else "; git tag and git log list what there is"
            raise ConfigError(f'git knows no revision "{shown(name)}"{more}')
        return answer

    def _top(self) -> Path | None:
        answer = self._ask("rev-parse", "--show-toplevel")
        return Path(answer) if answer else None

    def _why(self) -> str:
        said = self._run("rev-parse", "--git-dir").stderr.decode("utf-8", "replace")
        if "not a git repository" in said:
            return "is in no git repository; REV:PATH is read from one"
        return f"git refuses to read here: {said.strip().splitlines()[0] if said.strip() else 'it does not say why'}"

    def _ask(self, *arguments: str) -> str | None:
        """Give what git answers, or None where it fails."""
        done = self._run(*arguments)
        return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n") if done.returncode == 0 else None

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = self._command(*arguments)
        try:
            return subprocess.run(  # noqa: S603  # no shell, and no name begins with a dash
                command, stdin=subprocess.DEVNULL, capture_output=True, env=_environment(), check=False
            )
        except (OSError, ValueError) as error:
            raise ConfigError(f"git cannot be run: {error}") from error

    def _command(self, *arguments: str) -> list[str]:
        return [self._git, *_OPTIONS, "-C", str(self._folder), *arguments]

    def _start(self) -> subprocess.Popen[bytes]:
        self._reader = subprocess.Popen(  # noqa: S603  # as above
            self._command("cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        return self._reader

    def _end(self) -> None:
        if self._reader:
            self._reader.kill()
            self._reader.communicate()
            self._reader = None


def _executable() -> str:
    git = shutil.which("git")
    if git is None:
        raise ConfigError("REV:PATH is read by git, and there is none on the PATH; install it")
    return git


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _NOT_OURS} | _OURS
