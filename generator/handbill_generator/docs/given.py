"""The pages of one run: files that are named, files of a folder, addresses that are fetched.

In: what the command line says and what a contract's docs.yaml and lock know.  Out: `Given` pages by their source.
Never: makes a request without being asked to fetch; takes a file that is too large, or one that is no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from handbill_generator.diagnostics import ConfigError, one_line
from handbill_generator.docs.fetching import Failure, Fetched, FetchSettings, Wanted, fetched
from handbill_generator.docs.fetching.discovery import preferred
from handbill_generator.docs.grounding import matched
from handbill_generator.docs.model import Format, Page
from handbill_generator.docs.pages import MAX_BYTES, read_page
from handbill_generator.docs.subjects import Subject
from handbill_generator.evidence import Source
from handbill_generator.load.source import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A page that the command line names: *place* is a file or an address, empty for the address that is known."""

    source: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A page that was read, called by its source.

    *place* is where it was read from, for positions; *file* is its name without a folder.
    """

    source: str
    page: Page = field(repr=False)
    place: str = ""
    url: str = ""
    file: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What became of the pages: those that were read, those that a server calls unchanged, and failures."""

    given: tuple[Given, ...] = ()
    unchanged: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()


def asked(text: str) -> Asked:
    """Read `SOURCE=FILE`, `SOURCE=URL`, `FILE`, `URL` or `SOURCE`.

    >>> asked("seed=page.txt"), asked("page.txt")
    (Asked(source='seed', place='page.txt'), Asked(source='', place='page.txt'))
    """
    source, equals, place = text.partition("=")
    if equals and source and place and not source.startswith(("http:", "https:", "/", ".")):
        return Asked(source=source, place=place)
    if is_address(text) or (text and Path(text).exists()):
        return Asked(source="", place=text)
    if not text or "=" in text or Path(text).suffix:
        raise ConfigError(f'--page: "{shown(text)}" is no file; write FILE, SOURCE=FILE, or SOURCE of docs.yaml')
    return Asked(source=text, place="")


def is_address(text: str) -> bool:
    """Whether *text* is the address of a page rather than a file."""
    return text.startswith(("http://", "https://"))


def pages_of(
    subject: Subject,
    pages: Sequence[Asked],
    folders: Sequence[Path],
    *,
    fetch: FetchSettings | None,
    progress: Callable[[str], None],
    operation: str = "",
) -> Pages:
    """Read the *pages* and what the *folders* have of this contract; *fetch* says that requests may be made, and how.

    *operation* is the one that the pages document.  With neither pages nor folders, those of the lock are fetched.  A
    page that says nothing of an API is a failure.  Raises ConfigError for a page that is not there, not known or not
    of *operation*, and SpecError for one that cannot be read.
    """
    wanted = [_wanted(subject, each) for each in pages]
    files = {source: place for source, place in wanted if place and not is_address(place)}
    files = {**_in_folders(subject, folders), **files}
    addresses = {source: place or _address(subject, source) for source, place in wanted if source not in files}
    if fetch and not pages and not folders:
        addresses = {name: page.url for name, page in subject.lock.pages.items() if page.url}
    if addresses and fetch is None:
        named = ", ".join(sorted(addresses))
        raise ConfigError(f"{named}: the page would have to be fetched; add --fetch, or write SOURCE=FILE")
    read = [_file(subject, source, Path(place)) for source, place in files.items()]
    answers = _fetched(subject, addresses, fetch, progress) if fetch else ()
    arrived = [answer for answer in answers if isinstance(answer, Fetched)]
    read += [_answer(subject, answer) for answer in arrived if not answer.is_unchanged]
    told = [each for each in read if each.page.facts or each.page.format is Format.index]
    return Pages(
        given=tuple(_named(subject, each, operation) for each in told),
        unchanged=tuple(answer.name for answer in arrived if answer.is_unchanged),
        failures=(
            *(answer for answer in answers if isinstance(answer, Failure)),
            *(_silent(each) for each in read if each not in told),
        ),
    )


def _silent(given: Given) -> Failure:
    """Say of a page that it says nothing: it may be a login page, or made by a script, and is no reason for a lock."""
    return Failure(
        name=given.source,
        url=given.place,
        message="nothing of an API can be read from the page",
        hint="save the page as your browser shows it, or its Markdown, and look whether it is the right one",
    )


def _named(subject: Subject, given: Given, operation: str) -> Given:
    """Give the page with what it says of *operation*, and of none."""
    if not operation:
        return given
    wanted = matched(subject.contract, operation)
    known = given.page.operations
    own = [name for name in known if name == operation or (wanted and matched(subject.contract, name) == wanted)]
    if known and not own:
        raise ConfigError(f"--operation: {given.place} documents {one_line(', '.join(known[:3]))}, not {operation}")
    facts = tuple(fact for fact in given.page.facts if not fact.operation or fact.operation in own)
    return replace(given, page=replace(given.page, facts=facts).of(own[0] if own else operation))


def of_lock(subject: Subject) -> tuple[Given, ...]:
    """Give the pages of the lock as they were read when they were locked; they know no lines."""
    return tuple(
        Given(
            source=name,
            page=_operation(subject, name, locked.page),
            url=locked.url,
            file=locked.file,
        )
        for name, locked in subject.lock.pages.items()
    )


def _wanted(subject: Subject, page: Asked) -> tuple[str, str]:
    if page.source:
        return page.source, page.place
    return _source_of(subject, page.place), page.place


def _source_of(subject: Subject, place: str) -> str:
    """Give the source that a file or an address is of: by the lock, by docs.yaml, else by its own name."""
    name = place if is_address(place) else Path(place).name
    for source, locked in subject.lock.pages.items():
        if name in (locked.file, locked.url):
            return source
    for known in _sources(subject):
        if name == known.file:
            return known.name
    return place.rstrip("/").rsplit("/", 1)[-1] if is_address(place) else Path(place).stem


def _sources(subject: Subject) -> Iterable[Source]:
    return subject.evidence.sources.values() if subject.evidence else ()


def _address(subject: Subject, source: str) -> str:
    locked = subject.lock.pages.get(source)
    known = subject.evidence.sources.get(source) if subject.evidence else None
    address = (locked.url if locked else "") or (known.url if known else "")
    if not address:
        raise ConfigError(
            f'--page: {subject.shown} knows no address of "{shown(source)}"; write {source}=URL or a file'
        )
    return address


def _in_folders(subject: Subject, folders: Sequence[Path]) -> Mapping[str, str]:
    """Give the files in *folders* that docs.yaml or the lock name."""
    names = {source.file: source.name for source in _sources(subject) if source.file}
    names |= {locked.file: name for name, locked in subject.lock.pages.items() if locked.file}
    found: dict[str, str] = {}
    for folder in folders:
        if not folder.is_dir():
            raise ConfigError(f"--pages: {folder} is no folder; give one that holds saved pages")
        found |= {names[file.name]: str(file) for file in sorted(folder.iterdir()) if file.name in names}
    return found


def text_of_file(path: Path) -> str:
    """Read a saved page; raises ConfigError for one that cannot be read, is too large or empty, or is no text."""
    try:
        with path.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise ConfigError(f"{path}: the page has more than {MAX_BYTES} bytes; save the page alone")
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: the page is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{path}: the page cannot be read: {(error.strerror or str(error)).lower()}") from None
    if "\0" in text or not text.strip():
        raise ConfigError(f"{path}: the page {'has no text' if text.strip() else 'is empty'}; save it again, as text")
    return text


def _file(subject: Subject, source: str, path: Path) -> Given:
    text = text_of_file(path)
    page = replace(read_page(text, name=path.as_posix()), name=source)
    return Given(
        source=source,
        page=_operation(subject, source, page),
        place=path.as_posix(),
        url=_known_url(subject, source),
        file=path.name,
    )


def _answer(subject: Subject, answer: Fetched) -> Given:
    page = read_page(answer.text, name=answer.name, url=answer.url, content_type=answer.content_type)
    return Given(
        source=answer.name,
        page=_operation(subject, answer.name, page),
        place=answer.url,
        url=answer.url,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def _fetched(
    subject: Subject, addresses: Mapping[str, str], settings: FetchSettings, progress: Callable[[str], None]
) -> tuple[Fetched | Failure, ...]:
    """Fetch what is locked from where it was read; for what is new, the form of the page that says most."""
    known = [_request(subject, source, url) for source, url in addresses.items() if source in subject.lock.pages]
    new = [_request(subject, source, url) for source, url in addresses.items() if source not in subject.lock.pages]
    return (
        *fetched(known, settings=settings, progress=progress),
        *preferred(new, settings=settings, progress=progress),
    )


def _request(subject: Subject, source: str, address: str) -> Wanted:
    locked = subject.lock.pages.get(source)
    return Wanted(
        name=source,
        url=address,
        etag=locked.etag if locked else "",
        last_modified=locked.last_modified if locked else "",
    )


def _known_url(subject: Subject, source: str) -> str:
    locked = subject.lock.pages.get(source)
    known = subject.evidence.sources.get(source) if subject.evidence else None
    return (locked.url if locked else "") or (known.url if known else "")


def _operation(subject: Subject, source: str, page: Page) -> Page:
    """Give *page* with the operation that docs.yaml or the lock knows it documents, where it does not say so itself."""
    locked = subject.lock.pages.get(source)
    known = subject.evidence.sources.get(source) if subject.evidence else None
    operation = (known.operation if known else "") or (locked.operation if locked else "")
    if not operation:
        return page
    whole = page.of(operation)
    if page.format is not Format.openapi or len(page.operations) < 2:
        return whole
    # A published document has the whole API; the source is a page on one operation.
    own = tuple(fact for fact in whole.facts if fact.operation == operation)
    return replace(whole, facts=own) if own else whole
