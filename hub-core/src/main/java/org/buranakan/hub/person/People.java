package org.buranakan.hub.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.buranakan.hub.view.BadParameter;
import org.buranakan.hub.view.Unknown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of {@code hub.person}. */
public final class People {

	private static final Logger LOG = LoggerFactory.getLogger(People.class);

	private static final String KNOWN = "SELECT name, display_name, role, agency, password, disabled FROM hub.person WHERE name = :name";

	private static final String ALL = """
			SELECT name, display_name, role, agency, disabled, password IS NOT NULL AS has_password, changed_by, changed_at
			FROM hub.person ORDER BY name""";

	private static final String PUT = """
			INSERT INTO hub.person (name, display_name, role, agency, disabled, changed_by)
			VALUES (:name, :displayName, :role, :agency, :disabled, :by)
			ON CONFLICT (name) DO UPDATE SET display_name = excluded.display_name, role = excluded.role, agency = excluded.agency,
			    disabled = excluded.disabled, changed_by = excluded.changed_by, changed_at = now()""";

	private static final String PASSWORD = """
			UPDATE hub.person SET password = :password, changed_by = :by, changed_at = now() WHERE name = :name""";

	private static final String SIGN_OUT = "DELETE FROM hub.spring_session WHERE principal_name = :name";

	private static final String AGENCY = "SELECT count(*) FROM reference WHERE kind = 'agency' AND code = :agency";

	private final JdbcClient database;

	private final Passwords passwords;

	People(JdbcClient database, Passwords passwords) {
		this.database = database;
		this.passwords = passwords;
	}

	/** Everybody, by name. */
	public List<Listed> all() {
		return this.database.sql(ALL).query((row, number) -> listed(row)).list();
	}

	/**
	 * Adds a person, or changes one.
	 * @param disabled whether the person may not sign in for now; open sessions end
	 * @param by who says so, for the record
	 * @throws BadParameter if there is no such agency
	 */
	public void put(Person person, boolean disabled, String by) {
		if (person.agency() != null && count(AGENCY, "agency", person.agency()) == 0) {
			throw new BadParameter("agency", person.agency(), "รหัสหน่วยงานที่มีใน /api/v1/agencies",
					"the id of an agency of /api/v1/agencies");
		}
		this.database.sql(PUT)
			.param("name", person.name())
			.param("displayName", person.displayName())
			.param("role", person.role().name())
			.param("agency", person.agency())
			.param("disabled", disabled)
			.param("by", by)
			.update();
		if (disabled) {
			signOut(person.name());
		}
		LOG.info("{}: {} is {}{}{}", by, person.name(), person.role(),
				(person.agency() != null) ? " of " + person.agency() : "", disabled ? ", and may not sign in" : "");
	}

	/**
	 * Gives a person a new password, made at random; open sessions end.
	 * @return it; it is told this once
	 * @throws Unknown if there is no such person
	 */
	public String renewPassword(String name, String by) {
		String made = this.passwords.make();
		setPassword(name, made, by);
		return made;
	}

	/**
	 * Gives a person the password that is chosen; open sessions end.
	 * @throws BadParameter if it is too short or too long
	 * @throws Unknown if there is no such person
	 */
	public void setPassword(String name, String chosen, String by) {
		int changed = this.database.sql(PASSWORD)
			.param("name", name)
			.param("password", this.passwords.encode(chosen))
			.param("by", by)
			.update();
		if (changed == 0) {
			throw new Unknown("person", name);
		}
		signOut(name);
		LOG.info("{}: {} has a new password", by, name);
	}

	private void signOut(String name) {
		this.database.sql(SIGN_OUT).param("name", name).update();
	}

	/** Who may not sign in is found too. */
	Optional<Account> find(String name) {
		return this.database.sql(KNOWN)
			.param("name", Person.canonical(name))
			.query((row, number) -> new Account(person(row), row.getString("password"), !row.getBoolean("disabled")))
			.optional();
	}

	private long count(String statement, String name, String value) {
		return this.database.sql(statement).param(name, value).query(Long.class).single();
	}

	private static Listed listed(ResultSet row) throws SQLException {
		Person person = person(row);
		return new Listed(person.name(), person.displayName(), person.role(), person.agency(),
				row.getBoolean("disabled"), row.getBoolean("has_password"), row.getString("changed_by"),
				row.getTimestamp("changed_at").toInstant());
	}

	private static Person person(ResultSet row) throws SQLException {
		return new Person(row.getString("name"), row.getString("display_name"), Role.valueOf(row.getString("role")),
				row.getString("agency"));
	}

	/**
	 * A person as administrators see one.
	 *
	 * @param hasPassword false where only a provider signs the person in
	 * @param changedBy who said so last
	 */
	public record Listed(String name, String displayName, Role role, @Nullable String agency, boolean disabled,
			boolean hasPassword, String changedBy, Instant changedAt) {

	}

}
