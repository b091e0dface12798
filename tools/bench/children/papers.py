"""Write the papers of the ITA cycle of a data folder for Word, in memory.

    python papers.py ours|plain DATA

``ours`` is what the site has. ``plain`` writes the same texts and tables with python-docx as
its manual shows it: no typeface for Thai, no repeated heads, no fixed bytes.
"""

import io
import sys
from pathlib import Path

import docx

from oit.assess.examine import examine_all
from oit.clock import today
from oit.data.folder import DataFolder
from oit.views.papers import papers_of
from oit.views.papers.paper import Paper, PaperTable, Text
from oit.views.papers.word import write_word


def main(how: str, data: str) -> None:
    """Write every paper of every year."""
    day = today()
    for assessment in examine_all(DataFolder(Path(data)), day):
        if assessment.cycle:
            for paper in papers_of(assessment.cycle, assessment.agency):
                if how == "ours":
                    write_word(paper, day)
                else:
                    plain(paper)


def plain(paper: Paper) -> None:
    """Write a paper's texts and tables."""
    document = docx.Document()
    document.add_heading(paper.title)
    for block in paper.blocks:
        if isinstance(block, Text):
            document.add_paragraph(str(block.text))
        elif isinstance(block, PaperTable):
            table = document.add_table(rows=1, cols=len(block.columns))
            for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
                cell.text = column.head
            for _, rows in block.groups:
                for row in rows:
                    for cell, content in zip(table.add_row().cells, row, strict=True):
                        lines = content if isinstance(content, list) else [content]
                        cell.text = "\n".join(map(str, lines))
    document.save(io.BytesIO())


if __name__ == "__main__":
    main(*sys.argv[1:])
