"""LDAP: reads the accounts and groups of one directory, Active Directory among them, and changes nothing.

`directory` is the narrow interface to a server, `ldap3_directory` alone knows the library behind it.
"""

from __future__ import annotations

from assay.collector import Collector


def __getattr__(name: str) -> Collector:
    """Make `COLLECTOR` when it is asked for: other modules of this package are of use without all of it."""
    if name != "COLLECTOR":
        raise AttributeError(name)
    from .collector import Ldap

    return Ldap()
