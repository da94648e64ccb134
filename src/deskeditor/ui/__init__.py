"""The window: the only place with PySide6."""

import builtins as _builtins

_plain_import = _builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - the first of Qt, so that what it does can be undone

# PySide wraps `import` so that a module may ask it for other spellings of its names. Nobody here
# does, and each module imported after it would have its source read, and kept: 20 MiB and a tenth
# of a second.
_builtins.__import__ = _plain_import
