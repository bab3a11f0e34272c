"""Collectors: one module per source; each reads, none judges."""

#: The names that `collector:` may take in `assay.yaml`.
NAMES = ("aws", "cloudformation", "hr_roster", "postgresql", "recorded", "register", "terraform")
