"""The place of images: the grid, the viewer, and the record of each image."""
