"""Pictures on the screen: which way a terminal shows them, drawn in a thread, kept for a while."""

from presenter.screen.pictures.cells import cell_pixels
from presenter.screen.pictures.drawn import Drawn
from presenter.screen.pictures.gallery import Gallery
from presenter.screen.pictures.protocol import PROTOCOLS, Protocol, protocol_for

__all__ = ["PROTOCOLS", "Drawn", "Gallery", "Protocol", "cell_pixels", "protocol_for"]
