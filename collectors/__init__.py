"""Collectors: one module per source; each reads, none judges."""

#: The names that `collector:` may take in `assay.yaml`.
NAMES = (
    "aws",
    "cloudformation",
    "contracts",
    "hr_roster",
    "ldap",
    "postgresql",
    "recorded",
    "register",
    "scim",
    "terraform",
)
