"""Files of other programs coming in: read in a process of their own, told of in a report."""
