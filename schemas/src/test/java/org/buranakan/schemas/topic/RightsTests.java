package org.buranakan.schemas.topic;

import java.util.List;
import java.util.Set;

import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

class RightsTests {

	private static final AgencyId CODI = new AgencyId("codi");

	private static final AgencyId ZONE = new AgencyId("pacc-zone-1");

	private final Set<AclBinding> rights = Rights.of(
			List.of(Principal.hub(), Principal.hubConnect(), Principal.operator(), Principal.dashboard(),
					Principal.auditor(), Principal.agency(CODI), Principal.connect(CODI), Principal.agency(ZONE)),
			List.of(CODI, ZONE));

	@Test
	void everyPrefixEndsInADotSoThatNoNameCanGrowIntoAnother() {
		assertThat(this.rights).filteredOn((right) -> right.pattern().patternType() == PatternType.PREFIXED)
			.isNotEmpty()
			.allSatisfy((right) -> assertThat(right.pattern().name()).endsWith("."));
	}

	@Test
	void agencyReadsAndWritesItsOwnTopicsAndNoOther() {
		assertThat(may(Principal.agency(CODI), READ, "agency.codi.plan")).isTrue();
		assertThat(may(Principal.agency(CODI), WRITE, "agency.codi.refused")).isTrue();
		assertThat(may(Principal.agency(ZONE), READ, "agency.codi.plan")).isFalse();
		assertThat(may(Principal.agency(ZONE), WRITE, "agency.codi.plan")).isFalse();
		assertThat(may(Principal.agency(ZONE), WRITE, "agency.pacc-zone-10.plan")).isFalse();
	}

	@Test
	void agencyReadsTheViewAndWritesNoneOfIt() {
		assertThat(may(Principal.agency(CODI), READ, "hub.view.plan")).isTrue();
		assertThat(may(Principal.agency(CODI), WRITE, "hub.view.plan")).isFalse();
		assertThat(may(Principal.agency(CODI), READ, "hub.rejected")).isFalse();
	}

	@Test
	void onlyTheConnectWorkerWritesWhatItCaptures() {
		assertThat(may(Principal.connect(CODI), WRITE, "raw.codi.public.project")).isTrue();
		assertThat(may(Principal.connect(CODI), WRITE, ConnectCluster.of(CODI).offsetTopic())).isTrue();
		assertThat(may(Principal.connect(CODI), WRITE, "agency.codi.plan")).isFalse();
		assertThat(may(Principal.agency(CODI), READ, "raw.codi.public.project")).isTrue();
		assertThat(may(Principal.agency(CODI), WRITE, "raw.codi.public.project")).isFalse();
		assertThat(may(Principal.agency(CODI), CREATE, "raw.codi.public.project")).isFalse();
		assertThat(may(Principal.agency(ZONE), READ, "raw.codi.public.project")).isFalse();
	}

	@Test
	void connectWorkersTransactionsAreCoveredForItsLeaderAndItsTasks() {
		String group = ConnectCluster.of(CODI).groupId();
		assertThat(may(Principal.connect(CODI), WRITE, ResourceType.TRANSACTIONAL_ID, "connect-cluster-" + group))
			.isTrue();
		assertThat(may(Principal.connect(CODI), WRITE, ResourceType.TRANSACTIONAL_ID, group + "-codi-0")).isTrue();
		assertThat(may(Principal.connect(CODI), READ, ResourceType.GROUP, group)).isTrue();
	}

	@Test
	void hubReadsAllAgenciesAndWritesOnlyWhatIsItsOwn() {
		assertThat(may(Principal.hub(), READ, "agency.codi.plan")).isTrue();
		assertThat(may(Principal.hub(), WRITE, "agency.codi.plan")).isFalse();
		assertThat(may(Principal.hub(), READ, "hub.view.plan")).isTrue();
		assertThat(may(Principal.hub(), WRITE, "hub.view.plan")).isFalse();
		assertThat(may(Principal.hub(), READ, "audit.auditor.act")).isTrue();
		assertThat(may(Principal.hub(), WRITE, "audit.auditor.act")).isFalse();
		assertThat(may(Principal.hub(), WRITE, "hub.rejected")).isTrue();
		assertThat(may(Principal.hub(), WRITE, "hub.reference")).isFalse();
		assertThat(may(Principal.hub(), READ, "raw.codi.public.project")).isFalse();
		assertThat(may(Principal.hub(), READ, ResourceType.GROUP, Topics.HUB_GROUP)).isTrue();
	}

	@Test
	void hubsOwnConnectWorkerWritesTheViewAndMayNothingElseOfTheHubs() {
		assertThat(may(Principal.hubConnect(), WRITE, ConnectCluster.HUB.offsetTopic())).isTrue();
		assertThat(may(Principal.hubConnect(), READ, ResourceType.GROUP, ConnectCluster.HUB.groupId())).isTrue();
		assertThat(may(Principal.hubConnect(), WRITE, ResourceType.TRANSACTIONAL_ID,
				"connect-cluster-" + ConnectCluster.HUB.groupId()))
			.isTrue();
		assertThat(may(Principal.hubConnect(), WRITE, ConnectCluster.of(CODI).offsetTopic())).isFalse();
		assertThat(may(Principal.connect(CODI), WRITE, ConnectCluster.HUB.offsetTopic())).isFalse();
		assertThat(may(Principal.connect(CODI), WRITE, "hub.view.plan")).isFalse();
		assertThat(may(Principal.hubConnect(), WRITE, "hub.view.plan")).isTrue();
		assertThat(may(Principal.hubConnect(), WRITE, "hub.rejected")).isFalse();
		assertThat(may(Principal.hubConnect(), READ, "agency.codi.plan")).isFalse();
		assertThat(may(Principal.hubConnect(), READ, ResourceType.GROUP, Topics.HUB_GROUP)).isFalse();
		assertThat(may(Principal.hub(), WRITE, ConnectCluster.HUB.offsetTopic())).isFalse();
	}

	@Test
	void dashboardReadsTheViewAndNoAgencysTopics() {
		assertThat(may(Principal.dashboard(), READ, "hub.view.area")).isTrue();
		assertThat(may(Principal.dashboard(), READ, "hub.reference")).isTrue();
		assertThat(may(Principal.dashboard(), READ, "agency.codi.plan")).isFalse();
		assertThat(may(Principal.dashboard(), READ, "agency.codi.refused")).isFalse();
		assertThat(may(Principal.dashboard(), READ, "hub.rejected")).isFalse();
		assertThat(writes(Principal.dashboard())).isEmpty();
	}

	@Test
	void auditorReadsEverythingButRawDataAndWritesItsActsAlone() {
		assertThat(may(Principal.auditor(), READ, "agency.codi.refused")).isTrue();
		assertThat(may(Principal.auditor(), READ, "hub.rejected")).isTrue();
		assertThat(may(Principal.auditor(), READ, "audit.operator.act")).isTrue();
		assertThat(may(Principal.auditor(), READ, "raw.codi.public.project")).isFalse();
		assertThat(writes(Principal.auditor())).containsExactly("audit.auditor.act");
	}

	@Test
	void operatorWritesReferenceAndClockAndItsActs() {
		assertThat(writes(Principal.operator())).containsExactlyInAnyOrder("hub.reference", "hub.clock",
				"audit.operator.act");
	}

	@Test
	void everyoneReadsSeals() {
		assertThat(may(Principal.dashboard(), READ, "agency.codi.seal")).isTrue();
		assertThat(may(Principal.agency(ZONE), READ, "agency.codi.seal")).isTrue();
	}

	private List<String> writes(Principal principal) {
		return this.rights.stream()
			.filter((right) -> right.entry().principal().equals(principal.kafkaName()))
			.filter((right) -> right.entry().operation() != READ)
			.map((right) -> right.pattern().name())
			.toList();
	}

	private boolean may(Principal principal, AclOperation operation, String topic) {
		return may(principal, operation, ResourceType.TOPIC, topic);
	}

	private boolean may(Principal principal, AclOperation operation, ResourceType type, String name) {
		return this.rights.stream()
			.filter((right) -> Set.of(principal.kafkaName(), Rights.EVERYONE).contains(right.entry().principal()))
			.filter((right) -> right.entry().operation() == operation)
			.map(AclBinding::pattern)
			.anyMatch((pattern) -> pattern.resourceType() == type && covers(pattern, name));
	}

	private static boolean covers(ResourcePattern pattern, String name) {
		return (pattern.patternType() == PatternType.PREFIXED) ? name.startsWith(pattern.name())
				: name.equals(pattern.name());
	}

}
