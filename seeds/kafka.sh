#!/bin/bash
# kafka.sh broker SERVICE | connect SERVICE: what the service is told lies in run/ of its credentials.
set -euo pipefail
run=/buranakan/credentials/run
java=(java -cp '/kafka/*' -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.showDateTime=true)
case $1 in
  broker)
    if [ ! -e /buranakan/data/kafka/meta.properties ]; then
      arguments=format.arguments
      # The cluster exists, so this volume has lost what was in it. Made as at the first start, it would vote without knowing what was decided.
      if [ -e "$run/formatted" ]; then
        arguments=join.arguments
        if [ ! -e "$run/$arguments" ]; then
          cat >&2 <<'END'
ที่เก็บข้อมูล (volume) ของ kafka ว่างเปล่า ทั้งที่คลัสเตอร์มีอยู่แล้ว บันทึกทั้งหมดเคยอยู่ที่นั่น จึงไม่สร้างที่ว่างขึ้นแทน
  → กู้สำเนาสำรองกลับมาทั้งชุด ตาม OPERATIONS.md หัวข้อ Backup and restore
The volume of kafka is empty though its cluster exists. All records lay there, so no empty one is made in their place.
  → Restore the whole backup: OPERATIONS.md, Backup and restore
END
          exit 1
        fi
      fi
      # It prints the keys that it makes.
      "${java[@]}" kafka.tools.StorageTool format --ignore-formatted -c "$run/$2.properties" "@$run/$arguments" \
        > /tmp/format.log || { cat /tmp/format.log; exit 1; }
      rm /tmp/format.log
    fi
    exec "${java[@]}" kafka.Kafka "$run/$2.properties" ;;
  connect)
    exec "${java[@]}" org.apache.kafka.connect.cli.ConnectDistributed "$run/$2.properties" ;;
esac
