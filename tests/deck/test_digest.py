import subprocess
import sys

from presenter.deck.digest import digest


def test_equal_things_have_equal_names() -> None:
    assert digest("后勤", b"\xff", size=8) == digest("后勤", b"\xff", size=8)
    assert len(digest(size=8)) == 16


def test_where_a_part_ends_is_known() -> None:
    names = {
        digest("ab", "c"),
        digest("a", "bc"),
        digest("abc"),
        digest("abc", ""),
        digest("", "abc"),
    }
    assert len(names) == 5


def test_half_a_surrogate_pair_has_a_name() -> None:
    assert digest("\udc80") != digest("\udc81")


def test_no_cipher_is_loaded_for_it() -> None:
    code = "import sys, presenter.deck.digest; print('_hashlib' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "False\n"
