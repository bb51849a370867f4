package org.buranakan.platform;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the parts of one platform together.
 */
record Assembly(PlatformSettings settings, StartListener listener, DataDirectory directory) {

	Platform start(Front front, boolean over) {
		try {
			// Before anything is deleted.
			front.requirePorts();
			if (over) {
				this.directory.empty();
			}
			return assemble();
		}
		catch (PlatformFailure failure) {
			this.directory.close();
			throw failure;
		}
	}

	private Platform assemble() {
		Toolbox toolbox = Toolbox.open();
		Addresses addresses = new Addresses(this.settings.ports());
		Credentials credentials = Credentials.in(this.settings.data().resolve("credentials"));
		Databases databases = new Databases(addresses, credentials);
		KafkaClients clients = new KafkaClients(addresses, credentials);
		Http http = new Http();
		List<RunningPart> parts = Stream
			.of(new PostgreSql(this.settings, toolbox, databases), new KafkaBroker(this.settings, toolbox, clients),
					new ApicurioRegistry(this.settings, toolbox, databases, credentials, http),
					ConnectWorker.ofCodi(this.settings, toolbox, clients, http),
					ConnectWorker.ofHub(this.settings, toolbox, clients, http))
			.map((part) -> new RunningPart(part, this.settings.limits()))
			.toList();
		sign(toolbox);
		parts.forEach(RunningPart::requirePorts);
		Supervisor supervisor = new Supervisor(parts, this.listener, this.directory);
		supervisor.start();
		return new Platform(this.settings.data(), addresses, credentials, supervisor);
	}

	private void sign(Toolbox toolbox) {
		try {
			DataVersion.of(toolbox).sign(this.settings.data());
		}
		catch (IOException ex) {
			throw new PlatformFailure(PlatformFailure.Code.DATA_UNUSABLE,
					"Cannot write in " + this.settings.data() + ": " + ex,
					"Make it writable for this user, or choose another directory with buranakan.platform.data.", ex);
		}
	}

}
