"""The panels beside the article. No panel knows another: they show values and emit intents."""
