"""The ways to change a paper, by what is changed."""

from . import drawings, file, fonts, pages, programs, text  # noqa: F401
from .base import WAYS, DoesNotFit  # noqa: F401
