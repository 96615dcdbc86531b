"""What is refused because there is too much of it."""

from api.errors import LyhtyError


class RequestsTooFast(LyhtyError):
    """More requests from one network than people write."""

    status = 429


class TooManyConversations(LyhtyError):
    """More new conversations in all than Lyhty can carry."""

    status = 429
