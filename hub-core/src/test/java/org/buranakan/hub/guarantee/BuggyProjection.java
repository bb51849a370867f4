package org.buranakan.hub.guarantee;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.envelope.Envelope;
import org.buranakan.schemas.topic.Topics;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Gives the projection of activities a bug that one event hits: an {@link Error}. No
 * component: a test names it in {@code spring.main.sources}.
 */
class BuggyProjection implements BeanPostProcessor {

	static final String WHY = "a bug of the test";

	private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();

	static void fails(SpecificRecord event) {
		FAILING.add(Envelope.of(event).entityId());
	}

	static void isMended(SpecificRecord event) {
		FAILING.remove(Envelope.of(event).entityId());
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof Projection<?> projection && projection.kind() == Topics.ACTIVITY)
				? new Buggy<>(projection) : bean;
	}

	/** Everything else is the real one's. */
	private record Buggy<E extends SpecificRecord>(Projection<E> real) implements Projection<E> {

		@Override
		public Topics kind() {
			return this.real.kind();
		}

		@Override
		public FactTable<E> table() {
			return this.real.table();
		}

		@Override
		public Set<DirtyKey> touches(E event) {
			if (FAILING.contains(Envelope.of(event).entityId())) {
				throw new StackOverflowError(WHY);
			}
			return this.real.touches(event);
		}

		@Override
		public Optional<String> impossible(E event) {
			return this.real.impossible(event);
		}

	}

}
