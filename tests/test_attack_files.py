"""Files that attack their readers are named, and everything else is checked as always."""

from pathlib import Path

import pytest

import attack_files
import commands
from oit import worker
from oit.assess.assessment import Assessment
from oit.assess.examine import examine
from oit.data.folder import DataFolder
from small_agency import TODAY, SmallAgency


def examined(agency: SmallAgency) -> Assessment:
    return examine(DataFolder(agency.data, agency.folder), TODAY)


def not_searched(assessment: Assessment) -> list[str]:
    findings = [finding for finding in assessment.findings if finding.code.id == "OIT707"]
    assert all(Path(f.place.file).name in f.message("th") for f in findings)
    return [Path(finding.place.file).name for finding in findings]


def others(assessment: Assessment) -> list[tuple[str, str]]:
    found = [finding for finding in assessment.findings if finding.code.id != "OIT707"]
    return [(finding.code.id, finding.message("en")) for finding in found]


def test_each_file_is_named_and_all_else_is_checked(
    small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_agency.write("docs/files/2569/ก.txt", "เลขประจำตัวประชาชน 1-1111-11111-11-9")
    before = others(examined(small_agency))
    assert "OIT701" in dict(before)
    attack_files.write(small_agency.folder / "docs/files/2569")
    # The less memory there is, the sooner they have used it up.
    monkeypatch.setattr(worker, "_MEMORY_FOR_SMALL_FILE", 250_000_000)
    assessment = examined(small_agency)
    assert sorted(not_searched(assessment)) == sorted(attack_files.NAMES)
    assert [finding for finding in others(assessment) if finding in before] == before
    # What was found is remembered: the next check starts no worker.
    monkeypatch.setattr(worker, "_Process", None)
    worker._worker.stop()
    assert examined(small_agency).findings == assessment.findings


@pytest.mark.parametrize(
    "call", [("import", "procurement", "--year", "2569"), ("workbook", "import")]
)
def test_imports_refuse_each_by_its_name(
    small_agency: SmallAgency, tmp_path: Path, call: tuple[str, ...]
) -> None:
    attack_files.write(tmp_path)
    files = [tmp_path / name for name in attack_files.SPREADSHEETS]
    done = commands.oit(*call, *files, "--data", small_agency.data)
    assert done.returncode == 2
    assert [name for name in attack_files.SPREADSHEETS if f"{name}: " not in done.stderr] == []
    assert "Traceback" not in done.stderr
