"""The formats that somebody has defined.

Source: the Format Registry of the OpenAPI Initiative; JSON Schema 2020-12 validation, section 7.3.
"""

from __future__ import annotations

FORMATS = frozenset(
    "base64url binary byte char commonmark date date-time decimal decimal128 double double-int duration email "
    "float html hostname http-date idn-email idn-hostname int8 int16 int32 int64 ipv4 ipv6 iri iri-reference "
    "json-pointer media-range password regex relative-json-pointer sf-binary sf-boolean sf-decimal sf-integer "
    "sf-string sf-token time time-local date-time-local uint8 uint16 uint32 uint64 unixtime uri uri-reference "
    "uri-template uuid".split()
)
"""Names of formats; another one is an annotation that tells a reader something, and a generator nothing."""
