"""What can be laid side by side.

In: claims of many reports. Out: the board, each speaker's figures on each topic. Pure, and without a verdict.
"""
