"""Office files into data: spreadsheets of purchases and statistics, workbooks of items."""
