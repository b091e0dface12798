"""The officer's desk: a web application in which officers fill in their items.

It shows the data of a folder as forms, with the checker beside every field, and saves through the
editor of YAML (``oit.source.edit``). Everything a page shows of a year comes from one assessment.
"""
