"""Why a server could not be reached, in our words: libpq's may quote a part of a badly written dsn."""

from __future__ import annotations

from assay.collector import CollectorFailed

#: What libpq or the server says, the reason, and what a reader does about it; the first match counts.
WORDS = (
    ("certificate verify failed", "connection_lost", "its certificate is not vouched for; see sslrootcert"),
    ("does not match host name", "connection_lost", "its certificate is for another host name"),
    ("root certificate file", "connection_lost", "name the file of the certificate authority in sslrootcert"),
    ("does not support ssl", "connection_lost", "it offers no TLS; switch TLS on, or set sslmode"),
    ("ssl error", "connection_lost", "TLS failed; see sslrootcert"),
    ("password authentication failed", "denied", "it refused the user name or the password"),
    ("no password supplied", "denied", "it wants a password; give one in the dsn by ${ENV}"),
    ("pg_hba.conf", "denied", "pg_hba.conf does not let this user in from here, or not without TLS"),
    ("permission denied for database", "denied", "the role may not connect; GRANT CONNECT ON DATABASE"),
    ("not permitted to log in", "denied", "the role may not log in"),
    ("does not exist", "denied", "it has no such role or database"),
    ("too many", "limit", "all its connections are taken"),
    ("startup parameter", "unsupported", "connect to the server itself, not through a pooler"),
    ("starting up", "connection_lost", "it is starting up; try again"),
    ("timeout", "timeout", "it did not answer in time; see connect_timeout"),
    ("refused", "connection_lost", "nothing listens there; see host and port of the dsn"),
    ("no such file", "connection_lost", "nothing listens there; see host and port of the dsn"),
    ("translate host name", "connection_lost", "its host name is not known"),
    ("resolve", "connection_lost", "its host name is not known"),
)
NO_CONNECTION = ("connection_lost", "no connection; try psql with the same dsn")


def refused(message: str, *, used_password: bool) -> CollectorFailed:
    """Say why there is no connection."""
    text = message.lower()
    # A server may answer in its own language; then no phrase matches.
    found = ("denied", "it refused the log-in") if used_password else NO_CONNECTION
    for phrase, reason, advice in WORDS:
        if phrase in text:
            found = (reason, advice)
            break
    return CollectorFailed(found[0], f"the server could not be read: {found[1]}")
