"""The connection to Valkey: a small pool, short waits, nothing that could log a command."""

import valkey.asyncio as valkey

from api.conversations import figures
from api.conversations.store import Lives
from api.settings import Settings, SettingsInvalid

_CONNECTIONS = 32
_SECONDS = 1.5
_SECONDS_FOR_A_PLACE = 2.0  # a crowd that comes at once waits for one of the connections; together within five seconds


def connect(settings: Settings) -> valkey.Valkey:
    """A client; it connects when it is first used.

    Raises:
        SettingsInvalid: no server is named.
    """
    if settings.valkey_url is None:
        raise SettingsInvalid(["LYHTY_VALKEY_URL: no server is named. Write for example unix:///run/valkey.sock."])
    pool = valkey.BlockingConnectionPool.from_url(
        settings.valkey_url,
        max_connections=_CONNECTIONS,
        timeout=_SECONDS_FOR_A_PLACE,
        socket_timeout=_SECONDS,
        socket_connect_timeout=_SECONDS,
        lib_name=None,
        lib_version=None,
    )
    return valkey.Valkey.from_pool(pool)


def lives(settings: Settings) -> Lives:
    """How long things live in the store, by the settings."""
    return Lives(
        idle=settings.idle_minutes * figures.MINUTE,
        whole=figures.WHOLE,
        mark=figures.MARK,
        short_mark=figures.SHORT_MARK,
        claim=figures.CLAIM,
        pace=figures.MESSAGES_PER_MINUTE if settings.limits else 0,
        pace_window=figures.MINUTE,
        messages=figures.MOST_MESSAGES,
    )
