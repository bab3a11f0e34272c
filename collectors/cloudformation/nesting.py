"""Nested stacks: templates that lie beside the one that names them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeGuard

from .decoding import decode
from .evaluation import Budget
from .inputs import Inputs
from .opening import opened
from .recognise import SUFFIXES
from .stack import Stack
from .template import Template, TemplateFailed

_MAX_DEPTH = 5
_MAX_STACKS = 200


def nested_files(found: Iterable[Template]) -> set[Path]:
    """Return the files that some templates nest: they are read as part of those."""
    return {(template.file.parent / url).resolve() for template in found for url in _local_urls(template)}


def _local_urls(template: Template) -> Iterator[str]:
    for resource in template.section("Resources").values():
        properties = resource.get("Properties") if isinstance(resource, dict) else None
        url = properties.get("TemplateURL") if isinstance(properties, dict) else None
        if _is_local(url):
            yield url


def _is_local(url: Any) -> TypeGuard[str]:
    """Say whether a template lies beside the one that names it."""
    return isinstance(url, str) and "://" not in url and not url.startswith("/") and url.lower().endswith(SUFFIXES)


class Nested:
    """Opens the templates that the resources of a stack nest, for all scenarios of it."""

    def __init__(self, account: str | None, region: str | None, budget: Budget) -> None:
        self._whereabouts = (account, region)
        self._budget = budget
        self._read: dict[str, Template | TemplateFailed] = {}
        self._stacks = 0
        self.gaps: dict[str, None] = {}
        """Stacks of which resources may be missing, for the user."""
        self.notes: dict[str, None] = {}

    def stack(self, around: Stack, name: str, properties: Mapping[str, Any]) -> Stack | None:
        """Return the stack that a resource nests; None where its template cannot be read."""
        try:
            return self._opened(around, name, properties)
        except TemplateFailed as failed:
            self.gaps[f"{around.template.path}: the nested stack {name} is not read: {failed}"] = None
            return None

    def _opened(self, around: Stack, name: str, properties: Mapping[str, Any]) -> Stack:
        self._stacks += 1
        if around.prefix.count(".") >= _MAX_DEPTH or self._stacks > _MAX_STACKS:
            raise TemplateFailed("limit", "stacks are nested too deep, or in a circle")
        template = self._template(around, around.evaluator.value(properties.get("TemplateURL")))
        given = around.evaluator.value(properties.get("Parameters"))
        inputs = Inputs(template, given if isinstance(given, dict) else {}, *self._whereabouts)
        # What stays open in it multiplies with what is open around it, so it is left open.
        found = opened(template, inputs, self._budget, at_most=1)
        self.gaps |= dict.fromkeys(found.gaps)
        self.notes |= dict.fromkeys(found.notes)
        prefix = f"{around.address(name)}."
        return Stack(found.template, inputs, found.scenarios[0], self._budget, self.stack, prefix)

    def _template(self, around: Stack, url: Any) -> Template:
        if not _is_local(url):
            raise TemplateFailed("not_in_source", "its template lies elsewhere; give it to the gate too")
        shown = posixpath.normpath(posixpath.join(posixpath.dirname(around.template.path), url))
        if shown not in self._read:
            file = around.template.file.parent / url
            if not file.is_file():
                raise TemplateFailed("not_in_source", f"there is no file {shown}")
            (self._read[shown],) = decode([(file, shown)])
        found = self._read[shown]
        if isinstance(found, TemplateFailed):
            raise found
        return found
