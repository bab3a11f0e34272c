"""Snapshots: resources, ledger and manifest on disk; schema-checked, without null, whole or not there."""

FORMAT = "assay.snapshot/1"
SEAL = "manifest.sha256"
"""The file that holds the digest of the manifest, as `sha256sum -c` reads it."""
EXACT = 2**53 - 1
"""Beyond this an integer is not the same number in every JSON reader."""
