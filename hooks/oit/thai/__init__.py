"""How Thai officers write digits, dates, money and ids; read and written in one place."""
