package org.buranakan.platform;

/**
 * A database of the embedded PostgreSQL. Everybody but its two roles and the superuser is
 * refused.
 *
 * @param url of the form {@code jdbc:postgresql://host:port/name}
 * @param owner owns the database and may create schemas and publications in it
 * @param capture may replicate, and read the tables that the owner creates: Debezium's
 */
public record Database(String name, String url, Login owner, Login capture) {

	public Database {
		if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
			throw new IllegalArgumentException("Not a database name: " + name);
		}
	}

}
