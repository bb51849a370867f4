package org.buranakan.hub.overview;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.buranakan.hub.view.Busy;
import org.jspecify.annotations.Nullable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * The stream of changes. Each client reads at its own pace, from its own cursor: a slow
 * one holds up nobody, and one that stops reading is cut off when its socket no longer
 * takes anything.
 */
@RestController
@RequestMapping("/api/v1/stream")
@Tag(name = "stream", description = "การเปลี่ยนแปลง · What changes in the view, as it happens")
class StreamController {

	private static final Logger log = LoggerFactory.getLogger(StreamController.class);

	private static final int AT_ONCE = 500;

	private static final long RECONNECT_MILLIS = 2000;

	private final Changes changes;

	private final Tail tail;

	private final StreamSettings settings;

	private final Semaphore places;

	StreamController(Changes changes, Tail tail, StreamSettings settings) {
		this.changes = changes;
		this.tail = tail;
		this.settings = settings;
		this.places = new Semaphore(settings.clients());
	}

	@GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(summary = "Server-sent events: `change`, resumable by Last-Event-ID without gap or repetition",
			description = "`reset` where the id is unknown or too old: reload everything. Without an id it starts now.")
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
			Cursor cursor = greet(emitter, last);
			while (this.tail.await(cursor, this.settings.heartbeat())) {
				cursor = send(emitter, cursor);
			}
			emitter.complete();
		}
		catch (IOException | IllegalStateException ex) {
			// The client has gone: the container ends the request, and wants no help.
			log.debug("A stream has lost its client", ex);
		}
		catch (DataAccessException ex) {
			emitter.completeWithError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			emitter.complete();
		}
		finally {
			this.places.release();
		}
	}

	private Cursor greet(SseEmitter emitter, @Nullable String last) throws IOException {
		Cursor cursor = (last != null) ? this.changes.kept(last).orElse(null) : null;
		boolean lost = last != null && cursor == null;
		Cursor from = (cursor != null) ? cursor : this.changes.end();
		SseEventBuilder greeting = SseEmitter.event().id(from.toString()).reconnectTime(RECONNECT_MILLIS);
		emitter.send(lost ? greeting.name("reset").data("{}", MediaType.APPLICATION_JSON) : greeting.comment("hello"));
		return from;
	}

	private Cursor send(SseEmitter emitter, Cursor from) throws IOException {
		List<Change> next = this.changes.after(from, AT_ONCE);
		for (Change change : next) {
			emitter.send(SseEmitter.event()
				.id(change.cursor().toString())
				.name("change")
				.data(change, MediaType.APPLICATION_JSON));
		}
		if (next.isEmpty()) {
			emitter.send(SseEmitter.event().comment("alive"));
			return from;
		}
		return next.getLast().cursor();
	}

}
