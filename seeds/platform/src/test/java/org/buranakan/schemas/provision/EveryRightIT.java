package org.buranakan.schemas.provision;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.buranakan.schemas.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Principal by topic by operation, as the broker itself answers: what the design grants,
 * stated here once more and by hand, and nothing else.
 */
class EveryRightIT {

	private final Site site = new Site();

	private Landscape landscape = this.site.landscape(this.site.one(), this.site.two());

	@BeforeEach
	void provision() {
		this.site.provision(this.landscape);
	}

	@AfterEach
	void close() {
		this.site.close();
	}

	/** {@code ONE} is the agency of the row's topics where there is one. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					hub       | agency.ONE.(plan,activity,budget,complaint,agreement,answer,refused,seal); hub.reference; hub.clock; hub.rejected; hub.view.*; hub.cut; audit.*.act | hub.clock; hub.rejected; hub.cut
					hub-connect | agency.ONE.seal; hub.reference; hub.clock; hub.cut | hub.view.*
					operator  | hub.reference; hub.clock; hub.cut; agency.ONE.seal; audit.operator.act | hub.reference; hub.clock; audit.operator.act
					dashboard | hub.reference; hub.clock; hub.view.*; hub.cut; agency.ONE.seal | -
					auditor   | agency.ONE.(plan,activity,budget,complaint,agreement,answer,refused,seal); hub.reference; hub.clock; hub.rejected; hub.view.*; hub.cut; audit.*.act | audit.auditor.act
					ONE       | agency.ONE.(plan,activity,budget,complaint,agreement,answer,refused,seal); agency.TWO.seal; hub.reference; hub.clock; hub.view.*; hub.cut | agency.ONE.(plan,activity,budget,complaint,agreement,answer,refused,seal)
					""")
	void nobodyMayMoreThanTheDesignSays(String principal, String reads, String writes) {
		// Given
		String name = principal.replace("ONE", this.site.one().value());
		Map<String, Set<AclOperation>> expected = new TreeMap<>();
		for (Topic topic : this.landscape.topics()) {
			Set<AclOperation> operations = EnumSet.noneOf(AclOperation.class);
			if (covers(reads, topic, principal)) {
				operations.addAll(List.of(AclOperation.READ, AclOperation.DESCRIBE));
			}
			if (covers(writes, topic, principal)) {
				operations.addAll(List.of(AclOperation.WRITE, AclOperation.DESCRIBE));
			}
			expected.put(topic.name(), operations);
		}
		// When
		Map<String, Set<AclOperation>> granted = granted(name);
		// Then
		assertThat(granted).isEqualTo(expected);
	}

	private boolean covers(String patterns, Topic topic, String principal) {
		String one = this.site.one().value();
		String two = this.site.two().value();
		return Stream.of(patterns.split(";"))
			.map(String::strip)
			.map((pattern) -> pattern.replace(".", "\\.").replace("*", ".*").replace(",", "|"))
			.map((pattern) -> principal.equals("ONE") ? pattern.replace("ONE", one).replace("TWO", two)
					: pattern.replace("ONE", "(" + one + "|" + two + ")"))
			.anyMatch((pattern) -> topic.name().matches(pattern));
	}

	/** What the broker lets the principal do with each topic. */
	private Map<String, Set<AclOperation>> granted(String principal) {
		Map<String, Object> client = new HashMap<>(this.site.platform().client(principal));
		Map<String, Set<AclOperation>> granted = new TreeMap<>();
		try (Admin admin = Admin.create(client)) {
			Map<String, KafkaFuture<TopicDescription>> answers = admin
				.describeTopics(this.landscape.topics().stream().map(Topic::name).toList(),
						new DescribeTopicsOptions().includeAuthorizedOperations(true))
				.topicNameValues();
			answers.forEach((topic, answer) -> granted.put(topic, operations(answer)));
		}
		return granted;
	}

	private static Set<AclOperation> operations(KafkaFuture<TopicDescription> answer) {
		try {
			return EnumSet.copyOf(answer.get().authorizedOperations());
		}
		catch (ExecutionException ex) {
			assertThat(ex.getCause()).isInstanceOf(TopicAuthorizationException.class);
			return EnumSet.noneOf(AclOperation.class);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
