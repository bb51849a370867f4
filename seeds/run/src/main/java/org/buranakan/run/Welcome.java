package org.buranakan.run;

import java.io.PrintStream;
import java.time.Duration;

/** What to do next, once everything runs. */
record Welcome(Running running, Duration took) {

	void print(PrintStream out) {
		RunSettings settings = this.running.settings();
		String credentials = this.running.platform().data().resolve("credentials").toString();
		out.printf(
				"""

						Everything runs, after %d s. Ctrl-C stops it; the next start goes on from here.

						  Page            http://127.0.0.1:%d
						                  (sign in as officer, coordinator, auditor or administrator; passwords: %s/<name>.password)
						  API             http://127.0.0.1:%d/api/v1/areas/11   (all of it: /swagger-ui.html)
						  Hand in data    http://127.0.0.1:%d/   (officers; token of an agency: %s/pacc-zone-1.token)
						  Push            http://127.0.0.1:%d/v1/events
						  Kafka           %s   credentials: %s
						  Registry        %s

						Try next
						  see one province    curl http://127.0.0.1:%d/api/v1/areas/11
						  see a live change   correct the refused row (README, "First look"): %s
						  start over          mvn spring-boot:run -Dspring-boot.run.arguments=--buranakan.fresh=true
						""",
				this.took.toSeconds(), settings.pagePort(), credentials, settings.pagePort(), settings.pushPort(),
				credentials, settings.pushPort(), this.running.platform().bootstrapServers(), credentials,
				this.running.platform().registry(), settings.pagePort(), this.running.inbox().resolve("pacc-zone-1"));
	}

}
