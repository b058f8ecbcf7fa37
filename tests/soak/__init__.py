"""A talk under random keys, sizes, edits, signals and guests for as long as one likes: `make soak`.

`actions` draws what is done from a seed, `world` does it to the real commands, `screens` says what
must be seen after it, `run` goes through it all and tells what came of it.
"""
