package org.buranakan.hub.view;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The live view's connections, or those of the {@link Moment} that the request asks for:
 * a connection of one never serves the other.
 */
final class MomentDataSource extends AbstractDataSource {

	private final DataSource live;

	MomentDataSource(DataSource live) {
		this.live = live;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return Moment.ofRequest().map(Moment::database).orElse(this.live).getConnection();
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return this.live.getConnection(user, password);
	}

}
