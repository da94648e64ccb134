"""Values of the domain as plain JSON data, and back: frozen dataclasses, words, days, tuples.

A dataclass becomes the list of its fields in their order; what may be one of several dataclasses
has its class's name in front. What comes back is looked at piece by piece: data that is not of the
kind asked for is `Garbled`, whoever sent it. Both sides are one release, so there are no versions.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Generic, Literal, NamedTuple, TypeVar, Union, get_args, get_origin
from typing import get_type_hints as hints

from deskeditor.apart.frames import Garbled

T = TypeVar("T")
Way = Callable[[Any], Any]


class _Ways(NamedTuple):
    """How a value is written, and how it is read."""

    write: Way
    read: Way


class Values(Generic[T]):
    """Writes and reads values of one type."""

    def __init__(self, kind: Any) -> None:
        """Nothing is worked out before the first value."""
        self._kind = kind

    def data(self, value: T) -> Any:
        """The value as JSON data."""
        return _ways(self._kind).write(value)

    def read(self, data: Any) -> T:
        """The value written by `data`.

        Raises:
            Garbled: it is none of this type.
        """
        try:
            value: T = _ways(self._kind).read(data)
        except Garbled:
            raise
        except Exception as error:
            raise Garbled(f"no {self._kind}: {type(error).__name__}") from error
        return value


@cache
def _ways(kind: Any) -> _Ways:
    """How values of a type are written and read.

    Raises:
        TypeError: no such values pass.
    """
    origin, inside = get_origin(kind), get_args(kind)
    if kind in (str, int, float, bool, types.NoneType):
        return _plain(kind)
    if origin is Literal:
        return _Ways(_same, lambda data: _one_of(inside, data))
    if origin in (Union, types.UnionType):
        return _union(inside)
    if origin in (tuple, frozenset):
        return _several(origin, inside)
    if origin is Mapping:
        return _mapping(*inside)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _Ways(lambda value: value.value, kind)
    if isinstance(kind, type) and issubclass(kind, date):  # a moment is a day too
        return _Ways(lambda value: value.isoformat(), kind.fromisoformat)
    if is_dataclass(kind):
        return _dataclass(kind)
    raise TypeError(f"no such values pass: {kind}")


def _same(value: Any) -> Any:
    return value


def _plain(kind: type) -> _Ways:
    # A fraction that is whole may be written as a whole number: the box of a crop.
    allowed = (float, int) if kind is float else (kind,)

    def read(data: Any) -> Any:
        if type(data) not in allowed:
            raise Garbled(f"no {kind.__name__}")
        return data

    return _Ways(_same, read)


def _one_of(values: tuple[Any, ...], data: Any) -> Any:
    if data not in values:
        raise Garbled("another word than was to be said")
    return data


def _several(kind: type, inside: tuple[Any, ...]) -> _Ways:
    if kind is tuple and inside[-1] is not Ellipsis:
        ways = [_ways(one) for one in inside]
        return _Ways(
            lambda value: [way.write(one) for way, one in zip(ways, value, strict=True)],
            lambda data: tuple(way.read(one) for way, one in zip(ways, data, strict=True)),
        )
    write, read = _ways(inside[0])

    def listed(data: Any) -> Any:
        if type(data) is not list:
            raise Garbled("no list")
        return kind(map(read, data))

    return _Ways(lambda value: [write(one) for one in value], listed)


def _mapping(name: Any, kind: Any) -> _Ways:
    key, value = _ways(name), _ways(kind)
    return _Ways(
        lambda held: {key.write(one): value.write(other) for one, other in held.items()},
        lambda data: types.MappingProxyType(
            {key.read(one): value.read(other) for one, other in data.items()}
        ),
    )


def _union(kinds: tuple[Any, ...]) -> _Ways:
    others = tuple(kind for kind in kinds if kind is not types.NoneType)
    if len(others) < len(kinds):
        write, read = _ways(others[0]) if len(others) == 1 else _union(others)
        return _Ways(
            lambda value: None if value is None else write(value),
            lambda data: None if data is None else read(data),
        )
    if all(is_dataclass(kind) for kind in kinds):
        ways = {kind.__name__: _ways(kind) for kind in kinds}

        def named(value: Any) -> list[Any]:
            name = type(value).__name__
            return [name, ways[name].write(value)]

        def read_named(data: Any) -> Any:
            name, said = data
            return ways[name].read(said)

        return _Ways(named, read_named)
    return _parameter(kinds)


def _parameter(kinds: tuple[Any, ...]) -> _Ways:
    """Plain values of several types; words in a row are written as a list."""
    plain = tuple(kind for kind in kinds if isinstance(kind, type) and get_origin(kind) is None)
    rows = [_ways(kind) for kind in kinds if get_origin(kind) is tuple]

    def read(data: Any) -> Any:
        if type(data) is list and rows:
            return rows[0].read(data)
        return _plain_of(plain, data)

    return _Ways(lambda value: list(value) if isinstance(value, tuple) else value, read)


def _plain_of(kinds: tuple[type, ...], data: Any) -> Any:
    if type(data) not in kinds:
        raise Garbled("another kind of value than was to come")
    return data


def _dataclass(kind: Any) -> _Ways:
    known = hints(kind)
    names = tuple(field.name for field in fields(kind) if field.init)
    ways = [_ways(known[name]) for name in names]
    writers = [(name, way.write) for name, way in zip(names, ways, strict=True)]
    readers = [way.read for way in ways]

    def read(data: Any) -> Any:
        if type(data) is not list:
            raise Garbled(f"no {kind.__name__}")
        return kind(*[way(one) for way, one in zip(readers, data, strict=True)])

    return _Ways(lambda value: [write(getattr(value, name)) for name, write in writers], read)
