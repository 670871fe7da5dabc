# The two commands that do everything, on a machine with git, bash, make and any Node with npm.

.DEFAULT_GOAL := help
.PHONY: demo test benchmark fix help

demo: ## Start a sandbox cloud and the portal; PORT=7107 chooses another port
	@exec scripts/run.sh demo $(if $(PORT),--port $(PORT))

test: ## Run every check and test; ONLY=unit,browser chooses some of them
	@exec scripts/run.sh test $(if $(ONLY),--only $(ONLY))

benchmark: ## Measure latency, requests at rest and memory; prints a table
	@exec scripts/run.sh benchmark

fix: ## Format and lint with automatic fixes
	@exec scripts/run.sh fix

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20
