"""The desk's own folder."""

import subprocess
from pathlib import Path

from oit.desk.keys import make_key
from oit.desk.state import make_state, write_private


def test_the_folder_is_for_its_owner_and_not_for_git(tmp_path: Path) -> None:
    state = tmp_path / ".oit" / "desk"
    make_state(state)
    assert state.stat().st_mode & 0o777 == 0o700
    (state / ".gitignore").write_text("*\n!kept\n", encoding="utf-8")
    state.chmod(0o755)
    make_state(state)
    assert state.stat().st_mode & 0o777 == 0o700
    assert (state / ".gitignore").read_text(encoding="utf-8") == "*\n!kept\n"


def test_a_file_is_for_its_owner_even_if_it_was_restored_for_all(tmp_path: Path) -> None:
    path = tmp_path / "desk" / "secret"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")
    path.chmod(0o644)
    write_private(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_git_takes_none_of_it(tmp_path: Path) -> None:
    write_private(tmp_path / ".oit/desk/accounts.json", "{}")
    make_key(tmp_path / ".oit/desk")
    (tmp_path / ".oit/versions.txt").touch()
    git = ["git", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "--all"], check=True, capture_output=True)
    staged = subprocess.run([*git, "ls-files"], check=True, capture_output=True, text=True)
    assert staged.stdout == ".oit/versions.txt\n"
