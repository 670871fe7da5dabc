# The two commands that do everything, on a machine with git, bash, make and any Node with npm.

.DEFAULT_GOAL := help
.PHONY: demo test benchmark fix api-reports help

demo: ## Start a sandbox cloud and the portal; PORT=7107 chooses another port
	@exec scripts/run.sh demo $(if $(PORT),--port $(PORT))

test: ## Run every check and test; ONLY=unit,browser chooses some of them
	@exec scripts/run.sh test $(if $(ONLY),--only $(ONLY))

benchmark: ## Measure latency, requests at rest and memory; prints a table
	@exec scripts/run.sh benchmark

fix: ## Format and lint with automatic fixes
	@exec scripts/run.sh fix

api-reports: ## Write report.api.md and report.sql.md of every package in plugins/; CHECK=1 compares only
	@exec scripts/run.sh api-reports $(if $(CHECK),--check)

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20
