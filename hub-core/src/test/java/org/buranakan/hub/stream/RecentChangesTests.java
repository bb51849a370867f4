package org.buranakan.hub.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import org.buranakan.hub.stream.RecentChanges.Arrived;
import org.buranakan.hub.stream.RecentChanges.Next;
import org.buranakan.hub.stream.RecentChanges.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentChangesTests {

	private static final Duration AT_ONCE = Duration.ofMillis(1);

	private final RecentChanges recent = new RecentChanges(Set.of("plan", "area"), 6);

	@BeforeEach
	void begin() {
		this.recent.open();
		this.recent.begin("plan", Place.offset(10));
		this.recent.begin("area", Place.offset(0));
		this.recent.follow("plan");
		this.recent.follow("area");
	}

	@Test
	void whoIsNewHearsWhatComesNowInTheOrderInWhichItCame() throws InterruptedException {
		tell("plan", 10, 11);
		Standing standing = joined(null);
		tell("area", 0);
		tell("plan", 12);
		Next next = this.recent.await(standing, 10, AT_ONCE);
		assertThat(ids(next)).containsExactly("area:1,plan:12", "area:1,plan:13");
		assertThat(next.standing().position()).hasToString("area:1,plan:13");
		assertThat(this.recent.await(next.standing(), 10, AT_ONCE).frames()).isEmpty();
	}

	@Test
	void whoComesBackHearsWhatItDoesNotHaveWhereverItStoodInEachLog() throws InterruptedException {
		tell("plan", 10, 11);
		tell("area", 0, 1);
		tell("plan", 12);
		// Ahead in one log and behind in the other, as it had been told by another
		// instance
		Standing standing = joined(position(13, 1));
		Next next = this.recent.await(standing, 10, AT_ONCE);
		assertThat(ids(next)).containsExactly("area:2,plan:13");
		Standing other = joined(position(11, 2));
		assertThat(ids(this.recent.await(other, 10, AT_ONCE))).containsExactly("area:2,plan:12", "area:2,plan:13");
	}

	@Test
	void whoAsksForLessGoesOnBehindIt() throws InterruptedException {
		tell("plan", 10, 11, 12);
		Next first = this.recent.await(joined(position(10, 0)), 2, AT_ONCE);
		assertThat(ids(first)).containsExactly("area:0,plan:11", "area:0,plan:12");
		assertThat(ids(this.recent.await(first.standing(), 2, AT_ONCE))).containsExactly("area:0,plan:13");
	}

	@Test
	void whatIsOlderThanEverythingKeptIsLost() throws InterruptedException {
		tell("plan", 10, 11, 12, 13);
		tell("area", 0, 1);
		assertThat(joined(position(10, 0)).lost()).isFalse();
		assertThat(joined(position(9, 0)).lost()).isTrue();
		tell("area", 2);
		assertThat(joined(position(10, 0)).lost()).isTrue();
		assertThat(joined(position(11, 0)).lost()).isFalse();
	}

	@Test
	void whoReadsTooSlowlyIsToldAndGoesOnWithWhatComesNow() throws InterruptedException {
		Standing slow = joined(null);
		tell("plan", 10, 11, 12, 13, 14, 15);
		assertThat(ids(this.recent.await(slow, 1, AT_ONCE))).containsExactly("area:0,plan:11");
		tell("plan", 16);
		Standing lost = this.recent.await(slow, 1, AT_ONCE).standing();
		assertThat(lost.lost()).isTrue();
		assertThat(lost.position()).hasToString("area:0,plan:17");
		tell("plan", 17);
		assertThat(ids(this.recent.await(lost, 9, AT_ONCE))).containsExactly("area:0,plan:18");
	}

	@Test
	void aPositionAheadOfALogOrOfOtherLogsIsLost() throws InterruptedException {
		tell("plan", 10);
		assertThat(joined(position(12, 0)).lost()).isTrue();
		assertThat(joined(new Position(Map.of("plan", Place.offset(11)))).lost()).isTrue();
	}

	@Test
	void aLogThatIsNotWhatItWasLosesEverybody() throws InterruptedException {
		tell("plan", 10);
		Standing standing = joined(null);
		this.recent.begin("plan", Place.offset(0));
		assertThat(this.recent.awaitFollowed(AT_ONCE)).isFalse();
		this.recent.follow("plan");
		assertThat(this.recent.awaitFollowed(AT_ONCE)).isTrue();
		Standing lost = this.recent.await(standing, 9, AT_ONCE).standing();
		assertThat(lost.lost()).isTrue();
		assertThat(lost.position()).hasToString("area:0,plan:0");
	}

	@Test
	void topicsThatWereCreatedAgainLoseEverybodyAlsoWhoComesBackLater() throws InterruptedException {
		this.recent.topics("0000000a");
		tell("plan", 10);
		Standing standing = joined(null);
		assertThat(standing.position()).hasToString("area:0,plan:11,of:0000000a");
		Position before = Position.parse("area:0,plan:11,of:0000000a").orElseThrow();
		assertThat(joined(before).lost()).isFalse();
		this.recent.topics("0000000b");
		assertThat(this.recent.await(standing, 9, AT_ONCE).standing().lost()).isTrue();
		assertThat(joined(before).lost()).isTrue();
		assertThat(joined(position(11, 0)).lost()).isTrue();
	}

	@Test
	void whatCannotBeToldLosesEverybodyAndWhatComesThenIsTold() throws InterruptedException {
		Standing standing = joined(null);
		tell("plan", 10);
		this.recent.lose();
		tell("plan", 12);
		Standing lost = this.recent.await(standing, 9, AT_ONCE).standing();
		assertThat(lost.lost()).isTrue();
		tell("plan", 13);
		assertThat(ids(this.recent.await(lost, 9, AT_ONCE))).containsExactly("area:0,plan:14");
		assertThat(joined(position(10, 0)).lost()).isTrue();
	}

	@Test
	void aPollOfSeveralLogsIsOneMove() throws InterruptedException {
		Standing standing = joined(null);
		this.recent.add(
				List.of(new Arrived("plan", Place.offset(11), "{}"), new Arrived("area", Place.offset(1), "{}")),
				Map.of("plan", Place.offset(12), "area", Place.offset(1)));
		Next next = this.recent.await(standing, 9, AT_ONCE);
		assertThat(ids(next)).containsExactly("area:0,plan:11", "area:1,plan:11");
		assertThat(joined(null).position()).hasToString("area:1,plan:12");
	}

	@Test
	void anIdIsAPositionInEachLog() {
		assertThat(Position.parse("hub:12-3,plan:4"))
			.hasValue(new Position(Map.of("hub", new Place(12, 3), "plan", Place.offset(4))));
		assertThat(Position.parse("plan:4,of:1f0a7c2e"))
			.hasValue(new Position(Map.of("plan", Place.offset(4)), "1f0a7c2e"));
		for (String id : List.of("", ",", "of:12", "plan:1,of:1F0A7C2E", "plan", "plan:", ":4", "plan:-1", "plan:1-",
				"plan:4,", "plan:٤", "plan:1234567890123456789", "plan:1".repeat(100))) {
			assertThat(Position.parse(id)).as(id).isEmpty();
		}
	}

	private void tell(String log, long... offsets) {
		List<Arrived> arrived = LongStream.of(offsets)
			.mapToObj((offset) -> new Arrived(log, Place.offset(offset + 1), "{}"))
			.toList();
		this.recent.add(arrived, Map.of(log, arrived.getLast().place()));
	}

	private static Position position(long plan, long area) {
		return new Position(Map.of("plan", Place.offset(plan), "area", Place.offset(area)));
	}

	private static List<String> ids(Next next) {
		List<String> ids = new ArrayList<>();
		next.frames().lines().filter((line) -> line.startsWith("id:")).forEach((line) -> ids.add(line.substring(3)));
		return ids;
	}

	private Standing joined(@Nullable Position position) throws InterruptedException {
		return this.recent.join(position).orElseThrow();
	}

}
