"""Roles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A role: whom it trusts, what it may do. Names are those of `documents.TRUSTS` and `documents.RIGHTS`."""

    trust: tuple[str, ...] = ("service",)
    inline: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    """Policies of the same code."""
    managed: tuple[str, ...] = ()
    """Names of policies that AWS manages."""
