"""A plan that lies beside its code tells the file and line of a resource."""

from __future__ import annotations

from pathlib import Path

from support.terraform_plans import change, document, module, read

CODE = '# first\n\nresource "aws_x" "x" {\n}\ndata "aws_x" "x" {\n}\n'


def test_a_resource_of_the_root_module_is_found_in_the_code(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(CODE)
    addresses = ["aws_x.x[0]", "data.aws_x.x", "module.m.aws_x.x", "aws_x.elsewhere"]
    places = [r.place for r in read(tmp_path, document([change(a) for a in addresses], module())).resources]
    assert places == [
        {"path": "main.tf", "line": 3, "address": "aws_x.x[0]"},
        {"path": "main.tf", "line": 5, "address": "data.aws_x.x"},
        {"path": "plan.json", "address": "module.m.aws_x.x"},
        {"path": "plan.json", "address": "aws_x.elsewhere"},
    ]
