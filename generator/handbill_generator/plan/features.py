"""Name the parts of the runtime that a package needs; what it does not need is not emitted.

In: the methods and the credentials of a package.  Out: words that the templates ask for.
Never: decides what a part does.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbill_generator.plan.model import Credential, Method, Resource


def features_of(planned: tuple[Resource, ...], credentials: tuple[Credential, ...]) -> frozenset[str]:
    """Name the parts of the runtime that this package needs."""
    methods = [method for resource in planned for method in resource.methods]
    found: set[str] = {argument.place for method in methods for argument in method.arguments}
    found |= {name for method in methods for place in method.styles for name in ("styles", f"styles:{place}")}
    found |= {"whole_query" for method in methods for a in method.arguments if a.style.startswith("whole")}
    found |= {"fixed_query" for method in methods if "?" in method.path.raw}
    found |= {"base_url" for method in methods if method.base_url}
    found |= {"idempotency_key" for method in methods if method.idempotency_key}
    found |= {"additional" for method in methods if method.at("additional")}
    found |= {"redirect" for method in methods for result in method.results if result.annotation == "Redirect"}
    found |= set(_body_features(methods))
    found |= {"pages" for method in methods if method.pages}
    found |= {"optional_body" for m in methods if m.body and m.body.spread and not m.body.required}
    found |= {"spread" for method in methods if method.body and method.body.spread}
    found |= {f"credential:{credential.kind}" for credential in credentials}
    return frozenset(found)


def _body_features(methods: list[Method]) -> Iterable[str]:
    """Name the parts of the runtime that read and write other bodies than JSON."""
    for method in methods:
        annotations = [result.annotation for result in method.results]
        yield from (f"body:{body.kind}" for body in method.bodies)
        yield from ("other_bodies" for body in method.bodies if body.kind != "json")
        yield from ("forms" for body in method.bodies if body.kind in ("form", "multipart"))
        yield from ("uploads" for body in method.bodies if body.kind in ("multipart", "lines", "bytes"))
        yield from (["content_type"] if method.content_type else [])
        yield from (["by_type"] if any(len(found) > 1 for found in method.answers.values()) else [])
        yield from (["maybe_empty"] if "None" in annotations and set(annotations) != {"None"} else [])
        for annotation in annotations:
            generic, _, inner = annotation.removesuffix("]").partition("[")
            if found := {"EventStream": "events", "JSONLines": "lines"}.get(generic):
                yield from ("streams", found)
            if "str" in (generic, inner):
                yield "text"
