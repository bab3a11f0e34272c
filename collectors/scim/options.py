"""What an entry with `collector: scim` may say in `assay.yaml`."""

from __future__ import annotations

from typing import Any

from ..identity import kinds, persons

SECONDS = 30
PAGE = 100
NUMBERS = ("employeeNumber",)
MAILS = ("emails", "userName")

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}

OPTIONS: dict[str, Any] = {
    "required": ["url", "token"],
    "properties": {
        "url": {"type": "string", "pattern": "^https?://", "description": "what stands before /Users; https://"},
        "token": {**_TEXT, "description": "bearer token, by ${ENV}"},
        "ca": {**_TEXT, "description": "file of the authorities; default: those of the system"},
        "timeout": {"type": "integer", "minimum": 1, "description": "seconds for one answer, default 30"},
        "page_size": {"type": "integer", "minimum": 1, "maximum": 1_000, "description": "default 100"},
        "numbers": {**_TEXTS, "description": "attributes with the employee number; default employeeNumber"},
        "mails": {**_TEXTS, "description": "attributes with e-mail addresses; default emails, userName"},
        "loose": persons.OPTION,
        "complete": {"type": "boolean", "description": "an account belongs to nobody whom it does not name"},
        "kinds": kinds.option(name="pattern of userName", user_type="pattern of userType"),
        "privileged_groups": {**_TEXTS, "description": "names of the groups with administrative rights"},
    },
}
