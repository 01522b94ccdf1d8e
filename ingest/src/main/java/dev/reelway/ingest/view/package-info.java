/** What every node of the API knows of titles and executors, read from topics into memory. */
package dev.reelway.ingest.view;
