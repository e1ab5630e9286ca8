"""Says what was done to an article."""

from wirediff.hookspecs import hookimpl

__version__ = "0.1.0"
__all__ = ["hookimpl"]
