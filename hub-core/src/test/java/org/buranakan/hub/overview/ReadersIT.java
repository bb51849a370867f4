package org.buranakan.hub.overview;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.buranakan.hub.derivation.Derivation;
import org.buranakan.hub.intake.FoldedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whoever reads is in nobody's way.
 */
@OnDatabase
class ReadersIT {

	@Autowired
	private FoldedEvents events;

	@Autowired
	private Derivation derivation;

	@Autowired
	@Qualifier("reading")
	private JdbcClient reading;

	@Autowired
	@Qualifier("liveReaders")
	private HikariDataSource readers;

	@LocalServerPort
	private int port;

	private HubClient hub = new HubClient(0);

	@BeforeEach
	void client() {
		this.hub = new HubClient(this.port);
		this.events.forget();
	}

	@Test
	void readersCannotWriteAndGiveUp() {
		assertThat(this.reading.sql("SHOW default_transaction_read_only").query(String.class).single()).isEqualTo("on");
		assertThat(this.reading.sql("SHOW statement_timeout").query(String.class).single()).isEqualTo("15s");
		assertThatThrownBy(() -> this.reading.sql("DELETE FROM plan").update()).hasMessageContaining("read-only");
	}

	@Test
	void readersThatTakeAllTheirConnectionsKeepNobodyFromWriting() throws SQLException {
		List<Connection> taken = new ArrayList<>();
		try {
			// Given
			for (int i = 0; i < this.readers.getMaximumPoolSize(); i++) {
				taken.add(this.readers.getConnection());
			}
			// When
			this.events.today(LocalDate.of(2022, 2, 8));
			this.derivation.pass();
			// Then
			assertThat(this.hub.ask("GET", "/api/v1/clock").status()).isEqualTo(503);
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
		assertThat(this.hub.read("/clock").path("businessDate").asString()).isEqualTo("2022-02-08");
	}

}
