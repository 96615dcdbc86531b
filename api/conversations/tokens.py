"""Session tokens: 32 random bytes that a visitor's page holds, and that the server keeps nowhere.

From a token come two things that do not lead back to it or to each other: where the conversation lies (SHA-256 with a
label) and the key that opens it (HKDF, in `sealing.py`).
"""

import base64
import binascii
import hashlib
import secrets

_BYTES = 32
_LOOKUP_LABEL = b"lyhty conversation lookup v1\x00"


class TokenMalformed(ValueError):
    """The string is no token that Lyhty could have made. Does not say what it was."""


def new_token() -> str:
    """A fresh token: 43 characters of base64url, 256 bits by the operating system's generator."""
    return base64.urlsafe_b64encode(secrets.token_bytes(_BYTES)).rstrip(b"=").decode()


def token_bytes(token: str) -> bytes:
    """The bytes of a token.

    Raises:
        TokenMalformed: wrong length or letters, or a second spelling of the same bytes (base64 has spare bits).
    """
    try:
        found = base64.b64decode(token.encode("ascii") + b"=", altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise TokenMalformed from None
    if len(found) != _BYTES or base64.urlsafe_b64encode(found).rstrip(b"=").decode() != token:
        raise TokenMalformed
    return found


def lookup_of(token: bytes) -> str:
    """Under what the store keeps the conversation: 64 hexadecimal digits, from which the token cannot be found."""
    return hashlib.sha256(_LOOKUP_LABEL + token).hexdigest()
