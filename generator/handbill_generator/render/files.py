"""Render every file of a package.

In: a `Package` and the folder of templates.  Out: file texts by relative path, formatted, and read again.
Never: writes; and gives nothing out that `verify` has not passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from handbill_generator.plan import Package
from handbill_generator.render.docstrings import method_docstring
from handbill_generator.render.environment import environment
from handbill_generator.render.filters import FILTERS, TWINS
from handbill_generator.render.format import formatted
from handbill_generator.render.prose import python_names, pythonic
from handbill_generator.render.verify import verify
from handbill_generator.text import Code, Text

_ALWAYS = (
    "__init__.py",
    "_call.py",
    "_client.py",
    "_credentials.py",
    "_model.py",
    "_operation.py",
    "_retries.py",
    "_tracing.py",
    "_transport.py",
    "client.py",
    "errors.py",
    "models.py",
    "testing.py",
    "resources/__init__.py",
    "README.md",
)
_OPTIONAL = {
    "_events": "streams",
    "_forms": "forms",
    "_multipart": "body:multipart",
    "_oauth": "credential:oauth2",
    "_pages": "pages",
    "_uploads": "uploads",
    "error_bodies": "error_bodies",
    "webhooks": "webhooks",
}


def render_package(package: Package, templates: Path) -> dict[str, str]:
    """Render *package*; raises EmissionError where a text that came out is not what was planned."""
    names = python_names(package)
    docstrings = {str(r.module): {str(m.name): method_docstring(m) for m in r.methods} for r in package.resources}
    texts, blanked = (dict(_rendered(package, templates, names, docstrings, blank=blank)) for blank in (False, True))
    planned = {module: {m: pythonic(text, names) for m, text in said.items()} for module, said in docstrings.items()}
    verify(texts, blanked, package, planned)
    return {"py.typed": "", **formatted(texts)}


def _rendered(
    package: Package,
    templates: Path,
    names: Mapping[str, str],
    docstrings: Mapping[str, Mapping[str, Text]],
    *,
    blank: bool,
) -> Iterator[tuple[str, str]]:
    env = environment(templates / "client")
    env.filters |= FILTERS
    shared: Mapping[str, Any] = {
        "package": package,
        "names": names,
        "docstrings": docstrings,
        "twins": TWINS,
        "blank": blank,
    }
    modules = [*_ALWAYS, *(f"{name}.py" for name in sorted(_OPTIONAL) if _OPTIONAL[name] in package.features)]
    for name in sorted(modules):
        yield name, env.get_template(f"{name}.jinja").render(shared)
    for resource in package.resources:
        template = env.get_template("resources/resource.py.jinja")
        yield Code(f"resources/{resource.module}.py"), template.render(shared, resource=resource)
