#!/usr/bin/env bash
# Upgrades the distribution of an earlier commit in place, with its data, to the one that was just built.
#   assembly/itest/upgrade.sh [commit]      (by default the first commit of the work on access, people, places and operation)
# Needs the distribution built (mvn package); builds the earlier one in a directory of its own and leaves it there.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
commit=${1:-117eca4}
earlier=${UPGRADE_DIRECTORY:-${TMPDIR:-/tmp}/ansinh-upgrade-$commit}
archive=$earlier/assembly/distribution/target/ansinh-distribution-0.1.0-SNAPSHOT.tar.gz
if [ ! -f "$archive" ]; then
    rm -rf "$earlier"
    git -C "$root" archive --prefix= "$commit" | (mkdir -p "$earlier" && tar -x -C "$earlier")
    (cd "$earlier" && mvn -q -B -ntp package -DskipTests -pl assembly/distribution -am)
fi
cd "$root"
exec mvn -B -ntp verify -pl assembly/itest -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=UpgradeIT -Dfailsafe.failIfNoSpecifiedTests=false -Dupgrade.from="$archive"
