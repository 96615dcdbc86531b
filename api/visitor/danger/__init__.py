"""The danger check: words of danger are answered with what to do now, before anything else (promise P6)."""

from api.visitor.danger.matcher import KINDS, Danger, find_danger
from api.visitor.danger.safe_word import is_safe_word

__all__ = ["KINDS", "Danger", "find_danger", "is_safe_word"]
