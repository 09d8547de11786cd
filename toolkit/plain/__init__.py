"""The desk, one line at a time: for screen readers, pipes and scripts."""
