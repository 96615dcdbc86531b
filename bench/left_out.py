"""Why another way of understanding is left out of an evaluation, which goes on without it."""


class ComparisonUnavailable(RuntimeError):
    """Another way of understanding cannot be measured here; the message is a sentence that says which, and why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} is left out of the comparison: {reason}")
