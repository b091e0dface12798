"""``oit answers``: the answers to the national form, the tasks that remain, their calendar."""
