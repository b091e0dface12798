"""Build and publish a site: generators, schemas, verification, external links."""
