"""Pages leave the house in few sizes, so that a listener on the line cannot tell the answer by its length.

A page that holds a visitor's words or an answer is filled up to one of a few sizes *after* compression: the compressed
page, then one uncompressed block of spaces that makes up the exact rest (RFC 1951, section 3.2.4). Compressing words
beside a secret is safe here, unlike where a session is a cookie: the token stands in the page alone, so nobody else
can make a browser ask for the same secret again and again with guesses of his own (the BREACH attack).
"""

import struct
import zlib

SIZES = (8 * 1024, 16 * 1024, 32 * 1024)
"""Sizes, in bytes, that a filled body may have; a longer one is filled to the next multiple of the last."""

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"  # RFC 1952: deflate, no time, slowest method, unknown system
_BLOCK_HEAD = 5
_TRAILER = 8


def size_for(length: int) -> int:
    """The smallest allowed size, in bytes, that holds a body of `length` bytes."""
    for size in SIZES:
        if length <= size:
            return size
    return -(-length // SIZES[-1]) * SIZES[-1]


def filled(body: bytes) -> bytes:
    """The uncompressed body with spaces up to an allowed size (for a browser that takes no gzip)."""
    return body.ljust(size_for(len(body)))


def packed(body: bytes) -> bytes:
    """The body as gzip of an allowed size; unpacked it is the body and then spaces."""
    squeezed = _squeezed(body)
    bare = len(_HEADER) + len(squeezed) + _BLOCK_HEAD + _TRAILER
    spaces = size_for(bare) - bare
    whole = body + b" " * spaces
    return _HEADER + squeezed + _last_block(spaces) + struct.pack("<II", zlib.crc32(whole), len(whole) & 0xFFFFFFFF)


def packed_small(body: bytes) -> bytes:
    """The body as gzip, as small as it goes: for what is the same for everybody."""
    return zlib.compress(body, 9, wbits=31)


def _squeezed(body: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush(zlib.Z_FULL_FLUSH)  # ends on a whole byte, and is not the last block


def _last_block(spaces: int) -> bytes:
    """One uncompressed block; the steps between sizes are below the 65,535 bytes that such a block can hold."""
    return struct.pack("<BHH", 1, spaces, spaces ^ 0xFFFF) + b" " * spaces
