"""One module a command, or a group of commands; each is imported when it is called."""
