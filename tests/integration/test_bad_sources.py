"""Sources that cannot be read: one line each with source and remedy, and the others are judged all the same."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from support import tables
from support.certificates import make_certificates
from support.crm import dsn
from support.faults import Fault, Proxy, proxy_to
from support.moto import Moto
from support.postgres import Postgres
from support.scans import Ended, assay, run_of, write_config
from support.servers import free_ports

pytestmark = pytest.mark.xdist_group("integration-postgresql")

GOOD = {"name": "good", "collector": "register", "path": "good.yaml"}
KEYS = {"AWS_ACCESS_KEY_ID": "AKIAMADEUPMADEUP0000", "AWS_SECRET_ACCESS_KEY": "made-up"}

#: Source that cannot be read to what is told of it, with the remedy.
FAILED = {
    "pg-closed": "nothing listens there; see host and port of the dsn",
    "pg-silent": "it did not answer in time; see connect_timeout",
    "pg-password": "it refused the user name or the password",
    "pg-database": "it has no such role or database",
    "pg-stranger": "its certificate is not vouched for; see sslrootcert",
    "pg-clear": "pg_hba.conf does not let this user in from here, or not without TLS",
    "pg-dsn": "dsn is neither a URL nor `key=value` pairs",
    "aws-closed": "(EndpointConnectionError): no answer: check `endpoint_url`, `regions` and the network",
    "aws-region": "(InvalidRegionError): the answer is not one that AWS documents: check `endpoint_url` and `regions`",
    "aws-profile": "the AWS configuration files have no such profile: check `profile`",
    "aws-account": "account '123456789012' is none of `accounts`, so nothing was read",
    "aws-stranger": "its certificate is not trusted: set `ca_bundle`",
    "absent": "absent.yaml: is not there; correct `path`",
    "cut": "cut.xlsx: is no whole XLSX file; save it anew",
    "gb": "gb.csv: is not utf-8 (line 1); say `encoding: gb18030` if Excel in Chinese wrote it, or save it as UTF-8",
    "kind": "good.yaml: unknown kind 'vendorr'; did you mean 'vendor'?",
}

#: Source of which a part cannot be read to what is told of that part.
IN_PART = {
    "pg-part": "it has no such role or database (database crn)",
    "aws-bucket": "the account has no bucket nobody: correct `buckets`",
    "half": "half.xlsx[vendor]:3: has no id; fill in id, or name",
    "strange": "strange.csv: column 'statsu': is no field of vendor and is not read; did you mean 'status'",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    bucket = {"id": "b", "name": "b", "provider": "aws_s3", "default_encryption": "sse_s3"}
    (folder / "good.yaml").write_text(json.dumps({"kind": "storage_bucket", "resources": [bucket]}))
    vendors = [["id", "status"], ["v1", "active"], ["", "active"]]
    tables.xlsx(folder / "half.xlsx", {"vendor": vendors, "data_asset": [["id", "level"], ["a1", "personal"]]})
    (folder / "cut.xlsx").write_bytes((folder / "half.xlsx").read_bytes()[:2000])
    tables.write(folder / "gb.csv", "编号,名称\nv2,甲\n", "gb18030")
    tables.write(folder / "strange.csv", "id,statsu\nv3,active\n")
    return folder


@pytest.fixture(scope="module")
def silent() -> Iterator[int]:
    """A port where somebody listens and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture(scope="module")
def bad(server: Postgres, moto: Moto, folder: Path, silent: int) -> Iterator[dict[str, dict[str, Any]]]:
    """Every bad source by its name."""
    pg = {"collector": "postgresql", "dsn": dsn(server), "sslrootcert": str(server.certificates.authority)}
    aws = {"collector": "aws", "provider": "aws_s3", "endpoint_url": moto.url}
    (closed,) = free_ports(1)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    stranger = make_certificates(elsewhere, "A stranger")
    with proxy_to(moto.url, stranger) as secure:
        yield {
            "pg-closed": pg | {"dsn": dsn(server, port=str(closed))},
            "pg-silent": pg | {"dsn": dsn(server, port=str(silent)), "connect_timeout": 1},
            "pg-password": pg | {"dsn": dsn(server, password="wrong")},
            "pg-database": pg | {"dsn": dsn(server, dbname="nothing")},
            "pg-stranger": pg | {"sslrootcert": str(stranger.authority)},
            "pg-clear": pg | {"sslmode": "disable"},
            "pg-dsn": pg | {"dsn": "postgresql://u:p%ZZw@127.0.0.1/crm"},
            "pg-part": pg | {"databases": ["crm", "crn"]},
            "aws-closed": aws | {"endpoint_url": f"http://127.0.0.1:{closed}"},
            "aws-region": aws | {"regions": ["no region"]},
            "aws-profile": aws | {"profile": "nobody"},
            "aws-account": aws | {"accounts": ["999988887777"]},
            "aws-stranger": aws | {"endpoint_url": secure.url},
            "aws-bucket": aws | {"buckets": ["kept", "nobody"]},
            "absent": {"collector": "register", "path": "absent.yaml"},
            "cut": {"collector": "register", "path": "cut.xlsx"},
            "gb": {"collector": "register", "path": "gb.csv", "kind": "vendor"},
            "kind": {"collector": "register", "path": "good.yaml", "kind": "vendorr"},
            "half": {"collector": "register", "path": "half.xlsx"},
            "strange": {"collector": "register", "path": "strange.csv", "kind": "vendor"},
        }


@pytest.fixture(scope="module")
def ended(bad: Mapping[str, Mapping[str, Any]], folder: Path) -> Ended:
    """One scan over all of them and a good one."""
    write_config(folder, [*({"name": name, **options} for name, options in bad.items()), GOOD])
    return assay("scan", "-o", "out", "--only", "ENC-02.1", folder=folder, **KEYS)


def test_every_bad_source_has_its_line_in_the_table(bad: Mapping[str, Any]) -> None:
    assert bad.keys() == FAILED.keys() | IN_PART.keys()


@pytest.mark.parametrize("name", FAILED)
def test_a_source_that_cannot_be_read_is_one_line_with_the_remedy(name: str, ended: Ended) -> None:
    told = [line for line in ended.err.splitlines() if line.startswith(f"assay: {name}: not read: ")]
    assert len(told) == 1
    assert told[0].endswith(FAILED[name])


@pytest.mark.parametrize("name", IN_PART)
def test_a_part_that_cannot_be_read_is_one_line_and_the_rest_is_read(name: str, ended: Ended, folder: Path) -> None:
    told = [line for line in ended.err.splitlines() if line.startswith(f"assay: {name}: ")]
    assert [line for line in told if IN_PART[name] in line]
    assert not [line for line in told if "not read: " in line]
    (source,) = [one for one in manifest(folder)["sources"] if one["name"] == name]
    assert sum(kind["count"] for kind in source["kinds"].values()) > 0


def test_the_other_sources_are_judged(ended: Ended, folder: Path) -> None:
    judged = run_of(folder / "out" / "run.json")
    assert judged.verdicts()["b", "ENC-02.1"] == "pass"
    assert judged.verdicts()["aws:s3:bucket/kept", "ENC-02.1"] == "pass"
    outcomes = {source["name"]: source["outcome"] for source in judged.head["run"]["sources"]}
    assert {name for name, outcome in outcomes.items() if outcome == "failed"} == FAILED.keys()
    assert outcomes["good"] == "complete"


def test_the_run_is_incomplete(ended: Ended) -> None:
    assert ended.code == 3
    last = ended.err.splitlines()[-1]
    _, _, named = last.partition("not read at all: ")
    assert FAILED.keys() == set(named.partition(";")[0].split(", "))


def test_no_traceback_is_shown_and_nothing_is_left_behind(ended: Ended, folder: Path) -> None:
    assert "Traceback" not in ended.err + ended.out
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["run.json", "snapshot"]


def manifest(folder: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((folder / "out" / "snapshot" / "manifest.json").read_text("utf-8"))
    return made


def write_good(folder: Path, encryption: str = "sse_s3") -> None:
    bucket = {"id": "b", "name": "b", "provider": "aws_s3", "default_encryption": encryption}
    (folder / "good.yaml").write_text(json.dumps({"kind": "storage_bucket", "resources": [bucket]}))


@pytest.mark.parametrize(
    ("encryption", "options", "code"), [("none", (), 1), ("sse_s3", (), 3), ("sse_s3", ("--allow-unknown",), 0)]
)
def test_a_gap_outweighs_a_source_that_failed(
    encryption: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    write_good(tmp_path, encryption)
    absent = {"name": "absent", "collector": "register", "path": "absent.yaml"}
    write_config(tmp_path, [absent, GOOD])
    assert assay("scan", "--only", "ENC-02.1", *options, folder=tmp_path).code == code


@pytest.mark.parametrize(
    ("fault", "keys", "line"),
    [
        (None, {}, "no credentials were found: set `profile`, or the variables AWS_ACCESS_KEY_ID and its like"),
        (Fault("ExpiredToken", 400), KEYS, "the session has expired: log in again"),
        (Fault("InvalidAccessKeyId"), KEYS, "the credentials are not accepted here: check the key"),
    ],
)
def test_credentials_that_are_not_accepted_are_one_line(
    fault: Fault | None, keys: Mapping[str, str], line: str, proxy: Proxy, tmp_path: Path
) -> None:
    write_good(tmp_path)
    if fault:
        proxy.faults["s3:ListBuckets"] = fault
    cloud = {"name": "cloud", "collector": "aws", "provider": "aws_s3", "endpoint_url": proxy.url}
    write_config(tmp_path, [cloud, GOOD])
    ended = assay("scan", "--only", "ENC-02.1", folder=tmp_path, **keys)
    (told,) = [one for one in ended.err.splitlines() if "cloud: not read: " in one]
    assert line in told
    assert (ended.code, "ENC-02.1" in ended.err) == (3, False)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ({"collector": "aws", "regoins": ["x"]}, "source bad: regoins: unknown key 'regoins'; did you mean 'regions'?"),
        ({"collector": "postgres"}, "source bad: unknown collector 'postgres'; did you mean 'postgresql'?"),
        ({"collector": "register"}, "source bad: options: 'path' is a required property"),
        (
            {"collector": "postgresql", "dsn": "${NOWHERE}"},
            "source bad.dsn: the environment has no NOWHERE; set it or take ${NOWHERE} out",
        ),
    ],
)
def test_a_source_that_is_wrongly_written_stops_the_run_before_anything_is_read(
    source: Mapping[str, Any], line: str, tmp_path: Path
) -> None:
    write_good(tmp_path)
    write_config(tmp_path, [GOOD, {"name": "bad", **source}])
    ended = assay("scan", "-o", "out", folder=tmp_path)
    (told,) = ended.err.splitlines()
    assert told.startswith("assay: assay.yaml:")
    assert told.endswith(line)
    assert (ended.code, ended.out, (tmp_path / "out").exists()) == (2, "", False)


def test_a_snapshot_of_a_newer_format_is_refused(tmp_path: Path) -> None:
    write_good(tmp_path)
    write_config(tmp_path, [GOOD])
    assert assay("collect", "-q", "-o", "snapshot", folder=tmp_path).code == 0
    path = tmp_path / "snapshot" / "manifest.json"
    path.write_text(path.read_text("utf-8").replace("assay.snapshot/1", "assay.snapshot/9"), "utf-8")
    for seal in path.parent.glob("*.sha256"):
        seal.unlink()
    ended = assay("audit", "snapshot", "-o", "run.json", folder=tmp_path)
    assert ended.err == (
        "assay: snapshot/manifest.json: has the format assay.snapshot/9; this assay reads assay.snapshot/1: "
        "use a newer assay\n"
    )
    assert (ended.code, (tmp_path / "run.json").exists()) == (2, False)
