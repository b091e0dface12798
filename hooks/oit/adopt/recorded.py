"""The file adopted.yml: read before a run, and written with what the run brings in."""

from collections.abc import Sequence
from dataclasses import replace

from oit.data.documents import check_file, file_paths
from oit.data.folder import DataFolder
from oit.data.form_file import FormFile, read_optional
from oit.findings.codes import document_path
from oit.forms.adopted import FILE, Adopted, AdoptedDocument
from oit.source.write import Plain, in_block
from oit.thai import dates

_HEAD = """\
# ที่มาของเอกสารที่ oit adopt นำเข้าจากเว็บไซต์เดิม สั่ง oit adopt อีกครั้งจะเทียบกับไฟล์นี้ และบอกว่าต้นทางเปลี่ยนอะไร
# แหล่งที่อยู่ใน sources นำเข้าครบแล้ว สั่งซ้ำจะไม่เปลี่ยนไฟล์ใด ถ้าต้องการให้นำเอกสารใหม่เข้าอีก ให้ลบบรรทัดของแหล่งนั้น
"""


def read_adopted(folder: DataFolder, year: int) -> FormFile[Adopted]:
    """Read the file, which a year may lack.

    Its paths become those of documents, so one that leads out of docs/files/ is an error. That a
    document is not there any more is none.
    """
    file = read_optional(Adopted, folder.path / str(year) / FILE, folder, year)
    if file.form is None:
        return file
    faults = [
        finding
        for path, name in file_paths(file.form)
        for finding in check_file(name, folder.docs, file.place(path))
        if finding.code is document_path.CODE
    ]
    return replace(file, findings=(*file.findings, *faults))


def as_yaml(sources: Sequence[str], documents: Sequence[AdoptedDocument]) -> str:
    """Return the contents of the file."""
    entries: list[Plain] = [
        {
            "item": document.item,
            "address": document.address,
            **({"page": document.page} if document.page else {}),
            "file": str(document.file),
            "sha256": document.sha256,
            **({"day": dates.write_day(document.day)} if document.day else {}),
        }
        for document in documents
    ]
    return f"{_HEAD}{in_block({'sources': [*sources], 'documents': entries})}\n"
