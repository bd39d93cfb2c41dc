"""The work: one module per step, the only place that joins store and engines."""
