"""What a policy may not say is told with file and line; what only looks like it is let through."""

from __future__ import annotations

import pytest
from support.widgets import SIZED, rego

from assay.engines import embedded, lint

FILE = "ours/policies/widgets/size/size.rego"
FIELDS = frozenset({"id", "size", "color", "owner_id", "part_ids", "widget", "person"})
PROOF = "widget.size <= input.parameters.most\n"


def _problems(source: str, file: str = FILE) -> list[str]:
    found = list(lint.problems(file, embedded.syntax(file, source), FIELDS))
    assert all(line.startswith(f"{file}:") for line in found)
    return [line.removeprefix(f"{file}:") for line in found]


def _with(line: str, **more: str) -> str:
    """Return a good policy with one line more in the limb that passes, which then is line 13."""
    return rego("widgets.size", SIZED.replace(PROOF, f"{PROOF}\t{line}\n"), **more)


def test_the_pattern_itself_is_good() -> None:
    assert _problems(rego("widgets.size", SIZED)) == []


FORBIDDEN = {
    "not widget.color": "`not` reads what is absent as a pass",
    "not _red(widget)": "`not` reads what is absent as a pass",
    'not widget.color in {"red"}': "`not` reads what is absent as a pass",
    "x := [c | some c in widget.part_ids; not c in input.parameters.good]": "`not` reads what is absent",
    "every part in widget.part_ids { part == 1 }": "`every` passes on an empty list",
    'widget.color != "red"': "`!=` differs from engine to engine",
    'count([c | some c in widget.part_ids; c != "x"]) > 0': "`!=` differs from engine to engine",
    "_red(widget) with input as {}": "`with` is for tests",
    "_red(widget) with data.lib as {}": "`with` is for tests",
    'http.send({"method": "get", "url": "http://x"})': "http.send is not among the built-ins",
    'x := [y | y := http.send({"url": "x"})]': "http.send is not among the built-ins",
    "opa.runtime()": "opa.runtime is not among the built-ins",
    "time.now_ns() > 0": "time.now_ns is not among the built-ins",
    "time.parse_rfc3339_ns(widget.color) > 0": "time.parse_rfc3339_ns is not among the built-ins",
    'rand.intn("x", 2) == 1': "rand.intn is not among the built-ins",
    'uuid.rfc4122("x") == "y"': "uuid.rfc4122 is not among the built-ins",
    'net.lookup_ip_addr("x")': "net.lookup_ip_addr is not among the built-ins",
    'net.cidr_contains("10.0.0.0/8", widget.color)': "net.cidr_contains is not among the built-ins",
    'rego.parse_module("x", "y")': "rego.parse_module is not among the built-ins",
    "crypto.sha256(widget.color)": "crypto.sha256 is not among the built-ins",
    'regex.match("^(a+)+$", widget.color)': "regex.match is not among the built-ins",
    'object.get(widget, "color", "red")': "object.get is not among the built-ins",
    'print("x")': "print is not among the built-ins",
    'trace("x")': "trace is not among the built-ins",
    "walk(widget)": "walk is not among the built-ins",
    "json.marshal(widget)": "json.marshal is not among the built-ins",
    "data.lib.verdict.pass([])": "data.lib.verdict.pass is not among the built-ins",
    "widget.sise > 1": "no kind has a field 'sise'",
}


@pytest.mark.parametrize(("line", "told"), FORBIDDEN.items(), ids=list(FORBIDDEN))
def test_a_forbidden_shape_is_told_with_its_line(line: str, told: str) -> None:
    found = _problems(_with(line))
    assert found, "nothing was told"
    assert found[0].startswith("13: " + told)


def test_default_is_refused() -> None:
    source = rego("widgets.size", SIZED + "\ndefault _red(_) := false\n")
    assert _problems(source)[0].startswith("17: `default` hides what is absent")


ALLOWED = [
    '"not every default with http.send(x) != time.now_ns" == widget.color',
    "`opa.runtime() rand.intn` == widget.color",
    "# not every default; http.send and x != y with input",
    'widget.color in {"not", "default", "every", "with"}',
    "count([part | some part in widget.part_ids; part == widget.id]) == count(widget.part_ids)",
    "widget.size == false",
    "is_string(widget.color)",
    'startswith(lower(widget.color), "r")',
    'sprintf("%s %v", [widget.color, widget.size]) == "red 1"',
    "widget.size + 1 > 2 * input.parameters.most - 1",
    "input.related.person[widget.owner_id]",
    "input.complete.person == true",
    'seen := {"anything": widget.size}\n\tseen.anything == 1',
    "_red(widget)",
]


@pytest.mark.parametrize("line", ALLOWED)
def test_what_only_looks_forbidden_is_let_through(line: str) -> None:
    assert _problems(_with(line) + '\n_red(widget) if widget.color == "red"\n') == []


@pytest.mark.parametrize(
    ("imported", "told"),
    [
        ("data.encryption.other", "3: import libraries only"),
        ("data.lib.verdict as v", "3: import libraries only"),
        ("input.resources", "3: import libraries only"),
        ("rego.v1", "3: import libraries only"),
        ("data.assay_parameters", "3: import libraries only"),
        ("data.lib.http", "3: http is a name of built-ins"),
        ("data.lib.opa", "3: opa is a name of built-ins"),
        ("data.lib.ours.time", "3: time is a name of built-ins"),
    ],
)
def test_an_import_that_could_open_the_built_ins_is_refused(imported: str, told: str) -> None:
    assert _problems(rego("widgets.size", SIZED, imports=(imported, "data.lib.verdict")))[0].startswith(told)


@pytest.mark.parametrize("package", ["system.authz", "assay_parameters", "assay_canary.chain"])
def test_packages_of_the_engine_are_refused(package: str) -> None:
    file = f"ours/policies/{package.replace('.', '/')}/x.rego"
    assert _problems(rego(package, SIZED), file)[0] == f"1: the package {package} is the engine's own"


def test_a_package_that_is_not_its_folder_is_refused() -> None:
    assert _problems(rego("widgets.other", SIZED))[0] == "1: the package is widgets.other, its folder says widgets.size"


def test_a_library_holds_no_chain_and_may_read_any_key() -> None:
    source = "package lib.odd\n\nodd(thing) if thing.anything > 1\n"
    assert _problems(source, "ours/policies/lib/odd/odd.rego") == []


def test_a_library_is_held_to_the_rest() -> None:
    source = "package lib.odd\n\nodd(thing) if not thing.anything\n"
    assert _problems(source, "ours/policies/lib/odd/odd.rego")[0].startswith("3: `not` reads")


def test_a_package_of_two_modules_is_a_clash() -> None:
    other = "theirs/policies/widgets/size/size.rego"
    source = "\n" + rego("widgets.size", SIZED, imports=())
    trees = {file: embedded.syntax(file, source) for file in (FILE, other)}
    assert list(lint.problems_across(trees)) == [f"{other}:2: the package widgets.size is that of {FILE}"]
