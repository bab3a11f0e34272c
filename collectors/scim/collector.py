"""The collector of one SCIM server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from assay.collector import CollectorFailed, Outcome, Output, Probe, Source

from . import groups as groups_of
from . import httpx2_server
from .accounts import Accounts
from .options import OPTIONS, PAGE
from .paging import Listing
from .people import People
from .server import Endpoint, Refused, Server
from .target import Target, target_of
from .values import Deviations, lowered, several

_OUTCOMES: dict[str, Outcome] = {"denied": "denied", "timeout": "timeout", "unsupported": "unsupported"}
_NEEDED_FOR: Mapping[Endpoint, Sequence[str]] = {
    "Users": ("identity_account",),
    "Groups": tuple(f"identity_account.{name}" for name in ("groups", "group_ids", "privileged")),
}


class Scim:
    """Reads users and groups; never a password, a picture or a postal address."""

    name = "scim"
    basis = "observed"
    options: Mapping[str, Any] = OPTIONS
    permissions: Sequence[str] = ("GET /Users", "GET /Groups (with members)")

    def __init__(self, connect: Callable[[Target], Server] = httpx2_server.connect) -> None:
        self._connect = connect

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kind that every server feeds."""
        return ("identity_account",)

    def collect(self, source: Source, out: Output) -> None:
        """Read groups first, then the users."""
        deviations, count = Deviations(), int(source.options.get("page_size", PAGE))
        with self._server(source) as server:
            groups = Listing(server, "Groups", count, deviations)
            users = Listing(server, "Users", count, deviations)
            accounts = Accounts(
                source=source.name,
                zone=source.zone,
                groups=groups_of.read(groups),
                people=People(source.options, deviations),
                deviations=deviations,
                privileged_groups=source.options.get("privileged_groups", ()),
            )
            found = accounts.write(users, out)
        for listing in (groups, users):
            _tell(listing, out)
        if users.broken and not found:
            raise CollectorFailed(users.broken[0], f"Users could not be read ({users.broken[1]}): {users.advice}")
        if users.broken:
            out.incomplete("identity_account", users.broken[0], f"Users: {users.broken[1]}")
        for line in deviations.notes():
            out.note(line)

    def probe(self, source: Source) -> Iterable[Probe]:
        """Try to read one user and one group."""
        try:
            with self._server(source) as server:
                for endpoint, needed_for in _NEEDED_FOR.items():
                    yield _try(server, endpoint, needed_for)
        except CollectorFailed as failed:
            yield Probe("connect", "failed", str(failed))

    @contextmanager
    def _server(self, source: Source) -> Iterator[Server]:
        server = self._connect(target_of(source))
        try:
            yield server
        finally:
            server.close()


def _tell(listing: Listing, out: Output) -> None:
    """Write the ledger, and what stands in the way of a whole list."""
    reason, code = listing.broken or ("", "")
    out.read(f"GET {listing.endpoint}", listing.endpoint, _OUTCOMES.get(reason, "error") if reason else "ok", code)
    if listing.broken:
        out.note(f"{listing.endpoint} could not be read wholly ({code}){f': {listing.advice}' * bool(listing.advice)}")


def _try(server: Server, endpoint: Endpoint, needed_for: Sequence[str]) -> Probe:
    what = f"GET /{endpoint}"
    try:
        page = lowered(server.list(endpoint, {"count": 1}), Deviations())
    except Refused as refused:
        told = f"{refused.code}: {refused.advice}"
        return Probe(what, "missing" if refused.reason == "denied" else "failed", told, needed_for)
    shown = [item for item in several(page.get("resources")) if isinstance(item, dict)]
    if endpoint == "Users" and shown and "active" not in shown[0]:
        return Probe(what, "missing", "users come without active", ["identity_account.enabled"])
    return Probe(what, "ok")
