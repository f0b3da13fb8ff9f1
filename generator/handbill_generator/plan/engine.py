"""Ask datamodel-code-generator: for its phrases, and for whole models to hold ours against.

In: normalised components.  Out: what the engine writes for them.
Never: takes a name, a field or a statement that nobody planned; that is a `ModelsError`, a fault of ours or of the
engine and not of the document.

`handbill generate --check` has the engine write all models of a package (`compare_models`): what is emitted must be
what it writes, definition by definition.  The phrases were asked for ahead of time, by
`python -m tests.generator.regenerate_goldens`.
"""

from __future__ import annotations

import ast
import json
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from datamodel_code_generator import generate
from datamodel_code_generator.enums import DataModelType, InputFileType, OpenAPIScope, TargetPydanticVersion
from datamodel_code_generator.format import Formatter, PythonVersion
from datamodel_code_generator.parser import LiteralType

from handbill_generator.plan.annotations import referred
from handbill_generator.plan.model import Models, Shape
from handbill_generator.plan.normalise import JSON

_RUNTIME = "handbill_runtime"
_MULTIPART = "handbill_multipart"
_IMPORTS = {
    "datetime": {"date"},
    "typing": {"Annotated", "Any", "Literal", "Self", "TypeAlias"},
    "typing_extensions": {"TypeAliasType"},
    "pydantic": {"MISSING", "ConfigDict", "Field", "model_validator"},
    _RUNTIME: {"DateTime", "Model"},
    _MULTIPART: {"FileInput"},
}


class ModelsError(Exception):
    """Models are not what was planned: a fault of ours, to be reported."""


def compare_models(models: Models, templates: Path) -> None:
    """Have the engine write the classes and aliases of *models*; raises ModelsError where it writes something else.

    What the engine is known not to say is left out: tuples, and aliases that contain themselves.  *templates* is the
    folder with our overrides of the engine's templates.
    """
    ours = {str(definition.name): definition for definition in models.definitions}
    shapes = [shape for shape in models.shapes if not ours[shape.name].is_recursive]
    if not shapes:
        return  # The engine refuses a document without a single schema, which an API may well have.
    components = {str(shape.name): dict(models.components[shape.name]) for shape in shapes}
    # An alias that contains itself stands for anything here.
    missing = {name for schema in components.values() for name in referred(schema)} - components.keys()
    source, account = _run({**components, **{name: {} for name in missing}}, shapes, templates)
    _check_account(shapes, account, missing)
    for name, statement in _statements(source, {str(shape.name) for shape in shapes}, missing):
        definition = ours[name]
        if "prefixItems" in json.dumps(components[name]):
            continue
        lines = [str(line) for line, _ in definition.lines]
        text = f"class {name}(Model):\n" + "".join(f"    {line}\n" for line in lines or ["pass"])
        planned = ast.parse(text if definition.is_class else "\n".join(lines)).body[0]
        if ast.dump(planned) != ast.dump(statement):
            raise ModelsError(f"{name}: emitted is {ast.unparse(planned)}, the engine writes {ast.unparse(statement)}")


def phrases(templates: Path) -> dict[str, str]:
    """Give what the engine writes for each kind of schema, with `{0}` and `{1}` where its parts go."""
    part, other = _ref("PartZero"), _ref("PartOne")
    types: dict[str, JSON] = {
        "any": {},
        "array": {"type": "array", "items": part},
        "boolean": {"type": "boolean"},
        "enum": {"type": "string", "enum": ["value zero"]},
        "integer": {"type": "integer"},
        "null": {"type": "null"},
        "number": {"type": "number"},
        "object": {"type": "object", "additionalProperties": part},
        "string": {"type": "string"},
        "string binary": {"type": "string", "format": "binary"},
        "string date": {"type": "string", "format": "date"},
        "union": {"anyOf": [part, other]},
    }
    limits: dict[str, JSON] = {
        f"{kind} {keyword}": {**types[kind], keyword: value}
        for kind, keyword, value in (
            *(("array", keyword, 1001) for keyword in ("minItems", "maxItems")),
            *(("integer", keyword, 1001) for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")),
            ("integer", "multipleOf", 1001),
            *(
                ("number", keyword, 1001.5)
                for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
            ),
            *(("string", keyword, 1001) for keyword in ("minLength", "maxLength")),
            ("string", "pattern", "value zero"),
        )
    }
    tagged = {"type": "object", "required": ["kind"]}
    components: dict[str, JSON] = {
        "PartZero": {**tagged, "properties": {"kind": {"type": "string", "enum": ["zero"]}}},
        "PartOne": {**tagged, "properties": {"kind": {"type": "string", "enum": ["one"]}}},
        "NameZero": part,
    }
    mapping = {"zero": part["$ref"], "one": other["$ref"]}
    union = {"anyOf": [part, other], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    asked: dict[str, JSON] = {**types, **limits, "discriminator": union}
    fields: dict[str, JSON] = {f"asked_{number}": schema for number, schema in enumerate(asked.values())}
    properties = {**fields, "value zero": part, "optional": part}
    components["Asked"] = {"type": "object", "required": [*fields, "value zero"], "properties": properties}
    source, _ = _run(components, [], templates)
    nodes = dict(_annotated(source))
    said = {name: ast.unparse(nodes[field].annotation) for name, field in zip(asked, fields, strict=True)}
    named, optional = nodes["value_zero"], nodes["optional"]
    found = {name: said[name] for name in types} | {name: _argument(said[name]) for name in [*limits, "discriminator"]}
    found["name"] = _argument(ast.unparse(named.annotation))
    found["annotated"] = ast.unparse(named.annotation).replace(found["name"], "PartOne")
    found["optional"] = ast.unparse(optional.annotation)
    found["optional field"] = (
        ast.unparse(optional).replace(found["optional"], "PartOne").replace("optional", "PartZero")
    )
    found["required field"] = (
        ast.unparse(nodes["asked_0"]).replace(said["any"], "PartOne").replace("asked_0", "PartZero")
    )
    alias = ast.unparse(nodes["NameZero"])
    found["alias"] = alias.replace("PartZero", "PartOne").replace("NameZero", "PartZero")
    # The engine writes a closed tuple only with flags that change everything else; this is Python's own spelling.
    found["tuple"] = "tuple[PartZero]"
    return {name: _marked(text) for name, text in sorted(found.items())}


def _marked(phrase: str) -> str:
    for mark, words in (("{0}", ("PartZero", "'value zero'", "'kind'", "1001.5", "1001")), ("{1}", ("PartOne",))):
        for word in words:
            phrase = phrase.replace(word, mark)
    return phrase


def _argument(annotation: str) -> str:
    """Give what `Field` is called with."""
    return annotation.partition("Field(")[2].removesuffix(")]")


def _annotated(source: str) -> Iterator[tuple[str, ast.AnnAssign]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node


def _ref(name: str) -> JSON:
    return {"$ref": f"#/components/schemas/{name}"}


def _run(
    components: Mapping[str, JSON],
    shapes: Sequence[Shape],
    templates: Path,
) -> tuple[str, list[dict[str, Any]]]:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": {
            "schemas": {
                **components,
                "DateTime": {"type": "string", "format": "date-time"},
                "FileInput": {"type": "string", "format": "binary"},
            }
        },
    }
    renamed = ((shape, field) for shape in shapes for field in shape.fields if field.name != field.wire.raw)
    names = {f"{shape.name}.{field.wire.raw}": str(field.name) for shape, field in renamed}
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
            # Else it reads the pyproject.toml around the current folder.
            settings_path=Path(folder),
            base_class=f"{_RUNTIME}.Model",
            type_overrides={"DateTime": f"{_RUNTIME}.DateTime", "FileInput": f"{_MULTIPART}.FileInput"},
            aliases=names,
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


def _check_account(shapes: Sequence[Shape], account: Sequence[Mapping[str, Any]], others: set[str]) -> None:
    """Compare the engine's own account with the plan, class by class and field by field."""
    told = {str(model["source_ref"]): model for model in account}
    for shape in shapes:
        model = told.pop(f"#/components/schemas/{shape.name}", None)
        if model is None or model["class_name"] != shape.name:
            raise ModelsError(f"{shape.name} was planned and {model and model['class_name']} written")
        if shape.is_class:
            planned = [(f.wire.raw, str(f.name), f.required) for f in shape.fields]
            written = [(f["original_name"], f["name"], f["required"]) for f in model["fields"]]
            if planned != written:
                raise ModelsError(f"the fields of {shape.name} were planned as {planned} and written as {written}")
    for name in ("DateTime", "FileInput", *others):
        told.pop(f"#/components/schemas/{name}", None)
    if told:
        raise ModelsError(f"classes nobody planned: {', '.join(sorted(told))}")


def _statements(source: str, planned: set[str], others: set[str]) -> Iterator[tuple[str, ast.stmt]]:
    """Go through the definitions of the engine's module; a statement that is neither planned nor idle is an error."""
    left = set(planned)
    for statement in ast.parse(source).body:
        name = _defined(statement)
        if name in left:
            left.remove(name)
            yield name, statement
        elif name not in others and not _is_idle(statement):
            raise ModelsError(f"a statement nobody planned: {ast.unparse(statement)[:80]}")
    if left:
        raise ModelsError(f"planned and not written: {', '.join(sorted(left))}")


def _defined(statement: ast.stmt) -> str:
    match statement:
        case ast.ClassDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


def _is_idle(statement: ast.stmt) -> bool:
    """Whether a statement may be left out: imports, which we write ourselves, and rebuilding, which pydantic defers."""
    if isinstance(statement, ast.ImportFrom):
        allowed = _IMPORTS.get(statement.module or "", set())
        if statement.module != "__future__" and not {alias.name for alias in statement.names} <= allowed:
            raise ModelsError(f"an import nobody allowed: {ast.unparse(statement)}")
        return True
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr="model_rebuild"))):
            return True
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
