"""Single instances of RDS."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Resource

from ...code import Code
from .audit_plugin import option_scope
from .auditing import AUDIT_LOGS, scope_of, tell_export, tell_scope
from .engines import tell_engine
from .exposure import Exposure
from .folding import tell_upgrades, tell_worst
from .identity import database
from .parameters import parameters_of
from .recovery import tell_backups, tell_protection
from .replicas import original
from .storage import tell_storage
from .transport import tell_transport

_TYPE = "aws_db_instance"


def instances(code: Code, exposure: Exposure) -> Iterator[Resource]:
    """Yield every instance that stands alone."""
    for declared in code.of(_TYPE):
        resource = database(code, declared)
        engine = tell_engine(resource, original(code, declared, "engine"))
        tell_storage(resource, code, declared, "storage_encrypted", "kms_managed")
        parameters = parameters_of(code, declared, "parameter_group_name", "aws_db_parameter_group")
        tell_transport(resource, engine, parameters)
        tell_worst(resource, "publicly_accessible", [declared.arguments.flag("publicly_accessible")], bad=True)
        exposure.tell_ingress(resource, declared, "vpc_security_group_ids", engine.port)
        if engine.dialect in AUDIT_LOGS:
            is_mysql = engine.dialect == "mysql"
            tell_scope(resource, option_scope(code, declared) if is_mysql else scope_of(engine.dialect, parameters))
            tell_export(resource, code, declared, AUDIT_LOGS[engine.dialect], "/aws/rds/instance")
        tell_upgrades(resource, [declared], code)
        tell_backups(resource, declared, "backup_retention_period")
        tell_protection(resource, declared, "deletion_protection")
        yield resource
