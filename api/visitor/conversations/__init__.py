"""A visitor's own conversation: begun, read again, deleted."""
