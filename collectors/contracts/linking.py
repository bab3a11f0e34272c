"""Amendments and the contracts that they change, among the documents of one folder."""

from __future__ import annotations

from collections.abc import Mapping

from .detect import Contract


def base_id(amendment: Contract, contracts: Mapping[str, Contract]) -> str | None:
    """Return the id of the contract that an amendment changes: by its number, else by its day and its vendor."""
    base = amendment.base
    bases = {id: contract for id, contract in contracts.items() if contract.base is None}
    if base is None:
        return None
    numbered = [id for id, contract in bases.items() if base.number and contract.number == base.number]
    dated = [
        id
        for id, contract in bases.items()
        if base.signed
        and _value(contract, "signed_at") == base.signed.isoformat()
        and _value(contract, "vendor_name") == _value(amendment, "vendor_name")
    ]
    found = numbered or dated
    return found[0] if len(found) == 1 else None


def _value(contract: Contract, field: str) -> object:
    found = contract.fields.get(field)
    return found.value if found else None
