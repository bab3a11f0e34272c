"""Policy documents read as facts: what they deny to all, and whom they let in; pure functions."""

from .denials import denies_insecure_transport, denies_unencrypted_put
from .document import Condition, MalformedPolicy, Statement, parse, parse_identity
from .grantees import account_of, grantees
from .key_rights import administrators, lets_in, users

__all__ = [
    "Condition",
    "MalformedPolicy",
    "Statement",
    "account_of",
    "administrators",
    "denies_insecure_transport",
    "denies_unencrypted_put",
    "grantees",
    "lets_in",
    "parse",
    "parse_identity",
    "users",
]
