"""Whether a copy is encrypted: by its own setting, else as what it was made from."""

from __future__ import annotations

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..databases.replicas import original
from ..databases.storage import takes_over
from .sorts import BY_TYPE

Answer = bool | Unknown

#: How many copies of copies are followed; code has no more, and a loop in it must end.
_DEPTH = 8
_NOT_TOLD = Unknown("not_in_source", operation="encryption follows the source, which the code does not tell")
_DISK_COPIES = frozenset({"aws_ebs_snapshot_copy", "aws_ebs_snapshot_import", "aws_ami", "aws_ami_copy"})
"""An account may encrypt these by default, so that silence says nothing."""

_ALWAYS = ("aws_dynamodb_table", "aws_redshiftserverless_namespace")
_CLEAR_BY_DEFAULT = ("aws_db_instance", "aws_rds_cluster")


def encryption(code: Code, declared: Declared, depth: int = _DEPTH) -> Answer:
    """Say whether a copy, or what it was made from, is encrypted."""
    if declared.type not in BY_TYPE:
        return _of_source(code, declared)
    sort = BY_TYPE[declared.type]
    if not sort.follows:
        return True
    own = _own(declared.arguments)
    if own is True or (isinstance(own, bool) and declared.type not in _DISK_COPIES):
        return own
    found = code.targets(declared, sort.source[0], *sort.source[1]) if depth else []
    if isinstance(found, Unknown):
        return found
    return _copied(declared, own, [encryption(code, source, depth - 1) for source in found] + _disks(code, declared))


def _copied(declared: Declared, own: Answer | None, sources: list[Answer]) -> Answer:
    """A copy of what is encrypted is encrypted; of what is not, only an account's default may make it so."""
    if sources and all(source is True for source in sources):
        return True
    if False in sources and (own is False or declared.type not in _DISK_COPIES):
        return False
    return next((answer for answer in (own, *sources) if isinstance(answer, Unknown)), _NOT_TOLD)


def _own(block: Block) -> Answer | None:
    """Return what the arguments themselves say; to name a key is to encrypt."""
    flags = [block.flag(name) for name in ("encrypted", "storage_encrypted")]
    known = next((flag for flag in flags if isinstance(flag, bool)), None)
    if known is None and block.text("kms_key_id") is not None:
        return True
    return known if known is not None else next((flag for flag in flags if flag is not None), None)


def _of_source(code: Code, declared: Declared) -> Answer:
    if declared.type == "aws_instance":
        return _of_disks(declared.arguments)
    source = original(code, declared, "storage_encrypted", "kms_key_id")
    own = _own(source.arguments)
    if own is not None or source.type in _ALWAYS:
        return True if own is None else own
    server = source.arguments.text("engine_mode") in (None, "provisioned")
    if source.type in _CLEAR_BY_DEFAULT and source.is_new and server and not takes_over(source):
        return False
    return _NOT_TOLD


def _of_disks(instance: Block) -> Answer:
    disks = [instance.blocks(name) for name in ("root_block_device", "ebs_block_device")]
    answers = [_own(disk) for blocks in disks if not isinstance(blocks, Unknown) for disk in blocks]
    if False in answers:
        return False
    # A disk that is not written out comes from the image.
    written = not isinstance(disks[0], Unknown) and bool(disks[0]) and not isinstance(disks[1], Unknown)
    return True if written and all(answer is True for answer in answers) else _NOT_TOLD


def _disks(code: Code, declared: Declared) -> list[Answer]:
    """Return the state of the disks that an image names."""
    blocks = declared.arguments.blocks("ebs_block_device") if declared.type == "aws_ami" else []
    if isinstance(blocks, Unknown):
        return [blocks]
    return [_disk(code, declared, block) for block in blocks]


def _disk(code: Code, image: Declared, block: Block) -> Answer:
    own = _own(block)
    if own is not None:
        return own
    found = code.named(block.value("snapshot_id"), image, ["aws_ebs_snapshot", "aws_ebs_snapshot_copy"])
    if isinstance(found, Unknown) or not found:
        return _NOT_TOLD
    return encryption(code, found[0])
