"""The one implementation of `Directory`: the library ldap3, which no other module knows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from assay.collector import CollectorFailed

from .directory import Cut, Directory, Entry, Query, Referral
from .refusals import NO_LDAP, code, lost, not_bound, not_open
from .target import Target

#: Pages of one answer; a server that sends more goes in a circle.
MOST_PAGES = 100_000
#: What a server says of itself.
_ABOUT = ("vendorName", "supportedCapabilities")
_NOTHING = ["1.1"]


class Ldap3:
    """An open connection of ldap3; it is set to read only and follows no referral."""

    def __init__(self, connection: Any, page: int) -> None:
        self._connection = connection
        self._socket = connection.socket
        self._page = page

    def about(self) -> Entry:
        """Return the root DSE."""
        query = Query("root DSE", "", "(objectClass=*)", _ABOUT, "base")
        return next((found for found in self.search(query) if isinstance(found, Entry)), Entry("", {}))

    def whoami(self) -> str:
        """Return as whom the server knows the reader."""
        try:
            return str(self._connection.extend.standard.who_am_i() or "")
        except _errors():
            return ""

    def search(self, query: Query) -> Iterator[Entry | Referral | Cut]:
        """Yield what is found, page by page."""
        cookie: bytes | None = None
        for _ in range(MOST_PAGES):
            try:
                result, response, cookie = self._ask(query, cookie)
            except _errors() as error:
                yield _cut(error)
                return
            for item in response:
                if item["type"] == "searchResEntry":
                    shown = {name.lower(): values for name, values in item["raw_attributes"].items() if values}
                    yield Entry(item["dn"], shown)
                elif item["type"] == "searchResRef":
                    yield from (Referral(url) for url in item["uri"])
            if result and not (query.at_most and result == 4):
                name, reason = code(result)
                yield Cut(reason, name)
                return
            if not cookie:
                return
        yield Cut("corrupt", "pages without end")

    def close(self) -> None:
        """End the connection."""
        with contextlib.suppress(*_errors()):  # it may be gone already
            self._connection.unbind()
        # The library forgets the socket of a broken connection without closing it.
        self._socket.close()

    def _ask(self, query: Query, cookie: bytes | None) -> tuple[int, list[Any], bytes | None]:
        """Ask for one page; an entry that is named, and a handful, need none."""
        paged = query.scope == "subtree" and not query.at_most
        self._connection.search(
            query.base,
            query.filter,
            {"base": "BASE", "subtree": "SUBTREE"}[query.scope],
            attributes=list(query.attributes) or _NOTHING,
            size_limit=query.at_most,
            paged_size=self._page if paged else None,
            paged_cookie=cookie,
        )
        controls = self._connection.result.get("controls") or {}
        page = controls.get("1.2.840.113556.1.4.319", {}).get("value", {})
        return self._connection.result["result"], self._connection.response or [], page.get("cookie")


def _errors() -> tuple[type[Exception], ...]:
    """Return what the library raises, on answers that are no LDAP too."""
    from ldap3.core.exceptions import LDAPException
    from pyasn1.error import PyAsn1Error  # type: ignore[import-untyped]  # it brings no types

    return (LDAPException, PyAsn1Error, OSError, ValueError, LookupError, TypeError, RecursionError)


def _words(error: Exception) -> str:
    from ldap3.core.exceptions import LDAPException

    return str(error) if isinstance(error, LDAPException | OSError) else NO_LDAP


def _cut(error: Exception) -> Cut:
    if "Filter" in type(error).__name__:
        return Cut("unsupported", "the filter cannot be read; correct it in assay.yaml")
    return Cut(lost(_words(error))[0], "connection")


def connect(target: Target) -> Directory:
    """Connect, make TLS and log on; raises `CollectorFailed`."""
    try:
        import ldap3
    except ImportError:
        raise CollectorFailed("unsupported", "needs ldap3; pip install 'assay[identity]'") from None
    failure: CollectorFailed
    connection = opened = None
    try:
        connection = _connection(ldap3, target)
        connection.open(read_server_info=False)
        opened = connection.socket
        if target.starttls:
            connection.start_tls(read_server_info=False)
        if connection.bind():
            return Ldap3(connection, target.page)
        failure = not_bound(connection.result["result"])
    except _errors() as error:
        failure = not_open(_words(error))
    for left in (opened, connection and connection.socket):
        if left is not None:
            left.close()
    # Raised from here it does not carry the library's own words as its context.
    raise failure


def _connection(ldap3: Any, target: Target) -> Any:
    """Make a connection that is not open yet."""
    server = ldap3.Server(
        target.url,
        get_info=ldap3.NONE,
        tls=_tls(ldap3, target),
        connect_timeout=target.seconds,
        mode=ldap3.IP_SYSTEM_DEFAULT,
    )
    log_on: dict[str, Any] = {"authentication": ldap3.ANONYMOUS}
    if target.external:
        log_on = {"authentication": ldap3.SASL, "sasl_mechanism": ldap3.EXTERNAL, "sasl_credentials": ()}
    elif target.bind_dn:
        log_on = {"authentication": ldap3.SIMPLE, "user": target.bind_dn, "password": target.password}
    return ldap3.Connection(
        server,
        **log_on,
        client_strategy=ldap3.SYNC,
        read_only=True,
        auto_referrals=False,
        auto_range=True,
        check_names=False,
        raise_exceptions=False,
        receive_timeout=target.seconds,
    )


def _tls(ldap3: Any, target: Target) -> Any:
    """Return TLS of ldap3 that leaves the making of it to Python, which verifies host names and addresses."""
    context = target.tls
    if context is None:
        return None

    def wrap_socket(_: Any, connection: Any, do_handshake: bool = False) -> None:
        connection.socket = context.wrap_socket(connection.socket, server_hostname=target.host)

    return type("Verified", (ldap3.Tls,), {"wrap_socket": wrap_socket})()
