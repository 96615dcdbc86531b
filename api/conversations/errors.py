"""What can be wrong with a conversation or with a message in it."""

from api.errors import LyhtyError


class ConversationUnknown(LyhtyError):
    """No conversation is known under this token: it was never begun, or all memory of it is gone."""

    status = 401


class ConversationExpired(LyhtyError):
    """The conversation was idle for too long, or is older than a day, and is gone."""

    status = 410


class ConversationDeleted(LyhtyError):
    """The visitor deleted this conversation or left it; the token stays dead."""

    status = 410


class ConversationFull(LyhtyError):
    """The conversation holds as many messages as one may."""

    status = 409


class ConversationsFull(LyhtyError):
    """There is no room for new conversations; open ones go on."""

    status = 503


class MessageIdReused(LyhtyError):
    """Another message was already sent under this id."""

    status = 409


class AnswerPending(LyhtyError):
    """The same message is being answered elsewhere, and the answer did not come in time."""

    status = 503


class MessagesTooFast(LyhtyError):
    """More messages in this conversation than a person writes."""

    status = 429
