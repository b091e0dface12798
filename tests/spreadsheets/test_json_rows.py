"""The state's open contract data in JSON."""

import json
from typing import Any

import pytest

from oit.spreadsheets import limits
from oit.spreadsheets.json_rows import read_json
from oit.spreadsheets.limits import RefusedError


def sheet(value: Any) -> list[list[str]]:
    return read_json(json.dumps(value), "egp.json").rows


def test_a_row_for_each_contract() -> None:
    contracts = [{"winner": "ก", "status": "x"}, {"winner": "ข", "project_id": "9"}]
    read = read_json(
        json.dumps({"result": [{"project_id": "1", "contract": contracts}, {"project_id": 2}]}),
        "egp.json",
    )
    assert read.rows == [
        ["project_id", "winner", "contract_status", "contract_project_id"],
        ["1", "ก", "x", ""],
        ["1", "ข", "", "9"],
        ["2", "", "", ""],
    ]
    assert read.place(2).en == "egp.json result[0].contract[1]"
    assert read.place(3, 1).th == "egp.json result[1]"


def test_numbers_stay_as_they_are_written() -> None:
    text = '[{"price_agree": 46730.10, "n": 12345678901234567890, "no": null, "g": {"a": [1]}}]'
    assert read_json(text, "a").rows[1] == ["46730.10", "12345678901234567890", "", '{"a": ["1"]}']


def test_contracts_that_are_not_a_list_become_a_column() -> None:
    assert sheet([{"a": "1", "contract": "x"}]) == [["a", "contract"], ["1", "x"]]
    assert sheet([{"a": "1", "contract": []}]) == [["a"], ["1"]]


@pytest.mark.parametrize(
    "text",
    ["{", "[1]", "{}", '{"result": []}', "[]", "[" * 100_000, '[{"a": "' + "x" * 40_000 + '"}]'],
)
def test_what_is_no_such_list_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read_json(text, "a.json")


def test_keys_that_differ_in_each_project_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 100)
    projects = [{f"key{number}": number} for number in range(11)]
    with pytest.raises(RefusedError, match="too many values"):
        read_json(json.dumps(projects), "a.json")
    assert read_json(json.dumps(projects[:10]), "a.json").rows


def test_a_name_repeated_in_one_object_is_refused() -> None:
    with pytest.raises(RefusedError, match='repeats "budget" in one object'):
        read_json('[{"project_name": "ก", "budget": 1000, "budget": 2000}]', "a.json")
