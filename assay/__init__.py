"""Assay: audits how an organisation protects customer data. Silence is not a pass."""

__version__ = "0.1.0"
