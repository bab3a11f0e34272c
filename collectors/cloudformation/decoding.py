"""Reads template files, all in one child process with limits of its own: who sends a template is not trusted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assay import sandbox

from .template import Template, TemplateFailed, checked

_PACK = Path(__file__).parents[2]
_CHILD = "collectors.cloudformation.decoding_child:read"
_LIMITS = sandbox.Limits(cpu_seconds=10, seconds=20, answer=32 * 1024 * 1024)


def decode(files: Sequence[tuple[Path, str]]) -> list[Template | TemplateFailed]:
    """Return each file, given with its name for the user, as a template or as what is wrong with it."""
    if find_spec("cfnlint") is None:
        raise TemplateFailed("unsupported", "templates need cfn-lint; pip install 'assay[iac]'")
    return [_made(answer, *file) for answer, file in zip(_answers(files), files, strict=True)]


def _answers(files: Sequence[tuple[Path, str]]) -> Iterable[dict[str, Any]]:
    try:
        answers: list[dict[str, Any]] = sandbox.run(_CHILD, {"paths": [str(path) for path, _ in files]}, _PACK, _LIMITS)
        return answers
    except sandbox.SandboxFailed as error:
        if len(files) == 1:
            return [{"failed": str(error), "reason": error.reason}]
        # One of them brought the child down: each has one of its own, so that the others are read.
        return [answer for file in files for answer in _answers([file])]


def _made(answer: dict[str, Any], file: Path, shown: str) -> Template | TemplateFailed:
    if "failed" in answer:
        return TemplateFailed(answer["reason"], f"{shown}: {answer['failed']}")
    if "broken" in answer:
        return TemplateFailed("corrupt", f"{shown}:{answer['line']}: {answer['broken']}")
    if not isinstance(answer["template"], dict):
        return TemplateFailed("corrupt", f"{shown}:1: is no template; it has no Resources")
    try:
        return checked(Template(file, shown, answer["template"], answer["lines"]))
    except TemplateFailed as failed:
        return failed
