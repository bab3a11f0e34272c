"""Gives arguments the policies that they are made of, where every part of these is known.

A plan keeps a document for later as soon as it depends on something that is made now, even where no part of it does;
a folder of HCL has no documents at all, only their statements.
"""

from __future__ import annotations

import re
from typing import Any

from ..iac.code import Code
from ..iac.declared import Declared
from ..iac.policy_documents import text_of
from ..iac.value import Unknown

_DOCUMENT = "data.aws_iam_policy_document"
_TEXTS = ("json", "minified_json")
_TOKEN = re.compile(r"<[^<>\s]+>")


def complete(code: Code) -> None:
    """Write each policy that is wholly known into the arguments that refer to it."""
    if code.of(_DOCUMENT):
        for resource in code.resources:
            for name, value in resource.values.items():
                if isinstance(value, Unknown) and _is_document(value):
                    _settle(code, resource, name, value)


def _is_document(value: Unknown) -> bool:
    return len(value.references) == 1 and value.references[0].attribute in _TEXTS


def _settle(code: Code, resource: Declared, name: str, value: Unknown) -> None:
    text = text_of(code, resource, value, name)
    if isinstance(text, str) and not _TOKEN.search(text):
        values: Any = resource.values
        values[name] = text
