"""Secrets planted in every source and in every way it can fail: none comes out, in whatever spelling."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from support import crm, secret_estate
from support.canaries import canary, core, hits, secrets
from support.faults import Proxy, proxy_to
from support.moto import Moto
from support.postgres import Postgres
from support.scans import assay, write_config
from support.servers import free_ports

pytestmark = pytest.mark.xdist_group("integration-postgresql")

RULES = (
    f"hostssl all {crm.AUDITOR} 127.0.0.1/32 scram-sha-256",
    f"hostssl all u 10.0.0.0/8 ldap ldapserver=l ldapbasedn=b ldapbinddn=d ldapbindpasswd={core('hba-password')}",
)

#: What is planted, and where.
PLANTED = {
    "dsn-password": "the password of a database that is read",
    "dsn-wrong-password": "a password that the server refuses",
    "dsn-malformed": "the password in a dsn with a broken escape",
    "dsn-inline": "a password that stands in assay.yaml itself",
    "aws-secret-key": "the secret key, given by the environment",
    "aws-session-token": "the session token, given by the environment and played back by a server",
    "aws-external-id": "the external id of a role",
    "aws-policy-sid": "the name of a statement of a bucket policy",
    "aws-policy-referer": "the shared secret of a condition of a bucket policy",
    "row-value": "a row of a sampled table",
    "column-default": "the default of a column",
    "table-comment": "the comment on a table",
    "view-text": "the text of a view",
    "role-password": "the password of a role, and so its hash",
    "role-setting": "a setting that a role has of its own",
    "server-setting": "a setting of the server that holds a password",
    "hba-password": "the password of a directory in the access rules",
    "mapping-key": "a key that the mapping file does not have",
    "register-column": "a column that a register does not have",
    "register-cell": "a cell whose value a field does not take",
    "register-bad-row": "a row without an id",
    "yaml-field": "a field that a kind does not have",
    "broken-yaml": "a YAML file that ends in the middle of a text",
    "broken-json": "a JSON file that is none",
    "wrong-encoding": "a CSV file in another encoding than the source says",
    "recorded-key": "a key of a recorded snapshot that the kind does not have",
    "recorded-value": "a value of a recorded snapshot that the field does not take",
    "roster-column": "a column that a roster does not have",
    "hidden-sheet": "a hidden sheet of a workbook",
    "hidden-column": "a hidden column of a workbook",
    "cell-comment": "a comment on a cell",
    "workbook-author": "the author of a workbook",
    "path-there": "the name of a file, given by the environment",
    "path-absent": "the name of a file that is not there, given by the environment",
    "endpoint-path": "a part of the address of an endpoint that cannot be reached",
    "collector-bug": "the text of an error in a collector of a pack",
    "collector-failed": "the message with which a collector gives up",
    "opa-wrong-token": "a token that the policy server refuses",
    "option-of-wrong-type": "an option that is no number, given by the environment",
    "option-of-wrong-form": "an endpoint that holds a password, given by the environment",
}

FAILING = "wrong malformed inline role endpoint absent broken broken-json encoding bug gives-up".split()
FORMATS = ("text", "html", "json", "ndjson")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("secrets")


@pytest.fixture(scope="module")
def variables(server: Postgres, moto: Moto, started_proxy: Proxy, folder: Path) -> Iterator[dict[str, str]]:
    """Plant everything, and return the environment that the configuration needs."""
    (closed,) = free_ports(1)
    with (
        proxy_to(moto.url) as echo,
        secret_estate.planted_bucket(moto),
        secret_estate.planted_database(server),
        server.rules(*RULES),
    ):
        secret_estate.play_back(echo)
        secret_estate.write(folder, server, started_proxy, echo, closed)
        (folder / "tmp").mkdir()
        yield secret_estate.environment(server) | {"TMPDIR": str(folder / "tmp")}


@pytest.fixture(scope="module")
def said(variables: dict[str, str], opa_server: tuple[str, str], folder: Path) -> dict[str, bytes]:
    """Everything that was written or said, by where."""
    url, token = opa_server
    files = [f"-f{name}=out/report.{name}" for name in FORMATS]
    again = [f"-f{name}=out/zh.{name}" for name in FORMATS[1:]]
    remote = ["--engine", "opa", "--opa-url", url]
    ended = {
        "scan": assay(
            *("scan", "-o", "out", *remote, *files, "-vv"), folder=folder, ASSAY_OPA_TOKEN=token, **variables
        ),
        "scan, wrong token": assay(
            *("scan", "-o", "out2", *remote, "-vv"),
            folder=folder,
            **{**variables, "ASSAY_OPA_TOKEN": canary("opa-wrong-token")},
        ),
        "collect, logs in JSON": assay(
            *("collect", "-o", "out/again", "-vv", "--log-format", "json"), folder=folder, **variables
        ),
        "doctor": assay("doctor", "-vv", folder=folder, **variables),
        "config show": assay("config", "show", folder=folder, **variables),
        "report": assay("report", "out/run.json", "-ftext", *again, "--lang", "zh-CN", folder=folder),
    }
    assert {label: one.code for label, one in ended.items()} == {
        **dict.fromkeys(ended, 0),
        "scan": 1,
        "scan, wrong token": 4,
        "collect, logs in JSON": 3,
        "doctor": 3,
    }
    assert not list((folder / "tmp").iterdir())
    found = {label: (one.out + one.err).encode() for label, one in ended.items()}
    paths = [path for part in ("out", "out2") for path in sorted((folder / part).rglob("*")) if path.is_file()]
    return found | {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def refused(folder: Path) -> dict[str, bytes]:
    """What is said of options that are refused, by the option."""
    options = {
        "option-of-wrong-type": {"collector": "postgresql", "dsn": "x", "connect_timeout": "${VALUE}"},
        "option-of-wrong-form": {"collector": "aws", "endpoint_url": "${VALUE}"},
    }
    found = {}
    for name, given in options.items():
        here = folder / name
        here.mkdir()
        write_config(here, [{"name": "bad", **given}])
        value = canary(name) if name == "option-of-wrong-type" else f"https://u:{core(name)}@127.0.0.1:1"
        for command in (("scan",), ("config", "show")):
            ended = assay(*command, folder=here, VALUE=value)
            assert ended.code == (0 if command[-1] == "show" else 2)
            found[f"{name}, {' '.join(command)}"] = (ended.out + ended.err).encode()
    return found


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_secret_comes_out_nowhere(name: str, said: Mapping[str, bytes], refused: Mapping[str, bytes]) -> None:
    leaks = {place: found for place, seen in {**said, **refused}.items() if (found := hits(seen, *secrets(name)))}
    assert leaks == {}


def test_the_token_of_the_policy_server_comes_out_nowhere(
    said: Mapping[str, bytes], opa_server: tuple[str, str]
) -> None:
    assert {place for place, seen in said.items() if hits(seen, opa_server[1])} == set()


def test_the_hash_of_a_password_comes_out_nowhere(said: Mapping[str, bytes], server: Postgres) -> None:
    hashes = [row[0] for row in server.sql("SELECT rolpassword FROM pg_authid WHERE rolpassword IS NOT NULL")]
    assert len(hashes) > 3
    assert {place for place, seen in said.items() if hits(seen, *hashes)} == set()


@pytest.mark.parametrize("what", secret_estate.SEEN)
def test_what_stands_beside_the_secrets_was_read(what: str, said: Mapping[str, bytes]) -> None:
    shown = b"".join(seen for place, seen in said.items() if place.startswith("out/snapshot/"))
    assert secret_estate.SEEN[what].encode() in shown


@pytest.mark.parametrize("source", FAILING)
def test_every_way_to_fail_was_gone(source: str, said: Mapping[str, bytes]) -> None:
    manifest = json.loads(said["out/snapshot/manifest.json"])
    outcomes = {one["name"]: one["outcome"] for one in manifest["sources"]}
    assert outcomes[source] == "failed"


def test_a_mistake_in_one_collector_hides_no_source_from_the_doctor(said: Mapping[str, bytes]) -> None:
    told = said["doctor"].decode()
    assert "\nbug (leaky)\n  FAILED  the collector failed (RuntimeError); this is a bug in it\n" in told
    assert "\ngives-up (leaky)\n" in told


def test_a_planted_secret_that_does_come_out_is_found() -> None:
    """The search itself: every spelling is seen, behind other bytes too."""
    secret = canary("search")
    for before in (b"", b"a", b"ab"):
        coded = base64.b64encode(before + secret.encode() + b"tail")
        assert hits(coded, secret)
        assert hits(coded.replace(b"+", b"-").replace(b"/", b"_"), secret)
    spelt = [json.dumps(secret), html.escape(secret), quote_plus(secret), secret.encode().hex(), repr([secret])]
    assert all(hits(one.encode(), secret) for one in spelt)
    assert hits(secret.encode("utf-16"), secret)
    assert not hits(b"nothing", *secrets("search"))
