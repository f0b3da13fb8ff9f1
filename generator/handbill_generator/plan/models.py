"""Write the models: a line for each field and alias of the plan.

In: the normalised components and the types that operations need.
Out: the definitions of `models.py`, and each needed type as an annotation.
Never: chooses a name; and spells no type itself, which is for `annotations`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from handbill_generator.plan.annotations import alias_line, annotation, field_line, names_in, referred
from handbill_generator.plan.model import Definition, Models, Shape
from handbill_generator.plan.normalise import JSON
from handbill_generator.plan.shapes import Shapes
from handbill_generator.text import Code, Text

_IMPORTS = {
    "datetime": {"date"},
    "typing": {"Annotated", "Any", "Literal", "Self", "TypeAlias"},
    "typing_extensions": {"TypeAliasType"},
    "pydantic": {"MISSING", "Field", "model_validator"},
    "._model": {"DateTime", "Model"},
    "._multipart": {"FileInput"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The models, the annotation of each use, and of each field as `{class: {field: annotation}}`."""

    models: Models
    uses: Mapping[str, Code]
    fields: Mapping[str, Mapping[str, Code]]


def write_models(shapes: Shapes, uses: Mapping[str, JSON]) -> Written:
    """Write the classes and aliases of *shapes*, and the annotations for *uses*."""
    recursive = _recursive(shapes)
    definitions = {shape.name: _definition(shape, shapes, shape.name in recursive) for shape in shapes.shapes}
    models = Models(
        imports=_imports_of(definitions.values()),
        definitions=tuple(_ordered(definitions, shapes)),
        shapes=shapes.shapes,
        components=shapes.components,
    )
    return Written(
        models=models,
        uses={use: annotation(schema) for use, schema in uses.items()},
        fields={shape.name: _types(shape, shapes) for shape in shapes.shapes if shape.is_class},
    )


def _types(shape: Shape, shapes: Shapes) -> dict[str, Code]:
    properties = shapes.components[shape.name]["properties"]
    return {field.name: annotation(properties[field.wire.raw]) for field in shape.fields}


def _read_types(shape: Shape, shapes: Shapes) -> dict[str, Code]:
    types = _types(shape, shapes)
    return {f.name: types[f.name] if f.required else Code(f"{types[f.name]} | MISSING") for f in shape.fields}


def _definition(shape: Shape, shapes: Shapes, recursive: bool) -> Definition:
    schema = shapes.components[shape.name]
    if not shape.is_class:
        lines = [(alias_line(shape.name, schema, recursive=recursive), Text(""))]
    else:
        lines = [
            (field_line(f.name, f.wire, schema["properties"][f.wire.raw], required=f.required), f.documentation)
            for f in shape.fields
        ]
    return Definition(
        name=shape.name,
        is_class=shape.is_class,
        is_recursive=recursive,
        documentation=shape.documentation,
        lines=tuple(lines),
        checks=shape.checks,
        types=_read_types(shape, shapes) if shape.is_class else {},
    )


def _recursive(shapes: Shapes) -> set[str]:
    """Find the aliases that contain themselves by way of nothing but aliases."""
    aliases = [str(shape.name) for shape in shapes.shapes if not shape.is_class]
    within = {name: set(referred(shapes.components[name])) & {*aliases} for name in aliases}
    while leaves := [name for name, parts in within.items() if not parts & within.keys()]:
        for name in leaves:
            del within[name]
    # What is left reaches a circle; only what is reached from itself stands in one.
    return {name for name in within if name in _reached(within[name], within)}


def _reached(names: set[str], within: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += within.get(name, ())
    return found


def _ordered(definitions: Mapping[Code, Definition], shapes: Shapes) -> Iterator[Definition]:
    """Go through the definitions in the order of the contract, an alias only after what it names.

    Classes may stand in any order, since pydantic builds them on first use; an alias is evaluated where it stands, but
    for one that contains itself, whose meaning is a string.
    """
    order = {str(shape.name): index for index, shape in enumerate(shapes.shapes)}
    needs: dict[str, set[str]] = {name: set() for name in order}
    for shape in shapes.shapes:
        if not (shape.is_class or definitions[shape.name].is_recursive):
            needs[shape.name] = {name for name in referred(shapes.components[shape.name]) if name in order}
    needed_by: dict[str, list[str]] = {}
    for name, parts in needs.items():
        for part in parts:
            needed_by.setdefault(part, []).append(name)
    ready = [(order[name], name) for name, parts in needs.items() if not parts]
    heapify(ready)
    while ready:
        _, name = heappop(ready)
        yield definitions[Code(name)]
        for waiting in needed_by.get(name, ()):
            needs[waiting].remove(name)
            if not needs[waiting]:
                heappush(ready, (order[waiting], waiting))


def _imports_of(definitions: Collection[Definition]) -> dict[Code, tuple[Code, ...]]:
    used: set[str] = {"Model"} if definitions else set()
    for definition in definitions:
        used.update(*(names_in(line) for line, _ in definition.lines))
        used |= {"MISSING", "Self", "model_validator"} if definition.checks else set()
    return {
        Code(module): tuple(Code(name) for name in sorted(names & used))
        for module, names in _IMPORTS.items()
        if names & used
    }
