"""The rules of the checks with their severities and how often each fires."""
