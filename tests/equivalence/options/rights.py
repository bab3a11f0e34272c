"""Every option of roles."""

from __future__ import annotations

from ..documents import RIGHTS, TRUSTS
from ..model import Role

ROLES = (
    *(Role(trust=(name,)) for name in TRUSTS),
    Role(trust=("service", "partner_id")),
    *(Role(inline=(name,)) for name in RIGHTS),
    Role(inline=("everything", "everything_denied")),
    *(Role(attached=(name,)) for name in ("everything", "one_bucket", "pass_role")),
    *(Role(managed=(name,)) for name in ("AdministratorAccess", "ReadOnlyAccess", "PowerUserAccess", "NoSuchPolicy")),
    Role(inline=("one_bucket",), attached=("reads_anything",), managed=("job-function/ViewOnlyAccess",)),
)
