"""``oit answers``: what the national answer form wants, and the addresses given to it."""
