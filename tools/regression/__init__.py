"""Runs one version of the program with fixed inputs and records its outputs, for ``tools/same.py``.

- ``versions.py`` copies a version of the program into the scratch folder.
- ``inputs.py`` collects the inputs; ``office.py`` has the spreadsheets for ``oit import``.
- ``calls.py`` lists every call of the program; ``edits.py`` changes files between calls.
- ``run.py`` runs the calls and records their outputs; ``child.py`` runs one call quickly;
  ``server.py`` replaces the internet.
- ``manifest.py`` saves, loads and compares the recorded outputs.
"""
