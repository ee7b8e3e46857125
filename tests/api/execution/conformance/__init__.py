"""What takes minutes, and is run by `make conformance`: graphql-core's own tests, many random examples, planted mutants."""
