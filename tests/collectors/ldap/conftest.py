"""Servers that the tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.slapd import SUFFIX, Slapd, slapd

PEOPLE = f"""
dn: uid=zhang,ou=people,{SUFFIX}
objectClass: inetOrgPerson
uid: zhang
cn: 张三
sn: 张
employeeNumber: E1
mail: Zhang@Example.cn
userPassword: made-up-zhang
createTimestamp: 20200301000000Z

dn: uid=li,ou=people,{SUFFIX}
objectClass: inetOrgPerson
uid: li
cn: 李四
sn: 李
employeeNumber: E2
pwdAccountLockedTime: 000001010000Z
modifyTimestamp: 20261101040000Z

dn: uid=wang,ou=people,{SUFFIX}
objectClass: inetOrgPerson
uid: wang
cn: 王五
sn: 王
mail: wang@example.cn
pwdAccountLockedTime: 20261120010203Z
"""


@pytest.fixture(scope="session")
def server() -> Iterator[Slapd]:
    """OpenLDAP with password policy, nested groups and a log-on of zhang."""
    with slapd(PEOPLE) as server:
        with server.admin() as admin:
            groups = {"dba": f"uid=zhang,ou=people,{SUFFIX}", "ops": f"cn=dba,ou=groups,{SUFFIX}"}
            for name, member in groups.items():
                assert admin.add(f"cn={name},ou=groups,{SUFFIX}", "groupOfNames", {"member": member})
            added = {"member": [("MODIFY_ADD", [f"cn=ops,ou=groups,{SUFFIX}"])]}
            assert admin.modify(f"cn=dba,ou=groups,{SUFFIX}", added)
        assert server.bind(f"uid=zhang,ou=people,{SUFFIX}", "made-up-zhang")
        yield server
