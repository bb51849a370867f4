package org.buranakan.schemas.registry;

import java.util.Map;

import org.buranakan.schemas.registry.ConfluentApi.SchemaText;
import org.buranakan.schemas.topic.Topic;

/**
 * Registers contracts, with the registrar's credentials. Only the deployment step has
 * one: a producer that tries is refused by the registry.
 */
public final class Registrar {

	private static final String COMPATIBILITY = "FULL_TRANSITIVE";

	private final Connection connection;

	public Registrar(RegistryAddress address) {
		this.connection = new Connection(address.patient());
	}

	/**
	 * Registers the schema in the topic's subject, or finds it there already.
	 * @throws RegistryException.Incompatible if it does not fit the versions before it
	 * @throws RegistryException.Unauthorised if the credentials are not the registrar's
	 */
	public SchemaId register(Topic topic, String schema) {
		String what = "register a schema in " + topic.subject();
		Integer id = this.connection.ask(what, (api) -> api.register(topic.subject(), new SchemaText(schema))).id();
		if (id == null) {
			throw this.connection.nonsense(what);
		}
		return new SchemaId(id);
	}

	/** Demands that every version of the subject can read and be read by every other. */
	public void demandFullTransitive(Topic topic) {
		this.connection.ask("set the compatibility of " + topic.subject(),
				(api) -> api.configure(topic.subject(), Map.of("compatibility", COMPATIBILITY)));
	}

	/**
	 * Whether {@link #demandFullTransitive} is in force, by the subject's own or the
	 * global setting.
	 */
	public boolean isFullTransitive(Topic topic) {
		Map<String, Object> configuration = this.connection.ask("ask for the compatibility of " + topic.subject(),
				(api) -> api.configuration(topic.subject()));
		return COMPATIBILITY.equals(configuration.get("compatibilityLevel"));
	}

}
