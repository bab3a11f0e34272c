"""Records that state one digest are one thing, whatever their ids; rows that a person keeps apart stay apart."""

from __future__ import annotations

from assay.snapshot.sameness import Sameness

_SCHEMA = {"properties": {"id": {}, "sha": {"x-same": True}, "size": {}}}
AB, CD = "ab" * 32, "cd" * 32
FILE, COPY, ROW, OTHER = "file:a.pdf", "file:b/a.pdf", "row:1", "row:2"


def _seen(*records: tuple[int, str, str, str | None]) -> Sameness:
    same = Sameness(_SCHEMA)
    for source, basis, id, sha in records:
        same.see(source, basis, {"id": id} | ({"sha": sha} if sha else {}))
    return same


def test_a_row_takes_the_id_of_its_file() -> None:
    same = _seen((1, "declared", ROW, AB), (0, "documented", FILE, AB), (0, "documented", COPY, CD))
    assert same.ids() == {FILE: FILE, ROW: FILE}
    assert same.doubtful() == []


def test_a_copy_of_a_file_is_the_file() -> None:
    assert _seen((0, "documented", COPY, AB), (0, "documented", FILE, AB)).ids() == {FILE: FILE, COPY: FILE}


def test_rows_of_two_registers_about_one_file_are_one() -> None:
    same = _seen((0, "documented", FILE, AB), (1, "declared", ROW, AB), (2, "declared", OTHER, AB))
    assert same.ids() == {FILE: FILE, ROW: FILE, OTHER: FILE}


def test_two_rows_of_one_register_are_two_things() -> None:
    same = _seen((0, "documented", FILE, AB), (1, "declared", ROW, AB), (1, "declared", OTHER, AB))
    assert same.ids() == {}
    assert same.doubtful() == [[FILE, ROW, OTHER]]


def test_case_and_blanks_do_not_make_another_digest() -> None:
    same = _seen((0, "documented", FILE, AB), (1, "declared", ROW, f" {AB.upper()}"))
    assert same.ids() == {FILE: FILE, ROW: FILE}


def test_a_word_or_a_cut_digest_is_none() -> None:
    for text in ("none", AB[:12]):
        same = _seen((1, "declared", ROW, text), (2, "declared", OTHER, text))
        assert (same.ids(), same.doubtful()) == ({}, [])


def test_who_states_nothing_is_like_nobody() -> None:
    assert _seen((0, "documented", FILE, None), (1, "declared", ROW, None)).ids() == {}


def test_a_kind_without_the_mark_has_no_two_ids_for_one_thing() -> None:
    same = Sameness({"properties": {"sha": {}}})
    same.see(0, "documented", {"id": FILE, "sha": AB})
    same.see(1, "declared", {"id": ROW, "sha": AB})
    assert same.ids() == {}
