#!/bin/bash
# The registry reads its settings from the environment.
set -euo pipefail
set -a
. /buranakan/credentials/run/registry.properties
set +a
exec java -jar /registry/quarkus-run.jar
