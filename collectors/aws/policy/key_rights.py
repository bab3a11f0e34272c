"""Who administers a key and who uses it, by the statements of its policy.

To administer is to decide on its policy, its state, its rotation or its material. To use is to have it encrypt,
decrypt or sign. Reading about a key is neither, nor is making grants, by which services come to use it.
A Deny counts where it names whom it is for and has no condition: others leave some requests, or some principals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .document import Statement
from .grantees import grantees
from .patterns import covers_text

_ADMINISTER = (
    "kms:putkeypolicy kms:schedulekeydeletion kms:cancelkeydeletion kms:enablekey kms:disablekey "
    "kms:enablekeyrotation kms:disablekeyrotation kms:rotatekeyondemand kms:importkeymaterial "
    "kms:deleteimportedkeymaterial kms:replicatekey kms:updateprimaryregion"
).split()
_USE = (
    "kms:decrypt kms:encrypt kms:reencryptfrom kms:reencryptto kms:generatedatakey "
    "kms:generatedatakeywithoutplaintext kms:generatedatakeypair kms:generatedatakeypairwithoutplaintext kms:sign "
    "kms:verify kms:generatemac kms:verifymac kms:derivesharedsecret"
).split()
_READ = ("kms:describe", "kms:get", "kms:list")


def administrators(statements: Sequence[Statement]) -> set[str]:
    """Return the principals, as written, that administer the key; `*` is everybody."""
    return _principals(statements, _ADMINISTER)


def users(statements: Sequence[Statement]) -> set[str]:
    """Return the principals, as written, that use the key; `*` is everybody."""
    return _principals(statements, _USE)


def lets_in(statements: Iterable[Statement]) -> set[str]:
    """Return the principals, as written, that may do more than read about the key; `*` is everybody."""
    return grantees(s for s in statements if s.excepted_actions or not all(map(_is_reading, s.actions)))


def _is_reading(action: str) -> bool:
    return action.startswith(_READ)


def _principals(statements: Sequence[Statement], actions: Iterable[str]) -> set[str]:
    return set().union(*(_may(statements, action) for action in actions))


def _may(statements: Sequence[Statement], action: str) -> set[str]:
    about = [statement for statement in statements if _is_about(statement, action)]
    allowed = grantees(about)
    for denial in about:
        if denial.denies and not denial.conditions:
            allowed = set() if denial.names_everyone else allowed - {value for _, value in denial.principals}
    return allowed


def _is_about(statement: Statement, action: str) -> bool:
    if statement.excepted_actions:
        return not any(covers_text(pattern, action) for pattern in statement.excepted_actions)
    return any(covers_text(pattern, action) for pattern in statement.actions)
