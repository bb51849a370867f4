package org.buranakan.hub.view;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Asks for the readers' connections to the database: they write nothing, give up what
 * takes too long, and however many people read, intake and derivation keep theirs.
 */
@Qualifier("reading")
@Target({ ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
public @interface Reading {

}
