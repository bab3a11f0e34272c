"""What an entry with `collector: ldap` may say in `assay.yaml`."""

from __future__ import annotations

from typing import Any

from ..identity import kinds, persons

SECONDS = 30
PAGE = 500
NUMBERS = ("employeeNumber", "employeeID")
MAILS = ("mail", "proxyAddresses", "mailAlternateAddress")
OWNERS = ("managedBy", "owner", "manager")

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}

OPTIONS: dict[str, Any] = {
    "required": ["url", "base"],
    "properties": {
        "url": {"type": "string", "pattern": "^ldap(s|i)?://", "description": "ldaps://HOST, ldap://HOST (StartTLS)"},
        "base": {**_TEXT, "description": "the entry below which accounts and groups are read"},
        "bind_dn": {**_TEXT, "description": "as whom to read: a DN, or user@domain on Active Directory"},
        "password": {**_TEXT, "description": "of bind_dn, by ${ENV}"},
        "sasl": {"enum": ["external"], "description": "known by the certificate or the local socket"},
        "certificate": {**_TEXT, "description": "file of the own certificate, for sasl: external"},
        "key": {**_TEXT, "description": "file of its key"},
        "ca": {**_TEXT, "description": "file of the authorities; default: those of the system"},
        "tls": {"enum": ["verified", "unverified", "none"], "description": "default verified; others are told"},
        "timeout": {"type": "integer", "minimum": 1, "description": "seconds for one answer, default 30"},
        "page_size": {"type": "integer", "minimum": 1, "maximum": 10_000, "description": "default 500"},
        "dialect": {"enum": ["active_directory", "openldap", "ds389"], "description": "default: what the server says"},
        "accounts": {**_TEXT, "description": "filter that accounts fit; default by dialect"},
        "groups": {**_TEXT, "description": "filter that groups fit; default by dialect"},
        "name": {**_TEXT, "description": "attribute that names an account; default by dialect"},
        "disabled": {**_TEXT, "description": "filter that disabled accounts fit; default by dialect"},
        "shadow_expire": {
            "type": "boolean",
            "description": "shadowExpire ends an account: only Unix asks this directory",
        },
        "numbers": {**_TEXTS, "description": "attributes with the employee number; default employeeNumber, employeeID"},
        "mails": {**_TEXTS, "description": "attributes with e-mail addresses; default mail and its aliases"},
        "owners": {**_TEXTS, "description": "attributes with the DN of the owner; default managedBy, owner, manager"},
        "loose": persons.OPTION,
        "complete": {"type": "boolean", "description": "an account belongs to nobody whom it does not name"},
        "kinds": kinds.option(name="pattern of the name", under="pattern of the DN"),
        "privileged_groups": {**_TEXTS, "description": "names or DNs of the groups with administrative rights"},
        "witnesses": {**_TEXTS, "description": "DNs that must be in sight for the accounts to count as read wholly"},
    },
}
