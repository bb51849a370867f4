#!/bin/bash
# kafka.sh broker SERVICE | connect SERVICE: what the service is told lies in run/ of its credentials.
set -euo pipefail
run=/buranakan/credentials/run
java=(java -cp '/kafka/*' -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.showDateTime=true)
case $1 in
  broker)
    if [ ! -e /buranakan/data/kafka/meta.properties ]; then
      # It prints the keys that it makes.
      "${java[@]}" kafka.tools.StorageTool format --ignore-formatted -c "$run/$2.properties" "@$run/format.arguments" \
        > /tmp/format.log || { cat /tmp/format.log; exit 1; }
      rm /tmp/format.log
    fi
    exec "${java[@]}" kafka.Kafka "$run/$2.properties" ;;
  connect)
    exec "${java[@]}" org.apache.kafka.connect.cli.ConnectDistributed "$run/$2.properties" ;;
esac
