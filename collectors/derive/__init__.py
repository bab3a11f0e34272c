"""Derived facts: one module per kind, run between collecting and judging."""
