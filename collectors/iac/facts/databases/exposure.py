"""Who can reach a database over the network: its address, and the security groups before its port."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown, references_in
from ..security_groups import GROUPS, is_any_source
from ..telling import tell

#: The address of a declared group, in a module or not; that of one that is looked up begins with `data`.
_GROUP = re.compile(r"(?:^|(?<!\bdata)\.)aws_(?:default_)?security_group\.[^.]+$")


class Exposure:
    """Asks each combination of groups and port once; many databases share their groups."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._known: dict[tuple[tuple[str, ...], int | None], bool | Unknown] = {}

    def tell_ingress(self, resource: Resource, declared: Declared, argument: str, default: int | Unknown) -> None:
        """State whether anybody is let in at the port; `argument` names the groups."""
        port = declared.arguments.number("port")
        tell(resource, "ingress_any", self._any(declared, argument, default if port is None else port))

    def _any(self, declared: Declared, argument: str, port: int | Unknown) -> bool | Unknown:
        groups, unseen = self._groups(declared, argument)
        answer = self._ask(groups, port) if groups else False
        return unseen if unseen is not None and answer is False else answer

    def _ask(self, groups: Sequence[Declared], port: int | Unknown) -> bool | Unknown:
        key = (tuple(group.address for group in groups), None if isinstance(port, Unknown) else port)
        if key not in self._known:
            self._known[key] = is_any_source(self._code, groups, port)
        return self._known[key]

    def _groups(self, declared: Declared, argument: str) -> tuple[list[Declared], Unknown | None]:
        """Return the groups that the code holds, and why there may be others."""
        value = declared.arguments.value(argument)
        if value is None or value == []:
            return [], Unknown("not_in_source", operation=f"{argument}: the default group of the network")
        if isinstance(value, Unknown):
            return self._referred(declared, argument, value)
        found: list[Declared] = []
        unseen = None
        for item in value if isinstance(value, list) else [value]:
            named = self._code.named(item, declared, GROUPS)
            if isinstance(named, Unknown) or not named:
                unseen = Unknown("not_in_source", operation=f"{argument}: the code does not hold every group")
            else:
                found += named
        return found, unseen

    def _referred(self, declared: Declared, argument: str, value: Unknown) -> tuple[list[Declared], Unknown | None]:
        """Return the groups behind a list that is known only when it is applied: those its expression names."""
        references = dict.fromkeys((*references_in(value), *declared.references.get(argument, ())))
        found = [one for reference in references for one in self._code.resolve(reference, declared)]
        groups = {one.address: one for one in found if one.type in GROUPS}
        # A group of which there is no instance is none; anything else may hold groups that the code does not.
        is_whole = bool(groups) and value.parts <= len(references)
        is_whole = is_whole and all(_GROUP.search(reference.address) for reference in references)
        return list(groups.values()), None if is_whole else value
