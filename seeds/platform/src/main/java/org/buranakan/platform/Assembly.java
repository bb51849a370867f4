package org.buranakan.platform;

import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the parts of one platform together.
 */
record Assembly(PlatformSettings settings, StartListener listener, DataDirectory directory) {

	Platform start() {
		Toolbox toolbox = Toolbox.open();
		Addresses addresses = new Addresses(this.settings.ports());
		Credentials credentials = Credentials.in(this.settings.data().resolve("credentials"));
		Databases databases = new Databases(addresses, credentials);
		KafkaClients clients = new KafkaClients(addresses, credentials);
		Http http = new Http();
		List<RunningPart> parts = Stream
			.of(new PostgreSql(this.settings, toolbox, databases), new KafkaBroker(this.settings, toolbox, clients),
					new ApicurioRegistry(this.settings, toolbox, databases, credentials, http),
					new ConnectWorker(this.settings, toolbox, clients, http))
			.map((part) -> new RunningPart(part, this.settings.limits()))
			.toList();
		Supervisor supervisor = new Supervisor(parts, this.listener, this.directory);
		supervisor.start();
		return new Platform(this.settings.data(), this.settings.ports(), credentials, supervisor);
	}

}
