package org.buranakan.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.platform.process.Program;

/**
 * Apicurio Registry on a database of its own. Everybody on this machine may read; only
 * {@value #REGISTRAR} may write.
 */
final class ApicurioRegistry implements PartProgram {

	static final String REGISTRAR = "registrar";

	private final PlatformSettings settings;

	private final Toolbox toolbox;

	private final Databases databases;

	private final Credentials credentials;

	private final Http http;

	ApicurioRegistry(PlatformSettings settings, Toolbox toolbox, Databases databases, Credentials credentials,
			Http http) {
		this.settings = settings;
		this.toolbox = toolbox;
		this.databases = databases;
		this.credentials = credentials;
		this.http = http;
	}

	@Override
	public PartName name() {
		return PartName.REGISTRY;
	}

	@Override
	public List<PortUse> ports() {
		return List.of(new PortUse(this.settings.ports().registry(), "buranakan.platform.ports.registry"),
				new PortUse(this.settings.ports().registryHealth(), "buranakan.platform.ports.registry-health"));
	}

	@Override
	public Program prepare() throws IOException {
		Map<String, String> environment = environment(this.databases, this.credentials, Addresses.HOST,
				this.settings.ports());
		List<String> command = this.toolbox.registry(this.settings.data(), "-Xms64m", "-Xmx320m");
		return new Program(command, environment, Logs.of(this.settings.data(), name()), "TERM", Duration.ofSeconds(10));
	}

	/** What the registry is told, listening on this host and these ports. */
	static Map<String, String> environment(Databases databases, Credentials credentials, String host, Ports ports) {
		Database database = databases.named("registry");
		Login registrar = credentials.login(PartName.REGISTRY, REGISTRAR);
		Map<String, String> environment = new HashMap<>();
		environment.put("APICURIO_STORAGE_KIND", "sql");
		environment.put("APICURIO_STORAGE_SQL_KIND", "postgresql");
		environment.put("APICURIO_DATASOURCE_URL", database.url());
		environment.put("APICURIO_DATASOURCE_USERNAME", database.owner().user());
		environment.put("APICURIO_DATASOURCE_PASSWORD", database.owner().password());
		environment.put("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2");
		environment.put("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2");
		environment.put("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8");
		environment.put("QUARKUS_HTTP_HOST", host);
		environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.registry()));
		environment.put("QUARKUS_MANAGEMENT_HOST", host);
		environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.registryHealth()));
		environment.put("QUARKUS_HTTP_AUTH_BASIC", "true");
		environment.put("QUARKUS_SECURITY_USERS_EMBEDDED_ENABLED", "true");
		environment.put("QUARKUS_SECURITY_USERS_EMBEDDED_PLAIN_TEXT", "true");
		environment.put("QUARKUS_SECURITY_USERS_EMBEDDED_USERS_REGISTRAR", registrar.password());
		environment.put("QUARKUS_SECURITY_USERS_EMBEDDED_ROLES_REGISTRAR", "sr-admin");
		environment.put("APICURIO_AUTH_ROLE_BASED_AUTHORIZATION", "true");
		environment.put("APICURIO_AUTH_ANONYMOUS_READ_ACCESS_ENABLED", "true");
		return environment;
	}

	@Override
	public boolean answers() {
		return this.http.answers(new Addresses(this.settings.ports()).registryReady(), "UP");
	}

	@Override
	public void furnish() {
		Login registrar = this.credentials.login(name(), REGISTRAR);
		this.credentials.write(REGISTRAR,
				Map.of("schema.registry.url", new Addresses(this.settings.ports()).registry().toString(),
						"basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info",
						registrar.user() + ":" + registrar.password()));
	}

}
