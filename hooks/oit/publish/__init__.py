"""The ways out: building a site, verifying it, its links and schemas."""
