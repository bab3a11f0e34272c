"""The account that code runs in, as texts name it."""

from __future__ import annotations

import re

from ...code import Code
from ...declared import Declared

# The account that code runs in is that of its roles, unless a provider says otherwise.
_OWN = re.compile(r"<(?:[^<>]*aws_caller_identity[^<>]*\.(?:account_id|id)|AWS(?:::|\.)AccountId)>")
_PARTITION = re.compile(r"<(?:[^<>]*aws_partition[^<>]*\.(?:partition|id)|AWS(?:::|\.)Partition)>")

HERE = "<AWS::AccountId>"
"""Stands for the own account where its number is not known."""


def with_own_account(code: Code, declared: Declared, text: str, unknown: str = HERE) -> str:
    """Return a text with the own account and partition in place of what stands for them.

    `unknown` stands for the account where its number is not known.
    """
    if "<" not in text:
        return text
    return _PARTITION.sub(code.partition_of(declared), _OWN.sub(code.account_of(declared) or unknown, text))
