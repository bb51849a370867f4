package org.buranakan.connectors.reading;

/** Reads one kind of value; pure, and never throws for what it is offered. */
@FunctionalInterface
public interface Reader {

	Reading read(Offered offered);

}
