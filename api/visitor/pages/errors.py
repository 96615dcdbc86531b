"""What can go wrong with a page, beyond what can go wrong with a conversation."""

from api.errors import LyhtyError


class DeletionFailed(LyhtyError):
    """The store did not answer when a conversation was to be deleted; it disappears by itself, later."""

    status = 503
