"""What the checker says, in the words of the form."""

from time import process_time

import pytest

from oit.desk.checked.words import in_words
from oit.findings.codes import odd_name
from oit.findings.finding import Place
from oit.forms.agency import Agency


@pytest.mark.parametrize("unit", ["x", ".ym", " (a", "{{", "a_"])
def test_a_long_value_takes_no_time(unit: str) -> None:
    finding = odd_name.CODE.at(Place(""), name=unit * 100_000)
    start = process_time()
    assert in_words(finding, Agency, ()).values["name"] == unit * 100_000
    assert process_time() - start < 1
