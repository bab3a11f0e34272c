"""What clear text and stored passwords look like: data for sampling, as regular expressions of PostgreSQL.

They are evaluated by the server, inside an aggregate, so that only counts come back.
"""

from __future__ import annotations

from typing import NamedTuple

#: Category to what a value in clear text looks like; a category that is not here has no such look.
CLEAR_TEXT = {
    "name": r"^([\u4e00-\u9fff·]{2,16}|[[:alpha:]][[:alpha:]''.-]*( [[:alpha:]''.-]+)+)$",
    "phone": r"^(\+?86[ -]?)?1[3-9][0-9]{9}$|^\+?[0-9][0-9 ()-]{5,18}[0-9]$",
    "email": r"^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$",
    "address": r"[\u4e00-\u9fff]{4}|[0-9]+ +[[:alpha:]]|[[:alpha:]]+ +[[:alpha:]]+.*[0-9]",
    "id_number": r"^[0-9]{17}[0-9Xx]$|^[0-9]{15}$|^[A-Z]{1,2}[0-9]{6,9}$|^[0-9]{3}-[0-9]{2}-[0-9]{4}$",
    "bank_account": r"^[0-9][0-9 -]{7,28}[0-9]$|^[A-Z]{2}[0-9]{2}[A-Z0-9 ]{10,36}$",
    "card_pan": r"^[0-9]([ -]?[0-9]){12,18}$",
    "card_sad": r"^[0-9]{3,4}$|^%?B?[0-9]{12,19}[=^]",
}


class Format(NamedTuple):
    """One way to store a password."""

    protection: str
    algorithm: str
    pattern: str


#: Weakest first: of a column that holds several, the weakest is what protects it.
PASSWORD_FORMATS = (
    Format("hashed", "MD5", r"^[0-9a-fA-F]{32}$"),
    Format("hashed", "SHA-1", r"^([0-9a-fA-F]{40}|\{SHA\}.{28})$"),
    Format("hashed", "SHA-256", r"^[0-9a-fA-F]{64}$"),
    Format("hashed", "SHA-512", r"^[0-9a-fA-F]{128}$"),
    Format("salted_hash", "MD5", r"^(\$1\$|\$apr1\$|\$[PH]\$|\{SMD5\}|md5[0-9a-f]{32}$)"),
    Format("salted_hash", "SHA-1", r"^(\{SSHA\}|sha1\$|pbkdf2:sha1:|\$pbkdf2\$)"),
    Format("salted_hash", "sha256-crypt", r"^\$5\$"),
    Format("salted_hash", "sha512-crypt", r"^\$6\$"),
    Format("salted_hash", "pbkdf2-sha256", r"^(\$pbkdf2-sha256\$|pbkdf2_sha256\$|pbkdf2:sha256:)"),
    Format("salted_hash", "pbkdf2-sha512", r"^(\$pbkdf2-sha512\$|pbkdf2_sha512\$|pbkdf2:sha512:)"),
    Format("salted_hash", "scram-sha-256", r"^SCRAM-SHA-256\$"),
    Format("salted_hash", "scrypt", r"^(\{scrypt\})?(\$scrypt\$|scrypt:|\$7\$)"),
    Format("salted_hash", "bcrypt", r"^(\{bcrypt\}|bcrypt\$)?\$2[abxy]?\$[0-9]{2}\$"),
    Format("salted_hash", "argon2i", r"^\$argon2i\$"),
    Format("salted_hash", "argon2d", r"^\$argon2d\$"),
    Format("salted_hash", "argon2id", r"^(\{argon2\}|argon2)?\$argon2id\$"),
)

#: Shorter than any hash, or with a blank in it, or marked as clear text by Spring.
CLEAR_PASSWORD = r"^\{noop\}|[[:space:]]|^.{1,23}$"  # noqa: S105 - a pattern
