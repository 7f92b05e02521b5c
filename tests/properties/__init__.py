"""Any argument, good or bad: a right result or a documented error, and nothing is changed by it."""
