package org.buranakan.platform;

import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the platform runs.
 *
 * @param data the one directory that holds everything: databases, logs, credentials
 * @param ports where the parts listen
 * @param databases the databases to provide, the registry's own excepted
 * @param principals the Kafka users to create and to write client properties for
 * @param limits when to give up
 */
@ConfigurationProperties("buranakan.platform")
public record PlatformSettings(@DefaultValue(".buranakan") Path data, @DefaultValue Ports ports, @DefaultValue( {
		"hub", "codi" }) List<String> databases, @DefaultValue List<String> principals, @DefaultValue Limits limits){

	public PlatformSettings {
		data = data.toAbsolutePath().normalize();
		databases = List.copyOf(databases);
		principals = List.copyOf(principals);
	}

	/** The same for these Kafka users. */
	public PlatformSettings serving(List<String> principals) {
		return new PlatformSettings(this.data, this.ports, this.databases, principals, this.limits);
	}

	/** The default databases and limits. */
	public static PlatformSettings of(Path data, Ports ports, List<String> principals) {
		return new PlatformSettings(data, ports, List.of("hub", "codi"), principals, Limits.DEFAULT);
	}

}
