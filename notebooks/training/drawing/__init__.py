"""What is labelled: documents read, items drawn from them, chunks for labellers, their checks."""
