"""Jobs as people write them, `Data Analyst` and `data_analyst` being one, and the job roles that serve them."""

from __future__ import annotations

import unicodedata
from weakref import WeakKeyDictionary

from assay.derive import Derivation, Missing, Record, View

from .reading import fact
from .registers import all_named

_USES = [("role_definition", "job_functions")]
# Asked for every person, so answered once for a snapshot.
_roles: WeakKeyDictionary[View, dict[str, list[str]]] = WeakKeyDictionary()


def job_name(text: str) -> str:
    """Fold width and case; blanks and hyphens between words become one `_`."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "_".join(folded.replace("-", " ").replace("_", " ").split())


def job(person: Record, _: View) -> object:
    """Return the job of a person in its normal form."""
    text = fact(person, "job_function")
    return text if isinstance(text, Missing) else job_name(str(text))


def jobs(role: Record, _: View) -> object:
    """Return the jobs that a job role serves in their normal form."""
    listed = fact(role, "job_functions")
    return [job_name(name) for name in listed] if isinstance(listed, list) else listed


def _job_role_ids(person: Record, view: View) -> object:
    """Return the job roles that serve the job of a person."""
    own = job(person, view)
    return own if isinstance(own, Missing) else _roles_by_job(view).get(str(own), [])


def _roles_by_job(view: View) -> dict[str, list[str]]:
    if view not in _roles:
        found: dict[str, list[str]] = {}
        for role in view.every("role_definition"):
            for name in sorted({job_name(text) for text in role.get("job_functions", ())}):
                found.setdefault(name, []).append(role["id"])
        _roles[view] = found
    return _roles[view]


def _job_roles_read(person: Record, view: View) -> object:
    """Say that no job role that may serve the person is out of sight."""
    return ("job_function" in person and all_named(view, "role_definition", "job_functions")) or Missing("partial")


JOBS = {
    "job": Derivation(job),
    "job_role_ids": Derivation(_job_role_ids, uses=_USES),
    "job_roles_read": Derivation(_job_roles_read, uses=_USES),
}
"""Derived facts of a person: the job in its normal form, and the job roles of it."""
