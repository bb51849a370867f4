package org.buranakan.connectors.source.cdc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the database tells of its tables, which are named with their schemas. */
record SourceCatalog(Connection connection) {

	/** The table's columns and their types, in the table's order. */
	Map<String, String> types(String table) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("""
				SELECT attname, coalesce(base.typname, type.typname) FROM pg_attribute
				JOIN pg_type AS type ON type.oid = atttypid LEFT JOIN pg_type AS base ON base.oid = type.typbasetype
				WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum""")) {
			statement.setString(1, quoted(table));
			try (ResultSet column = statement.executeQuery()) {
				Map<String, String> types = new LinkedHashMap<>();
				while (column.next()) {
					types.put(column.getString(1), column.getString(2));
				}
				return types;
			}
		}
	}

	/** The columns of the primary key, in its order; none where there is none. */
	List<String> key(String table) throws SQLException {
		String[] parts = table.split("\\.", 2);
		Map<Short, String> key = new TreeMap<>();
		try (ResultSet part = this.connection.getMetaData().getPrimaryKeys(null, parts[0], parts[1])) {
			while (part.next()) {
				key.put(part.getShort("KEY_SEQ"), part.getString("COLUMN_NAME"));
			}
		}
		return new ArrayList<>(key.values());
	}

	/** What holds the table now, whatever the snapshot shows, with its partitions. */
	String file(String table) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("""
				SELECT concat_ws('/', file.of::oid, pg_relation_filenode(file.of),
				  (SELECT string_agg(concat_ws(':', relid::oid, pg_relation_filenode(relid)), ',' ORDER BY relid::oid)
				   FROM pg_partition_tree(file.of)))
				FROM (SELECT to_regclass(?) AS of) AS file""")) {
			statement.setString(1, quoted(table));
			try (ResultSet file = statement.executeQuery()) {
				file.next();
				return file.getString(1);
			}
		}
	}

	/**
	 * The tables whose changes the publication publishes, with their schemas; none of
	 * which it publishes only some rows.
	 */
	Set<String> published(String publication) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("""
				SELECT schemaname || '.' || tablename FROM pg_publication_tables AS published
				WHERE pubname = ? AND to_jsonb(published) ->> 'rowfilter' IS NULL""")) {
			statement.setString(1, publication);
			try (ResultSet table = statement.executeQuery()) {
				Set<String> published = new HashSet<>();
				while (table.next()) {
					published.add(table.getString(1));
				}
				return published;
			}
		}
	}

	static String quoted(String table) {
		String[] parts = table.split("\\.", 2);
		return quotedPart(parts[0]) + "." + quotedPart(parts[1]);
	}

	static String quotedPart(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
