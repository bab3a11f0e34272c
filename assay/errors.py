"""What could not be done, as exceptions; what could not be read is data (`unread`), never an exception."""


class AssayError(Exception):
    """Something a user has to know, in one line; carries the exit code of the contract."""

    exit_code = 4


class UsageError(AssayError):
    """The command, the configuration or a file given to it is wrong: nothing was judged."""

    exit_code = 2


class ConfigError(UsageError):
    """`assay.yaml` or a file that it names is wrong."""


class PackError(UsageError):
    """A pack, a check or a policy cannot be used as it is written."""


class SnapshotError(UsageError):
    """A snapshot cannot be read: missing, newer, or not one."""


class IntegrityError(AssayError):
    """A file is not the one whose digest was recorded."""


class StorageError(AssayError):
    """The disk refuses what has to be written: nothing of it stands."""


class EngineError(AssayError):
    """A policy engine cannot be started, or answers what no engine may answer."""


class PolicyError(EngineError):
    """One policy failed on one batch: it raised, conflicted or answered out of form."""
