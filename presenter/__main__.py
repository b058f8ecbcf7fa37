"""``python -m presenter`` is the ``presenter`` command."""

from presenter.commands import main

if __name__ == "__main__":
    main()
