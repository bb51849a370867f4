package org.buranakan.hub.view;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often the public may ask for what costs the hub much: a number in an hour of each
 * client, and of all together where all are bounded. Whoever has asked for nothing may
 * ask for an hour's worth at once; the rest comes back evenly.
 */
public final class Allowance {

	private static final long HOUR = Duration.ofHours(1).toNanos();

	/** Clients that are remembered; of more those who asked last. */
	private static final int CLIENTS = 10_000;

	/** Whoever has one address of the sixth version has all with these bytes. */
	private static final int NETWORK = 8;

	private final long perClient;

	private final long perAll;

	private final LongSupplier clock;

	/**
	 * When each would have its whole hour's worth again, by {@link System#nanoTime()}.
	 */
	private final Map<String, Long> clients = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
			return size() > CLIENTS;
		}

	};

	private long all;

	/** Of so many an hour for each client, and so many for all. */
	public Allowance(int client, int all) {
		this(client, all, System::nanoTime);
	}

	/** Of so many an hour for each client, however many clients there are. */
	public Allowance(int client) {
		this(client, Integer.MAX_VALUE);
	}

	Allowance(int client, int all, LongSupplier clock) {
		this.perClient = HOUR / client;
		this.perAll = HOUR / all;
		this.clock = clock;
		this.all = clock.getAsLong();
	}

	/**
	 * Takes one.
	 * @param address of the client, as the connection says it
	 * @throws UsedUp if there is none left now; then none is taken
	 */
	public synchronized void spend(String address) {
		long now = this.clock.getAsLong();
		String client = client(address);
		long one = next(this.clients.getOrDefault(client, now), now, this.perClient, true);
		this.all = next(this.all, now, this.perAll, false);
		this.clients.put(client, one);
	}

	/** Gives one back that was taken for nothing. */
	public synchronized void giveBack(String address) {
		this.clients.computeIfPresent(client(address), (client, full) -> full - this.perClient);
		this.all -= this.perAll;
	}

	private static long next(long full, long now, long each, boolean ofOneClient) {
		long next = ((full - now > 0) ? full : now) + each;
		long early = next - now - HOUR;
		if (early > 0) {
			throw new UsedUp(ofOneClient, Duration.ofSeconds(1 + Duration.ofNanos(early).toSeconds()));
		}
		return next;
	}

	/**
	 * Whose address it is. Its text would do, but for the many addresses of one client.
	 */
	public static String client(String address) {
		if (!address.contains(":")) {
			return address;
		}
		try {
			return HexFormat.of().formatHex(Arrays.copyOf(InetAddress.ofLiteral(address).getAddress(), NETWORK));
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

}
