"""The course as pages and as slides, made from the stored outputs: `make site`, `make slides`."""
