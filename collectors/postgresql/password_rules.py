"""What the server asks of passwords: the core asks nothing, so modules decide.

Every function raises `UnreadError` where a setting could not be read.
"""

from __future__ import annotations

from .settings import Settings

#: Compiled into passwordcheck up to version 17; from 18 on a setting says it.
PASSWORDCHECK_LENGTH = 8
CREDCHECK_CLASSES = ("upper", "lower", "digit", "special")


def minimum_length(settings: Settings) -> int:
    """Return the shortest password that the server takes; 0 where no module asks for a length."""
    libraries = settings.libraries()
    lengths = [0]
    if "passwordcheck" in libraries:
        lengths.append(int(settings.get("passwordcheck.min_password_length") or PASSWORDCHECK_LENGTH))
    if "credcheck" in libraries:
        lengths.append(settings.number("credcheck.password_min_length"))
    return max(lengths)


def complexity(settings: Settings) -> bool:
    """Say whether a password needs characters of two classes; passwordcheck wants letters and others."""
    libraries = settings.libraries()
    asked = sum(settings.number(f"credcheck.password_min_{name}") > 0 for name in CREDCHECK_CLASSES)
    return "passwordcheck" in libraries or ("credcheck" in libraries and asked > 1)


def lockout_threshold(settings: Settings) -> int:
    """Return the failed log-ins after which a role is locked or made to wait; 0 where none does either."""
    libraries = settings.libraries()
    attempts = settings.number("credcheck.max_auth_failure") if "credcheck" in libraries else 0
    delayed = "auth_delay" in libraries and settings.number("auth_delay.milliseconds") > 0
    return 1 if delayed else attempts
