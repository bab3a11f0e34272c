"""SCIM 2.0: reads the users and groups of one identity provider, and changes nothing.

`server` is the narrow interface to it, `httpx2_server` alone knows the libraries behind it.
"""

from __future__ import annotations

from assay.collector import Collector


def __getattr__(name: str) -> Collector:
    """Make `COLLECTOR` when it is asked for: other modules of this package are of use without all of it."""
    if name != "COLLECTOR":
        raise AttributeError(name)
    from .collector import Scim

    return Scim()
