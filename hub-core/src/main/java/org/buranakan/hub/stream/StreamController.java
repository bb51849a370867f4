package org.buranakan.hub.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.stream.RecentChanges.Next;
import org.buranakan.hub.stream.RecentChanges.Standing;
import org.buranakan.hub.view.Busy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of changes. Each client reads at its own pace, on a thread of its own that
 * holds nothing else: a slow one holds up nobody, and one that stops reading is cut off
 * when its socket no longer takes anything.
 */
@RestController
@RequestMapping("/api/v1/stream")
@Tag(name = "stream", description = "การเปลี่ยนแปลง · What changes in the view, as it happens")
class StreamController {

	private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);

	private static final int AT_ONCE = 500;

	private static final long RECONNECT_MILLIS = 2000;

	private static final MediaType EVENTS = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

	private final RecentChanges recent;

	private final StreamSettings settings;

	private final Semaphore places;

	StreamController(RecentChanges recent, StreamSettings settings) {
		this.recent = recent;
		this.settings = settings;
		this.places = new Semaphore(settings.clients());
	}

	@GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(
			summary = "การเปลี่ยนแปลงสด · Server-sent events: `change`, resumable by Last-Event-ID without gap or repetition",
			description = "`reset` where the id is unknown or too old, or the client fell too far behind: reload everything. Without an id it starts now.")
	@ApiResponse(responseCode = "200", description = "OK",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
	SseEmitter stream(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
		if (!this.places.tryAcquire()) {
			throw new Busy("ผู้ติดตามการเปลี่ยนแปลงเต็มแล้ว โปรดกลับมาใหม่ภายหลัง",
					"All places of the stream are taken; come back later.");
		}
		SseEmitter emitter = new SseEmitter(0L);
		Thread.ofVirtual().name("stream").start(() -> serve(emitter, last));
		return emitter;
	}

	private void serve(SseEmitter emitter, @Nullable String last) {
		try {
			while (this.recent.isOpen() && !this.recent.awaitFollowed(this.settings.heartbeat())) {
				send(emitter, ":alive\n\n");
			}
			@Nullable Standing standing = greet(emitter, last);
			while (standing != null && this.recent.isOpen()) {
				Next next = this.recent.await(standing, AT_ONCE, this.settings.heartbeat());
				standing = next.standing();
				if (standing.lost()) {
					send(emitter, reset(standing));
				}
				else {
					send(emitter, next.frames().isEmpty() ? ":alive\n\n" : next.frames());
				}
			}
			emitter.complete();
		}
		catch (IOException | IllegalStateException ex) {
			// The client has gone: the container ends the request, and wants no help.
			LOG.debug("A stream has lost its client", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			emitter.complete();
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * Says nothing where the hub is starting or stopping: whoever comes back is told
	 * then.
	 */
	private @Nullable Standing greet(SseEmitter emitter, @Nullable String last)
			throws IOException, InterruptedException {
		@Nullable Position claimed = (last != null) ? Position.parse(last).orElse(null) : null;
		@Nullable Standing standing = this.recent.join(claimed).orElse(null);
		if (standing == null) {
			return null;
		}
		boolean lost = standing.lost() || (last != null && claimed == null);
		send(emitter, "retry:" + RECONNECT_MILLIS + "\n"
				+ (lost ? reset(standing) : "id:" + standing.position() + "\n:hello\n\n"));
		return standing;
	}

	private static String reset(Standing standing) {
		return "id:" + standing.position() + "\nevent:reset\ndata:{}\n\n";
	}

	private static void send(SseEmitter emitter, String events) throws IOException {
		emitter.send(Set.of(new DataWithMediaType(events, EVENTS)));
	}

}
