"""Taking the place of a stage that is gone, never that of one that is there."""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

import pytest

from presenter.talk.link.endpoint import WAITING, listen_at


def _connects(path: Path) -> bool:
    with closing(socket.socket(socket.AF_UNIX)) as one:
        return one.connect_ex(str(path)) == 0


def test_it_listens_for_this_user_alone(runtime: Path) -> None:
    with closing(listen_at(runtime / "s")):
        assert (runtime / "s").stat().st_mode & 0o777 == 0o600
        assert _connects(runtime / "s")


def test_one_that_listens_is_left_alone(runtime: Path) -> None:
    with closing(listen_at(runtime / "s")), pytest.raises(BlockingIOError):
        listen_at(runtime / "s")
    assert (runtime / "s").exists()


def test_one_that_is_too_busy_to_accept_is_left_alone(runtime: Path) -> None:
    with closing(listen_at(runtime / "s")):
        waiting = [socket.socket(socket.AF_UNIX) for _ in range(4 * WAITING)]
        for each in waiting:
            each.setblocking(False)
        assert not all(each.connect_ex(str(runtime / "s")) == 0 for each in waiting)
        with pytest.raises(BlockingIOError):
            listen_at(runtime / "s")
        for each in waiting:
            each.close()


@pytest.mark.parametrize("left", ["stale", "datagram", "file", "link", "broken link"])
def test_what_nobody_answers_on_is_replaced(runtime: Path, left: str) -> None:
    path, target = runtime / "s", runtime / "target"
    target.touch()
    if left == "stale":
        listen_at(path).close()
        assert path.is_socket()
    elif left == "datagram":
        with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as other:
            other.bind(str(path))
    elif left == "file":
        path.write_text("foreign")
    else:
        path.symlink_to(target if left == "link" else runtime / "nowhere")
    with closing(listen_at(path)):
        assert _connects(path)
    assert target.read_text() == ""


def test_a_link_to_another_socket_is_not_followed(runtime: Path) -> None:
    with closing(listen_at(runtime / "other")):
        (runtime / "s").symlink_to(runtime / "other")
        with closing(listen_at(runtime / "s")):
            assert not (runtime / "s").is_symlink()


def test_a_folder_there_is_an_error(runtime: Path) -> None:
    (runtime / "s").mkdir()
    with pytest.raises(OSError, match="s"):
        listen_at(runtime / "s")
    assert (runtime / "s").is_dir()
