"""What a server refuses, as reasons of unread facts; and why there is no connection, in our words."""

from __future__ import annotations

from assay.collector import CollectorFailed, Outcome

#: Result codes of LDAP to their names and the reason of what stays unread.
CODES = {
    1: ("operationsError", "denied"),  # what Active Directory answers to a reader who has not logged on
    3: ("timeLimitExceeded", "timeout"),
    4: ("sizeLimitExceeded", "limit"),
    8: ("strongerAuthRequired", "denied"),
    10: ("referral", "partial"),
    11: ("adminLimitExceeded", "limit"),
    13: ("confidentialityRequired", "denied"),
    18: ("inappropriateMatching", "unsupported"),
    32: ("noSuchObject", "not_in_source"),
    34: ("invalidDNSyntax", "unsupported"),
    48: ("inappropriateAuthentication", "denied"),
    49: ("invalidCredentials", "denied"),
    50: ("insufficientAccessRights", "denied"),
    51: ("busy", "throttled"),
    52: ("unavailable", "connection_lost"),
    53: ("unwillingToPerform", "unsupported"),
}
OUTCOMES: dict[str, Outcome] = {
    "denied": "denied",
    "timeout": "timeout",
    "unsupported": "unsupported",
    "not_in_source": "absent",
}

NO_LDAP = "what was sent is no LDAP"
#: What the library or OpenSSL says, the reason, and what a reader does about it; the first match counts.
_WORDS = (
    (NO_LDAP.lower(), "corrupt", "what it sends is no LDAP; see url"),
    ("certificate verify failed: hostname", "connection_lost", "its certificate is for another host name"),
    ("certificate verify failed: ip address", "connection_lost", "its certificate is for another host name"),
    ("certificate verify failed: certificate has expired", "connection_lost", "its certificate has expired"),
    ("certificate verify failed: certificate is not yet valid", "connection_lost", "its certificate is not valid yet"),
    ("certificate verify failed", "connection_lost", "its certificate is not vouched for; see ca"),
    ("timed out", "timeout", "it did not answer in time; see timeout"),
    ("temporarily unavailable", "timeout", "it did not answer in time; see timeout"),
    ("starttls failed", "connection_lost", "it offers no StartTLS; use ldaps:// or switch TLS on"),
    ("wrong_version_number", "connection_lost", "it speaks no TLS on this port; use ldap:// for StartTLS"),
    ("unexpected_eof", "connection_lost", "TLS failed; does the port speak TLS?"),
    ("ssl", "connection_lost", "TLS failed; see ca"),
    ("refused", "connection_lost", "nothing listens there; see url"),
    ("no such file", "connection_lost", "nothing listens there; see url"),
    ("name or service not known", "connection_lost", "its host name is not known"),
    ("address", "connection_lost", "its host name is not known"),
)


def code(result: int) -> tuple[str, str]:
    """Return the name of a result code and the reason of what stays unread."""
    return CODES.get(result, (f"result {result}", "unsupported"))


def lost(words: str) -> tuple[str, str]:
    """Return the reason and the remedy for what the library says of a connection."""
    text = words.lower()
    for phrase, reason, advice in _WORDS:
        if phrase in text:
            return reason, advice
    return "connection_lost", "the connection broke; try ldapsearch with the same url"


def not_open(words: str) -> CollectorFailed:
    """Say why there is no connection; the library's words may quote the certificate, so ours stand for them."""
    reason, advice = lost(words)
    return CollectorFailed(reason, f"the server could not be read: {advice}")


def not_bound(result: int) -> CollectorFailed:
    """Say why the server does not take the reader."""
    name, reason = code(result)
    advice = {
        "invalidCredentials": "it refused bind_dn or the password",
        "confidentialityRequired": "it wants TLS; use ldaps://, or ldap:// without tls: none",
        "strongerAuthRequired": "it wants TLS; use ldaps://, or ldap:// without tls: none",
        "inappropriateAuthentication": "it takes no anonymous reader; give bind_dn and password, or sasl",
    }.get(name, f"it refused the log-on ({name})")
    return CollectorFailed(reason, f"the server could not be read: {advice}")
