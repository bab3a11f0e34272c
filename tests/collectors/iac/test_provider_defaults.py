"""Defaults of the provider fill what the code does not say, and nothing else."""

from __future__ import annotations

from collectors.iac.provider_defaults import with_defaults
from collectors.iac.value import Unknown


def test_what_is_said_stays() -> None:
    values = with_defaults("aws_db_instance", {"publicly_accessible": Unknown(), "engine": "postgres"})
    assert values["publicly_accessible"] == Unknown()
    assert (values["engine"], values["auto_minor_version_upgrade"]) == ("postgres", True)


def test_each_block_has_the_defaults_of_its_kind() -> None:
    blocks = [{"rule_name": "a"}, {"enable_continuous_backup": True}]
    rules = with_defaults("aws_backup_plan", {"rule": blocks})["rule"]
    assert [rule["enable_continuous_backup"] for rule in rules] == [False, True]
    assert blocks[0] == {"rule_name": "a"}


def test_blocks_that_are_not_known_stay_so() -> None:
    assert with_defaults("aws_backup_plan", {"rule": Unknown()}) == {"rule": Unknown()}
    assert with_defaults("aws_unheard_of", {"a": 1}) == {"a": 1}
