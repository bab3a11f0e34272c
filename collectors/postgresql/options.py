"""What an entry with `collector: postgresql` may say in `assay.yaml`."""

from __future__ import annotations

from typing import Any

STATEMENT_SECONDS = 30
CONNECT_SECONDS = 10
SAMPLE_ROWS = 1000
SAMPLE_SECONDS = 5

OPTIONS: dict[str, Any] = {
    "required": ["dsn"],
    "properties": {
        "dsn": {"type": "string", "minLength": 1, "description": "libpq or URL; a password only by ${ENV}"},
        "sslmode": {
            "enum": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"],
            "description": "default verify-full; one in the dsn wins",
        },
        "sslrootcert": {"type": "string", "description": "file of the authorities, or `system`"},
        "databases": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "string"},
            "description": "default: every database that takes connections and is no template",
        },
        "hosting": {"enum": ["self_hosted", "aws", "other_cloud"], "description": "where the server runs"},
        "log_source": {"type": "string", "description": "id of the log_source that takes the server's log"},
        "statement_timeout": {"type": "integer", "minimum": 1, "description": "seconds, default 30"},
        "connect_timeout": {"type": "integer", "minimum": 1, "description": "seconds, default 10"},
        "mapping": {"type": "string", "description": "path of the register of database accounts"},
        "allow_excess": {"type": "boolean", "description": "run as a role that could change the server"},
        "sample": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "enabled": {"type": "boolean"},
                "rows": {"type": "integer", "minimum": 1, "maximum": 100000},
                "seconds": {"type": "integer", "minimum": 1},
            },
            "description": "counts clear text in named columns; no value leaves the server",
        },
    },
}
