"""Processes of our own that can be killed: how one is started, spoken with, bound and ended.

What is done in one is its owner's: evidence is read in `formats`, pictures are decoded in `media`,
texts are checked in `services`.
"""
