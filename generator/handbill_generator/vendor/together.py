"""Find the facade with its clients.

In: a folder that holds them, or nothing for what is installed.  Out: an `Upstream` each, the facade first.
Never: mixes installations: all of them come from one place.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from handbill_generator.config import configured
from handbill_generator.diagnostics import ConfigError
from handbill_generator.vendor.facade import FACADE, clients_of
from handbill_generator.vendor.licence import LICENCE_NAME, licence
from handbill_generator.vendor.record import Source
from handbill_generator.vendor.sources import Upstream, from_folder, installed_folder, place_of, plain_files


def facade_and_clients(what: str, *, root: Path) -> tuple[Upstream, ...]:
    """Find the facade and the clients that it imports in the folder *what*, or among what is installed.

    Raises ConfigError where one of them is not there, SpecError and OutputError for what cannot be used.
    """
    folder_of: Callable[[str], Path | None]
    if what in ("", FACADE):
        kind, place, folder_of = "installed", "", installed_folder
    else:
        kind, place, folder_of = "checkout", place_of(Path(what), root), _below(Path(what))
    folder = _required(folder_of(FACADE), FACADE, what)
    files = plain_files(folder)
    clients = []
    for client in clients_of(files):
        where = _required(folder_of(client), client, what)
        source = Source(kind=kind, place=place, name=client)
        clients.append(from_folder(where, source=source, beside=(where,)))
    if not clients:
        raise ConfigError(f'"{what or FACADE}" holds no facade of handbill: it imports no client')
    facade = Upstream(
        package=FACADE,
        files={**files, LICENCE_NAME: licence()},
        manifest=None,
        source=Source(kind=kind, place=place, name=FACADE),
        handbill=max(client.handbill for client in clients),
    )
    return (facade, *clients)


def _below(top: Path) -> Callable[[str], Path | None]:
    """Give how packages are found below a folder, or in a checkout of handbill."""
    if not top.is_dir():
        raise ConfigError(f'"{top}" is no folder; give one that holds the facade and its clients')
    places = [top, top / "facade"]
    with suppress(ConfigError):  # a folder of packages alone
        places += [target.output for target in configured(top, ())]
    return lambda package: next((p / package for p in places if (p / package / "__init__.py").is_file()), None)


def _required(folder: Path | None, package: str, what: str) -> Path:
    if folder is None:
        raise ConfigError(f"{package} is not {f'in {what}' if what not in ('', FACADE) else 'installed'}")
    return folder
