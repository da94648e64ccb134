"""What tests of every level share; imported as `helpers.…`."""
