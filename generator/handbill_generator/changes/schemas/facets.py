"""What each kind of change of a schema means, for `handbill diff --explain`.

In: nothing.  Out: words by facet.
Never: repeats what the level says.
"""

from __future__ import annotations

from collections.abc import Mapping

FACETS: Mapping[str, str] = {
    "type": "The types of JSON that are accepted. An integer is a number; no type at all is any type; alternatives of "
    "different types are one list of types. (JSON Schema validation 2020-12, section 6.1.1)",
    "nullable": "Whether null is accepted, however that is written: nullable, a list of types, an alternative, or "
    "null in an enum. (OpenAPI 3.1.0, section 4.8.24)",
    "enum": "The values that are accepted. A const is an enum of one value; x-extensible-enum says that more may come, "
    "so a value that comes is expected there. (JSON Schema validation 2020-12, sections 6.1.2 and 6.1.3)",
    "limit": "How large, long or many. A limit that every value keeps, such as minLength 0, is none; multiples are "
    "compared by division. (JSON Schema validation 2020-12, sections 6.2 to 6.5)",
    "pattern": "The regular expression that a string must match. Patterns are not run: of two that differ, each "
    "may accept what the other refuses. (JSON Schema validation 2020-12, section 6.3.3)",
    "format": "What a string or number stands for. Known formats are taken as limits, int32 being inside of int64; "
    "others are words. (JSON Schema validation 2020-12, section 7.3; the OpenAPI format registry)",
    "content": "What a string holds inside: its media type, encoding or schema. No validator refuses a value for "
    "it, but who reads it reads otherwise. (JSON Schema validation 2020-12, section 8)",
    "contains": "What must be among the items of an array, and how often. (JSON Schema core 2020-12, section 10.3.1.3)",
    "property": "A property came or went. What an open object does not name counts as not being there, so an "
    "optional one may be added with any schema. (JSON Schema core 2020-12, section 10.3.2.1)",
    "required": "Whether a property must be there. (JSON Schema validation 2020-12, section 6.5.3)",
    "read-write": "A property that is readOnly is not sent in requests, and one that is writeOnly does not come in "
    "responses, required or not. (OpenAPI 3.1.0, section 4.8.24)",
    "pattern-property": "What properties of certain names must be. (JSON Schema core 2020-12, section 10.3.2.2)",
    "additional": "Whether properties that are not named are accepted. (JSON Schema core 2020-12, section 10.3.2.3)",
    "dependent": "Properties that are needed where another one is. (JSON Schema validation 2020-12, section 6.5.4)",
    "alternatives": "The alternatives of which one must hold. Their order says nothing; one that comes or goes "
    "changes nothing where another accepts the same; oneOf is anyOf where they cannot overlap. (JSON Schema core "
    "2020-12, 10.2.1)",
    "not": "What is refused. Refusing more narrows the whole. (JSON Schema core 2020-12, section 10.2.1.4)",
    "condition": "A schema that holds where another one does. (JSON Schema core 2020-12, section 10.2.2)",
    "default": "What the server takes for a value that is left out. The same request means something else with another "
    "default. (JSON Schema validation 2020-12, section 9.2)",
    "lifecycle": "Whether it should no longer be used, from when it will not be there, and how stable it is: "
    "deprecated, x-sunset, x-stability-level. (JSON Schema validation 2020-12, section 9.3; RFC 8594)",
    "discriminator": "Which property says what an object is, and which schema each of its values leads to. A value "
    "that leads elsewhere is read as something else, though the same objects are accepted. (OpenAPI 3.1.0, section "
    "4.8.25)",
}
