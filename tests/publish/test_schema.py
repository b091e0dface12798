"""The forms for editors: JSON Schemas that agree with what the program reads."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from check_jsonschema.parsers.yaml import construct_yaml_implementation  # type: ignore[import-untyped]  # it has no types
from jsonschema import Draft202012Validator

from given import ROOT
from oit.data.checklist import available, load
from oit.data.folder import DataFolder
from oit.forms import FORMS, ita
from oit.forms.agency import Agency
from oit.forms.base import Form
from oit.publish.schema import OWN, schema_of, write_schemas

ALL: dict[str, type[Form]] = {**OWN, **FORMS}


def files() -> Iterator[tuple[Path, str]]:
    """Yield every data file of the sample and the examples, with its form's name."""
    for data in (ROOT / "data", *ROOT.glob("examples/*/data")):
        yield data / "agency.yml", "agency"
        for year in DataFolder(data).years():
            # A year of history has the file of the ITA cycle alone, and may have no list.
            forms = {ita.FILE: "ita_development"}
            if path := available().get(("general", year)):
                checklist, _, _ = load(path, path.name)
                assert checklist
                forms |= {item.file_name: item.form for item in checklist.items}
            for file in sorted((data / str(year)).glob("*.yml")):
                yield file, forms[file.name]


def faults(form: str, text: str) -> list[str]:
    """Say what an editor would: it reads YAML as check-jsonschema does."""
    data = construct_yaml_implementation().load(text)
    return [error.message for error in Draft202012Validator(schema_of(ALL[form])).iter_errors(data)]


def test_every_schema_is_valid() -> None:
    for form in ALL.values():
        Draft202012Validator.check_schema(schema_of(form))


def test_every_field_has_its_thai_name() -> None:
    for form_name, form in ALL.items():
        schema = schema_of(form)
        for part in (schema, *schema.get("$defs", {}).values()):
            assert part["additionalProperties"] is False, form_name
            for name, field in part["properties"].items():
                has_thai = any("ก" <= letter <= "๛" for letter in field["title"])
                assert has_thai or name in {"email", "line"}, (form_name, name)


def test_an_editor_accepts_every_file_that_the_program_reads() -> None:
    refused = {
        file.relative_to(ROOT).as_posix(): found
        for file, form in files()
        if (found := faults(form, file.read_text(encoding="utf-8")))
    }
    assert refused == {}


@pytest.mark.parametrize(
    ("form", "text", "fault"),
    [
        ("contact", "phoen: 0 4599 9999", "('phoen' was unexpected)"),
        ("contact", "channels: [{name: ก, link: x}]", "('link' was unexpected)"),
        ("contact", "channels: [{url: 'https://x.example'}]", "'name' is a required property"),
        ("contact", "channels: โทรศัพท์", "is not of type 'array'"),
        ("executives", "people: [{name: ก, rank: boss}]", "'boss' is not one of"),
        ("executives", "people: [{vacant: maybe}]", "'maybe' is not one of"),
        ("annual_report", "year: [2568]", "is not of type 'string'"),
        ("news", "documents: [{title: ก}]", "'file' is a required property"),
        ("agency", "name: ก", "'kind' is a required property"),
        ("agency", "name: ก\nkind: เทศบาล", "'เทศบาล' is not one of ['municipality', "),
    ],
)
def test_what_the_program_refuses_an_editor_marks(form: str, text: str, fault: str) -> None:
    (found,) = faults(form, text)
    assert fault in found


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("contact", "phone: 045999999"),
        ("contact", "phone:\nchannels: []"),
        ("annual_report", "year: 2568\nupdated: 2569-01-15"),
        ("annual_report", "year: ๒๕๖๘\nprojects: [{name: ก, spent: 'ไม่ใช้งบประมาณ', budget: 1.5}]"),
        ("procurement_monthly", "months: [{month: 2568-10, nothing: ไม่มี}]"),
        ("executives", "people: [{position: ปลัด, vacant: true}, {name: ก, vacant: 'false'}]"),
        ("structure", "units: [{name: ก, units: [{name: ข, side: permanent}]}]"),
        ("news", "documents: [{title: ก, file: files/a.pdf, shows: {news: 2}}]"),
    ],
)
def test_a_value_may_be_written_in_any_way_that_the_program_reads(form: str, text: str) -> None:
    assert faults(form, text) == []


def test_the_schemas_are_written_one_a_form(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "new/folder")
    assert [path.name for path in written] == [f"{name}.schema.json" for name in ALL]
    for path, form in zip(written, ALL.values(), strict=True):
        text = path.read_text(encoding="utf-8")
        assert json.loads(text) == schema_of(form)
        assert text.endswith("}\n")
        assert "\\u0e" not in text


def test_the_same_forms_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_schemas(tmp_path / name) for name in ("first", "second"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_schema_names_its_dialect() -> None:
    assert schema_of(Agency)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_a_list_may_are_empty() -> None:
    validator = Draft202012Validator(schema_of(FORMS["contact"]))
    assert validator.is_valid({"channels": None})
    assert not validator.is_valid({"channels": "เว็บไซต์"})
