"""Mend what a machine can.

In: a contract.  Out: what its files are to hold, what is mended by it, and what is left.
Never: writes into the contract's files (`round_trip.save` does); changes a file outside of the contract's folder.

The work is done on copies in a folder of its own: check, mend, and again, because one mistake can hide another, until
nothing changes.  So what is left is what `handbill lint` finds afterwards, whether or not the changes are saved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from handbill_generator.bundle import Bundle, bundle
from handbill_generator.diagnostics import OutputError, SpecError
from handbill_generator.evidence import FILE, Evidence, beside
from handbill_generator.lint import RULES, Finding, Fix, Rule, lint
from handbill_generator.lint.pages import Page
from handbill_generator.load import load
from handbill_generator.round_trip import Change, Original, original_of

_PASSES = 20
"""More than any document needs: a fix may lay open what another one mends, not much further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What `fix` makes of a contract; nothing of it is written yet."""

    mended: tuple[Finding, ...]
    """What was put right; positions are those at the time."""
    left: tuple[Finding, ...]
    """What is found in the changed files."""
    refused: tuple[SpecError, ...]
    """Why what could be mended is not: its place in the text cannot be changed alone."""
    changes: tuple[Change, ...]
    """The files that change, each once."""


def fix(path: Path, *, name: str, rules: Iterable[Rule] = RULES, pages: tuple[Page, ...] = ()) -> Fixed:
    """Mend the contract at *path*, which messages call *name*, and the docs.yaml beside it, by *rules*.

    Raises SpecError as `lint_file` does, OutputError where somebody is just writing one of the files.
    """
    rules = tuple(rules)
    bundled, evidence, findings = _look(path, name, rules, pages)
    if not any(rule.fix for rule in rules for finding in findings if finding.rule == rule.id):
        return Fixed(mended=(), left=findings, refused=(), changes=())
    own = (bundled.sources[0].path.parent, path.parent.resolve())
    try:
        with TemporaryDirectory(prefix="handbill-") as folder:
            copies = _copied(bundled, evidence, Path(folder).resolve())
            return _Mending(name, rules, pages, copies, own).run(findings)
    except OSError as error:
        raise OutputError(
            f"{error.filename or name}: {error.strerror or error}; check permissions and free space"
        ) from error


def _look(
    path: Path, name: str, rules: tuple[Rule, ...], pages: tuple[Page, ...]
) -> tuple[Bundle, Evidence | None, tuple[Finding, ...]]:
    bundled = bundle(load(path, name=name))
    evidence = beside(path, name)
    return bundled, evidence, lint(bundled, rules, evidence=evidence, pages=pages)


def _copied(bundled: Bundle, evidence: Evidence | None, folder: Path) -> dict[Path, Original]:
    """Copy the files into *folder*, their places relative to each other kept; give them by their copies, main first."""
    root = bundled.sources[0].path.parent
    originals = {folder / source.path.relative_to(root): original_of(source) for source in bundled.sources}
    if evidence:
        originals[folder / FILE] = original_of(evidence.document)
    for copy, original in originals.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(original.content)
    return originals


@dataclass(slots=True)
class _Mending:
    """The work on the copies."""

    name: str
    rules: tuple[Rule, ...]
    pages: tuple[Page, ...]
    copies: Mapping[Path, Original]
    own: tuple[Path, ...]
    """The folders whose files may change."""
    mended: list[Finding] = field(default_factory=list)
    refused: dict[str, SpecError] = field(default_factory=dict)
    fixes: dict[str, Fix] = field(init=False)

    def __post_init__(self) -> None:
        self.fixes = {rule.id: rule.fix for rule in self.rules if rule.fix}

    def run(self, findings: tuple[Finding, ...]) -> Fixed:
        try:
            left = self.look()
        except SpecError:
            # Only a link that was not copied can make the difference.
            message = f"{self.name}: refers to a file by way of a symbolic link; refer to the file itself"
            raise OutputError(message) from None
        for _ in range(_PASSES):
            before = {copy: copy.read_bytes() for copy in self.copies}
            tried = [finding for file in self.copies for finding in self.mend(file, left)]
            if not tried:
                break
            try:
                now = self.look()
            except SpecError as error:
                self.refuse(error)
                for copy, content in before.items():
                    copy.write_bytes(content)
                break
            self.mended += _gone(tried, now)
            left = now
        return Fixed(
            mended=tuple(self.mended),
            left=left if self.mended else findings,
            refused=tuple(self.refused.values()),
            changes=tuple(self.changes()),
        )

    def look(self) -> tuple[Finding, ...]:
        main = next(iter(self.copies))
        return _look(main, self.name, self.rules, self.pages)[2]

    def changes(self) -> Iterator[Change]:
        for copy, original in self.copies.items():
            content = copy.read_bytes()
            if content != original.content:
                yield Change(original=original, content=content)

    def mend(self, copy: Path, findings: tuple[Finding, ...]) -> list[Finding]:
        """Mend what *findings* say about one file; give those that a fix did something about."""
        # Backwards, so that places in lists stay what they are.
        here = [f for f in reversed(findings) if f.where.document.path == copy and f.rule in self.fixes]
        original = self.copies[copy]
        if not here:
            return []
        if not any(original.document.path.is_relative_to(folder) for folder in self.own):
            message = "this file is outside of the contract's folder"
            self.refuse(SpecError(message, position=here[0].position, hint="mend it where it belongs"))
            return []
        mended, tried = self.apply(original_of(here[0].where.document), here)
        copy.write_bytes(mended.content)
        return tried

    def apply(self, original: Original, findings: list[Finding]) -> tuple[Original, list[Finding]]:
        """Mend all *findings* at once; where the text does not bear that, the one half and then the other."""
        tree = original.tree()
        tried = [finding for finding in findings if self.fixes[finding.rule](tree, finding.where.tokens)]
        if not tried:
            return original, []
        try:
            return original.changed(tree).after(), tried
        except SpecError as error:
            if len(findings) == 1:
                self.refuse(SpecError(error.message, position=findings[0].position, hint=error.hint))
                return original, []
        middle = len(findings) // 2
        original, first = self.apply(original, findings[:middle])
        original, second = self.apply(original, findings[middle:])
        return original, first + second

    def refuse(self, error: SpecError) -> None:
        self.refused[str(error)] = error


def _gone(tried: list[Finding], now: tuple[Finding, ...]) -> Iterator[Finding]:
    """Give those of *tried* that are not found any more; places in lists may have moved, so they do not count."""
    still = Counter(map(_key, now))
    for finding in tried:
        if still[_key(finding)]:
            still[_key(finding)] -= 1
        else:
            yield finding


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.position.file, finding.message
