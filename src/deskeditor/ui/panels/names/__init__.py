"""The names register: people, places and organisations as the house writes them."""
