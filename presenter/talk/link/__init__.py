"""The link that shares a running talk: a Unix socket, lines of JSON, the whole state each time.

The stage serves (`server`); consoles and the web page join (`client`). Only processes of the same
user on the same machine can.
"""
