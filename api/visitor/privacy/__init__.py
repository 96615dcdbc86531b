"""The personal-data filter: what tells who somebody is does not reach the dialogue model or the transcript."""

from api.visitor.privacy.filter import Masked, mask
from api.visitor.privacy.phone import dialled_numbers
from api.visitor.privacy.reading import PLACEHOLDERS, Found

__all__ = ["PLACEHOLDERS", "Found", "Masked", "dialled_numbers", "mask"]
