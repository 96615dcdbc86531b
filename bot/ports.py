"""Takes the bot's port before the model is loaded, so that a taken port is told at once and in a sentence."""

import socket


class PortTaken(RuntimeError):
    """Another program listens there; the message says what to do."""


def take(bind: str, port: int) -> socket.socket:
    """A socket that has the port and does not listen yet: until it does, callers are refused.

    Args:
        bind: address to listen on.
        port: port to listen on.

    Raises:
        PortTaken: another program has it.
    """
    taken = socket.socket()
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((bind, port))
    except OSError:
        taken.close()
        raise PortTaken(
            f"Port {port} on {bind} is taken. Stop the program that uses it, or set LYHTY_RASA_PORT to another."
        ) from None
    return taken
