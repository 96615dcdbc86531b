"""Why Lyhty did not start, as something that can be told to whoever started it."""


class StartFailed(RuntimeError):
    """Something that is needed to start is missing or wrong; the message says what to do."""
