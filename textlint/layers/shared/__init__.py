"""Layers that checks of many families and other layers read, whatever they are about: visible lines, program code.

A layer belongs here once two of the other groups (damage, words, page, speech) read it, or checks of several families
that otherwise read different groups. Layers here read no layer outside this folder.
"""
