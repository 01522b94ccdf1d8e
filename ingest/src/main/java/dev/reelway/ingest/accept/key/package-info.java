/** API keys: who may call, hashed at rest. */
package dev.reelway.ingest.accept.key;
