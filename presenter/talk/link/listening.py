"""The socket on which the stage is met."""

from __future__ import annotations

import contextlib
import socket
from pathlib import Path

WAITING = 16
"""Connections that wait to be accepted; asyncio accepts as many in one turn of its loop."""


def listen_at(path: Path) -> socket.socket:
    """A socket that listens at `path`, mode 0600, without blocking. The caller holds the lock.

    What a killed stage left there is replaced, if nobody answers. Raises BlockingIOError if
    somebody does, another OSError if it cannot be done.
    """
    if answers(path):
        raise BlockingIOError(f"{path} is in use")
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listening.setblocking(False)
        listening.bind(str(path))
        path.chmod(0o600)
        listening.listen(WAITING)
    except BaseException:
        listening.close()
        raise
    return listening


def answers(path: Path) -> bool:
    """Whether anybody listens at `path`, be it too busily to take a connection."""
    if path.is_symlink():
        return False
    with contextlib.closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as probe:
        probe.setblocking(False)
        try:
            probe.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            return False
        except BlockingIOError:
            return True
        except OSError:
            # A socket of another kind: no stage of ours.
            return False
    return True
