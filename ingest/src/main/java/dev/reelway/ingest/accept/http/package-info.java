/**
 * The HTTP API: every route passes the same gate, every refusal is problem+json.
 *
 * <pre>
 *  request → Gate (key, rate, role) → action of a *Routes class → answer → audit entry
 * </pre>
 */
package dev.reelway.ingest.accept.http;
