"""Which arguments hold a secret, or what is not to be kept, whatever format the code is written in.

Two sources: the arguments that AWS's Terraform provider 5.100 marks as sensitive (`terraform providers schema -json`),
and names and texts that tell a secret by themselves, because code also passes secrets in maps and templates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

from .secret_texts import assigns_secret, holds_secret, is_pointer

Secrecy = Literal["secret", "private", "open"]
"""`secret`: a credential. `private`: not to be kept, though nobody can log in with it. `open`: all else."""

_WORDS = (
    "password passwords passwd passphrase pwd secret secrets secret_string secret_binary secret_key "
    "secret_access_key token private_key api_key apikey api_token api_secret_key auth_key access_key preshared_key "
    "platform_credential basic_auth_credentials master_key signing_key client_key key_material_base64 token_key "
    "ssh_key host_key source_customer_key service_json"
).split()
_NAME = re.compile(rf"(?:^|[_.\-])(?:{'|'.join(_WORDS)})(?:_wo|_v4|_value|_pem|_base64)?$")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

#: Names that look like a secret and are none: marks against repetition, public halves, limits.
_HARMLESS = frozenset(
    "client_token creation_token update_token sync_token verification_token continuation_token next_token "
    "max_token event_source_token public_access_key".split()
)
#: What a switch is called.
_SETTINGS = ("manage_", "use_", "allow_", "is_", "has_", "generate_", "force_")
#: Places below which no secret stands, whatever an entry is called: texts for people, periods, files, policies.
_HARMLESS_PLACES = frozenset({"tags", "tags_all", "token_validity_units", "default_tags", "certificate", "statement"})

#: Sensitive by the provider's schema under a name that does not tell it.
_BY_TYPE: Mapping[str, Sequence[str]] = {
    "aws_api_gateway_api_key": ("value",),
    "aws_cloudwatch_event_connection": ("value",),
    "aws_kms_ciphertext": ("plaintext",),
    "aws_ssm_parameter": ("value", "value_wo"),
    "aws_iam_access_key": ("ses_smtp_password_v4",),
    "data.aws_api_gateway_api_key": ("value",),
    "data.aws_kms_secrets": ("plaintext",),
    "data.aws_ssm_parameter": ("value",),
    "data.aws_ssm_parameters_by_path": ("values",),
    "random_password": ("result", "bcrypt_hash"),
    "tls_private_key": ("private_key_openssh", "private_key_pem_pkcs8"),
}
#: Sensitive by the schema, or apt to hold secrets, but no credential by itself.
_PRIVATE = frozenset(
    "user_data user_data_base64 custom_data admin_username master_user_name athena_properties "
    "airflow_configuration_options customer_gateway_configuration container_definitions container_properties "
    "certificate_pem certificate_wallet certificate_chain ca_pem ca_certificate_pem".split()
)
_PAIRS = frozenset({"environment", "environment_variable", "environment_variables", "setting"})
_STORED = frozenset({"PARAMETER_STORE", "SECRETS_MANAGER"})
_CONTAINERS = frozenset({"container_definitions", "container_properties"})


def secrecy(type_: str, path: Sequence[str], value: object, siblings: Mapping[str, Any] | None = None) -> Secrecy:
    """Say how secret the argument at a path (`("environment", "0", "value")`) of a type is.

    `value` may be anything that stands for one that is not known; `siblings` are the arguments beside it.
    """
    if value == "" or isinstance(value, bool | int | float | list | Mapping):
        return "open"
    found = _by_path(type_, path, siblings or {})
    if not isinstance(value, str):
        return found
    if found == "secret":
        # In a map of variables, unlike in an argument for a password, a name of a secret is no secret.
        return "open" if len(path) > 1 and is_pointer(value) else "secret"
    return "secret" if _tells(path[-1], value, found) else found


def _tells(name: str, text: str, found: Secrecy) -> bool:
    if name in _CONTAINERS:
        return _in_containers(text)
    return assigns_secret(text) if found == "private" else holds_secret(text)


def _by_path(type_: str, path: Sequence[str], siblings: Mapping[str, Any]) -> Secrecy:
    name = next((part for part in reversed(path) if not part.isdigit()), "")
    found = _by_name(type_, name)
    if found == "open" and (_is_named_secret(path, siblings) or "credentials_map" in path):
        return "secret"
    if found == "secret" and not _HARMLESS_PLACES.isdisjoint(path[:-1]):
        return "open"
    if found == "secret" and type_ == "aws_ssm_parameter" and siblings.get("type") in ("String", "StringList"):
        return "private"
    return found


@lru_cache(maxsize=8192)
def _by_name(type_: str, name: str) -> Secrecy:
    if name in _BY_TYPE.get(type_, ()):
        return "secret"
    words = _CAMEL.sub("_", name).lower()
    if words in _PRIVATE:
        return "private"
    if words in _HARMLESS or words.startswith(_SETTINGS):
        return "open"
    return "secret" if _NAME.search(words) else "open"


def _is_named_secret(path: Sequence[str], siblings: Mapping[str, Any]) -> bool:
    """Whether it is the value of a pair of name and value, of which the name tells a secret."""
    if path[-1] != "value" or _PAIRS.isdisjoint(path) or siblings.get("type") in _STORED:
        return False
    name = siblings.get("name", siblings.get("key"))
    return isinstance(name, str) and _by_name("", name) == "secret"


def _in_containers(text: str) -> bool:
    """Whether definitions of containers give one of their variables a secret."""
    try:
        definitions = json.loads(text)
    except (ValueError, RecursionError):
        return holds_secret(text)
    variables = [pair for definition in _mappings(definitions) for pair in _mappings(definition.get("environment", []))]
    return any(secrecy("", ("environment", "value"), pair.get("value"), pair) == "secret" for pair in variables)


def _mappings(value: object) -> Iterator[Mapping[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            yield item
