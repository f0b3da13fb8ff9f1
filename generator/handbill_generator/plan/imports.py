"""Find out what a module must import for its annotations.

In: annotations and the models of the package.  Out: names by module, in the order in which they are written.
Never: imports a name that no annotation uses.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbill_generator.plan.annotations import names_in
from handbill_generator.plan.model import Models
from handbill_generator.text import Code

_STANDARD = {"Mapping": "collections.abc", "date": "datetime"}
_TYPING = frozenset({"Annotated", "Any", "Literal", "TypeAlias", "Union"})

Imports = dict[Code, tuple[Code, ...]]


def standard_imports(annotations: Iterable[Code], *, runtime: Code) -> Imports:
    """Give the imports of *annotations* but for the models; *runtime* is the module that holds DateTime."""
    used = _used(annotations)
    imports: Imports = {runtime: (Code("DateTime"),)} if "DateTime" in used else {}
    for name in sorted(used & _STANDARD.keys()):
        module = Code(_STANDARD[name])
        imports[module] = (*imports.get(module, ()), Code(name))
    if typed := used & _TYPING:
        imports[Code("typing")] = tuple(Code(name) for name in sorted(typed))
    return imports


def model_imports(annotations: Iterable[Code], models: Models) -> tuple[Code, ...]:
    """Give the models that *annotations* use."""
    return tuple(Code(name) for name in sorted(_used(annotations) & model_names(models)))


def model_names(models: Models) -> set[str]:
    """Give the names that `models.py` defines."""
    return {str(shape.name) for shape in models.shapes}


def _used(annotations: Iterable[Code]) -> set[str]:
    return set[str]().union(*map(names_in, annotations))
