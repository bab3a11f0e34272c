"""The id of a row: the one that it states, else one made from what tells it from other rows of its kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..identity import persons
from . import fold

#: What tells rows apart where their names do not. Kinds that are not listed go by `name`.
KEYS: Mapping[str, tuple[str, ...]] = {
    "access_grant": ("principal_id", "resource_id", "actions"),
    "access_review": ("performed_at", "scope_ids"),
    "accountability_record": ("kind", "period", "decided_at"),
    "audit": ("kind", "performed_at", "scope_ids"),
    "backup": ("source_id", "created_at"),
    "confidentiality_agreement": ("party_id", "signed_at"),
    "credential": ("account_id", "kind", "created_at"),
    "data_share": ("kind", "asset_ids", "executed_at"),
    "database_column": ("table_id", "name"),
    "database_role": ("database_id", "name"),
    "database_table": ("database_id", "name"),
    "destruction_record": ("asset_id", "due_at"),
    "drill": ("plan_id", "performed_at"),
    "identity_account": ("directory", "name"),
    "incident_notification": ("incident_id", "audience", "sequence"),
    "lifecycle_rule": ("bucket_id", "prefix"),
    "network_rule": ("direction", "protocol", "cidr", "port_from", "port_to"),
    "responsibility": ("duty", "staff_id"),
    "risk_assessment": ("kind", "performed_at", "scope_ids"),
    "training_record": ("staff_id", "course_id", "completed_at"),
    "vendor_contract": ("vendor_id", "signed_at"),
    "vulnerability": ("resource_id", "class", "found_at"),
    "vulnerability_scan": ("kind", "performed_at", "scope_ids"),
}
OTHERWISE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "confidentiality_agreement": (("party_name", "signed_at"), ("document_sha256",)),
    "vendor_contract": (("vendor_name", "signed_at"), ("document_sha256",)),
}
"""What else tells rows apart, where one does not give the fields of `KEYS`."""
_PERSON = ("employee_number",)


@dataclass(frozen=True)
class Identity:
    """What a resource is called."""

    id: str
    name: str
    aliases: list[str]


def key(kind: str) -> tuple[str, ...]:
    """Return the fields that make the id of a kind where a row states none."""
    return _PERSON if kind == "staff_member" else KEYS.get(kind, ("name",))


def identify(kind: str, source: str, facts: Mapping[str, object], loose: Collection[str] = ()) -> Identity | None:
    """Return the identity that facts give, or None where they do not suffice."""
    called = _label(facts, ("id",)) or _made(kind, source, facts)
    if called is None:
        return None
    listed = facts.get("aliases", [])
    aliases = [*(listed if isinstance(listed, list) else []), *_person(facts, loose)]
    name = _label(facts, ("name",)) or _label(facts, key(kind)) or called
    return Identity(called, name, [alias for alias in dict.fromkeys(aliases) if alias != called])


def _made(kind: str, source: str, facts: Mapping[str, object]) -> str | None:
    if kind == "organization":
        return kind
    labels = (_label(facts, names) for names in (key(kind), *OTHERWISE.get(kind, ())))
    label = next((label for label in labels if label is not None), None)
    if label is None:
        return None
    return f"staff:{fold.width(label)}" if kind == "staff_member" else f"{kind}:{source}:{label}"


def _label(facts: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """Return the values of some fields as one text, or None where one of them says nothing."""
    if not all(name in facts for name in names):
        return None
    values = [facts[name] for name in names]
    texts = ["+".join(map(str, value)) if isinstance(value, list) else str(value) for value in values]
    return "/".join(texts) if "" not in texts and texts != ["none"] else None


def _person(facts: Mapping[str, object], loose: Collection[str]) -> list[str]:
    """Return by what else a person is known: as elsewhere an account or a register names them."""
    number, mail = _label(facts, ("employee_number",)), _label(facts, ("email",))
    spelled = [
        f"{before}{name}"
        for name in dict.fromkeys((number, fold.width(number)) if number else ())
        for before in ("staff:", "hr:", "")
    ]
    return [*spelled, *persons.keys([number or ""], [mail or ""], loose)]
