"""What the guards refuse."""

from api.errors import LyhtyError


class FromAnotherSite(LyhtyError):
    """The request was made by a page of another site."""

    status = 403


class BodyTooLarge(LyhtyError):
    """More was sent than the longest message needs."""

    status = 413


class BodyTooSlow(LyhtyError):
    """What was sent did not arrive in time."""

    status = 408
