"""Why a call brought no answer, and the line that a user reads when nothing could be read at all.

Nothing of this quotes the text of an error: servers put keys, tokens and signed requests into it.
"""

from __future__ import annotations

from dataclasses import dataclass

from assay.collector import CollectorFailed, Outcome

#: Codes that say that the credentials themselves are refused, whatever they would allow.
REFUSED_CREDENTIALS = frozenset(
    [
        "AuthFailure",
        "ExpiredToken",
        "ExpiredTokenException",
        "IncompleteSignature",
        "InvalidAccessKeyId",
        "InvalidClientTokenId",
        "InvalidToken",
        "NotSignedUp",
        "RequestExpired",
        "RequestTimeTooSkewed",
        "SignatureDoesNotMatch",
        "TokenRefreshRequired",
        "UnrecognizedClientException",
    ]
)
_OUTCOMES: dict[str, Outcome] = {"denied": "denied", "timeout": "timeout", "unsupported": "unsupported"}
_NO_CREDENTIALS = "no credentials were found: set `profile`, or the variables AWS_ACCESS_KEY_ID and its like"
_REFUSED = "the credentials are not accepted here: check the key, the partition and the clock"
_EXPIRED = "the session has expired: log in again"
_REMEDIES = {
    **dict.fromkeys(REFUSED_CREDENTIALS, _REFUSED),
    **dict.fromkeys(("ExpiredToken", "ExpiredTokenException", "RequestExpired"), _EXPIRED),
    **dict.fromkeys(("TokenRefreshRequired", "UnauthorizedSSOTokenError", "SSOTokenLoadError"), _EXPIRED),
    **dict.fromkeys(("NoCredentialsError", "PartialCredentialsError"), _NO_CREDENTIALS),
    "ProfileNotFound": "the AWS configuration files have no such profile: check `profile`",
    "SSLError": "its certificate is not trusted: set `ca_bundle`",
}


@dataclass(frozen=True)
class Trouble:
    """Why a call brought no answer."""

    reason: str
    code: str
    server: str = ""
    """The `Server` header, where there was an answer."""

    @property
    def outcome(self) -> Outcome:
        """The outcome that the ledger gets."""
        return _OUTCOMES.get(self.reason, "error")

    def failure(self, doing: str, action: str = "") -> CollectorFailed:
        """Return the exception that ends a source, with the remedy."""
        return CollectorFailed(self.reason, f"cannot {doing} ({self.code}): {self._remedy(action)}")

    def _remedy(self, action: str) -> str:
        if self.code in _REMEDIES:
            return _REMEDIES[self.code]
        if self.reason in ("timeout", "connection_lost"):
            return "no answer: check `endpoint_url`, `regions` and the network"
        if self.reason == "denied" and action:
            return f"it is not permitted: grant {action}"
        return "the answer is not one that AWS documents: check `endpoint_url` and `regions`"


class CallFailed(Exception):
    """A call brought no answer."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.code)
        self.trouble = trouble
