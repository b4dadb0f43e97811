"""Printed documents: the text layer of a PDF, put into the order in which people read it.

    file -> words with their places -> lines, column by column -> without running heads -> paragraphs -> text and blocks

`reader` is the door; it works in a process of its own, since a PDF is a program that may not end.
"""
