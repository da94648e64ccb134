"""Checking in a process of its own: the window holds a `Checker`, the rules run in its `worker`."""

from deskeditor.services.checker.checker import Checker

__all__ = ["Checker"]
