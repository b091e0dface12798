"""The check ``duplicate_project``: is a project listed twice with the same contract?"""

from pathlib import Path

import pytest

from given import places
from oit.checks.procurement import duplicate_project
from procurement.reading import asked, in_table, in_yaml

CASES = [
    ([("67119000001", ""), ("67119000002", "")], []),
    ([("67119000001", ""), ("67119000001", "")], [1]),
    ([("67119000001", "1/2569"), ("67119000001", "2/2569")], []),  # several contracts
    ([("67119000001", "1/2569"), ("67119000001", "1/2569")], [1]),
    ([("67119000001", "1/2569"), ("67119000001", "")], []),
    ([("67119000001", ""), ("", ""), ("67119000001", ""), ("67119000001", "")], [2, 3]),
    ([("", ""), ("", "")], []),
    ([("-", "1"), ("-", "1")], []),
]


@pytest.mark.parametrize(("projects", "duplicates"), CASES)
def test_in_a_list(projects: list[tuple[str, str]], duplicates: list[int]) -> None:
    rows = "".join(
        f"  - name: ก\n    project_number: '{number}'\n    contract_number: '{contract}'\n"
        for number, contract in projects
    )
    assert places(asked(duplicate_project, in_yaml(f"purchases:\n{rows}"))) == [
        ("OIT613", 3 * index + 3, 5) for index in duplicates
    ]


@pytest.mark.parametrize(("projects", "duplicates"), CASES)
def test_in_a_table(tmp_path: Path, projects: list[tuple[str, str]], duplicates: list[int]) -> None:
    rows = "".join(f"ก,{contract},{number}\n" for number, contract in projects)
    purchases = in_table(tmp_path, f"name,contract_number,project_number\n{rows}")
    assert places(asked(duplicate_project, purchases)) == [
        ("OIT613", index + 2, 3) for index in duplicates
    ]


def test_the_message_gives_the_place_of_the_first(tmp_path: Path) -> None:
    purchases = in_table(tmp_path, "name,project_number\nก,\nข,7\nค,7\nง,7\n")
    assert [finding.message("en") for finding in asked(duplicate_project, purchases)] == [
        f"“{name}”: duplicate project number 7; it is already at data/2569/procurement.csv:3:2"
        for name in ("ค", "ง")
    ]
