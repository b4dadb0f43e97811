"""The build: inputs -> articles -> graphs -> gate -> store, doing only what changed."""
