"""Find values of lists that a flattened page has run together: `draftpausedsent`, glued to what stands behind them.

In: lines of text.  Out: `Run`s and what the page proves about values that are no longer written.
Never: guesses where one value ends and the next begins.

A run is at the beginning of a line, and a sentence with a capital letter, a heading or nothing follows.  What stands
in front of `is a legacy value` is a value itself, with a run glued to its front; it is cut off only where the page
proves what it is: it stands alone in another line, or it is what another run has behind the values that are said to be
accepted.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from handbill_generator.docs.model import MAX_TOKEN, Attribute, Value
from handbill_generator.docs.words.wording import read_description

MOST_ACCEPTED = 4
"""The most values in "only accepts a, b or c" whose orders are tried."""
MAX_RUNS = 300
"""The most different runs of a page that are held against each other."""
MIN_RUN = 6
"""The fewest characters of a run: what is shorter is a word."""

_TOKEN = re.compile(r"[a-z][A-Za-z0-9_-]{0,600}")
_HEADING = re.compile(r"(?:Responses?|Body|Authentication|Headers|(?:Path|Query|Header) Parameters)$")
_LEGACY = re.compile(r" (?:is|are) (?:a |an )?(?:legacy|deprecated|obsolete)\b")
_ACCEPTED = re.compile(
    r"\bonly accepts? ([\w-]{1,60}(?:(?:, (?:or |and )?| or | and )[\w-]{1,60}){0,8})", re.IGNORECASE
)
_BETWEEN = re.compile(r", (?:or |and )?| or | and ")
_CAPITALS = string.ascii_uppercase
_SMALL = string.ascii_lowercase + string.digits + "-"
_NAME_ENDS = frozenset({"Id", "Ids", "At", "Url"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run and what stands behind it in its line; *is_subject* where that says that its last value is legacy."""

    value: str
    behind: str
    is_subject: bool = False


def run_of(line: str, names: Collection[str]) -> Run | None:
    """Give the run that *line* begins with; *names* are names of fields, which are none.

    >>> run_of("openclosedarchivedShelf of the book", ())
    Run(value='openclosedarchived', behind='Shelf of the book', is_subject=False)
    """
    match = _TOKEN.match(line)
    if not match or match.group() in names:
        return None
    token, behind = match.group(), line[match.end() :]
    if _LEGACY.match(behind):
        return Run(value=token, behind=behind, is_subject=True)
    if not behind and (heading := _HEADING.search(token)):
        return _run(token[: heading.start()], heading.group())
    start = len(token.rstrip(_SMALL).rstrip(_CAPITALS))
    sentence = token[start:]
    is_sentence = sentence[:1].isupper() and bool(behind) and sentence not in _NAME_ENDS
    return _run(token[:start], sentence + behind) if is_sentence else None


def _run(value: str, behind: str) -> Run | None:
    return Run(value=value, behind=behind) if len(value) >= MIN_RUN else None


def is_glued(line: str, heading: str) -> bool:
    """Tell whether *line* is *heading*, alone or with a run glued to its front."""
    return line == heading or (line.endswith(heading) and bool(_TOKEN.fullmatch(line)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Untangled:
    """What is known of a run: the *run* without a subject that was cut off, and what is said of that."""

    run: str
    said: tuple[tuple[Attribute, Value], ...] = ()


def untangled(runs: Iterable[Run]) -> dict[Run, Untangled]:
    """Cut the subjects of sentences off the *runs* of a page where the others prove what they are."""
    distinct = list(dict.fromkeys(runs))
    return {run: _untangled(run, distinct[:MAX_RUNS]) for run in distinct}


def _untangled(run: Run, runs: Sequence[Run]) -> Untangled:
    if not run.is_subject:
        return Untangled(run=run.value[:MAX_TOKEN])
    subject = _subject(run, runs)
    if not subject:
        return Untangled(run=run.value[:MAX_TOKEN] if len(run.value) >= MIN_RUN else "")
    said = tuple(pair for pair in read_description(subject + run.behind) if pair[0] is Attribute.legacy)
    return Untangled(run=run.value[: -len(subject)][:MAX_TOKEN], said=said)


def _subject(run: Run, runs: Sequence[Run]) -> str:
    alone = [
        subject.value
        for subject in runs
        if subject.is_subject
        and run.value.endswith(subject.value)
        and any(other.value != subject.value and other.value.endswith(subject.value) for other in runs)
    ]
    others = [other.value for other in runs if not other.is_subject]
    return max(alone, key=len, default="") or _behind_accepted(run, others)


def _behind_accepted(run: Run, others: Sequence[str]) -> str:
    """Give what a run has behind the values that are accepted, if the subject ends with it."""
    match = _ACCEPTED.search(run.behind[:1000])
    accepted = _BETWEEN.split(match.group(1)) if match else []
    if not 0 < len(accepted) <= MOST_ACCEPTED:
        return ""
    starts = {"".join(order) for order in permutations(accepted)}
    for other in others:
        for start in starts:
            rest = other.removeprefix(start)
            if rest and rest != other and run.value.endswith(rest):
                return rest
    return ""
