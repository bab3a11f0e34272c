"""Bucket policies read as facts: what they deny to all, and whom they let in; pure functions."""

from .denials import denies_insecure_transport, denies_unencrypted_put
from .document import MalformedPolicy, Statement, parse
from .grantees import account_of, grantees

__all__ = [
    "MalformedPolicy",
    "Statement",
    "account_of",
    "denies_insecure_transport",
    "denies_unencrypted_put",
    "grantees",
    "parse",
]
