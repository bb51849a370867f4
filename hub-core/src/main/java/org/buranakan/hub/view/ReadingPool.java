package org.buranakan.hub.view;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pool of those who read, beside the one of those who write: {@code hub.reading}
 * takes the properties of {@code spring.datasource.hikari}. Nobody gets it unasked.
 * Whoever asks for the view as it was reads by other connections: see {@link Moment}.
 */
@Configuration(proxyBeanMethods = false)
class ReadingPool {

	@Bean(defaultCandidate = false)
	@ConfigurationProperties("hub.reading")
	HikariDataSource liveReaders(DataSourceProperties database) {
		return database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
	}

	@Bean(defaultCandidate = false)
	@Reading
	DataSource readingDatabase(@Qualifier("liveReaders") HikariDataSource live) {
		return new MomentDataSource(live);
	}

	@Bean(defaultCandidate = false)
	@Reading
	JdbcClient readingClient(@Reading DataSource database) {
		return JdbcClient.create(database);
	}

}
