/** Every task of a title and where it stands, put together from what each node can see. */
package dev.reelway.ingest.taskmap;
