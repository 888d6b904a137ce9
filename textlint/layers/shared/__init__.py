"""Layers that checks of many families and other layers use: visible lines, program code.

A layer belongs here if two of the other groups (damage, words, page, speech) use it, or checks of several families that
otherwise use different groups. Layers here use no layer outside this folder.
"""
