package org.buranakan.hub.view;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pool of those who read, beside the one of those who write: {@code hub.reading}
 * takes the properties of {@code spring.datasource.hikari}. Nobody gets it unasked.
 */
@Configuration(proxyBeanMethods = false)
class ReadingPool {

	@Bean(defaultCandidate = false)
	@Reading
	@ConfigurationProperties("hub.reading")
	HikariDataSource readingDatabase(DataSourceProperties database) {
		return database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
	}

	@Bean(defaultCandidate = false)
	@Reading
	JdbcClient readingClient(@Reading DataSource database) {
		return JdbcClient.create(database);
	}

}
