"""Amendments and the contracts that they change, among the documents of one folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from .amendments import Base
from .detect import Contract


def base_id(amendment: Contract, contracts: Mapping[str, Contract]) -> str | None:
    """Return the id of the contract that an amendment changes: by its number, else by its day and its vendor."""
    base = amendment.base
    if base is None:
        return None
    bases = {
        id: contract for id, contract in contracts.items() if contract.base is None and contract.kind == amendment.kind
    }
    numbered = [
        id for id, contract in bases.items() if _has_number(contract, base) and _vendors_agree(contract, amendment)
    ]
    dated = [id for id, contract in bases.items() if _has_day(contract, base) and _is_of_vendor(contract, amendment)]
    found = numbered or dated
    return found[0] if len(found) == 1 else None


def _has_number(contract: Contract, base: Base) -> bool:
    return base.number != "" and _folded(contract.number) == _folded(base.number)


def _has_day(contract: Contract, base: Base) -> bool:
    """Say whether a contract was signed on the day that is named, and has no other number than the one named."""
    other = base.number and contract.number and _folded(contract.number) != _folded(base.number)
    return base.signed is not None and not other and _value(contract, "signed_at") == base.signed.isoformat()


def _is_of_vendor(contract: Contract, amendment: Contract) -> bool:
    named = all(_value(item, "vendor_name") for item in (contract, amendment))
    return named and _vendors_agree(contract, amendment)


def _vendors_agree(contract: Contract, amendment: Contract) -> bool:
    """Say whether both name one vendor; one that names none contradicts nobody."""
    names = {_folded(_value(item, "vendor_name")) for item in (contract, amendment)} - {""}
    return len(names) < 2


def _value(contract: Contract, field: str) -> str:
    found = contract.fields.get(field)
    return str(found.value) if found else ""


def _folded(text: str) -> str:
    """Return a name or number as it is compared: width, case, blanks and punctuation do not count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
