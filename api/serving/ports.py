"""Looks at ports before anything starts, so that a taken one is said in a sentence and not in a stack trace."""

import socket
from collections.abc import Mapping

from api.serving.failures import StartFailed


class PortTaken(StartFailed):
    """Another program listens on a port that Lyhty needs; the message says which setting to change."""


def require_free(host: str, ports: Mapping[str, int]) -> None:
    """Make sure that Lyhty can listen.

    Args:
        host: address to listen on.
        ports: port by the name of the setting that chooses it.

    Raises:
        PortTaken: naming the port and its setting.
    """
    for setting, port in ports.items():
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((host, port))
            except OSError as error:
                another = f"{setting}={port + 100} make run"
                message = f"Port {port} is taken by another program. Stop it, or choose another port: {another}"
                raise PortTaken(message) from error


def answers(host: str, port: int) -> bool:
    """Whether somebody accepts connections there."""
    try:
        with socket.create_connection((host, port), timeout=0.5):
            return True
    except OSError:
        return False
