package org.buranakan.hub.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes from a hub what property {@code without} names. No component: a benchmark names
 * it in {@code spring.main.sources}.
 */
public final class Without implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {

	private Duty[] taken = {};

	@Override
	public void setEnvironment(Environment environment) {
		this.taken = environment.getProperty("without", Duty[].class, this.taken);
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (Duty duty : this.taken) {
			switch (duty) {
				case DERIVATION -> registry.removeBeanDefinition("deriving");
				case HISTORY -> replace(registry, "history", NoHistory.class);
				case OWNERSHIP -> replace(registry, "logs", AnybodysLogs.class);
				case NEWS -> replace(registry, "aftermath", NoNews.class);
			}
		}
	}

	private static void replace(BeanDefinitionRegistry registry, String name, Class<?> type) {
		registry.removeBeanDefinition(name);
		registry.registerBeanDefinition(name, new RootBeanDefinition(type));
	}

	/** Forgets. */
	static final class NoHistory extends History {

		NoHistory(Statements statements) {
			super(statements);
		}

		@Override
		void append(List<Ended> records) {
		}

	}

	/** Tells nobody. */
	static final class NoNews extends Aftermath {

		NoNews(Statements statements) {
			super(statements);
		}

		@Override
		void write(Collection<DirtyKey> dirty, Collection<Fact<?>> facts, Collection<Log> logs) {
		}

	}

	/** Takes every log for its own, unlocked, at the offset that it remembers. */
	static final class AnybodysLogs extends Logs {

		private final Map<Integer, Long> positions = new HashMap<>();

		AnybodysLogs(JdbcClient database) {
			super(database);
		}

		@Override
		Map<Integer, Long> lock(Collection<Log> logs) {
			logs.forEach((log) -> this.positions.computeIfAbsent(log.id(), (id) -> standing(log).orElseThrow()));
			return this.positions;
		}

		@Override
		void advance(Collection<Tally> tallies) {
			super.advance(tallies);
			tallies.forEach((tally) -> this.positions.put(tally.log().id(), tally.next()));
		}

	}

}
