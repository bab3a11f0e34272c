"""`${NAME}` in the configuration, and the scrubbing of what came by it."""

from __future__ import annotations

import json

import pytest

from assay.environment import Secrets
from assay.errors import ConfigError

DSN = "postgresql://audit:s3cr%40t-word@db.example.com/crm"


def _knowing(value: str) -> Secrets:
    secrets = Secrets()
    secrets.substitute("${IT}", "here", {"IT": value})
    return secrets


def test_names_are_replaced_inside_texts_lists_and_objects() -> None:
    given = {"dsn": "host=${HOST} user=${USER_1}", "hosts": ["${HOST}", "b"], "port": 5432, "${HOST}": True}
    made = Secrets().substitute(given, "x", {"HOST": "db", "USER_1": "u"})
    assert made == {"dsn": "host=db user=u", "hosts": ["db", "b"], "port": 5432, "${HOST}": True}


@pytest.mark.parametrize("text", ["$HOST", "${}", "${1A}", "$(HOST)", "${A B}"])
def test_what_is_no_name_stays_as_it_is(text: str) -> None:
    assert Secrets().substitute(text, "x", {}) == text


def test_a_name_that_is_not_set_is_told_with_its_place() -> None:
    with pytest.raises(ConfigError) as found:
        Secrets().substitute({"a": [{"dsn": "${CRM_DSN}"}]}, "assay.yaml:4: source crm", {})
    place = "assay.yaml:4: source crm.a[0].dsn"
    assert str(found.value) == f"{place}: the environment has no CRM_DSN; set it or take ${{CRM_DSN}} out"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("hunter2", "login hunter2 failed"),
        ("a b/c", "GET /?token=a%20b%2Fc"),
        ("a%20bc%2Fd", "login a bc/d failed"),
        ('quo"te\n', json.dumps({"password": 'quo"te\n'})),
        (DSN, f"cannot connect to {DSN}"),
        (DSN, "invalid percent-encoded token: s3cr%40t-word"),
        (DSN, "password s3cr@t-word was refused"),
        ("postgresql://audit:s3cr@t-word@db/crm", "password s3cr@t-word was refused"),
        ("host=db user=audit password=s3cr@t-word", "no password s3cr@t-word here"),
        ("host=db password='s3cr@t word' user=a", "tried s3cr@t word"),
        ("短密码五个字", "登录 短密码五个字 失败"),
        ("back\\slash'd", repr("back\\slash'd")),
    ],
)
def test_a_secret_is_scrubbed_however_a_library_spells_it(value: str, text: str) -> None:
    scrubbed = _knowing(value).scrub(text)
    assert "***" in scrubbed
    for part in ("hunter2", "s3cr", "a b", "a%20b", "bc/d", "quo", "短密码"):
        assert part not in scrubbed


@pytest.mark.parametrize(
    "text",
    [
        "mysql://audit:s3cret@db/crm",
        "https://:s3cret@db/crm",
        "host=db password=s3cret",
        "PASSWORD = 's3cret'",
        "?token=s3cret&x=1",
        "secret=s3cret",
    ],
)
def test_what_looks_like_a_password_is_scrubbed_wherever_it_came_from(text: str) -> None:
    assert "s3cret" not in Secrets().scrub(text)


@pytest.mark.parametrize(
    "text", ["the password policy is weak", "https://db.example.com:5432/crm", "tokens are fine", "a@b.com"]
)
def test_ordinary_text_stays(text: str) -> None:
    assert Secrets().scrub(text) == text


def test_a_longer_secret_that_holds_a_shorter_one_leaves_no_tail() -> None:
    secrets = Secrets()
    secrets.substitute(["${A}", "${B}"], "x", {"A": "word", "B": "word-longer"})
    assert secrets.scrub("it is word-longer") == "it is ***"


def test_a_value_too_short_to_be_secret_does_not_blot_out_text() -> None:
    assert _knowing("cn").scrub("cn-north-1") == "cn-north-1"
