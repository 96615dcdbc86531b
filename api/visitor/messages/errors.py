"""What can be wrong with a message."""

from api.errors import LyhtyError


class TextEmpty(LyhtyError):
    """Nothing readable was written."""

    status = 422


class TextTooLong(LyhtyError):
    """More than 2,000 characters."""

    status = 422


class TopicNotOffered(LyhtyError):
    """The chosen topic is none of the library's."""

    status = 422
