"""Have datamodel-code-generator write the models, and check that it wrote what was planned.

In: the normalised components and the types that operations need.
Out: the definitions of `models.py`, and each needed type as an annotation.
Never: takes a name, a field or a statement from the engine that the plan does not hold; a difference is a
`ModelsError`, which is a fault of ours and not of the document.
"""

from __future__ import annotations

import ast
import json
import tempfile
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datamodel_code_generator import generate
from datamodel_code_generator.enums import DataModelType, InputFileType, OpenAPIScope, TargetPydanticVersion
from datamodel_code_generator.format import Formatter, PythonVersion
from datamodel_code_generator.parser import LiteralType

from handbill_generator.plan.model import Definition, Models, Shape
from handbill_generator.plan.normalise import JSON
from handbill_generator.plan.shapes import Shapes
from handbill_generator.text import Code, Text

_USES = "HandbillUses"
_RUNTIME = "handbill_runtime"
_MULTIPART = "handbill_multipart"
_OURS = {_RUNTIME: "._model", _MULTIPART: "._multipart"}
_IMPORTS = {
    "datetime": {"date"},
    "typing": {"Annotated", "Any", "Literal", "Self", "TypeAlias"},
    "pydantic": {"MISSING", "Field", "model_validator"},
    _RUNTIME: {"DateTime", "Model"},
    _MULTIPART: {"FileInput"},
}


class ModelsError(Exception):
    """datamodel-code-generator did not write what was planned: a fault of ours, to be reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The models, the annotation of each use, and of each field as `{class: {field: annotation}}`."""

    models: Models
    uses: Mapping[str, Code]
    fields: Mapping[str, Mapping[str, Code]]


def write_models(shapes: Shapes, uses: Mapping[str, JSON], templates: Path) -> Written:
    """Emit the classes of *shapes* and the annotations for *uses*, with our templates in the folder *templates*."""
    # The engine refuses a document without a single schema, which an API may well have.
    source, metadata = _run(shapes, uses, templates) if shapes.shapes or uses else ("", [])
    fields = _check_metadata(shapes, uses, metadata)
    annotations = fields.pop(_USES, {})
    definitions = {d.name: d for d in _definitions(source, shapes)}
    imports = _imports_of(definitions.values())
    models = Models(imports=imports, definitions=tuple(_ordered(definitions, shapes)), shapes=shapes.shapes)
    return Written(models=models, uses=annotations, fields=fields)


def _run(shapes: Shapes, uses: Mapping[str, JSON], templates: Path) -> tuple[str, list[dict[str, Any]]]:
    components = dict(shapes.components)
    components["DateTime"] = {"type": "string", "format": "date-time"}
    components["FileInput"] = {"type": "string", "format": "binary"}
    if uses:
        components[_USES] = {"type": "object", "required": list(uses), "properties": dict(uses)}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": {"schemas": components},
    }
    # An alias that repeats the name would only be noise in the emitted field.
    renamed = ((shape, field) for shape in shapes.shapes for field in shape.fields if field.name != field.wire.raw)
    aliases = {f"{shape.name}.{field.wire.raw}": str(field.name) for shape, field in renamed}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        metadata = Path(folder) / "models.json"
        source = generate(
            document,
            input_file_type=InputFileType.OpenAPI,
            openapi_scopes=[OpenAPIScope.Schemas],
            output=None,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            target_pydantic_version=TargetPydanticVersion("2.14"),
            emit_model_metadata=metadata,
            custom_template_dir=templates,
            base_class=f"{_RUNTIME}.Model",
            type_overrides={"DateTime": f"{_RUNTIME}.DateTime", "FileInput": f"{_MULTIPART}.FileInput"},
            aliases=aliases,
            formatters=[Formatter.BUILTIN],
            use_missing_sentinel=True,
            snake_case_field=True,
            use_annotated=True,
            field_constraints=True,
            strict_nullable=True,
            use_type_alias=True,
            use_standard_collections=True,
            use_union_operator=True,
            enum_field_as_literal=LiteralType.All,
            use_double_quotes=True,
            keep_model_order=True,
            disable_timestamp=True,
        )
        return str(source), json.loads(metadata.read_text(encoding="utf-8"))["models"]


def _check_metadata(
    shapes: Shapes, uses: Mapping[str, JSON], metadata: Sequence[Mapping[str, Any]]
) -> dict[str, dict[str, Code]]:
    """Compare the engine's own account with the plan, class by class and field by field."""
    told = {str(model["source_ref"]): model for model in metadata}
    fields: dict[str, dict[str, Code]] = {}
    for shape in shapes.shapes:
        model = told.pop(f"#/components/schemas/{shape.name}", None)
        if model is None or model["class_name"] != shape.name:
            raise ModelsError(f"{shape.name} was planned and {model and model['class_name']} written")
        if shape.is_class:
            planned = [(f.wire.raw, str(f.name), f.required) for f in shape.fields]
            written = [(f["original_name"], f["name"], f["required"]) for f in model["fields"]]
            if planned != written:
                raise ModelsError(f"the fields of {shape.name} were planned as {planned} and written as {written}")
            fields[shape.name] = {f["name"]: Code(f["type"]) for f in model["fields"]}
    if uses:
        model = told.pop(f"#/components/schemas/{_USES}")
        fields[_USES] = {f["original_name"]: Code(f["type"]) for f in model["fields"]}
    for ours in ("DateTime", "FileInput"):
        told.pop(f"#/components/schemas/{ours}", None)
    if told:
        raise ModelsError(f"classes nobody planned: {', '.join(sorted(told))}")
    return fields


def _definitions(source: str, shapes: Shapes) -> Iterator[Definition]:
    """Cut the engine's module into definitions; a statement that is neither planned nor idle is an error."""
    planned = {str(shape.name): shape for shape in shapes.shapes}
    lines = source.encode().split(b"\n")
    for statement in ast.parse(source).body:
        name = _defined(statement)
        if name in planned:
            yield _definition(statement, planned.pop(name), lines)
        elif name != _USES and not _is_idle(statement):
            raise ModelsError(f"a statement nobody planned: {ast.unparse(statement)[:80]}")
    if planned:
        raise ModelsError(f"planned and not written: {', '.join(sorted(planned))}")


def _definition(statement: ast.stmt, shape: Shape, source: list[bytes]) -> Definition:
    """Take over a class field by field; anything in it but annotations and calls of `Field` is an error."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id == "Field"):
            raise ModelsError(f"{shape.name} calls {ast.unparse(node.func)[:80]}")
    parts = statement.body if isinstance(statement, ast.ClassDef) else [statement]
    documented = {str(field.name): field.documentation for field in shape.fields}
    lines: list[tuple[Code, Text]] = []
    for part in parts:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            lines.append((_source_of(part, source), documented.get(part.target.id, Text(""))))
        elif not isinstance(part, ast.Pass):
            raise ModelsError(f"{shape.name} holds {ast.unparse(part)[:80]}")
    return Definition(
        name=shape.name,
        is_class=shape.is_class,
        documentation=shape.documentation,
        lines=tuple(lines),
        checks=shape.checks,
    )


def _source_of(statement: ast.stmt, lines: list[bytes]) -> Code:
    # ast.get_source_segment splits the whole module anew for each call.
    assert statement.end_lineno is not None
    found = lines[statement.lineno - 1 : statement.end_lineno]
    found[-1] = found[-1][: statement.end_col_offset]
    found[0] = found[0][statement.col_offset :]
    return Code(b"\n".join(found).decode())


def _defined(statement: ast.stmt) -> str:
    match statement:
        case ast.ClassDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_idle(statement: ast.stmt) -> bool:
    """Whether a statement may be left out: imports, which we write ourselves, and rebuilding, which pydantic defers."""
    if isinstance(statement, ast.ImportFrom):
        allowed = _IMPORTS.get(statement.module or "", set())
        if statement.module not in ("__future__", "typing_extensions") and not {a.name for a in statement.names} <= (
            allowed | {"ConfigDict"}
        ):
            raise ModelsError(f"an import nobody allowed: {ast.unparse(statement)}")
        return True
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="model_rebuild"))):
            return True
    return _is_docstring(statement)


def _ordered(definitions: Mapping[Code, Definition], shapes: Shapes) -> Iterator[Definition]:
    """Go through the definitions in the order of the contract, an alias only after what it names.

    Classes may stand in any order, since pydantic builds them on first use; an alias is evaluated where it stands.
    """
    needs = {shape.name: set() if shape.is_class else _names(definitions[shape.name]) for shape in shapes.shapes}
    waiting = [shape.name for shape in shapes.shapes]
    while waiting:
        left = {str(name) for name in waiting}
        # Where aliases need each other none is ready; then the first one goes, as it would in any order.
        ready = next((name for name in waiting if not needs[name] & (left - {str(name)})), waiting[0])
        waiting.remove(ready)
        yield definitions[ready]


def _imports_of(definitions: Collection[Definition]) -> dict[Code, tuple[Code, ...]]:
    used: set[str] = {"Model"} if definitions else set()
    for definition in definitions:
        used |= _names(definition) | ({"MISSING", "Self", "model_validator"} if definition.checks else set())
    return {
        Code(_OURS.get(module, module)): tuple(Code(name) for name in sorted(names & used))
        for module, names in _IMPORTS.items()
        if names & used
    }


def _names(definition: Definition) -> set[str]:
    trees = [ast.parse(source) for source, _ in definition.lines]
    return {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}
