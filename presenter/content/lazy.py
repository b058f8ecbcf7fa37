"""What is worked out when it is first asked for, and kept with its object.

As `functools.cached_property`, but without its lock: until Python 3.12 that is one for all objects
of a class, so that a key would wait for the slide that a thread just sets ahead. Here two threads
that ask at once work it out twice, and get equal values.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """A property that `make` gives its value; an object's own dictionary holds it from then on."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> T:
        # What stands in the dictionary goes before us: we are asked once.
        value: T = self._make(instance)
        instance.__dict__[self._name] = value
        return value


def lazy(make: Callable[[Any], T]) -> Lazy[T]:
    """The property of which `make` is the method."""
    return Lazy(make)
