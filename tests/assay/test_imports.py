"""Who may import whom: read from the imports themselves, so that the border holds in a wheel as in a checkout."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTENT = ("policies", "checks", "collectors", "reports")
# A foreign library and the places, files or folders, that may import it.
PLACES = {
    "regorus": ["assay/engines/embedded.py"],
    "opa_client": ["assay/engines/server.py"],
    "requests": ["assay/engines/server.py"],
    "click": ["assay/cli/"],
    "yaml": ["assay/yaml_reader.py", "assay/yaml_builder.py"],
    "jsonschema": ["assay/schema.py"],
    "jsonschema_rs": ["assay/schema.py"],
    "sqlite3": ["assay/judging/index.py"],
    "sqlalchemy": ["assay/history/"],
    "alembic": ["assay/history/"],
    "boto3": ["collectors/aws/"],
    "botocore": ["collectors/aws/"],
    "psycopg": ["collectors/postgresql/"],
    "pymysql": ["collectors/mysql/"],
    "python_calamine": ["collectors/tables/"],
    "tfparse": ["collectors/terraform/hcl_child.py"],
    "cfnlint": ["collectors/cloudformation/decoding_child.py"],
    "pypdfium2": ["collectors/contracts/extraction/pdf/"],
    "ldap3": ["collectors/ldap/"],
    "scim2_client": ["collectors/scim/"],
    "scim2_models": ["collectors/scim/"],
    "junitparser": ["reports/junit/"],
    "jinja2": ["reports/"],
    "rich": ["reports/"],
    "xlsxwriter": ["reports/", "collectors/register/"],
}


def _sources() -> list[Path]:
    folders = [ROOT / name for name in ("assay", *CONTENT)]
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield (module, level) of every import of a file, wherever in it, `import_module` of a plain text included."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, 0) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", node.level
        elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__"):
            argument = node.args[0]
            if isinstance(argument, ast.Constant):
                yield str(argument.value), 0


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_is_something_to_look_at() -> None:
    places = {_place(path).split("/")[0] for path in _sources()}
    assert {"assay", "collectors", "reports"} <= places


@pytest.mark.parametrize("folder", CONTENT)
def test_content_imports_the_engine_and_relatively_its_own_folder(folder: str) -> None:
    for path in (ROOT / folder).rglob("*.py"):
        depth = len(path.relative_to(ROOT / folder).parts)
        for module, level in _imports(path):
            assert level <= depth, f"{_place(path)} reaches out of its folder by {'.' * level}{module}"
            assert level or module.split(".")[0] not in CONTENT, f"{_place(path)} imports {module} by its full name"


def test_the_engine_imports_no_content() -> None:
    for path in (ROOT / "assay").rglob("*.py"):
        for module, _ in _imports(path):
            assert module.split(".")[0] not in CONTENT, f"{_place(path)} imports {module}"


def test_a_foreign_library_is_imported_in_one_place() -> None:
    for path in _sources():
        for module, level in _imports(path):
            allowed = PLACES.get(module.split(".")[0]) if not level else None
            if allowed is not None:
                assert _place(path).startswith(tuple(allowed)), f"{_place(path)} imports {module}"


def test_only_the_command_line_prints_or_exits() -> None:
    for path in _sources():
        if _place(path).startswith("assay/cli/"):
            continue
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "sys.exit", "exit", "quit"), f"{_place(path)}:{node.lineno}: {called}"


def test_the_engine_names_no_kind_and_no_check() -> None:
    # A kind of one word may be any word: `audit`, `vendor`.
    kinds = {path.stem for path in (ROOT / "policies/schemas").glob("*_*.json")}
    checks = {path.stem for path in (ROOT / "checks").rglob("*-*.yaml")}
    for path in (ROOT / "assay").rglob("*.py"):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert node.value not in kinds | checks, f"{_place(path)}:{node.lineno} names {node.value}"
