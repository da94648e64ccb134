"""Who hears whom: panels' intents to controls, controls' news to panels. One file a place."""
