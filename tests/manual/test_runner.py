"""A guide that does not do what it says is refused."""

from pathlib import Path

import pytest

from manual.guides import blocks
from manual.runner import DifferentError, Reader, unix

pytestmark = unix


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    given = tmp_path / "given"
    (given / "town" / "data").mkdir(parents=True)
    (given / "town" / "data" / "agency.yml").write_text("name: a\n")
    (tmp_path / "scratch").mkdir()
    return Reader(tmp_path / "scratch", given)


def follow(reader: Reader, page: str) -> None:
    for block in blocks(page):
        reader.follow(block)


def test_commands_see_files_that_were_written_and_changed(reader: Reader) -> None:
    follow(
        reader,
        """\
<!-- run: given town -->
```yaml title="data/2569/o03.yml"
phone: 1
```
```diff title="data/2569/o03.yml"
-phone: 1
+phone: 2
```
<!-- run: in data -->
```sh
cat agency.yml 2569/o03.yml
```
<!-- gives -->
```text
name: a
…
phone: 2
```
""",
    )


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("```sh\nfalse\ntrue\n```\n", "exit status 1, not 0"),
        ("<!-- run: exit 1 -->\n```sh\ntrue\n```\n", "exit status 0, not 1"),
        ("```sh\necho a\n```\n<!-- gives -->\n```text\nb\n```\n", "'b' is not in"),
        (
            "<!-- run: serve http://127.0.0.1:8000/ -->\n```sh\nfalse 8000\n```\n",
            "does not answer",
        ),
    ],
    ids=["a failure", "an expected failure", "other output", "a server that ends"],
)
def test_a_difference_is_reported(reader: Reader, page: str, message: str) -> None:
    with pytest.raises(DifferentError, match=message):
        follow(reader, page)


@pytest.mark.parametrize("comment", ["run: not, a click", "run: elsewhere tests/x.py"])
def test_a_block_that_is_not_run_here_is_skipped(reader: Reader, comment: str) -> None:
    follow(reader, f"<!-- {comment} -->\n```sh\nfalse\n```\n")


def test_a_server_runs_on_a_free_port(reader: Reader) -> None:
    page = "<!-- run: serve http://127.0.0.1:8000/ -->\n```sh\npython3 -m http.server 8000\n```\n"
    follow(reader, page)
