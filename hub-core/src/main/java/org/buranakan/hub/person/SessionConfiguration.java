package org.buranakan.hub.person;

import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions that every hub of the database knows. One that is nobody's yet, while a
 * provider is asked, is soon forgotten.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

	private static final Duration NOBODYS = Duration.ofMinutes(10);

	@Bean
	JdbcIndexedSessionRepository sessionRepository(@Qualifier("peopleDatabase") DataSource database) {
		JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(database),
				new TransactionTemplate(new JdbcTransactionManager(database)));
		sessions.setTableName("hub.spring_session");
		sessions.setDefaultMaxInactiveInterval(NOBODYS);
		new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
		return sessions;
	}

}
