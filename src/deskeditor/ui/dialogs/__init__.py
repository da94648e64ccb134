"""The few things that float over the window; none of them asks before it acts."""
