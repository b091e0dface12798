@echo off
rem Opens the desk of the officers for this folder: double-click this file.
rem It needs uv, once: winget install --id astral-sh.uv -e
cd /d "%~dp0" || (pause & exit /b 1)
where uv >nul 2>nul || (
  echo uv is not installed. Install it once: winget install --id astral-sh.uv -e
  pause
  exit /b 1
)
rem The first time, uv loads Python and the packages that requirements.txt names.
uv run --no-project --isolated --python ">=3.11" --with-requirements requirements.txt oit desk
if errorlevel 1 pause
