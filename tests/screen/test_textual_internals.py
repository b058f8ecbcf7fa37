"""Textual's private names: kept to one module, and each still what that module takes it for.

The version of Textual is bound to a minor. When that is raised, these tests fail first and by name.
"""

from __future__ import annotations

import ast
import asyncio
import dis
import inspect
import pkgutil
import signal
import sys
import textwrap
from collections.abc import Iterator
from importlib import import_module
from types import CodeType, FunctionType

import pytest
from rich.console import COLOR_SYSTEMS, Console
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from presenter.screen import textual_internals

ROOMS = ("screen", "stage", "console")


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _stored(function: object) -> Iterator[str]:
    """The attributes that a function sets, on whatever object."""
    if isinstance(function, FunctionType):
        for step in dis.get_instructions(function):
            if step.opname == "STORE_ATTR":
                yield str(step.argval)


def _names_of(kind: type) -> set[str]:
    """Every private name that Textual gives to an instance of `kind`."""
    found: set[str] = set()
    for base in kind.__mro__:
        if base.__module__.startswith("textual."):
            found.update(vars(base))
            for function in vars(base).values():
                found.update(_stored(function))
    return set(filter(_is_private, found))


def _used(tree: ast.AST) -> set[str]:
    """Private names that `tree` defines as methods, or reads or sets on an object."""
    found = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found |= {node.name for node in ast.walk(tree) if isinstance(node, functions)}
    return set(filter(_is_private, found))


def _ours() -> Iterator[type]:
    """Our classes that are built on Textual's."""
    for room in ROOMS:
        package = import_module(f"presenter.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for kind in vars(import_module(module.name)).values():
                built = isinstance(kind, type) and issubclass(kind, MessagePump | Driver)
                if built and kind.__module__ == module.name:
                    yield kind


@pytest.mark.parametrize("kind", _ours(), ids=lambda kind: kind.__name__)
def test_private_names_of_textual_are_used_in_one_module_only(kind: type) -> None:
    """Nor is one taken by accident: a `_load` of ours must not become Textual's."""
    if kind.__module__ != textual_internals.__name__:
        used = _used(ast.parse(textwrap.dedent(inspect.getsource(kind))))
        assert used & _names_of(kind) == set()


SIGNATURES = {
    (App, "_fatal_error"): "(self) -> 'None'",
    (App, "_print_error_renderables"): "(self) -> 'None'",
    (App, "_close_messages_no_wait"): "(self) -> 'None'",
    (App, "_handle_exception"): "(self, error: 'Exception') -> 'None'",
    (Widget, "_size_updated"): (
        "(self, size: 'Size', virtual_size: 'Size', container_size: 'Size',"
        " layout: 'bool' = True) -> 'bool'"
    ),
    (LinuxDriver, "_disable_mouse_support"): "(self) -> 'None'",
    (LinuxDriver, "_query_in_band_window_resize"): "(self) -> 'None'",
    (LinuxDriver, "_request_terminal_sync_mode_support"): "(self) -> 'None'",
    (LinuxDriver, "_get_terminal_size"): "(self) -> 'tuple[int, int]'",
    (LinuxDriver, "_run_input_thread"): "(self) -> 'None'",
}
FIRST_VALUES: dict[tuple[type, str], object] = {
    (App, "_exit"): False,
    (App, "_exception"): None,
    (App, "_exit_renderables"): [],
    (App, "_driver"): None,
    (App, "_disable_notifications"): False,
    (App, "_disable_tooltips"): False,
    (LinuxDriver, "_auto_restart"): True,
    (LinuxDriver, "_must_signal_resume"): False,
    (LinuxDriver, "_key_thread"): None,
    (LinuxDriver, "_debug"): False,
    (LinuxDriver, "_app"): ...,
    (LinuxDriver, "_loop"): ...,
    (LinuxDriver, "_file"): ...,
    (LinuxDriver, "_writer_thread"): None,
    (WriterThread, "_queue"): ...,
    (Console, "_color_system"): ...,
}
"""What stands in a new app and in its driver; the app's own where `...` is given."""

HOOKS = {
    (App, "_handle_exception"): {"_fatal_error"},
    (App, "_process_messages"): {"_print_error_renderables"},
    (App, "_shutdown"): {"_print_error_renderables"},
    (LinuxDriver, "start_application_mode"): {
        "_get_terminal_size",
        "_query_in_band_window_resize",
        "_request_terminal_sync_mode_support",
        "_run_input_thread",
        "_must_signal_resume",
        "_key_thread",
        "_file",
        "_writer_thread",
    },
    (WriterThread, "write"): {"_queue"},
    (WriterThread, "run"): {"_queue"},
    (Strip, "render"): {"_color_system"},
    (Screen, "_refresh_layout"): {"_size_updated"},
    (Screen, "_extend_compose"): {"_disable_notifications", "_disable_tooltips"},
}
"""Who calls what we override, and heeds what we set."""


def test_every_private_name_is_held_to_what_it_is() -> None:
    used = _used(ast.parse(inspect.getsource(textual_internals)))
    assert used == {name for _, name in (*SIGNATURES, *FIRST_VALUES)}


@pytest.mark.parametrize(("owner", "name"), SIGNATURES, ids=str)
def test_a_method_is_called_as_before(owner: type, name: str) -> None:
    assert str(inspect.signature(getattr(owner, name))) == SIGNATURES[owner, name]


@pytest.mark.parametrize("caller", HOOKS, ids=str)
def test_what_we_put_in_the_place_of_textuals_is_used(caller: tuple[type, str]) -> None:
    owner, name = caller
    assert HOOKS[caller] <= set(_names_in(getattr(owner, name).__code__))


def _names_in(code: CodeType) -> Iterator[str]:
    """The names that `code` and the functions within it speak of."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


async def test_a_new_app_and_its_driver_hold_what_we_take_them_to_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    app = App[None]()
    writer = WriterThread(sys.stderr)
    made = {App: app, LinuxDriver: LinuxDriver(app), WriterThread: writer, Console: app.console}
    own = {"_app": app, "_loop": asyncio.get_running_loop(), "_file": sys.__stderr__}
    own["_queue"] = writer._queue
    own["_color_system"] = COLOR_SYSTEMS.get(app.console.color_system or "")
    for (owner, name), value in FIRST_VALUES.items():
        expected = own[name] if value is ... else value
        assert getattr(made[owner], name) == expected, name
