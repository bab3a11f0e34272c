"""Secrets that arguments hold, by where their values come from; never the values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assay.collector import Output, Resource

from ..code import Code
from ..declared import Declared

KINDS: Sequence[str] = ("credential",)

#: The last word of an argument to the kind of secret.
_SORTS = {
    "password": "password",
    "passwd": "password",
    "passphrase": "password",
    "token": "token",
    "access_key": "access_key",
    "secret_key": "access_key",
    "ssh_key": "ssh_key",
}


def build(code: Code, out: Output) -> None:
    """State one record for each argument that holds a secret."""
    if not code.complete:
        out.incomplete(KINDS[0], "partial")
    for declared in code.resources:
        for record in _records(code, declared):
            out.resource(KINDS[0], record)


def _records(code: Code, declared: Declared) -> Iterator[Resource]:
    for path, origin in declared.origins.items():
        address = f"{declared.address}.{path}"
        record = Resource(f"{code.prefix}:{address}", address, location=declared.place)
        record.state("code_address", address)
        # What code writes into a service is the service's: it opens no account of the estate.
        record.state("account_id", "none")
        sort = next((sort for word, sort in _SORTS.items() if path.endswith(word)), None)
        if sort is not None:
            record.state("kind", sort)
        if origin == "unknown":
            record.miss("value_source", "not_in_source", "the expression that sets it")
        else:
            record.state("value_source", origin)
        yield record
