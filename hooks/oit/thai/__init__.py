"""How Thai officers write digits, dates, money and ids: one reader and one writer of each."""
