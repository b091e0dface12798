"""Personal data, found before it is published, and masked where it must not be."""
