"""Tasks in processes of their own."""

import pytest

import oit
from oit.fleet import isolated


def test_a_process_calls_a_function_of_a_module() -> None:
    assert isolated.run("fleet_tasks", "act", 21) == 42


def test_the_digest_of_the_program_is_that_of_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    isolated.program.cache_clear()
    whole = isolated.program()
    assert whole.startswith(f"{oit.__version__} ")
    monkeypatch.setattr(isolated, "_PROGRAM", isolated._PROGRAM / "thai")
    isolated.program.cache_clear()
    assert isolated.program() != whole
    monkeypatch.undo()
    isolated.program.cache_clear()
    assert isolated.program() == whole
