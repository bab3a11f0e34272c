"""The collector as the engine sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assay.collector import CollectorFailed, Output, Probe, Source

from ..iac import stating
from . import given, variants
from .coding import Deployment, codes
from .decoding import decode
from .nesting import nested_files
from .recognise import templates_in
from .recorded import Recorded
from .template import Template, TemplateFailed


class CloudFormation:
    """Reads a template, or each template of a folder as a stack of its own."""

    name = "cloudformation"
    basis = "declared"
    permissions: Sequence[str] = ()
    options: Mapping[str, Any] = {
        "path": {"type": "string", "minLength": 1, "description": "a template, or a folder of templates"},
        "account": {
            "type": "string",
            "pattern": "^[0-9]{12}$",
            "description": "account that the templates will be deployed to; default: not known",
        },
        "region": {
            "type": "string",
            "pattern": "^[a-z]{2}(-[a-z]+)+-[0-9]$",
            "description": "region that they will be deployed to; default: not known",
        },
        "parameters": {
            "type": "object",
            "additionalProperties": {"type": ["string", "number", "boolean"]},
            "description": "values of parameters by name; default: those of the template",
        },
        "shown": {"type": "string", "minLength": 1, "description": "what the path is called in reports"},
        "within": {"type": "string", "description": "tells its logical ids apart from those of other code"},
        "required": ["path"],
    }

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kinds that code can feed."""
        return stating.kinds()

    def collect(self, source: Source, out: Output) -> None:
        """Write what the templates declare; raises `CollectorFailed` where none can be read."""
        found = _read(source)
        whole = [item for item in found if isinstance(item, Template)]
        failed = [item for item in found if isinstance(item, TemplateFailed)]
        if "within" not in source.options:
            given.refuse(whole, source.options.get("parameters", {}))
        nested = nested_files(whole)
        stacks = [template for template in whole if template.file.resolve() not in nested] or whole
        prefixes = _prefixes(stacks, len(stacks) + len(failed), "within" in source.options)
        failures = [*failed, *filter(None, (_state(t, source, prefixes[t.path], out) for t in stacks))]
        if len(failures) == len(stacks) + len(failed):
            raise CollectorFailed(failures[0].reason, str(failures[0]))
        for failure in failures:
            _leave_out(failure, out)
        for line in _not_read(source, nested) if "within" not in source.options else ():
            out.note(line)

    def probe(self, source: Source) -> Iterable[Probe]:
        """Try to read the templates."""
        what = f"read {_shown(source)}"
        try:
            found = _read(source)
        except CollectorFailed as failed:
            return [Probe(what, "failed", str(failed))]
        failures = [Probe(what, "failed", str(item)) for item in found if isinstance(item, TemplateFailed)]
        return failures or [Probe(what, "ok")]


def _read(source: Source) -> list[Template | TemplateFailed]:
    path, shown = source.path(), _shown(source)
    files = [(path, shown)]
    if path.is_dir():
        files = [(file, (Path(shown) / file.name).as_posix()) for file in templates_in(path)]
    if not files:
        raise CollectorFailed("not_in_source", f"{shown}: holds no template; name a file, or a folder of templates")
    try:
        return decode(files)
    except TemplateFailed as failed:
        raise CollectorFailed(failed.reason, str(failed)) from None


def _prefixes(stacks: Sequence[Template], count: int, is_one_of_many: bool) -> Mapping[str, str]:
    """Return what ids begin with: logical ids are unique in one template only."""
    if is_one_of_many:
        return {template.path: f"cfn:{template.path}" for template in stacks}
    return {template.path: f"cfn:{Path(template.path).name}" if count > 1 else "cfn" for template in stacks}


def _state(template: Template, source: Source, prefix: str, out: Output) -> TemplateFailed | None:
    """State the facts of each scenario of a template, or return why that cannot be done."""
    options = source.options
    deployment = Deployment(options.get("parameters", {}), options.get("account"), options.get("region"))
    try:
        found = codes(template, deployment, prefix)
    except TemplateFailed as failed:
        return failed
    except RecursionError:
        return TemplateFailed("limit", f"{template.path}: its expressions are nested too deep; write it out")
    if len(found) == 1:
        stating.state(found[0][1], template.path, out)
        return None
    parts = [(scenario, Recorded()) for scenario, _ in found]
    for (_, code), (_, recorded) in zip(found, parts, strict=True):
        stating.state(code, template.path, recorded)
    variants.write(parts, out)
    return None


def _leave_out(failure: TemplateFailed, out: Output) -> None:
    """Note a template that could not be read beside others that could."""
    out.read("read", str(failure).partition(":")[0], "error")
    out.note(str(failure))
    for kind in stating.kinds():
        out.incomplete(kind, "partial", str(failure).partition(":")[0])


def _not_read(source: Source, nested: set[Path]) -> Iterator[str]:
    """Yield a line for each folder below the given one with templates that nothing there nests."""
    path = source.path()
    for folder in sorted(path.iterdir()) if path.is_dir() else ():
        if folder.is_dir() and {file.resolve() for file in templates_in(folder)} - nested:
            yield f"{_shown(source)}/{folder.name}: holds templates that are not read; name this folder too"


def _shown(source: Source) -> str:
    return str(source.options.get("shown", source.options["path"]))
