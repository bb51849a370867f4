#!/bin/bash
# Makes the base image of docker-compose.yml on this machine, where no image registry can be reached: a Debian of the packages that
# apt gets here, and a Java run-time image of the JDK 25 that is installed. Run as root; needs mmdebstrap and Docker.
# BASE is the image's name, SUITE Debian's.
set -euo pipefail
base=${BASE:-eclipse-temurin:25-jre}
suite=${SUITE:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
jdk=${JAVA25_HOME:-$(ls -d /usr/lib/jvm/*25* | head -1)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# As small as a JRE, with the character sets and the names of Thai; keytool makes the certificates.
"$jdk/bin/jlink" --output "$work/java" --strip-debug --no-header-files --no-man-pages --compress zip-6 --add-modules \
  java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.sctp,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.xml.dom,jdk.zipfs
export SOURCE_DATE_EPOCH=0
mmdebstrap --quiet --variant=minbase --include=ca-certificates,tzdata \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --customize-hook="mkdir -p \"\$1/opt\"" --customize-hook="copy-in $work/java /opt" \
  --customize-hook='rm -rf "$1"/etc/apt/sources.list* "$1"/etc/resolv.conf "$1"/etc/hostname' \
  "$suite" "$work/base.tar" /etc/apt/sources.list.d/*.sources
docker import -c 'ENV JAVA_HOME=/opt/java' -c 'ENV PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
  -c 'ENV LANG=C.UTF-8' "$work/base.tar" "$base"
