"""What `assay demo` leaves behind, from any working directory, with nothing but the files of the example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from examples.command import ROOT
from examples.conftest import Demo
from examples.snapshots import manifest, reads, records

from assay import schema
from assay.examples import AS_OF, folder, recorded


def test_it_leaves_snapshot_run_and_report(demo: Demo) -> None:
    left = {path.name for path in demo.folder.iterdir()}
    assert left == {"snapshot", "run.json", "report.html"}
    assert (demo.folder / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_its_run_is_valid_and_speaks_of_the_invented_organisation(demo: Demo) -> None:
    assert list(schema.mistakes(schema.own("run"), demo.run)) == []
    about = demo.run["run"]
    assert (about["estate"], about["as_of"]) == ("Hengxin Bookkeeping (invented)", AS_OF)
    assert {source["name"] for source in about["sources"] if source["outcome"] != "complete"} == {"cloud"}


def test_it_collects_what_the_snapshot_beside_the_example_holds(demo: Demo) -> None:
    new = demo.folder / "snapshot"
    assert records(new) == records(recorded())
    assert reads(new) == reads(recorded())
    assert manifest(new) == manifest(recorded())


def test_it_complains_of_the_contract_with_a_vendor_that_nobody_registered_and_of_nothing_else(demo: Demo) -> None:
    said = [line for line in demo.said.splitlines() if "registers/" in line or "not read" in line]
    assert [line.partition("vendor_id")[2] for line in said] == [
        " 'vendor:songhe' fits nothing; correct it or add what it names"
    ]


def test_the_page_about_it_has_its_figures(demo: Demo) -> None:
    summary = demo.run["summary"]
    told = f"{summary['verdicts']['fail']} gaps, {summary['gaps']['critical']} of them critical, and "
    told += f"{summary['verdicts']['unknown']} answers that nobody can give yet"
    assert told in (ROOT / "docs" / "example-organisation.md").read_text("utf-8")


@pytest.mark.parametrize("where", ["example", "demo"])
def test_no_path_of_this_machine_is_in_any_file(where: str, demo: Demo) -> None:
    named = (ROOT, demo.folder, Path.home(), Path("/tmp"))  # noqa: S108 - the name alone
    here = re.compile(rb"|".join(rb"%s\b" % re.escape(bytes(path)) for path in named if path != path.parent))
    files = [path for path in (folder() if where == "example" else demo.folder).rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if here.search(path.read_bytes())] == []
