"""Sealing: what lies in the store cannot be read without the visitor's token (promise P2).

PyNaCl was chosen before `cryptography`: its one cipher call (XChaCha20-Poly1305) takes random nonces without a counter
to keep, and the same library gives the sealed boxes and the Argon2id that handing a conversation to an advisor needs.
It has no HKDF, so the few lines of RFC 5869 stand here and are tested with the RFC's own vectors.
"""

import hashlib
import hmac
import secrets
from enum import Enum

from nacl.exceptions import CryptoError
from nacl.secret import Aead

KEY_BYTES = 32
_WRAPPING_LABEL = b"lyhty conversation key wrapping v1"


class Purpose(Enum):
    """What a sealed value is. It is bound into the seal, so that one cannot be put in another's place."""

    KEY = b"lyhty key v1"
    SENDER = b"lyhty sender v1"
    LANGUAGE = b"lyhty language v1"
    TURN = b"lyhty turn v1"


class SealBroken(ValueError):
    """The value was not sealed with this key for this purpose, or was changed. Says nothing of its content."""


def new_key() -> bytes:
    """A random conversation key."""
    return secrets.token_bytes(KEY_BYTES)


def wrapping_key(token: bytes) -> bytes:
    """The key under which a conversation key is wrapped, from the token's 32 bytes."""
    return hkdf(token, salt=b"", info=_WRAPPING_LABEL, length=KEY_BYTES)


def seal(key: bytes, purpose: Purpose, content: bytes) -> bytes:
    """Encrypt and authenticate `content`; the random nonce stands in front (24 bytes), the tag behind (16)."""
    return bytes(Aead(key).encrypt(content, aad=purpose.value))


def unseal(key: bytes, purpose: Purpose, sealed: bytes) -> bytes:
    """The content of a sealed value.

    Raises:
        SealBroken: wrong key, wrong purpose, or a changed value.
    """
    try:
        return Aead(key).decrypt(sealed, aad=purpose.value)
    except CryptoError:
        raise SealBroken from None


def trace(key: bytes, *parts: str) -> str:
    """A short keyed mark by which equal things are known again without being kept: 32 hexadecimal digits.

    Keyed with the conversation key, since a plain hash of a short message could be guessed.
    """
    mark = hashlib.blake2b(key=key, digest_size=16, person=b"lyhty trace v1")
    for part in parts:
        content = part.encode()
        mark.update(len(content).to_bytes(8, "big") + content)
    return mark.hexdigest()


def hkdf(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    """HKDF with SHA-256 (RFC 5869): `length` bytes (at most 8,160) from a secret."""
    pseudorandom = hmac.digest(salt or bytes(32), secret, "sha256")
    block, output = b"", b""
    for counter in range(1, -(-length // 32) + 1):
        block = hmac.digest(pseudorandom, block + info + bytes([counter]), "sha256")
        output += block
    return output[:length]
