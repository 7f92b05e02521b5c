"""The course as static pages, made from the stored outputs: `make site`."""
