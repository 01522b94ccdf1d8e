/** The portal's files, as the build put them on the class path, and what its pages may do. */
package dev.reelway.ingest.accept.http.portal;
