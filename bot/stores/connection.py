"""The connection to Valkey that both stores share: fails fast, and comes back by itself when the server does."""

from valkey.asyncio import Valkey
from valkey.asyncio.retry import Retry
from valkey.backoff import NoBackoff
from valkey.exceptions import ConnectionError as ConnectionLost

ANSWER_SECONDS = 1.0


def connect(url: str) -> Valkey:
    """A client for the server at `url`; nothing is sent until the first command.

    Args:
        url: `unix://…`, `valkey://…` or `valkeys://…` (encrypted).
    """
    # One retry: after a restart of the server the pool still holds connections of the old one.
    client: Valkey = Valkey.from_url(
        url,
        decode_responses=True,
        socket_timeout=ANSWER_SECONDS,
        socket_connect_timeout=ANSWER_SECONDS,
        retry=Retry(NoBackoff(), 1),
        retry_on_error=[ConnectionLost],
    )
    return client
