"""Groups of parameters and of options that databases name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS, each, entries
from .shape import Arguments, From, Part

_PARAMETERS = From("Parameters", entries("name", "value"))
_OPTION: Arguments = {
    "option_name": "OptionName",
    "port": "Port",
    "version": "OptionVersion",
    "option_settings": From("OptionSettings", each({"name": "Name", "value": "Value"})),
}


def _parameters(type_: str, name: str) -> Sequence[Part]:
    return [Part(type_, {"name": name, "family": "Family", "parameter": _PARAMETERS, "tags": TAGS})]


TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::RDS::DBParameterGroup": _parameters("aws_db_parameter_group", "DBParameterGroupName"),
    "AWS::RDS::DBClusterParameterGroup": _parameters("aws_rds_cluster_parameter_group", "DBClusterParameterGroupName"),
    "AWS::DocDB::DBClusterParameterGroup": _parameters("aws_docdb_cluster_parameter_group", "Name"),
    "AWS::Neptune::DBClusterParameterGroup": _parameters("aws_neptune_cluster_parameter_group", "Name"),
    "AWS::Neptune::DBParameterGroup": _parameters("aws_neptune_parameter_group", "Name"),
    "AWS::RDS::OptionGroup": [
        Part(
            "aws_db_option_group",
            {
                "name": "OptionGroupName",
                "engine_name": "EngineName",
                "major_engine_version": "MajorEngineVersion",
                "option": From("OptionConfigurations", each(_OPTION)),
            },
        )
    ],
}
