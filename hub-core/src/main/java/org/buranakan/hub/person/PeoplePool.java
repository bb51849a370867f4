package org.buranakan.hub.person;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connections of those who sign in: however many do, intake keeps its own.
 * {@code hub.people} takes the properties of {@code spring.datasource.hikari}.
 */
@Configuration(proxyBeanMethods = false)
class PeoplePool {

	@Bean(defaultCandidate = false)
	@ConfigurationProperties("hub.people")
	HikariDataSource peopleDatabase(DataSourceProperties database) {
		return database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
	}

	@Bean
	Passwords passwords() {
		return new Passwords();
	}

	@Bean
	People people(@Qualifier("peopleDatabase") DataSource database, Passwords passwords) {
		return new People(JdbcClient.create(database), passwords);
	}

}
