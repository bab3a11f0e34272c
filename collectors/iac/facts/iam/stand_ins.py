"""ARNs in place of tokens, so that a policy shows on what sort of resource it speaks."""

from __future__ import annotations

from ...code import Code
from ...declared import Declared
from ..tokens import references_of

_RESOURCES = {
    "aws_iam_role": "iam::{account}:role/",
    "aws_iam_user": "iam::{account}:user/",
    "aws_iam_group": "iam::{account}:group/",
    "aws_iam_policy": "iam::{account}:policy/",
    "aws_lambda_function": "lambda:*:{account}:function:",
}
_ATTRIBUTES = ("arn", "id", "name", "bucket", "invoke_arn", "qualified_arn")


def stand_in(code: Code, declared: Declared) -> str:
    """Return an ARN that is like the one the resource will have."""
    resource = _RESOURCES.get(declared.type.removeprefix("data."), f"{declared.type}:::")
    name = declared.values.get("function_name" if declared.type == "aws_lambda_function" else "name")
    shown = name if isinstance(name, str) and name else declared.token("arn")
    return "arn:aws:" + resource.format(account=code.account_of(declared) or "*") + shown


def with_stand_in(code: Code, user: Declared, text: str) -> str | None:
    """Return a resource of a policy with an ARN for the token that it begins with; None where it may be anything."""
    if not text.startswith("<"):
        return text
    token, _, rest = text.partition(">")
    references = references_of(f"{token}>")
    found = code.resolve(references[0], user) if references and references[0].attribute in _ATTRIBUTES else []
    return stand_in(code, found[0]) + rest if found else None
