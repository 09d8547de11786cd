"""Documents that flow: parts measured into pieces, pieces laid into slots."""
