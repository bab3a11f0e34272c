"""The examples in the documentation: commands parse, configurations validate, policies lint, links resolve."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from support.judging import content

from assay import schema, yaml_reader
from assay.cli import COMMANDS, cli
from assay.engines import embedded, lint
from assay.engines.tree import package_of
from assay.snapshot.record import ENGINE_KEYS

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]
COMMAND = re.compile(r"^\$ (?:[A-Z_]+=\S+ )*(assay [^#\n]*)", re.MULTILINE)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


def _blocks(language: str) -> list[tuple[Path, str]]:
    return [
        (page, text) for page in PAGES for found, text in BLOCK.findall(page.read_text("utf-8")) if found == language
    ]


def _named(value: object) -> str:
    return value.name if isinstance(value, Path) else ""


def _commands() -> list[str]:
    found = {line.strip() for page in PAGES for line in COMMAND.findall(page.read_text("utf-8"))}
    return sorted(re.sub(r"\$\([^)]*\)", "x", line) for line in found)


@pytest.mark.parametrize("line", _commands())
def test_commands_in_the_docs_parse(line: str) -> None:
    arguments = [argument for part in line.split("|")[:1] for argument in shlex.split(part.split("&&")[0])][1:]
    context = cli.make_context("assay", list(arguments))
    group: click.Command = cli
    rest = [*context._protected_args, *context.args]
    while isinstance(group, click.Group) and rest:
        found = group.get_command(context, rest[0])
        assert found is not None, f"no command {rest[0]}"
        context = found.make_context(rest[0], rest[1:], parent=context)
        rest = [*context._protected_args, *context.args]
        group = found


def test_every_command_stands_in_the_docs_and_has_help() -> None:
    text = "".join(page.read_text("utf-8") for page in PAGES)
    with click.Context(cli) as context:
        for name in COMMANDS:
            command = cli.get_command(context, name)
            assert command is not None
            assert command.help, name
            assert f"assay {name}" in text, f"`assay {name}` stands on no page"


@pytest.mark.parametrize(("page", "text"), _blocks("yaml"), ids=_named)
def test_configurations_in_the_docs_validate(page: Path, text: str) -> None:
    document = yaml_reader.parse(text.encode(), str(page)).value
    if isinstance(document, dict) and "estate" in document:
        assert list(schema.mistakes(schema.own("config"), document)) == []


@pytest.mark.parametrize(("page", "text"), _blocks("rego"), ids=_named)
def test_policies_in_the_docs_lint(page: Path, text: str) -> None:
    names = {name for described in content().schemas.values() for name in described["properties"]}
    tree = embedded.syntax(page.name, text)
    path = f"assay/policies/{'/'.join(package_of(tree).split('.'))}/policy.rego"
    assert list(lint.problems(path, tree, frozenset(names | ENGINE_KEYS))) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_resolve(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{target} is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_path_of_a_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(work|root|home|tmp)/", page.read_text("utf-8"))
