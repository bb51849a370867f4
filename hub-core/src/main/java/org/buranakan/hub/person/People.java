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

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people of {@code hub.person}. Whatever is said of one is kept in
 * {@code hub.person_change}.
 */
public final class People {

	private static final Logger LOG = LoggerFactory.getLogger(People.class);

	private static final String KNOWN = """
			SELECT name, display_name, role, agency, password, disabled, sign_in_epoch FROM hub.person WHERE name = :name""";

	private static final String ALL = """
			SELECT name, display_name, role, agency, disabled, password IS NOT NULL AS has_password, changed_by, changed_at
			FROM hub.person ORDER BY name""";

	private static final String CHANGES = """
			SELECT name, display_name, role, agency, disabled, new_password, changed_by, changed_at
			FROM hub.person_change WHERE name = :name ORDER BY id DESC LIMIT 100""";

	private static final String ADD = """
			INSERT INTO hub.person (name, display_name, role, agency, changed_by) VALUES (:name, :displayName, :role, :agency, :by)""";

	private static final String CHANGE = """
			UPDATE hub.person SET display_name = :displayName, role = :role, agency = :agency,
			    disabled = coalesce(:disabled, disabled), sign_in_epoch = sign_in_epoch + coalesce(:disabled, false)::int,
			    changed_by = :by, changed_at = now() WHERE name = :name""";

	private static final String PASSWORD = """
			UPDATE hub.person SET password = :password, sign_in_epoch = sign_in_epoch + 1, changed_by = :by, changed_at = now()
			WHERE name = :name""";

	private static final String OWN_PASSWORD = PASSWORD + " AND sign_in_epoch = :epoch";

	private static final String AGENCY = "SELECT count(*) FROM reference WHERE kind = 'agency' AND code = :agency";

	private final JdbcClient database;

	private final Passwords passwords;

	People(JdbcClient database, Passwords passwords) {
		this.database = database;
		this.passwords = passwords;
	}

	/** Everybody, by name. */
	public List<Listed> all() {
		return this.database.sql(ALL).query((row, number) -> {
			Person person = person(row);
			return new Listed(person.name(), person.displayName(), person.role(), person.agency(),
					row.getBoolean("disabled"), row.getBoolean("has_password"), row.getString("changed_by"),
					row.getTimestamp("changed_at").toInstant());
		}).list();
	}

	/**
	 * What was last said of a person, newest first: the hundred latest.
	 * @throws Unknown if nothing ever was
	 */
	public List<Change> changes(String name) {
		List<Change> changes = this.database.sql(CHANGES).param("name", name).query((row, number) -> {
			Person person = person(row);
			return new Change(person.displayName(), person.role(), person.agency(), row.getBoolean("disabled"),
					row.getBoolean("new_password"), row.getString("changed_by"),
					row.getTimestamp("changed_at").toInstant());
		}).list();
		if (changes.isEmpty()) {
			throw new Unknown("person", name);
		}
		return changes;
	}

	/**
	 * Adds a person, who has no password yet.
	 * @param by who says so, for the record
	 * @throws BadParameter if there is one of that name, or no such agency
	 */
	public void add(Person person, String by) {
		requireAgency(person);
		try {
			write(this.database.sql(ADD), person, by);
		}
		catch (DuplicateKeyException ex) {
			throw new BadParameter("name", person.name(), "ชื่ออื่น เพราะมีผู้ใช้ชื่อนี้แล้ว",
					"another name: there is one of this name already");
		}
		LOG.info("{} adds {}: {}", by, person.name(), person.role());
	}

	/**
	 * Changes a person.
	 * @param disabled whether the person may not sign in for now, and open sessions end;
	 * null to leave that as it is
	 * @param by who says so, for the record
	 * @throws BadParameter if there is no such agency
	 * @throws Unknown if there is no such person
	 */
	public void change(Person person, @Nullable Boolean disabled, String by) {
		requireAgency(person);
		if (write(this.database.sql(CHANGE).param("disabled", disabled), person, by) == 0) {
			throw new Unknown("person", person.name());
		}
		LOG.info("{} changes {}: {}", by, person.name(), person.role());
	}

	private void requireAgency(Person person) {
		if (person.agency() != null
				&& this.database.sql(AGENCY).param("agency", person.agency()).query(Long.class).single() == 0) {
			throw new BadParameter("agency", person.agency(), "รหัสหน่วยงานที่มีใน /api/v1/agencies",
					"the id of an agency of /api/v1/agencies");
		}
	}

	private static int write(JdbcClient.StatementSpec statement, Person person, String by) {
		return statement.param("name", person.name())
			.param("displayName", person.displayName())
			.param("role", person.role().name())
			.param("agency", person.agency())
			.param("by", by)
			.update();
	}

	/**
	 * Gives a person a new password, made at random; open sessions end.
	 * @return it; it is told this once
	 * @throws Unknown if there is no such person
	 */
	public String renewPassword(String name, String by) {
		String made = this.passwords.make();
		if (write(this.database.sql(PASSWORD), name, made, by) == 0) {
			throw new Unknown("person", name);
		}
		return made;
	}

	/**
	 * Gives a person the password that the person chose; open sessions end.
	 * @param account as its password was told
	 * @return false if that has been replaced meanwhile
	 * @throws BadParameter if it is too short or too long
	 */
	boolean choosePassword(Account account, String chosen) {
		String name = account.getUsername();
		return write(this.database.sql(OWN_PASSWORD).param("epoch", account.epoch()), name, chosen, name) > 0;
	}

	private int write(JdbcClient.StatementSpec statement, String name, String password, String by) {
		int changed = statement.param("name", name)
			.param("password", this.passwords.encode(password))
			.param("by", by)
			.update();
		if (changed > 0) {
			LOG.info("{}: {} has a new password", by, name);
		}
		return changed;
	}

	/** Who may not sign in is found too; nobody has a name that is none. */
	Optional<Account> find(String typed) {
		String name = Person.canonical(typed);
		if (!Person.isName(name)) {
			return Optional.empty();
		}
		return this.database.sql(KNOWN)
			.param("name", name)
			.query((row, number) -> new Account(person(row), row.getString("password"), !row.getBoolean("disabled"),
					row.getLong("sign_in_epoch")))
			.optional();
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

	/**
	 * What a person was from then on.
	 *
	 * @param newPassword whether the password was given then
	 */
	public record Change(String displayName, Role role, @Nullable String agency, boolean disabled, boolean newPassword,
			String changedBy, Instant changedAt) {

	}

}
