"""The one template engine: it escapes, and refuses names that it does not know."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from oit import jinja


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("{% if true %}\n<p>{{ name }}</p>\n{% endif %}\n")
    return tmp_path


def test_what_a_template_is_given_is_escaped(folder: Path) -> None:
    page = jinja.environment(folder).get_template("a.html").render(name="<script>")
    assert page == "<p>&lt;script&gt;</p>\n"


def test_a_name_that_is_not_given_is_an_error(folder: Path) -> None:
    with pytest.raises(UndefinedError, match="name"):
        jinja.environment(folder).get_template("a.html").render()


def test_lines_of_statements_can_stay(folder: Path) -> None:
    page = jinja.environment(folder, trim=False).get_template("a.html").render(name="a")
    assert page == "\n<p>a</p>\n"
