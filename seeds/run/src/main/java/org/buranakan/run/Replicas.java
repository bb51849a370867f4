package org.buranakan.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Whether each record is on all brokers that are to keep it, and each of them votes with
 * all that was decided.
 */
record Replicas(Admin admin, int brokers, PrintStream out) {

	private static final Duration STEP = Duration.ofSeconds(2);

	/** Of a voter that knows what was decided up to a moment ago. */
	private static final Duration MOMENT = Duration.ofSeconds(5);

	/** Returns once none is behind, and says each time how many are. */
	void await() {
		while (true) {
			try {
				List<String> behind = behind();
				if (behind.isEmpty()) {
					return;
				}
				this.out.printf("%1$d partition ยังมีสำเนาไม่ครบ · of %1$d partitions a broker is behind: %2$s …%n",
						behind.size(), behind.getFirst());
			}
			catch (ExecutionException away) {
				this.out.printf("ยังถาม Kafka ไม่ได้ · Kafka cannot be asked yet: %s%n", away.getMessage());
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
				return;
			}
			LockSupport.parkNanos(STEP.toNanos());
		}
	}

	private List<String> behind() throws ExecutionException, InterruptedException {
		Set<String> topics = this.admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
		Stream<String> records = this.admin.describeTopics(topics)
			.allTopicNames()
			.get()
			.values()
			.stream()
			.flatMap(Replicas::behind)
			.sorted();
		return Stream.concat(allVote() ? Stream.empty() : Stream.of("__cluster_metadata"), records).toList();
	}

	private boolean allVote() throws ExecutionException, InterruptedException {
		List<Long> caughtUp = this.admin.describeMetadataQuorum()
			.quorumInfo()
			.get()
			.voters()
			.stream()
			.map((voter) -> voter.lastCaughtUpTimestamp().orElse(0))
			.sorted(Comparator.reverseOrder())
			.toList();
		return caughtUp.stream()
			.filter((time) -> caughtUp.getFirst() - time < MOMENT.toMillis())
			.count() == this.brokers;
	}

	private static Stream<String> behind(TopicDescription topic) {
		return topic.partitions()
			.stream()
			.filter((partition) -> partition.isr().size() < partition.replicas().size())
			.map((partition) -> topic.name() + "-" + partition.partition());
	}

}
