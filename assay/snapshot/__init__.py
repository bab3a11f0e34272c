"""Snapshots: resources, ledger and manifest on disk; schema-checked, without null, whole or not there."""

FORMAT = "assay.snapshot/1"
EXACT = 2**53 - 1
"""Beyond this an integer is not the same number in every JSON reader."""
