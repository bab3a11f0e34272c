"""What policies together allow a role, a user or a group: full wildcards, ways to further rights, who may assume it.

Pure functions on documents, for whoever has read them: a collector of a live account or of code.
"""

from .comparison import exceeds
from .escalation import Principal, paths_of
from .managed import definition, managed_name
from .paths import PATHS
from .reach import any_partition
from .rights import Rights, Unread
from .trust import Trusted, trusted
from .wildcards import Level, level_of, names_all_actions, names_all_resources

__all__ = [
    "PATHS",
    "Level",
    "Principal",
    "Rights",
    "Trusted",
    "Unread",
    "any_partition",
    "definition",
    "exceeds",
    "level_of",
    "managed_name",
    "names_all_actions",
    "names_all_resources",
    "paths_of",
    "trusted",
]
